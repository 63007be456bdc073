"""Where well-known sites keep their feeds, by rule: what a moderator typed → addresses worth trying, best first.

A table of sites and nothing else; whether there is a feed is found out by reading it. The rules are the sites' own
(their help pages, or the addresses their pages name); nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit

_YOUTUBE: Final = "https://www.youtube.com/feeds/videos.xml"
_GOOGLE_NEWS: Final = "https://news.google.com/rss"
_CHANNEL: Final = re.compile(r"UC[\w-]{22}")
_SUBREDDIT: Final = re.compile(r"/?(?P<kind>r|u|user)/(?P<name>[\w-]{2,21})/?", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@[\w.·-]{3,30}")
_FEDIVERSE: Final = re.compile(r"@?(?P<user>[\w.-]{1,64})@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_QUERY: Final = re.compile(r"google news:?\s+(?P<words>.{1,200})", re.IGNORECASE)
_NOT_OWNERS: Final = frozenset(
    {
        "about",
        "apps",
        "blog",
        "collections",
        "explore",
        "features",
        "login",
        "marketplace",
        "orgs",
        "settings",
        "topics",
    }
)

COMMON_PATHS: Final = (
    *("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default"),
    *("/?feed=rss2", "/blog/feed", "/news/feed"),
)
"""Where site generators put a feed, commonest first (WordPress, Ghost, Substack; Hugo, Jekyll; JSON Feed; Blogger)."""


def named_feeds(typed: str) -> tuple[str, ...]:
    """Give the feed addresses that a short form or a page of a well-known site stands for; none where no rule knows.

    Short forms: `r/name`, `@channel` (YouTube), `@user@host` (Mastodon), `google news WORDS`.
    """
    text = typed.strip().removeprefix("<").removesuffix(">")
    if query := _QUERY.fullmatch(text):
        return (f"{_GOOGLE_NEWS}/search?q={quote(query['words'])}",)
    if found := _SUBREDDIT.fullmatch(text):
        return (_reddit(found["kind"], found["name"]),)
    if _HANDLE.fullmatch(text):
        return (f"https://www.youtube.com/{text}",)
    if found := _FEDIVERSE.fullmatch(text):
        return (f"https://{found['host']}/@{found['user']}.rss",)
    try:
        split = urlsplit(text if "://" in text else f"https://{text}")
        host = (split.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ()
    parts = [part for part in split.path.split("/") if part]
    return tuple(_of_site(host, parts, parse_qs(split.query), split.path, split.query))


def common_places(url: str) -> Iterator[str]:
    """Yield where a site may keep a feed that its page does not name: below the page, then at its root."""
    split = urlsplit(url)
    root = f"{split.scheme}://{split.netloc}"
    path = split.path.rstrip("/")
    if path:
        yield f"{root}{path}/feed"
        yield f"{root}{path}.rss"
    for place in COMMON_PATHS:
        yield f"{root}{place}"


def _of_site(host: str, parts: list[str], query: dict[str, list[str]], path: str, asked: str) -> Iterator[str]:
    match host, parts:
        case "youtube.com", ["channel", channel, *_] if _CHANNEL.fullmatch(channel):
            yield f"{_YOUTUBE}?channel_id={channel}"
        case "youtube.com", ["playlist"] if "list" in query:
            yield f"{_YOUTUBE}?playlist_id={query['list'][0]}"
        case "youtube.com", ["user", user, *_]:
            yield f"{_YOUTUBE}?user={user}"
        case (("reddit.com" | "old.reddit.com" | "new.reddit.com"), [("r" | "u" | "user") as kind, name, *_]):
            yield _reddit(kind, name)
        case "github.com", [owner, repository, *_] if owner not in _NOT_OWNERS:
            for what in ("releases", "tags", "commits"):
                yield f"https://github.com/{owner}/{repository.removesuffix('.git')}/{what}.atom"
        case "github.com", [owner] if owner not in _NOT_OWNERS:
            yield f"https://github.com/{owner}.atom"
        case "medium.com", ["feed", *_]:
            return
        case "medium.com", [publication, *_]:
            yield f"https://medium.com/feed/{publication}"
        case "news.google.com", ["search" | "topics", *_]:
            yield f"{_GOOGLE_NEWS}{path}{'?' + asked if asked else ''}"
        case _, [name] if _HANDLE.fullmatch(name) and host != "youtube.com":
            yield f"https://{host}/{name}.rss"
        case _, [] if host.endswith((".substack.com", ".medium.com", ".ghost.io")):
            yield f"https://{host}/feed"


def _reddit(kind: str, name: str) -> str:
    return f"https://www.reddit.com/{'r' if kind.lower() == 'r' else 'user'}/{name}/.rss"
