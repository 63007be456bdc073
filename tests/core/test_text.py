"""Markup, sentences, leads and tokens. All people, places and outlets are invented."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.text import clean_lead, plain_text, search_tokens, sentences, tokens

MARKUP = st.text(alphabet="<>/!-?&;\"'= \n\0abp\u200b\u202eé字", max_size=300)
HOSTILE = {
    "attributes": "<a " + " ".join(f"a{number}" for number in range(15_000)) + ">x</a>",
    "open tags": "<a" * 50_000,
    "open quotes": "<a \"<a '" * 12_500,
    "one open quote": '<a "' + "<b '" * 24_000,
    "open comments": "<!--" * 25_000,
    "open scripts": "<script>" * 12_500,
    "open drawings": "<svg>" * 20_000,
    "deep": "<div>" * 20_000,
    "instructions": "<?" * 50_000,
    "spaces": " " * 100_000,
    "full stops": "A. " * 33_000,
    "marks": '"(“' * 33_000,
    "one word": "a" * 100_000,
}


def test_markup_becomes_paragraphs_parted_by_one_newline() -> None:
    html = "<h1>Aldmouth</h1><p>The <b>fer</b>ry &amp; its <a href='x>y'>pilot</a></p>\n\n<ul><li>one<li>two</ul>last"
    assert plain_text(html) == "Aldmouth\nThe ferry & its pilot\none\ntwo\nlast"


def test_what_a_reader_never_sees_is_dropped() -> None:
    html = (
        "<script>if (a<b) {}</script>a<style>p{}</style><!-- c -->b<svg><text>x</text></svg><figcaption>y</figcaption>"
    )
    assert plain_text(html) == "ab"


def test_an_element_left_open_hides_nothing_but_a_script() -> None:
    assert plain_text("before<select>after") == "beforeafter"
    assert plain_text("before<script>after") == "before"


def test_escaped_markup_stays_text() -> None:
    assert plain_text("<p>a &lt;b&gt; c &#60;script&#62;</p>") == "a <b> c <script>"


def test_a_smaller_than_sign_is_no_tag() -> None:
    assert plain_text("<p>3 < 4 and x<5</p>") == "3 < 4 and x<5"


def test_control_bidi_and_zero_width_characters_are_removed() -> None:
    assert plain_text("<p>fe\u200brry \u202eback\u202c\x07 \ufeffnow\u00ad&#8203;</p>") == "ferry back now"


def test_text_without_tags_keeps_its_blank_lines_as_paragraphs() -> None:
    assert plain_text("The ferry\nleft.\n\nIt came back &amp; rested.") == "The ferry left.\nIt came back & rested."


@given(MARKUP)
def test_plain_text_is_clean_whatever_comes_in(html: str) -> None:
    lines = plain_text(html).split("\n")
    assert all(line == " ".join(line.split()) for line in lines)
    assert lines == [""] or all(lines)
    assert not set("\0\u200b\u202e") & set("".join(lines))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_than_a_second(name: str) -> None:
    # Processor time of this process, and ten times what was measured: a quadratic scan takes minutes here.
    started = process_time()
    text = plain_text(HOSTILE[name])
    sentences(HOSTILE[name], "en")
    clean_lead(HOSTILE[name])
    tokens(HOSTILE[name], "en")
    assert process_time() - started < 5
    assert len(text) <= len(HOSTILE[name])


def test_sentences_are_where_they_say() -> None:
    text = "Dr. Tolland left. She said “No way!” twice.\n  The ferry stayed.  "
    assert [text[start:end] for start, end in sentences(text, "en")] == [
        "Dr. Tolland left.",
        "She said “No way!” twice.",
        "The ferry stayed.",
    ]


def test_chinese_sentences_are_parted() -> None:
    text = "渡轮离开了港口。它没有回来！"
    assert [text[start:end] for start, end in sentences(text, "zh")] == ["渡轮离开了港口。", "它没有回来！"]


@given(st.text(max_size=400), st.sampled_from(["en", "de", "ja", "ar", "xx", None]))
def test_spans_are_exact_ordered_and_never_blank(text: str, language: str | None) -> None:
    spans = sentences(text, language)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all("\n" not in text[start:end] for start, end in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_a_paragraph_longer_than_the_library_likes_is_not_cut_inside_a_sentence() -> None:
    sentence = "The ferry of Aldmouth left the harbour again."
    text = " ".join([sentence] * 600)
    assert {text[start:end] for start, end in sentences(text, "en")} == {sentence}


def test_a_lone_surrogate_stops_nothing() -> None:
    assert sentences("The \ud800 ferry. It left.", "en") == ((0, 12), (13, 21))


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT LYN (Nordwire) - ",
        "PORT LYN, March 10 (Nordwire) -- ",
        "April 10 (NW) -- ",
        "ABILON, Oresia () – ",
        "NEW LYN :     ",
        "PORT LYN — ",
        "（阿尔德茅斯20日讯）",
        "北风社阿尔德茅斯9月20日电 ",
    ],
)
def test_a_dateline_is_removed(dateline: str) -> None:
    assert clean_lead(f"{dateline}The ferry left.") == "The ferry left."


@pytest.mark.parametrize(
    "text",
    ["The port - a large one - slept.", "NW: a ferry line", "He said (on Monday) - and left.", "Aldmouth: calm."],
)
def test_words_that_are_no_dateline_stay(text: str) -> None:
    assert clean_lead(text) == text


@pytest.mark.parametrize(
    "appended",
    [
        " Continue reading…",
        " [...]",
        "…",
        "\nThe post Ferry leaves appeared first on Harbour Post.",
        " Weiterlesen »",
        "\nRead more: ferries of Oresia […]",
    ],
)
def test_what_a_feed_appends_is_removed(appended: str) -> None:
    assert clean_lead(f"The ferry left.{appended}") == "The ferry left."


def test_words_keep_their_accents_and_lose_their_endings() -> None:
    assert tokens("The ferries' captains ran; naïve Zoë", "en") == ["the", "ferri", "captain", "ran", "naïv", "zoë"]


def test_numbers_initials_and_possessives_are_cut_as_people_read_them() -> None:
    assert tokens("O.R.'s 1,200.5 tons on Q3, F-16", None) == ["or", "1200.5", "tons", "on", "q3", "f", "16"]


def test_unspaced_scripts_come_as_pairs_of_characters() -> None:
    assert search_tokens("港口101渡轮へ", "zh") == "港口 101 渡轮 轮へ"
    assert tokens("字", "ja") == ["字"]


def test_words_of_other_scripts_are_stemmed() -> None:
    assert tokens("паромы паромов", "ru") == ["пар", "пар"] or len(set(tokens("паромы паромов", "ru"))) == 1
    assert len(set(tokens("поромщиком поромщика", "uk"))) == 1


@given(st.text(max_size=300), st.sampled_from(["en", "tr", "zh", "uk", "ar", "xx", None]))
def test_tokens_never_hold_space_and_are_lower_case(text: str, language: str | None) -> None:
    assert search_tokens(text, language).split() == tokens(text, language)
    assert all(token and not token.isspace() for token in tokens(text, language))
