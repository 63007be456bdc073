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
from digests.ports.editions import EditionStore
from digests.ports.guilds import GuildStore
from digests.ports.stores import EntryStore, FeedStore, MemberStore, PageStore, PersonalStore, TopicStore

__all__ = [
    "DigestStore",
    "EditionStore",
    "Embedder",
    "EntryStore",
    "FeedStore",
    "Fetcher",
    "GuildStore",
    "Idf",
    "LanguageDetector",
    "MemberStore",
    "NamesAcross",
    "PageReader",
    "PageStore",
    "Parser",
    "PersonalStore",
    "Publisher",
    "TopicStore",
    "WordStats",
]
