"""What the flow needs from the outside world. Who calls each method, and what it may raise, stands here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from digests.core.articles import PageText
from digests.core.bundles import Vector
from digests.core.digest import Digest, Operation, Receipt
from digests.core.identity import Document
from digests.core.models import (
    Fetched,
    FetchFailed,
    FetchOutcome,
    Validators,
)
from digests.core.sketches import Idf


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


class NamesAcross(Protocol):
    """Names that languages write differently. May load a list on first use, so call it off the loop."""

    def countries(self, text: str, words: Sequence[str], language: str | None) -> Iterable[str]:
        """Give the ISO 3166 codes of the countries named in a text whose tokens are `words`."""
        ...

    def romanised(self, name: str) -> str:
        """Give a name in ASCII letters."""
        ...


class Embedder(Protocol):
    """What texts mean, whatever their language; a second signal beside their words. Called off the loop."""

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Give a vector of length 1 for each text; those of texts that mean the same are near each other."""
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
