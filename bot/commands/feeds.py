"""`tidings feeds`: the installation's feeds, those of its database and those its file orders."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import fail, load_settings
from bot.progress import Advance, progress_bar
from bot.replies import Replies, of_terminal

if TYPE_CHECKING:
    from config.settings import Settings
    from digests.core.models import Feed

TOPIC = "Imported"
AT_ONCE = 50
"""Feeds asked in one go: enough to keep the fetcher busy, few enough that progress shows."""


@click.group()
def feeds() -> None:
    """List, check, import and export the installation's feeds."""


@feeds.command(
    "list",
    epilog="""\b
Examples:
  tidings feeds list
  tidings feeds list --json | jq -r 'select(.failures > 0) | .url'

Exit codes: 0 done, 1 the database cannot be used, 2 wrong use or configuration, 130 interrupted.""",
)
@click.option("--json", "as_json", is_flag=True, help="JSON lines.")
@click.pass_context
def list_feeds(ctx: click.Context, as_json: bool) -> None:
    """List the feeds and how they are, also while the bot runs."""
    from digests.core.pushing import is_pushed
    from digests.core.urls import mask

    settings = load_settings(ctx)
    replies = of_terminal()
    held = asyncio.run(_held(settings))
    for feed in held:
        if as_json:
            state = {"failures": feed.error_count, "reason": feed.last_failure, "detail": feed.last_detail}
            seen = feed.last_success.isoformat() if feed.last_success else None
            pushed = feed.last_success is not None and is_pushed(feed.pushes, feed.last_success)
            told = {"url": mask(feed.url), "title": feed.title, "last_success": seen, "pushed": pushed}
            click.echo(json.dumps(told | state))
        else:
            click.echo(_line(feed, replies))
    unpolled = [url for url in _ordered(settings) if url not in {feed.url for feed in held}]
    for url in unpolled:
        click.echo(json.dumps({"url": mask(url)}) if as_json else replies.say("feed-not-yet", source=mask(url)))
    if not held and not unpolled:
        click.echo(replies.say("feeds-none"), err=True)


@feeds.command(
    epilog="""\b
Examples:
  tidings feeds check
  tidings feeds check --json > feeds.jsonl

Exit codes: 0 all can be read, 1 one cannot, 2 wrong use or configuration, 130 interrupted."""
)
@click.option("--json", "as_json", is_flag=True, help="JSON lines.")
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    """Fetch and parse every feed now; nothing is stored."""
    from digests.core.models import FetchFailed
    from digests.core.urls import mask

    settings = load_settings(ctx)
    replies = of_terminal()
    urls = list(dict.fromkeys([*(feed.url for feed in asyncio.run(_held(settings))), *_ordered(settings)]))
    failed = 0

    def show(url: str, outcome: object) -> None:
        nonlocal failed
        failed += isinstance(outcome, FetchFailed)
        if as_json:
            click.echo(json.dumps(_found(url, outcome), ensure_ascii=False))
        elif isinstance(outcome, FetchFailed):
            click.echo(replies.say(f"failure-{outcome.reason}", source=mask(url), detail=outcome.detail))
        else:
            entries = len(getattr(outcome, "entries", ()))
            click.echo(replies.say("check-feed-ok", source=mask(url), entries=entries))

    with progress_bar() as advance:
        asyncio.run(_read_all(settings, urls, show, advance))
    if failed:
        fail("check-online-failed", failed=failed, total=len(urls))


@feeds.command(
    "import",
    epilog="""\b
Examples:
  tidings feeds import my-feeds.opml --topic Coast
  tidings feeds import addresses.txt --backfill 3 --json

Exit codes: 0 done (what became of each is told), 1 the file is no list or the database is in use, 2 wrong use or
configuration, 130 interrupted.""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--topic", "name", default=TOPIC, show_default=True, help="The topic that gets the feeds.")
@click.option("--backfill", type=click.IntRange(0, 10), default=0, show_default=True, help="Entries that count as new.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines.")
@click.pass_context
def import_feeds(ctx: click.Context, file: Path, name: str, backfill: int, as_json: bool) -> None:
    """Add the feeds of an OPML file, or of a list of addresses of feeds and sites, to a topic; each is read first.

    Writes the database, so the bot must be stopped; while it runs, /feed import does the same.
    """
    from digests.core.errors import ParseError
    from digests.sources.opml import read_outlines

    settings = load_settings(ctx)
    try:
        addresses = [outline.url for outline in read_outlines(file.read_bytes())]
    except ParseError as error:
        fail("import-unreadable", file=str(file), reason=str(error))
    asyncio.run(_import(settings, addresses, name, backfill, as_json=as_json))


@feeds.command(
    epilog="""\b
Examples:
  tidings feeds export > feeds.opml

Exit codes: 0 done, 1 the database cannot be used, 2 wrong use or configuration, 130 interrupted."""
)
@click.pass_context
def export(ctx: click.Context) -> None:
    """Write the feeds as OPML to stdout. Addresses are written whole: keep the file to yourself."""
    from digests.sources.opml import Outline, write_opml

    held = asyncio.run(_held(load_settings(ctx)))
    outlines = tuple(Outline(title=feed.title, url=feed.url) for feed in held)
    click.echo(write_opml(outlines), nl=False)


def _found(url: str, outcome: object) -> dict[str, object]:
    """Give what a feed gave, as it is told in JSON."""
    from digests.core.models import FetchFailed
    from digests.core.urls import mask

    if isinstance(outcome, FetchFailed):
        return {"url": mask(url), "good": False, "reason": outcome.reason, "detail": outcome.detail}
    return {"url": mask(url), "good": True, "entries": len(getattr(outcome, "entries", ()))}


def _line(feed: Feed, replies: Replies) -> str:
    from digests.core.pushing import is_pushed
    from digests.core.urls import mask

    if feed.last_failure is not None:
        return replies.say(f"failure-{feed.last_failure}", source=mask(feed.url), detail=feed.last_detail)
    if feed.last_success is None:
        return replies.say("feed-not-yet", source=mask(feed.url))
    line = replies.say("feed-well", source=mask(feed.url), title=feed.title, at=f"{feed.last_success:%Y-%m-%d %H:%M}")
    return replies.say("feed-pushed", line=line) if is_pushed(feed.pushes, feed.last_success) else line


def _ordered(settings: Settings) -> list[str]:
    return list(dict.fromkeys(url for topic in settings.topics for url in topic.feeds))


async def _held(settings: Settings) -> Sequence[Feed]:
    """Give the database's feeds, also while a bot runs on it; none where there is no database yet."""
    from storage import open_store

    if not settings.storage.path.exists():
        return ()
    async with open_store(settings.storage.path, read_only=True) as store:
        return await store.feeds.feeds()


async def _read_all(
    settings: Settings, urls: Sequence[str], show: Callable[[str, object], None], progress: Advance
) -> None:
    from bot.edges import fetcher_of
    from digests.sources.parse import WorkerParser
    from digests.usecases.feeds import read_feed

    async with fetcher_of(settings) as fetcher, WorkerParser() as parser:
        for start in range(0, len(urls), AT_ONCE):
            group = urls[start : start + AT_ONCE]
            reading: list[Awaitable[object]] = [read_feed(url, fetcher=fetcher, parser=parser) for url in group]
            for url, outcome in zip(group, await asyncio.gather(*reading), strict=True):
                show(url, outcome)
            progress(min(start + AT_ONCE, len(urls)), len(urls))


async def _import(settings: Settings, addresses: Sequence[str], name: str, backfill: int, *, as_json: bool) -> None:
    from bot.edges import fetcher_of
    from bot.formats.report import Tally
    from bot.schedule import utc_now
    from digests.core.editions import Topic, TopicId
    from digests.sources.parse import WorkerParser
    from digests.usecases.finding import Finder
    from digests.usecases.importing import Importer, Line
    from digests.usecases.installation import INSTALLATION
    from storage import open_store

    replies = of_terminal()
    tally = Tally(replies)
    async with open_store(settings.storage.path) as store, fetcher_of(settings) as fetcher, WorkerParser() as parser:
        topic = await store.topics.put_topic(Topic(id=TopicId(0), guild_id=INSTALLATION, name=name))
        finder = Finder(fetcher=fetcher, parser=parser)
        importer = Importer(finder=finder, feeds=store.feeds, topics=store.topics, most=sys.maxsize)
        with progress_bar() as advance:
            lines = [Line(address=address, topic=topic) for address in addresses]
            done = count(1)
            async for result in importer.add(lines, now=utc_now(), backfill=backfill):
                advance(next(done), len(lines))
                line = tally.line(result)
                refusal = result.refusal.code if result.refusal else None
                told = {"feed": result.address, "title": result.title, "added": result.is_added, "refusal": refusal}
                click.echo(json.dumps({**told, "says": line}, ensure_ascii=False) if as_json else line)
    click.echo(tally.summary(name), err=as_json)
