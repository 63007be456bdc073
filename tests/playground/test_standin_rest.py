"""The stand-in over REST: who may ask, and messages as Discord takes, keeps, repeats and refuses them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import ChannelType
from tests.playground.rest_town import Town, open_town

V2 = 1 << 15
LAYOUT = {"flags": V2, "components": [{"type": 17, "components": [{"type": 10, "content": "# Ferry"}]}]}


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with open_town() as opened:
        yield opened


@pytest.mark.parametrize("token", ["", "stand-in-token", "Bot another-token", "Bearer stand-in-token"])
async def test_a_wrong_or_missing_token_is_refused(town: Town, token: str) -> None:
    answer = await town.call("POST", town.messages(), {"content": "Hello"}, token=token)
    assert answer.refusal == (401, 0)
    assert town.shown() == []


@pytest.mark.parametrize("path", ["/nowhere", "/channels", "/guilds/1/nothing"])
async def test_an_unknown_route_is_not_found(town: Town, path: str) -> None:
    assert (await town.call("GET", path)).refusal == (404, 0)


async def test_answers_are_exactly_json_and_what_gives_nothing_has_no_body(town: Town) -> None:
    assert (await town.call("GET", "/users/@me")).headers["Content-Type"] == "application/json"
    assert (await town.call("GET", "/channels/7")).headers["Content-Type"] == "application/json"
    done = await town.call("POST", f"/channels/{town.news.id}/typing")
    assert (done.status, done.json) == (204, None)


async def test_the_bot_is_told_who_it_is(town: Town) -> None:
    me = await town.call("GET", "/users/@me")
    assert (me.id, me.json["bot"]) == (str(town.world.bot.id), True)
    for path in ("/applications/@me", "/oauth2/applications/@me"):
        assert (await town.call("GET", path)).id == str(town.world.application_id)


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/channels/7", 10003),
        ("POST", "/channels/7/messages", 10003),
        ("GET", "/channels/{news}/messages/7", 10008),
        ("PATCH", "/channels/{news}/messages/7", 10008),
        ("DELETE", "/channels/{news}/messages/7", 10008),
        ("GET", "/guilds/7", 10004),
        ("GET", "/guilds/{guild}/members/7", 10013),
        ("GET", "/guilds/{guild}/members/{stranger}", 10007),
        ("PUT", "/guilds/{guild}/members/{owner}/roles/7", 10011),
        ("DELETE", "/guilds/{guild}/roles/7", 10011),
    ],
)
async def test_what_is_not_there_is_told_by_its_code(town: Town, method: str, path: str, code: int) -> None:
    ids = {"news": town.news.id, "guild": town.guild.id, "stranger": town.stranger.id, "owner": town.owner.id}
    answer = await town.call(method, path.format(**ids), {"content": "Hello"})
    assert answer.refusal == (404, code)


async def test_an_id_that_is_no_number_is_refused(town: Town) -> None:
    assert (await town.call("GET", "/channels/news")).refusal == (400, 50035)


async def test_a_message_is_sent_read_changed_and_deleted(town: Town) -> None:
    sent = await town.say("The ferry sails.")
    path = town.messages(message=sent.id)
    assert (await town.call("GET", path)).json == sent.json
    changed = await town.call("PATCH", path, {"content": "The ferry is late."})
    assert changed.json["content"] == "The ferry is late."
    assert sent.json["edited_timestamp"] is None
    assert changed.json["edited_timestamp"] is not None
    assert (await town.call("DELETE", path)).status == 204
    assert (await town.call("GET", path)).refusal == (404, 10008)


async def test_everybody_who_listens_hears_of_a_message(town: Town) -> None:
    heard: list[tuple[str, str, int | None]] = []
    stop = town.world.listen(lambda event, data, guild: heard.append((event, data["id"], guild)))
    sent = (await town.say("The ferry sails.")).id
    await town.call("PATCH", town.messages(message=sent), {"content": "Late."})
    await town.call("DELETE", town.messages(message=sent))
    stop()
    await town.say("Nobody hears this.")
    events = ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE")
    assert heard == [(event, sent, town.guild.id) for event in events]


async def test_ids_grow_even_while_the_clock_stands(town: Town) -> None:
    ids = [int((await town.say(str(number))).id) for number in range(5)]
    assert ids == sorted(set(ids))


async def test_a_layout_comes_back_with_numbered_components(town: Town) -> None:
    sent = await town.call("POST", town.messages(), LAYOUT)
    assert sent.json["flags"] == V2
    assert [sent.json["components"][0]["id"], sent.json["components"][0]["components"][0]["id"]] == [1, 2]
    assert town.shown() == ["# Ferry"]


async def test_what_limits_refuse_is_refused_on_every_way_in(town: Town) -> None:
    sent = (await town.say("Before")).id
    forum = town.world.add_channel(town.guild, "reports", type=ChannelType.FORUM)
    long = {"content": "é" * 2001}
    for method, path, body in (
        ("POST", town.messages(), long),
        ("PATCH", town.messages(message=sent), long),
        ("POST", f"/channels/{forum.id}/threads", {"name": "Ferry", "message": long}),
    ):
        answer = await town.call(method, path, body)
        assert answer.refusal == (400, 50035)
        assert answer.json["errors"]["content"]["_errors"][0]["message"] == "Must be 2000 or fewer in length."
    assert town.shown() == ["Before"]
    assert (await town.call("GET", f"/guilds/{town.guild.id}/threads/active")).json["threads"] == []


@pytest.mark.parametrize("kind", [None, "application/json"])
async def test_a_message_with_a_file_is_read_from_its_json_part(town: Town, kind: str | None) -> None:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps({"content": "The list"}), content_type=kind)
    form.add_field("files[0]", b"<opml/>", filename="feeds.opml", content_type="text/xml")
    headers = {"Authorization": f"Bot {town.standin.token}"}
    url = town.standin.api_base + town.messages()
    async with town.session.post(url, data=form, headers=headers) as response:
        assert response.status == 200
    assert town.shown() == ["The list"]


async def test_history_is_paged_newest_first(town: Town) -> None:
    ids = [(await town.say(str(number))).id for number in range(6)]
    gone = (await town.say("gone")).id
    await town.call("DELETE", town.messages(message=gone))

    async def page(**query: object) -> list[str]:
        return [one["content"] for one in (await town.call("GET", town.messages(), **query)).json]

    assert await page() == ["5", "4", "3", "2", "1", "0"]
    assert await page(limit=2) == ["5", "4"]
    assert await page(limit=2, before=ids[4]) == ["3", "2"]
    assert await page(limit=2, after=ids[0]) == ["2", "1"]  # the two that follow, the newer of them first
    assert await page(before=ids[0]) == []


@pytest.mark.parametrize(("limit", "status"), [(0, 400), (1, 200), (100, 200), (101, 400)])
async def test_a_page_of_history_holds_one_to_a_hundred(town: Town, limit: int, status: int) -> None:
    assert (await town.call("GET", town.messages(), limit=limit)).status == status


async def test_a_hidden_channel_gives_missing_access(town: Town) -> None:
    sent = (await town.say("Before")).id
    town.world.deny(town.news, town.world.bot, Permission.VIEW_CHANNEL)
    for method, path in (
        ("GET", f"/channels/{town.news.id}"),
        ("GET", town.messages()),
        ("POST", town.messages()),
        ("PATCH", town.messages(message=sent)),
        ("DELETE", town.messages(message=sent)),
        ("POST", f"/channels/{town.news.id}/typing"),
    ):
        assert (await town.call(method, path, {"content": "Hello"})).refusal == (403, 50001), (method, path)


async def test_a_guild_the_bot_left_gives_missing_access(town: Town) -> None:
    del town.guild.members[town.world.bot.id]
    assert (await town.say("Hello")).refusal == (403, 50001)
    assert (await town.call("GET", f"/guilds/{town.guild.id}")).refusal == (403, 50001)


async def test_a_channel_closed_to_the_bot_can_be_read_but_not_written(town: Town) -> None:
    town.world.deny(town.news, town.own_role, Permission.SEND_MESSAGES)
    assert (await town.say("Hello")).refusal == (403, 50013)
    assert (await town.call("POST", f"/channels/{town.news.id}/typing")).refusal == (403, 50013)
    assert (await town.call("GET", town.messages())).json == []


async def test_without_read_message_history_the_past_is_empty(town: Town) -> None:
    sent = (await town.say("Before")).id
    town.world.deny(town.news, town.world.bot, Permission.READ_MESSAGE_HISTORY)
    assert (await town.call("GET", town.messages())).json == []
    assert (await town.call("GET", town.messages(message=sent))).refusal == (403, 50013)


async def test_embeds_without_the_right_to_them_are_dropped(town: Town) -> None:
    town.world.deny(town.news, town.world.bot, Permission.EMBED_LINKS)
    sent = await town.say("See below", embeds=[{"title": "Ferry"}])
    assert (sent.json["content"], sent.json["embeds"]) == ("See below", [])


async def test_overwrites_are_applied_from_everyone_over_roles_to_the_member(town: Town) -> None:
    everyone, bot = town.guild.roles[town.guild.id], town.world.bot
    other = town.world.add_role(town.guild, "Readers")
    town.guild.members[bot.id].roles.append(other.id)
    for whom, change, may in (
        (everyone, town.world.deny, False),
        (other, town.world.allow, True),
        (town.own_role, town.world.deny, True),  # of two roles, the one that allows
        (bot, town.world.deny, False),
        (bot, town.world.allow, True),
    ):
        change(town.news, whom, Permission.SEND_MESSAGES)
        assert (await town.say("Hello")).status == (200 if may else 403)


async def test_an_administrator_and_the_owner_pass_every_overwrite(town: Town) -> None:
    town.world.deny(town.news, town.world.bot, Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES)
    town.world.deny(town.news, town.owner, Permission.VIEW_CHANNEL)
    town.own_role.permissions |= Permission.ADMINISTRATOR
    assert (await town.say("Hello")).status == 200
    assert town.world.permissions_of(town.owner.id, town.guild, town.news) & Permission.VIEW_CHANNEL
    assert town.world.permissions_of(town.stranger.id, town.guild, town.news) == 0


async def test_anothers_message_cannot_be_changed_and_is_deleted_only_by_right(town: Town) -> None:
    theirs = town.world.store_message(town.news, town.owner, {"content": "Hello"})
    path = town.messages(message=theirs.id)
    assert (await town.call("PATCH", path, {"content": "Bye"})).refusal == (403, 50005)
    assert (await town.call("DELETE", path)).refusal == (403, 50013)
    town.world.allow(town.news, town.world.bot, Permission.MANAGE_MESSAGES)
    assert (await town.call("PATCH", path, {"content": "Bye"})).refusal == (403, 50005)
    assert (await town.call("DELETE", path)).status == 204


async def test_what_only_one_may_see_is_in_no_history(town: Town) -> None:
    secret = town.world.store_message(town.news, town.world.bot, {"content": "For you"}, ephemeral_for=town.owner.id)
    assert (await town.call("GET", town.messages())).json == []
    assert (await town.call("GET", town.messages(message=secret.id))).refusal == (404, 10008)


ENFORCED: dict[str, Any] = {"nonce": "digest-7-1", "enforce_nonce": True}


async def test_an_enforced_nonce_gives_the_same_message_within_five_minutes(town: Town) -> None:
    first = await town.say("Part one", **ENFORCED)
    town.clock.at += timedelta(minutes=5)
    again = await town.say("Part one, again", **ENFORCED)
    assert (again.status, again.id, again.json["content"]) == (200, first.id, "Part one")
    assert again.json["nonce"] == "digest-7-1"
    town.clock.at += timedelta(seconds=1)
    assert (await town.say("Part one", **ENFORCED)).id != first.id
    assert len(town.shown()) == 2


async def test_a_nonce_holds_for_its_channel_and_only_where_it_is_enforced(town: Town) -> None:
    other = town.world.add_channel(town.guild, "other")
    ids = {
        (await town.say("Part", **ENFORCED)).id,
        (await town.say("Part", channel=other, **ENFORCED)).id,
        (await town.say("Part", nonce="digest-7-1")).id,
        (await town.say("Part", nonce="digest-7-2", enforce_nonce=True)).id,
    }
    assert len(ids) == 4


async def test_a_number_and_its_text_are_the_same_nonce(town: Town) -> None:
    first = await town.say("Part", nonce=77, enforce_nonce=True)
    assert (await town.say("Part", nonce="77", enforce_nonce=True)).id == first.id


async def test_the_nonce_of_a_message_deleted_meanwhile_is_refused(town: Town) -> None:
    first = (await town.say("Part", **ENFORCED)).id
    await town.call("DELETE", town.messages(message=first))
    assert (await town.say("Part", **ENFORCED)).refusal == (404, 10008)
    assert town.shown() == []


async def test_every_exchange_is_kept_with_its_route(town: Town) -> None:
    sent = await town.say("Hello")
    await town.call("GET", town.messages(), limit=101)
    first, second = town.standin.exchanges
    assert (first.method, first.path) == ("POST", town.messages())
    assert first.route == second.route == "/channels/{channel_id}/messages"
    assert (first.request, first.status, first.answer) == ({"content": "Hello"}, 200, sent.json)
    assert (second.query, second.request, second.status) == ({"limit": "101"}, None, 400)
