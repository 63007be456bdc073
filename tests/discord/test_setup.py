"""`/setup`: from the invitation to the first digest by menus, one form and one button."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.playground.standin.objects import Message
from bot.playground.standin.people import NotOffered, Reply
from bot.playground.standin.permissions import Permission
from bot.starters import starter_lists
from digests.core.names import clean_name
from digests.core.slots import zone
from digests.core.urls import canonical, clean_feed_url
from digests.usecases.setting_up import StarterList, StarterTopic
from tests.discord.conftest import Town, connected, settings_for
from tests.discord.test_walk import FERRY, HERON, RATE, rss


@pytest.fixture
def starters() -> list[StarterList]:
    """What is offered in this town, filled in by `offer` once the feed server has an address."""
    return []


def offer(town: Town, starters: list[StarterList]) -> None:
    town.server.set("/news", rss(FERRY, RATE))
    town.server.set("/art", rss(HERON))
    news = StarterTopic(name="News", description="What happens", feeds=(town.server.url("/news"),))
    art = StarterTopic(name="Art", description="", feeds=(town.server.url("/art"), town.server.url("/gone")))
    starters += [
        StarterList(language="de", name="Deutsch", timezone="Europe/Berlin", topics=(news,)),
        StarterList(language="en", name="English", timezone="Europe/London", topics=(news, art)),
    ]


async def begin(town: Town) -> Message:
    (menus,) = (await town.ask(town.moderator, "setup")).messages
    return menus


async def send(town: Town, menus: Message, **fields: str) -> Reply:
    form = await town.moderator.press(menus, "Choose the time …")
    assert form.kind == "modal"
    return await (await town.moderator.submit(form, **fields)).finished()


async def test_a_moderator_comes_from_the_invitation_to_the_first_digest(
    town: Town, starters: list[StarterList]
) -> None:
    offer(town, starters)
    notices = town.world.add_channel(town.guild, "moderators")
    menus = await begin(town)
    assert (await town.moderator.choose(menus, "setup:topics", ["0", "1"])).kind == "update"
    await town.moderator.choose(menus, "setup:notices", [notices])
    done = await send(town, menus, at="18:00", timezone="Europe/Kyiv")
    assert "2 topics with 2 feeds" in done.text
    assert f"<#{town.news.id}>" in done.text
    assert "One feed was left out" in done.text
    (shown,) = done.messages
    early = await (await town.moderator.press(shown, "Show me the first digest")).finished()
    assert "still reading" in early.text
    await town.march()
    seen = await (await town.moderator.press(shown, "Show me the first digest")).finished()
    assert seen.is_ephemeral
    assert FERRY[1] in seen.text
    await (await town.moderator.press(shown, "Post it now")).finished()
    await town.march()
    (posted,) = town.member.sees()
    assert FERRY[1] in posted.text
    assert HERON[1] in posted.text
    log = await town.ask(town.moderator, "server log")
    assert "/setup" in log.text
    assert "Europe/Kyiv" in log.text
    settings = await town.ask(town.moderator, "server settings")
    assert f"<#{notices.id}>" in settings.text


async def test_setting_up_again_takes_up_what_is_there(town: Town, starters: list[StarterList]) -> None:
    offer(town, starters)
    menus = await begin(town)
    await town.moderator.choose(menus, "setup:topics", ["0"])
    await send(town, menus)
    await town.moderator.choose(menus, "setup:topics", ["0", "1"])
    again = await send(town, menus)
    assert "2 topics with 2 feeds" in again.text
    held = await town.ask(town.moderator, "digest list")
    assert held.text.count("<#") == 1
    assert "Art" in (await town.ask(town.moderator, "topics")).text


async def test_the_menus_keep_what_was_chosen_over_a_restart(
    town: Town, starters: list[StarterList], tmp_path: Path
) -> None:
    offer(town, starters)
    menus = await begin(town)
    await town.moderator.choose(menus, "setup:language", ["de"])
    await town.moderator.choose(menus, "setup:topics", ["0"])
    await town.stop()
    async with connected(town.standin, settings_for(tmp_path, town.standin), town.clock, lambda: starters):
        form = await town.moderator.press(menus, "Choose the time …")
        assert "Europe/Berlin" in str(form.modal)
        done = await (await town.moderator.submit(form)).finished()
        assert "one topic with one feed" in done.text


async def test_a_form_without_topics_a_wrong_time_and_a_wrong_zone_are_answered(
    town: Town, starters: list[StarterList]
) -> None:
    offer(town, starters)
    menus = await begin(town)
    early = await (await town.moderator.press(menus, "Choose the time …")).finished()
    assert "at least one topic" in early.text
    await town.moderator.choose(menus, "setup:topics", ["0"])
    assert "25:00" in (await send(town, menus, at="25:00")).text
    assert "Did you mean Europe/Kyiv?" in (await send(town, menus, timezone="Europe/Kiyv")).text
    assert (await town.ask(town.moderator, "digest list")).text.count("<#") == 0


async def test_a_channel_that_is_closed_is_said_before_anything_is_stored(
    town: Town, starters: list[StarterList]
) -> None:
    offer(town, starters)
    closed = town.world.add_channel(town.guild, "closed")
    town.world.deny(closed, town.world.bot, int(Permission.VIEW_CHANNEL))
    menus = await begin(town)
    await town.moderator.choose(menus, "setup:channel", [closed])
    await town.moderator.choose(menus, "setup:topics", ["0"])
    assert "View Channel" in (await send(town, menus)).text
    assert "no topics yet" in (await town.ask(town.moderator, "topics")).text


async def test_members_are_not_offered_it(town: Town) -> None:
    with pytest.raises(NotOffered):
        await town.member.command("setup")


@pytest.mark.parametrize("one", starter_lists(), ids=lambda one: one.language)
def test_every_list_that_is_shipped_is_fit_to_be_offered(one: StarterList) -> None:
    zone(one.timezone)
    assert 1 <= len(one.topics) <= 25
    names = [clean_name(topic.name) for topic in one.topics]
    assert len(set(names)) == len(names)
    for topic in one.topics:
        assert len(topic.description) <= 100
        assert len({canonical(url) for url in topic.feeds}) == len(topic.feeds) > 1
        assert [clean_feed_url(url) for url in topic.feeds] == list(topic.feeds)


def test_every_language_that_commands_are_named_in_has_a_list() -> None:
    assert {one.language for one in starter_lists()} >= {"en", "es", "de", "fr", "pt", "uk", "ja"}
