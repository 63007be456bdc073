"""Laws and cases of web addresses."""

from __future__ import annotations

import re
from unittest.mock import patch
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core import urls
from digests.core.errors import UseError
from digests.core.urls import (
    absolute,
    canonical,
    clean_feed_url,
    has_secret,
    hosting,
    mask,
    registrable,
    split_user_info,
)

URLISH = st.text(alphabet="abz019AMP./?#&=%+-_:@[]~é ", max_size=40).map(
    lambda tail: f"http://www.harbour.example/{tail}"
)
NAMES = st.text(alphabet="abcdefgh", min_size=1, max_size=5)


@given(st.one_of(st.text(max_size=60), URLISH, URLISH.map(lambda url: url.replace("/a", "/amp"))))
def test_a_key_is_its_own_key(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_parameters_does_not_matter(pairs: list[tuple[str, str]], chance) -> None:
    texts = [f"{name}={value}" for name, value in pairs]
    shuffled = chance.sample(texts, len(texts))

    assert canonical("https://a.example/x?" + "&".join(texts)) == canonical("https://a.example/x?" + "&".join(shuffled))


@pytest.mark.parametrize(
    "other",
    [
        "http://harbour.example/news/12",
        "https://HARBOUR.example/news/12",
        "https://harbour.example:443/news/12",
        "http://harbour.example:80/news/12",
        "https://www.harbour.example/news/12/",
        "https://harbour.example./news/12#comments",
        "https://harbour.example/news/12?utm_source=rss&utm_medium=feed",
        "https://harbour.example/news/12?fbclid=x&ref=rss",
        "https://harbour.example/news//old/../12",
        "https://harbour.example/%6Eews/12",
        "https://harbour.example/news/12/amp/",
        "https://harbour.example/amp/news/12",
        "https://harbour.example/news/12.amp",
        "https://amp.harbour.example/news/12?amp=1",
        " https://harbour.example/ne\nws/12 ",
    ],
)
def test_two_ways_to_write_one_page_have_one_key(other: str) -> None:
    assert canonical(other) == canonical("https://harbour.example/news/12")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://harbour.example/?p=123", "https://harbour.example/?p=124"),
        ("https://harbour.example/?p=123", "https://harbour.example/"),
        ("https://harbour.example/News", "https://harbour.example/news"),
        ("https://harbour.example:8080/", "https://harbour.example/"),
        ("https://harbour.example/x?ref=main", "https://harbour.example/x"),
        ("https://reader:one@harbour.example/", "https://harbour.example/"),
        ("https://harbour.example/a%2Fb", "https://harbour.example/a/b"),
        ("https://harbour.example/amp", "https://harbour.example/"),
        ("https://amp.example/", "https://example/"),
    ],
)
def test_two_pages_keep_two_keys(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_an_international_host_has_the_key_of_its_ascii_form() -> None:
    assert canonical("http://BÜCHER.example/") == "https://xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://news.harbour.co.uk/feed", "harbour.co.uk"),
        ("news.harbour.co.uk", "harbour.co.uk"),
        ("HARBOUR.com:8080", "harbour.com"),
        ("https://mara.blogspot.com/", "mara.blogspot.com"),
        ("http://192.0.2.7/feed", "192.0.2.7"),
        ("http://[2001:DB8::7]:80/feed", "2001:db8::7"),
        ("2001:DB8::7", "2001:db8::7"),
        ("localhost", "localhost"),
        ("https://nas.lan/feed", "nas.lan"),
        ("https://news.bücher.de/", "xn--bcher-kva.de"),
        ("co.uk", "co.uk"),
        ("", ""),
    ],
)
def test_the_registrable_domain_is_who_publishes(address: str, domain: str) -> None:
    assert registrable(address) == domain


def test_customers_of_a_blog_host_are_paced_as_one() -> None:
    assert hosting("https://mara.blogspot.com/feed") == hosting("https://tomas.blogspot.com/feed") == "blogspot.com"


@given(st.text(min_size=1, max_size=20), st.sampled_from(["token", "apiKey", "feed_token", "X-Sig", "%74oken"]))
def test_a_mask_never_shows_a_secret_parameter(secret: str, name: str) -> None:
    masked = mask(f"https://harbour.example/feed?page=2&{name}={quote(secret, safe='')}&z=1")

    assert masked == f"https://harbour.example/feed?page=2&{name}=***&z=1"


@given(st.text(alphabet="abcXYZ0189!$+,;=%:", min_size=1), st.text(alphabet="abcXYZ0189!@$+,;=%:"))
def test_a_mask_never_shows_user_info(user: str, password: str) -> None:
    assert mask(f"https://{user}:{password}@harbour.example/feed") == "https://***@harbour.example/feed"


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("https://harbour.example/feed?token=x", True),
        ("https://harbour.example/feed?a=1&X-Amz-Signature=x", True),
        ("https://harbour.example/feed#access_token=x", True),
        ("https://mara:x@harbour.example/feed", True),
        ("https://harbour.example/@mara/feed?keyword=port&author=x", False),
        ("https://harbour.example/feed?token=", False),
    ],
)
def test_an_address_that_lets_in_whoever_knows_it_is_recognised(url: str, secret: bool) -> None:
    assert has_secret(url) is secret
    assert (mask(url) != url) is secret


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("harbour.example", "https://harbour.example/"),
        (" <https://harbour.example/feed> ", "https://harbour.example/feed"),
        ("feed://harbour.example/rss", "https://harbour.example/rss"),
        ("feed:http://harbour.example/rss", "http://harbour.example/rss"),
        ("HTTP://Harbour.Example:80/A%2fb?x=1+2%20é#top", "http://harbour.example/A%2fb?x=1+2%20%C3%A9"),
        ("nas:8080/feed", "https://nas:8080/feed"),
        ("http://nas/feed", "http://nas/feed"),
        ("[::1]/feed", "https://[::1]/feed"),
        ("https://mara:p%40ss@harbour.example/x", "https://mara:p%40ss@harbour.example/x"),
        ("bücher.example/100%", "https://xn--bcher-kva.example/100%25"),
    ],
)
def test_what_a_person_types_becomes_an_address(typed: str, url: str) -> None:
    assert clean_feed_url(typed) == url


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address-unreadable"),
        ("harbour", "address-unreadable"),
        ("https://", "address-unreadable"),
        ("https://har bour.example/", "address-unreadable"),
        ("https://harbour.example:port/", "address-unreadable"),
        ("https://[::1", "address-unreadable"),
        ("https://[fe80::1%25eth0]/", "address-unreadable"),
        ("https://[v1.a:b]/", "address-unreadable"),
        ("https://i❤.example/", "address-unreadable"),
        ("https://a\\b.example/", "address-unreadable"),
        ("ftp://harbour.example/", "address-not-web"),
        ("file:///etc/hosts", "address-not-web"),
        ("javascript:alert(1)", "address-not-web"),
        ("https://harbour.example/" + "a" * 8000, "address-too-long"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_code(typed: str, code: str) -> None:
    with pytest.raises(UseError) as caught:
        clean_feed_url(typed)

    assert caught.value.code == code


def test_a_refusal_does_not_repeat_the_password() -> None:
    with pytest.raises(UseError) as caught:
        clean_feed_url("https://mara:hunter2@har bour.example/?key=hunter2")

    assert "hunter2" not in str(caught.value)


def test_user_info_is_parted_from_its_address() -> None:
    assert split_user_info("https://mara:p%40ss@harbour.example/x?u=mara:p%40ss@") == (
        "https://harbour.example/x?u=mara:p%40ss@",
        "mara:p%40ss",
    )
    assert split_user_info("https://harbour.example") == ("https://harbour.example/", "")
    with pytest.raises(ValueError, match=r"no web address: \*\*\*@harbour"):
        split_user_info("mara:x@harbour")


@given(st.one_of(st.text(max_size=60), URLISH))
def test_a_cleaned_address_is_clean_ascii(text: str) -> None:
    try:
        url = clean_feed_url(text)
    except UseError:
        return
    assert url.isascii()
    assert clean_feed_url(url) == url


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/news/1", "https://harbour.example/news/1"),
        ("2", "https://harbour.example/feed/2"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example/x y#top", "https://other.example/x%20y#top"),
        (" ht\ntps://other.example/x\x00 ", "https://other.example/x"),
        ("https://bank.example@evil.example/", "https://evil.example/"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("mailto:mara@harbour.example", ""),
        ("http://[", ""),
        ("https://other.example/" + "a" * 9000, ""),
    ],
)
def test_a_link_becomes_absolute_or_nothing(link: str, url: str) -> None:
    assert absolute("https://harbour.example/feed/rss", link) == url


@given(st.text(max_size=30), st.text(max_size=60))
def test_a_link_is_never_anything_but_a_web_address(base: str, link: str) -> None:
    url = absolute(base, link)

    assert url == "" or (url.startswith(("https://", "http://")) and url.isascii() and " " not in url)


@given(
    st.sampled_from(["http://", "https://"]),
    st.from_regex(
        r"([a-z0-9-]{1,8}(\.[a-z0-9-]{1,8}){0,3}\.[a-z]{2,5}|([0-9]{1,3}\.){2,3}[0-9]{1,4})(:[0-9]{1,6})?",
        fullmatch=True,
    ),
    st.text(alphabet="aZ09-._~/:@!$&'()*+,;=?#%2fé |[]", max_size=30),
)
def test_a_sound_link_is_what_taking_it_apart_gives(scheme: str, host: str, rest: str) -> None:
    link = f"{scheme}{host}/{rest}"
    urls._parse.cache_clear()
    with patch("digests.core.urls._SOUND", re.compile("(?!)")):
        slow = (absolute("https://harbour.example/feed", link), canonical(link), registrable(link))
    urls._parse.cache_clear()
    assert (absolute("https://harbour.example/feed", link), canonical(link), registrable(link)) == slow


@given(st.from_regex(r"[a-z0-9-]{1,8}(\.[a-z0-9-]{1,8}){0,3}\.[a-z]{1,5}", fullmatch=True))
def test_a_bare_host_belongs_to_whom_its_address_belongs_to(host: str) -> None:
    assert hosting(host) == hosting(f"https://{host}/")
