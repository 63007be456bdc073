"""One story as an audience sees it, and the card that tells it: headline, cited sentences, sources, status.

Everything printed is evidence; this only chooses and numbers. Whether the story is told at all, and where it stands,
is decided in `core.compose`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digests.core.changes import Change, changed_numbers
from digests.core.digest import Card, Sentence, Source, Was
from digests.core.editions import Style, Told, TopicId
from digests.core.evidence import Evidence, cut_at_word, evidence_of, evidence_of_title, word_count
from digests.core.models import Entry, EntryId, StoryId
from digests.core.novelty import facts, facts_of
from digests.core.sketches import Idf
from digests.core.summary import select
from digests.core.text import tokens

MAX_HEADLINE = 90
"""Characters (editorial notes §2.2)."""

LEAD_WORDS = {Style.BRIEF: (25, 45), Style.STANDARD: (25, 45), Style.DEEP: (80, 120)}
"""Words from which a lead is enough, and which it never passes where a sentence fits. 25-45: editorial notes §2.2;
deep: 1,200 words a page there, for seven stories and their new points."""

MAX_NEW = 3
"""New points of a card (editorial notes §2.2)."""

MAX_CITES, MAX_SOURCES = 6, 20
"""Numbers after one sentence, as many as a sources line shows (editorial notes §2.2); entries listed on one card."""

_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_SHORT_TITLE = 4  # words; fewer are labels ("Live updates")
_TITLES = 40  # compared with each other; more only repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as one audience may see it: its visible entries by date, and what is new to the audience.

    `news` holds new facts by entry where the story was `told` before; both are empty for a first telling.
    """

    story_id: StoryId
    topic_id: TopicId
    entries: tuple[Entry, ...]
    told: Told | None = None
    news: Mapping[EntryId, frozenset[str]]

    @property
    def fresh(self) -> tuple[Entry, ...]:
        """The entries this telling is about: those with news, or all at a first telling."""
        return tuple(entry for entry in self.entries if entry.id in self.news) if self.told else self.entries


def build_card(
    telling: Telling, voice_of: Mapping[EntryId, str], *, language: str | None, style: Style, idf: Idf, why: str
) -> Card | None:
    """Give the card of a story, or None where no visible entry has a word to print.

    `voice_of` names the voice of every visible entry. `language` is the one told, see `language_of`; entries in another
    count as voices and are listed, and print nothing.
    """
    heard = [entry for entry in telling.fresh if entry.language in {language, None}]
    points = _new_points(heard, telling.news, language=language) if telling.told else []
    lead = _lead(heard, besides=points, language=language, style=style, idf=idf)
    if points and not lead:  # all that came is new: what is known already puts it in its place
        older = [entry for entry in telling.entries if entry.language in {language, None}]
        lead = _lead(older, besides=points, language=language, style=Style.BRIEF, idf=idf)
    if not lead:
        lead, points = points, []
    if not lead:
        return None
    changes = {evidence: _changes(evidence, telling, language) for evidence in points}
    older_ids = [change.entry_id for evidence in points for change in changes[evidence]]
    sources = _sources(telling, [*lead, *points], older_ids, voice_of)
    number = {source.entry_id: source.n for source in sources}
    cited = {entry_id for evidence in (*lead, *points) for entry_id in evidence.cites[:MAX_CITES]}
    return Card(
        story_id=telling.story_id,
        title=headline(heard, language=language, idf=idf) or shorten(lead[0].text),
        status=_status(telling, cited, count=len(set(voice_of.values()))),
        sentences=tuple(_sentence(evidence, number) for evidence in lead),
        new=tuple(_sentence(evidence, number, changes[evidence]) for evidence in points),
        sources=sources,
        voices=len(set(voice_of.values())),
        why=why,
        language=language,
        facts=_ledger_facts(telling),
    )


def language_of(entries: Sequence[Entry], *, wanted: str) -> str | None:
    """Give the language a story is told in: the one wanted, else the most common, else None where nobody knows."""
    spoken = Counter(entry.language for entry in entries if entry.language)
    if wanted in spoken or not spoken:
        return wanted if spoken else None
    return min(spoken, key=lambda language: (-spoken[language], language))


def headline(entries: Sequence[Entry], *, language: str | None, idf: Idf) -> str:
    """Give the title most of the others agree with, at most `MAX_HEADLINE` characters; empty where all are empty.

    Titles that fit whole, say something and ask nothing go first.
    """
    titles = [title for entry in entries[:_TITLES] if (title := " ".join(entry.title.split()))]
    if not titles:
        return ""
    vectors = [{word: idf(word) for word in set(tokens(title[: 2 * MAX_HEADLINE], language))} for title in titles]

    def worth(index: int) -> tuple[bool, float, int]:
        title = titles[index]
        is_plain = len(title) <= MAX_HEADLINE and word_count(title) >= _SHORT_TITLE and title[-1] not in "?？"
        return is_plain and not title.isupper(), _agreement(vectors, index), -index

    return shorten(titles[max(range(len(titles)), key=worth)])


def _agreement(vectors: Sequence[Mapping[str, float]], index: int) -> float:
    own = vectors[index]
    norm = sqrt(sum(weight * weight for weight in own.values())) or 1.0
    return sum(sum(own[word] ** 2 for word in own.keys() & other.keys()) for other in vectors) / norm


def shorten(text: str) -> str:
    """Give a title as a headline: on one line, cut at a word."""
    text = " ".join(text.split())
    return text if len(text) <= MAX_HEADLINE else text[: cut_at_word(text, MAX_HEADLINE - 1)] + "…"


def _lead(
    entries: Sequence[Entry], *, besides: Sequence[Evidence], language: str | None, style: Style, idf: Idf
) -> list[Evidence]:
    enough, most = LEAD_WORDS[style]
    printed = {evidence.text for evidence in besides}
    pool = [evidence for evidence in evidence_of(entries, language=language) if evidence.text not in printed]
    return list(select(pool, idf=idf, language=language, max_words=most, enough=enough))


def _new_points(
    entries: Sequence[Entry], news: Mapping[EntryId, frozenset[str]], *, language: str | None
) -> list[Evidence]:
    """Give up to `MAX_NEW` sentences that carry the new facts, the richest first; a title where no sentence does."""
    missing = {fact for entry in entries for fact in news[entry.id]}
    pool = [*evidence_of(entries, language=language)]
    pool += [title for entry in entries if (title := evidence_of_title(entry)) and title not in pool]
    carried = [_carried(evidence.text, missing, language) for evidence in pool]
    points: list[Evidence] = []
    while missing and len(points) < MAX_NEW:
        best = max(range(len(pool)), key=lambda index: (len(carried[index] & missing), -index), default=None)
        if best is None or not carried[best] & missing:
            break
        missing -= carried[best]
        points.append(pool[best])
    return points


def _carried(text: str, wanted: Iterable[str], language: str | None) -> set[str]:
    """Give the wanted facts a sentence states; a name may open it, where its capital alone would prove nothing."""
    stated = facts(text, language)
    folded = text.casefold()
    return {fact for fact in wanted if fact in stated or (fact.startswith("name:") and fact[5:] in folded)}


def _changes(evidence: Evidence, telling: Telling, language: str | None) -> tuple[Change, ...]:
    if telling.told is None:
        return ()
    before = [entry for entry in telling.entries if entry.id not in telling.news and entry.language in {language, None}]
    return changed_numbers(evidence.text, language=language, before=before, told=telling.told)


def _sources(
    telling: Telling, printed: Sequence[Evidence], older: Sequence[EntryId], voice_of: Mapping[EntryId, str]
) -> tuple[Source, ...]:
    """Give the entries a card stands on, in order of citation, then the others by date, numbered from 1."""
    by_id = {entry.id: entry for entry in telling.entries}
    cited = dict.fromkeys([*(entry_id for evidence in printed for entry_id in evidence.cites[:MAX_CITES]), *older])
    others = [entry_id for entry_id in by_id if entry_id not in cited]
    listed = [*cited, *others[: max(0, MAX_SOURCES - len(cited))]]
    return tuple(_source(n, by_id[entry_id], voice_of[entry_id]) for n, entry_id in enumerate(listed, start=1))


def _source(n: int, entry: Entry, voice: str) -> Source:
    host = _HOST.match(entry.link)
    return Source(
        n=n,
        entry_id=entry.id,
        name=entry.outlet or (host[1].lower() if host else f"feed {entry.feed_id}"),
        url=entry.link,
        title=" ".join(entry.title.split()),
        published=entry.published,
        voice=voice,
        paywalled=entry.paywalled,
    )


def _sentence(evidence: Evidence, number: Mapping[EntryId, int], changes: Sequence[Change] = ()) -> Sentence:
    return Sentence(
        text=evidence.text,
        cites=tuple(sorted(number[entry_id] for entry_id in evidence.cites[:MAX_CITES])),
        changed=tuple(Was(was=change.was, now=change.now, cite=number[change.entry_id]) for change in changes),
    )


def _status(telling: Telling, cited: set[EntryId], *, count: int) -> tuple[str, ...]:
    status = ["update" if telling.told else "new"]
    if count == 1:
        status.append("single-source")
    if all(entry.paywalled or not entry.text for entry in telling.entries if entry.id in cited):
        status.append("excerpt")
    return tuple(status)


def _ledger_facts(telling: Telling) -> tuple[str, ...]:
    """Give all that could have been told, not only what was printed: a fact cut for length must bring nothing back."""
    known = set(telling.told.facts) if telling.told else set()
    return tuple(sorted(known.union(*(facts_of(entry) for entry in telling.entries))))
