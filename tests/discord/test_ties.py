"""Members follow, mute, save and report stories by their buttons, and see and end it all."""

from __future__ import annotations

import json
from datetime import timedelta

from bot.playground.standin.components import walk
from bot.playground.standin.objects import Json, Message
from bot.playground.standin.people import Person, Reply
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, RATE, rss, set_up


async def opened_story(town: Town) -> Message:
    """Post a digest and open its one story as the member."""
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    posted = town.member.sees()[-1]
    reply = await (await town.member.choose(posted, "Open a story", ["0"])).finished()
    return reply.messages[0]


def parts(message: Message) -> list[Json]:
    return list(walk(message.json()["components"]))


async def test_a_followed_story_stands_first_and_the_button_ends_it_again(town: Town) -> None:
    story = await opened_story(town)
    assert "You follow" in (await (await town.member.press(story, "Follow")).finished()).text
    town.server.set("/rss", rss(FERRY, RATE))
    await town.march(timedelta(hours=2))
    latest = (await town.ask(town.member, "latest")).text
    assert RATE[1] in latest
    assert latest.index("Stories you follow") < latest.index(FERRY[1])
    assert "no longer follow" in (await (await town.member.press(story, "Follow")).finished()).text
    assert "Stories you follow" not in (await town.ask(town.member, "latest")).text


async def test_a_muted_story_is_shown_to_nobody_who_muted_it_and_to_everybody_else(town: Town) -> None:
    story = await opened_story(town)
    await (await town.member.press(story, "Mute")).finished()
    assert FERRY[1] not in (await town.ask(town.member, "latest")).text
    assert FERRY[1] in (await town.ask(town.moderator, "latest")).text


async def test_a_muted_outlet_is_not_read_from(town: Town) -> None:
    more = await (await town.member.press(await opened_story(town), "More")).finished()
    button = next(one["label"] for one in parts(more.messages[0]) if str(one.get("label", "")).startswith("Mute "))
    await (await town.member.press(more.messages[0], button)).finished()
    assert FERRY[1] not in (await town.ask(town.member, "latest")).text


async def test_what_was_saved_is_listed_and_can_be_removed(town: Town) -> None:
    assert "nothing yet" in (await town.ask(town.member, "saved")).text
    more = await (await town.member.press(await opened_story(town), "More")).finished()
    await (await town.member.press(more.messages[0], "Save")).finished()
    saved = await town.ask(town.member, "saved")
    assert FERRY[1] in saved.text
    (option,) = next(one["options"] for one in parts(saved.messages[0]) if one.get("custom_id") == "untie")
    gone = await (await town.member.choose(saved.messages[0], "untie", [option["value"]])).finished()
    assert "1 removed" in gone.text
    assert "nothing yet" in (await town.ask(town.member, "saved")).text


async def test_a_timeline_names_each_report(town: Town) -> None:
    more = await (await town.member.press(await opened_story(town), "More")).finished()
    timeline = await (await town.member.press(more.messages[0], "Timeline")).finished()
    assert "as it was reported" in timeline.text
    assert "kestrel.example" in timeline.text


async def test_a_report_reaches_the_notices_channel_with_who_and_what(town: Town) -> None:
    await town.ask(town.moderator, "server settings", notices=town.news)
    more = await (await town.member.press(await opened_story(town), "More")).finished()
    form = await (await town.member.press(more.messages[0], "Report")).finished()
    thanks = await (await town.member.choose(form.messages[0], "What is wrong", ["fact"])).finished()
    assert "moderators are told" in thanks.text
    await town.march()
    told = town.news.messages[-1]
    assert f"<@{town.member.user.id}>" in told.text
    assert "A fact is wrong" in told.text
    assert told.mentioned_users == []


async def complain(town: Town, who: Person, posted: Message, what: str) -> Reply:
    """Say what is wrong with the one story of a digest."""
    story = (await (await who.choose(posted, "Open a story", ["0"])).finished()).messages[0]
    more = await (await who.press(story, "More")).finished()
    form = await (await who.press(more.messages[0], "Report")).finished()
    return await (await who.choose(form.messages[0], "What is wrong", [what])).finished()


async def digest_posted(town: Town) -> Message:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    return town.member.sees()[-1]


def notices(town: Town) -> list[Message]:
    return [one for one in town.news.messages if "about" in one.text and not one.ephemeral_for and not one.deleted]


async def test_what_several_members_say_is_one_notice_with_their_number(town: Town) -> None:
    await town.ask(town.moderator, "server settings", notices=town.news)
    posted = await digest_posted(town)
    await complain(town, town.member, posted, "fact")
    await town.march()
    assert "already" in (await complain(town, town.member, posted, "fact")).text
    await complain(town, town.moderator, posted, "fact")
    await complain(town, town.moderator, posted, "duplicate")
    await town.march()
    both, other = notices(town)
    assert "2 members" in both.text
    assert all(f"<@{person.user.id}>" in both.text for person in (town.member, town.moderator))
    assert "kestrel.example/ferry" in both.text
    assert "It was told before" in other.text
    assert both.mentioned_users == []


async def test_a_notice_that_was_deleted_comes_again_when_more_join(town: Town) -> None:
    await town.ask(town.moderator, "server settings", notices=town.news)
    posted = await digest_posted(town)
    await complain(town, town.member, posted, "fact")
    await town.march()
    town.world.delete_message(notices(town)[0])
    await complain(town, town.moderator, posted, "fact")
    await town.march()
    (again,) = notices(town)
    assert "2 members" in again.text


async def test_what_is_not_for_somebody_can_be_muted_at_once(town: Town) -> None:
    posted = await digest_posted(town)
    thanks = await complain(town, town.member, posted, "taste")
    assert "do not want to see it again" in thanks.text
    await (await town.member.press(thanks.messages[0], "Mute")).finished()
    assert FERRY[1] not in (await town.ask(town.member, "latest")).text
    again = await complain(town, town.member, posted, "taste")
    labels = [one.get("label") for one in parts(again.messages[0]) if one.get("label")]
    assert labels == ["Mute kestrel.example"]


async def test_complaints_are_of_their_member_who_has_them_and_ends_them(town: Town) -> None:
    await complain(town, town.member, await digest_posted(town), "fact")
    stored = await town.app.store.personal.all_of(town.member.user.id)
    assert [row["member_id"] for row in stored["complaint"]] == [town.member.user.id]
    await town.ask(town.member, "privacy", action="delete")
    assert not (await town.app.store.personal.all_of(town.member.user.id))["complaint"]


async def test_preferences_are_kept_and_cleared(town: Town) -> None:
    told = await town.ask(
        town.member, "preferences", timezone="Europe/Kyiv", dm_at="07:30", quiet_from="22:00", quiet_to="07:00"
    )
    assert "Europe/Kyiv" in told.text
    assert "Quiet from 22:00 to 07:00" in told.text
    assert "No quiet hours" in (await town.ask(town.member, "preferences", quiet_from="-")).text
    assert "07:30" in (await town.ask(town.member, "preferences")).text


async def test_wrong_preferences_get_a_sentence_and_change_nothing(town: Town) -> None:
    assert "Europe/Kyiv" in (await town.ask(town.member, "preferences", timezone="Europe/Kiyv")).text
    assert "25:00" in (await town.ask(town.member, "preferences", dm_at="25:00")).text
    assert "both ends" in (await town.ask(town.member, "preferences", quiet_from="22:00")).text
    assert "Time zone: –" in (await town.ask(town.member, "preferences")).text


async def test_what_is_stored_about_a_member_is_given_and_deleted(town: Town) -> None:
    await opened_story(town)
    await town.ask(town.member, "subscribe", topic="Aldmark")
    await town.ask(town.member, "preferences", timezone="Europe/Kyiv")
    export = await town.ask(town.member, "privacy", action="export")
    (attached,) = export.messages[0].payload["attachments"]
    stored = json.loads(town.world.files[f"{attached['id']}/{attached['filename']}"])
    assert [row["timezone"] for row in stored["member"]] == ["Europe/Kyiv"]
    assert len(stored["subscription"]) == 1
    assert "deleted" in (await town.ask(town.member, "privacy", action="delete")).text
    after = await town.ask(town.member, "privacy", action="export")
    assert "Nothing is stored" in after.text
    assert town.guild.members[town.member.user.id].roles == []


async def test_the_log_says_who_changed_what_and_nothing_of_what_was_refused_or_only_shown(town: Town) -> None:
    assert "Nobody has changed" in (await town.ask(town.moderator, "server log")).text
    await set_up(town)
    await town.ask(town.moderator, "topic create", name="Aldmark")
    await town.ask(town.moderator, "digest list")
    log = (await town.ask(town.moderator, "server log")).text
    assert f"<@{town.moderator.user.id}>" in log
    assert "/feed add" in log
    assert "/digest list" not in log
    assert log.count("/topic create") == 1


async def test_a_tie_goes_along_when_stories_become_one(town: Town) -> None:
    await (await town.member.press(await opened_story(town), "Mute")).finished()
    personal, database = town.app.store.personal, town.app.store.database
    (tie,) = await personal.ties_of(town.guild.id, town.member.user.id)
    home = tie.story_id + 1000
    make = "INSERT INTO story (id, first_seen, last_seen) VALUES (:home, 0, 0)"
    merge = "UPDATE story SET merged_into = :home WHERE id = :id"
    await database.write(lambda sql: sql.execute(make, {"home": home}))
    await database.write(lambda sql: sql.execute(merge, {"home": home, "id": tie.story_id}))
    (moved,) = await personal.ties_of(town.guild.id, town.member.user.id)
    assert moved.story_id == home
    assert await personal.remove_tie(moved)
