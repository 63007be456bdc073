"""`tidings digest SOURCE…`: one digest to stdout from addresses, OPML files and feed files. No database, no Discord."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
from rich.console import Console

from bot.cli import fail, load_settings
from bot.progress import progress_bar
from bot.replies import Replies, of_terminal
from bot.schedule import utc_now
from digests.core.editions import Style
from digests.core.errors import UseError
from digests.core.models import Failure, Fetched, FetchFailed
from digests.core.query import parse
from digests.core.urls import mask
from digests.usecases.once import Once, Order, Unread

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
DAYS_OF_A_YEAR = 365
SPAN = re.compile(r"(\d{1,5})([mhdwy])")


class Span(click.ParamType[timedelta]):
    """A length of time: "90m", "24h", "7d", "2w", "20y"."""

    name = "span"

    def convert(self, value: str | timedelta, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Give the time as a timedelta."""
        if isinstance(value, timedelta):
            return value
        found = SPAN.fullmatch(value.strip())
        if not found:
            self.fail(of_terminal().say("digest-bad-span", value=value), param, ctx)
        count, unit = int(found[1]), found[2]
        return timedelta(days=DAYS_OF_A_YEAR * count) if unit == "y" else timedelta(**{UNITS[unit]: count})


class Keywords(click.ParamType[str]):
    """A query that can be read, as it was typed."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the query."""
        try:
            parse(value)
        except UseError as error:
            self.fail(of_terminal().say(error.code, **error.fields), param, ctx)
        return value


@click.command(
    epilog="""\b
Examples:
  tidings digest https://example.org/feed.xml
  tidings digest my-feeds.opml --since 48h --max 10 --format markdown
  tidings digest saved.xml --since 20y --topic "+ferry -sport" --format json

Exit codes: 0 done (what could not be read is told on stderr), 1 nothing could be read, 2 wrong use or
configuration, 130 interrupted."""
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--since", type=Span(), default="24h", show_default=True, help="Leave out older entries (24h, 7d, 20y).")
@click.option("--max", "max_stories", type=click.IntRange(1, 100), help="Most stories to show.")
@click.option("--topic", type=Keywords(), default="", help="Only entries with these words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "html"]),
    default="text",
    show_default=True,
    help="How it is drawn; json is one document.",
)
@click.pass_context
def digest(
    ctx: click.Context, sources: tuple[str, ...], since: timedelta, max_stories: int | None, topic: str, form: str
) -> None:
    """Print one digest of feed addresses, OPML files and feed files. No database, no Discord.

    All sources are read now; what they hold is grouped into stories, ranked, and told in sentences that cite them.
    """
    settings = load_settings(ctx)
    now = utc_now()
    order = Order(
        since=now - since,
        max_stories=max_stories or settings.digest.max_stories,
        topic=topic,
        style=Style(settings.digest.style),
        language=settings.digest.language,
    )
    unread: list[Unread] = []
    opened = [one for source in sources for one in _open(source, unread)]
    once = asyncio.run(_digest(ctx, opened, order, unread)) if opened else None
    replies = of_terminal()
    for missing in once.unread if once else unread:
        click.echo(sentence(missing, replies), err=True)
    if once is None or once.digest.coverage.feeds_ok == 0:
        fail("digest-nothing-read")
    _print(once, form, Replies(once.digest.language))


def sentence(unread: Unread, replies: Replies) -> str:
    """Give the line that says which source could not be read, why, and what to do."""
    return replies.say(f"failure-{unread.failure.reason}", source=mask(unread.source), detail=unread.failure.detail)


def _open(source: str, unread: list[Unread]) -> Iterator[str | Fetched]:
    """Give the address, the file's feed, or all addresses of an OPML file."""
    from digests.core.errors import ParseError
    from digests.sources.opml import looks_like_opml, read_outlines

    if "://" in source:
        yield source
        return
    path = Path(source)
    try:
        body = path.read_bytes()
    except OSError as error:
        failure = FetchFailed(reason=Failure.NOT_FOUND, detail=(error.strerror or "cannot be read").lower())
        unread.append(Unread(source=source, failure=failure))
        return
    if not looks_like_opml(body):
        yield Fetched(url=source, body=body)
        return
    try:
        yield from (outline.url for outline in read_outlines(body))
    except ParseError as error:
        unread.append(Unread(source=source, failure=FetchFailed(reason=Failure.NOT_A_FEED, detail=str(error))))


async def _digest(ctx: click.Context, sources: list[str | Fetched], order: Order, unread: list[Unread]) -> Once:
    from bot.edges import fetcher_of
    from digests.language.detect import LiteDetector
    from digests.language.lexicon import lexicon
    from digests.language.meaning import sentence_encoder
    from digests.sources.parse import WorkerParser
    from digests.usecases.once import Reader

    async with fetcher_of(load_settings(ctx)) as fetcher, WorkerParser() as parser:
        reader = Reader(
            fetcher=fetcher,
            parser=parser,
            detector=LiteDetector(),
            lexicon=lexicon(),
            embedder=sentence_encoder(),
        )
        with progress_bar() as advance:
            return await reader.digest_once(sources, order, now=utc_now(), unread=unread, progress=advance)


def _print(once: Once, form: str, replies: Replies) -> None:
    from bot.formats import html, markdown, text
    from digests.core.digest_json import to_public

    match form:
        case "json":
            missing = [
                {"source": one.source, "reason": one.failure.reason, "detail": one.failure.detail}
                for one in once.unread
            ]
            click.echo(json.dumps({**to_public(once.digest), "unread": missing}, ensure_ascii=False, indent=1))
        case "markdown":
            click.echo(markdown.draw(once.digest, replies), nl=False)
        case "html":
            click.echo(html.draw(once.digest, replies), nl=False)
        case _:
            text.print_to(Console(file=sys.stdout), once.digest, replies)
