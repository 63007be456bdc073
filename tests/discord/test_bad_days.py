"""Discord's bad days: what the gateway and REST do wrong, and that no digest is lost or shown twice for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import open_app
from bot.connection import GatewayRefusedError
from bot.playground.standin.faults import (
    Drop,
    Fault,
    broken,
    forbidden_by_cloudflare,
    rate_limited,
)
from bot.playground.standin.gateway import Gateway
from bot.playground.standin.permissions import Permission
from config.settings import Settings
from tests.discord.conftest import Town, connected, settings_for
from tests.discord.test_walk import FERRY, rss, set_up

SENDS = r"^/channels/\d+/messages$"


async def answers(town: Town) -> None:
    """Make sure that commands are answered."""
    assert "Feeds" in (await town.ask(town.moderator, "health")).text


async def again(town: Town, holds: Callable[[Gateway], bool]) -> None:
    """Wait until the gateway says so and the client is connected."""
    await town.standin.gateway.until(lambda gateway: holds(gateway) and bool(gateway.live()))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, town: Town) -> None:
    """Spare the five seconds that discord.py rests before a second IDENTIFY."""

    async def at_once(_shard: int | None, *, initial: bool = False) -> None: ...

    assert town.app.discord is not None
    monkeypatch.setattr(town.app.discord.client, "before_identify_hook", at_once)


async def test_a_reconnect_that_discord_asks_for_is_a_resume(town: Town) -> None:
    town.standin.gateway.reconnect()
    await again(town, lambda gateway: gateway.resumes == 1)
    await answers(town)
    assert town.standin.gateway.identifies == 1


async def test_a_closed_connection_is_resumed(town: Town) -> None:
    await town.standin.gateway.drop(4000)
    await again(town, lambda gateway: gateway.resumes == 1)
    await answers(town)


@pytest.mark.usefixtures("impatient")
async def test_an_invalid_session_is_begun_anew(town: Town) -> None:
    town.standin.gateway.invalidate(resumable=False)
    await again(town, lambda gateway: gateway.identifies == 2)
    await answers(town)


@pytest.mark.usefixtures("impatient")
async def test_a_malformed_dispatch_does_not_end_the_bot(town: Town) -> None:
    town.standin.gateway.send_raw({"op": 0, "t": "GUILD_CREATE", "s": 99, "d": {}})
    await again(town, lambda gateway: gateway.identifies == 2)
    await answers(town)


async def refusal_of(town: Town, settings: Settings, *, close_code: int | None = None) -> str:
    """Connect another bot; give why Discord refuses it."""
    async with open_app(settings, now=town.clock) as app:
        assert app.discord is not None
        connection = asyncio.create_task(app.discord.stay_connected())
        if close_code is not None:
            await town.standin.gateway.connected(sessions=2)
            await town.standin.gateway.drop(close_code)
        with pytest.raises(GatewayRefusedError) as refused:
            async with asyncio.timeout(10):
                await connection
    return refused.value.code


async def test_a_refused_token_says_what_to_change(town: Town, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "other", town.standin)
    wrong = settings.model_copy(update={"discord": settings.discord.model_copy(update={"token": SecretStr("wrong")})})
    assert await refusal_of(town, wrong) == "gateway-bad-token"


@pytest.mark.parametrize(("code", "key"), [(4004, "gateway-bad-token"), (4011, "gateway-needs-shards")])
async def test_a_fatal_close_says_what_to_change(town: Town, tmp_path: Path, code: int, key: str) -> None:
    assert await refusal_of(town, settings_for(tmp_path / "other", town.standin), close_code=code) == key


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(rate_limited(0.05), id="429"),
        pytest.param(rate_limited(0.05, scope="global"), id="429-global"),
        pytest.param(rate_limited(30, via=False), id="429-of-cloudflare"),
        pytest.param(broken(503), id="503"),
        pytest.param(forbidden_by_cloudflare(), id="403-of-cloudflare"),
        pytest.param(Drop.BEFORE, id="dropped-before"),
        pytest.param(Drop.AFTER, id="dropped-after"),
    ],
)
async def test_a_digest_survives_one_bad_answer_and_stands_once(town: Town, fault: Fault) -> None:
    await set_up(town)
    await town.march()
    town.standin.faults.add(fault, method="POST", path=SENDS)
    await town.march(timedelta(hours=11))
    await town.march(timedelta(minutes=20))
    (posted,) = town.member.sees()
    assert FERRY[1] in posted.text


@pytest.mark.parametrize(
    ("closed_by", "said"),
    [("deleted", "is there no more"), ("hidden", "I cannot see"), ("read-only", "I may not post")],
)
async def test_a_closed_channel_pauses_its_digest_tells_the_moderators_once_and_loses_nothing(
    town: Town, closed_by: str, said: str
) -> None:
    await set_up(town)
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "health")
    await town.ask(town.moderator, "server settings", notices=notices)
    await town.march()
    match closed_by:
        case "deleted":
            town.world.delete_channel(town.news)
        case "hidden":
            town.world.deny(town.news, town.world.bot, int(Permission.VIEW_CHANNEL))
        case _:
            town.world.deny(town.news, town.world.bot, int(Permission.SEND_MESSAGES))
    for _ in range(3):
        await town.march(timedelta(hours=11))
    (notice,) = notices.messages
    assert said in notice.text
    listed = (await town.ask(town.moderator, "digest list")).text
    assert "is paused" in listed
    assert said in listed
    if closed_by == "read-only":
        town.world.allow(town.news, town.world.bot, int(Permission.SEND_MESSAGES))
        edition = (await town.moderator.complete("digest resume", "edition", ""))[0]["value"]
        await town.ask(town.moderator, "digest resume", edition=edition)
        await town.march(timedelta(hours=24))
        assert FERRY[1] in "".join(message.text for message in town.news.messages if not message.ephemeral_for)


async def test_a_message_deleted_before_its_record_is_not_sent_again(town: Town) -> None:
    await set_up(town)
    await town.march()
    town.standin.faults.add(Drop.AFTER, method="POST", path=SENDS)
    await town.march(timedelta(hours=11))
    (message,) = town.member.sees()
    town.world.delete_message(message)
    await town.march(timedelta(minutes=1))
    assert town.member.sees() == []


async def test_several_shards_are_held_and_answer(town: Town, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "other", town.standin)
    sharded = settings.model_copy(update={"discord": settings.discord.model_copy(update={"shard_count": 2})})
    async with open_app(sharded, now=town.clock) as app:
        assert app.discord is not None
        connection = asyncio.create_task(app.discord.stay_connected())
        await town.standin.gateway.connected(sessions=3, timeout_s=20)
        connection.cancel()
        await asyncio.wait({connection})
    assert {session.shard for session in town.standin.gateway.sessions.values()} == {(0, 1), (0, 2), (1, 2)}


async def test_a_server_the_bot_is_not_in_does_not_stop_the_sync(town: Town, tmp_path: Path) -> None:
    stranger = town.world.add_guild("Elsewhere", owner=town.world.users[town.guild.owner_id])
    town.world.remove_member(stranger, town.world.bot)
    settings = settings_for(tmp_path / "other", town.standin)
    wished = settings.discord.model_copy(update={"guild_ids": (stranger.id, town.guild.id)})
    async with connected(town.standin, settings.model_copy(update={"discord": wished}), town.clock):
        assert town.guild.id in town.world.commands
        assert stranger.id not in town.world.commands


async def test_an_outage_at_the_start_is_waited_out(town: Town, tmp_path: Path) -> None:
    for fault in (Drop.BEFORE, forbidden_by_cloudflare()):
        town.standin.faults.add(fault, path="^/users/@me$")
    async with connected(town.standin, settings_for(tmp_path / "other", town.standin), town.clock):
        pass


async def test_several_shards_survive_a_malformed_dispatch(town: Town, tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "other", town.standin)
    wished = settings.discord.model_copy(update={"shard_count": 1})
    async with connected(town.standin, settings.model_copy(update={"discord": wished}), town.clock):
        town.standin.gateway.send_raw({"op": 0, "t": "GUILD_CREATE", "s": 99, "d": {}})
        await town.standin.gateway.until(lambda gateway: gateway.identifies == 4, timeout_s=20)
        await town.standin.gateway.connected(sessions=2)


async def test_a_digest_due_before_the_login_waits_for_it(town: Town, tmp_path: Path) -> None:
    await set_up(town)
    await town.march()
    await town.app.preparer.prepare(town.clock.at + timedelta(hours=10, minutes=55))
    await town.stop()
    town.clock.at += timedelta(hours=11)
    async with open_app(settings_for(tmp_path, town.standin), now=town.clock) as app:
        await app.deliverer.deliver(town.clock.at)
        assert town.member.sees() == []
        assert app.discord is not None
        await app.discord.noticeboard.post(town.clock.at)
        connection = asyncio.create_task(app.discord.stay_connected())
        await town.standin.gateway.connected()
        await app.deliverer.deliver(town.clock.at + timedelta(minutes=1))
        connection.cancel()
        await asyncio.wait({connection})
    (posted,) = town.member.sees()
    assert FERRY[1] in posted.text


async def test_a_feed_that_stays_ill_is_told_once_and_its_recovery_once(town: Town) -> None:
    await set_up(town)
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "health")
    await town.ask(town.moderator, "server settings", notices=notices)
    await town.march()
    town.server.set("/rss", b"", status=403)
    for _ in range(12):
        await town.march(timedelta(hours=1))
    (ill,) = notices.messages
    assert "The feed Kestrel cannot be read since" in ill.text
    assert "the site blocks bots; ask its owner" in ill.text
    town.server.set("/rss", rss(FERRY))
    for _ in range(30):
        await town.march(timedelta(hours=1))
    _, well = notices.messages
    assert "The feed Kestrel is read again" in well.text


async def test_a_feed_that_recovers_soon_is_not_spoken_of(town: Town) -> None:
    await set_up(town)
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "health")
    await town.ask(town.moderator, "server settings", notices=notices)
    await town.march()
    town.server.set("/rss", b"", status=500)
    await town.march(timedelta(hours=1))
    town.server.set("/rss", rss(FERRY))
    for _ in range(12):
        await town.march(timedelta(hours=1))
    assert notices.messages == []


OLD_NEWS = (
    "Oster council buys ninety electric buses",
    "Dairy Pellgrove closes its cheese cellar",
    "Skerrow lighthouse keeper retires after forty years",
    "Two walkers rescued from Hollin quarry",
    "Tolbury United signs goalkeeper Haas",
    "Flu clinic opens beside the Kelmouth market",
    "Painter Rinn shows herons in Ulvey",
    "Rill bridge shut for a week of repairs",
    "Court frees baker in forged flour case",
    "Cape Hallow counts record number of seals",
    "School choir wins at Serravia festival",
    "Harvest of apples falls by a third",
)


def archive(address: str) -> bytes:
    """Give a feed of old entries at an address of the site."""
    items = "".join(
        f"<item><guid>{address}/{n}</guid><link>https://kestrel.example/{address}/{n}</link>"
        f"<title>{title}</title><pubDate>20 Feb 2026 10:00:00 GMT</pubDate></item>"
        for n, title in enumerate(OLD_NEWS)
    )
    return f"<rss version='2.0'><channel><title>Kestrel</title>{items}</channel></rss>".encode()


async def test_a_republished_archive_is_held_until_a_moderator_decides(town: Town) -> None:
    await set_up(town)
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "health")
    await town.ask(town.moderator, "server settings", notices=notices)
    town.server.set("/rss", archive("old"))
    await town.march()
    await town.march(timedelta(hours=11))
    posted = len(town.member.sees())
    town.server.set("/rss", archive("new"))
    await town.march(timedelta(hours=23))
    (notice,) = notices.messages
    assert "gave 12 old entries anew" in notice.text
    await town.march(timedelta(hours=1))
    assert "Nothing new since" in "".join(message.text for message in town.member.sees()[posted:])
    reply = await (await town.member.press(notice, "Release")).finished()
    assert reply.text == "Only moderators of this server can decide that."
    reply = await (await town.moderator.press(notice, "Release")).finished()
    assert reply.text == "12 entries of Kestrel count as news now."
    reply = await town.ask(town.moderator, "feed discard", feed="Kestrel")
    assert "Nothing of Kestrel is held" in reply.text
    await town.march(timedelta(hours=24))
    told = "".join(message.text for message in town.member.sees()[posted + 1 :])
    assert sum(title in told for title in OLD_NEWS) == 7
