"""Under which keys an entry is known, so that no change of guid, link, title or date posts it again.

A feed's policy (which kinds of key count) is pinned at its first document and stored; it is never recomputed per
fetch, since a policy that flips reposts the whole feed. It is only ever demoted, one way: guid+link → one of
them → title. Guid and link keys are stored whatever the policy, so a demotion between them is primed already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from digests.core.hubs import NO_LINKS, HubLinks
from digests.core.models import EntryData, ParsedFeed, Rest
from digests.core.urls import canonical

GUID = "guid"
LINK = "link"
TITLE = "title"

REPEATS_TOLERATED = 0.05
"""Share of entries that may repeat another's key before its kind is given up (FreshRSS does so past 5 %)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An entry with the keys that are stored for it and, among them, those that decide whether it is known."""

    data: EntryData
    stored: tuple[int, ...]
    deciding: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A `ParsedFeed` with its entries under their keys; `identity` is the policy by which they are told apart."""

    title: str
    link: str
    language: str | None
    ttl_s: int | None
    rest: Rest
    identity: str
    entries: tuple[Keyed, ...]
    links: HubLinks = NO_LINKS


def identify(parsed: ParsedFeed, pinned: str | None = None) -> Document:
    """Key a document's entries under the feed's pinned policy, or a demotion of it. 12 µs an entry: off the loop."""
    policy = choose_policy(parsed.entries, pinned)
    return Document(
        title=parsed.title,
        link=parsed.link,
        language=parsed.language,
        ttl_s=parsed.ttl_s,
        rest=parsed.rest,
        identity=policy,
        entries=key_entries(parsed.entries, policy),
        links=parsed.links,
    )


def choose_policy(entries: Sequence[EntryData], pinned: str | None = None) -> str:
    """Give the kinds of key that tell these entries apart ("guid+link", "guid", "link" or "title").

    With a pinned policy only its own kinds are in question: the answer is it, or a demotion of it.
    """
    allowed = pinned.split("+") if pinned else [GUID, LINK]
    kinds = [kind for kind in allowed if kind != TITLE and _tells_apart(entries, kind)]
    return "+".join(kinds) or TITLE


def key_entries(entries: Iterable[EntryData], policy: str) -> tuple[Keyed, ...]:
    """Give each entry its keys; of entries that share a deciding key only the first is kept."""
    keyed: list[Keyed] = []
    taken: set[int] = set()
    for data in entries:
        one = _key(data, policy.split("+"))
        if taken.isdisjoint(one.deciding):
            taken.update(one.deciding)
            keyed.append(one)
    return tuple(keyed)


def _key(data: EntryData, kinds: Sequence[str]) -> Keyed:
    values = {GUID: data.guid, LINK: canonical(data.link) if data.link else ""}
    keys = {kind: _hash(kind, value) for kind, value in values.items() if value}
    deciding = tuple(keys[kind] for kind in kinds if kind in keys)
    if not deciding:
        title = _hash(TITLE, _title_and_day(data))
        return Keyed(data=data, stored=(*keys.values(), title), deciding=(title,))
    return Keyed(data=data, stored=tuple(keys.values()), deciding=deciding)


def _tells_apart(entries: Sequence[EntryData], kind: str) -> bool:
    """Say whether entries that differ also differ in this key; a feed that repeats an entry whole is no fault."""
    values = [data.guid if kind == GUID else data.link for data in entries]
    if "" not in values and len(set(values)) == len(values):
        return True
    sharing: dict[str, list[EntryData]] = {}
    for data, value in zip(entries, values, strict=True):
        if value:
            sharing.setdefault(value, []).append(data)
    repeats = sum(_different(group, kind) - 1 for group in sharing.values())
    return repeats <= len(entries) * REPEATS_TOLERATED


def _different(sharing: Sequence[EntryData], kind: str) -> int:
    """Give how many entries share this key: told apart by the other key and title, or by title where it is missing."""
    named = {(data.link if kind == GUID else data.guid, data.title) for data in sharing}
    nameless = {title for other, title in named if not other}
    titles = {title for other, title in named if other}
    return len(named) - len(nameless) + len(nameless - titles)


def _title_and_day(data: EntryData) -> str:
    day = data.published.date().isoformat() if data.published else ""
    return f"{' '.join(data.title.casefold().split())}\0{day}"


def _hash(kind: str, value: str) -> int:
    """Give 63 bits, SQLite's positive integers: for a feed of 100,000 keys a chance collision is 1 in 10⁹."""
    digest = blake2b(f"{kind}\0{value}".encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
