"""What the flow needs from outside, in domain words: the edges and the stores. No implementation, no library's type."""

from digests.core.sketches import Idf
from digests.ports.archive import ArchiveStore
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
from digests.ports.hooks import HookStore, HubDoor
from digests.ports.members import MemberStore, PersonalStore
from digests.ports.phrasing import PhrasingStore, Summariser
from digests.ports.stores import EntryStore, FeedStore, PageStore, TopicStore
from digests.ports.watching import WatchStore

__all__ = [
    "ArchiveStore",
    "DigestStore",
    "EditionStore",
    "Embedder",
    "EntryStore",
    "FeedStore",
    "Fetcher",
    "GuildStore",
    "HookStore",
    "HubDoor",
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
    "WatchStore",
    "WordStats",
]
