"""`/why`: what became of a report, asked by a moderator through the real client."""

from __future__ import annotations

from datetime import timedelta

from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, HERON, RATE, rss, set_up

SECOND = (
    "second",
    "Osprey runs aground: ferry stuck off Kelmouth",
    "With 81 people the ferry Osprey sits off Kelmouth.",
)


async def why(town: Town, name: str) -> str:
    return (await town.ask(town.moderator, "why", link=f"https://kestrel.example/{name}")).text


async def test_a_report_that_was_told_names_its_digest_and_its_story(town: Town) -> None:
    await set_up(town)
    town.server.set("/rss", rss(FERRY, SECOND))
    await town.march()
    await town.march(timedelta(hours=11))
    answer = await why(town, "ferry")
    assert "told it at" in answer
    assert "one story with 1 other report" in answer
    assert "Osprey" in answer


async def test_a_report_to_come_says_so(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(timedelta(hours=4))
    assert "will tell it with its next digest" in await why(town, "heron")
    assert "No other report" in await why(town, "heron")


async def test_a_report_that_only_repeats_says_so(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    town.server.set("/rss", rss(FERRY, SECOND))
    await town.march(timedelta(hours=4))
    assert "adds no name, number or turn of events" in await why(town, "second")


async def test_a_report_left_out_by_keywords_says_so(town: Town) -> None:
    town.server.set("/rss", rss(FERRY, RATE))
    await town.ask(town.moderator, "topic create", name="Aldmark", exclude="rate")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Aldmark", backfill=5)
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC")
    await town.march()
    assert "leaves out what holds: rate" in await why(town, "rate")


async def test_a_link_nobody_gave_and_one_that_is_none_get_a_sentence(town: Town) -> None:
    await set_up(town)
    await town.march()
    assert "No feed of this server gave" in await why(town, "unheard-of")
    answer = await town.ask(town.moderator, "why", link="no link @everyone")
    assert "No feed of this server gave" in answer.text


async def test_a_topic_made_from_a_report_takes_more_like_it_and_says_so(town: Town) -> None:
    await set_up(town)
    town.server.set("/rss", rss(FERRY, RATE))
    await town.march()
    link = f"https://kestrel.example/{FERRY[0]}"
    await town.ask(town.moderator, "topic create", name="Osprey", like=link)
    shown = await town.ask(town.moderator, "topic show", topic="Osprey")
    assert FERRY[1] in shown.text
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Osprey", backfill=5)
    town.server.set("/rss", rss(FERRY, RATE, SECOND))
    await town.march(timedelta(hours=1))
    assert f"by: {FERRY[1]}" in await why(town, "second")
    lost = await town.ask(town.moderator, "topic create", name="Lost", like="https://kestrel.example/nowhere")
    assert "No feed of this server gave" in lost.text
