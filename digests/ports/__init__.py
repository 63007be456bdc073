"""What the flow needs from outside, in domain words: the edges and the stores. No implementation, no library's type."""

from digests.ports.edges import Fetcher, Idf, LanguageDetector, PageReader, Parser, Publisher, WordStats
from digests.ports.stores import DigestStore, EditionStore, EntryStore, FeedStore, MemberStore, PageStore, TopicStore

__all__ = [
    "DigestStore",
    "EditionStore",
    "EntryStore",
    "FeedStore",
    "Fetcher",
    "Idf",
    "LanguageDetector",
    "MemberStore",
    "PageReader",
    "PageStore",
    "Parser",
    "Publisher",
    "TopicStore",
    "WordStats",
]
