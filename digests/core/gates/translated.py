"""Whether a translation says what its sentence says: the gates across languages, the first fault or None.

Deterministic, and strict where it cannot know: a sentence with a fault stays in its own language, nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from digests.core.gates.judging import LONGEST
from digests.core.gates.languages import KNOWN, language_of
from digests.core.gates.meant_across import turns_certainty, turns_meaning
from digests.core.gates.measured_across import has_other_days, has_other_numbers
from digests.core.gates.named_across import has_other_names
from digests.core.gates.orders import gives_orders
from digests.core.gates.reading import read
from digests.core.gates.surface import has_address, has_markup, speaks_to_reader
from digests.core.gates.values import Fault
from digests.core.quote_marks import quoted_spans
from digests.core.sketches import Lexicon
from digests.core.text import sentences

SHORTEST_SHARE, LONGEST_SHARE = 0.5, 2.0
"""Length of a translation to its sentence's; those of the shaping half are between 0.68 and 1.61."""

_MARKS = '"“”„«»「」『』‹› '
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{N}'’-]*(?: \p{Lu}[\p{L}\p{N}'’-]*){0,2}|[\p{Katakana}ー・]+")
_DENSITY = {"ja": 2.2}  # letters of an English text to one sign of its Japanese


def judge_translation(original: str, spoken: str, text: str, into: str, lexicon: Lexicon) -> Fault | None:
    """Give why a text may not stand for a sentence `original` in language `spoken`; None where it may.

    Languages are ISO 639-1 codes; one without the gates' word lists has the fault `language`.
    """
    return next(_faults(original, spoken, text, into, lexicon), None)


def _faults(original: str, spoken: str, text: str, into: str, lexicon: Lexicon) -> Iterator[Fault]:
    if not any(sign.isalnum() for sign in text):
        yield Fault.EMPTY
        return
    if len(text) > LONGEST or not SHORTEST_SHARE <= _size(text, into) / _size(original, spoken) <= LONGEST_SHARE:
        yield Fault.LENGTH
        return
    if has_address(text):
        yield Fault.ADDRESS
    if has_markup(text):
        yield Fault.MARKUP
    if gives_orders(text) or gives_orders(original):
        yield Fault.INSTRUCTION
    if not {spoken, into} <= KNOWN or text == original or language_of(_unquoted(text), [into]) is None:
        yield Fault.LANGUAGE
        return
    if speaks_to_reader(text, into):
        yield Fault.SECOND_PERSON
    if len(sentences(text, into)) != len(sentences(original, spoken)):
        yield Fault.LENGTH
    if is_quoted_otherwise(original, text):
        yield Fault.QUOTE
    own, theirs = read(original, spoken), read(text, into)
    gates: tuple[tuple[Fault, Callable[[], bool]], ...] = (
        (Fault.NUMBER, lambda: has_other_numbers(own, theirs)),
        (Fault.DATE, lambda: has_other_days(own, theirs)),
        (Fault.NAME, lambda: has_other_names(own, theirs, lexicon)),
        (Fault.MODALITY, lambda: turns_certainty(own, theirs)),
        (Fault.POLARITY, lambda: turns_meaning(own, theirs)),
    )
    yield from (fault for fault, is_found in gates if is_found())


def quotations_of(text: str) -> list[str]:
    """Give what is quoted, without its marks, in order; a name in marks, as that of a ship, is no quotation."""
    spans = (text[span.start : span.end].strip(_MARKS) for span in quoted_spans(text).spans)
    return [words for words in spans if not _NAME.fullmatch(words)]


def is_quoted_otherwise(original: str, text: str) -> bool:
    """Tell whether quotations are not as many as in the original, or several do not stand in its words.

    Of one alone it is known which it is, so that its original can be printed beside it.
    """
    own, theirs = quotations_of(original), quotations_of(text)
    if any(not span.is_closed for span in quoted_spans(text).spans) or len(own) != len(theirs):
        return True
    return len(own) > 1 and any(words not in own for words in theirs)


def _unquoted(text: str) -> str:
    for span in reversed(quoted_spans(text).spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _size(text: str, language: str) -> float:
    return max(1.0, len(text.strip()) * _DENSITY.get(language, 1.0))
