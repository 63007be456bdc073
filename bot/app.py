"""The wiring: which part gets which other. One `async with` builds the program, and its end takes it down in order."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.edges import caps_of, fetcher_of, model_of
from bot.footprint import give_back
from bot.orders import orders
from bot.publishers.files import FilePublisher
from bot.publishers.terminal import TerminalPublisher
from bot.replies import preload
from bot.schedule import Schedule, Tick, Verb, utc_now
from bot.services import Services, services_of
from bot.starters import starter_lists
from bot.web.addresses import hubs_reach, new_key
from config.settings import Settings
from digests.core.polling import ILL_AFTER, Pace
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.language.meaning import sentence_encoder
from digests.pipeline.alert import Alerter
from digests.pipeline.correct import Corrector
from digests.pipeline.deliver import Deliverer
from digests.pipeline.hook import Hooks
from digests.pipeline.join import Joiner
from digests.pipeline.poll import Poller, PollReport
from digests.pipeline.prepare import Preparer
from digests.pipeline.read import Reading
from digests.pipeline.watch import Watcher
from digests.ports import Publisher, Summariser
from digests.sources.page import ArticleReader
from digests.sources.parse import WorkerParser
from digests.usecases.installation import INSTALLATION, follow_file
from digests.usecases.setting_up import StarterList
from storage import Store, open_store

if TYPE_CHECKING:
    from bot.discord_side import DiscordSide
    from digests.core.sketches import Lexicon
    from digests.pipeline.asking import Asking
    from digests.pipeline.phrase import Phraser
    from digests.pipeline.wording import Wording
    from digests.usecases.one_story import OneStory

log = logging.getLogger(__name__)

KEEP_LEFT = timedelta(days=30)
"""How long a server that took the bot out keeps what it ordered: out by mistake or in a quarrel, the bot is back within
days; data are kept no longer than they serve."""

KEEP_PHRASINGS, MOST_PHRASINGS = timedelta(days=14), 20_000
"""Twice as long as a digest looks back for evidence, and 20 MB."""

FIRST_ROUND = timedelta(seconds=60)
"""How long after a start digests wait for feeds that are due: twice a fetch's own deadline."""


@dataclass(slots=True, kw_only=True)
class App:
    """The verbs over one store; `keep_entries` and `keep_seen` say how long it remembers.

    Only `take_up` changes it: what is built of settings that may change is called through it.
    """

    keep_entries: timedelta
    keep_seen: timedelta
    store: Store
    poller: Poller
    reading: Reading
    joiner: Joiner
    preparer: Preparer
    alerter: Alerter
    deliverer: Deliverer
    corrector: Corrector
    watcher: Watcher
    hooks: Hooks
    services: Services
    services_for: Callable[[Settings], Services]
    phraser: Phraser | None = None
    discord: DiscordSide | None = None

    def schedule(
        self,
        started: datetime,
        *,
        now: Callable[[], datetime] = utc_now,
        over: Callable[[str, Verb], Verb] = lambda _name, verb: verb,
    ) -> Schedule:
        """Give the ticks of all verbs from `started` on, by the clock `now`; `over` watches each by its name.

        Polls overlap, since a slow host must not hold the others' next round, and so do deliveries.
        """
        second = timedelta(seconds=1)
        notices = {"notices": Tick(verb=self.discord.noticeboard.post, every=5 * second)} if self.discord else {}
        phrasing = {"phrase": Tick(verb=self.phraser.phrase, every=2 * second, overlapping=4)} if self.phraser else {}
        ticks = {
            **notices,
            **phrasing,
            "poll": Tick(verb=self.poll, every=2 * second, overlapping=4),
            "read": Tick(verb=self.reading.read, every=2 * second, overlapping=2),
            "correct": Tick(verb=self.corrector.correct, every=10 * second),
            "join": Tick(verb=self.joiner.join, every=2 * second),
            "alert": Tick(verb=self.alerter.alert, every=20 * second),
            "prepare": Tick(verb=partial(self.prepare, started), every=5 * second),
            "deliver": Tick(verb=self.deliverer.deliver, every=second, overlapping=4),
            "hook": Tick(verb=self.hooks.hook, every=10 * second),
            "look": Tick(verb=self.look, every=second),
            "watch": Tick(verb=self.watcher.watch, every=timedelta(minutes=10)),
            "health": Tick(verb=self.report_health, every=timedelta(minutes=1)),
            "forget": Tick(verb=self.forget, every=timedelta(hours=1)),
            "give-back": Tick(verb=give_back, every=timedelta(minutes=1)),
        }
        watched = {name: replace(tick, verb=over(name, tick.verb)) for name, tick in ticks.items()}
        return Schedule(watched, now=now)

    async def follow_file(self, settings: Settings, now: datetime) -> None:
        """Make the stored topics and editions of the file those it orders now."""
        held = await self.store.topics.topics(INSTALLATION)
        stored = [topic.name for topic in held if not topic.from_file]
        topics, editions = orders(settings, stored=stored, now=now)
        await follow_file(
            topics,
            editions,
            feed_store=self.store.feeds,
            topic_store=self.store.topics,
            edition_store=self.store.editions,
            now=now,
        )

    async def take_up(self, settings: Settings, now: datetime) -> None:
        """Go on by other settings, as far as they may change while it runs (`bot.reloading`)."""
        polling = settings.polling
        self.poller = replace(
            self.poller, pace=_pace_of(settings), concurrency=polling.concurrency, per_host=polling.per_host
        )
        self.hooks = replace(self.hooks, pace=_pace_of(settings))
        self.keep_entries = timedelta(days=settings.storage.retention_days)
        self.keep_seen = timedelta(days=settings.storage.seen_days)
        self.services = self.services_for(settings)
        if self.discord:
            self.discord.take_up(self.services)
        await self.follow_file(settings, now)

    async def poll(self, now: datetime) -> PollReport:
        """Poll what is due, by the settings of this moment."""
        return await self.poller.poll(now)

    async def look(self, now: datetime) -> int:
        """Make feeds due that hubs tell of, by the settings of this moment."""
        return await self.hooks.look(now)

    async def prepare(self, started: datetime, now: datetime) -> tuple[str, ...]:
        """Prepare what is due, and give the digests' ids.

        Right after a start only once what piled up meanwhile was polled and joined.
        """
        if now - started > FIRST_ROUND or await self._is_caught_up(started):
            return await self.preparer.prepare(now)
        return ()

    async def report_health(self, now: datetime) -> None:
        """Have guilds told of feeds that fell ill or recovered."""
        await self.store.feeds.report_health(now=now, grace=ILL_AFTER)

    async def forget(self, now: datetime) -> None:
        """Let go of what is older than the admin keeps."""
        await self.store.phrasings.prune_phrasings(before=now - KEEP_PHRASINGS, most=MOST_PHRASINGS)
        count = await self.store.entries.prune_entries(before=now - self.keep_entries, seen_before=now - self.keep_seen)
        if count:
            log.info("forgot entries=%d", count)
        if gone := await self.store.guilds.forget_left(before=now - KEEP_LEFT):
            log.warning("forgot guilds=%d, left %d days ago", gone, KEEP_LEFT.days)
        if pages := await self.store.database.give_back():
            log.info("gave back pages=%d", pages)

    async def _is_caught_up(self, started: datetime) -> bool:
        return not await self.store.feeds.is_any_unpolled(started) and not await self.store.entries.unjoined(1)


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    starters: Callable[[], Sequence[StarterList]] = starter_lists,
) -> AsyncIterator[App]:
    """Open the store and build the verbs on it; with a token, also what speaks to Discord. `now` is what commands ask.

    `starters` are the topics that `/setup` offers.

    Raises:
        StoreError: the database is foreign, newer, unusable, or held by another process.
    """
    owner = f"{socket.gethostname()}:{os.getpid()}"
    polling = settings.polling
    path = Path(settings.storage.path)
    languages, detector = lexicon(), LiteDetector()
    await asyncio.to_thread(preload)
    async with (
        open_store(path) as store,
        fetcher_of(settings) as fetcher,
        WorkerParser() as parser,
        ArticleReader(fetcher) as pages,
        model_of(settings) or nullcontext() as model,
    ):
        asking = _asking(settings, model, store) if model else None
        wording = _wording(asking, languages if settings.summary.translate else None) if asking else None
        publishers: dict[str, Publisher] = {
            "terminal": TerminalPublisher(sys.stdout, path.with_name(f"{path.name}.printed")),
            "file": FilePublisher(),
        }
        side = _discord_side(settings, store) if settings.discord.token else None
        if side:
            publishers |= side.publishers
        preparer = Preparer(
            entries=store.entries,
            topics=store.topics,
            editions=store.editions,
            digests=store.digests,
            members=store.members,
            personal=store.personal,
            publishers=publishers,
            idf_of=languages.idf_of,
            ahead=settings.digest.prepare_ahead,
            wording=wording,
        )
        offered = await asyncio.to_thread(starters)

        def services_for(chosen: Settings) -> Services:
            return services_of(
                chosen,
                store,
                preparer,
                fetcher=fetcher,
                parser=parser,
                pages=pages,
                detector=detector,
                lexicon=languages,
                starters=offered,
                one_story=_one_story(asking, store, languages) if asking else None,
                now=now,
            )

        app = App(
            keep_entries=timedelta(days=settings.storage.retention_days),
            keep_seen=timedelta(days=settings.storage.seen_days),
            store=store,
            poller=Poller(
                fetcher=fetcher,
                parser=parser,
                store=store.feeds,
                pace=_pace_of(settings),
                owner=owner,
                concurrency=polling.concurrency,
                per_host=polling.per_host,
            ),
            reading=Reading(pages=pages, store=store.pages),
            joiner=Joiner(store=store.entries, lexicon=languages, detector=detector, embedder=sentence_encoder()),
            preparer=preparer,
            alerter=Alerter(
                entries=store.entries,
                topics=store.topics,
                editions=store.editions,
                digests=store.digests,
                members=store.members,
                preparer=preparer,
            ),
            deliverer=Deliverer(
                store=store.digests,
                editions=store.editions,
                members=store.members,
                personal=store.personal,
                publishers=publishers,
                owner=owner,
            ),
            phraser=_phraser(preparer, wording) if wording else None,
            corrector=Corrector(feeds=store.feeds, digests=store.digests),
            watcher=Watcher(editions=store.editions, store=store.watching),
            hooks=Hooks(
                hub=fetcher, store=store.hooks, pace=_pace_of(settings), base=hubs_reach(settings.web), new_key=new_key
            ),
            services=services_for(settings),
            services_for=services_for,
            discord=side,
        )
        async with side.serving(app.services) if side else nullcontext():
            yield app


def _pace_of(settings: Settings) -> Pace:
    polling = settings.polling
    return Pace(interval=polling.interval, shortest=polling.min_interval, longest=polling.max_interval)


def _asking(settings: Settings, model: Summariser, store: Store) -> Asking:
    """Give what asks the model; what judges its sentences is loaded only where there is one."""
    from digests.pipeline.asking import Asking

    return Asking(summariser=model, store=store.phrasings, caps=caps_of(settings))


def _wording(asking: Asking, translating: Lexicon | None) -> Wording:
    from digests.pipeline.wording import Wording

    return Wording(asking=asking, translating=translating)


def _one_story(asking: Asking, store: Store, languages: Lexicon) -> OneStory:
    from digests.usecases.one_story import OneStory

    return OneStory(asking=asking, entries=store.entries, lexicon=languages)


def _phraser(preparer: Preparer, wording: Wording) -> Phraser:
    from digests.pipeline.phrase import Phraser

    return Phraser(preparer=preparer, wording=wording)


def _discord_side(settings: Settings, store: Store) -> DiscordSide:
    """Give what speaks to Discord; its library is loaded only where there is a token."""
    from bot.discord_side import DiscordSide

    return DiscordSide(settings.discord, store.members)
