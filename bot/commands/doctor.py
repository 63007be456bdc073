"""`tidings doctor`: how it is, on one page, and what to do. Reads only, but for `--vacuum`."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import asdict
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import fail, load_settings, sentence
from bot.replies import of_terminal
from bot.schedule import utc_now
from digests.core.errors import StoreError

if TYPE_CHECKING:
    from bot.formats.checkup import Facts

BEAT_STALE = timedelta(seconds=60)
"""Six beats (`bot.supervision`) missed: a loop that stands for a minute does not turn."""


@click.command(
    epilog="""\b
Examples:
  tidings doctor
  tidings doctor --json | jq .problems
  tidings doctor --quick          (a container's health check)

Exit codes: 0 nothing needs you, 1 something does, 2 wrong use or configuration."""
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--quick", is_flag=True, help="Only: does a bot run on the database, and does its event loop turn?")
@click.option("--vacuum", is_flag=True, help="Give the disk back what the database does not use; stop the bot first.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool, quick: bool, vacuum: bool) -> None:
    """Say on one page how it is, and what to do; also while the bot runs.

    Version, database, disk; feeds that are ill; editions that should have told something and did not; deliveries that
    wait; editions that are paused, and for want of which permission. Lines that begin with "!" need you.
    """
    path = load_settings(ctx).storage.path
    if quick:
        _quick(path, as_json=as_json)
        return
    if vacuum:
        asyncio.run(_vacuum(path))
    from bot.formats.checkup import lines_of

    replies = of_terminal()
    try:
        facts = asyncio.run(_look(path, utc_now()))
    except StoreError as error:
        if not as_json:
            raise
        click.echo(json.dumps({"version": version("tidings"), "problems": [sentence(error)]}, ensure_ascii=False))
        ctx.exit(1)
    lines = lines_of(facts, replies, now=utc_now())
    problems = [line.text for line in lines if line.is_problem]
    if as_json:
        click.echo(_document(facts, problems))
    else:
        for line in lines:
            click.echo(f"! {line.text}" if line.is_problem else line.text)
        click.echo(replies.say("doctor-verdict", problems=len(problems)), err=True)
    ctx.exit(1 if problems else 0)


def _quick(path: Path, *, as_json: bool) -> None:
    from storage.file import holder

    held = holder(path)
    is_well = held is not None and utc_now() - held.beat <= BEAT_STALE
    if as_json:
        beat = held.beat.isoformat() if held else None
        click.echo(json.dumps({"well": is_well, "process": held.pid if held else None, "beat": beat}))
    if not is_well:
        fail("doctor-not-running" if held is None else "doctor-hangs", path=path, pid=str(held.pid) if held else "")


async def _look(path: Path, now: datetime) -> Facts:
    from bot.formats.checkup import Facts
    from digests.usecases.checkup import check_up
    from storage import open_store
    from storage.file import holder
    from storage.migrations import schema_version

    async with open_store(path, read_only=True) as store:
        held = await asyncio.to_thread(holder, path)
        free = await asyncio.to_thread(lambda: shutil.disk_usage(path.absolute().parent).free)
        return Facts(
            version=await asyncio.to_thread(version, "tidings"),
            path=str(path),
            schema=await store.database.read(schema_version),
            room=await store.database.room(),
            free_bytes=free,
            holder=held,
            hangs=held is not None and now - held.beat > BEAT_STALE,
            condition=await check_up(store.feeds, store.editions, store.watching, now=now),
        )


async def _vacuum(path: Path) -> None:
    from storage import open_store

    async with open_store(path) as store:
        await store.database.rebuild()


def _document(facts: Facts, problems: list[str]) -> str:
    from digests.core.urls import mask

    condition = facts.condition
    silent = [{"edition": one.name, "guild": one.guild_id, "since": at} for one, at in condition.silent.items()]
    stuck = [
        {"edition": edition.name if edition else None, "operations": one.operations, "since": one.since}
        | {"error": one.error}
        for edition, one in condition.stuck
    ]
    ill = [
        {"url": mask(one.url), "title": one.title, "since": one.failing_since, "reason": one.last_failure}
        | {"detail": one.last_detail}
        for one in condition.ill
    ]
    document = {
        "version": facts.version,
        "schema": facts.schema,
        "database": {"path": facts.path, "free_disk": facts.free_bytes, **asdict(facts.room)},
        "process": asdict(facts.holder) if facts.holder else None,
        "feeds": {"total": condition.feeds, "ill": ill},
        "editions": {
            "total": len(condition.editions),
            "silent": silent,
            "paused": [
                {"edition": one.name, "guild": one.guild_id, "reason": one.pause_reason} for one in condition.paused
            ],
        },
        "deliveries": {"stuck": stuck},
        "problems": problems,
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=_written)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
