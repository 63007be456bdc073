"""What the flow needs of a language model, and kept of what it said and cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from digests.core.phrasing import Answered, Phrasing, Question, Unanswered
from digests.core.spending import Caps, Tokens


class Summariser(Protocol):
    """A language model that phrases evidence. Called by `pipeline.asking`, for stories that are shown."""

    @property
    def name(self) -> str:
        """The model's name, as cards are signed with."""
        ...

    @property
    def fingerprint(self) -> str:
        """A text that is another as soon as the same evidence would be asked for otherwise."""
        ...

    @property
    def is_asked(self) -> bool:
        """Whether a question has a chance now: neither refused for good nor resting after failures."""
        ...

    def estimate(self, question: Question) -> Tokens:
        """Give the most tokens an answer takes, before it is asked for."""
        ...

    async def phrase(self, question: Question) -> Answered | Unanswered:
        """Give the model's words for one story, or why there are none; never raises for network or answer.

        Ends by itself: a deadline holds for each try, and tries are few.
        """
        ...


class PhrasingStore(Protocol):
    """What a model said that may be printed, and what it cost on each UTC day."""

    async def phrasings(self, keys: Iterable[str]) -> Mapping[str, Phrasing]:
        """Give what is kept under these keys."""
        ...

    async def keep_phrasing(self, key: str, phrasing: Phrasing, *, now: datetime) -> None:
        """Keep what passed the gates, in place of what was there."""
        ...

    async def prune_phrasings(self, *, before: datetime, most: int) -> int:
        """Let go of what was kept before then, of the oldest beyond `most`, and of spending before then; count them."""
        ...

    async def take_tokens(self, guild_id: int, tokens: Tokens, *, caps: Caps, now: datetime) -> bool:
        """Count tokens as spent today, before they are; False, counting nothing, where a cap does not allow them."""
        ...

    async def correct_tokens(self, guild_id: int, *, taken: Tokens, spent: Tokens, now: datetime) -> None:
        """Count what was really spent in place of what was taken on the day of `now`."""
        ...

    async def spent(self, now: datetime) -> Mapping[int, Tokens]:
        """Give what was spent on the day of `now`, by guild."""
        ...
