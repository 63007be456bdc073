"""The program ten minutes before a slot of the invented wire, with a language model at hand; and what is true of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App, open_app
from bot.playground.server import WireServer
from config.settings import DigestDefaults, EditionEntry, Polling, Settings, Storage, Summary, TopicEntry
from digests.core.compose import digest_id
from digests.core.digest import Card, Digest
from digests.core.editions import Edition
from digests.core.gates import Phrased
from digests.core.gates.judging import judge
from digests.core.phrasing import material_of

SLOT = datetime(2031, 3, 5, 18, tzinfo=UTC)
AHEAD = SLOT - timedelta(minutes=9)
MODEL = "small-model"


def settings(folder: Path, **summary: Any) -> Settings:
    return Settings(
        storage=Storage(path=folder / "tidings.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
        summary=Summary(**summary),
        digest=DigestDefaults(style="deep"),
    )


async def read_wire(folder: Path, *, max_stories: int = 7) -> None:
    """Leave a store in the folder that holds the wire, polled and joined, and an edition of it."""
    async with WireServer(lambda: AHEAD) as wire:
        topic = TopicEntry(name="Aldmark", feeds=wire.addresses(), backfill=10)
        edition = EditionEntry(
            name="Filed", folder=folder / "digests", topics=("Aldmark",), at=("18:00",), max_stories=max_stories
        )
        ordered = settings(folder).model_copy(update={"topics": (topic,), "editions": (edition,)})
        async with open_app(ordered, now=lambda: AHEAD) as app:
            await app.follow_file(ordered, AHEAD - timedelta(hours=20))
            await app.poller.poll(AHEAD - timedelta(hours=1))
            while await app.store.entries.unjoined(1):
                await app.joiner.join(AHEAD - timedelta(minutes=30))


class House:
    """The program ten minutes before a slot, and its model."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def edition(self) -> Edition:
        (edition,) = await self.app.store.editions.editions()
        return edition

    async def digest(self) -> Digest:
        held = await self.app.store.digests.digest(digest_id((await self.edition()).id, SLOT))
        assert held is not None
        return held

    async def phrase(self, now: datetime) -> None:
        assert self.app.phraser is not None
        await self.app.phraser.phrase(now)

    async def is_out(self, now: datetime) -> bool:
        await self.app.deliverer.deliver(now)
        return await self.app.store.digests.last_sent((await self.edition()).id) is not None

    async def tell(self) -> Digest:
        """Prepare, phrase, deliver at the slot; give what went out."""
        await self.app.preparer.prepare(AHEAD)
        await self.phrase(AHEAD)
        assert await self.is_out(SLOT)
        return await self.digest()


@asynccontextmanager
async def opened(folder: Path, base_url: str, **summary: Any) -> AsyncIterator[House]:
    model = {"engine": "llm", "base_url": base_url, "model": MODEL, "timeout": "1s"}
    async with open_app(settings(folder, **model | summary), now=lambda: AHEAD) as app:
        yield House(app)


async def extract(house: House) -> Digest:
    """Give the digest as it is without a word of the model."""
    await house.app.preparer.prepare(AHEAD)
    return await house.digest()


def assert_true(told: Digest, base: Digest) -> None:
    """Every story of the extract is told; each sentence is evidence of its card, or passes the gates."""
    assert [card.story_id for card in told.cards] == [card.story_id for card in base.cards]
    for card, own in zip(told.cards, base.cards, strict=True):
        material = material_of(own)
        assert material is not None
        copied = {one.text for one in own.told}
        assert card.sentences
        assert (card.sources, card.title, card.contested) == (own.sources, own.title, own.contested)
        for one in card.told:
            every = tuple(range(1, len(material.evidence) + 1))
            numbers = [number for number in every if _cites(own, number) & set(one.cites)]
            phrased = Phrased(text=one.text, cites=tuple(numbers))
            assert one.text in copied or judge(phrased, material.evidence) is None


def _cites(own: Card, number: int) -> set[int]:
    return set([*own.sentences, *own.new, *own.points][number - 1].cites)
