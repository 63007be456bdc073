"""What goes into the gates and what comes out: evidence, sentences of a model, faults, what is printed instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from digests.core.models import EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One sentence a model was given, numbered from 1 by its place in the sequence, and the entry it stands in."""

    text: str
    title: str
    outlet: str
    published: datetime
    language: str | None
    entry_id: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrased:
    """A sentence of a model and the numbers of the evidence it names."""

    text: str
    cites: tuple[int, ...]


class Fault(StrEnum):
    """Why a sentence may not be printed. Where there are several, the first in this order is told."""

    EMPTY = "empty"  # nothing to read
    UNKNOWN_CITATION = "unknown-citation"  # no evidence has this number, or none is named
    MARKUP = "markup"  # markup, control characters, more than one line
    ADDRESS = "address"  # a URL, a mention, an invitation
    SECOND_PERSON = "second-person"
    LANGUAGE = "language"  # not the evidence's, or one whose words are not known here
    INSTRUCTION = "instruction"  # all it stands on is a text that gives orders to a model
    LONG_COPY = "long-copy"
    QUOTE = "quote"  # not the very words, or nobody's
    NUMBER = "number"  # or its unit, its "at least"
    DATE = "date"
    NAME = "name"
    SPEAKER = "speaker"
    ATTRIBUTION = "attribution"  # what somebody says is told as a fact
    MODALITY = "modality"  # alleged, possible or planned, and no longer; or only now
    POLARITY = "polarity"
    CAUSE = "cause"
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    MOVED_NUMBER = "moved-number"  # it counts something else
    UNSUPPORTED = "unsupported"  # words nothing cited has


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The sentence may be printed as it is."""

    sentence: Phrased


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """Evidence number `number` is printed as it stands, in the place of a sentence with a fault."""

    sentence: Phrased
    fault: Fault
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Nothing is printed: what the sentence stands on is told already, or is unfit itself."""

    sentence: Phrased
    fault: Fault
