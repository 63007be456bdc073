"""A story that moderators withdraw or correct: edited where it stands, and whoever read it is told, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.faults import Drop
from bot.playground.standin.objects import Message
from bot.playground.standin.permissions import Permission
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, HERON, rss, set_up

LINK = f"https://kestrel.example/{FERRY[0]}"
RIGHT = "81 people were aboard, *not* 181 @everyone"


async def told(town: Town) -> Message:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    (posted,) = town.member.sees()
    return posted


def seen(town: Town) -> list[Message]:
    return [message for message in town.member.sees() if not message.ephemeral_for]


async def test_a_withdrawn_story_is_edited_in_place_and_its_readers_are_told_below_it(town: Town) -> None:
    posted = await told(town)
    await town.ask(town.moderator, "digest retract", link=LINK)
    await town.march()
    _, note = seen(town)
    assert "withdrawn by a moderator" in posted.text
    assert FERRY[2] not in posted.text
    assert posted.edited
    assert note.text == f"**Withdrawn:** {FERRY[1]}"
    assert note.payload["message_reference"]["message_id"] == posted.id
    assert [*note.mentioned_roles, *note.mentioned_users] == []
    opened = await (await town.member.press(note, "Show the story")).finished()
    assert "withdrawn by a moderator" in opened.text


async def test_a_corrected_story_keeps_what_it_says_and_adds_the_moderators_words(town: Town) -> None:
    posted = await told(town)
    reply = await town.ask(town.moderator, "digest retract", link=LINK, correction=RIGHT)
    assert "marked as corrected in one digest" in reply.text
    await town.march()
    _, note = seen(town)
    for text in (posted.text, note.text):
        assert r"Correction by the moderators: 81 people were aboard, \*not\* 181 \@everyone" in text
    assert "corrected by a moderator" in posted.text
    assert FERRY[2] in posted.text
    again = await town.ask(town.moderator, "digest retract", link=LINK, correction=RIGHT)
    assert "No digest of the last 30 days here cites" in again.text
    await town.ask(town.moderator, "digest retract", link=LINK)
    await town.march()
    assert "~~" in posted.text
    assert [message.text.split("\n")[0] for message in seen(town)[1:]] == [
        f"**Corrected:** {FERRY[1]}",
        f"**Withdrawn:** {FERRY[1]}",
    ]


@pytest.mark.parametrize("drop", [Drop.BEFORE, Drop.AFTER])
async def test_readers_are_told_once_whatever_becomes_of_the_connection(town: Town, drop: Drop) -> None:
    posted = await told(town)
    town.clock.at += timedelta(hours=1)
    await town.ask(town.moderator, "digest retract", link=LINK)
    town.standin.faults.add(drop, method="POST", path="/messages$")
    await town.march()
    await town.march(timedelta(minutes=20))
    assert [message.text for message in seen(town)] == [posted.text, f"**Withdrawn:** {FERRY[1]}"]


async def test_a_message_deleted_meanwhile_is_no_obstacle(town: Town) -> None:
    posted = await told(town)
    town.world.delete_message(posted)
    await town.ask(town.moderator, "digest retract", link=LINK)
    await town.march()
    assert [message.text for message in seen(town)] == [f"**Withdrawn:** {FERRY[1]}"]


async def test_a_bot_that_may_not_read_the_history_tells_without_pointing_at_the_message(town: Town) -> None:
    await told(town)
    town.world.deny(town.news, town.world.bot, int(Permission.READ_MESSAGE_HISTORY))
    await town.ask(town.moderator, "digest retract", link=LINK)
    await town.march()
    assert [message.text for message in seen(town)[1:]] == [f"**Withdrawn:** {FERRY[1]}"]


async def test_a_story_told_twice_is_taken_back_once(town: Town) -> None:
    posted = await told(town)
    town.server.set("/rss", rss(FERRY, HERON))
    await town.ask(town.moderator, "digest edit", edition="Aldmark 18:00", style="deep")
    await town.march(timedelta(hours=24))
    await town.ask(town.moderator, "digest retract", link=LINK)
    await town.march()
    notes = [message for message in seen(town) if message.text.startswith("**Withdrawn")]
    assert len(notes) == 1
    assert "~~" in posted.text
