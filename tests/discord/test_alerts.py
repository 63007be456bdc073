"""Urgent stories, told at once: from several voices, once, so many a day, never in quiet hours."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.standin.objects import Message
from tests.discord.conftest import Town
from tests.discord.test_walk import rss

MINUTE = timedelta(minutes=1)
QUAKE = {
    "kestrel": ("Earthquake of magnitude 6.1 shakes Tolbury", "An earthquake of magnitude 6.1 shook Tolbury at noon."),
    "harbour": ("Magnitude 6.1 earthquake hits Tolbury", "Tolbury was hit by a magnitude 6.1 earthquake; walls fell."),
    "courier": ("Tolbury earthquake: magnitude 6.1, houses damaged", "A 6.1 earthquake damaged houses in Tolbury."),
}
FIRE = {
    "kestrel": ("Fire destroys the old mill of Kelmouth", "A fire destroyed the old mill of Kelmouth on Monday."),
    "harbour": ("Old mill of Kelmouth destroyed by fire", "The old mill of Kelmouth burnt down; a fire destroyed it."),
    "courier": ("Kelmouth loses its old mill to a fire", "The fire left nothing of the old mill of Kelmouth."),
}


def publish(town: Town, outlet: str, *stories: dict[str, tuple[str, str]]) -> None:
    drawn = rss(*((f"{outlet}-{number}", *story[outlet]) for number, story in enumerate(stories)))
    town.server.set(f"/{outlet}", drawn.replace(b"kestrel.example", f"{outlet}.example".encode()))


async def set_up(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    for outlet in QUAKE:
        publish(town, outlet)
        await town.ask(town.moderator, "feed add", url=town.server.url(f"/{outlet}"), topic="Aldmark")
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC")
    await town.march()


def alerts(town: Town) -> list[Message]:
    return [one for one in town.news.messages if not one.ephemeral_for and "**Alert**" in one.text]


async def pass_on(town: Town, *outlets: str) -> None:
    for outlet in outlets:
        publish(town, outlet, QUAKE)
    await town.march(timedelta(hours=1))
    await town.march(MINUTE)


async def test_several_voices_make_an_alert_which_pings_and_is_no_news_in_the_digest(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark")
    said = await town.ask(town.moderator, "alerts", topic="Aldmark", on="on")
    assert f"<#{town.news.id}>" in said.text
    assert "at most 3" in said.text
    await pass_on(town, "kestrel", "harbour")
    assert alerts(town) == []
    await pass_on(town, "courier")
    (alert,) = alerts(town)
    assert "Tolbury" in alert.text
    assert len(alert.mentioned_roles) == 1
    opened = await (await town.member.press(alert, "Sources (3)")).finished()
    assert "harbour.example" in opened.text
    await town.march(MINUTE)
    assert len(alerts(town)) == 1
    await town.march(timedelta(hours=10))
    digest = town.news.messages[-1]
    assert "Nothing new since" in digest.text


async def test_a_trusted_outlet_is_enough(town: Town) -> None:
    await set_up(town)
    await town.ask(town.moderator, "server settings", trusted_outlets="harbour.example")
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on")
    await pass_on(town, "kestrel")
    assert alerts(town) == []
    await pass_on(town, "harbour")
    assert len(alerts(town)) == 1


async def test_in_quiet_hours_no_alert_comes_and_not_more_than_ordered_in_a_day(town: Town) -> None:
    await set_up(town)
    await town.ask(town.moderator, "server settings", quiet_from="00:00", quiet_to="23:59")
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on", max_per_day=1)
    for outlet in QUAKE:
        publish(town, outlet, QUAKE, FIRE)
    await town.march(timedelta(hours=1))
    await town.march(MINUTE)
    assert alerts(town) == []
    await town.ask(town.moderator, "server settings", quiet_from="-")
    for _ in range(3):
        await town.march(MINUTE)
    assert len(alerts(town)) == 1
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on", max_per_day=5)
    for _ in range(3):
        await town.march(MINUTE)
    first, second = alerts(town)
    assert ("Tolbury" in first.text) is not ("Tolbury" in second.text)


async def test_what_was_there_before_alerts_were_ordered_long_ago_is_none(town: Town) -> None:
    await set_up(town)
    for outlet in QUAKE:
        publish(town, outlet, QUAKE)
    await town.march(timedelta(hours=1))
    await town.march(timedelta(hours=7))
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on")
    await town.march(MINUTE)
    assert alerts(town) == []


async def test_alerts_are_listed_ended_and_have_no_times_to_edit(town: Town) -> None:
    await set_up(town)
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on", max_per_day=2)
    await town.ask(town.moderator, "alerts", topic="Aldmark", on="on", max_per_day=4)
    listed = await town.ask(town.moderator, "digest list")
    assert listed.text.count("alerts in") == 1
    assert "at most 4" in listed.text
    assert "Aldmark !" in (await town.ask(town.moderator, "health")).text
    edited = await town.ask(town.moderator, "digest edit", edition="Aldmark !", at="07:00")
    assert "/alerts" in edited.text
    assert "have ended" in (await town.ask(town.moderator, "alerts", topic="Aldmark", on="off")).text
    assert "has no alerts" in (await town.ask(town.moderator, "alerts", topic="Aldmark", on="off")).text
