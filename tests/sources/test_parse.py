from __future__ import annotations

import asyncio
import codecs
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.errors import ParseError
from digests.core.identity import identify
from digests.core.models import EntryData, Fetched, ParsedFeed, Rest
from digests.sources import document
from digests.sources.document import parse_feed
from digests.sources.entry_fields import MAX_ENTRIES, MAX_HTML, MAX_TITLE
from digests.sources.parse import WorkerParser

URL = "https://harbour-post.example/feeds/news.xml"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)


def parse(document: str | bytes, **changes: str) -> ParsedFeed:
    body = document.encode() if isinstance(document, str) else document
    return parse_feed(Fetched(url=changes.pop("url", URL), body=body, **changes))


def rss(*items: str, channel: str = "") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}{inner}</channel></rss>'


def only(document: str | bytes) -> EntryData:
    (entry,) = parse(document).entries
    return entry


def test_an_rss_item_gives_all_that_it_says() -> None:
    feed = parse(
        rss(
            "<title>Ferry &lt;i&gt;Aurora&lt;/i&gt; &amp;amp; crew return</title><link>/news/7</link>"
            '<guid isPermaLink="false"> ferry 7 </guid><pubDate>Mon, 02 Mar 2026 07:00:00 GMT</pubDate>'
            '<dc:creator>Mira Tolland</dc:creator><source url="https://hill.example/rss">Hill Courier</source>'
            "<dc:language>sv-SE</dc:language><description>Cut …</description>"
            "<content:encoded><![CDATA[<p>The whole text of it.</p>]]></content:encoded>"
            '<media:content url="/small.jpg" medium="image" width="90"/>'
            '<media:content url="/large.jpg" medium="image" width="900"><media:title>The Aurora</media:title>'
            "</media:content>",
            channel="<title>Harbour Post</title><link>https://harbour-post.example/</link>"
            "<language>en-gb</language><ttl>45</ttl>",
        )
    )
    assert (feed.title, feed.link, feed.language, feed.ttl_s) == (
        "Harbour Post",
        "https://harbour-post.example/",
        "en",
        2700,
    )
    assert feed.entries == (
        EntryData(
            guid="ferry 7",
            link="https://harbour-post.example/news/7",
            title="Ferry Aurora & crew return",
            html="<p>The whole text of it.</p>",
            author="Mira Tolland",
            outlet="Hill Courier",
            language="sv",
            published=datetime(2026, 3, 2, 7, tzinfo=UTC),
            image_url="https://harbour-post.example/large.jpg",
            image_alt="The Aurora",
        ),
    )


def test_an_atom_entry_gives_all_that_it_says() -> None:
    feed = parse(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://hill.example/blog/">
        <title type="html">Hill &amp;amp; Dale</title><link rel="self" href="feed"/><link href="."/>
        <entry xml:lang="fr"><id>tag:hill.example,2026:1</id><title type="text">1 &lt; 2</title>
        <link rel="edit" href="edit"/><link rel="alternate" type="application/json" href="1.json"/>
        <link rel="alternate" href="1.html"/><link rel="enclosure" type="image/png" href="1.png" title="A hill"/>
        <published>2026-03-01T07:00:00+01:00</published><updated>2026-03-02T07:00:00Z</updated>
        <author><name>Osk Fennimar</name><email>osk@hill.example</email></author>
        <source><id>urn:dale</id><title>Dale Weekly</title></source><summary>Short</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; true</p></div></content>
        </entry></feed>"""
    )
    assert (feed.title, feed.link, feed.language) == ("Hill & Dale", "https://hill.example/blog/", "de")
    (entry,) = feed.entries
    assert "<p>Long &amp; true</p>" in entry.html
    assert (entry.guid, entry.link, entry.title) == (
        "tag:hill.example,2026:1",
        "https://hill.example/blog/1.html",
        "1 < 2",
    )
    assert (entry.author, entry.outlet, entry.language) == ("Osk Fennimar", "Dale Weekly", "fr")
    assert (entry.image_url, entry.image_alt) == ("https://hill.example/blog/1.png", "A hill")
    assert entry.published == datetime(2026, 3, 1, 6, tzinfo=UTC)
    assert entry.updated == datetime(2026, 3, 2, 7, tzinfo=UTC)


def test_rdf_items_stand_beside_their_channel() -> None:
    feed = parse(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'{SPACES}><channel rdf:about="https://a.example/"><title>Old</title><sy:updatePeriod>daily</sy:updatePeriod>'
        "<sy:updateFrequency>4</sy:updateFrequency></channel>"
        '<item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>'
        "<dc:date>2026-03-02T07:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert (feed.title, feed.ttl_s) == ("Old", 21_600)
    (entry,) = feed.entries
    assert (entry.guid, entry.link) == ("https://a.example/1", "https://a.example/1")
    assert entry.published == datetime(2026, 3, 2, 7, tzinfo=UTC)


def test_a_json_feed_is_a_feed() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "home_page_url": "/",
        "language": "en-GB",
        "items": [
            {"id": 7, "external_url": "https://other.example/7", "title": "a < b", "content_text": "1 < 2\n\nEnd"},
            {"id": "8", "url": "8", "content_html": "<p>x</p>", "authors": [{"name": "Mira"}], "image": "i.png"},
            {"id": "9", "date_published": "2026-03-02T07:00:00Z", "author": "no object", "tags": 3, "title": ["odd"]},
            "no item",
        ],
    }
    feed = parse(json.dumps(document))
    assert (feed.title, feed.link, feed.language) == ("Harbour Post", "https://harbour-post.example/", "en")
    first, second, third = feed.entries
    assert (first.guid, first.link, first.title) == ("7", "https://other.example/7", "a < b")
    assert first.html == "1 &lt; 2\n\nEnd"
    assert (second.link, second.author) == ("https://harbour-post.example/feeds/8", "Mira")
    assert second.image_url == "https://harbour-post.example/feeds/i.png"
    assert (third.title, third.published) == ("", datetime(2026, 3, 2, 7, tzinfo=UTC))


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\0", "empty"),
        (b"<!DOCTYPE html><html><head><title>Down</title></head><body><p>Back soon</p></body></html>", "html"),
        (b"<html><script>var x = '<item>'</script></html>", "html"),
        (b'{"error": "no such feed"}', "json"),
        (b"[1, 2", "json"),
        (b"[" * 200_000, "json"),
        (b"Too many requests, come back later", "text"),
        (b'<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>', "xml"),
        (b"<", "xml"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "text"),
    ],
)
def test_what_is_no_feed_says_what_it_looks_like(body: bytes, hint: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(body)
    assert caught.value.hint == hint


@pytest.mark.parametrize("document", [rss(), "<feed xmlns='http://www.w3.org/2005/Atom'/>", '<rss version="2.0"></rss'])
def test_a_feed_without_entries_is_a_feed(document: str) -> None:
    assert parse(document).entries == ()


def test_entities_and_bare_ampersands_lose_nothing() -> None:
    entry = only(
        rss(
            "<title>Caf&eacute; R & B, Q&A &amp;eacute; &#8211; AT&T</title><link>https://a.example/?a=1&b=2&copy=3</link>"
            "<description><![CDATA[<a href='?x=1&y=2'>R & B&nbsp;</a>]]></description>"
        )
    )
    assert entry.title == "Café R & B, Q&A é – AT&T"
    assert entry.link == "https://a.example/?a=1&b=2&copy=3"
    assert entry.html == "<a href='?x=1&y=2'>R & B&nbsp;</a>"


def test_declared_entities_are_neither_expanded_nor_loaded() -> None:
    dtd = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    entry = only(dtd + rss('<title>x &b; &f; y</title><guid a="&b;">1</guid>')[21:])
    assert entry.title == "x &b; &f; y"


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("<![CDATA[ Ferry\n\t<b>returns</b> ]]>", "Ferry returns"),
        ("Ferry <b>returns</b>", "Ferry returns"),
        ("Ferry\u202e\u200b re\u00adturns\u0007", "Ferry returns"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Ferry", "Ferry"),
        ("<!-- x -->Fer<!-- y -->ry", "Ferry"),
        ("Ferry " * 200, ("Ferry " * 200)[:MAX_TITLE].rstrip()),
    ],
)
def test_titles_are_plain_and_short(title: str, plain: str) -> None:
    assert only(rss(f"<title>{title}</title>")).title == plain


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>data:text/html,x</link><guid>https://a.example/1</guid>", "https://a.example/1"),
        ('<guid isPermaLink="false">https://a.example/1</guid>', ""),
        ("<guid>not an address</guid>", ""),
        ("<link>//cdn.example/1</link>", "https://cdn.example/1"),
        ("<link>../1</link>", "https://harbour-post.example/1"),
        ('<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="/1"/>', "https://harbour-post.example/1"),
        ("<link/>https://a.example/1", "https://a.example/1"),
        (
            "<link>https://proxy.example/~r/1</link>"
            '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://a.example/1</f:origLink>',
            "https://a.example/1",
        ),
    ],
)
def test_links_are_web_addresses_or_empty(item: str, link: str) -> None:
    assert only(rss(f"<title>x</title>{item}")).link == link


def test_links_of_a_file_are_joined_to_the_site_it_names() -> None:
    document = rss("<link>/1</link>", channel="<link>https://a.example/x/</link>")
    assert parse(document, url="file:///tmp/feed.xml").entries[0].link == "https://a.example/1"


def test_a_missing_guid_stays_missing() -> None:
    assert only(rss("<title>x</title><link>https://a.example/1</link>")).guid == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("desk@a.example (Mira Tolland)", "Mira Tolland"),
        ("desk@a.example", ""),
        ("Osk <b>Fennimar</b>", "Osk Fennimar"),
    ],
)
def test_an_author_is_a_name_and_never_a_bare_mail_address(written: str, name: str) -> None:
    assert only(rss(f"<author>{written}</author>")).author == name


@pytest.mark.parametrize(
    "date", ["", "<pubDate/>", "<pubDate>soon</pubDate>", "<pubDate>0001-01-01T00:00:00Z</pubDate>"]
)
def test_a_date_nobody_can_believe_is_none(date: str) -> None:
    assert only(rss(f"<title>x</title>{date}")).published is None


def test_the_only_date_of_an_atom_entry_is_when_it_was_published() -> None:
    document = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><updated>2026-03-02T07:00:00Z</updated></entry></feed>"
    assert only(document).published == datetime(2026, 3, 2, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("item", "image"),
    [
        ('<enclosure url="/e.jpg" type="image/jpeg"/><media:thumbnail url="/t.jpg"/>', "e.jpg"),
        ('<enclosure url="/e.mp3" type="audio/mpeg"/><media:thumbnail url="/t.jpg"/>', "t.jpg"),
        ('<media:content url="/v.mp4" type="video/mp4"><media:thumbnail url="/t.jpg"/></media:content>', "t.jpg"),
        ('<media:group><media:content url="/m.jpg?w=1"/></media:group><media:thumbnail url="/t.jpg"/>', "m.jpg?w=1"),
        ('<media:content url="javascript:x" medium="image"/><media:thumbnail url="/t.jpg"/>', "t.jpg"),
    ],
)
def test_the_best_picture_is_taken(item: str, image: str) -> None:
    assert only(rss(item)).image_url == f"https://harbour-post.example/{image}"


def test_html_is_capped() -> None:
    assert len(only(rss(f"<description>{'x' * (MAX_HTML + 5)}</description>")).html) == MAX_HTML


def test_of_an_endless_feed_the_newest_entries_stay_in_order() -> None:
    days = [f"<guid>{n}</guid><pubDate>{2000 + n // 300}-01-01</pubDate>" for n in range(MAX_ENTRIES + 300)]
    assert [entry.guid for entry in parse(rss(*days)).entries] == [str(n) for n in range(300, MAX_ENTRIES + 300)]
    undated = [f"<guid>{n}</guid>" for n in range(MAX_ENTRIES + 3)]
    assert [entry.guid for entry in parse(rss(*undated)).entries] == [str(n) for n in range(MAX_ENTRIES)]


def test_prefixes_that_nobody_declared_are_understood() -> None:
    document = "<rss><channel><item><title>x</title><dc:creator>Mira</dc:creator></item></channel></rss>"
    assert only(document).author == "Mira"


def test_output_before_the_document_is_passed_over() -> None:
    assert len(parse("<br />\n<b>Warning</b>: disk is full\n" + rss("<title>x</title>")).entries) == 1


def test_items_that_were_never_closed_are_entries_too() -> None:
    document = "<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>"
    assert [entry.title for entry in parse(document).entries] == ["One", "Two"]


def test_where_the_first_reader_loses_entries_the_second_is_asked() -> None:
    nested = "<b>" * 300  # deeper than the first reader walks
    document = rss(
        "<title>One</title>", f"<title>Two</title><description>{nested}</description>", "<title>Three</title>"
    )
    assert [entry.title for entry in parse(document).entries] == ["One", "Two", "Three"]


def test_a_body_that_is_a_file_name_opens_no_file() -> None:
    with pytest.raises(ParseError, match="plain text"):
        parse(b"/etc/hostname")


@pytest.mark.parametrize("attribute", ['a{}="1"', 'xmlns:a{}="1"'])
def test_attribute_bombs_are_refused_before_any_parser(attribute: str) -> None:
    bomb = " ".join(attribute.format(number) for number in range(20_000))
    with pytest.raises(ParseError, match="attributes"):
        parse(f"<rss><channel><item {bomb}/></channel></rss>")


PIECES = [
    *("<rss>", "<feed>", "<item>", "</item>", "<entry>", "<title>", "</title>", "<link/>", "<link>a", "<!DOCTYPE"),
    *("<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>", "&amp;", "&bull;", "&nothing;", "&", "<", ">", '"', "\0"),
    *("\ud800", "é", "x"),
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "<rss>" + "".join(pieces))


def outcome(body: bytes) -> ParsedFeed | str:
    try:
        return parse(body)
    except ParseError as error:
        return error.hint


@given(st.binary(max_size=200) | SOUP.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_end_in_entries_or_in_a_reason(body: bytes) -> None:
    found = outcome(body)
    if isinstance(found, str):
        assert found in {"empty", "html", "json", "text", "xml"}
    else:
        assert all(entry.link == "" or entry.link.startswith("http") for entry in found.entries)


async def test_the_parser_on_a_worker_gives_entries_and_reasons() -> None:
    good = Fetched(url=URL, body=rss("<title>Ferry returns</title>").encode())
    async with WorkerParser() as parser:
        first, second = await asyncio.gather(parser.parse(good), parser.parse(good))
        assert first == second == identify(parse_feed(good))
        with pytest.raises(ParseError) as caught:
            await parser.parse(Fetched(url=URL, body=b"<html>Down</html>"))
        assert caught.value.hint == "html"


def test_a_feed_says_when_it_is_not_to_be_read() -> None:
    feed = parse_feed(
        Fetched(
            url="https://kestrel.example/rss",
            body=b"<rss version='2.0'><channel><skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>99</hour>"
            b"<hour>x</hour></skipHours><skipDays><day>Sunday</day><day>sat</day><day>Someday</day></skipDays>"
            b"</channel></rss>",
        )
    )
    assert feed.rest == Rest(hours=frozenset({0, 7}), days=frozenset({6, 7}))


def test_the_outlet_is_who_an_aggregator_names_else_the_domain_of_the_link() -> None:
    items = "<item><title>1</title><source>Hill Courier</source></item><item><link>https://news.kestrel.co.uk/2</link></item>"
    assert [entry.outlet for entry in parse(f"<rss><channel>{items}</channel></rss>").entries] == [
        "Hill Courier",
        "kestrel.co.uk",
    ]


ITEM = "<item><guid>1</guid><title>%s</title><description>Aldmouth</description></item>"
PLAIN = f"<rss><channel><title>Harbour</title>{ITEM % 'Ferry'}</channel></rss>"


@pytest.mark.parametrize(
    "body",
    [
        PLAIN.encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        b"\n  " + PLAIN.encode(),
        PLAIN.replace("Ferry", "Fähre").encode(),
        PLAIN.replace("Ferry", "Fähre").encode("cp1252"),
        ('<?xml version="1.0" encoding="windows-1252"?>' + PLAIN.replace("Ferry", "Fähre")).encode(),
        ('<?xml version="1.0" encoding="iso-2022-jp"?>' + PLAIN.replace("Ferry", "港の船")).encode("iso-2022-jp"),
        PLAIN.replace("Ferry", "港の船").encode("utf-16"),
        PLAIN.replace("Ferry", "港の船").encode("utf-16-le"),
        PLAIN.replace("Ferry", "caf&eacute; & bar").encode(),
        PLAIN.replace("Ferry", "a\x07b\x00c").encode(),
        PLAIN.replace("Ferry", "a\ufffeb").encode(),
        ('<!DOCTYPE rss [<!ENTITY x "y">]>' + PLAIN.replace("Ferry", "a &x; b")).encode(),
        (" " * 9000 + '<!DOCTYPE rss [<!ENTITY x "y">]>' + PLAIN.replace("Ferry", "a &x; b")).encode(),
        PLAIN.replace("<rss>", '<x:rss xmlns:x="http://purl.org/rss/1.0/">').replace("</rss>", "</x:rss>").encode(),
        PLAIN.replace("</title></channel>", "</title>").encode(),
    ],
)
def test_a_sound_document_is_read_as_the_careful_way_reads_it(body: bytes) -> None:
    fetched = Fetched(url=URL, body=body)
    assert document._parse_sound(fetched) in {None, document._parse_any(fetched)}


@pytest.mark.parametrize("before", [0, 8000, 8191, 8192, 100_000])
@pytest.mark.parametrize("length", [16_400, 40_000])
def test_an_attribute_bomb_is_found_wherever_it_stands(before: int, length: int) -> None:
    bomb = "<title " + " ".join(f'a{number:05}="1"' for number in range(length // 11)) + ">Boom</title>"
    with pytest.raises(ParseError, match="thousands of attributes"):
        parse_feed(Fetched(url=URL, body=f"<rss><channel><title>{'x' * before}</title>{bomb}</channel></rss>".encode()))
