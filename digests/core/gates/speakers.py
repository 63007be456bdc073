"""Who a text says is speaking, of what part of it, and whether a sentence keeps both.

"The port knew, the union said" is what the union said; without the union it would be a fact, and by the port a lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from digests.core.gates.amounts import amounts
from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.likeness import is_there
from digests.core.gates.mark_words import Mark
from digests.core.gates.moved import CALENDAR
from digests.core.gates.reading import Reading, Word
from digests.core.quote_marks import quoted_spans
from digests.core.sayings import SPOKEN, saying

_WEAK_WORDS = (
    "announced called describe described read reads posted added adding continued pledged vowed asked asks recalled"
    " kündigte nannte fragte anunció anunciado annonce annoncé anunciou leia escreveu schrieb wrote denounced report"
    " reported lobte forderte kritisierte contó conta contou berichtete berichtet calls suggested concluded"
    " rappelle rappellent rappelé recalls"
)
_WEAK = frozenset(_WEAK_WORDS.split())
"""Verbs of saying that also tell what was done: a plan that is announced is there."""
_NOUNS = frozenset({"states", "notes"})  # more often nouns than verbs in news
_PAUSE = regex.compile(r"[,;:()—–]|\s-\s")
_END = regex.compile(r"[,;.—–]")
_FOLLOWED = regex.compile(r" (?:that|dass|que|що)\b|: ")
_PLAIN = regex.compile(r"\s(?!(?:the|a|an|his|her|their)\b)\p{Ll}")
_HALT = regex.compile(
    r"[;!?](?=\s|$)|(?<!\b(?:\p{Lu}|Gen|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|St|Jr|Sr|Lt|Col|Sgt|Capt|Prof|Inc|Corp|vs|[ap]\.m))\.(?=\s|$)"
)
_STOP = regex.compile(r"[;:.!?()—–\"“”«»]|\s-\s")
_ZUFOLGE = regex.compile(r"(?P<who>[^,;.]{2,60})\szufolge\b")
_IT = r"\bit\b"  # "it said", of a company
_SHORT = 10  # characters of such a word
_REACH = 70  # characters of an attribution: a role, a name, an apposition
_CLOSING = ('"', "”", "“", "«", "»")
_APPOSED, _PHRASE, _NOUN_PHRASE, _NAME = 2, 6, 3, 4
# pauses around an apposition; words of one, of a noun with its own, and of a name
_FEWEST = 2  # content words that make what is said
_SAME = 0.8
"""Share of the best likeness from which another sentence is as near: one that states the fact itself lets it stand."""
_STEM, _ENDING = 3, 1  # letters that cases of a Ukrainian noun share at least, and that they end in
_WHOLE = 0.7  # share of a sentence that somebody says, from which it has no other news
_NUMBER = 2
_SUBJECT = 2  # words that carry facts, from which a sentence starts: a name of two words
_ORGANISATION_WORDS = (
    "company firm group club bank airline carmaker maker manufacturer operator retailer union agency ministry court"
    " council university team party unternehmen konzern firma verein verband gewerkschaft behörde ministerium empresa"
    " compañía grupo banco sindicato ministerio entreprise société groupe banque syndicat ministère companhia clube"
    " ministério компанія фірма банк клуб профспілка міністерство"
)
_ORGANISATIONS = frozenset(_ORGANISATION_WORDS.split())
_PASSIVE = regex.compile(
    r"\b(?:is|are|was|were|been|being)\s(?:\p{L}+\s)?(?:told|informed|warned|assured|advised)\s(?:on\s\p{Lu}\p{Ll}+day\s)?by\s"
)
_TOLD = regex.compile(r"[;:.!?,()]|\s(?:that|on|to|of|about)\s")
_NOBODY = regex.compile(r"\b(?:nobody|no[ -]one|never|anyone|not|nor)\s$", regex.IGNORECASE)
_LEEWAY = 0.15  # likeness by which the speaker's own sentence may fall behind another cited one
_KANA_SAID = regex.compile(
    r"によると|によれば|と(?:[^。「」]{0,14}?)(?:述べ|語|話し|強調|指摘|説明|コメント|訴え|明らか|主張|答え|言)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """`who` are all words that may name the speaker, `what` the stems that are said, between `begin` and `end`.

    `keys` are the words next to the verb that do name the speaker, one way or another where the language leaves that
    open; none for a pronoun. `is_strong`: the verb says that it was said, and no more.
    """

    who: tuple[Word, ...]
    keys: tuple[tuple[Word, ...], ...]
    what: frozenset[str]
    begin: int
    end: int
    is_strong: bool


@lru_cache(maxsize=2048)
def said(reading: Reading) -> tuple[Said, ...]:
    """Give the attributions of a text in order."""
    if reading.language in UNSPACED_LANGUAGES:
        stems = frozenset(word.stem for word in reading.content)
        length = len(reading.text)
        return tuple(Said((), (), stems, 0, length, is_strong=True) for _ in _KANA_SAID.finditer(reading.text))
    return tuple(_said(reading))


def is_foreign_speaker(sentence: Reading, cited: Sequence[Reading], outlets: frozenset[str]) -> bool:
    """Tell whether somebody is said to have said what nothing cited has them say."""
    if sentence.language in UNSPACED_LANGUAGES:
        return False  # names cannot be cut from a clause; quotations and names have gates of their own
    known = frozenset().union(*(each.stems for each in cited))
    heads = frozenset().union(*(each.heads for each in cited))
    for own in said(sentence):
        if own.keys and not any(_is_theirs(sentence, own, key, cited, outlets, known, heads) for key in own.keys):
            return True
    return False


def _is_theirs(
    sentence: Reading,
    own: Said,
    key: Sequence[Word],
    cited: Sequence[Reading],
    outlets: frozenset[str],
    known: frozenset[str],
    heads: frozenset[str],
) -> bool:
    stems = {word.stem for word in key}
    if stems & outlets:
        return True
    common = [is_there(word, known, heads) for word in key if sentence.text[word.start].islower()]
    if 2 * sum(common) < len(common):
        return False  # names have a gate of their own, which knows their forms
    near = {each: _nearness(sentence, own, each) for each in cited}
    theirs = [near[each] for each in cited if _may_say(each, key, stems, known)]
    return bool(theirs) and max(theirs) >= max(near.values()) - _LEEWAY


def _nearness(sentence: Reading, own: Said, evidence: Reading) -> float:
    """Give the share of what is said that the evidence has; a number tells as much as two words."""
    said_numbers = {amount.value for amount in amounts(sentence).all if own.begin <= amount.start < own.end}
    numbers = {amount.value for amount in amounts(evidence).all}
    whole = len(own.what) + _NUMBER * len(said_numbers)
    return (len(own.what & evidence.stems) + _NUMBER * len(said_numbers & numbers)) / whole if whole else 0.0


def _may_say(evidence: Reading, key: Sequence[Word], stems: set[str], known: frozenset[str]) -> bool:
    """Tell whether a sentence has somebody say something, by a verb of saying or, without any, as it is about them."""
    attributions = said(evidence)
    if not attributions:
        return any(is_there(word, evidence.stems, evidence.heads) for word in key)
    return any(
        stems & {word.stem for word in one.who}
        or (evidence.language == "uk" and any(_is_declined(a, b) for a in key for b in one.who))
        or (not one.keys and stems & known)  # "she said": who she is stands elsewhere in what is cited
        or (_is_organisation(one) and stems & {word.stem for word in evidence.content[:_SUBJECT]})
        for one in attributions
    )


def _is_declined(one: Word, other: Word) -> bool:
    """Tell whether two Ukrainian words are cases of one: they have all but their last letters in common."""
    length = min(len(one.plain), len(other.plain)) - _ENDING
    return length >= _STEM and one.plain[:length] == other.plain[:length]


def _is_organisation(one: Said) -> bool:
    """Tell whether "the company said", of one that is named at the opening."""
    return any(word.plain in _ORGANISATIONS for key in one.keys for word in key)


def loses_speaker(sentence: Reading, cited: Sequence[Reading], titles: Sequence[Reading]) -> bool:
    """Tell whether the sentence tells as a fact what its evidence only gives as somebody's words."""
    if said(sentence) or sentence.of(Mark.CLAIMED) or sentence.of(Mark.REPORTED):
        return False
    own = {word.stem for word in sentence.content}
    attributions = [(each, one) for each in cited for one in said(each)]
    if any(
        _is_named(word, each) and word.stem in own - one.what for each, one in attributions for word in one.who
    ) or any(_opens_with(sentence, one) for _, one in attributions):
        return False  # the speaker is there, with a verb that is no verb of saying
    told = free = stated = 0
    for each in (*cited, *titles):
        strong = [one for one in said(each) if one.is_strong]
        theirs = frozenset().union(*(one.what for one in strong))
        who = {word.stem for one in strong for key in one.keys for word in key}
        told = max(told, len(own & theirs - who))
        free = max(free, len(own & (each.stems - theirs - who)))
        if each in cited and not strong:
            stated = max(stated, len(own & each.stems))
    is_whole = told >= _WHOLE * len(own)  # nothing else is in it: a headline without the speaker does not vouch for it
    return told >= min(_FEWEST, (len(own) + 1) // 2) and (stated if is_whole else free) < _SAME * told


def _opens_with(sentence: Reading, one: Said) -> bool:
    """Tell whether a sentence opens with the speaker: "the management expects"."""
    opening = {word.stem for word in sentence.content[:_NOUN_PHRASE]}
    return any({word.stem for word in key} <= opening - one.what for key in one.keys)


def _is_named(word: Word, reading: Reading) -> bool:
    return reading.language != "de" and word.start > 0 and reading.text[word.start].isupper()


def _said(reading: Reading) -> Iterator[Said]:
    if reading.language not in SPOKEN:
        return
    ways = saying(reading.language)
    text, quoted = reading.text, quoted_spans(reading.text)
    before = 0
    for verb in ways.verb.finditer(text):
        is_name = verb[0][0].isupper() and verb.start() > before and text[verb.start() - 1] == " "  # United States
        is_unsaid = _NOBODY.search(text, max(0, verb.start() - _SHORT), verb.start()) is not None
        is_noun = is_name or verb[0].casefold() in _NOUNS
        if quoted.open_at(verb.start()) is None and not is_noun and not is_unsaid:
            yield _of_verb(reading, verb, before)
            before = verb.end()
    for passive in _PASSIVE.finditer(text) if reading.language == "en" else ():
        stop = _TOLD.search(text, passive.end())
        limit = min(stop.start() if stop else len(text), passive.end() + _REACH)
        yield _by_preposition(reading, passive.start(), passive.end(), limit)
    for preposition in ways.according.finditer(text):
        pause = _END.search(text, preposition.end())
        limit = min(pause.start() if pause else len(text), preposition.end() + _REACH)
        if preposition[0].casefold() != "so" or text[: preposition.start()].endswith(", "):
            yield _by_preposition(reading, preposition.start(), preposition.end(), limit)
    for match in _ZUFOLGE.finditer(text) if reading.language == "de" else ():
        yield _by_preposition(reading, match.start("who"), match.start("who"), match.end("who"))


def _by_preposition(reading: Reading, start: int, begin: int, end: int) -> Said:
    who = tuple(word for word in reading.content if begin <= word.start < end)
    first, last = _segment(reading.text, start)
    what = frozenset(
        word.stem for word in reading.content if first <= word.start < last and not start <= word.start < end
    )
    keys = (tuple(_name_of(reading, who)),) if who else ()
    return Said(who, keys, what, first, last, is_strong=True)


def _segment(text: str, at: int) -> tuple[int, int]:
    """Give the part of a text around a place that ends where a sentence or half of one does."""
    begin = max((stop.end() for stop in _HALT.finditer(text, 0, at)), default=0)
    stop = _HALT.search(text, at)
    return begin, stop.start() if stop else len(text)


def _of_verb(reading: Reading, verb: regex.Match[str], begin: int) -> Said:
    text, content = reading.text, reading.content
    first, last = _segment(text, verb.start())
    begin = max(begin, first)
    pauses = [pause.end() for pause in _PAUSE.finditer(text, begin, verb.start())]
    clause = pauses[-1] if pauses else begin
    before = [word for word in content if clause <= word.start < verb.start() and word.plain not in CALENDAR]
    leads = [word for word in content if begin <= word.start < clause]
    stop = _STOP.search(text, verb.end())
    limit = min(stop.start() if stop else len(text), verb.end() + _REACH)
    after = [word for word in content if verb.end() <= word.start < limit]
    follows = [word for word in content if verb.end() <= word.start < last]
    pause = _PAUSE.search(text, verb.end(), limit)
    phrase = _name_of(reading, [word for word in after if not pause or word.start < pause.start()])
    ends_words = text[: verb.start()].rstrip().endswith((",", *_CLOSING))
    pronoun = rf"(?:{saying(reading.language).pronoun}|{_IT})(?:\s\p{{Ll}}+){{0,2}}\s$"
    what, who = (leads or follows), [*leads[-_PHRASE:], *after]
    keys: tuple[tuple[Word, ...], ...] = (tuple(phrase),)
    if regex.search(pronoun, text[clause : verb.start()], regex.IGNORECASE):
        keys = ()
    elif before and not ends_words:
        keys = (tuple(before[-1:]),) if reading.language == "en" else (tuple(before[-1:]), tuple(phrase))
    elif (
        not phrase
        or _FOLLOWED.match(text, verb.end())
        or (reading.language == "en" and len(pauses) >= _APPOSED and _PLAIN.match(text, verb.end()))
    ):
        keys = (tuple(leads[-1:]), tuple(leads[:1]))
    if verb[0].casefold() == "saying":
        what, keys = follows, (tuple(leads[:_NAME]),)
    if len(pauses) >= _APPOSED and (name := _opening_name(reading, begin, pauses[0])):
        keys = (*keys, name)
        who = [*who, *name]
    if before and not ends_words:
        who = [*(leads[-_PHRASE:] if len(pauses) >= _APPOSED else ()), *before]
        who += after if reading.language != "en" else ()
        what = follows if len(follows) > _FEWEST or not leads else leads
    elif not ends_words:
        what = follows
    return Said(
        who=tuple(who),
        keys=tuple(key for key in keys if key),
        what=frozenset(word.stem for word in what),
        begin=first,
        end=last,
        is_strong=verb[0].casefold().split()[-1] not in _WEAK,
    )


def _opening_name(reading: Reading, begin: int, end: int) -> tuple[Word, ...]:
    """Give the name that stands alone before a first pause: "Wim Castell, who heads the board, said"."""
    words = [word for word in reading.words if begin <= word.start < end]
    is_name = 0 < len(words) <= _NAME and all(reading.text[word.start].isupper() for word in words)
    return tuple(words) if is_name else ()


def _name_of(reading: Reading, phrase: Sequence[Word]) -> Sequence[Word]:
    """Give the words up to the end of the first name in a phrase after a verb; the first three where none is named."""
    capital = [at for at, word in enumerate(phrase) if reading.text[word.start].isupper()]
    if not capital or reading.language == "de":  # a German noun phrase ends with its noun
        ends = [at + 1 for at in capital if at + 1 < len(phrase) and at + 1 not in capital]
        return phrase[: min([*ends, _NOUN_PHRASE])]
    last = capital[0]
    while last + 1 in capital and phrase[last + 1].start - phrase[last].end == 1:
        last += 1
    return phrase[: last + 1]
