"""Digests by direct message: at the member's hour, in their language, for their eyes, and not to who left or closed."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.playground.standin.faults import Answer
from bot.playground.standin.objects import Message
from bot.playground.standin.people import Person
from digests.core.members import DIRECT
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, HERON, RATE, rss

HOUR = timedelta(hours=1)
SILENT = 1 << 12
"""SUPPRESS_NOTIFICATIONS (Discord's docs, message flags)."""


async def set_up(town: Town) -> None:
    """Give the town a topic with one story, told nowhere yet; it is seven in the morning."""
    town.server.set("/rss", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Aldmark", backfill=5)
    await town.march()


def inbox(town: Town, who: Person | None = None) -> list[Message]:
    """Give what the bot wrote to somebody, answers to their clicks left out."""
    person = who or town.member
    return [one for one in town.world.dm_of(person.user).messages if not one.deleted and not one.ephemeral_for]


def at_home(town: Town) -> Person:
    """Give the member with their direct messages open."""
    return town.standin.person(town.member.user, town.guild, town.world.dm_of(town.member.user))


def calls(town: Town, method: str, part: str) -> int:
    return sum(one.method == method and part in one.path for one in town.standin.exchanges)


async def test_a_direct_digest_comes_at_the_members_hour_and_says_where_it_is_from(town: Town) -> None:
    await set_up(town)
    said = (await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")).text
    assert "daily at 08:00 (UTC)" in said
    await town.march(timedelta(minutes=59))
    assert inbox(town) == []
    await town.march(timedelta(minutes=1))
    (message,) = inbox(town)
    assert FERRY[1] in message.text
    assert "From Aldmouth" in message.text
    assert not message.flags & SILENT
    assert town.guild.members[town.member.user.id].roles == []
    await town.march(24 * HOUR)
    assert len(inbox(town)) == 1


async def test_hour_zone_and_language_are_those_the_member_prefers_and_changes_count_at_once(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "preferences", timezone="Europe/Kyiv", dm_at="12:00", language="de")
    said = (await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")).text
    assert "daily at 12:00 (Europe/Kyiv)" in said
    await town.march(2 * HOUR + timedelta(minutes=55))  # 09:55 in UTC: the digest of ten is prepared
    await town.ask(town.member, "preferences", dm_at="13:00")
    await town.march(timedelta(minutes=5))
    assert inbox(town) == []
    await town.march(HOUR)
    (message,) = inbox(town)
    assert "Von Aldmouth" in message.text


async def test_a_new_hour_that_is_past_today_waits_for_tomorrow(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(4 * HOUR)
    await town.ask(town.member, "preferences", dm_at="09:00")
    await town.march()
    assert len(inbox(town)) == 1
    await town.march(21 * HOUR)
    assert HERON[1] in inbox(town)[1].text


async def test_a_digest_of_what_was_unsubscribed_does_not_come_though_it_was_prepared(town: Town) -> None:
    await set_up(town)
    town.server.set("/other", rss(HERON))
    await town.ask(town.moderator, "topic create", name="Tolbury")
    await town.ask(town.moderator, "feed add", url=town.server.url("/other"), topic="Tolbury", backfill=5)
    for topic in ("Aldmark", "Tolbury"):
        await town.ask(town.member, "subscribe", topic=topic, deliver="dm")
    await town.march(timedelta(minutes=55))
    (personal,) = [one for one in await town.app.store.editions.editions() if one.member_id]
    assert await town.app.store.digests.unsent_slots([personal.id])
    assert "do not subscribe" in (await town.ask(town.member, "unsubscribe", topic="Aldmark")).text
    await town.march(timedelta(minutes=5))
    (message,) = inbox(town)
    assert HERON[1] in message.text
    assert FERRY[1] not in message.text
    await town.ask(town.member, "unsubscribe", topic="Tolbury")
    assert await town.app.store.personal.editions_of(town.member.user.id) == ()


async def test_with_its_last_topic_a_personal_edition_ends(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(timedelta(minutes=55))
    assert "is gone" in (await town.ask(town.moderator, "topic delete", topic="Aldmark")).text
    assert await town.app.store.personal.editions_of(town.member.user.id) == ()
    await town.march(timedelta(minutes=5))
    assert inbox(town) == []


async def test_it_is_no_servers_digest_and_counts_to_no_limit(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    assert "No digest is ordered" in (await town.ask(town.moderator, "digest list")).text
    assert await town.app.store.editions.editions(town.guild.id) == ()
    await town.march(HOUR)
    why = await town.ask(town.moderator, "why", link=f"https://kestrel.example/{FERRY[0]}")
    assert f"@{town.member.user.id}" not in why.text
    assert "<@" not in why.text


async def test_pings_and_direct_messages_take_each_others_place(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark")
    roles = town.guild.members[town.member.user.id]
    assert len(roles.roles) == 1
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    assert roles.roles == []
    again = await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    assert "already" in again.text
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="ping")
    assert len(roles.roles) == 1
    await town.march(HOUR)
    assert inbox(town) == []


async def test_the_buttons_of_a_direct_digest_act_for_its_server(town: Town) -> None:
    await set_up(town)
    await town.ask(town.moderator, "server settings", notices=town.news)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    reader = at_home(town)
    opened = await (await reader.choose(inbox(town)[0], "Open a story", ["0"])).finished()
    story = opened.messages[0]
    assert "You follow" in (await (await reader.press(story, "Follow")).finished()).text
    more = await (await reader.press(story, "More")).finished()
    await (await reader.press(more.messages[0], "Save")).finished()
    saved = (await town.ask(town.member, "saved")).text
    assert saved.count(FERRY[1]) == 2
    form = await (await reader.press(more.messages[0], "Report")).finished()
    await (await reader.choose(form.messages[0], "What is wrong", ["fact"])).finished()
    await town.march()
    assert "A fact is wrong" in town.news.messages[-1].text


async def test_followed_stories_come_first_and_muted_ones_not_at_all(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    reader = at_home(town)
    opened = await (await reader.choose(inbox(town)[0], "Open a story", ["0"])).finished()
    await (await reader.press(opened.messages[0], "Follow")).finished()
    more = ("ferry-2", "Ferry Osprey runs aground off Kelmouth: 3 hurt", "Three of 81 people were hurt on the Osprey.")
    town.server.set("/rss", rss(FERRY, more, HERON, RATE))
    await town.march(23 * HOUR)
    await town.march(HOUR)
    second = inbox(town)[1]
    told = second.text.partition("**Stories you follow**")[2]
    assert told.index("### Ferry Osprey") < told.index("**Aldmark**") < told.index("### Stolen heron")
    await (await reader.press(opened.messages[0], "Mute")).finished()
    third = ("ferry-3", "Ferry Osprey runs aground off Kelmouth: 7 hurt", "Seven of 81 people were hurt on the Osprey.")
    town.server.set("/rss", rss(FERRY, more, third, HERON, RATE))
    await town.march(24 * HOUR)
    assert len(inbox(town)) == 2


async def test_in_the_members_quiet_hours_it_comes_without_a_sound(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    said = await town.ask(town.member, "preferences", timezone="UTC", quiet_from="22:00", quiet_to="09:00")
    assert "without a sound" in said.text
    await town.march(HOUR)
    assert inbox(town)[0].flags & SILENT


@pytest.mark.parametrize("where", ["closed", "no mutual server", "hidden"])
async def test_who_takes_no_messages_is_told_in_the_next_answer_and_subscribes_again(town: Town, where: str) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    town.member.user.dms_closed = where == "closed"
    if where == "hidden":
        body = {"message": "Missing Access", "code": 50001}
        town.standin.faults.add(Answer(403, body), method="POST", path="/messages")
    if where == "no mutual server":
        body = {"message": "Cannot send messages to this user due to having no mutual guilds", "code": 50278}
        town.standin.faults.add(Answer(403, body), method="POST", path="/users/@me/channels")
    await town.march(HOUR)
    assert inbox(town) == []
    town.member.user.dms_closed = False
    tried = calls(town, "POST", "/messages")
    await town.march(24 * HOUR)
    assert inbox(town) == []
    assert calls(town, "POST", "/messages") == tried
    assert "privacy settings" in (await town.ask(town.member, "topics")).text
    assert "are stopped" in (await town.ask(town.member, "preferences")).text
    assert "go on now" in (await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")).text
    assert "privacy settings" not in (await town.ask(town.member, "topics")).text
    await town.march()
    assert inbox(town) == []
    await town.march(24 * HOUR)
    (message,) = inbox(town)
    assert FERRY[1] in message.text


async def test_changed_preferences_let_stopped_messages_go_on(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    town.member.user.dms_closed = True
    await town.march(HOUR)
    town.member.user.dms_closed = False
    assert "go on now" in (await town.ask(town.member, "preferences", dm_at="09:00")).text
    await town.march(HOUR)
    assert FERRY[1] in inbox(town)[0].text


async def test_a_member_who_left_is_written_to_no_more_and_that_is_no_error(town: Town) -> None:
    await set_up(town)
    await town.ask(town.moderator, "server settings", notices=town.news)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    other = town.world.add_guild("Tolbury", owner=town.moderator.user)
    town.world.add_member(other, town.member.user)
    town.world.remove_member(town.guild, town.member.user)
    await town.march(HOUR)
    await town.march(HOUR)
    assert inbox(town) == []
    assert await town.app.store.personal.editions_of(town.member.user.id) == ()
    assert await town.app.store.members.subscriptions_of(town.guild.id, town.member.user.id) == ()
    assert not [one for one in town.news.messages if not one.ephemeral_for]


async def test_buttons_of_a_server_one_left_say_so_and_its_digest_can_still_be_read(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    town.world.remove_member(town.guild, town.member.user)
    reader = at_home(town)
    opened = await (await reader.choose(inbox(town)[0], "Open a story", ["0"])).finished()
    assert FERRY[1] in opened.text
    pressed = await (await reader.press(opened.messages[0], "Follow")).finished()
    assert "not in this digest’s server any more" in pressed.text
    assert await town.app.store.personal.ties_of(town.guild.id, town.member.user.id) == ()
    assert await town.app.store.personal.editions_of(town.member.user.id) == ()


async def test_a_channel_once_opened_is_not_opened_again(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(23 * HOUR)
    await town.march(HOUR)
    assert len(inbox(town)) == 2
    assert calls(town, "POST", "/users/@me/channels") == 1


async def test_discord_blocking_too_many_openings_puts_messages_off(town: Town) -> None:
    await set_up(town)
    for person in (town.member, town.moderator):
        await town.ask(person, "subscribe", topic="Aldmark", deliver="dm")
    blocked = Answer(403, {"message": "You are opening direct messages too fast.", "code": 40003})
    town.standin.faults.add(blocked, method="POST", path="/users/@me/channels", times=1)
    await town.march(HOUR)
    assert calls(town, "POST", "/users/@me/channels") == 1
    assert inbox(town) == inbox(town, town.moderator) == []
    due = await town.app.store.digests.next_operation_due()
    assert due is not None
    assert due - town.clock.at >= timedelta(minutes=9)
    assert await town.app.store.personal.editions_of(town.member.user.id)


async def test_a_story_another_server_told_is_told_again_only_with_news(town: Town) -> None:
    await set_up(town)
    other = town.world.add_guild("Tolbury", owner=town.moderator.user)
    hall = town.world.add_channel(other, "hall")
    town.world.add_member(other, town.member.user)
    elsewhere = town.standin.person(town.moderator.user, other, hall)
    reader = town.standin.person(town.member.user, other, hall)
    town.server.set("/elsewhere", rss(FERRY, HERON).replace(b"kestrel.example", b"harbour.example"))
    await known(town, other.id)
    await town.ask(elsewhere, "topic create", name="Coast")
    await town.ask(elsewhere, "feed add", url=town.server.url("/elsewhere"), topic="Coast", backfill=5)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.ask(reader, "subscribe", topic="Coast", deliver="dm")
    await town.march(timedelta(minutes=50))
    await town.march(timedelta(minutes=10))
    told = inbox(town)
    assert len(told) == 2
    assert sum(FERRY[1] in one.text for one in told) == 1
    assert sum(HERON[1] in one.text for one in told) == 1
    ours = next(one for one in told if "From Aldmouth" in one.text)
    assert "harbour.example" not in json.dumps(ours.json())


async def known(town: Town, guild_id: int) -> None:
    """Wait until the gateway told the bot of a server: an answer comes after what it heard before."""
    await town.ask(town.moderator, "health")
    assert town.app.discord is not None
    assert town.app.discord.client.get_guild(guild_id)


async def test_all_of_it_is_exported_and_deleted(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    stored = await exported(town)
    assert [len(stored[table]) for table in ("subscription", "edition", "digest", "ledger")] == [1, 1, 1, 1]
    assert "deleted" in (await town.ask(town.member, "privacy", action="delete")).text
    assert "Nothing is stored" in (await town.ask(town.member, "privacy", action="export")).text
    held = "SELECT COUNT(*) FROM outbox WHERE platform = :platform"
    rows = await town.app.store.database.read(lambda sql: sql.execute(held, {"platform": DIRECT}).fetchone()[0])
    assert rows == 0
    reply = await (await at_home(town).choose(inbox(town)[0], "Open a story", ["0"])).finished()
    assert "there no more" in reply.text


async def exported(town: Town) -> dict[str, list[dict[str, Any]]]:
    export = await town.ask(town.member, "privacy", action="export")
    (attached,) = export.messages[0].payload["attachments"]
    return dict(json.loads(town.world.files[f"{attached['id']}/{attached['filename']}"]))


async def test_a_correction_and_a_withdrawal_reach_direct_messages_too(town: Town) -> None:
    await set_up(town)
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    await town.ask(town.moderator, "digest retract", link=f"https://kestrel.example/{FERRY[0]}")
    await town.march()
    message, note = inbox(town)
    assert "withdrawn by a moderator" in message.text
    assert "From Aldmouth" in message.text
    assert note.text == f"**Withdrawn:** {FERRY[1]}"
