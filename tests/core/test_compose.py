from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.balance import led_by
from digests.core.cards import MAX_CITES, MAX_SOURCES
from digests.core.compose import choose, compose, digest_id
from digests.core.digest import Card, Digest, Sentence
from digests.core.editions import Candidate, Destination, Edition, EditionId, Pool, Style, Told, Topic, TopicId
from digests.core.evidence import word_count
from digests.core.headlines import MAX_HEADLINE
from digests.core.laws import violations
from digests.core.models import Entry, EntryId, FeedId, StoryId
from digests.core.sketches import Idf
from tests.data_path import shared

SLOT = datetime(2031, 3, 4, 8, tzinfo=UTC)
NOW = SLOT - timedelta(minutes=10)
WINDOW_START = SLOT - timedelta(hours=24)
FIRE = "A fire shut the port of Varnholm on Monday and 11 people were treated for smoke."
REOPENS = "The port of Varnholm reopens berths 1 to 5 at noon, its harbour master said."
DAMAGE = "The Varnholm fire did damage of 41 million euros, the port said on Tuesday."
RATE = "The central bank of Oresia cut its key rate to 2.75 percent on Monday."

PORT = Topic(id=TopicId(1), guild_id=1, name="Port", keywords="port, Varnholm, Varnholms")
WORLD = Topic(id=TopicId(2), guild_id=1, name="World")
EDITION = Edition(
    id=EditionId(1),
    guild_id=1,
    name="Morning",
    topics=(PORT.id, WORLD.id),
    destination=Destination(platform="terminal", address=""),
    at=(time(8),),
    timezone="UTC",
    created=SLOT - timedelta(days=9),
)


def idf_of(language: str) -> Idf:
    return lambda word: 1.0 if len(word) < 4 else 6.0


def entry(
    number: int,
    text: str = "",
    *,
    story: int | None = None,
    title: str = "",
    hours: float = 3.0,
    outlet: str | None = None,
    language: str | None = "en",
) -> Entry:
    seen = SLOT - timedelta(hours=hours)
    return Entry(
        id=EntryId(number),
        feed_id=FeedId(number),
        link=f"https://paper{number}.example/{number}",
        title=title,
        text=text,
        outlet=f"paper{number}.example" if outlet is None else outlet,
        language=language,
        published=seen,
        first_seen=seen,
        story_id=StoryId(number if story is None else story),
    )


def candidate(one: Entry, topic: Topic = WORLD, *, is_new: bool = True) -> Candidate:
    return Candidate(entry=one, topic_id=topic.id, is_new=is_new)


def told_of(*entries: Entry, hours: float = 12.0) -> dict[StoryId, Told]:
    """What an audience knows after a digest of these entries at that time."""
    digest = composed([candidate(each) for each in entries])
    at = SLOT - timedelta(hours=hours)
    return {card.story_id: Told(story_id=card.story_id, at=at, facts=frozenset(card.facts)) for card in digest.cards}


def composed(
    candidates: Sequence[Candidate],
    told: Mapping[StoryId, Told] | None = None,
    *,
    edition: Edition = EDITION,
    topics: Sequence[Topic] = (PORT, WORLD),
) -> Digest:
    digest = compose(
        edition,
        topics,
        Pool(candidates=tuple(candidates), through=99, told_until=WINDOW_START),
        told or {},
        slot=SLOT,
        now=NOW,
        feeds_ok=2,
        feeds_total=3,
        choose=partial(choose, idf_of=idf_of),
    )
    assert violations(digest, [each.entry for each in candidates]) == ()
    return digest


def only_card(candidates: Sequence[Candidate], told: Mapping[StoryId, Told] | None = None) -> Card:
    (card,) = composed(candidates, told).cards
    return card


def test_a_digest_of_nothing_has_no_sections_and_says_what_it_looked_at() -> None:
    digest = composed([])
    assert digest.sections == ()
    assert (digest.coverage.feeds_ok, digest.coverage.feeds_total, digest.coverage.shown) == (2, 3, 0)
    assert (digest.window_start, digest.window_end, digest.slot) == (WINDOW_START, NOW, SLOT)
    assert (digest.edition, digest.through) == ("Morning", 99)


def test_a_story_is_told_with_a_cited_sentence() -> None:
    card = only_card([candidate(entry(1, FIRE, title="Fire shuts the port of Varnholm"))])
    assert card.title == "Fire shuts the port of Varnholm"
    assert card.sentences == (Sentence(text=FIRE, cites=(1,)),)
    assert card.status == ("new", "single-source")
    assert (card.sources[0].name, card.sources[0].url) == ("paper1.example", "https://paper1.example/1")
    assert (card.voices, card.language, card.written_by) == (1, "en", "extract")
    assert "1 independent voice" in card.why


def test_a_story_stands_once_under_the_first_topic_it_matches() -> None:
    fire = entry(1, FIRE)
    digest = composed([candidate(fire, WORLD), candidate(fire, PORT), candidate(entry(2, RATE))])
    assert [(section.topic, [card.story_id for card in section.cards]) for section in digest.sections] == [
        ("Port", [1]),
        ("World", [2]),
    ]


def test_an_entry_that_does_not_match_its_topic_is_not_used() -> None:
    assert composed([candidate(entry(1, RATE), PORT)]).cards == ()


def test_a_topic_the_edition_does_not_name_is_ignored() -> None:
    other = replace(WORLD, id=TopicId(9))
    assert composed([candidate(entry(1, RATE), other)], topics=(PORT, WORLD, other)).cards == ()


def test_before_its_first_digest_the_window_of_an_edition_begins_with_it() -> None:
    pool = Pool(candidates=(), through=0)
    digest = compose(
        EDITION, [], pool, {}, slot=SLOT, now=NOW, feeds_ok=0, feeds_total=0, choose=partial(choose, idf_of=idf_of)
    )
    assert digest.window_start == EDITION.created


def test_what_is_not_new_is_not_told() -> None:
    digest = composed([candidate(entry(1, FIRE), is_new=False)])
    assert digest.cards == ()
    assert digest.coverage.entries == 0


def test_what_is_not_new_brings_no_story_back() -> None:
    fire = entry(1, FIRE)
    assert composed([candidate(entry(2, DAMAGE, story=1), is_new=False)], told_of(fire)).cards == ()


def test_older_entries_of_a_new_story_are_evidence() -> None:
    before = entry(1, FIRE, hours=30)
    card = only_card([candidate(before, is_new=False), candidate(entry(2, REOPENS, story=1))])
    assert {source.entry_id for source in card.sources} == {1, 2}


def test_a_story_told_without_news_is_not_told_again() -> None:
    fire = entry(1, FIRE, hours=20)
    again = entry(2, "The port of Varnholm was shut by a fire on Monday; 11 people were treated.", story=1)
    assert composed([candidate(fire), candidate(again)], told_of(fire)).cards == ()


def test_a_story_told_before_comes_back_with_what_is_new_and_its_background() -> None:
    fire = entry(1, FIRE, hours=20, title="Fire shuts Varnholm port")
    update = entry(2, f"{DAMAGE}\n{REOPENS}", story=1, title="Varnholm port fire did damage of 41 million euros")
    card = only_card([candidate(fire), candidate(update)], told_of(fire))
    assert {sentence.text for sentence in card.new} == {DAMAGE, REOPENS}
    assert [sentence.text for sentence in card.sentences] == [FIRE]
    assert card.status[0] == "update"
    assert card.title == update.title


def test_an_update_of_one_sentence_is_its_sentence() -> None:
    fire = entry(1, FIRE, hours=20)
    card = only_card([candidate(entry(2, DAMAGE, story=1))], told_of(fire))
    assert [sentence.text for sentence in card.sentences] == [DAMAGE]
    assert card.new == ()


def test_news_in_a_title_alone_is_told_by_the_title() -> None:
    fire = entry(1, FIRE, hours=20)
    still = "The port of Varnholm is still shut to every ferry."
    update = entry(2, still, story=1, title="Varnholm: damage of 41 million euros")
    card = only_card([candidate(fire), candidate(update)], told_of(fire))
    assert [sentence.text for sentence in card.new] == [update.title]


def test_an_update_told_is_known_with_all_that_was_known_before() -> None:
    fire, update = entry(1, FIRE, hours=20), entry(2, DAMAGE, story=1)
    first = told_of(fire)
    card = only_card([candidate(fire), candidate(update)], first)
    assert first[StoryId(1)].facts < set(card.facts)
    assert (
        composed(
            [candidate(update)], {StoryId(1): Told(story_id=StoryId(1), at=SLOT, facts=frozenset(card.facts))}
        ).cards
        == ()
    )


def test_a_fact_cut_for_length_brings_nothing_back() -> None:
    long = "\n".join([FIRE, *(f"Berth {n} of the port lost {n * 7} metres of its pier." for n in range(2, 12))])
    fire = entry(1, long, hours=20)
    repeat = entry(2, "Berth 11 of the Varnholm port lost 77 metres of its pier.", story=1)
    assert composed([candidate(fire), candidate(repeat)], told_of(fire)).cards == ()


def test_only_the_best_stories_are_shown_and_all_are_counted() -> None:
    many = [candidate(entry(n, f"{RATE} Report {n} follows.", hours=n)) for n in range(1, 12)]
    digest = composed(many, edition=replace(EDITION, max_stories=3))
    assert [card.story_id for card in digest.cards] == [1, 2, 3]
    assert (digest.coverage.entries, digest.coverage.stories, digest.coverage.shown) == (11, 11, 3)


def test_a_story_of_several_voices_goes_first_and_cites_them() -> None:
    first = [candidate(entry(1, RATE, hours=1))]
    both = [candidate(entry(2, FIRE, hours=9)), candidate(entry(3, REOPENS, story=2, hours=8))]
    digest = composed([*first, *both])
    assert [card.story_id for card in digest.cards] == [2, 1]
    assert digest.cards[0].voices == 2
    assert "single-source" not in digest.cards[0].status


def test_a_story_without_a_word_gives_its_place_to_the_next() -> None:
    digest = composed([candidate(entry(1)), candidate(entry(2, RATE))], edition=replace(EDITION, max_stories=1))
    assert [card.story_id for card in digest.cards] == [2]


def test_a_topic_named_twice_is_one_section_and_no_room_is_no_card() -> None:
    twice = replace(EDITION, topics=(WORLD.id, WORLD.id))
    assert len(composed([candidate(entry(1, RATE))], edition=twice).sections) == 1
    assert composed([candidate(entry(1, RATE))], edition=replace(EDITION, max_stories=0)).cards == ()


def test_a_title_alone_is_marked_as_an_excerpt() -> None:
    card = only_card([candidate(entry(1, title="Varnholm port reopens"))])
    assert card.status == ("new", "single-source", "excerpt")
    assert card.sentences == (Sentence(text="Varnholm port reopens", cites=(1,)),)


def test_a_paywalled_report_is_marked_as_an_excerpt() -> None:
    card = only_card([candidate(replace(entry(1, FIRE), paywalled=True))])
    assert "excerpt" in card.status
    assert card.sources[0].paywalled


def test_a_long_headline_is_cut_at_a_word() -> None:
    card = only_card([candidate(entry(1, FIRE, title="Varnholm " * 400))])
    assert len(card.title) <= MAX_HEADLINE
    assert card.title.endswith("Varnholm…")


def test_a_headline_is_the_title_most_agree_with() -> None:
    titles = ["What now for the port?", "Live", "Fire shuts port of Varnholm", "Port of Varnholm shut by fire, 11 hurt"]
    card = only_card([candidate(entry(n, FIRE, story=1, title=title)) for n, title in enumerate(titles, start=1)])
    assert card.title == titles[2]


def test_a_strike_that_ended_is_not_headed_by_its_begin() -> None:
    began = [
        replace(entry(number, RATE, story=1, hours=40.0), title=f"Drivers begin three-day strike in Lyn, part {number}")
        for number in (1, 2)
    ]
    ended = replace(entry(3, REOPENS, story=1), title="Trams in Lyn run again as drivers accept offer")
    assert only_card([candidate(one) for one in (*began, ended)]).title == ended.title


def test_five_hundred_entries_of_one_title_make_one_short_card() -> None:
    card = only_card([candidate(entry(n, story=1, title="Live updates from the port")) for n in range(1, 501)])
    assert len(card.sources) <= MAX_SOURCES
    assert len(card.sentences[0].cites) == MAX_CITES


def test_the_language_of_the_edition_is_told_where_there_is_one() -> None:
    german = "Ein Brand schloss den Hafen von Varnholm am Montag."
    both = [candidate(entry(1, german, story=1, language="de")), candidate(entry(2, FIRE, story=1))]
    assert only_card(both).sentences[0].text == FIRE
    assert only_card(both).voices == 2
    assert only_card(both[:1]).language == "de"


def test_a_card_has_key_points_beside_its_lead_and_says_nothing_twice() -> None:
    ten = [f"The {name} berth of the port stays shut until its {name} crane is mended." for name in ("north", "south")]
    card = only_card([candidate(entry(1, "\n".join([FIRE, REOPENS, DAMAGE, RATE, *ten])))])
    assert 25 <= sum(word_count(sentence.text) for sentence in card.sentences) <= 45
    assert 1 <= len(card.points) <= 3
    assert len({sentence.text for sentence in card.told}) == len(card.told)


def test_a_claim_and_its_denial_stand_side_by_side() -> None:
    claim = "The port says that its sprinklers worked in all three zones of the burning store."
    denial = "The dockers' union denies that the sprinklers worked in all zones of the store."
    card = only_card([candidate(entry(1, f"{FIRE}\n{claim}")), candidate(entry(2, f"{denial}\n{REOPENS}", story=1))])
    assert "contested" in card.status
    assert [sentence.text for sentence in card.contested] == [claim, denial]


def test_a_line_under_every_report_of_an_outlet_is_no_evidence() -> None:
    call = "The Harbour Post is read by more people on this coast than any other."
    texts = [FIRE, RATE, REOPENS]
    entries = [entry(number, f"{call}\n{text}", outlet="post.example") for number, text in enumerate(texts, start=1)]
    digest = composed([candidate(one) for one in entries])
    assert call not in {sentence.text for card in digest.cards for sentence in card.told}


def test_a_card_quotes_somebody_by_name_and_only_once() -> None:
    words = "We heard the alarm, not the water, and then we ran"
    card = only_card(
        [candidate(entry(1, f'{FIRE}\n"{words}," said Ilse Dorn, a crane driver at the port.\n{REOPENS}'))]
    )
    printed = " ".join(sentence.text for sentence in card.told)
    assert (words in printed) is (card.quote is None)
    if card.quote:
        assert (card.quote.text, card.quote.speaker) == (words, "Ilse Dorn")


def test_words_that_count_from_another_day_come_with_it() -> None:
    today, before = only_card([candidate(entry(1, FIRE))]), only_card([candidate(entry(1, FIRE, hours=30))])
    assert today.sentences[0].dated is None
    assert before.sentences[0].dated == SLOT - timedelta(hours=30)
    assert only_card([candidate(entry(1, DAMAGE.replace(" on Tuesday", ""), hours=30))]).sentences[0].dated is None


def test_no_outlet_begins_more_than_two_of_seven_cards_where_others_have_news() -> None:
    loud = [entry(number, f"{FIRE[:-1]} in harbour {number}.", outlet="loud.example") for number in range(1, 11)]
    others = [entry(number, f"{RATE[:-1]} in district {number}.") for number in range(11, 18)]
    digest = composed([candidate(one) for one in (*loud, *others)])
    assert len(digest.cards) == EDITION.max_stories
    assert sum(led_by(card) == "loud.example" for card in digest.cards) <= 2


def test_an_outlet_that_is_alone_may_fill_its_digest() -> None:
    alone = [entry(number, f"{FIRE[:-1]} in harbour {number}.", outlet="loud.example") for number in range(1, 11)]
    assert len(composed([candidate(one) for one in alone]).cards) == EDITION.max_stories


def test_no_topic_has_more_than_two_places_of_five_in_a_mixed_digest() -> None:
    topics = [replace(WORLD, id=TopicId(number), name=f"Topic {number}") for number in (1, 2, 3)]
    entries = [(entry(number, f"{FIRE[:-1]} in harbour {number}."), topics[number % 3]) for number in range(1, 40)]
    edition = replace(EDITION, topics=tuple(topic.id for topic in topics), max_stories=10)
    digest = composed([candidate(one, topic) for one, topic in entries], edition=edition, topics=topics)
    assert len(digest.cards) == 10
    assert max(len(section.cards) for section in digest.sections) <= 4


@pytest.mark.parametrize(
    "odd",
    [
        {"title": "", "text": ""},
        {"title": "Nine berths shut", "text": ""},
        {"title": "Varnholm " * 400, "text": FIRE},
        {"title": "!!!", "text": "?!…"},
        {"title": "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾ", "text": "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛇᛈᛉᛊ ᛏᛒᛖᛗ ᛚᛜᛞᛟ.", "language": "xx"},
        {"title": "<b></b>&nbsp;", "text": "\u202e\u200b\x07 \n\n"},
    ],
)
def test_odd_entries_give_a_sane_page(odd: dict[str, str]) -> None:
    one = replace(entry(1, odd["text"]), title=odd["title"], language=odd.get("language", "en"))
    digest = composed([candidate(one), candidate(entry(2, RATE))])
    assert 2 in {card.story_id for card in digest.cards}


def test_a_source_without_an_outlet_has_the_name_of_its_host() -> None:
    assert only_card([candidate(entry(1, FIRE, outlet=""))]).sources[0].name == "paper1.example"
    bare = replace(entry(1, FIRE, outlet=""), link="")
    assert only_card([candidate(bare)]).sources[0].name == "feed 1"


def test_an_entry_without_a_story_is_one_of_its_own() -> None:
    assert only_card([candidate(replace(entry(4, FIRE), story_id=None))]).story_id == 4


def test_a_digest_keeps_its_name_when_it_is_prepared_again() -> None:
    name = digest_id(EDITION.id, SLOT)
    assert composed([]).id == name == composed([candidate(entry(1, FIRE))]).id
    assert name not in {digest_id(EDITION.id, SLOT + timedelta(hours=1)), digest_id(EditionId(2), SLOT)}
    assert len(name) == 16
    assert name.isalnum()


def test_every_breach_of_the_law_is_named() -> None:
    one = entry(1, FIRE)
    digest = composed([candidate(one)])
    (section,) = digest.sections
    (card,) = section.cards
    bad = [
        replace(card, sentences=(Sentence(text="The port never burnt.", cites=(1,)),)),
        replace(card, sentences=(Sentence(text=FIRE, cites=()),)),
        replace(card, sentences=(Sentence(text=FIRE, cites=(2,)),)),
        replace(card, sentences=()),
        replace(card, title=""),
        replace(card, sources=(replace(card.sources[0], n=3),)),
        replace(card, sources=(replace(card.sources[0], entry_id=EntryId(7)),)),
    ]
    for each in bad:
        assert violations(replace(digest, sections=(replace(section, cards=(each,)),)), [one])
    assert violations(replace(digest, sections=(section, section)), [one]) == ("a story stands twice",)


def test_digests_of_real_reports_keep_the_law() -> None:
    lines = shared("summaries/multidoc_dev.jsonl").read_text(encoding="utf-8").splitlines()[:20]
    candidates = [
        candidate(entry(100 * story + n, each["text"], story=story, title=each["title"]))
        for story, line in enumerate(lines, start=1)
        for n, each in enumerate(json.loads(line)["entries"])
    ]
    digest = composed(candidates, edition=replace(EDITION, max_stories=20))
    assert len(digest.cards) == len(lines)
    assert all(len(card.title) <= MAX_HEADLINE and card.sentences for card in digest.cards)


ODD_TEXT = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "",
            FIRE,
            DAMAGE,
            f"{FIRE}\n{REOPENS}\n{DAMAGE}",
            "<p></p><br/>&nbsp;",
            "Varnholm " * 340,
            "港口于星期二重新开放渡轮码头。官员表示有155人受伤。",
            "أعيد فتح ميناء فارنهولم يوم الثلاثاء بعد حريق كبير.",
            "🔥🔥🔥 🚢",
            "\u202eABC\u200b\u0000",
            "Live updates",
        ]
    ),
)
ENTRIES = st.lists(
    st.builds(
        lambda number, story, title, text, hours, language: entry(
            number, text, story=story, title=title, hours=hours, language=language
        ),
        st.integers(1, 40),
        st.integers(1, 5),
        ODD_TEXT,
        ODD_TEXT,
        st.floats(-2, 40),
        st.sampled_from(["en", "zh", "ar", "de", None]),
    ),
    max_size=12,
    unique_by=lambda each: each.id,
)


@settings(deadline=None, max_examples=60)
@given(ENTRIES, ENTRIES, st.sampled_from(Style))
def test_any_digest_keeps_the_law_and_is_never_told_twice(early: list[Entry], late: list[Entry], style: Style) -> None:
    edition = replace(EDITION, style=style)
    first = composed([candidate(each) for each in early], edition=edition)
    assert first == composed([candidate(each) for each in early], edition=edition)
    told = {
        card.story_id: Told(story_id=card.story_id, at=SLOT - timedelta(hours=3), facts=frozenset(card.facts))
        for card in first.cards
    }
    again = composed([candidate(each) for each in early], told, edition=edition)
    assert not {card.story_id for card in again.cards} & set(told)
    composed([candidate(each) for each in late], told, edition=edition)
