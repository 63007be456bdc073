"""A digest as Discord messages: it always fits, and feed text means nothing."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from urllib.parse import unquote

from discord import ui
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.drawn import Drawn
from bot.drawn import draw as draw_part
from bot.formats.components import (
    MAX_CARDS,
    MAX_PAGES,
    MAX_TEXT,
    above,
    card_text,
    card_texts,
    header,
    link,
    pages,
    split,
)
from bot.playground.standin.components import check_v2
from bot.playground.standin.limits import check_message
from bot.replies import Replies, locales, preload
from bot.story_view import sources_view, story_view
from bot.views import digest_view
from digests.core.digest import Card, Picture, Quote, Section, Sentence, Source
from digests.core.editions import Layout, Style
from digests.core.models import EntryId, StoryId
from digests.core.ringing import MOST_NAMED
from tests.builders import NOW, card, digest

preload()  # languages are read once, and no law is about that
REPLIES = Replies()
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=1200)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    number = draw(st.integers(1, 10**6))
    sentences = tuple(Sentence(text=text, cites=(1,)) for text in draw(st.lists(WORDS, min_size=1, max_size=4)))
    new = tuple(Sentence(text=text, cites=(1,)) for text in draw(st.lists(WORDS, max_size=3)))
    return card(number, title=draw(WORDS)[:90], sentences=sentences, new=new, place=draw(st.integers(1, 9)))


@given(st.lists(cards(), max_size=25))
def test_every_part_fits_and_every_card_is_in_one(shown: list[Card]) -> None:
    whole = digest(*shown, id="a" * 16) if shown else digest(id="a" * 16, sections=())
    first = 0
    for count in split(whole, REPLIES):
        texts = list(card_texts(whole, whole.cards[first : first + count], REPLIES))
        assert sum(map(len, texts)) + (len(header(whole, REPLIES)) if first == 0 else 0) <= MAX_TEXT
        assert count <= MAX_CARDS
        view = digest_view(whole, whole.cards[first : first + count], first, REPLIES)
        assert sum(1 for _ in view.walk_children()) <= 40
        first += count
    assert first == len(whole.cards)


@given(st.lists(cards(), min_size=1, max_size=25), st.sampled_from([Layout.EMBEDS, Layout.TEXT]))
def test_every_part_fits_in_every_layout(shown: list[Card], layout: Layout) -> None:
    pings = tuple(str(10**18 + number) for number in range(5))
    whole = replace(digest(*shown, id="a" * 16), layout=layout, pings=pings, names=MOST_NAMED)
    whole = replace(whole, named=tuple(10**19 + number for number in range(MOST_NAMED)))
    first = 0
    for count in split(whole, REPLIES):
        drawn = draw_part(whole, whole.cards[first : first + count], first, REPLIES)
        assert len(drawn.content) <= 2000
        assert len(drawn.embeds) <= 10
        assert sum(map(len, drawn.embeds)) <= 6000
        assert all(len(embed.description or "") <= 4096 for embed in drawn.embeds)
        first += count
    assert first == len(whole.cards)


@given(st.lists(cards(), min_size=1, max_size=25), st.sampled_from(locales()))
def test_a_direct_digest_has_room_for_the_longest_name_of_its_server(shown: list[Card], locale: str) -> None:
    whole, replies = replace(digest(*shown, id="a" * 16), member_id=1, language=locale), Replies(locale)
    (count, *_) = split(whole, replies)
    named = replace(whole, server="*" * 100)
    texts = [above(named, replies), header(named, replies), *card_texts(named, named.cards[:count], replies)]
    assert sum(map(len, texts)) <= MAX_TEXT


@given(WORDS)
@example("<#")
def test_feed_text_makes_no_mention_no_link_and_no_heading(text: str) -> None:
    drawn = card_text(card(sentences=(Sentence(text=text, cites=(1,)),)), digest(), REPLIES).splitlines()[2]
    bare = re.sub(r"\\.", "x", drawn)  # what is escaped is a letter like others
    assert not re.search(r"[<>`*_~|@]|\]\(|://", bare)
    assert not re.match(r"#{1,3}\s|-#?\s|\d+\.\s", bare)


def test_a_link_cannot_be_broken_out_of() -> None:
    assert link("a](b", "https://x.example/(1) <2>") == r"[a\](b](https://x.example/%281%29%20%3C2%3E)"
    assert link("a", "javascript:alert(1)") == "a"


@given(st.lists(st.integers(0, 3 * MAX_TEXT // 2), max_size=9))
def test_a_long_answer_is_parted_between_its_lines(lengths: list[int]) -> None:
    lines = [str(number % 10) * length for number, length in enumerate(lengths)]
    found = pages("\n".join(lines))
    assert 1 <= len(found) <= MAX_PAGES
    assert all(len(page) <= MAX_TEXT for page in found)
    if not any("…" in page for page in found):
        assert [line for page in found for line in page.split("\n") if line] == [line for line in lines if line]


ADDRESSES = st.sampled_from(["https://kestrel.example/a.jpg", "https://kestrel.example/" + "a" * 600, "ftp://x", ""])


ODD = st.text(max_size=60) | st.sampled_from(
    [
        "@everyone <@7> <#7> <@&7>",
        "[a](https://evil.example)",
        "||spoiler|| **b** __c__ ~~d~~ `e`",
        "# h\n- l\n1. n",
        "\U0001f9d1\u200d\U0001f680" * 40,
        "\u05de\u05d6\u05d2 \u202e abc",
        "\u200b\u2066x\u2069",
        "https://evil.example/x",
        "<t:0:R> <:a:1> </x:1>",
        "-# small",
        "a\x00b\x1b[31mc\x07\r\nd\te\x85f\u2028g",
        "W" * 1200,
    ]
)


@st.composite
def rich_cards(draw: st.DrawFn) -> Card:
    """Cards with all that a card can have, of any words and any length."""
    said = st.lists(WORDS | ODD, max_size=3).map(lambda texts: tuple(Sentence(text=text, cites=(1,)) for text in texts))
    plain = draw(cards())
    sources = tuple(
        Source(n=number, entry_id=EntryId(number), name=draw(WORDS)[:200], url=draw(ADDRESSES), title=draw(WORDS),
               published=NOW, voice=draw(WORDS)[:80], paywalled=draw(st.booleans()))
        for number in range(1, draw(st.integers(1, 20)) + 1)
    )  # fmt: skip
    return replace(
        plain,
        sources=sources,
        points=draw(said),
        contested=draw(said),
        status=draw(st.sampled_from([plain.status, ("withdrawn",), ("corrected", "new")])),
        correction=draw(ODD),
        quote=draw(st.none() | st.builds(Quote, text=WORDS, speaker=WORDS, cite=st.just(1))),
        picture=draw(st.none() | st.builds(Picture, url=ADDRESSES, alt=st.text(max_size=2000))),
    )


LINK = re.compile(r"(?<!\\)\]\((https?://[^)\s]*)\)")
MEANT = re.compile(r"(?<!\\)(?:<[@#:/t]|@|\|\||`|https?:|discord\.gg)")


POSTED = [Layout.OVERVIEW, Layout.THREAD, Layout.EMBEDS, Layout.TEXT]


@settings(
    deadline=None, max_examples=int(os.environ.get("TIDINGS_DIGESTS", "60")), suppress_health_check=list(HealthCheck)
)
@given(st.lists(rich_cards(), max_size=25), ODD, st.sampled_from(list(Style)), st.sampled_from(POSTED), st.data())
def test_any_digest_is_what_discord_takes_and_says_nothing_by_itself(
    shown: list[Card], odd: str, style: Style, layout: Layout, data: st.DataObject
) -> None:
    """Also run with TIDINGS_DIGESTS=10000 and --timeout=0 before a release."""
    told = [
        replace(one, story_id=StoryId(number), title=data.draw(ODD | WORDS)[:90] or "-", place=number)
        for number, one in enumerate(shown, start=1)
    ]
    parts = [(told[: len(told) // 2], odd or "-"), (told[len(told) // 2 :], "Other")]
    sections = tuple(Section(topic=topic, cards=tuple(cards)) for cards, topic in parts if cards)
    whole = replace(digest(id="a" * 16, sections=sections), edition=odd or "-", style=style, layout=layout)
    addresses = {source.url for card in told for source in card.sources}
    first = 0
    for count in split(whole, REPLIES):
        drawn = draw_part(whole, whole.cards[first : first + count], first, REPLIES)
        if isinstance(drawn.view, ui.LayoutView):
            check_v2(drawn.view.to_components())
        else:
            payload = {"content": drawn.content, "embeds": [embed.to_dict() for embed in drawn.embeds]}
            check_message(payload | ({"components": drawn.view.to_components()} if drawn.view else {}))
        for text in texts_of(drawn):
            text.encode("utf-8")
            assert {unquote(found) for found in LINK.findall(text)} <= {unquote(address) for address in addresses}
            bare = re.sub(r"<t:\d+:[Df]>", "", LINK.sub("]", re.sub(r"\\.", "", text)))
            assert not MEANT.search(bare), bare
        first += count
    assert first == len(whole.cards)


def test_a_card_in_a_models_words_says_so_in_its_small_print() -> None:
    one = digest(card(1, written_by="tiny-*model*"))
    assert card_text(one.cards[0], one, Replies()).endswith(" · in the words of tiny-\\*model\\*")
    assert "in the words" not in card_text(card(1), one, Replies())


def texts_of(drawn: Drawn) -> list[str]:
    shown = [one.content for one in drawn.view.walk_children() if isinstance(one, ui.TextDisplay)] if drawn.view else []
    return [*shown, drawn.content, *(embed.description or "" for embed in drawn.embeds)]


@settings(deadline=None)
@given(rich_cards())
def test_a_story_and_its_sources_are_what_discord_takes(shown: Card) -> None:
    whole = digest(shown, id="a" * 16)
    for view in (story_view(whole, 0, REPLIES), sources_view(shown, REPLIES)):
        check_v2(view.to_components())
        links = [one.url for one in view.walk_children() if isinstance(one, ui.Button) and one.url]
        assert set(links) <= {source.url for source in shown.sources}
