"""The flow on real parts: a loopback feed server, the HTTP edge, the parser's process, SQLite; only time is made up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from digests.core.digest import Digest, Operation, Receipt
from digests.core.editions import CatchUp, Destination, Edition, EditionId, QuietDay
from digests.core.errors import DeliveryError
from digests.core.polling import Pace
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.pipeline.deliver import Deliverer
from digests.pipeline.join import Joiner
from digests.pipeline.poll import Poller
from digests.pipeline.prepare import Preparer
from digests.sources.fetch import HttpFetcher
from digests.sources.parse import WorkerParser
from storage import Store, open_store
from tests.builders import topic as a_topic
from tests.feed_server import FeedServer
from tests.verbs import deliverer_over, preparer_over

MONDAY = datetime(2031, 3, 3, 7, tzinfo=UTC)
DAY = timedelta(days=1)
AUDIENCE = Destination(platform="memory", address="news")
LANGUAGES = lexicon()

FERRY = ("ferry", "Ferry terminal in Varnholm reopens after fire", "The port of Varnholm reopened 5 of its 14 berths.")
RATE = ("rate", "Bank of Oresia cuts its rate to 2.75 percent", "The bank cut its key rate by 0.25 points on Monday.")
GLACIER = ("glacier", "Tallis glacier lost 4.1 metres of ice", "A survey found that the Tallis glacier thinned.")
SCHOOL = ("school", "Lyn opens its first school on the island", "The school in Lyn welcomed 41 pupils on Tuesday.")


def rss(*items: tuple[str, str, str]) -> bytes:
    drawn = "".join(
        f"<item><guid>{guid}</guid><link>https://kestrel.example/{guid}</link>"
        f"<title>{title}</title><description>{text}</description></item>"
        for guid, title, text in items
    )
    return f"<rss version='2.0'><channel><title>Kestrel</title>{drawn}</channel></rss>".encode()


@dataclass
class Board:
    """A destination that keeps what was posted, by nonce, and can be told to fail."""

    posted: dict[str, Digest] = field(default_factory=dict)
    attempts: int = 0
    fail: list[DeliveryError] = field(default_factory=list)

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        self.attempts += 1
        if self.fail:
            raise self.fail.pop()
        self.posted.setdefault(operation.nonce, digest)
        return Receipt(message_id=operation.nonce)

    def split(self, digest: Digest) -> tuple[int, ...]:
        return (len(digest.cards),)

    def titles(self) -> list[list[str]]:
        return [[card.title for card in digest.cards] for digest in self.posted.values()]


@dataclass
class House:
    """All verbs over one store; `march` carries out a moment as the ticks would."""

    store: Store
    server: FeedServer
    board: Board
    poller: Poller
    joiner: Joiner
    preparer: Preparer
    deliverer: Deliverer

    async def march(self, now: datetime) -> None:
        await self.poller.poll(now)
        await self.joiner.join(now)
        await self.preparer.prepare(now)
        await self.deliverer.deliver(now)

    async def follow(self, *paths: str, backfill: int = 5, guild: int = 1, **changes: object) -> Edition:
        topic = await self.store.topics.put_topic(a_topic(guild_id=guild, name=f"news {paths}"))
        for path in paths:
            feed = await self.store.feeds.add_feed(self.server.url(path), now=MONDAY)
            await self.store.topics.attach(topic.id, feed.id, now=MONDAY, backfill=backfill)
        edition = Edition(
            id=EditionId(0),
            guild_id=guild,
            name="Morning",
            topics=(topic.id,),
            destination=AUDIENCE,
            at=(time(8),),
            timezone="UTC",
            quiet_day=QuietDay.SKIP,
            created=MONDAY,
        )
        return await self.store.editions.put_edition(replace(edition, **changes))  # type: ignore[arg-type]


@asynccontextmanager
async def opened(path: Path, server: FeedServer, board: Board) -> AsyncIterator[House]:
    pace = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=DAY)
    fetcher = HttpFetcher(user_agent="Tidings-tests", min_gap_s=0, allow_private_hosts=["127.0.0.0/8"])
    async with open_store(path) as store, fetcher, WorkerParser() as parser:
        yield House(
            store=store,
            server=server,
            board=board,
            poller=Poller(fetcher=fetcher, parser=parser, store=store.feeds, pace=pace, owner="test", concurrency=4),
            joiner=Joiner(store=store.entries, lexicon=LANGUAGES, detector=LiteDetector()),
            preparer=preparer_over(store, {"memory": board}, idf_of=LANGUAGES.idf_of),
            deliverer=deliverer_over(store, {"memory": board}),
        )


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with FeedServer() as server, opened(tmp_path / "tidings.db", server, Board()) as one:
        yield one


async def test_news_walks_from_a_feed_to_its_destination(house: House) -> None:
    house.server.set("/rss", rss(FERRY, RATE))
    await house.follow("/rss")
    await house.march(MONDAY)
    assert house.board.titles() == []
    await house.march(MONDAY + timedelta(hours=1))
    (titles,) = house.board.titles()
    assert set(titles) == {FERRY[1], RATE[1]}
    (digest,) = house.board.posted.values()
    assert all(sentence.cites for card in digest.cards for sentence in card.sentences)


async def test_polled_again_nothing_is_told_twice(house: House) -> None:
    house.server.set("/rss", rss(FERRY, RATE))
    await house.follow("/rss")
    for hours in (0, 1, 2, 25, 49):
        await house.march(MONDAY + timedelta(hours=hours))
    assert len(house.board.titles()) == 1


async def test_the_second_digest_shows_only_what_is_new(house: House) -> None:
    house.server.set("/rss", rss(FERRY, RATE))
    await house.follow("/rss")
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    house.server.set("/rss", rss(GLACIER, FERRY, RATE))
    await house.march(MONDAY + timedelta(hours=20))
    await house.march(MONDAY + timedelta(hours=25))
    assert house.board.titles()[1:] == [[GLACIER[1]]]


async def test_the_backlog_of_a_new_feed_is_told_only_as_far_as_asked(house: House) -> None:
    house.server.set("/rss", rss(*(((f"e{n}"), f"Town number {n} elects a mayor", f"Text {n}.") for n in range(30))))
    await house.follow("/rss", backfill=0)
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    assert house.board.titles() == []


async def test_an_entry_stored_after_composing_comes_next_time(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss")
    slot = MONDAY + timedelta(hours=1)
    await house.march(MONDAY)
    await house.preparer.prepare(slot - timedelta(seconds=1))
    house.server.set("/rss", rss(GLACIER, FERRY))
    await house.poller.poll(slot - timedelta(seconds=5))  # asked before the digest was composed, stored after it
    await house.joiner.join(slot)
    await house.deliverer.deliver(slot)
    assert house.board.titles() == [[FERRY[1]]]
    await house.march(slot + DAY)
    assert house.board.titles()[1:] == [[GLACIER[1]]]


async def test_a_digest_that_never_went_out_is_merged_into_the_next(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss")
    await house.march(MONDAY)
    await house.preparer.prepare(MONDAY + timedelta(minutes=55))  # prepared, then down for a day
    house.server.set("/rss", rss(GLACIER, FERRY))
    await house.poller.poll(MONDAY + DAY)
    await house.joiner.join(MONDAY + DAY)
    await house.preparer.prepare(MONDAY + DAY + timedelta(minutes=55))
    await house.deliverer.deliver(MONDAY + DAY + timedelta(hours=1))
    (titles,) = house.board.titles()
    assert set(titles) == {FERRY[1], GLACIER[1]}


async def test_an_unknown_outcome_is_tried_again_under_the_same_nonce(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss")
    house.board.fail = [DeliveryError("connection dropped", uncertain=True)]
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    assert house.board.titles() == []
    await house.march(MONDAY + timedelta(hours=1, minutes=5))
    assert house.board.titles() == [[FERRY[1]]]


async def test_what_was_refused_for_good_is_free_to_be_told_again(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss")
    house.board.fail = [DeliveryError("no such channel", permanent=True)]
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    assert (house.board.titles(), house.board.attempts) == ([], 1)
    await house.march(MONDAY + timedelta(hours=25))
    assert house.board.titles() == [[FERRY[1]]]


async def test_a_failing_feed_loses_nothing_and_posts_nothing_twice(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss")
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    house.server.set("/rss", b"<html><title>Down for maintenance</title>")
    await house.march(MONDAY + timedelta(hours=20))
    (feed,) = await house.store.feeds.feeds()
    assert feed.error_count == 1
    house.server.set("/rss", rss(SCHOOL, FERRY))
    await house.march(MONDAY + timedelta(hours=25))
    assert house.board.titles()[1:] == [[SCHOOL[1]]]


async def test_a_private_feed_shows_in_no_other_guilds_digest(house: House) -> None:
    house.server.set("/shared", rss(FERRY))
    house.server.set("/secret", rss(GLACIER, FERRY))
    topic = await house.store.topics.put_topic(a_topic(guild_id=2, name="secret"))
    private = await house.store.feeds.add_feed(house.server.url("/secret"), now=MONDAY, guild_id=2)
    await house.store.topics.attach(topic.id, private.id, now=MONDAY, backfill=5)
    await house.follow("/shared")
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    (digest,) = house.board.posted.values()
    assert [card.title for card in digest.cards] == [FERRY[1]]
    assert len(digest.cards[0].sources) == 1


async def test_stories_survive_a_restart(tmp_path: Path) -> None:
    async with FeedServer() as server:
        server.set("/a", rss(FERRY))
        async with opened(tmp_path / "tidings.db", server, Board()) as house:
            await house.follow("/a", "/b")
            await house.march(MONDAY)
        server.set("/b", rss(("b1", "Varnholm ferry terminal reopens after the fire", FERRY[2])))
        async with opened(tmp_path / "tidings.db", server, Board()) as house:
            await house.march(MONDAY + timedelta(minutes=40))
            await house.march(MONDAY + timedelta(hours=1))
            (digest,) = house.board.posted.values()
            assert len(digest.cards) == 1


@pytest.mark.parametrize(("catch_up", "told"), [(CatchUp.LATE, [{FERRY[1], GLACIER[1]}]), (CatchUp.SKIP, [])])
async def test_several_slots_missed_while_down_are_one_late_digest_or_none(
    house: House, catch_up: CatchUp, told: list[set[str]]
) -> None:
    house.server.set("/rss", rss(FERRY))
    await house.follow("/rss", at=(time(8), time(18)), catch_up=catch_up)
    await house.march(MONDAY)
    house.server.set("/rss", rss(GLACIER, FERRY))
    for minutes_later in range(3):
        await house.march(MONDAY + 3 * DAY + timedelta(hours=4, minutes=minutes_later))
    assert [set(titles) for titles in house.board.titles()] == told
    await house.march(MONDAY + 3 * DAY + timedelta(hours=11))
    assert [set(titles) for titles in house.board.titles()] == (told or [{FERRY[1], GLACIER[1]}])


async def test_a_digest_that_breaks_its_publisher_holds_up_no_other(house: House) -> None:
    house.server.set("/rss", rss(FERRY))
    house.server.set("/more", rss(GLACIER))
    await house.follow("/rss", guild=1)
    await house.follow("/more", guild=2)
    house.board.fail = [ZeroDivisionError("cannot be drawn")]  # type: ignore[list-item]
    await house.march(MONDAY)
    await house.march(MONDAY + timedelta(hours=1))
    assert len(house.board.titles()) == 1
    await house.march(MONDAY + timedelta(hours=1, minutes=5))
    assert len(house.board.titles()) == 2
