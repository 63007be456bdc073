"""Feeds that web pages name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.discovery import MAX_FOUND, feed_links

URL = "https://kestrel.example/sport/"


def addresses(html: str) -> list[str]:
    return [link.url for link in feed_links(html, URL)]


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="alternate" type="application/rss+xml" href="/rss">',
        "<link rel='alternate' type='application/rss+xml' href='/rss'/>",
        "<LINK REL=alternate TYPE=application/rss+xml HREF=/rss>",
        '<link href="/rss" title="News" type="application/atom+xml; charset=utf-8" rel="alternate home">',
        '<link\n rel="alternate"\n type="application/feed+json"\n href="https://kestrel.example/rss">',
    ],
)
def test_an_alternate_link_is_a_feed_however_it_is_written(tag: str) -> None:
    assert addresses(f"<html><head>{tag}</head></html>") == ["https://kestrel.example/rss"]


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="stylesheet" type="text/css" href="/rss">',
        '<link rel="alternate" hreflang="de" href="/de">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:void(0)">',
        '<a href="/sport">Feed</a>',
    ],
)
def test_other_links_are_none(tag: str) -> None:
    assert addresses(tag) == []


def test_links_of_the_page_count_where_it_names_no_feed() -> None:
    linked = '<a href="/feeds/news.rss">RSS</a><a href="/?feed=rss2">again</a><a href="/feeding">no</a>'
    assert addresses(linked) == ["https://kestrel.example/feeds/news.rss", "https://kestrel.example/?feed=rss2"]
    named = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    assert addresses(linked + named) == ["https://kestrel.example/rss"]


def test_feeds_of_comments_come_last_and_each_address_once() -> None:
    tag = '<link rel="alternate" type="application/rss+xml" title="{0}" href="{1}">'
    page = "".join(
        tag.format(*one)
        for one in (
            ("Comments on Kestrel", "/comments/feed/"),
            ("Kestrel", "/feed/"),
            ("Kestrel", "http://kestrel.example/feed"),
        )
    )
    assert addresses(page) == ["https://kestrel.example/feed/", "https://kestrel.example/comments/feed/"]


def test_addresses_are_joined_to_the_base_the_page_names() -> None:
    page = '<base href="https://static.example/a/"><link rel="alternate" type="application/rss+xml" href="rss">'
    assert addresses(page) == ["https://static.example/a/rss"]


def test_a_channel_of_a_video_page_is_found_by_its_id() -> None:
    channel = "UC" + "b" * 22
    assert addresses(f'<script>{{"externalId":"{channel}"}}</script>') == [
        f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
    ]


def test_a_page_that_names_hundreds_gives_ten() -> None:
    tag = '<link rel="alternate" type="application/rss+xml" href="/{0}">'
    assert len(addresses("".join(tag.format(number) for number in range(300)))) == MAX_FOUND


@given(st.text(alphabet="<>linka rel='\"=/href", max_size=300))
def test_no_page_breaks_it(html: str) -> None:
    feed_links(html, URL)


@pytest.mark.parametrize("piece", ["<link ", "<a href=", "<link rel='", '<a x="', "a=b "])
def test_a_page_made_to_be_slow_names_nothing(piece: str) -> None:
    assert feed_links(piece * (1_000_000 // len(piece)), URL) == ()  # a pattern that were not linear would take minutes
