"""`tidings backup` and `tidings restore`: the database in another file, and back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.cli import fail, load_settings
from bot.progress import progress_bar
from bot.replies import of_terminal

MEGABYTE = 1_000_000


@click.command(
    epilog="""\b
Examples:
  tidings backup /backups/tidings-monday.db
  tidings backup --force --json /backups/latest.db

Exit codes: 0 copied, 1 not copied (an existing copy is as it was), 2 wrong use or configuration."""
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE if it exists, once the new copy is whole.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def backup(ctx: click.Context, file: Path, force: bool, as_json: bool) -> None:
    """Copy the database to FILE, also while the bot runs.

    The copy is one moment of the database, flushed to the disk before it gets its name. Keep it like a password file:
    addresses of feeds stand in it whole.
    """
    from storage.copies import back_up

    path = load_settings(ctx).storage.path
    if file.exists() and not force:
        fail("backup-exists", file=file)
    with progress_bar() as advance:
        back_up(path, file, replace=force, progress=advance)
    size = file.stat().st_size
    if as_json:
        click.echo(json.dumps({"database": str(path), "copy": str(file), "bytes": size}))
    else:
        click.echo(of_terminal().say("backup-done", path=path, file=file, megabytes=round(size / MEGABYTE, 1)))


@click.command(
    epilog="""\b
Examples:
  tidings restore /backups/tidings-monday.db

Exit codes: 0 restored, 1 not restored (the database is as it was), 2 wrong use or configuration."""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def restore(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Put the copy FILE in the place of the database. The bot must be stopped.

    FILE is checked whole first; one that is damaged, another program's or a newer Tidings' is refused. The database
    that was there is kept beside it as ….before-restore. What was told after the copy was made may be told again.
    """
    from storage.copies import restore as put_back

    path = load_settings(ctx).storage.path
    with progress_bar() as advance:
        kept = put_back(file, path, progress=advance)
    if as_json:
        click.echo(json.dumps({"database": str(path), "copy": str(file), "kept": str(kept) if kept else None}))
        return
    replies = of_terminal()
    click.echo(replies.say("restore-done", path=path, file=file))
    if kept:
        click.echo(replies.say("restore-kept", kept=kept))
