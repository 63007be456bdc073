"""What moderators type of well-known sites, and the feeds it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.known_sites import common_places, named_feeds

CHANNEL = "UC" + "a" * 22


@pytest.mark.parametrize(
    ("typed", "feed"),
    [
        (
            f"https://www.youtube.com/channel/{CHANNEL}/videos",
            f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        ),
        ("youtube.com/playlist?list=PLx_1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLx_1"),
        ("https://m.youtube.com/user/kestrel", "https://www.youtube.com/feeds/videos.xml?user=kestrel"),
        ("@KestrelNews", "https://www.youtube.com/@KestrelNews"),
        ("r/aldmark", "https://www.reddit.com/r/aldmark/.rss"),
        ("/r/aldmark/", "https://www.reddit.com/r/aldmark/.rss"),
        ("https://old.reddit.com/r/aldmark/top/?t=week", "https://www.reddit.com/r/aldmark/.rss"),
        ("https://www.reddit.com/user/kestrel", "https://www.reddit.com/user/kestrel/.rss"),
        ("https://github.com/kestrel/ferry", "https://github.com/kestrel/ferry/releases.atom"),
        ("github.com/kestrel/ferry.git", "https://github.com/kestrel/ferry/releases.atom"),
        ("https://github.com/kestrel/ferry/issues/3", "https://github.com/kestrel/ferry/releases.atom"),
        ("https://github.com/kestrel", "https://github.com/kestrel.atom"),
        ("@kestrel@social.example", "https://social.example/@kestrel.rss"),
        ("https://social.example/@kestrel", "https://social.example/@kestrel.rss"),
        ("https://kestrel.substack.com", "https://kestrel.substack.com/feed"),
        ("https://kestrel.substack.com/", "https://kestrel.substack.com/feed"),
        ("https://medium.com/@kestrel", "https://medium.com/feed/@kestrel"),
        ("medium.com/kestrel-papers/about", "https://medium.com/feed/kestrel-papers"),
        ("https://kestrel.medium.com", "https://kestrel.medium.com/feed"),
        ("google news ferry strike", "https://news.google.com/rss/search?q=ferry%20strike"),
        ("https://news.google.com/search?q=ferry&hl=en", "https://news.google.com/rss/search?q=ferry&hl=en"),
    ],
)
def test_a_known_form_names_its_feed(typed: str, feed: str) -> None:
    assert named_feeds(typed)[0] == feed


@pytest.mark.parametrize(
    "typed",
    [
        "https://kestrel.example/",
        "https://kestrel.example/feed.xml",
        "https://github.com/explore/topics",
        "https://medium.com/feed/@kestrel",
        "https://www.youtube.com/@KestrelNews",
        "https://www.youtube.com/channel/nonsense",
        "",
        "[",
        "http://[",
    ],
)
def test_what_no_rule_knows_names_nothing(typed: str) -> None:
    assert named_feeds(typed) == ()


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_rules(typed: str) -> None:
    assert all(address.startswith("https://") for address in named_feeds(typed))


def test_places_are_looked_at_below_the_page_first_and_at_the_root_then() -> None:
    places = list(common_places("https://kestrel.example/sport/"))
    assert places[:2] == ["https://kestrel.example/sport/feed", "https://kestrel.example/sport.rss"]
    assert "https://kestrel.example/feed" in places
    assert next(common_places("https://kestrel.example")) == "https://kestrel.example/feed"
