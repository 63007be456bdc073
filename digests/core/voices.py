"""Who speaks: reprints of one report are one voice, whoever prints them. What a voice is worth is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import regex

from digests.core.datelines import dateline
from digests.core.models import Entry, EntryId

# Only for bylines and initials; a dateline's own brackets name any agency.
_AGENCIES = {
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP", "ansa": "ANSA", "ap": "AP",
    "associated press": "AP", "the associated press": "AP", "bernama": "Bernama", "dpa": "dpa", "efe": "EFE",
    "agencia efe": "EFE", "interfax": "Interfax", "interfax-ukraine": "Interfax-Ukraine", "kyodo": "Kyodo",
    "kyodo news": "Kyodo", "pa media": "PA Media", "press association": "PA Media", "pti": "PTI", "reuters": "Reuters",
    "thomson reuters": "Reuters", "tass": "TASS", "ukrinform": "Ukrinform", "укрінформ": "Ukrinform", "upi": "UPI",
    "united press international": "UPI", "xinhua": "Xinhua", "新华社": "Xinhua", "新華社": "Xinhua", "yonhap": "Yonhap",
}  # fmt: skip
_BYLINE_PARTS = regex.compile(r"\s*(?:[,;/|()]|\bby\b|\bwith\b|\band\b|\bvon\b|\bpor\b|\bpar\b)\s*", regex.IGNORECASE)

_BYLINE_CHARS = 200
_COMPARED_CHARS = 3_000
_SHORTEST = 120  # characters; shorter texts are alike by chance, so only their credit counts
_SHINGLE = 5
_KEPT = 64  # a bottom-64 sketch of 5-character shingles found 200 of 200 perturbed copies (measured)
# Share of the sketch. On shared/data/clusters/articles_dev: texts cut by a third .55 and more, with every twentieth
# word lost .70 and more; the median of two reports of one event .11.
_SAME = 0.5


def voices(entries: Iterable[Entry]) -> dict[EntryId, str]:
    """Give the independent voice of each entry: an agency, or the outlet that was first with the text.

    Meant for the entries of one story; time is the entries times the distinct texts among them.
    """
    ordered = sorted(entries, key=lambda entry: (entry.published, entry.id))
    groups: list[tuple[str, str]] = []
    voice_of: dict[EntryId, str] = {}
    for entry, (own, is_credited) in zip(ordered, _own_voices(ordered), strict=True):
        voice = own if is_credited else _first_with(entry.text, groups, own) or own
        groups.append((entry.text, voice))
        voice_of[entry.id] = voice
    return voice_of


def most_voices(entries: Sequence[Entry]) -> int:
    """Give how many voices there are at most, comparing no texts: `voices` gives none that no entry names."""
    return len({voice for voice, _ in _own_voices(entries)})


def _own_voices(entries: Sequence[Entry]) -> Iterator[tuple[str, bool]]:
    """Give the agency an entry credits, and True, or its outlet, and False."""
    credits = [credit(entry) for entry in entries]
    known = {name.casefold(): name for name in credits if name}
    for entry, name in zip(entries, credits, strict=True):
        agency = name or known.get(entry.author.strip().casefold())
        yield agency or entry.outlet or f"entry {entry.id}", bool(agency)


def credit(entry: Entry) -> str | None:
    """Give the agency an entry credits in its dateline or byline, or None."""
    line = dateline(entry.text)
    if line and line.credit:
        return _AGENCIES.get(line.credit.casefold(), line.credit)
    named = (_AGENCIES.get(part.casefold()) for part in _BYLINE_PARTS.split(entry.author[:_BYLINE_CHARS]))
    return next((agency for agency in named if agency), None)


def _first_with(text: str, groups: Sequence[tuple[str, str]], own: str) -> str | None:
    """Give whose text this was first; where nobody but `own` has spoken, none needs reading."""
    if all(voice == own for _, voice in groups):
        return None
    return next((voice for earlier, voice in groups if _resemblance(text, earlier) >= _SAME), None)


@lru_cache(maxsize=2_000)  # editions that share feeds ask for the same entries one after another
def _bottom_shingles(text: str) -> frozenset[int]:
    """Give the smallest hashes of the text's shingles, in letters and digits alone; none of a text too short."""
    line = dateline(text)
    body = text[line.end if line else 0 :][:_COMPARED_CHARS]
    plain = "".join(filter(str.isalnum, body.casefold()))
    if len(plain) < _SHORTEST:
        return frozenset()
    hashes = {crc32(plain[at : at + _SHINGLE].encode("utf-8", "replace")) for at in range(len(plain) - _SHINGLE + 1)}
    return frozenset(sorted(hashes)[:_KEPT])


def _resemblance(text: str, other: str) -> float:
    """Estimate the share of shingles two texts have in common (Broder 1997), 0 where one is too short to tell."""
    ours, theirs = _bottom_shingles(text), _bottom_shingles(other)
    if not ours or not theirs:
        return 0.0
    smallest = frozenset(sorted(ours | theirs)[:_KEPT])
    return len(smallest & ours & theirs) / len(smallest)
