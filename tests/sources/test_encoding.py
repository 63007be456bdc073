from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.sources.encoding import decode

HEAD = '<?xml version="1.0" encoding="{}"?><rss><title>{}</title></rss>'
UMLAUT = "Vårnholm öffnet – „Fähre“"
CHINESE = "渡輪重新啟航"
JAPANESE = "フェリー再開"
KOREAN = "여객선 재개"


@pytest.mark.parametrize(
    ("text", "written", "http", "declared"),
    [
        (UMLAUT, "utf-8", None, None),
        (UMLAUT, "utf-8-sig", "iso-8859-1", "iso-8859-1"),
        (UMLAUT, "utf-8", "iso-8859-1", "windows-1252"),
        (UMLAUT, "utf-16", None, "utf-16"),
        (UMLAUT, "utf-16-le", None, "utf-16"),
        (UMLAUT, "utf-16-be", "utf-8", "utf-8"),
        (UMLAUT, "utf-32", None, None),
        (UMLAUT, "utf-32-be", None, "utf-32"),
        (UMLAUT, "cp1252", None, None),
        (UMLAUT, "cp1252", "iso-8859-1", "utf-8"),
        (UMLAUT, "cp1252", None, "ISO-8859-1"),
        (UMLAUT, "cp1252", "us-ascii", None),
        (UMLAUT, "cp1252", "no-such-thing", "utf-16"),
        ("Ďábelský trajekt", "cp1250", "windows-1250", "utf-8"),
        ("Паром снова ходит", "koi8-r", None, "koi8-r"),
        ("Παλιό πλοίο", "iso-8859-7", "'iso-8859-7'", None),
        (CHINESE, "gb18030", None, "gb2312"),
        (CHINESE, "big5", "big5", None),
        (JAPANESE, "cp932", None, "Shift_JIS"),
        (JAPANESE, "cp932", "x-sjis", None),
        (JAPANESE, "cp932", None, "windows-31j"),
        (JAPANESE, "iso2022_jp", None, "iso-2022-jp"),
        (KOREAN, "cp949", None, "ks_c_5601-1987"),
        (KOREAN, "euc-kr", "euc-kr", "utf-8"),
    ],
)
def test_text_survives_what_servers_say_about_it(
    text: str, written: str, http: str | None, declared: str | None
) -> None:
    document = HEAD.format(declared, text) if declared else f"<rss><title>{text}</title></rss>"
    assert decode(document.encode(written), http) == document


def test_one_broken_byte_spoils_no_other() -> None:
    document = HEAD.format("utf-8", f"{CHINESE} caf! {CHINESE}")
    assert decode(document.encode().replace(b"caf!", b"caf\xe9"), "utf-8") == document.replace("caf!", "café")


@pytest.mark.parametrize("label", ["unicode_escape", "punycode", "utf-7", "hex", "zlib", "rot13", "idna", "\0", ""])
def test_a_codec_that_is_no_encoding_is_not_used(label: str) -> None:
    assert decode(b"caf\xe9 \\u0041 +AEE-", label) == "café \\u0041 +AEE-"


@given(st.binary(max_size=300), st.none() | st.text(max_size=20))
def test_no_bytes_and_no_label_break_it(body: bytes, label: str | None) -> None:
    assert isinstance(decode(body, label), str)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=3))
def test_utf8_is_read_as_what_it_is_whatever_the_server_says(text: str) -> None:
    assert decode(("<p>" + text).encode(), "shift_jis") == "<p>" + text
