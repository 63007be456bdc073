"""Whom and what mentions name, and the time a page is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.playground.tree import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What mentions are shown as, by id, and the time that "in 3 hours" counts from."""

    now: datetime
    roles: Mapping[int, str] = field(default_factory=dict)
    channels: Mapping[int, str] = field(default_factory=dict)
    users: Mapping[int, str] = field(default_factory=dict)

    def shown(self, kind: Kind, number: int) -> str:
        """Give what a mention of this id reads."""
        known = {"user": self.users, "role": self.roles, "channel": self.channels}[kind]
        return f"{'#' if kind == 'channel' else '@'}{known.get(number, 'unknown')}"
