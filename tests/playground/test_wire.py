"""The invented wire is well-formed, labelled whole, and about nobody real."""

from __future__ import annotations

import json
import re
from calendar import timegm
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from aiohttp import ClientSession
from lxml import etree

from bot.playground import LABELS, wire_files, wire_stories
from bot.playground.server import WireServer

FIRST_DAY, END = datetime(2031, 2, 24, tzinfo=UTC), datetime(2031, 3, 10, tzinfo=UTC)
LANGUAGES = {"en", "de", "es", "uk"}
MONDAY, FRIDAY, AFTERWARDS = (datetime(2031, 3, day, 12, tzinfo=UTC) for day in (3, 7, 10))
VOCABULARIES = {"www.w3.org", "purl.org", "jsonfeed.org"}  # namespaces, not outlets
FORMATS = {"rss20", "atom10", "rss10", "json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    feed: str
    guid: str
    link: str
    title: str
    text: str
    published: datetime
    categories: tuple[str, ...]

    @property
    def story(self) -> str:
        return wire_stories()[self.feed, self.guid]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    format: str
    language: str
    items: tuple[Item, ...]


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html).strip()


def read_json(path: Path) -> Document:
    document = json.loads(path.read_text(encoding="utf-8"))
    items = tuple(
        Item(
            feed=path.name,
            guid=one["id"],
            link=one["url"],
            title=one["title"],
            text=plain(one["content_html"]),
            published=datetime.fromisoformat(one["date_published"]),
            categories=tuple(one.get("tags", ())),
        )
        for one in document["items"]
    )
    return Document(format="json", language=document["language"], items=items)


def read_xml(path: Path) -> Document:
    parsed = feedparser.parse(path.read_bytes())
    assert not parsed.bozo
    items = tuple(
        Item(
            feed=path.name,
            guid=one.get("id", one.link),
            link=one.link,
            title=one.title,
            text=plain(one.content[0].value if "content" in one else one.summary),
            published=datetime.fromtimestamp(timegm(one.get("published_parsed") or one.updated_parsed), UTC),
            categories=tuple(tag.term for tag in one.get("tags", ())),
        )
        for one in parsed.entries
    )
    return Document(format=parsed.version, language=parsed.feed.language, items=items)


@cache
def documents() -> tuple[Document, ...]:
    return tuple(read_json(path) if path.suffix == ".json" else read_xml(path) for path in wire_files())


def labels() -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(wire_files()[0].with_name(LABELS).read_text(encoding="utf-8"))
    return found


def of_kind(kind: str) -> tuple[Item, ...]:
    marked = {(label["feed"], label["guid"]) for label in labels() if label["kind"] == kind}
    return tuple(item for item in items() if (item.feed, item.guid) in marked)


def of_story(story: str) -> tuple[Item, ...]:
    return tuple(sorted((item for item in items() if item.story == story), key=lambda item: item.published))


@cache
def items() -> tuple[Item, ...]:
    return tuple(item for document in documents() for item in document.items)


def guids(name: str, served: bytes) -> set[str]:
    if name.endswith(".json"):
        return {one["id"] for one in json.loads(served)["items"]}
    return {one.get("id", one.link) for one in feedparser.parse(served).entries}


@pytest.mark.parametrize("path", [path for path in wire_files() if path.suffix == ".xml"], ids=lambda path: path.stem)
def test_an_xml_feed_is_well_formed(path: Path) -> None:
    etree.fromstring(path.read_bytes(), etree.XMLParser(recover=False, resolve_entities=False))


def test_fourteen_outlets_speak_four_formats_and_four_languages() -> None:
    languages = Counter(document.language[:2] for document in documents())
    assert len(documents()) == 14
    assert {document.format for document in documents()} == FORMATS
    assert languages.keys() == LANGUAGES
    assert min(languages.values()) >= 2


def test_one_german_feed_is_written_in_windows_1252() -> None:
    path = next(path for path in wire_files() if path.name == "grauwaldener-zeitung.xml")
    assert b'encoding="windows-1252"' in path.read_bytes()
    with pytest.raises(UnicodeDecodeError):
        path.read_bytes().decode("utf-8")
    assert any("Tannmärkische" in item.text for item in items() if item.feed == path.name)


def test_two_hundred_entries_are_whole_and_of_a_fortnight_in_2031() -> None:
    assert len(items()) >= 200
    for item in items():
        assert FIRST_DAY <= item.published < END, item
        assert item.title
        assert item.link
        assert 20 <= len(item.text.split()) <= 130, item
    assert len({item.published.date() for item in items()}) == 14


def test_guids_and_links_are_each_used_once() -> None:
    assert len({(item.feed, item.guid) for item in items()}) == len(items())
    assert len({item.link for item in items()}) == len(items())


def test_newest_entries_come_first() -> None:
    for document in documents():
        times = [item.published for item in document.items]
        assert times == sorted(times, reverse=True)


def test_every_address_in_the_wire_is_one_nobody_can_own() -> None:
    for path in wire_files():
        written = path.read_bytes().decode("ascii", errors="replace")  # one feed is not UTF-8; addresses are ASCII
        hosts = {urlsplit(url).hostname or "" for url in re.findall(r"https?://[^\s\"'<>]+", written)}
        outlets = hosts - VOCABULARIES
        assert outlets
        assert all(host.endswith(".example") for host in outlets), outlets  # RFC 2606 §3


def test_labels_cover_every_entry_and_nothing_else() -> None:
    assert wire_stories().keys() == {(item.feed, item.guid) for item in items()}
    assert LABELS not in {path.name for path in wire_files()}


def test_stories_are_told_by_many_outlets_or_by_one() -> None:
    sizes = Counter(wire_stories().values())
    outlets = {label: {feed for (feed, _), one in wire_stories().items() if one == label} for label in sizes}
    assert len(sizes) >= 60
    assert sum(len(told_by) >= 2 for told_by in outlets.values()) >= 25
    assert sum(size == 1 for size in sizes.values()) >= 15
    assert max(sizes.values()) < 15


@pytest.mark.parametrize(
    "story", ["corrin-mine", "serravia-election", "luhostav-outage", "asteroid-dk", "nachtzug-monteluz"]
)
def test_a_story_told_in_two_languages_has_one_label(story: str) -> None:
    spoken = {document.language[:2] for document in documents() for item in document.items if item.story == story}
    assert len(spoken) >= 2


@pytest.mark.parametrize("story", ["tamsel-flood", "serravia-election", "campoluz-spill", "norvane-pellgrove"])
def test_a_long_story_has_news_on_many_days(story: str) -> None:
    assert len({item.published.date() for item in of_story(story)}) >= 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hollin-trial", "saltmarsh-trial"),
        ("tolbury-fire", "kelmouth-fire"),
        ("cup-semi-rovers", "cup-semi-athletic"),
        ("rate-rise", "serravia-rate"),
        ("tram-strike", "northwing-strike"),
    ],
)
def test_what_only_looks_like_one_story_has_two_labels(one: str, other: str) -> None:
    assert of_story(one)
    assert of_story(other)


def test_two_outlets_reprint_the_agency_report_with_its_credit() -> None:
    credited = [item for item in of_story("ferry-fire") if "(Merrow Wire)" in item.text and item.published.day == 3]
    original, *reprints = credited
    assert original.feed == "merrow-wire.xml"
    assert len(reprints) == 2
    for reprint in reprints:
        assert SequenceMatcher(None, original.text, reprint.text, autojunk=False).ratio() > 0.8


def test_every_reprint_follows_an_agency_report_it_repeats() -> None:
    assert len(of_kind("reprint")) >= 5
    for reprint in of_kind("reprint"):
        assert "(Merrow Wire)" in reprint.text
        earlier = [one for one in of_story(reprint.story) if one.published < reprint.published]
        agency = [one for one in earlier if one.feed == "merrow-wire.xml"]
        ratios = [SequenceMatcher(None, one.text, reprint.text, autojunk=False).ratio() for one in agency]
        assert max(ratios) > 0.8, reprint


def test_opinions_say_so_in_title_and_category() -> None:
    assert len(of_kind("opinion")) >= 3
    for opinion in of_kind("opinion"):
        assert opinion.title.startswith(("Opinion: ", "Opinión: "))
        assert opinion.categories == ("Opinion",)


def test_paywalled_excerpts_break_off_and_ask_for_a_subscription() -> None:
    assert len(of_kind("excerpt")) >= 4
    for excerpt in of_kind("excerpt"):
        assert "…" in excerpt.text
        assert re.search("subscri|abonnieren", excerpt.text, re.IGNORECASE)


def test_entries_are_reports_reprints_updates_opinions_or_excerpts() -> None:
    kinds = Counter(label["kind"] for label in labels())
    assert kinds.keys() == {"report", "reprint", "update", "opinion", "excerpt"}
    assert kinds["update"] >= 50


@pytest.fixture(scope="module")
def told() -> tuple[Item, ...]:
    return items()  # read here, for a coroutine may not read files


async def test_the_server_gives_what_was_out_by_its_clock_and_no_more(told: tuple[Item, ...]) -> None:
    async with WireServer(lambda: FRIDAY) as wire, ClientSession() as client:
        assert len(wire.addresses()) == len({item.feed for item in told})
        for address in wire.addresses():
            async with client.get(address) as answer:
                served = await answer.read()
            name = address.rpartition("/")[2]
            out = [item for item in told if item.feed == name and item.published <= FRIDAY]
            assert 0 < len(out) < sum(item.feed == name for item in told)
            assert {item.guid for item in out} == guids(name, served)


async def test_the_windows_1252_feed_keeps_its_bytes_and_its_declaration() -> None:
    async with WireServer(lambda: AFTERWARDS) as wire, ClientSession() as client:
        address = next(one for one in wire.addresses() if one.endswith("grauwaldener-zeitung.xml"))
        async with client.get(address) as answer:
            served = await answer.read()
    assert b"windows-1252" in served.splitlines()[0].lower()
    assert "Tannmärkische" in served.decode("cp1252")


async def test_the_failing_feed_errs_with_500_and_later_with_404() -> None:
    now = MONDAY
    async with WireServer(lambda: now) as wire, ClientSession() as client:
        assert wire.failing not in wire.addresses()
        async with client.get(wire.failing) as answer:
            assert answer.status == 500
        now = FRIDAY
        async with client.get(wire.failing) as answer:
            assert answer.status == 404


async def test_the_redirecting_feed_has_moved_for_good_to_one_of_the_wire() -> None:
    async with WireServer(lambda: FRIDAY) as wire, ClientSession() as client:
        assert wire.redirecting not in wire.addresses()
        async with client.get(wire.redirecting) as answer:
            assert [one.status for one in answer.history] == [301]
            assert answer.status == 200
            assert str(answer.url) in wire.addresses()


async def test_the_home_page_links_every_feed_and_the_other_page_none() -> None:
    async with WireServer(lambda: FRIDAY) as wire, ClientSession() as client:
        async with client.get(wire.home) as answer:
            links = etree.HTML(await answer.text()).iterfind(".//link[@rel='alternate']")
            assert tuple(urljoin(wire.home, link.get("href") or "") for link in links) == wire.addresses()
        async with client.get(wire.no_feed) as answer:
            assert answer.content_type == "text/html"
            assert "<link" not in await answer.text()


async def test_the_wire_knows_what_came_last_and_what_comes_next(told: tuple[Item, ...]) -> None:
    now = MONDAY - timedelta(days=60)
    async with WireServer(lambda: now) as wire:
        assert wire.latest() is None
        times = []
        while (coming := wire.coming()) is not None:
            now = coming[0].published
            assert wire.latest() is not None
            assert coming[1] in wire.addresses()
            times.append(now)
    assert times == sorted({item.published for item in told})


async def test_a_broken_feed_errs_until_it_is_mended() -> None:
    async with WireServer(lambda: FRIDAY) as wire, ClientSession() as client:
        address, other, *_ = wire.addresses()
        wire.break_feed(address)
        assert wire.broken == {address}
        for one, status in ((address, 500), (other, 200)):
            async with client.get(one) as answer:
                assert answer.status == status
        wire.mend_feed(address)
        async with client.get(address) as answer:
            assert answer.status == 200
