"""Flattened pages of an aggregator: whatever their layout, every article comes out whole, once, and alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.articles import Kind, Precision
from digests.core.flattened import is_flattened, read_flattened
from tests.data_path import shared

FETCHED = datetime(2031, 3, 10, 12, tzinfo=UTC)
NAMES = ("Osprey", "Aurora", "Boreas", "Corvus", "Dorado", "Eridan", "Fornax", "Gemini")
TITLES = (
    "Ferry Osprey runs aground off Kelmouth with passengers aboard",
    "Who let the ferry Aurora run aground off Kelmouth?",
    "Паром Борей сел на мель у Кельмута с пассажирами",
    "Fähre Corvus läuft vor Kelmouth auf Grund",
    "渡船多拉多号在凯尔茅斯附近搁浅",
    "'Help us': Eridan's passengers call from the sandbank",
    "Fornax aground: what we know",
    "Gemini, the ninth ferry this year that ran aground off Kelmouth, Aldmark",
)
SENTENCES = {1: "Stop the ferry Aurora before she sails!", 7: "Ferry Gemini is not bound for the U.S."}
SOURCES = ("Kestrel", "Harbour Post", "News24", "The Hill and Dale", "Abend Zeitung", "Radio 5 Aldmark")
CHROME = ("logo", "Orange background", "Try Our AI Features", "Comments", "No comments yet...", "Related Articles")
TAIL = ("DOWNLOAD THE APP", "Get Started Now: Download the App", "app-storeplay-store")
CALLS = (
    "Subscribe to read the full story.",
    "Want all of the Kestrel? Subscribe.",
    "This article is for subscribers only.",
)
TIMES = {
    "timea minute ago": timedelta(minutes=1),
    "time12 minutes ago": timedelta(minutes=12),
    "timean hour ago": timedelta(hours=1),
    "time3 days ago": timedelta(days=3),
    "2 hours ago": timedelta(hours=2),
    "timea week ago": timedelta(weeks=1),
}


@dataclass(frozen=True)
class Block:
    """An article as it is printed."""

    number: int
    source: str
    time: str
    paragraphs: int
    call: str
    call_is_inline: bool
    before: int
    after: int
    source_before: bool
    source_bullet: bool

    @property
    def title(self) -> str:
        printed = self.before + self.after
        return SENTENCES.get(self.number, TITLES[self.number]) if printed > 1 else TITLES[self.number]

    @property
    def body(self) -> list[str]:
        return [
            f"The ferry {NAMES[self.number]} lay on the sandbank for the {n}th hour, said harbour master Mira Tolland."
            for n in range(4, 4 + self.paragraphs)
        ]

    def lines(self) -> list[str]:
        body = self.body
        if self.call and body and self.call_is_inline:
            body[-1] += f" {self.call}"
        elif self.call:
            body.append(self.call)
        return [
            *[self.title] * self.before,
            *([self.source] if self.source and self.source_before else []),
            self.time,
            *([f"  • {self.source}"] if self.source and self.source_bullet else []),
            *[self.title] * self.after,
            *body,
        ]


@st.composite
def blocks(draw: st.DrawFn, number: int) -> Block:
    source = draw(st.sampled_from(("", *SOURCES)))
    source_before, source_bullet = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
    before, after = draw(st.sampled_from([(1, 0), (1, 1), (2, 0), (2, 1), (3, 0)]))
    paragraphs = draw(st.integers(0, 3))
    return Block(
        number=number,
        source=source,
        time=draw(st.sampled_from(sorted(TIMES))),
        paragraphs=paragraphs,
        call=draw(st.sampled_from(("", *CALLS))) if paragraphs else "",
        call_is_inline=draw(st.booleans()),
        before=before,
        after=after,
        source_before=source_before,
        source_bullet=source_bullet,
    )


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, Block, list[Block]]:
    source = draw(st.sampled_from(SOURCES))
    main = Block(
        number=0,
        source="",
        time=f"{source}{draw(st.sampled_from(['', ' ']))}09-03-2031",
        paragraphs=draw(st.integers(1, 4)),
        call="",
        call_is_inline=False,
        before=draw(st.integers(1, 3)),
        after=draw(st.integers(0, 1)),
        source_before=False,
        source_bullet=False,
    )
    related = [draw(blocks(number)) for number in range(1, 1 + draw(st.integers(0, 4)))]
    order = draw(st.permutations([main, *related]))
    lines = [*draw(st.lists(st.sampled_from(CHROME), max_size=2))]
    for block in order:
        lines += [*block.lines(), *draw(st.lists(st.sampled_from(CHROME), max_size=2))]
    end = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]))
    return end.join([*lines, *TAIL]), main, [block for block in order if block is not main]


@given(pages())
def test_every_article_comes_out_whole_once_and_alone(page: tuple[str, Block, list[Block]]) -> None:
    text, main, related = page
    found = read_flattened(text, fetched=FETCHED)
    assert (found.title, found.text.split("\n")) == (main.title, main.body)
    assert main.time.startswith(found.source)
    assert found.source.strip() in SOURCES
    assert (found.published, found.precision) == (datetime(2031, 3, 9, tzinfo=UTC), Precision.DAY)
    assert [one.title for one in found.related] == [block.title for block in related]
    for one, block in zip(found.related, related, strict=True):
        assert one.text == "\n".join(block.body)
        assert one.source == block.source
        assert one.paywalled == bool(block.call)
        assert one.published == FETCHED - TIMES[block.time]
        assert one.kind is (Kind.REPORT if block.body else Kind.STUB)


@pytest.mark.parametrize(
    ("date", "opening", "expected"),
    [
        ("10-04-2025", "April 10 (UPI) -- The ferry", datetime(2025, 4, 10, tzinfo=UTC)),
        ("10-04-2025", "KELMOUTH, Oct 4 (AP) — The ferry", datetime(2025, 10, 4, tzinfo=UTC)),
        ("10-04-2025", "The ferry", datetime(2025, 4, 10, tzinfo=UTC)),
        ("04-25-2025", "The ferry", datetime(2025, 4, 25, tzinfo=UTC)),
        ("31-12-2025", "The ferry", datetime(2025, 12, 31, tzinfo=UTC)),
        ("45-45-2025", "The ferry", None),
    ],
)
def test_a_date_is_day_first_unless_the_dateline_says_otherwise(
    date: str, opening: str, expected: datetime | None
) -> None:
    found = read_flattened(f"{TITLES[0]}\n{TITLES[0]}\nKestrel{date}\n{opening} lay off Kelmouth on Monday morning.")
    assert found.published == expected
    assert found.precision == (Precision.DAY if expected else None)


def test_a_relative_time_means_nothing_without_a_fetch() -> None:
    page = f"{TITLES[0]}\nKestrel10-04-2025\nIt lay there.\n{TITLES[1]}\ntimea minute ago\n{TITLES[1]}\nIt lay here."
    (related,) = read_flattened(page).related
    assert (related.published, related.precision) == (None, None)


@pytest.mark.parametrize("agency", ["UPI", "AP", "Reuters", "AFP", "dpa", "ANI", "Xinhua"])
def test_the_agency_is_the_datelines(agency: str) -> None:
    page = f"{TITLES[0]}\nKestrel10-04-2025\nKELMOUTH ({agency}) — The ferry lay off Kelmouth on Monday morning."
    assert read_flattened(page).agency == agency


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    read_flattened(text, fetched=FETCHED)
    is_flattened(text)


def test_other_texts_are_no_aggregators() -> None:
    assert not is_flattened("<html><body><p>Two hours ago</p></body></html>")
    assert not is_flattened("The ferry lay there.\nIt lay there for long.")


def test_the_real_page_comes_apart_as_a_reader_would_take_it() -> None:
    page = shared("pages/aggregator_page.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in page.splitlines()]
    fetched = datetime(2025, 7, 23, 12, tzinfo=UTC)
    found = read_flattened(page, fetched=fetched)
    assert is_flattened(page)
    assert (found.title, found.source, found.agency) == (lines[1], "Yahoo", "UPI")
    assert (found.published, found.precision) == (datetime(2025, 4, 10, tzinfo=UTC), Precision.DAY)
    assert found.text.split("\n") == lines[6:21]
    assert [one.title for one in found.related] == [lines[33], lines[41], lines[54]]
    assert [one.source for one in found.related] == ["", "New York Times", "New York Times"]
    assert [one.paywalled for one in found.related] == [False, True, True]
    assert {one.published for one in found.related} == {fetched - timedelta(minutes=1)}
    for one, line in zip(found.related, (lines[39], lines[52], lines[65]), strict=True):
        assert line.startswith(one.text)
        assert ("ubscribe" in line) == ("ubscribe" not in one.text and one.paywalled)
