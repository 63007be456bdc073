"""What a page gives: its article and nothing around it, and what it says of itself."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import pytest

from digests.core.articles import Kind, PageText, Picture, Precision
from digests.core.chrome import without_chrome
from digests.core.errors import ParseError
from digests.core.models import Failure, Fetched, FetchFailed
from digests.sources.article import read_article
from digests.sources.page import ArticleReader
from tests.benchmarks.gauges import stall
from tests.fetching import fetcher
from tests.hostile_server import HostileServer, reply

URL = "https://kestrel.example/news/ferry-aground"
PARAGRAPHS = tuple(
    f"The ferry Osprey lay aground off Kelmouth for the {number}th hour on Monday, said harbour master Mira Tolland, "
    f"and {number}0 passengers were still waiting aboard for the tide to lift her from the sandbank."
    for number in range(4, 9)
)


def page(*body: str, head: str = "", title: str = "Ferry aground off Kelmouth") -> bytes:
    drawn = "".join(f"<p>{paragraph}</p>" for paragraph in body or PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en-GB'><head><title>{title} | Kestrel</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{drawn}</article>"
        "<footer><p>All rights reserved</p></footer></body></html>"
    ).encode()


def read(body: bytes, url: str = URL) -> PageText:
    return read_article(Fetched(url=url, body=body))


def described(**members: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **members})}</script>'


def test_the_text_is_the_articles_own() -> None:
    found = read(page())
    assert found.text.split("\n") == list(PARAGRAPHS)
    assert (found.title, found.language, found.kind) == ("Ferry aground off Kelmouth", "en", Kind.REPORT)


def test_what_a_page_says_of_itself_is_taken() -> None:
    found = read(
        page(
            head=described(
                headline="Ferry aground",
                author=[{"@type": "Person", "name": "Osk Fennimar"}, {"name": "Mira Tolland"}],
                publisher={"name": "The Kestrel"},
                datePublished="2026-03-02T07:30:00+01:00",
                image={"url": "/osprey.jpg", "caption": "The Osprey"},
            )
        )
    )
    assert (found.title, found.author, found.source) == ("Ferry aground", "Osk Fennimar, Mira Tolland", "The Kestrel")
    assert (found.published, found.precision) == (datetime(2026, 3, 2, 6, 30, tzinfo=UTC), Precision.SECOND)
    assert found.image == Picture(url="https://kestrel.example/osprey.jpg", alt="The Osprey")


@pytest.mark.parametrize(
    ("head", "date", "precision"),
    [
        ('<meta property="article:published_time" content="2026-03-02">', datetime(2026, 3, 2, tzinfo=UTC), "day"),
        ('<meta name="date" content="2026-03-02T07:30Z">', datetime(2026, 3, 2, 7, 30, tzinfo=UTC), "minute"),
        (described(datePublished="soon"), None, None),
        ("", None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(head: str, date: datetime | None, precision: str | None) -> None:
    found = read(page(head=head))
    assert (found.published, found.precision) == (date, precision)


@pytest.mark.parametrize(
    "address", ["https://kestrel.example/logo.png", "data:image/png;base64,x", "https://t.example/pixel.gif", ""]
)
def test_trackers_logos_and_icons_are_no_pictures(address: str) -> None:
    assert read(page(head=f'<meta property="og:image" content="{address}">')).image is None


@pytest.mark.parametrize("said", ["false", "False", "no"])
def test_a_page_that_must_be_paid_for_says_so(said: str) -> None:
    assert read(page(head=described(isAccessibleForFree=said))).paywalled
    assert read(page(head=described(hasPart={"isAccessibleForFree": False}))).paywalled


def test_a_short_text_before_a_call_to_subscribe_is_an_excerpt() -> None:
    call = "Subscribe now to continue reading this story."
    found = read(page(*PARAGRAPHS[:2], call))
    assert found.paywalled
    assert call not in found.text
    assert not read(page(*PARAGRAPHS[:2])).paywalled
    assert not read(page(head=described(isAccessibleForFree=True))).paywalled


@pytest.mark.parametrize(
    ("url", "head", "kind"),
    [
        ("https://kestrel.example/opinion/ferries", "", Kind.OPINION),
        (URL, described(articleSection="Commentary"), Kind.OPINION),
        (URL, described(**{"@type": "OpinionNewsArticle"}), Kind.OPINION),
        ("https://kestrel.example/news/court-opinionated", "", Kind.REPORT),
    ],
)
def test_an_opinion_is_told_from_a_report(url: str, head: str, kind: Kind) -> None:
    assert read(page(head=head), url).kind is kind


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Tolbury United signs Haas",
        "- Related: Ten lighthouses",
        "Lesen Sie auch: Fähre läuft auf",
        "Читайте также: Паром сел на мель",
        "Sign up for our morning newsletter",
        "Follow us on Instagram",
        "Reporting by Osk Fennimar; editing by Mira Tolland",
        "© 2031 The Kestrel",
        "Advertisement",
        "[gallery ids='1,2']",
    ],
)
def test_chrome_is_dropped_and_a_paragraph_that_mentions_it_is_not(line: str) -> None:
    told = "Readers can subscribe to the harbour's warnings, which say more about the ferry than any newsletter."
    assert without_chrome([told, line, PARAGRAPHS[0]]) == [told, PARAGRAPHS[0]]


def test_the_title_is_dropped_where_the_text_begins_with_it() -> None:
    assert without_chrome(["Ferry aground", "Ferry aground!", "She lay there."], title="Ferry aground") == [
        "She lay there."
    ]


def test_a_list_of_titles_at_the_end_is_dropped_and_one_of_sentences_is_not() -> None:
    assert without_chrome(["She lay there.", "- Ten lighthouses", "- Nine ferries"]) == ["She lay there."]
    kept = ["She lay there.", "- The first came at nine.", "- The second never came."]
    assert without_chrome(kept) == kept


@pytest.mark.parametrize("body", [b"", b"\0\0\0", b"<html></html>", b"<nav>Home</nav>", b"\xff\xfe" * 50])
def test_a_page_without_an_article_says_so(body: bytes) -> None:
    with pytest.raises(ParseError, match="no article"):
        read(body)


STALL_MS = 50
HOSTILE = {
    "flat": b"<html><body>" + b"<p>word word word" * 500_000 + b"</body></html>",
    "attributes": b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x</p></body></html>",
    "deep": b"<html><body>" + b"<div>" * 100_000 + b"deep" + b"</body></html>",
    "script": b"<html><script>" + b"var a = '<p>';" * 700_000 + b"</script></html>",
    "nul": b"<html><body>" + b"<p>\0wo\0rd " * 100_000 + b"</body></html>",
}


async def test_hostile_pages_end_in_time_with_a_reason_and_the_next_page_is_read() -> None:
    async with (
        HostileServer() as server,
        fetcher(max_bytes=10 * 2**20) as client,
        ArticleReader(client) as reader,
        stall(clock=time.thread_time) as longest,
    ):
        server.on("/good", reply(200, {"Content-Type": "text/html"}, page()))
        for name, body in HOSTILE.items():
            server.on(f"/{name}", reply(200, {"Content-Type": "text/html"}, body))
            outcome = await reader.read(server.url(f"/{name}"))
            if isinstance(outcome, FetchFailed):
                assert outcome.reason in {Failure.TOO_LARGE, Failure.HUNG, Failure.UNREADABLE}, name
                assert outcome.detail
            good = await reader.read(server.url("/good"))
            assert isinstance(good, PageText), name
    assert longest.longest_ms < STALL_MS
