"""Stories in threads: those of a digest's own thread, and the posts of a forum."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.faults import Answer, Drop, broken
from bot.playground.standin.objects import Channel, ChannelType, Message
from bot.playground.standin.permissions import Permission
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, HERON, RATE, rss, set_up

DAY = timedelta(hours=24)
FERRY_NEWS = (
    "ferry-2",
    "Ferry Osprey towed to Kelmouth, captain arrested",
    "The ferry Osprey was towed to Kelmouth; police arrested its captain. Divers found a 9 metre hole in the hull.",
)


def threads_of(town: Town, parent: Channel) -> list[Channel]:
    own = [one for one in town.world.channels.values() if one.parent_id == parent.id]
    return sorted(own, key=lambda one: one.id)


def shown(thread: Channel) -> list[Message]:
    return [message for message in thread.messages if not message.deleted and not message.ephemeral_for]


async def begin_forum(town: Town, *tags: str, **options: str) -> Channel:
    forum = town.world.add_channel(town.guild, "stories", type=ChannelType.FORUM)
    forum.available_tags = [
        {"id": str(town.world.snowflake()), "name": tag, "moderated": False, "emoji_id": None, "emoji_name": None}
        for tag in tags
    ]
    town.world.change_channel(forum)
    town.server.set("/rss", rss(FERRY, HERON))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Aldmark", backfill=5)
    await town.ask(town.moderator, "digest schedule", channel=forum, at="18:00", timezone="UTC", **options)
    await town.march()
    return forum


async def test_a_digest_has_a_thread_with_a_message_a_story_and_each_works(town: Town) -> None:
    await set_up(town, layout="thread")
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march()
    await town.march(timedelta(hours=11))
    (overview,) = town.member.sees()
    assert FERRY[1] in overview.text
    assert FERRY[2] not in overview.text
    (thread,) = threads_of(town, town.news)
    assert thread.id == overview.id
    cards = shown(thread)
    assert sorted(FERRY[1] in card.text for card in cards) == [False, True]
    ferry = next(card for card in cards if FERRY[1] in card.text)
    followed = await (await town.member.press(ferry, "Follow")).finished()
    assert followed.is_ephemeral
    assert "follow" in followed.text
    await town.ask(town.moderator, "digest retract", link=f"https://kestrel.example/{FERRY[0]}")
    await town.march()
    assert "~~" in ferry.text
    assert "~~" in overview.text
    assert [message.text for message in shown(thread)[len(cards) :]] == [f"**Withdrawn:** {FERRY[1]}"]


async def test_a_story_has_one_post_in_a_forum_and_its_news_come_there(town: Town) -> None:
    forum = await begin_forum(town, "aldmark", "other")
    await town.march(timedelta(hours=11))
    posts = threads_of(town, forum)
    assert {post.name for post in posts} == {FERRY[1], HERON[1]}
    assert [post.applied_tags for post in posts] == [[int(forum.available_tags[0]["id"])]] * 2
    post = next(post for post in posts if post.name == FERRY[1])
    (first,) = shown(post)
    town.server.set("/rss", rss(FERRY, HERON, FERRY_NEWS))
    await town.march(DAY - timedelta(hours=4))
    await town.march(timedelta(hours=4))
    assert len(threads_of(town, forum)) == 2
    first_now, news = shown(post)
    assert first_now is first
    assert "captain" in news.text
    assert "captain" in first.text
    await town.ask(town.moderator, "digest retract", link=f"https://kestrel.example/{FERRY_NEWS[0]}")
    await town.march()
    assert "~~" in first.text
    assert "~~" in news.text
    assert "Withdrawn" in shown(post)[2].text
    assert len(shown(post)) == 3


async def test_a_quiet_day_makes_no_post(town: Town) -> None:
    forum = await begin_forum(town)
    await town.march(timedelta(hours=11))
    await town.march(DAY)
    assert len(threads_of(town, forum)) == 2


@pytest.mark.parametrize("closed", ["deleted", "locked"])
async def test_a_story_whose_post_is_gone_gets_a_new_one(town: Town, closed: str) -> None:
    forum = await begin_forum(town)
    await town.march(timedelta(hours=11))
    post = next(post for post in threads_of(town, forum) if post.name == FERRY[1])
    if closed == "deleted":
        town.world.delete_channel(post)
    else:
        post.locked = True
    town.server.set("/rss", rss(FERRY, HERON, FERRY_NEWS))
    await town.march(DAY - timedelta(hours=4))
    await town.march(timedelta(hours=4))
    newest = threads_of(town, forum)[-1]
    assert "captain" in shown(newest)[0].text
    assert [standing.paused for standing in await town.app.store.editions.editions(town.guild.id)] == [False]


@pytest.mark.parametrize("fault", [Drop.AFTER, Drop.BEFORE, broken(502)])
async def test_a_post_whose_answer_was_lost_is_looked_for_and_not_made_twice(town: Town, fault: Drop | Answer) -> None:
    forum = await begin_forum(town)
    town.standin.faults.add(fault, method="POST", path=r"/threads$", times=2)
    await town.march(timedelta(hours=11))
    for _ in range(4):
        await town.march(timedelta(minutes=12))
    assert sorted(post.name for post in threads_of(town, forum)) == sorted([FERRY[1], HERON[1]])
    assert [len(shown(post)) for post in threads_of(town, forum)] == [1, 1]


async def test_news_whose_answer_was_lost_are_not_posted_twice(town: Town) -> None:
    forum = await begin_forum(town)
    await town.march(timedelta(hours=11))
    town.server.set("/rss", rss(FERRY, HERON, FERRY_NEWS, RATE))
    await town.march(DAY - timedelta(hours=4))
    town.standin.faults.add(Drop.AFTER, method="POST", path=r"/messages$", times=2)
    town.standin.faults.add(Drop.AFTER, method="PATCH", path=r"/messages/\d+$")
    await town.march(timedelta(hours=4))
    for _ in range(4):
        await town.march(timedelta(minutes=12))
    post = next(post for post in threads_of(town, forum) if post.name == FERRY[1])
    first, news = shown(post)
    assert "captain" in first.text
    assert "captain" in news.text
    assert {one.name for one in threads_of(town, forum)} == {FERRY[1], HERON[1], RATE[1]}


async def test_a_forum_that_wants_tags_gets_its_first_where_none_is_named_as_the_topic(town: Town) -> None:
    forum = await begin_forum(town, "general", "other")
    forum.require_tag = True
    town.world.change_channel(forum)
    await town.march(timedelta(hours=11))
    assert [post.applied_tags for post in threads_of(town, forum)] == [[int(forum.available_tags[0]["id"])]] * 2


async def test_what_is_missing_for_threads_is_named_before_anything_is_stored(town: Town) -> None:
    await set_up(town)
    town.world.deny(town.news, town.world.bot, int(Permission.CREATE_PUBLIC_THREADS))
    where = {"channel": town.news, "timezone": "UTC"}
    refused = await town.ask(town.moderator, "digest schedule", at="07:00", layout="thread", **where)
    assert "Create Public Threads" in refused.text
    (edition,) = await town.app.store.editions.editions(town.guild.id)
    refused = await town.ask(town.moderator, "digest edit", edition=edition.name, layout="thread")
    assert "Create Public Threads" in refused.text
    (again,) = await town.app.store.editions.editions(town.guild.id)
    assert again == edition


async def test_a_digest_moves_to_a_forum_and_back(town: Town) -> None:
    await set_up(town)
    forum = town.world.add_channel(town.guild, "stories", type=ChannelType.FORUM)
    (edition,) = await town.app.store.editions.editions(town.guild.id)
    await town.ask(town.moderator, "digest edit", edition=edition.name, channel=forum)
    await town.march()
    await town.march(timedelta(hours=11))
    assert [post.name for post in threads_of(town, forum)] == [FERRY[1]]
    await town.ask(town.moderator, "digest edit", edition=edition.name, channel=town.news)
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(DAY - timedelta(hours=4))
    await town.march(timedelta(hours=4))
    assert HERON[1] in town.member.sees()[-1].text


async def test_a_preview_of_a_forum_shows_its_posts(town: Town) -> None:
    await begin_forum(town)
    (edition,) = await town.app.store.editions.editions(town.guild.id)
    preview = await town.moderator.command("digest preview", edition=edition.name)
    await preview.finished(messages=2)
    assert FERRY[2] in preview.text
    assert HERON[2] in preview.text
