"""The stand-in as the real discord.py knows it over REST alone, and its bad days: faults, cut lines, rate limits."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
from discord.http import Route

from bot.playground.standin.faults import Drop, broken, forbidden_by_cloudflare, rate_limited
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import ChannelType
from tests.playground.rest_town import Town, open_town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with open_town() as opened:
        yield opened


@pytest.fixture
async def client(town: Town, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[discord.Client]:
    monkeypatch.setattr(Route, "BASE", town.standin.api_base)
    async with discord.Client(intents=discord.Intents.none()) as logged_in:
        await logged_in.login(town.standin.token)
        yield logged_in


@pytest.fixture
def news(client: discord.Client, town: Town) -> discord.PartialMessageable:
    return client.get_partial_messageable(town.news.id, guild_id=town.guild.id)


def page(*texts: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.Container(*map(discord.ui.TextDisplay, texts)))
    return view


async def test_a_client_logs_in_and_knows_itself(client: discord.Client, town: Town) -> None:
    assert client.user is not None
    assert (client.user.id, client.user.bot) == (town.world.bot.id, True)
    assert client.application_id == town.world.application_id


@pytest.mark.usefixtures("client")
async def test_a_wrong_token_is_a_login_failure() -> None:
    async with discord.Client(intents=discord.Intents.none()) as other:
        with pytest.raises(discord.LoginFailure):
            await other.login("another-token")


async def test_a_layout_is_sent_read_changed_and_deleted_without_gateway(
    news: discord.PartialMessageable, town: Town
) -> None:
    sent = await news.send(view=page("# Ferry", "It sails."))
    assert sent.flags.components_v2
    assert town.shown() == ["# Ferry\nIt sails."]
    assert [one.id async for one in news.history()] == [sent.id]
    await (await news.fetch_message(sent.id)).edit(view=page("# Ferry", "It is late."))
    assert town.shown() == ["# Ferry\nIt is late."]
    await sent.delete()
    with pytest.raises(discord.NotFound) as gone:
        await news.fetch_message(sent.id)
    assert gone.value.code == 10008


async def test_a_file_comes_with_its_words(news: discord.PartialMessageable, town: Town) -> None:
    await news.send("The list", file=discord.File(io.BytesIO(b"<opml/>"), "feeds.opml"))
    assert town.shown() == ["The list"]


async def test_history_of_many_pages_is_read_to_its_end(news: discord.PartialMessageable, town: Town) -> None:
    for number in range(120):
        town.world.store_message(town.news, town.owner, {"content": str(number)})
    assert [one.content async for one in news.history(limit=None)] == [str(119 - number) for number in range(120)]
    oldest = [one.content async for one in news.history(limit=110, oldest_first=True)]
    assert oldest == [str(number) for number in range(110)]


async def test_what_is_too_long_is_told_field_by_field(news: discord.PartialMessageable) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await news.send("é" * 2001)
    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert "In content: Must be 2000 or fewer in length." in refused.value.text


@pytest.mark.parametrize(
    ("denied", "code"), [(Permission.VIEW_CHANNEL, 50001), (Permission.SEND_MESSAGES, 50013), (None, 10003)]
)
async def test_refusals_arrive_with_their_code(
    news: discord.PartialMessageable, town: Town, denied: Permission | None, code: int
) -> None:
    if denied is None:
        town.world.delete_channel(town.news)
    else:
        town.world.deny(town.news, town.world.bot, denied)
    with pytest.raises(discord.HTTPException) as refused:
        await news.send("Hello")
    assert refused.value.code == code


async def test_threads_and_posts_are_begun(client: discord.Client, town: Town) -> None:
    forum = town.world.add_channel(town.guild, "reports", type=ChannelType.FORUM)
    forum.available_tags = [{"id": "71", "name": "Ferry", "moderated": False, "emoji_id": None, "emoji_name": None}]
    channel = await client.fetch_channel(town.news.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await channel.create_thread(name="Ferry", type=discord.ChannelType.public_thread)
    await thread.send("It sails.")
    assert town.shown(town.world.channels[thread.id]) == ["It sails."]
    reports = await client.fetch_channel(forum.id)
    assert isinstance(reports, discord.ForumChannel)
    post = await reports.create_thread(name="Ferry", content="It is late.", applied_tags=reports.available_tags)
    assert post.message.content == "It is late."
    assert town.world.channels[post.thread.id].applied_tags == [71]


async def test_roles_are_made_given_and_taken(client: discord.Client, town: Town) -> None:
    guild = await client.fetch_guild(town.guild.id)
    role = await guild.create_role(name="Aldmark news", mentionable=True)
    member = await guild.fetch_member(town.owner.id)
    await member.add_roles(role)
    assert town.guild.members[town.owner.id].roles == [role.id]
    await member.remove_roles(role)
    assert town.guild.members[town.owner.id].roles == []
    with pytest.raises(discord.NotFound) as unknown:
        await guild.fetch_member(town.stranger.id)
    assert unknown.value.code == 10007


async def test_direct_messages_are_opened_and_sent(client: discord.Client, town: Town) -> None:
    dm = await client.create_dm(discord.Object(town.owner.id))
    await dm.send("Good morning")
    assert town.shown(town.world.dm_of(town.owner)) == ["Good morning"]
    town.owner.dms_closed = True
    with pytest.raises(discord.Forbidden) as closed:
        await dm.send("Good evening")
    assert closed.value.code == 50007


@pytest.mark.parametrize("scope", ["user", "global", "shared"])
async def test_a_rate_limit_is_waited_for(news: discord.PartialMessageable, town: Town, scope: str) -> None:
    town.standin.faults.add(rate_limited(0.01, scope=scope), method="POST", times=2)
    await news.send("Hello")
    assert [exchange.status for exchange in town.standin.exchanges if exchange.method == "POST"] == [429, 429, 200]
    assert town.shown() == ["Hello"]


async def test_a_rate_limit_of_cloudflare_is_not_waited_for(news: discord.PartialMessageable, town: Town) -> None:
    town.standin.faults.add(rate_limited(0.01, via=False), method="POST")
    with pytest.raises(discord.HTTPException) as refused:
        await news.send("Hello")
    assert refused.value.status == 429
    assert town.shown() == []


async def test_an_html_refusal_has_no_code(news: discord.PartialMessageable, town: Town) -> None:
    town.standin.faults.add(forbidden_by_cloudflare(), method="POST")
    with pytest.raises(discord.Forbidden) as refused:
        await news.send("Hello")
    assert refused.value.code == 0
    assert "Access denied" in refused.value.text


async def test_a_broken_server_is_one(news: discord.PartialMessageable, town: Town) -> None:
    town.standin.faults.add(broken(503), method="POST")  # discord.py tries 500, 502 and 504 again
    with pytest.raises(discord.DiscordServerError):
        await news.send("Hello")
    assert town.shown() == []


@pytest.mark.parametrize(("drop", "stored"), [(Drop.BEFORE, 0), (Drop.AFTER, 1)])
async def test_a_line_cut_during_a_send_leaves_the_outcome_unknown(
    news: discord.PartialMessageable, town: Town, drop: Drop, stored: int
) -> None:
    town.standin.faults.add(drop, method="POST")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await news.send("Part one", nonce="part-1")
    assert len(town.shown()) == stored
    await news.send("Part one", nonce="part-1")
    assert town.shown() == ["Part one"]


async def test_a_repeat_with_a_fresh_nonce_stands_twice(news: discord.PartialMessageable, town: Town) -> None:
    town.standin.faults.add(Drop.AFTER, method="POST")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await news.send("Part one")
    await news.send("Part one")
    assert town.shown() == ["Part one", "Part one"]


async def test_a_send_without_answer_ends_only_by_the_clients_deadline(
    news: discord.PartialMessageable, town: Town
) -> None:
    town.standin.faults.add(Drop.NEVER_ANSWER, method="POST")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(news.send("Hello"), timeout=0.1)
    assert town.shown() == []
    await news.send("Hello again")
    assert town.shown() == ["Hello again"]


async def test_a_fault_meets_only_the_requests_it_was_ordered_for(town: Town) -> None:
    town.standin.faults.add(broken(), method="POST", path=r"/messages$", times=2)
    assert (await town.call("GET", town.messages())).status == 200
    assert (await town.call("POST", f"/channels/{town.news.id}/typing")).status == 204
    assert [(await town.say("Hello")).status for _ in range(4)] == [500, 500, 200, 200]


@pytest.fixture
async def strict() -> AsyncIterator[Town]:
    async with open_town(strict_rates=True) as opened:
        yield opened


async def test_a_sixth_message_in_five_seconds_is_refused_and_counted(strict: Town) -> None:
    other = strict.world.add_channel(strict.guild, "other")
    answers = await asyncio.gather(*[strict.say(str(number)) for number in range(6)])
    assert sorted(answer.status for answer in answers) == [200] * 5 + [429]
    refused = max(answers, key=lambda answer: answer.status)
    assert 0 < refused.json["retry_after"] <= 5
    assert refused.json["global"] is False
    assert "Via" in refused.headers
    assert (len(strict.shown()), strict.standin.violations) == (5, 1)
    assert (await strict.say("Elsewhere", channel=other)).status == 200


async def test_more_than_fifty_requests_a_second_are_refused_everywhere(strict: Town) -> None:
    answers = await asyncio.gather(*[strict.call("GET", "/users/@me") for _ in range(200)])
    refused = [answer for answer in answers if answer.status == 429]
    assert sum(answer.status == 200 for answer in answers) >= 50
    assert refused
    assert all(answer.json["global"] for answer in refused)
    assert strict.standin.violations == len(refused)


async def test_answers_to_interactions_have_no_global_limit(strict: Town) -> None:
    path = "/interactions/7/token/callback"
    answers = await asyncio.gather(*[strict.call("POST", path, {"type": 5}, token="") for _ in range(60)])
    assert {answer.refusal for answer in answers} == {(404, 10062)}
    assert strict.standin.violations == 0


async def test_without_strict_rates_nobody_is_too_fast(town: Town) -> None:
    answers = await asyncio.gather(*[town.say(str(number)) for number in range(60)])
    assert {answer.status for answer in answers} == {200}
