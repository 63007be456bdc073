"""What every engine's `PersonalStore` must do."""

from __future__ import annotations

from digests.core.members import Notice
from storage import Store
from tests.builders import GUILD, NOW

MIRA, JON = 4_300_000_000_000_000_001, 4_300_000_000_000_000_002


async def test_who_reported_a_story_is_given_and_forgotten_with_all_else_about_them(store: Store) -> None:
    report = Notice(
        guild_id=GUILD,
        code="notice-report",
        fields={"what": "fact", "title": "Ferry", "link": "https://a.example/1"},
        at=NOW,
    )
    for member in (MIRA, JON):
        await store.members.complain(report, "fact:1", member)
    assert len((await store.personal.all_of(MIRA))["complaint"]) == 1
    assert await store.personal.erase(MIRA) == 1
    assert (await store.personal.all_of(MIRA))["complaint"] == ()
    assert len((await store.personal.all_of(JON))["complaint"]) == 1
