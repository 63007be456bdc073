"""Real and reference feeds, where this machine has them: every file ends in entries or in a clear reason."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import pytest

from digests.core.dates import OLDEST
from digests.core.errors import ParseError
from digests.core.models import EntryData, Fetched, ParsedFeed
from digests.core.text import clean_line, plain_text
from digests.core.urls import absolute
from digests.sources import document
from digests.sources.document import parse_feed
from digests.sources.entry_fields import MAX_HTML
from tests.data_path import shared

URL = "https://feeds.example/feed"


def parse(path: Path) -> ParsedFeed:
    return parse_feed(Fetched(url=URL, body=path.read_bytes()))


def files(folder: str) -> list[Path]:
    found = sorted(shared(folder).iterdir())
    assert found
    return found


@pytest.mark.parametrize("folder", ["feeds/captures", "feeds/news"])
def test_every_real_feed_gives_entries(folder: str) -> None:
    for path in files(folder):
        entries = parse(path).entries
        assert entries, path
        assert all(entry.title or entry.html or entry.link for entry in entries), path


@pytest.mark.parametrize("folder", ["feeds/captures", "feeds/news", "feeds/encoding", "feeds/illformed"])
def test_the_fast_way_reads_what_the_careful_way_reads(folder: str) -> None:
    sound = 0
    for path in files(folder):
        fetched = Fetched(url=URL, body=path.read_bytes())
        if (feed := document._parse_sound(fetched)) is not None:
            assert feed == document._parse_any(fetched), path
            sound += 1
    assert sound or folder == "feeds/illformed"


def test_reference_files_of_encodings_are_all_feeds_without_broken_letters() -> None:
    for path in files("feeds/encoding"):
        assert not any("\ufffd" in entry.title for entry in parse(path).entries), path


def test_broken_files_end_in_a_feed_or_in_a_reason() -> None:
    for path in files("feeds/illformed"):
        if path.name == "rss_empty_document.xml":
            with pytest.raises(ParseError, match="beyond repair"):
                parse(path)
        else:
            parse(path)


def test_news_names_its_dates_and_links() -> None:
    for path in files("feeds/news"):
        entries = parse(path).entries
        assert all(entry.link and entry.published and entry.guid for entry in entries), path


def test_it_agrees_with_feedparser_on_real_feeds() -> None:
    agreeing: Counter[str] = Counter()
    for path in files("feeds/captures"):
        ours = parse(path).entries
        # A stream, and neither sanitised nor resolved: the only way feedparser is safe and quick.
        theirs = feedparser.parse(BytesIO(path.read_bytes()), sanitize_html=False, resolve_relative_uris=False).entries
        assert len(ours) == len(theirs), path
        for mine, other in zip(ours, theirs, strict=True):
            agreeing.update(name for name, same in _compare(mine, other) if same)
            agreeing["all"] += 1
    assert agreeing["all"] > 2700
    for name in ("guid", "link", "published"):
        assert agreeing[name] == agreeing["all"], name
    assert agreeing["title"] >= agreeing["all"] - 1  # feedparser repairs a title that shows broken letters on purpose
    # Two entries whose media:description says more than their summary, which feedparser does not look at; two whose
    # feed escaped an entity twice, which feedparser undoes twice.
    assert agreeing["text"] >= agreeing["all"] - 4


def _text_of(other: Any) -> str:
    contents = [*(content.get("value", "") for content in other.get("content", ())), other.get("summary", "")]
    return str(max(contents, key=len))[:MAX_HTML]


def _compare(mine: EntryData, other: Any) -> list[tuple[str, bool]]:
    parsed = dict.get(other, "published_parsed") or dict.get(other, "updated_parsed")
    published = datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    if published and published < OLDEST:
        published = None
    return [
        ("guid", mine.guid == dict.get(other, "id", "").strip()),
        ("link", mine.link == absolute(URL, other.get("link", ""))),
        ("title", mine.title == clean_line(plain_text(other.get("title", "")))),
        ("published", mine.published == published),
        ("text", "".join(plain_text(mine.html).split()) == "".join(plain_text(_text_of(other)).split())),
    ]
