"""The values of what a member chose alone: stories and outlets followed, muted or saved, times and zone. Aware UTC.

Personal: they act on what is shown to the member alone, never on what a channel shares.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from digests.core.models import StoryId

NO_STORY = StoryId(0)


class TieKind(StrEnum):
    """What a member wants of a story or an outlet."""

    FOLLOW = "follow"
    MUTE = "mute"
    SAVE = "save"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A member's tie to one story, or with `outlet` to all of a domain (`story_id` is `NO_STORY` then).

    `title` and `link` are what it was called when it was tied: entries are forgotten, what somebody saved is not.
    """

    guild_id: int
    member_id: int
    kind: TieKind
    story_id: StoryId = NO_STORY
    outlet: str = ""
    title: str = ""
    link: str = ""
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What a member's ties say of stories and outlets."""

    followed: frozenset[StoryId] = frozenset()
    muted: frozenset[StoryId] = frozenset()
    muted_outlets: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ties: Iterable[Tie]) -> Ties:
        """Sort ties by what they say; a story both followed and muted is muted."""
        held = tuple(ties)
        muted = frozenset(tie.story_id for tie in held if tie.kind is TieKind.MUTE and tie.story_id)
        followed = frozenset(tie.story_id for tie in held if tie.kind is TieKind.FOLLOW and tie.story_id)
        outlets = frozenset(tie.outlet for tie in held if tie.kind is TieKind.MUTE and tie.outlet)
        return cls(followed=followed - muted, muted=muted, muted_outlets=outlets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How a member wants to be reached: local times in `timezone`; None where nothing was chosen.

    `language` is of digests made for the member alone.
    """

    member_id: int
    timezone: str | None = None
    dm_at: time | None = None
    language: str | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None
