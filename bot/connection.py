"""The gateway, kept up: login, connect, and connect again after whatever ends it. Digests go on without it.

discord.py resumes by itself after a lost connection; what it does not survive (a malformed dispatch, an outage at the
first login) is begun anew here, ever more slowly: an IDENTIFY costs one of a thousand a day.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import aiohttp
import discord

from bot.client import TidingsClient

log = logging.getLogger(__name__)

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 300.0
"""Two to five attempts within the first minute, then one in five minutes: 300 a day of Discord's 1,000 IDENTIFYs."""

LOGIN_S = 60.0
"""Deadline of a login with all commands told to Discord; discord.py itself gives a connection 60 s."""

CALM_S = 600.0
"""A connection that held this long was a good one: the next failure is waited for as if it were the first."""


class GatewayRefusedError(Exception):
    """Discord refuses us for good: `code` is the key of the sentence that says what the admin must change."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


REFUSALS = {
    4004: "gateway-bad-token",
    4010: "gateway-bad-shard",
    4011: "gateway-needs-shards",
    4013: "gateway-bad-intents",
    4014: "gateway-bad-intents",
}
"""Close codes after which trying again cannot help (Discord's docs, gateway close event codes)."""


async def stay_connected(client: TidingsClient, token: str) -> None:
    """Keep the client connected until cancelled.

    Raises:
        GatewayRefusedError: the token or the shards are wrong; only the admin can mend that.
    """
    loop = asyncio.get_running_loop()
    waits = _waits()
    while True:
        began = loop.time()
        try:
            await _connect(client, token)
        except discord.LoginFailure as error:
            raise GatewayRefusedError("gateway-bad-token") from error
        except discord.PrivilegedIntentsRequired as error:
            raise GatewayRefusedError("gateway-bad-intents") from error
        except discord.ConnectionClosed as error:
            if error.code in REFUSALS:
                raise GatewayRefusedError(REFUSALS[error.code]) from error
            log.warning("gateway closed code=%s", error.code)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("gateway unreachable error=%s: %s", type(error).__name__, error)
        except Exception:
            log.exception("gateway connection broke; it is begun anew")
        if loop.time() - began > CALM_S:
            waits = _waits()
        await asyncio.sleep(next(waits))


async def _connect(client: TidingsClient, token: str) -> None:
    """Log in if need be, and hold a connection until it ends."""
    if client.is_closed():
        client.clear()
        client.loop = asyncio.get_running_loop()  # a closed one lost it, and nothing can be dispatched without
        client.http.connector = discord.utils.MISSING  # its own was closed with it, and `clear` forgets that
        client.loop = (
            asyncio.get_running_loop()
        )  # taken away by `close` too: without it every event ends the connection
    if client.ws and client.ws.open:  # of one connection; one that holds several closes them itself
        await client.ws.close()
    if client.user is None:
        try:
            async with asyncio.timeout(LOGIN_S):
                await client.login(token)
        except BaseException:
            await client.close()  # half a login would leave its session open
            raise
    await client.connect(reconnect=True)


def _waits() -> Iterator[float]:
    wait = FIRST_WAIT_S
    while True:
        yield wait
        wait = min(2 * wait, LONGEST_WAIT_S)
