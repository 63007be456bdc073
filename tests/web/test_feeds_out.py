"""Feeds of what was told: read by feedparser and by our own parser, under ids that stay."""

from __future__ import annotations

import json
from itertools import count

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.web.addresses import new_key
from digests.core.digest import Sentence
from digests.core.models import Fetched
from digests.sources.parse import WorkerParser
from tests.builders import GUILD, NOW, card, days
from tests.web.conftest import Press

_numbers = count()


async def test_a_feed_has_an_entry_for_each_digest(press: Press) -> None:
    told = [await press.tell(card(day + 1), slot=NOW + days(day)) for day in range(2)]
    for path in ("index", f"topic/{press.topic_id()}", f"edition/{press.edition_id()}"):
        feed = feedparser.parse(await press.text(f"{path}.atom"))
        assert not feed.bozo
        assert [entry.id for entry in feed.entries] == [
            f"tag:news.example,2026:tidings/digest/{one.id}" for one in reversed(told)
        ]
        assert feed.entries[0].link == f"https://news.example/read/{press.key}/digest/{told[1].id}"
        assert card(2).sentences[0].text in feed.entries[0].content[0].value
        assert feed.feed.links[0].href == f"https://news.example/read/{press.key}/{path}.atom"


@pytest.mark.parametrize("form", [".atom", ".feed.json"])
async def test_our_own_parser_reads_our_feeds(press: Press, form: str) -> None:
    told = await press.tell(card(1))
    answer = await press.get(f"edition/{press.edition_id()}{form}")
    fetched = Fetched(url=str(answer.url), body=await answer.read(), content_type=answer.headers["Content-Type"])
    async with WorkerParser() as parser:
        document = await parser.parse(fetched, None)
    (entry,) = document.entries
    assert entry.data.guid.endswith(told.id)
    assert entry.data.published == told.slot
    assert told.cards[0].sentences[0].text in entry.data.html


async def test_a_json_feed_is_as_its_standard_says(press: Press) -> None:
    told = await press.tell(card(1))
    feed = json.loads(await press.text("index.feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["tags"] == ["Ferries"]
    assert item["date_published"] == f"{told.slot:%Y-%m-%dT%H:%M:%S}Z"


async def test_ids_stay_when_the_address_is_renewed_or_becomes_public(press: Press) -> None:
    await press.tell(card(1))
    before = feedparser.parse(await press.text("index.atom"))
    press.key = await press.store.archive.key(GUILD, fresh=new_key(), renew=True)
    await press.become_public()
    after = feedparser.parse(await press.text("index.atom", key=str(GUILD)))
    assert (before.feed.id, before.entries[0].id) == (after.feed.id, after.entries[0].id)


async def test_a_feed_of_nothing_is_a_feed(press: Press) -> None:
    feed = feedparser.parse(await press.text("index.atom"))
    assert not feed.bozo
    assert feed.entries == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100), day=st.integers(0, 10_000))
async def test_no_text_makes_a_feed_that_is_none(press: Press, words: str, day: int) -> None:
    told, number = card(1, title=words, sentences=(Sentence(text=words, cites=(1,)),)), next(_numbers)
    one = await press.tell(told, slot=NOW + days(day % 300), id=f"d{number}", name=f"E{number}")
    feed = feedparser.parse(await press.text(f"edition/{press.edition_id(one.edition)}.atom"))
    assert not feed.bozo, feed.get("bozo_exception")
