"""The gates in their order: the first fault of a sentence, or None. Deterministic; nothing is mended here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digests.core.gates.amounts import has_foreign_number
from digests.core.gates.claims import claims_more
from digests.core.gates.copying import is_long_copy
from digests.core.gates.days import has_foreign_day
from digests.core.gates.languages import language_of
from digests.core.gates.likeness import is_unsupported
from digests.core.gates.mark_words import Mark
from digests.core.gates.meaning import turns_modality, turns_polarity
from digests.core.gates.moved import has_moved_number
from digests.core.gates.naming import has_foreign_name
from digests.core.gates.orders import gives_orders
from digests.core.gates.quoted import has_foreign_quote, is_misattributed
from digests.core.gates.reading import Reading, read
from digests.core.gates.speakers import is_foreign_speaker, loses_speaker
from digests.core.gates.surface import has_address, has_markup, speaks_to_reader
from digests.core.gates.values import Evidence, Fault, Phrased


def judge(sentence: Phrased, evidence: Sequence[Evidence]) -> Fault | None:
    """Give why a sentence may not be printed, None where it may; only the evidence it cites is looked at."""
    return next(_faults(sentence, evidence), None)


def _faults(sentence: Phrased, evidence: Sequence[Evidence]) -> Iterator[Fault]:
    text = sentence.text
    if not any(sign.isalnum() for sign in text):
        yield Fault.EMPTY
        return
    if not sentence.cites or not all(1 <= number <= len(evidence) for number in sentence.cites):
        yield Fault.UNKNOWN_CITATION
        return
    cited = [evidence[number - 1] for number in dict.fromkeys(sentence.cites)]
    yield from _of_surface(text)
    if all(gives_orders(f"{each.text}") for each in cited) or gives_orders(text):
        yield Fault.INSTRUCTION
    if is_long_copy(text, [each.text for each in cited]):
        yield Fault.LONG_COPY
    language = language_of(text, [each.language for each in cited])
    if language is not None and speaks_to_reader(text, language):
        yield Fault.SECOND_PERSON
    if any(_is_same(text, each.text) for each in cited):
        return  # the evidence itself says nothing but what it says
    if language is None:
        yield Fault.LANGUAGE
        return
    yield from _of_content(read(text, language), cited)


def _of_surface(text: str) -> Iterator[Fault]:
    if has_address(text):
        yield Fault.ADDRESS
    if has_markup(text):
        yield Fault.MARKUP


def _of_content(sentence: Reading, cited: Sequence[Evidence]) -> Iterator[Fault]:
    language = sentence.language
    texts = [read(each.text, language) for each in cited]
    titles = [read(each.title, language) for each in cited if each.title]
    all_texts = [*texts, *titles]
    outlets = frozenset(word.stem for each in cited for word in read(each.outlet, language).words)
    published = [(text, each.published) for text, each in zip(texts, cited, strict=True)]
    published += [(read(each.title, language), each.published) for each in cited if each.title]
    if has_foreign_quote(sentence, texts, [each.title for each in cited]):
        yield Fault.QUOTE
    if is_misattributed(sentence, all_texts):
        yield Fault.SPEAKER
    if has_foreign_number(sentence, all_texts):
        yield Fault.NUMBER
    if has_foreign_day(sentence, published):
        yield Fault.DATE
    if has_foreign_name(sentence, texts, [name for each in cited for name in (each.title, each.outlet)]):
        yield Fault.NAME
    if is_foreign_speaker(sentence, all_texts, outlets):
        yield Fault.SPEAKER
    if loses_speaker(sentence, texts, titles):
        yield Fault.ATTRIBUTION
    if turns_modality(sentence, all_texts):
        yield Fault.MODALITY
    if turns_polarity(sentence, all_texts):
        yield Fault.POLARITY
    if claims_more(sentence, all_texts, Mark.CAUSE):
        yield Fault.CAUSE
    if claims_more(sentence, all_texts, Mark.SUPERLATIVE):
        yield Fault.SUPERLATIVE
    if claims_more(sentence, all_texts, Mark.COMPARISON):
        yield Fault.COMPARISON
    if has_moved_number(sentence, all_texts):
        yield Fault.MOVED_NUMBER
    if is_unsupported(sentence, all_texts):
        yield Fault.UNSUPPORTED


def _is_same(text: str, other: str) -> bool:
    return " ".join(text.split()) == " ".join(other.split())
