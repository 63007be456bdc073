"""All that speaks to Discord, as one part of the program: the client, its publisher, its notices, its connection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.client import make_client
from bot.connection import stay_connected
from bot.desk import Desk
from bot.notices import Noticeboard
from bot.publishers.direct import DirectPublisher
from bot.publishers.discord import DiscordPublisher
from bot.services import Services
from config.settings import Discord as DiscordSettings
from digests.core.members import DIRECT
from digests.ports import MemberStore, Publisher

log = logging.getLogger(__name__)

CLOSE_S = 4.0
"""How long a stop waits for the gateway to say goodbye."""


class DiscordSide:
    """The Discord side of one program; nothing is asked of Discord before `connected` is awaited.

    `publishers` are those of channels and of direct messages, by platform.
    """

    def __init__(self, settings: DiscordSettings, members: MemberStore) -> None:
        assert settings.token is not None  # the caller asks only then
        self._token = settings.token.get_secret_value()
        self.client = make_client(settings)
        channels = DiscordPublisher(self.client)
        self.publishers: dict[str, Publisher] = {
            "discord": channels,
            DIRECT: DirectPublisher(self.client, channels),
        }
        self.noticeboard = Noticeboard(self.client, members)

    @asynccontextmanager
    async def serving(self, services: Services) -> AsyncIterator[None]:
        """Answer commands with these use cases; at the end the client is closed."""
        desk = self.client.desk = Desk(services)
        try:
            yield
        finally:
            try:
                async with asyncio.timeout(CLOSE_S):
                    await desk.close()
                    await self.client.close()
            except TimeoutError:
                log.warning("gateway left without a goodbye")

    def take_up(self, services: Services) -> None:
        """Answer commands with other use cases from now on."""
        self.client.desk.services = services

    async def stay_connected(self) -> None:
        """Hold the gateway until cancelled. Errors as `connection.stay_connected`."""
        await stay_connected(self.client, self._token)
