"""`tidings check`: is the configuration good, what would run, and, with --online, does the world agree."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import aiohttp
import click

from bot.cli import config_path, fail, load_settings
from bot.edges import fetcher_of, model_of
from bot.progress import Advance, progress_bar
from bot.replies import Replies, of_terminal, preload
from bot.web.addresses import hubs_reach
from digests.core.models import FetchFailed
from digests.core.urls import mask
from digests.sources.parse import WorkerParser
from digests.usecases.feeds import read_feed

if TYPE_CHECKING:
    from config.settings import Settings
    from digests.sources.fetch import HttpFetcher
    from digests.summaries.llm import LanguageModel

TOKEN_DEADLINE_S = 15.0
"""Discord answers in well under a second; a proxy that hangs must not hold the check."""

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one online check found, in a sentence."""

    is_good: bool
    sentence: str


@click.command(
    epilog="""\b
Examples:
  tidings check
  tidings check --online --config /etc/tidings/tidings.toml

Exit codes: 0 all is good, 1 something outside does not agree (--online), 2 the configuration is wrong: each
problem with its key and line, 130 interrupted."""
)
@click.option(
    "--online",
    is_flag=True,
    help="Also ask Discord about the token, the language model a tiny question, and fetch and parse each feed.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def check(ctx: click.Context, online: bool, as_json: bool) -> None:
    """Validate the configuration and print what would run."""
    settings = load_settings(ctx)
    replies = of_terminal()
    lines = [replies.say("check-file", path=config_path(ctx) or replies.say("check-no-file")), *plan(settings, replies)]
    if not as_json:
        click.echo("\n".join(lines))
    verdicts: list[Verdict] = []
    if online:
        with progress_bar() as advance:
            verdicts = asyncio.run(check_online(settings, progress=advance))
    if as_json:
        found = [{"good": one.is_good, "says": one.sentence} for one in verdicts]
        click.echo(json.dumps({"plan": lines, "online": found if online else None}, ensure_ascii=False))
    else:
        for verdict in verdicts:
            click.echo(verdict.sentence)
    if failed := sum(not verdict.is_good for verdict in verdicts):
        fail("check-online-failed", failed=failed, total=len(verdicts))
    click.echo(replies.say("check-ok"), err=True)


def plan(settings: Settings, replies: Replies) -> Iterator[str]:
    """Give what would run: the database, where digests go, each topic and each edition of the file."""
    yield replies.say("check-database", path=settings.storage.path)
    yield replies.say("check-place", place="discord" if settings.discord.token else "terminal")
    yield _pushes(settings, replies)
    for topic in settings.topics:
        yield replies.say("check-topic", name=topic.name, feeds=len(topic.feeds))
    for edition in settings.editions:
        days = (
            "daily"
            if len(edition.days) == len(DAY_NAMES)
            else ",".join(DAY_NAMES[day - 1] for day in sorted(edition.days))
        )
        at = ", ".join(f"{time:%H:%M}" for time in edition.at)
        topics = ", ".join(edition.topics)
        yield replies.say("check-edition", name=edition.title, topics=topics, days=days, at=at, zone=edition.timezone)
    if not settings.topics:
        yield replies.say("check-nothing")


def _pushes(settings: Settings, replies: Replies) -> str:
    address = hubs_reach(settings.web)
    if address is None:
        return replies.say("check-pushes-none")
    return replies.say("check-pushes" if address.startswith("https:") else "check-pushes-open", address=address)


async def check_online(settings: Settings, *, progress: Advance = lambda _done, _total: None) -> list[Verdict]:
    """Ask Discord, the model if there is one, and every feed; give a verdict on each, in that order."""
    await asyncio.to_thread(preload)
    urls = list(dict.fromkeys(url for topic in settings.topics for url in topic.feeds))
    async with fetcher_of(settings) as fetcher, WorkerParser() as parser, asyncio.TaskGroup() as group:
        asked = [group.create_task(_check_token(settings))]
        if model := model_of(settings):
            asked.append(group.create_task(_check_model(model)))
        asked += [group.create_task(_check_feed(url, fetcher, parser)) for url in urls]
        done = count(1)
        for task in asked:
            task.add_done_callback(lambda _task: progress(next(done), len(asked)))
    return [task.result() for task in asked]


async def _check_model(model: LanguageModel) -> Verdict:
    from bot.commands.check_model import asked

    is_good, sentence = await asked(model)
    return Verdict(is_good=is_good, sentence=sentence)


async def _check_feed(url: str, fetcher: HttpFetcher, parser: WorkerParser) -> Verdict:
    replies, shown = of_terminal(), mask(url)  # an address may carry a secret
    read = await read_feed(url, fetcher=fetcher, parser=parser)
    if isinstance(read, FetchFailed):
        return Verdict(is_good=False, sentence=replies.say(f"failure-{read.reason}", source=shown, detail=read.detail))
    return Verdict(is_good=True, sentence=replies.say("check-feed-ok", source=shown, entries=len(read.entries)))


async def _check_token(settings: Settings) -> Verdict:
    """Ask Discord who the token is; having none is no fault."""
    replies = of_terminal()
    if settings.discord.token is None:
        return Verdict(is_good=True, sentence=replies.say("check-token-none"))
    address = f"{settings.discord.api_base.rstrip('/')}/users/@me"
    headers = {
        "Authorization": f"Bot {settings.discord.token.get_secret_value()}",
        "User-Agent": settings.polling.sent_user_agent,
    }
    deadline = aiohttp.ClientTimeout(total=TOKEN_DEADLINE_S)
    try:
        async with aiohttp.ClientSession(timeout=deadline) as session, session.get(address, headers=headers) as answer:
            if not answer.ok:
                return Verdict(is_good=False, sentence=replies.say("check-token-refused", status=answer.status))
            user = await answer.json()
            name = str(user["username"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
        reason = type(error).__name__ if not str(error) else str(error)
        return Verdict(is_good=False, sentence=replies.say("check-token-unreachable", reason=reason))
    return Verdict(is_good=True, sentence=replies.say("check-token-ok", name=name))
