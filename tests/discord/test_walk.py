"""One digest walks the whole way: commands set it up, the real client posts it over real HTTP."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground.standin.faults import Drop
from bot.playground.standin.people import NoAnswer, NotOffered
from tests.discord.conftest import Town, connected, settings_for

ITEM = """<item><guid>{0}</guid><link>https://kestrel.example/{0}</link><title>{1}</title>
<description>{2}</description></item>"""
FERRY = ("ferry", "Ferry Osprey runs aground off Kelmouth", "The ferry Osprey ran aground off Kelmouth with 81 people.")
RATE = ("rate", "Central bank raises its rate to 4.5 percent", "The bank of Aldmark raised its rate to 4.5 percent.")
HERON = ("heron", "Stolen heron painting found in Tolbury", "Police in Tolbury found the stolen heron painting.")


def rss(*items: tuple[str, str, str]) -> bytes:
    drawn = "".join(ITEM.format(*item) for item in items)
    return f"<rss version='2.0'><channel><title>Kestrel</title>{drawn}</channel></rss>".encode()


async def set_up(town: Town, **options: str) -> None:
    town.server.set("/rss", rss(FERRY))
    url = town.server.url("/rss")
    await town.ask(town.moderator, "topic create", name="Aldmark", description="All of Aldmark")
    await town.ask(town.moderator, "feed add", url=url, topic="Aldmark", backfill=5)
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC", **options)


async def test_a_digest_walks_from_commands_to_the_channel_and_the_next_shows_only_news(town: Town) -> None:
    await set_up(town)
    await town.march()
    assert town.member.sees() == []
    await town.march(timedelta(hours=11))
    (first,) = town.member.sees()
    assert FERRY[1] in first.text
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(timedelta(hours=20))
    await town.march(timedelta(hours=4))
    _, second = town.member.sees()
    assert HERON[1] in second.text
    assert FERRY[1] not in second.text
    assert not first.mentioned_roles


async def test_a_story_of_a_posted_digest_opens_for_who_asks(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    (posted,) = town.member.sees()
    reply = await (await town.member.choose(posted, "Open a story", ["0"])).finished()
    assert reply.is_ephemeral
    assert FERRY[1] in reply.text
    assert "kestrel.example" in reply.text
    (story,) = reply.messages
    sources = await (await town.member.press(story, "Sources (1)")).finished()
    assert sources.is_ephemeral
    assert f"kestrel.example/{FERRY[0]}" in sources.text


async def test_a_quiet_day_says_so_and_why(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    await town.march(timedelta(hours=24))
    _, quiet = town.member.sees()
    assert "Nothing new since" in quiet.text
    reply = await (await town.member.press(quiet, "Why nothing?")).finished()
    assert "1 of 1 feeds could be read" in reply.text


async def test_a_subscriber_gets_the_topics_role_and_is_pinged(town: Town) -> None:
    await set_up(town, ping="on")
    await town.ask(town.member, "subscribe", topic="Aldmark")
    (role,) = [role for role in town.guild.roles.values() if role.name == "Aldmark"]
    assert town.guild.members[town.member.user.id].roles == [role.id]
    await town.march()
    await town.march(timedelta(hours=11))
    assert [message.mentioned_roles for message in town.member.sees() if not message.ephemeral_for] == [[role.id]]
    await town.ask(town.member, "unsubscribe", topic="Aldmark")
    assert town.guild.members[town.member.user.id].roles == []


async def test_in_quiet_hours_a_digest_comes_and_pings_nobody(town: Town) -> None:
    await set_up(town, ping="on")
    await town.ask(town.member, "subscribe", topic="Aldmark")
    zone = {"timezone": "Europe/Kyiv"}
    half = await town.ask(town.moderator, "server settings", quiet_from="19:00", **zone)
    assert "both ends" in half.text
    said = await town.ask(town.moderator, "server settings", quiet_from="19:00", quiet_to="07:00", **zone)
    assert "from 19:00 to 07:00 (Europe/Kyiv)" in said.text
    await town.march()
    await town.march(timedelta(hours=11))
    assert [message.mentioned_roles for message in town.member.sees() if not message.ephemeral_for] == [[]]


async def test_topics_are_subscribed_to_by_button(town: Town) -> None:
    await set_up(town)
    listed = await town.ask(town.member, "topics")
    reply = await (await town.member.press(listed.messages[0], "Subscribe: Aldmark")).finished()
    assert "You subscribe to Aldmark" in reply.text
    listed = await town.ask(town.member, "topics")
    reply = await (await town.member.press(listed.messages[0], "Unsubscribe: Aldmark")).finished()
    assert "do not subscribe to Aldmark any more" in reply.text


async def test_what_is_there_is_read_and_previewed_before_the_first_digest(town: Town) -> None:
    await set_up(town)
    await town.march()
    assert FERRY[1] in (await town.ask(town.member, "latest")).text
    edition = (await town.moderator.complete("digest preview", "edition", "ald"))[0]["value"]
    assert FERRY[1] in (await town.ask(town.moderator, "digest preview", edition=edition)).text
    assert town.news.messages[-1].ephemeral_for
    reply = await town.ask(town.moderator, "digest now", edition=edition)
    assert "1 story goes" in reply.text
    await town.march()
    assert FERRY[1] in town.member.sees()[-1].text


async def test_lists_and_health_tell_how_everything_stands(town: Town) -> None:
    await set_up(town)
    assert "Kestrel" in (await town.ask(town.moderator, "feed test", url=town.server.url("/rss"))).text
    assert "not read yet" in (await town.ask(town.moderator, "feed list")).text
    await town.march()
    assert "Kestrel: well" in (await town.ask(town.moderator, "feed list", topic="Aldmark")).text
    assert "Aldmark 18:00" in (await town.ask(town.moderator, "digest list")).text
    assert "All of Aldmark" in (await town.ask(town.moderator, "topic show", topic="ALDMARK")).text
    town.server.set("/rss", b"", status=403)
    await town.march(timedelta(hours=1))
    health = (await town.ask(town.moderator, "health")).text
    assert "0 of 1 well" in health
    assert "the site blocks bots" in health


async def test_members_are_not_offered_what_moderators_do(town: Town) -> None:
    for name in ("topic create", "feed list", "digest list", "server settings", "health"):
        with pytest.raises(NotOffered):
            await town.member.command(name)


async def test_menus_and_buttons_work_after_a_restart(town: Town, tmp_path: Path) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    (posted,) = town.member.sees()
    listed = await town.ask(town.member, "topics")
    await town.stop()
    async with connected(town.standin, settings_for(tmp_path, town.standin), town.clock):
        reply = await (await town.member.choose(posted, "Open a story", ["0"])).finished()
        assert FERRY[1] in reply.text
        reply = await (await town.member.press(listed.messages[0], "Subscribe: Aldmark")).finished()
        assert "You subscribe to Aldmark" in reply.text
    assert (
        sum(exchange.method == "PUT" and exchange.path.endswith("/commands") for exchange in town.standin.exchanges)
        == 1
    )


async def test_an_answer_that_discord_drops_ends_quietly_and_the_next_one_comes(town: Town) -> None:
    town.standin.faults.add(Drop.BEFORE, path="/callback$")
    with pytest.raises(NoAnswer):
        await town.member.command("topics")
    assert "no topics yet" in (await town.ask(town.member, "topics")).text


async def test_a_feed_is_removed_by_its_title_and_its_entries_are_told_no_more(town: Town) -> None:
    await set_up(town)
    await town.march()
    offered = await town.moderator.complete("feed remove", "feed", "kest")
    assert [choice["name"] for choice in offered] == ["Kestrel"]
    reply = await town.ask(town.moderator, "feed remove", feed="Kestrl")
    assert "Did you mean Kestrel?" in reply.text
    reply = await town.ask(town.moderator, "feed remove", feed=offered[0]["value"])
    assert reply.text == "Kestrel is taken from Aldmark."
    assert await town.app.store.feeds.feeds() == ()
    reply = await town.ask(town.moderator, "feed remove", feed="Kestrel")
    assert "no feeds yet" in reply.text


async def test_a_corrected_title_is_corrected_in_the_posted_card_and_told_no_second_time(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    (posted,) = town.member.sees()
    corrected = "Ferry Osprey afloat again off Kelmouth"
    town.server.set("/rss", rss((FERRY[0], corrected, FERRY[2])))
    await town.march(timedelta(hours=3))
    (edited,) = town.member.sees()
    assert edited.id == posted.id
    assert corrected in edited.text
    assert FERRY[1] not in edited.text
    await town.march(timedelta(hours=21))
    _, quiet = town.member.sees()
    assert corrected not in quiet.text


async def test_a_feed_is_edited_for_this_server(town: Town) -> None:
    await set_up(town)
    await town.march()
    reply = await town.ask(town.moderator, "feed edit", feed="Kestrel", name="The Kestrel of Aldmark", read_pages="on")
    assert reply.text == "The Kestrel of Aldmark: pages are read where it has only a teaser."
    assert "The Kestrel of Aldmark: well" in (await town.ask(town.moderator, "feed list")).text
    reply = await town.ask(town.moderator, "feed edit", feed="The Kestrel of Aldmark", pause="on")
    assert "Nothing is taken from it" in reply.text
    assert "paused" in (await town.ask(town.moderator, "feed list")).text
    town.server.set("/rss", rss(FERRY, HERON))
    asked = town.server.count("/rss")
    await town.march(timedelta(hours=11))
    assert town.server.count("/rss") == asked
    await town.ask(town.moderator, "feed edit", feed="The Kestrel of Aldmark", pause="off", name="-", read_pages="off")
    await town.march(timedelta(hours=1))
    await town.march(timedelta(hours=23))
    assert "Kestrel: well" in (await town.ask(town.moderator, "feed list")).text
    assert HERON[1] in town.member.sees()[-1].text


async def test_letters_that_come_out_wrong_are_set_right_in_place(town: Town) -> None:
    right = "Паром сел на мель у Кельмута"
    wrong = right.encode("koi8-r").decode("cp1251")
    drawn = rss(("ferry", right, "Паром сел на мель.")).decode().encode("koi8-r")
    await set_up(town)
    town.server.set("/rss", drawn, content_type="application/xml; charset=windows-1251")
    await town.march()
    assert wrong in (await town.ask(town.member, "latest")).text
    reply = await town.ask(town.moderator, "feed edit", feed="Kestrel", encoding="KOI8-R")
    assert "its letters taken for koi8-r" in reply.text
    await town.march(timedelta(minutes=1))
    assert right in (await town.ask(town.member, "latest")).text


@pytest.mark.parametrize(
    ("options", "sentence"),
    [({}, "Say what to change"), ({"encoding": "klingon"}, "no encoding klingon")],
)
async def test_an_edit_of_nothing_or_to_nonsense_says_what_to_do(
    town: Town, options: dict[str, str], sentence: str
) -> None:
    await set_up(town)
    await town.march()
    assert sentence in (await town.ask(town.moderator, "feed edit", feed="Kestrel", **options)).text


PAGE = """<!doctype html><html><head>
<link rel="alternate" type="application/rss+xml" title="News" href="/rss">
<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport">
</head><body>Kestrel</body></html>"""


async def test_a_sites_feeds_come_as_a_menu_and_the_picked_one_is_added(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    town.server.set("/", PAGE, content_type="text/html")
    town.server.set("/rss", rss(FERRY))
    town.server.set("/sport", rss(HERON).replace(b"Kestrel", b"Kestrel Sport"))
    reply = await town.ask(town.moderator, "feed add", url=town.server.url("/"), topic="Aldmark")
    assert "There are 2 feeds there" in reply.text
    (shown,) = reply.messages
    picked = await (await town.moderator.choose(shown, "Pick a feed", [town.server.url("/sport")])).finished()
    assert "Kestrel Sport belongs to Aldmark now" in picked.text
    again = await (await town.moderator.choose(shown, "Pick a feed", [town.server.url("/sport")])).finished()
    assert "Aldmark has this feed already" in again.text


async def test_a_site_with_one_feed_needs_no_menu(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    town.server.set("/", PAGE, content_type="text/html")
    town.server.set("/rss", rss(FERRY))
    reply = await town.ask(town.moderator, "feed add", url=town.server.url("/"), topic="Aldmark")
    assert "Kestrel belongs to Aldmark now" in reply.text


async def test_a_digest_that_moves_does_not_tell_again_what_it_told(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    reply = await town.ask(town.moderator, "digest edit", edition="Aldmark 18:00", at="19:30", style="brief")
    assert "Aldmark 19:30" in reply.text
    quiet = town.world.add_channel(town.guild, "quiet")
    reply = await town.ask(town.moderator, "digest edit", edition="Aldmark 19:30", channel=quiet)
    assert f"<#{quiet.id}>" in reply.text
    town.server.set("/rss", rss(FERRY, HERON))
    await town.march(timedelta(hours=24))
    (moved,) = quiet.messages
    assert HERON[1] in moved.text
    assert FERRY[1] not in moved.text
    reply = await town.ask(town.moderator, "digest remove", edition="Aldmark 19:30")
    assert "ended" in reply.text
    assert "No digest is ordered" in (await town.ask(town.moderator, "digest list")).text


async def test_a_blocked_outlet_is_in_no_digest_and_no_answer(town: Town) -> None:
    await set_up(town)
    town.server.set("/rss", rss(FERRY, RATE))
    set_ = await town.ask(
        town.moderator, "server settings", blocked_outlets="https://www.Kestrel.example/x", images="none"
    )
    assert "kestrel.example" in set_.text
    assert "no picture" in set_.text
    await town.march()
    await town.march(timedelta(hours=11))
    (posted,) = town.member.sees()
    assert "Nothing new since" in posted.text
    assert "Nothing came in" in (await town.ask(town.member, "latest")).text
    assert "is no domain" in (await town.ask(town.moderator, "server settings", blocked_outlets="nonsense")).text
    cleared = await town.ask(town.moderator, "server settings", blocked_outlets="-")
    assert "kestrel.example" not in cleared.text
    assert FERRY[1] in (await town.ask(town.member, "latest")).text
