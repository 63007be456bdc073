"""Settings that change while the bot runs, as people in Discord meet them."""

from __future__ import annotations

from pathlib import Path

from bot.reloading import changes
from config.settings import Limits, Settings
from tests.discord.conftest import Town, settings_for


async def test_a_limit_of_the_file_holds_at_once(town: Town, tmp_path: Path) -> None:
    started = settings_for(tmp_path, town.standin)
    await town.ask(town.moderator, "topic create", name="Coast")
    await town.app.take_up(started.model_copy(update={"limits": Limits(topics_per_guild=1)}), town.clock())
    refused = await town.ask(town.moderator, "topic create", name="Hills")
    assert "1" in refused.text
    assert [topic.name for topic in await town.app.store.topics.topics(town.guild.id)] == ["Coast"]


def test_changes_are_named_by_their_keys() -> None:
    before = Settings()
    after = before.model_copy(update={"limits": Limits(feeds_per_guild=7)})
    assert list(changes(before, after)) == ["limits.feeds_per_guild"]
    assert list(changes(before, before)) == []
