from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.errors import ParseError
from digests.core.text import clean_line
from digests.sources.opml import Outline, looks_like_opml, read_outlines, write_opml
from tests.data_path import shared

HARBOUR = "https://harbour-post.example/feed.xml"
HILL = "https://hill-courier.example/rss?edition=3&lang=en"
LIST = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- exported -->
<opml version="1.0"><head><title>Mine</title></head><body>
 <outline text="News"><outline title="Harbour Post" text="Harbour &eacute;dition" xmlUrl="{HARBOUR}"/>
  <outline text="Hills"><outline xmlurl="{HILL.replace("&", "&amp;")}" text="Hill &amp; Dale"/></outline></outline>
 <outline text="A page" type="link" url="https://page.example/"/>
 <outline text="Script" xmlUrl="javascript:alert(1)"/>
 <outline text="Odd" type="rss" url="feed://odd.example/feed"/>
</body></opml>"""


def test_nested_outlines_come_with_their_folders() -> None:
    assert read_outlines(LIST.encode()) == (
        Outline(title="Harbour édition", url=HARBOUR, path=("News",)),
        Outline(title="Hill & Dale", url=HILL, path=("News", "Hills")),
        Outline(title="Odd", url="https://odd.example/feed"),
    )


def test_a_plain_list_of_addresses_is_a_list() -> None:
    text = f"\ufeff# mine\r\n\r\n{HARBOUR}\r\nhill-courier.example/rss # the hills\r\n"
    expected = [HARBOUR, "https://hill-courier.example/rss"]
    assert [outline.url for outline in read_outlines(text.encode())] == expected


def test_bare_ampersands_in_addresses_are_kept() -> None:
    data = f'<opml><body><outline xmlUrl="{HILL}"/></body></opml>'.encode()
    assert read_outlines(data) == (Outline(title="", url=HILL),)


@pytest.mark.parametrize(
    ("data", "hint", "words"),
    [
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "html", "web page"),
        (b"<rss><channel/></rss>", "xml", "no OPML"),
        (b"", "empty", "no feed"),
        (b"<opml><body><outline text='empty'/></body></opml>", "empty", "no feed"),
        (b"<opml", "xml", "no OPML"),
        (b"https://harbour-post.example/\nDear reader, what a day\n", "text", "line 2"),
    ],
)
def test_what_is_no_list_says_what_it_is(data: bytes, hint: str, words: str) -> None:
    with pytest.raises(ParseError, match=words) as caught:
        read_outlines(data)
    assert caught.value.hint == hint


def test_entities_are_refused_not_expanded() -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>' + LIST[38:]
    with pytest.raises(ParseError, match="entities"):
        read_outlines(bomb.encode())


def test_an_opml_file_is_told_from_a_feed() -> None:
    assert looks_like_opml(LIST.encode("utf-16"))
    assert not looks_like_opml(b"<rss version='2.0'><channel><title>opml</title></channel></rss>")


LINES = st.text(max_size=30).map(clean_line)
ADDRESSES = st.from_regex(r"https://[a-z]{1,8}\.example/[a-z]{0,5}(\?q=[0-9]{1,3}&r=[0-9])?", fullmatch=True)
WRITABLE = LINES.filter(lambda text: not {"\ufffe", "\uffff"} & set(text))
OUTLINES = st.builds(
    Outline, title=WRITABLE, url=ADDRESSES, path=st.lists(WRITABLE.filter(bool), max_size=3).map(tuple)
)


@given(st.lists(OUTLINES, min_size=1, max_size=8))
def test_what_is_written_is_read_back_in_its_order(outlines: list[Outline]) -> None:
    assert read_outlines(write_opml(outlines, title="Ferries & more")) == tuple(outlines)


@given(st.lists(st.builds(Outline, title=st.text(), url=ADDRESSES), min_size=1, max_size=4))
def test_no_title_makes_a_file_that_cannot_be_read(outlines: list[Outline]) -> None:
    urls = [outline.url for outline in outlines]
    assert [outline.url for outline in read_outlines(write_opml(outlines))] == urls


def test_real_lists_are_read_and_written_back() -> None:
    files = sorted(shared("opml").iterdir())
    assert files
    for path in files:
        outlines = read_outlines(path.read_bytes())
        assert outlines, path
        assert read_outlines(write_opml(outlines)) == outlines, path


FRESHRSS = """<?xml version="1.0" encoding="UTF-8"?><opml xmlns:frss="https://freshrss.org/opml" version="2.0">
<head><title>FreshRSS</title></head><body><outline text="Harbour"><outline text="Kestrel" type="rss"
 xmlUrl="https://kestrel.example/rss"
 htmlUrl="https://kestrel.example/" frss:priority="main"/></outline></body></opml>"""
MINIFLUX = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Miniflux</title><dateCreated>Mon, 02 Mar 2026 07:00:00 UTC</dateCreated></head><body>
<outline text="Harbour"><outline title="Kestrel" text="Kestrel" xmlUrl="https://kestrel.example/rss"
 htmlUrl="https://kestrel.example/"></outline></outline></body></opml>"""
FEEDLY = """<?xml version="1.0" encoding="UTF-8"?><opml version="1.0">
<head><title>Subscriptions in feedly</title></head>
<body><outline text="Harbour" title="Harbour"><outline type="rss" text="Kestrel" title="Kestrel"
 xmlUrl="https://kestrel.example/rss" htmlUrl="https://kestrel.example"/></outline></body></opml>"""
MONITORSS = """<opml version="2.0"><head><title>MonitoRSS Feeds</title></head><body><outline text="Harbour">
<outline text="Kestrel" title="Kestrel" type="rss" xmlUrl="https://kestrel.example/rss" url="https://kestrel.example/rss"/>
</outline></body></opml>"""


READERS = {"freshrss": FRESHRSS, "miniflux": MINIFLUX, "feedly": FEEDLY, "monitorss": MONITORSS}


@pytest.mark.parametrize("written", READERS.values(), ids=READERS.keys())
def test_lists_of_other_readers_are_read(written: str) -> None:
    (found,) = read_outlines(written.encode())
    assert found == Outline(title="Kestrel", url="https://kestrel.example/rss", path=("Harbour",))
