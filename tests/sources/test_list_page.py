"""Pages that list articles, read as feeds."""

from __future__ import annotations

import pytest

from digests.core.errors import ParseError
from digests.core.models import EntryData, Fetched
from digests.sources.document import parse_feed

URL = "https://kestrel.example/sport/"
TITLES = (
    "Ferry Aurora returns to Aldmouth after storm",
    "Council of Oster buys ninety electric buses",
    "Lighthouse keeper of Skerrow retires at last",
    "Two walkers rescued from Hollin quarry",
    "Tolbury United signs goalkeeper from Haas",
    "Painter Rinn shows her herons in Ulvey",
)


def read(html: str, url: str = URL) -> tuple[EntryData, ...]:
    return parse_feed(Fetched(url=url, body=html.encode(), as_page=True)).entries


def links(template: str = '<li><a href="/2026/03/{n}-story.html">{title}</a></li>') -> str:
    return "".join(template.format(n=n, title=title) for n, title in enumerate(TITLES))


def test_a_list_gives_its_articles_in_its_order() -> None:
    entries = read(f"<html lang='en'><title>Kestrel</title><ul>{links()}</ul></html>")
    assert [entry.title for entry in entries] == list(TITLES)
    assert entries[0].link == "https://kestrel.example/2026/03/0-story.html"
    assert {entry.outlet for entry in entries} == {"kestrel.example"}


def test_what_stands_on_every_page_is_no_article() -> None:
    nav = '<nav><a href="/2026/03/1-about-us.html">All about our newspaper here</a></nav>'
    footer = '<footer><a href="/2026/03/2-imprint-of-us.html">The imprint of our newspaper</a></footer>'
    tags = '<a href="/tag/2026-03-ferries">Everything there is about ferries</a>'
    other = '<a href="https://other.example/2026/03/far.html">A story of quite another site</a>'
    short = '<a href="/2026/03/9-more.html">More sport</a>'
    assert len(read(nav + tags + links() + other + short + footer)) == len(TITLES)


def test_an_article_linked_by_picture_and_title_is_one_with_its_title() -> None:
    picture, title = '<a href="/2026/03/{n}-a.html"><img></a>', '<a href="/2026/03/{n}-a.html#top">{title}</a>'
    template = f"<article>{picture}<h2>{title}</h2></article>"
    assert [entry.title for entry in read(links(template))] == list(TITLES)


def test_a_heading_within_a_link_is_the_title() -> None:
    template = '<div><a href="/news/{n}-a-b-c"><h3>{title}</h3><p>Four more words here than needed</p></a></div>'
    assert [entry.title for entry in read(links(template))] == list(TITLES)


def test_a_block_with_one_date_dates_its_article() -> None:
    template = '<li><time datetime="2026-03-0{n}T07:00:00Z"></time><a href="/news/{n}12345">{title}</a></li>'
    assert [entry.published and entry.published.day for entry in read(links(template))][1:] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<p>One long article about ferries.</p>", links()[:200], "\0" * 99]
)
def test_a_page_that_lists_nothing_is_no_list(html: str) -> None:
    with pytest.raises(ParseError, match="no list of articles"):
        read(html)
