"""The page as a browser without script uses it: every form is answered by a page that shows what came of it."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.playground.standin import people
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import ChannelType
from tests.playground.gateway_town import Bot, running
from tests.playground.interaction_bot import COMMANDS, Count, Menu
from tests.playground.page_town import PageTown, kept_line, page_town, trouble


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> AsyncIterator[PageTown]:
    caplog.set_level(logging.CRITICAL, logger="discord")
    async with page_town(monkeypatch) as opened:
        yield opened


@pytest.fixture
async def bot(town: PageTown) -> AsyncIterator[Bot]:
    async with running(Bot(*COMMANDS, clickable=(Count, Menu)), town.town) as ready:
        yield ready


@pytest.mark.usefixtures("bot")
async def test_a_typed_command_is_answered_to_who_typed_it_alone(town: PageTown) -> None:
    page = await town.send("/topic create name:North Coast cards:9 quiet:True")
    assert "North Coast 9 1.0 True" in page
    assert kept_line(page) == ""
    _, other = await town.get(town.seat(town.scene.member))
    assert "North Coast" not in other


@pytest.mark.usefixtures("bot")
async def test_what_is_picked_is_typed_by_its_name(town: PageTown) -> None:
    page = await town.send("/topic create name:Ferry where:#notices who:@Jon role:@Moderators")
    role = town.town.moderators
    assert f"{town.scene.notices.id} {town.scene.member.id} {role.id}" in page


@pytest.mark.usefixtures("bot")
async def test_an_attached_file_goes_into_the_option_for_files(town: PageTown) -> None:
    form = aiohttp.FormData({"line": "/topic create name:Ferry"})
    form.add_field("file", b"<opml/>", filename="feeds.opml")
    headers = {"Sec-Fetch-Site": "same-origin"}
    async with town.browser.post(f"{town.seat()}/send", data=form, headers=headers) as answer:
        assert "feeds.opml" in await answer.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/nonsense", "There is no command /nonsense for Mira here."),
        ("/", "There is no command / for Mira here."),
        ("/topic", "There is no command /topic for Mira here."),
        ("/topic create name:Ferry colour:red", "There is no option colour in /topic create."),
        ("/topic create uri:https://a.example name:Ferry", "There is no option uri in /topic create."),
        ("/topic create Ferry", "“Ferry” belongs to no option of /topic create: write option:value."),
        ("/topic create", "Name must be given."),
        ("/topic create name:F", "Name: its length is out of range."),
        ("/topic create name:Ferry cards:many", "Cards: many is not a whole number."),
        ("/topic create name:Ferry cards:12", "Cards: 12 is out of range."),
        ("/topic create name:Ferry quiet:perhaps", "Quiet: perhaps is none of true, false."),
        ("/topic create name:Ferry where:#stories", "Where: #stories is none of #news, #notices, #bulletin."),
        ("/topic create name:Ferry file:feeds.opml", "File: attach a file beside the message box."),
        ("", "A message has 1 to 2000 characters, this one has 0."),
    ],
)
async def test_what_a_client_would_not_send_is_a_sentence_and_the_line_is_kept(
    town: PageTown, line: str, sentence: str
) -> None:
    page = await town.send(line)
    assert trouble(page) == sentence
    assert kept_line(page) == line


@pytest.mark.usefixtures("bot")
async def test_a_member_is_not_offered_what_moderators_do(town: PageTown) -> None:
    jon = town.seat(town.scene.member)
    assert {"/moderate", "/whoami"} <= {one["label"] for one in await town.suggest("/")}
    assert "/moderate" not in {one["label"] for one in await town.suggest("/", at=jon)}
    assert trouble(await town.send("/moderate", at=jon)) == "There is no command /moderate for Jon here."


@pytest.mark.usefixtures("bot")
async def test_options_are_offered_with_the_required_ones_first_and_what_can_fill_them(town: PageTown) -> None:
    first, *rest = await town.suggest("/topic create ")
    assert (first["label"], first["detail"].split(" · ")[0], first["insert"]) == ("name:", "required", "name:")
    assert "where:" in {one["label"] for one in rest}
    begun = await town.suggest("/topic create name:Ferry wh")
    assert [one["label"] for one in begun] == ["where:", "who:"]
    assert [one["label"] for one in await town.suggest("/topic create name:Ferry where:no")] == ["#notices"]
    assert [one["label"] for one in await town.suggest("/topic create quiet:")] == ["true", "false"]
    assert [one["label"] for one in await town.suggest("/topic feed add kind:r")] == ["RSS"]
    assert await town.suggest("hello") == []


@pytest.mark.usefixtures("bot")
async def test_the_bot_completes_a_value_and_is_sent_what_stands_behind_it(town: PageTown) -> None:
    (offer,) = await town.suggest("/topic feed add kind:RSS town:kes")
    assert offer["label"] == "Kestrel Bay (rss)"
    line = "/topic feed add kind:RSS town:kes"[: offer["start"]] + offer["insert"]
    assert "Kestrel Bay rss" in await town.send(line)


@pytest.mark.usefixtures("bot")
async def test_buttons_and_menus_of_a_message_work_from_the_page_that_shows_them(town: PageTown) -> None:
    await town.send("/page")
    message = str(town.scene.news.messages[-1].id)
    assert "Read 1 times" in await town.post("/press", message=message, component="count:0")
    chosen = aiohttp.FormData([("message", message), ("component", "menu:town")])
    for value in ("Orrin", "Aldmouth"):
        chosen.add_field("values", value)
    headers = {"Sec-Fetch-Site": "same-origin", "Referer": town.standin.home.rstrip("/") + town.seat()}
    async with town.browser.post("/choose", data=chosen, headers=headers) as answer:
        assert "Orrin and Aldmouth" in await answer.text()
    page = await town.post("/press", message=message, component="count:9")
    assert trouble(page) == "The message has no count:9."
    page = await town.post("/press", at=town.seat(town.scene.second), message="1", component="count:0")
    assert trouble(page) == "The message is not there."


@pytest.mark.usefixtures("bot")
async def test_a_form_opens_is_filled_in_and_sent_or_left(town: PageTown) -> None:
    page = await town.send("/form")
    (action,) = re.findall(r'<form class="modal"[^>]* action="([^"]+)"', page)
    assert "A new topic" in page
    assert trouble(await town.post(action, name="F")) == "Name holds 2 to 20 characters."
    assert "Ferry: none" in await town.post(action, name="Ferry", note="none")
    left = await town.post(action, name="", cancel="cancel")
    assert "A new topic" not in left
    status, _ = await town.get(action.replace(str(town.scene.moderator.id), str(town.scene.member.id)))
    assert status == 404


@pytest.mark.usefixtures("bot")
async def test_a_messages_menu_offers_commands(town: PageTown) -> None:
    page = await town.send("The ferry is back")
    assert "Why this?" in page
    message = str(town.scene.news.messages[-1].id)
    page = await town.post(f"{town.seat()}/use", message=message, command="Why this?")
    assert "Because of" in page


async def test_a_bot_that_is_away_does_not_respond_and_the_line_is_kept(
    town: PageTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(Bot(*COMMANDS), town.town):
        pass
    monkeypatch.setattr(people, "ACK_S", 0.05)
    page = await town.send("/whoami")
    assert trouble(page) == "The application did not respond."
    assert kept_line(page) == "/whoami"
    assert "Tidings is offline" in page
    async with town.browser.get(f"{town.seat()}/suggest", params={"line": "/topic feed add town:x"}) as answer:
        assert await answer.json() == {"offers": [], "failed": True}


@pytest.mark.usefixtures("bot")
async def test_a_deferred_answer_shows_that_it_is_on_its_way(town: PageTown) -> None:
    page = await town.send("/later alone:True times:0")
    assert "is thinking…" in page
    assert '<noscript><meta http-equiv="refresh"' in page


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-origin", "Host": "elsewhere.example"},
    ],
)
async def test_no_other_page_of_the_browser_types_commands(town: PageTown, headers: dict[str, str]) -> None:
    before = len(town.scene.news.messages)
    data = {"line": "hello"}
    async with town.browser.post(f"{town.seat()}/send", data=data, headers=headers) as answer:
        assert answer.status == 403
    assert len(town.scene.news.messages) == before


async def test_an_older_browser_is_known_by_its_origin(town: PageTown) -> None:
    headers = {"Origin": town.standin.home.rstrip("/")}
    async with town.browser.post(f"{town.seat()}/send", data={"line": "hello"}, headers=headers) as answer:
        assert "hello" in await answer.text()


async def test_every_page_lets_nothing_in_from_outside(town: PageTown) -> None:
    for path in (town.seat(), "/nowhere", "/page.css", "/page.js", "/message.css"):
        async with town.browser.get(path) as answer:
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
            text = await answer.text()
            assert "style=" not in text
            assert not re.findall(r'(?:src|href)="(?!/|#|https?://)', text)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/as/1/channels/2", "/as/x/channels/2", "/as/1/channels/2/forms/x", "/press", "/as/1"]
)
async def test_a_wrong_address_is_a_page_that_says_so(town: PageTown, path: str) -> None:
    status, page = await town.get(path)
    assert status == 404
    assert "There is nothing here" in page


async def test_channels_show_only_to_who_may_see_them(town: PageTown) -> None:
    world, scene = town.scene.world, town.scene
    world.deny(scene.notices, scene.guild.roles[scene.guild.id], int(Permission.VIEW_CHANNEL))
    world.allow(scene.notices, town.town.moderators, int(Permission.VIEW_CHANNEL))
    _, page = await town.get(town.seat(scene.member))
    assert "notices" not in page
    assert (await town.get(town.seat(scene.member, scene.notices)))[0] == 404
    assert (await town.get(town.seat(scene.moderator, scene.notices)))[0] == 200
    direct = world.dm_of(scene.member)
    assert (await town.get(town.seat(scene.member, direct)))[0] == 200
    assert (await town.get(town.seat(scene.moderator, direct)))[0] == 404


async def test_threads_stand_under_their_channel_and_posts_in_their_forum(town: PageTown) -> None:
    world, scene = town.scene.world, town.scene
    message = town.town.says(scene.member, "The ferry is back")
    thread = world.add_thread(scene.news, "Ferry talk", owner=world.bot, message=message)
    (forum,) = [one for one in world.channels.values() if one.type is ChannelType.FORUM]
    _, empty = await town.get(town.seat(channel=forum))
    assert "No posts yet" in empty
    post = world.add_thread(forum, "Flood at Kelmouth", owner=world.bot)
    _, page = await town.get()
    assert f'href="{town.seat(channel=thread)}">Ferry talk' in page
    _, page = await town.get(town.seat(channel=forum))
    assert f'class="post" href="{town.seat(channel=post)}"' in page
    _, page = await town.get(town.seat(channel=post))
    assert "Flood at Kelmouth" in page


async def test_long_histories_come_in_pages(town: PageTown) -> None:
    for number in range(60):
        town.town.says(town.scene.member, f"Line {number}.")
    _, page = await town.get()
    assert "Line 59." in page
    assert "Line 9." not in page
    (earlier,) = re.findall(r'class="earlier"><a href="([^"]+)"', page)
    _, page = await town.get(earlier)
    assert "Line 9." in page
    assert "Line 10." not in page


async def test_an_open_page_is_told_of_every_change_also_of_what_one_person_sees(town: PageTown) -> None:
    async with town.browser.get(f"{town.seat()}/events") as answer:
        assert await answer.content.readline() == b"data: changed\n"
        await answer.content.readline()
        world = town.scene.world
        world.store_message(town.scene.news, world.bot, {"content": "x"}, ephemeral_for=town.scene.moderator.id)
        assert await answer.content.readline() == b"data: changed\n"


async def test_clock_and_wire_are_worked_from_the_page(town: PageTown) -> None:
    for by in ("slot", "hour", "day"):
        await town.post(f"{town.seat()}/clock", by=by)
    await town.post(f"{town.seat()}/wire", publish="next")
    assert town.hands.asked == ["slot", "1:00:00", "1 day, 0:00:00", "publish"]
    town.hands.is_over = True
    assert trouble(await town.post(f"{town.seat()}/clock", by="slot")).startswith("No digest is ordered yet")
    assert trouble(await town.post(f"{town.seat()}/wire", publish="next")) == "The wire has told everything it has."
    feed = town.wire.addresses()[0]
    page = await town.post(f"{town.seat()}/wire", **{"break": feed})
    assert "1 broken" in page
    async with town.browser.get(feed) as answer:
        assert answer.status == 500
    page = await town.post(f"{town.seat()}/wire", mend=feed)
    assert "broken" not in page
    async with town.browser.get(feed) as answer:
        assert answer.status == 200


async def test_a_page_and_all_it_needs_is_light(town: PageTown) -> None:
    weight = 0
    for path in (town.seat(), "/page.css", "/message.css", "/page.js", "/icon.svg"):
        weight += len((await town.get(path))[1].encode())
    assert weight < 150_000
