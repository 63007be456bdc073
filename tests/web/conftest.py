"""An archive as it is served: a real store, the real server on loopback, told digests of two guilds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientSession, DummyCookieJar

from bot.replies import preload
from bot.web.addresses import new_key
from bot.web.pages import Pages
from bot.web.server import listening, make_app
from digests.core.digest import Card, Digest, Receipt
from digests.core.editions import Destination, Edition, EditionId, Topic
from digests.core.members import GuildSettings
from digests.usecases.archive import Archive
from digests.usecases.searching import Searching
from storage import Store, open_store
from tests.builders import CHANNEL, GUILD, NOW, card, digest, edition, hours, minutes, topic

OTHER_GUILD = GUILD + 1


@dataclass
class Press:
    """What tells digests and asks for their pages."""

    store: Store
    pages: Pages
    session: ClientSession | None = None
    port: int = 0
    key: str = ""
    editions: dict[tuple[int, str], tuple[Edition, Topic]] = field(default_factory=dict)

    async def tell(
        self,
        *cards: Card,
        slot: datetime = NOW,
        guild_id: int = GUILD,
        name: str = "Morning",
        destination: Destination = CHANNEL,
        **changes: Any,
    ) -> Digest:
        """Have an edition of a guild tell cards at a slot; all of it is sent."""
        if (guild_id, name) not in self.editions:
            interest = await self.store.topics.put_topic(topic(guild_id=guild_id))
            order = edition(name, topics=(interest.id,), guild_id=guild_id, destination=destination)
            self.editions[guild_id, name] = (await self.store.editions.put_edition(order), interest)
        order, _ = self.editions[guild_id, name]
        one = digest(*cards, slot=slot, **{"id": f"{order.id}-{slot:%d%H}", "edition": name} | changes)
        assert await self.store.digests.save_digest(one, order, due=slot)
        await self.send(slot)
        return one

    async def send(self, now: datetime) -> None:
        """Have everything due sent."""
        while claimed := await self.store.digests.claim_operations(now=now, owner="a", limit=9, lease=minutes(2)):
            for operation in claimed:
                await self.store.digests.operation_done(operation.id, Receipt(message_id=str(operation.id)), now=now)

    async def become_public(self, guild_id: int = GUILD) -> None:
        await self.store.members.put_settings(GuildSettings(guild_id=guild_id, is_archive_public=True))

    async def get(self, path: str, *, method: str = "GET", key: str | None = None, **options: Any) -> ClientResponse:
        """Ask for a path in the guild's archive and read the answer whole; redirects are not followed."""
        assert self.session is not None
        name = self.key if key is None else key
        address = f"http://127.0.0.1:{self.port}" + (path if path.startswith("/") else f"/{name}/{path}")
        answer = await self.session.request(method, address, allow_redirects=False, **options)
        await answer.read()
        return answer

    async def text(self, path: str, **options: Any) -> str:
        answer = await self.get(path, **options)
        assert answer.status == 200, (path, answer.status)
        return await answer.text()

    def edition_id(self, name: str = "Morning", guild_id: int = GUILD) -> EditionId:
        return self.editions[guild_id, name][0].id

    def topic_id(self, name: str = "Morning", guild_id: int = GUILD) -> int:
        return self.editions[guild_id, name][1].id


def pages_of(store: Store, **changes: Any) -> Pages:
    searching = Searching(entries=store.entries, topics=store.topics)
    archive = Archive(store=store.archive, searching=searching, new_key=new_key, base="https://news.example/read")
    return Pages(archive=archive, **{"language": "en", "is_indexed": False} | changes)


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    async with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
async def press(store: Store) -> AsyncIterator[Press]:
    press = Press(store=store, pages=pages_of(store))
    await asyncio.to_thread(preload)
    app = await asyncio.to_thread(make_app, press.pages, {})
    async with (
        listening(app, "127.0.0.1", 0) as press.port,
        ClientSession(cookie_jar=DummyCookieJar()) as press.session,
    ):
        press.key = await store.archive.key(GUILD, fresh=new_key())
        yield press


def reported(number: int, *names: str) -> Card:
    """Give a card whose story several outlets reported, an hour apart."""
    base = card(number)
    sources = tuple(
        replace(
            base.sources[0],
            n=n,
            name=name,
            url=f"https://{name.lower()}.example/{number}/{n}",
            title=f"{name} on ferry {number}",
            published=NOW - hours(n),
            voice=names[0],
        )
        for n, name in enumerate(names, start=1)
    )
    return replace(base, sources=sources, outlets=len(names))


def paths_of(press: Press, told: Sequence[Digest]) -> list[str]:
    """Give the path of every kind of page there is of digests."""
    lists = ["", f"topic/{press.topic_id()}", f"edition/{press.edition_id()}"]
    stories = [f"story/{one.cards[0].story_id}" for one in told]
    return [*lists, *(f"digest/{one.id}" for one in told), *stories]
