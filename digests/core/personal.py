"""What is for one member alone: the edition by direct message, and how their ties change what a digest tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from digests.core.digest import Digest, Section
from digests.core.editions import CatchUp, Destination, Edition, EditionId, Pool, QuietDay, Style
from digests.core.members import DIRECT, GuildSettings
from digests.core.ties import Preferences, Ties

AT = time(8)
"""When a direct digest comes to who named no hour: with breakfast."""


def personal_edition(
    chosen: Preferences,
    settings: GuildSettings,
    *,
    style: Style,
    language: str,
    max_stories: int,
    catch_up: CatchUp,
    now: datetime,
) -> Edition:
    """Give a member's edition in a guild, its topics left to the store; `language` is theirs who chose none.

    A quiet day is kept quiet: nobody wants a message that says nothing.
    """
    return Edition(
        id=EditionId(0),
        guild_id=settings.guild_id,
        name=f"@{chosen.member_id}",
        topics=(),
        destination=Destination(platform=DIRECT, address=str(chosen.member_id)),
        at=(chosen.dm_at or AT,),
        timezone=chosen.timezone or settings.timezone or "UTC",
        style=style,
        language=chosen.language or language,
        max_stories=max_stories,
        quiet_day=QuietDay.SKIP,
        catch_up=catch_up,
        member_id=chosen.member_id,
        created=now,
    )


def composed_with_ties(compose_of: Callable[[Pool], Digest], pool: Pool, ties: Ties, *, most: int) -> Digest:
    """Compose for somebody with ties: what they follow first, whatever its rank, what they muted not at all.

    Together there are at most `most` cards.
    """
    pool = pool.without(ties.muted_outlets)
    others = compose_of(pool.about(lambda story: story not in ties.followed | ties.muted))
    if not ties.followed:
        return others
    return _with_followed(others, compose_of(pool.about(lambda story: story in ties.followed)), most)


def _with_followed(others: Digest, followed: Digest, most: int) -> Digest:
    first = tuple(replace(card, place=place) for place, card in enumerate(followed.cards, start=1))
    if not first:
        return others
    room = max(0, most - len(first))
    rest = []
    for section in others.sections:
        cards = tuple(replace(card, place=card.place + len(first)) for card in section.cards if card.place <= room)
        if cards:
            rest.append(replace(section, cards=cards))
    both, ours = others.coverage, followed.coverage
    return replace(
        others,
        sections=(Section(topic="", cards=first), *rest),
        coverage=replace(
            both,
            entries=both.entries + ours.entries,
            stories=both.stories + ours.stories,
            shown=len(first) + sum(len(section.cards) for section in rest),
        ),
    )
