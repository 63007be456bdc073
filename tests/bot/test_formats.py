"""A digest drawn as text, Markdown, HTML and JSON: all of it, and never as markup of its own."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from bot.formats import html, markdown, text
from bot.replies import Replies
from digests.core.digest import Digest, Sentence
from digests.core.digest_json import to_public
from digests.core.editions import Style
from tests.builders import card, digest

REPLIES = Replies()
NASTY = "<script>alert(1)</script> [click](https://evil.example) @everyone `x` [bold]red[/bold] # 1. *a*"


def drawn_text(one: Digest, width: int = 80) -> str:
    out = io.StringIO()
    text.print_to(Console(file=out, width=width), one, REPLIES)
    return out.getvalue()


@pytest.mark.parametrize(
    "draw", [drawn_text, lambda one: markdown.draw(one, REPLIES), lambda one: html.draw(one, REPLIES)]
)
def test_every_drawing_holds_title_sentence_marker_source_and_coverage(draw) -> None:  # type: ignore[no-untyped-def]
    told = card(1)
    drawn = " ".join(draw(digest(told)).replace("\\", "").split())
    for part in (told.title, told.sentences[0].text, "[1]", "The Harbour Post", "https://harbour-post.example/news/1"):
        assert part in drawn
    assert "1/1 feeds ok" in drawn


@pytest.mark.parametrize(
    "draw", [drawn_text, lambda one: markdown.draw(one, REPLIES), lambda one: html.draw(one, REPLIES)]
)
def test_a_quiet_day_says_so(draw) -> None:  # type: ignore[no-untyped-def]
    from dataclasses import replace

    assert "Nothing new since" in draw(replace(digest(card(1)), sections=())).replace("\\", "")


def test_feed_text_is_no_html() -> None:
    page = lxml_html.fromstring(html.draw(digest(card(1, title=NASTY)), REPLIES))
    assert not page.xpath("//script")
    assert NASTY in page.text_content()


def test_feed_text_is_no_markdown() -> None:
    drawn = markdown.draw(digest(card(1, title=NASTY)), REPLIES)
    assert "\\<script\\>" in drawn
    assert "\\[click\\](https\\://" in drawn
    assert "\\@everyone" in drawn


def test_feed_text_is_no_rich_markup() -> None:
    assert "[bold]red[/bold]" in drawn_text(digest(card(1, title=NASTY)), width=400)


def test_the_json_is_what_the_interface_says() -> None:
    public = json.loads(json.dumps(to_public(digest(card(1)))))
    assert {"id", "edition", "window", "coverage", "sections"} <= public.keys()
    (story,) = public["sections"][0]["stories"]
    assert {
        "id",
        "title",
        "status",
        "sentences",
        "new",
        "sources",
        "voices",
        "why",
        "language",
        "written_by",
    } <= story.keys()
    assert story["sources"][0].keys() >= {"n", "name", "url", "title", "published", "paywalled", "voice"}
    assert story["sources"][0]["published"].endswith("Z")


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Read templates and calendars before laws are timed."""
    html.draw(digest(card(1)), REPLIES)


@given(st.text(min_size=1, max_size=300))
def test_no_text_breaks_a_drawing(words: str) -> None:
    one = digest(card(1, title=words, sentences=(Sentence(text=words, cites=(1,)),)))
    assert drawn_text(one)
    assert markdown.draw(one, REPLIES).count("\n## ") == 1
    html.draw(one, REPLIES)


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("4.25 percent (up 0.5)!", "4.25 percent (up 0.5)!"),
        ("1. January", "1\\. January"),
        ("# one", "\\# one"),
        ("#one", "#one"),
        ("- dash", "\\- dash"),
        ("see www.evil.example", "see www\\.evil.example"),
        ("![x](y)", "\\!\\[x\\](y)"),
        ("A&amp;B & C", "A\\&amp;B & C"),
    ],
)
def test_only_what_could_mean_markup_is_escaped(words: str, escaped: str) -> None:
    assert markdown.escape(words) == escaped


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_digest_looks_as_it_did(form: str, snapshot: SnapshotAssertion) -> None:
    update = card(2, status=("update", "single-source"), new=(Sentence(text="Five pupils joined.", cites=(1,)),))
    one = digest(card(1), update, style=Style.DEEP)
    drawn = {
        "text": drawn_text,
        "markdown": lambda it: markdown.draw(it, REPLIES),
        "html": lambda it: html.draw(it, REPLIES),
    }
    assert drawn[form](one) == snapshot


@pytest.mark.parametrize(
    "draw", [drawn_text, lambda one: markdown.draw(one, REPLIES), lambda one: html.draw(one, REPLIES)]
)
def test_a_footer_says_which_stories_are_in_a_models_words(draw) -> None:  # type: ignore[no-untyped-def]
    def said(*written_by: str) -> str:
        cards = [card(number, written_by=name) for number, name in enumerate(written_by, start=1)]
        return " ".join(draw(digest(*cards)).replace("\\", "").split())

    assert "1 of 2 stories in the words of tiny <i>" in said("extract", "tiny <i>").replace("&lt;", "<").replace(
        "&gt;", ">"
    )
    assert "All stories in the words of tiny" in said("tiny", "tiny")
    assert "in the words of" not in said("extract")
