"""The stand-in's gateway as the real discord.py lives with it, and by plain WebSocket where discord.py never errs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import discord
import pytest

from bot.playground.standin.gateway import CONTENT, DIRECT_MESSAGES, GUILD_MEMBERS, GUILD_MESSAGES, GUILDS, Gateway
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import ChannelType
from tests.playground.gateway_town import Bot, Town, discord_town, open_line, running

MESSAGES = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Town]:
    caplog.set_level(logging.CRITICAL, logger="discord")
    async with discord_town(monkeypatch) as opened:
        yield opened


@pytest.fixture
def gateway(town: Town) -> Gateway:
    return town.standin.gateway


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    async with running(Bot(intents=MESSAGES), town) as ready:
        yield ready


async def test_a_bot_connects_and_knows_its_guild(bot: Bot, town: Town, gateway: Gateway) -> None:
    guild = bot.get_guild(town.guild.id)
    assert guild is not None
    assert not guild.unavailable
    assert (guild.name, guild.owner_id, guild.me.id) == ("Aldmouth", town.owner.user.id, town.world.bot.id)
    assert [channel.name for channel in guild.text_channels] == ["news"]
    assert {role.name for role in guild.roles} == {"@everyone", "Tidings", "Moderators"}
    assert (gateway.identifies, gateway.resumes, len(gateway.live())) == (1, 0, 1)


async def test_a_bot_knows_threads_and_what_it_may_do(bot: Bot, town: Town) -> None:
    thread = town.world.add_thread(town.news, "Ferry", owner=town.member.user)
    town.world.deny(town.news, town.world.bot, Permission.SEND_MESSAGES)
    await bot.until(lambda one: "thread_create" in one.told and "guild_channel_update" in one.told)
    channel = bot.get_channel(town.news.id)
    assert isinstance(channel, discord.TextChannel)
    assert not channel.permissions_for(channel.guild.me).send_messages
    assert channel.permissions_for(channel.guild.me).read_message_history
    assert [one.id for one in channel.threads] == [thread.id]


async def test_a_guild_of_an_outage_stays_unavailable_until_it_is_told(town: Town) -> None:
    town.guild.unavailable = True
    async with running(Bot(), town) as bot:
        assert bot.guilds[0].unavailable
        town.guild.unavailable = False
        town.world.emit("GUILD_CREATE", town.world.guild_json(town.guild), town.guild.id)
        await bot.until(lambda one: "guild_available" in one.told)
        assert not bot.guilds[0].unavailable
        assert "guild_join" not in bot.told


async def test_a_bot_hears_when_it_is_invited_and_thrown_out(bot: Bot, town: Town) -> None:
    other = town.world.add_guild("Kestrel Bay", owner=town.owner.user)
    await bot.until(lambda one: "guild_join" in one.told)
    there = town.world.add_channel(other, "news")
    town.world.remove_member(other, town.world.bot)
    town.says(town.owner.user, "Nobody hears", there)
    await bot.until(lambda one: "guild_remove" in one.told)
    assert bot.heard == []
    assert [guild.id for guild in bot.guilds] == [town.guild.id]


async def test_messages_in_a_channel_the_bot_cannot_see_are_not_heard(bot: Bot, town: Town) -> None:
    hidden = town.world.add_channel(town.guild, "moderators")
    town.world.deny(hidden, town.world.bot, Permission.VIEW_CHANNEL)
    town.says(town.moderator.user, "Among ourselves", hidden)
    town.says(town.moderator.user, "To all")
    await bot.until(lambda one: bool(one.heard))
    assert [message.channel.id for message in bot.heard] == [town.news.id]


async def test_every_event_of_a_channel_is_heard(bot: Bot, town: Town) -> None:
    world = town.world
    channel = world.add_channel(town.guild, "reports", type=ChannelType.FORUM)
    role = world.add_role(town.guild, "Aldmark news")
    message = town.says(town.member.user, "Hello")
    world.edit_message(message, {"content": "Hello again"})
    world.delete_message(message)
    world.remove_role(town.guild, role)
    world.delete_channel(channel)
    await bot.until(lambda one: "guild_channel_delete" in one.told)
    known = [name for name in bot.told if name.startswith(("guild_channel", "guild_role", "raw_message"))]
    assert known == [
        "guild_channel_create",
        "guild_role_create",
        "raw_message_edit",
        "raw_message_delete",
        "guild_role_delete",
        "guild_channel_delete",
    ]


async def test_only_what_the_intents_ask_for_is_heard(town: Town) -> None:
    async with running(Bot(intents=discord.Intents(guilds=True, dm_messages=True)), town) as bot:
        town.says(town.member.user, "In the channel")
        town.says(town.member.user, "To the bot", town.world.dm_of(town.member.user))
        await bot.until(lambda one: bool(one.heard))
        assert bot.contents() == ["To the bot"]


async def test_without_the_content_intent_only_what_concerns_the_bot_is_read(bot: Bot, town: Town) -> None:
    me, jon = town.world.bot, town.member.user
    town.says(jon, "Among ourselves")
    town.says(me, "My own")
    town.says(jon, f"<@{me.id}> hello")
    town.says(jon, "To you alone", town.world.dm_of(jon))
    await bot.until(lambda one: len(one.heard) == 4)
    assert bot.contents() == ["", "My own", f"<@{me.id}> hello", "To you alone"]


async def test_with_the_content_intent_all_is_read(town: Town, gateway: Gateway) -> None:
    gateway.privileged = CONTENT
    intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    async with running(Bot(intents=intents), town) as bot:
        town.says(town.member.user, "Among ourselves")
        await bot.until(lambda one: bool(one.heard))
        assert bot.contents() == ["Among ourselves"]


async def test_a_privileged_intent_that_is_not_switched_on_closes_with_4014(town: Town) -> None:
    async with Bot(intents=discord.Intents(guilds=True, members=True)) as bot:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await bot.start(town.standin.token)


async def test_a_token_that_was_reset_after_the_login_closes_with_4004(town: Town) -> None:
    async with Bot() as bot:
        await bot.login(town.standin.token)
        bot.http.token = "the-one-before"
        with pytest.raises(discord.ConnectionClosed) as closed:
            await bot.connect()
        assert closed.value.code == 4004


async def test_after_a_reconnect_request_a_bot_resumes_and_misses_nothing(
    bot: Bot, town: Town, gateway: Gateway
) -> None:
    town.says(town.world.bot, "Before")
    await bot.until(lambda one: bool(one.heard))
    gateway.reconnect()
    for number in range(3):
        town.says(town.world.bot, f"Meanwhile {number}")
    await bot.until(lambda one: "resumed" in one.told)
    town.says(town.world.bot, "After")
    await bot.until(lambda one: "After" in one.contents())
    assert bot.contents() == ["Before", "Meanwhile 0", "Meanwhile 1", "Meanwhile 2", "After"]
    assert (gateway.identifies, gateway.resumes) == (1, 1)


async def test_after_a_close_with_4000_a_bot_resumes_and_misses_nothing(bot: Bot, town: Town, gateway: Gateway) -> None:
    await gateway.drop(4000)
    town.says(town.world.bot, "Meanwhile")
    await bot.until(lambda one: "resumed" in one.told and bool(one.heard))
    assert bot.contents() == ["Meanwhile"]
    assert (gateway.identifies, gateway.resumes) == (1, 1)


@pytest.mark.parametrize(("is_resumable", "identifies", "resumes"), [(True, 1, 1), (False, 2, 0)])
async def test_after_an_invalid_session_a_bot_resumes_or_identifies_anew(
    bot: Bot, town: Town, gateway: Gateway, is_resumable: bool, identifies: int, resumes: int
) -> None:
    gateway.invalidate(resumable=is_resumable)
    await gateway.until(lambda one: one.identifies + one.resumes == 2)
    await gateway.connected()
    assert (gateway.identifies, gateway.resumes) == (identifies, resumes)
    town.says(town.world.bot, "After")
    await bot.until(lambda one: "After" in one.contents())


async def test_a_session_the_gateway_forgot_is_begun_anew(bot: Bot, town: Town, gateway: Gateway) -> None:
    (forgotten,) = gateway.live()
    del gateway.sessions[forgotten.id]
    assert forgotten.socket is not None
    await forgotten.socket.close(code=4000)
    await gateway.until(lambda one: one.identifies == 2)
    await gateway.connected()
    town.says(town.world.bot, "After")
    await bot.until(lambda one: "After" in one.contents())


async def test_heartbeats_without_answer_make_a_bot_resume(town: Town, gateway: Gateway) -> None:
    gateway.heartbeat_ms = 20
    async with running(Bot(heartbeat_timeout=0.2), town) as bot:
        gateway.answers_heartbeats = False
        await bot.until(lambda one: "resumed" in one.told)
        gateway.answers_heartbeats = True
        assert gateway.identifies == 1


async def test_a_malformed_dispatch_ends_the_connection_of_a_bot(town: Town, gateway: Gateway) -> None:
    async with Bot() as bot:
        connection = asyncio.create_task(bot.start(town.standin.token))
        await bot.until(lambda one: "ready" in one.told)
        gateway.send_raw({"op": 0, "t": "MESSAGE_CREATE", "s": 99, "d": {}})
        with pytest.raises(KeyError, match="channel_id"):
            await asyncio.wait_for(connection, timeout=10)


async def test_two_processes_by_mistake_both_hear_everything(bot: Bot, town: Town, gateway: Gateway) -> None:
    async with running(Bot(intents=MESSAGES), town) as other:
        await gateway.connected(sessions=2)
        town.says(town.world.bot, "Once")
        await bot.until(lambda one: bool(one.heard))
        await other.until(lambda one: bool(one.heard))
        assert bot.contents() == other.contents() == ["Once"]


async def test_members_are_given_by_id(bot: Bot, town: Town) -> None:
    guild = bot.get_guild(town.guild.id)
    assert guild is not None
    found = await guild.query_members(user_ids=[town.member.user.id, 7])
    assert [member.name for member in found] == ["Jon"]


async def test_a_shard_hears_only_of_its_own_guilds(town: Town) -> None:
    guilds = [town.guild, *(town.world.add_guild(name, owner=town.owner.user) for name in ("Kestrel Bay", "Orrin"))]
    for number in range(2):
        own = {str(guild.id) for guild in guilds if (guild.id >> 22) % 2 == number}
        async with open_line(town) as line:
            ready = await line.identify(shard=[number, 2])
            assert {guild["id"] for guild in ready["guilds"]} == own


async def test_a_line_is_greeted_and_every_heartbeat_answered_even_before_it_identifies(town: Town) -> None:
    async with open_line(town) as line:
        assert line.seen[0]["d"]["heartbeat_interval"] == 41_250
        await line.send(1, None)
        assert (await line.op(11))["d"] is None


async def test_ready_says_who_the_bot_is_and_where_to_resume(town: Town) -> None:
    async with open_line(town) as line:
        ready = await line.identify()
        assert ready["user"]["id"] == ready["application"]["id"] == str(town.world.application_id)
        assert ready["resume_gateway_url"] == town.standin.gateway_url
        assert ready["guilds"] == [{"id": str(town.guild.id), "unavailable": True}]
        created = await line.event("GUILD_CREATE")
        assert (created["s"], created["d"]["id"]) == (2, str(town.guild.id))


async def test_a_resume_replays_what_came_after_the_sequence_named(town: Town) -> None:
    async with open_line(town) as line:
        session = (await line.identify(intents=GUILDS | GUILD_MESSAGES))["session_id"]
        sequence = (await line.event("GUILD_CREATE"))["s"]
    await town.standin.gateway.until(lambda one: not one.live())
    texts = [f"Part {number}" for number in range(3)]
    for text in texts:
        town.says(town.world.bot, text)
    async with open_line(town) as line:
        await line.send(6, {"token": town.standin.token, "session_id": session, "seq": sequence + 1})
        await line.event("RESUMED")
        told = [(one["s"], one["d"].get("content")) for one in line.seen if one["t"] == "MESSAGE_CREATE"]
        assert told == [(sequence + 2, texts[1]), (sequence + 3, texts[2])]


@pytest.mark.parametrize("wrong", ["session_id", "token"])
async def test_a_resume_of_nothing_known_is_an_invalid_session(town: Town, wrong: str) -> None:
    async with open_line(town) as line:
        session = (await line.identify())["session_id"]
    async with open_line(town) as line:
        await line.send(6, {"token": town.standin.token, "session_id": session, "seq": 0} | {wrong: "another"})
        assert (await line.op(9))["d"] is False
        await line.identify()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", 4002),
        ("[]", 4002),
        ('{"d": {}}', 4002),
        ('{"op": 3, "d": {}}', 4003),
        ('{"op": 2, "d": {"token": "another", "intents": 1}}', 4004),
        (f'{{"op": 2, "d": {{"token": "stand-in-token", "intents": {GUILD_MEMBERS}}}}}', 4014),
    ],
)
async def test_a_line_that_errs_is_closed_with_its_code(town: Town, text: str, code: int) -> None:
    async with open_line(town) as line:
        await line.socket.send_str(text)
        assert await line.closed_with() == code


@pytest.mark.parametrize(("op", "code"), [(2, 4005), (6, 4005), (77, 4001)])
async def test_a_session_that_errs_is_closed_with_its_code(town: Town, op: int, code: int) -> None:
    async with open_line(town) as line:
        await line.identify()
        await line.send(op, {"token": town.standin.token, "intents": 1})
        assert await line.closed_with() == code


async def test_presence_and_voice_are_taken_without_a_word(town: Town) -> None:
    async with open_line(town) as line:
        await line.identify()
        await line.send(3, {"status": "online", "activities": [], "afk": False, "since": None})
        await line.send(4, {"guild_id": str(town.guild.id), "channel_id": None})
        await line.send(1, 2)
        await line.op(11)
        assert not line.socket.closed


async def test_a_payload_of_more_than_4096_bytes_ends_the_line(town: Town) -> None:
    async with open_line(town) as line:
        await line.identify()
        await line.send(3, {"status": "x" * 4096})
        assert await line.closed_with() is not None


@pytest.mark.parametrize(
    ("intents", "is_direct", "is_heard"),
    [
        (GUILDS, False, False),
        (GUILDS | GUILD_MESSAGES, False, True),
        (GUILDS | GUILD_MESSAGES, True, False),
        (GUILDS | DIRECT_MESSAGES, True, True),
        (GUILDS | DIRECT_MESSAGES, False, False),
    ],
)
async def test_messages_of_guilds_and_direct_ones_have_intents_of_their_own(
    town: Town, intents: int, is_direct: bool, is_heard: bool
) -> None:
    async with open_line(town) as line:
        await line.identify(intents=intents)
        await line.event("GUILD_CREATE")
        town.says(town.member.user, "Hello", town.world.dm_of(town.member.user) if is_direct else None)
        town.world.add_role(town.guild, "Last")
        await line.event("GUILD_ROLE_CREATE")
        assert ("MESSAGE_CREATE" in {one["t"] for one in line.seen}) is is_heard
