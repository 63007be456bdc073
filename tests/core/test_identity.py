"""An entry is posted once, whatever a feed does to its guid, link, title or date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digests.core.identity import choose_policy, key_entries
from digests.core.models import EntryData

MONDAY = datetime(2031, 3, 3, 8, tzinfo=UTC)


def entry(number: int, **changes: object) -> EntryData:
    base = EntryData(
        guid=f"g{number}",
        link=f"https://kestrel.example/news/{number}",
        title=f"Ferry {number} is late",
        published=MONDAY + timedelta(hours=number),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def keys(*entries: EntryData, policy: str = "guid+link") -> set[int]:
    return {key for one in key_entries(entries, policy) for key in one.deciding}


def test_a_sound_feed_is_known_by_guid_and_link() -> None:
    assert choose_policy([entry(1), entry(2)]) == "guid+link"


def test_guids_that_do_not_tell_entries_apart_are_given_up() -> None:
    assert choose_policy([entry(n, guid="same") for n in range(10)]) == "link"


def test_links_that_all_lead_to_the_front_page_are_given_up() -> None:
    assert choose_policy([entry(n, link="https://kestrel.example/") for n in range(10)]) == "guid"


def test_a_feed_with_neither_is_known_by_title_and_day() -> None:
    assert choose_policy([entry(n, guid="x", link="https://kestrel.example/") for n in range(10)]) == "title"


def test_an_entry_printed_twice_is_no_reason_to_give_a_kind_up() -> None:
    assert choose_policy([entry(1), entry(1), entry(2)]) == "guid+link"
    assert len(key_entries([entry(1), entry(1), entry(2)], "guid+link")) == 2


def test_a_pinned_policy_is_demoted_and_never_promoted() -> None:
    sound = [entry(1), entry(2)]
    assert choose_policy(sound, "link") == "link"
    assert choose_policy(sound, "title") == "title"
    assert choose_policy([entry(n, link="https://kestrel.example/") for n in range(9)], "link") == "title"


def test_an_empty_document_demotes_nothing() -> None:
    assert choose_policy([], "guid+link") == "guid+link"


def test_a_new_guid_with_the_same_link_is_the_same_entry() -> None:
    assert keys(entry(1)) & keys(entry(1, guid="other"))


def test_a_new_link_with_the_same_guid_is_the_same_entry() -> None:
    assert keys(entry(1)) & keys(entry(1, link="https://kestrel.example/moved/1"))


def test_title_and_date_edits_change_no_key() -> None:
    assert keys(entry(1)) == keys(entry(1, title="Ferry 1 was late", published=MONDAY + timedelta(days=3)))


def test_two_spellings_of_one_link_are_one_key() -> None:
    plain, tracked = entry(1, guid=""), entry(1, guid="", link="http://kestrel.example/news/1?utm_source=rss#top")
    assert keys(plain) == keys(tracked)


def test_an_entry_without_guid_and_link_is_known_by_title_and_day() -> None:
    bare = entry(1, guid="", link="")
    assert keys(bare) == keys(replace(bare, title="FERRY 1  is late", published=MONDAY + timedelta(hours=3)))
    assert keys(bare).isdisjoint(keys(replace(bare, published=MONDAY + timedelta(days=1, hours=1))))


@given(st.permutations(range(8)))
def test_the_order_of_a_document_changes_no_key(order: list[int]) -> None:
    assert keys(*(entry(n) for n in order)) == keys(*(entry(n) for n in range(8)))


@given(st.text(), st.text(), st.text(), st.sampled_from(["guid+link", "guid", "link", "title"]))
def test_every_entry_has_a_key_that_sqlite_can_hold(guid: str, link: str, title: str, policy: str) -> None:
    (keyed,) = key_entries([EntryData(guid=guid, link=link, title=title)], policy)
    assert keyed.deciding
    assert set(keyed.deciding) <= set(keyed.stored)
    assert all(0 <= key < 2**63 for key in keyed.stored)
