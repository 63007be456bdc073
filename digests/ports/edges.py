"""What the flow needs from the outside world. Who calls each method, and what it may raise, stands here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from digests.core.articles import PageText
from digests.core.digest import Digest, Operation, Receipt
from digests.core.identity import Document
from digests.core.models import (
    Fetched,
    FetchFailed,
    FetchOutcome,
    Validators,
)

Idf: TypeAlias = Callable[[str], float]
"""Word (lower case) → how telling it is in its language: about 1 for "the", about 8 for a word never counted."""


class Fetcher(Protocol):
    """One conditional GET. Called by `pipeline.poll` and the headless digest."""

    async def fetch(self, url: str, validators: Validators = ...) -> FetchOutcome:
        """Give the body whole, or say why not; never raises for the network. Ends within its own deadline."""
        ...


class Parser(Protocol):
    """Bytes to entries, away from the event loop. Called by `pipeline.poll` and the headless digest."""

    async def parse(self, fetched: Fetched, identity: str | None = None) -> Document:
        """Give the document's entries in its order, under the keys of the feed's pinned policy, if it has one.

        Raises:
            ParseError: the body is no feed, or the parser was killed at its deadline.
        """
        ...


class PageReader(Protocol):
    """The page behind an entry's link. Called by `pipeline.read`."""

    async def read(self, url: str) -> PageText | FetchFailed:
        """Give the article, or say why there is none; within a deadline."""
        ...


class WordStats(Protocol):
    """How common words are, by language. May load a list on first use, so call it off the loop."""

    def idf(self, language: str) -> Idf:
        """Give the weights of a language (ISO 639-1); an unknown one gets a weight by word length."""
        ...


class LanguageDetector(Protocol):
    """Which language a text is in. Called off the loop."""

    def detect(self, text: str) -> str | None:
        """Give ISO 639-1, or None where the text is too short or the guess too weak to believe."""
        ...


class Publisher(Protocol):
    """A platform that digests are posted to. Called by `pipeline.deliver`."""

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Carry out one operation; calling it again with the same nonce must not show the part twice.

        Raises:
            DeliveryError: it was refused, or nobody knows; `permanent` says whether to try again.
        """
        ...

    def split(self, digest: Digest) -> Sequence[int]:
        """Give how many cards go into each part, so that the platform takes every part; never an empty list."""
        ...
