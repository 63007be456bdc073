"""What a member's slip gets: a sentence for their eyes in their language, and nothing half done."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.discord.conftest import Town
from tests.discord.test_direct import HOUR, at_home, inbox, set_up
from tests.discord.test_walk import FERRY


@pytest.fixture
async def town(town: Town) -> Town:
    """Give a town whose member speaks German and has a topic to subscribe to."""
    town.member.user.locale = "de"
    await set_up(town)
    return town


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"timezone": "Europe/Kiyv"}, "Meintest du Europe/Kyiv?"),
        ({"timezone": "Atlantis/Mitte"}, "keine IANA-Zeitzone"),
        ({"dm_at": "25:00"}, "'25:00' ist keine Uhrzeit"),
        ({"quiet_from": "22:00"}, "braucht Anfang und Ende"),
    ],
)
async def test_a_preference_that_cannot_be_changes_nothing(town: Town, options: dict[str, str], sentence: str) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    before = await town.app.store.personal.editions_of(town.member.user.id)
    said = await town.ask(town.member, "preferences", **options)
    assert sentence in said.text
    assert await town.app.store.personal.editions_of(town.member.user.id) == before


async def test_subscribing_twice_says_that_it_stands_already(town: Town) -> None:
    for deliver, sentence in (("ping", "schon abonniert"), ("dm", "schon als Direktnachricht")):
        await town.ask(town.member, "subscribe", topic="Aldmark", deliver=deliver)
        assert sentence in (await town.ask(town.member, "subscribe", topic="Aldmark", deliver=deliver)).text
    assert len(await town.app.store.members.subscriptions_of(town.guild.id, town.member.user.id)) == 1


async def test_closed_direct_messages_are_explained_in_the_members_language(town: Town) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    town.member.user.dms_closed = True
    await town.march(HOUR)
    assert "Discord ließ mich dir nicht schreiben" in (await town.ask(town.member, "topics")).text


async def test_a_topic_deleted_meanwhile_is_there_no_more_and_does_not_come_back(town: Town) -> None:
    listed = await town.ask(town.member, "topics")
    await town.ask(town.moderator, "topic delete", topic="Aldmark")
    pressed = await (await town.member.press(listed.messages[0], "Abonnieren: Aldmark")).finished()
    assert "gibt es nicht mehr" in pressed.text
    assert await town.app.store.topics.topics(town.guild.id) == ()


async def test_a_topic_deleted_while_somebody_subscribes_is_whole_or_gone(town: Town) -> None:
    asked = [
        town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm"),
        town.ask(town.moderator, "topic delete", topic="Aldmark"),
    ]
    answers = [reply.text for reply in await asyncio.gather(*asked)]
    assert not any("Protokoll" in text or "log as" in text for text in answers)
    assert await town.app.store.members.subscriptions_of(town.guild.id, town.member.user.id) == ()
    assert await town.app.store.personal.editions_of(town.member.user.id) == ()


async def test_a_button_of_a_digest_long_gone_says_so(town: Town) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    (message,) = inbox(town)
    await town.ask(town.member, "privacy", action="delete")
    gone = await (await at_home(town).choose(message, "Eine Geschichte öffnen", ["0"])).finished()
    assert "gibt es nicht mehr" in gone.text


async def test_export_and_deletion_at_once_are_each_answered_and_leave_nothing(town: Town) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    actions = ["export", "delete", "export", "delete"]
    answers = await asyncio.gather(*(town.ask(town.member, "privacy", action=action) for action in actions))
    for action, reply in zip(actions, answers, strict=True):
        assert "gespeichert" in reply.text if action == "export" else "gelöscht" in reply.text or "nichts" in reply.text
    assert "nichts gespeichert" in (await town.ask(town.member, "privacy", action="export")).text


async def test_deleting_while_a_direct_digest_waits_calls_it_off(town: Town) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(timedelta(minutes=55))
    await town.ask(town.member, "privacy", action="delete")
    await town.march(timedelta(minutes=5))
    assert inbox(town) == []


async def test_who_left_gets_a_sentence_and_the_story_all_the_same(town: Town) -> None:
    await town.ask(town.member, "subscribe", topic="Aldmark", deliver="dm")
    await town.march(HOUR)
    town.world.remove_member(town.guild, town.member.user)
    reader = at_home(town)
    opened = await (await reader.choose(inbox(town)[0], "Eine Geschichte öffnen", ["0"])).finished()
    assert FERRY[1] in opened.text
    said = await (await reader.press(opened.messages[0], "Stummschalten")).finished()
    assert "nicht mehr auf dem Server" in said.text
