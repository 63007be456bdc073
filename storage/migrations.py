"""How a database comes to the schema of this version. Append only: a migration that shipped is never edited.

They run at open, all in one BEGIN IMMEDIATE (sqlite-utils takes no lock of its own: three simultaneous starts were
measured to give one "database is locked").
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from sqlite_utils import Database as Sql
from sqlite_utils import Migrations

from digests.core.errors import StoreError, StoreIsNewerError
from storage import additions, later_additions, schema
from storage.file import APPLICATION_ID, foreign

migrations = Migrations("tidings")


@migrations(name="0001_first")
def _first(sql: Sql) -> None:
    for statement in schema.FIRST:
        sql.conn.execute(statement)


@migrations(name="0002_discord")
def _discord(sql: Sql) -> None:
    for statement in additions.DISCORD:
        sql.conn.execute(statement)


@migrations(name="0003_intake")
def _intake(sql: Sql) -> None:
    for statement in additions.INTAKE:
        sql.conn.execute(statement)


@migrations(name="0004_editor")
def _editor(sql: Sql) -> None:
    for statement in additions.EDITOR:
        sql.conn.execute(statement)


@migrations(name="0005_page")
def _page(sql: Sql) -> None:
    for statement in additions.PAGE:
        sql.conn.execute(statement)


@migrations(name="0006_persons")
def _persons(sql: Sql) -> None:
    for statement in additions.PERSONS:
        sql.conn.execute(statement)


@migrations(name="0007_servers")
def _servers(sql: Sql) -> None:
    for statement in additions.SERVERS:
        sql.conn.execute(statement)


@migrations(name="0008_threads")
def _threads(sql: Sql) -> None:
    for statement in additions.THREADS:
        sql.conn.execute(statement)


@migrations(name="0009_archive")
def _archive(sql: Sql) -> None:
    for statement in additions.ARCHIVE:
        sql.conn.execute(statement)


@migrations(name="0010_members")
def _members(sql: Sql) -> None:
    for statement in additions.MEMBERS:
        sql.conn.execute(statement)


@migrations(name="0011_scale")
def _scale(sql: Sql) -> None:
    for statement in additions.SCALE:
        sql.conn.execute(statement)


@migrations(name="0012_model")
def _model(sql: Sql) -> None:
    for statement in additions.MODEL:
        sql.conn.execute(statement)


@migrations(name="0013_websub")
def _websub(sql: Sql) -> None:
    for statement in later_additions.PUSHES:
        sql.conn.execute(statement)


@migrations(name="0014_search")
def _search(sql: Sql) -> None:
    for statement in later_additions.SEARCH:
        sql.conn.execute(statement)


def mark_as_ours(sql: Sql) -> None:
    """Write whose file it is, then turn to WAL: in this order, so that no crash leaves a database without owner."""
    if not _is_ours(sql):
        let_shrink(sql)  # before the first page is written, or it says nothing until the next VACUUM
        sql.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    sql.conn.execute("PRAGMA journal_mode = WAL")


def let_shrink(sql: Sql) -> None:
    """Have the file give back unused pages when asked, from its first page or from the next VACUUM on."""
    sql.conn.execute("PRAGMA auto_vacuum = INCREMENTAL")


def migrate(sql: Sql, path: str) -> None:
    """Apply what is missing. Call inside a transaction.

    Raises:
        StoreIsNewerError: it holds migrations that this version does not know.
    """
    refuse_newer(sql, path)
    migrations.apply(sql)


def refuse_other_schema(sql: Sql, path: str) -> None:
    """Refuse to read a database that is not ours, or newer or older than this version."""
    if not _is_ours(sql):
        raise foreign(path)
    refuse_newer(sql, path)
    if migrations.pending(sql):
        raise StoreError(f"{path} has the schema of an older Tidings: start `tidings run` once", path=path)


def schema_version(sql: Sql) -> str:
    """Give the name of the newest migration applied, "" where there is none."""
    return max((applied.name for applied in migrations.applied(sql)), default="")


def _is_ours(sql: Sql) -> bool:
    return bool(sql.conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))


def refuse_newer(sql: Sql, path: str) -> None:
    """Refuse a database that holds migrations this version does not know."""
    unknown = sorted({applied.name for applied in migrations.applied(sql)} - _known())
    if unknown:
        raise StoreIsNewerError(
            f"{path} was written by a newer Tidings ({', '.join(unknown)}): upgrade, or restore a backup", path=path
        )


@cache
def _known() -> frozenset[str]:
    """All are pending for a database that has nothing."""
    with closing(sqlite3.connect(":memory:")) as nothing:
        return frozenset(migration.name for migration in migrations.pending(Sql(nothing, execute_plugins=False)))
