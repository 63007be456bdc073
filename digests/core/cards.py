"""The card that tells a story: headline, lead, what is new, key points, both sides of a contest, sources, status.

Everything printed is evidence; this only chooses and numbers. Whether the story is told at all, and where it stands,
is decided in `core.compose`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from digests.core.changes import Change
from digests.core.contests import Contest, contest, is_denial
from digests.core.digest import Card, Picture, Quote, Sentence, Source, Was
from digests.core.evidence import Evidence, evidence_of, evidence_of_title
from digests.core.headlines import headline, shorten
from digests.core.models import Entry, EntryId
from digests.core.moments import day_of_words
from digests.core.novelty import facts_of
from digests.core.opinion import is_opinion
from digests.core.points import changes_of, new_points
from digests.core.quoting import quote_of
from digests.core.sketches import Idf
from digests.core.summary import choose, choose_more
from digests.core.telling import Telling, reports
from digests.core.worth import Weighed, weigh

LEAD_WORDS = (25, 45)
"""Words from which a lead is enough, and which it never passes where a sentence fits (editorial notes §2.2)."""

MAX_POINTS, POINTS_WORDS = 3, 90
"""Key points of a card, and their words in all: a deep digest reads in five minutes (editorial notes §2.2)."""

MAX_CITES, MAX_SOURCES = 6, 20
"""Numbers after one sentence, as many as a sources line shows (editorial notes §2.2); entries listed on one card."""

_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


def build_card(
    telling: Telling,
    voice_of: Mapping[EntryId, str],
    *,
    language: str | None,
    idf: Idf,
    why: str,
    boilerplate: Mapping[str, frozenset[str]],
    slot: datetime,
    heard_enough: Collection[str] = (),
) -> Card | None:
    """Give the card of a story, or None where no visible entry has a word to print.

    `voice_of` names the voice of every visible entry. `language` is the one told, see `telling.language_of`; entries in
    another count as voices and are listed, and print nothing. `boilerplate`: see `core.boilerplate`. The lead is not of
    an outlet that was `heard_enough`, where another has one.
    """
    writer = _Writer(telling, voice_of, language=language, idf=idf, boilerplate=boilerplate)
    heard = writer.heard
    points = writer.new_points()
    lead = writer.lead(besides=points, not_of=heard_enough)
    if not lead:
        lead, points = points, []
    if not lead:
        return None
    sides = writer.contest()
    more = writer.key_points([*lead, *points, *(sides or ())])
    changes = {point: writer.changes(point) for point in points}
    older = [change.entry_id for point in points for change in changes[point]]
    printed = [*lead, *points, *more, *(sides or ())]
    quoted = quote_of(heard, printed, language=language)
    sources = _sources(telling, printed, [*older, *((quoted.entry.id,) if quoted else ())], voice_of)
    number = {source.entry_id: source.n for source in sources}
    published = {entry.id: entry.published for entry in telling.entries}

    def sentence(evidence: Evidence, changed: Sequence[Change] = ()) -> Sentence:
        dated = day_of_words(evidence.text, published[evidence.entry_id], slot=slot)
        return replace(_sentence(evidence, number, changed), dated=dated)

    cited = {entry_id for evidence in printed for entry_id in evidence.cites[:MAX_CITES]}
    count = len(set(voice_of.values()))
    return Card(
        story_id=telling.story_id,
        title=headline(heard, language=language, idf=idf) or shorten(lead[0].text),
        status=_status(telling, cited, count=count, is_contested=sides is not None),
        sentences=tuple(sentence(evidence) for evidence in lead),
        new=tuple(sentence(evidence, changes[evidence]) for evidence in points),
        points=tuple(sentence(evidence) for evidence in more),
        contested=tuple(sentence(evidence) for evidence in sides or ()),
        quote=Quote(text=quoted.text, speaker=quoted.speaker, cite=number[quoted.entry.id]) if quoted else None,
        picture=_picture(telling, lead),
        sources=sources,
        voices=count,
        outlets=len({entry.outlet or entry.feed_id for entry in telling.entries}),
        why=why,
        language=language,
        facts=_ledger_facts(telling),
    )


class _Writer:
    """The sentences of one story, and what may be said with them."""

    def __init__(
        self,
        telling: Telling,
        voice_of: Mapping[EntryId, str],
        *,
        language: str | None,
        idf: Idf,
        boilerplate: Mapping[str, frozenset[str]],
    ) -> None:
        self._telling = telling
        self._voice_of = voice_of
        self._language = language
        self._idf = idf
        self._boilerplate = boilerplate
        self.heard = [entry for entry in reports(telling.fresh) if entry.language in {language, None}]
        self._weighed = self._weigh(self.heard)

    def new_points(self) -> list[Evidence]:
        """Give the sentences with what is new, where the story was told before; a title where no sentence does."""
        if not self._telling.told:
            return []
        missing = set(chain.from_iterable(self._telling.news[entry.id] for entry in self.heard))
        pool = [each.evidence for each in self._weighed]
        pool += [title for entry in self.heard if (title := evidence_of_title(entry)) and title not in pool]
        return new_points(pool, missing, language=self._language)

    def lead(self, *, besides: Sequence[Evidence], not_of: Collection[str]) -> list[Evidence]:
        """Give the lead; of what is known already where all that came is new, since that puts it in its place."""
        least, most = LEAD_WORDS
        fresh = _without(self._weighed, besides)
        if not fresh and besides:
            older = [entry for entry in reports(self._telling.entries) if entry.language in {self._language, None}]
            fresh = _without(self._weigh(older), besides)
        outlet_of = {entry.id: entry.outlet for entry in self._telling.entries}
        others = [each for each in fresh if outlet_of[each.evidence.entry_id] not in not_of]
        return [each.evidence for each in choose(others or fresh, max_words=most, enough=least)]

    def contest(self) -> Contest | None:
        """Give the claim and the denial where sources disagree, one of them among what is new."""
        told = [entry for entry in reports(self._telling.entries) if entry.language in {self._language, None}]
        fresh = {entry.id for entry in self.heard}
        titles = [
            title for entry in told if (title := evidence_of_title(entry)) and is_denial(title.text) and entry.text
        ]
        if not any(is_denial(f"{entry.title}\n{entry.text}") for entry in told):
            return None
        sides = contest(
            [*self._weigh(told), *weigh(titles, told, idf=self._idf, language=self._language)], self._voice_of
        )
        return sides if sides and fresh.intersection(sides.claim.cites + sides.denial.cites) else None

    def key_points(self, printed: Sequence[Evidence]) -> list[Evidence]:
        """Give what else is worth knowing."""
        said = {evidence.text for evidence in printed}
        besides = [each for each in self._weighed if each.evidence.text in said]
        more = choose_more(_without(self._weighed, printed), besides=besides, max_words=POINTS_WORDS, most=MAX_POINTS)
        return [each.evidence for each in more]

    def changes(self, point: Evidence) -> tuple[Change, ...]:
        """Give what the numbers of a new point were when the story was told last."""
        told = self._telling.told
        if told is None:
            return ()
        return changes_of(point, self._telling.entries, self._telling.news, told=told, language=self._language)

    def _weigh(self, entries: Sequence[Entry]) -> tuple[Weighed, ...]:
        evidence = evidence_of(entries, language=self._language, boilerplate=self._boilerplate)
        return weigh(evidence, entries, idf=self._idf, language=self._language)


def _without(weighed: Sequence[Weighed], printed: Sequence[Evidence]) -> list[Weighed]:
    said = {evidence.text for evidence in printed}
    return [each for each in weighed if each.evidence.text not in said]


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


def _picture(telling: Telling, lead: Sequence[Evidence]) -> Picture | None:
    """Give the image of the first report the lead stands on that has one."""
    by_id = {entry.id: entry for entry in telling.entries}
    cited = (by_id[entry_id] for evidence in lead for entry_id in evidence.cites)
    shown = next((entry for entry in cited if entry.image_url.startswith(("http://", "https://"))), None)
    return Picture(url=shown.image_url, alt=" ".join(shown.image_alt.split())) if shown else None


def _sentence(evidence: Evidence, number: Mapping[EntryId, int], changes: Sequence[Change] = ()) -> Sentence:
    return Sentence(
        text=evidence.text,
        cites=tuple(sorted(number[entry_id] for entry_id in evidence.cites[:MAX_CITES])),
        changed=tuple(Was(was=change.was, now=change.now, cite=number[change.entry_id]) for change in changes),
    )


def _status(telling: Telling, cited: set[EntryId], *, count: int, is_contested: bool) -> tuple[str, ...]:
    status = ["update" if telling.told else "new"]
    if is_contested:
        status.append("contested")
    if all(is_opinion(entry) for entry in telling.fresh):
        status.append("opinion")
    if count == 1:
        status.append("single-source")
    if all(entry.paywalled or not entry.text for entry in telling.entries if entry.id in cited):
        status.append("excerpt")
    return tuple(status)


def _ledger_facts(telling: Telling) -> tuple[str, ...]:
    """Give all that could have been told, not only what was printed: a fact cut for length must bring nothing back."""
    known = set(telling.told.facts) if telling.told else set()
    return tuple(sorted(known.union(*(facts_of(entry) for entry in telling.entries))))
