"""What the flow needs from outside, in domain words: the edges and the stores. No implementation, no library's type."""

from digests.core.sketches import Idf
from digests.ports.digests import DigestStore
from digests.ports.edges import (
    Embedder,
    Fetcher,
    LanguageDetector,
    NamesAcross,
    PageReader,
    Parser,
    Publisher,
    WordStats,
)
from digests.ports.phrasing import PhrasingStore, Summariser
from digests.ports.stores import EditionStore, EntryStore, FeedStore, MemberStore, PageStore, PersonalStore, TopicStore

__all__ = [
    "DigestStore",
    "EditionStore",
    "Embedder",
    "EntryStore",
    "FeedStore",
    "Fetcher",
    "Idf",
    "LanguageDetector",
    "MemberStore",
    "NamesAcross",
    "PageReader",
    "PageStore",
    "Parser",
    "PersonalStore",
    "PhrasingStore",
    "Publisher",
    "Summariser",
    "TopicStore",
    "WordStats",
]
