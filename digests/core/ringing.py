"""Whom a digest may ring at the moment it is sent: never a place or a member in their quiet hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from digests.core.digest import Digest
from digests.core.members import GuildSettings
from digests.core.quiet import is_quiet
from digests.core.ties import Preferences

MOST_NAMED = 40
"""Members a message names: 960 characters, half of the smallest message there is (Discord takes 100 numbers)."""


def topics_of(digest: Digest) -> tuple[str, ...]:
    """Give the names of the topics a digest tells of."""
    return tuple(section.topic for section in digest.sections if section.topic)


def rung(digest: Digest, settings: GuildSettings, listed: Sequence[Preferences], *, now: datetime) -> Digest:
    """Give a channel's digest as it may ring now; `listed` are those it may name, the first ones first.

    Reads zones from files: call it in a thread.
    """
    if is_quiet(now, settings.quiet_from, settings.quiet_to, settings.timezone):
        return replace(digest, pings=(), is_hushed=True)
    awake = [one.member_id for one in listed if not _rests(one, settings, now)]
    return replace(digest, named=tuple(awake[: digest.names]))


def rung_for_one(digest: Digest, chosen: Preferences, settings: GuildSettings, *, now: datetime) -> Digest:
    """Give a direct digest as it may ring its member now. Reads zones as `rung` does."""
    return replace(digest, is_hushed=_rests(chosen, settings, now))


def _rests(chosen: Preferences, settings: GuildSettings, now: datetime) -> bool:
    return is_quiet(now, chosen.quiet_from, chosen.quiet_to, chosen.timezone or settings.timezone)
