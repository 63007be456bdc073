"""The invented wire is well-formed, labelled whole, and about nobody real."""

from __future__ import annotations

import json
import re
from calendar import timegm
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from bot.playground import LABELS, wire_files, wire_stories

FIRST_DAY, LAST_DAY = datetime(2031, 3, 3, tzinfo=UTC), datetime(2031, 3, 6, tzinfo=UTC)
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
        )
        for one in parsed.entries
    )
    return Document(format=parsed.version, language=parsed.feed.language, items=items)


@cache
def documents() -> tuple[Document, ...]:
    return tuple(read_json(path) if path.suffix == ".json" else read_xml(path) for path in wire_files())


@cache
def items() -> tuple[Item, ...]:
    return tuple(item for document in documents() for item in document.items)


@pytest.mark.parametrize("path", [path for path in wire_files() if path.suffix == ".xml"], ids=lambda path: path.stem)
def test_an_xml_feed_is_well_formed(path: Path) -> None:
    etree.fromstring(path.read_bytes(), etree.XMLParser(recover=False, resolve_entities=False))


def test_eight_feeds_speak_four_formats_and_four_languages() -> None:
    languages = Counter(document.language[:2] for document in documents())
    assert {document.format for document in documents()} == FORMATS
    assert languages == {"en": 5, "de": 1, "es": 1, "uk": 1}


def test_entries_are_whole_and_of_three_days_in_march_2031() -> None:
    assert len(items()) >= 60
    for item in items():
        assert FIRST_DAY <= item.published < LAST_DAY, item
        assert item.title
        assert item.link
        assert 20 <= len(item.text.split()) <= 130, item
    assert {item.published.day for item in items()} == {3, 4, 5}


def test_guids_and_links_are_each_used_once() -> None:
    assert len({(item.feed, item.guid) for item in items()}) == len(items())
    assert len({item.link for item in items()}) == len(items())


def test_newest_entries_come_first() -> None:
    for document in documents():
        times = [item.published for item in document.items]
        assert times == sorted(times, reverse=True)


def test_every_address_in_the_wire_is_one_nobody_can_own() -> None:
    for path in wire_files():
        hosts = {urlsplit(url).hostname or "" for url in re.findall(r"https?://[^\s\"'<>]+", path.read_text("utf-8"))}
        outlets = hosts - VOCABULARIES
        assert outlets
        assert all(host.endswith(".example") for host in outlets), outlets  # RFC 2606 §3


def test_labels_cover_every_entry_and_nothing_else() -> None:
    assert wire_stories().keys() == {(item.feed, item.guid) for item in items()}
    assert LABELS not in {path.name for path in wire_files()}


def test_stories_are_told_by_many_outlets_or_by_one() -> None:
    sizes = Counter(wire_stories().values())
    outlets = {label: {feed for (feed, _), one in wire_stories().items() if one == label} for label in sizes}
    assert sum(len(told_by) >= 2 for told_by in outlets.values()) >= 10
    assert sum(size == 1 for size in sizes.values()) >= 5
    assert max(sizes.values()) < 10


def test_two_outlets_reprint_the_agency_report_with_its_credit() -> None:
    ferry = [item for item in items() if wire_stories()[item.feed, item.guid] == "ferry-fire"]
    credited = [item for item in ferry if "(Merrow Wire)" in item.text and item.published.day == 3]
    original, *reprints = sorted(credited, key=lambda item: item.published)
    assert original.feed == "merrow-wire.xml"
    assert len(reprints) == 2
    for reprint in reprints:
        assert SequenceMatcher(None, original.text, reprint.text, autojunk=False).ratio() > 0.8


def test_the_wire_holds_an_opinion_a_paywalled_excerpt_and_updates() -> None:
    labels = wire_files()[0].with_name(LABELS)
    kinds = Counter(label["kind"] for label in json.loads(labels.read_text(encoding="utf-8")))
    assert kinds.keys() == {"report", "reprint", "update", "opinion", "excerpt"}
    assert kinds["opinion"] == 1
    assert kinds["update"] >= 10
