"""A publisher corrects a title: it is noticed, the cards that printed it say it, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests.core.corrections import find_corrections
from digests.core.digest import Sentence
from digests.core.identity import identify
from digests.core.models import Correction, EntryData, EntryId, ParsedFeed, Printed, StoryId
from digests.core.revising import correct
from tests.builders import card, digest

OLD, NEW = "Ferry Aurora sinks off Aldmouth", "Ferry Aurora aground off Aldmouth"


def entry(title: str, **changes: str) -> EntryData:
    return EntryData(**({"guid": "1", "link": "https://kestrel.example/1", "title": title} | changes))


def found(*entries: EntryData, pinned: str | None = None) -> list[str]:
    stored = Printed(entry_id=EntryId(7), guid="1", link="https://kestrel.example/1", title=OLD)
    return [one.title for one in find_corrections(identify(ParsedFeed(entries=entries), pinned), [stored])]


@pytest.mark.parametrize("changes", [{}, {"guid": "2"}, {"link": "http://www.kestrel.example/1/?utm_source=rss"}])
def test_another_title_under_a_known_key_is_a_correction(changes: dict[str, str]) -> None:
    assert found(entry(NEW, **changes)) == [NEW]


@pytest.mark.parametrize("title", [OLD, f"  {OLD.replace(' ', '  ')}", ""])
def test_the_same_title_or_none_is_no_correction(title: str) -> None:
    assert found(entry(title)) == []


def test_another_entry_corrects_nothing() -> None:
    assert found(entry(NEW, guid="2", link="https://kestrel.example/2")) == []


def test_where_titles_tell_entries_apart_another_title_is_another_entry() -> None:
    assert found(entry(NEW), pinned="title") == []


def printed(**changes: object):
    told = card(StoryId(1), title=OLD)
    source = replace(told.sources[0], entry_id=EntryId(7), title=OLD)
    return digest(replace(told, sources=(source, *told.sources[1:]), **changes))


def test_a_card_that_printed_the_old_title_says_the_new_one() -> None:
    told = printed(sentences=(Sentence(text="The ferry left at nine.", cites=(1,)), Sentence(text=OLD, cites=(1,))))
    revised = correct(told, Correction(entry_id=EntryId(7), was=OLD, title=NEW))
    assert revised is not None
    (card_,) = revised.cards
    assert (card_.title, card_.sources[0].title) == (NEW, NEW)
    assert [one.text for one in card_.sentences] == ["The ferry left at nine.", NEW]
    assert correct(revised, Correction(entry_id=EntryId(7), was=OLD, title=NEW)) is None


def test_a_card_headed_by_another_outlet_keeps_its_headline() -> None:
    revised = correct(printed(title="Aurora in trouble"), Correction(entry_id=EntryId(7), was=OLD, title=NEW))
    assert revised is not None
    assert revised.cards[0].title == "Aurora in trouble"


def test_a_card_that_does_not_cite_the_entry_is_left_alone() -> None:
    assert correct(printed(), Correction(entry_id=EntryId(8), was=OLD, title=NEW)) is None
