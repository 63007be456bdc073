"""What the program remembers between runs that is no row of any family: a text by name."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Database

RECALL = """
    SELECT value
    FROM note
    WHERE name = :name
"""

REMEMBER = """
    INSERT INTO note (name, value)
    VALUES (:name, :value)
    ON CONFLICT DO UPDATE
    SET value = excluded.value
"""


@dataclass(frozen=True, slots=True)
class SqliteNotes:
    """Notes on SQLite; only the shell uses them."""

    database: Database

    async def recall(self, name: str) -> str | None:
        """Give what was remembered under a name, or None."""
        found = await self.database.read(lambda sql: sql.execute(RECALL, {"name": name}).fetchone())
        return found[0] if found else None

    async def remember(self, name: str, value: str) -> None:
        """Remember a text under a name, in place of what was there."""
        await self.database.write(lambda sql: sql.execute(REMEMBER, {"name": name, "value": value}))
