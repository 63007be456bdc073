"""Web addresses: which two are one, who runs them, what of them may be printed. Pure text, nothing is fetched.

Three forms: what a person typed or a feed says (any text); the *address*, which is requested and clicked (http or
https, ASCII, exactly the path and query that were given); the *key* of `canonical`, which is only ever compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from ipaddress import IPv6Address
from typing import Final
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

import idna
from publicsuffixlist import PublicSuffixList

from digests.core.errors import UseError
from digests.core.tracking import is_tracking

MAX_CHARS: Final = 8000  # RFC 9110 §4.1: the length everybody is asked to support
HIDDEN: Final = "***"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\Z")  # RFC 1035 §2.3.4; hosts do use "_"
_NAME = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}")  # a host with nothing to mend
# An address with nothing to mend: most links of feeds are such, and taking one apart costs 50 µs (measured).
_SOUND = re.compile(
    r"(?P<scheme>https?)://(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}|(?:\d{1,3}\.){3}\d{1,3})"
    r"(?::(?!80/|443/)(?P<port>[1-9]\d{0,3}|[1-5]\d{4}))?"
    r"(?P<path>/(?:[A-Za-z0-9._~/:@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)"
    r"(?:\?(?P<query>(?:[A-Za-z0-9._~/:@!$&'()*+,;=?-]|%[0-9A-Fa-f]{2})+))?"
)
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)  # urljoin would drop an empty ";" or "?" of such a link
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://|(?!\d))")  # "nas:8080" is a host and a port
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_USER_INFO = re.compile(r"\A((?:[A-Za-z][A-Za-z0-9+.-]*:)?//|)[^/?#]*@")
_PAIR = re.compile(r"(?<=[?&#])([^=&#]*)=([^&#]+)")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_PATH_SAFE: Final = "%/:@!$&'()*+,;=[]|"  # RFC 3986 §3.3, and what browsers leave alone
_QUERY_SAFE: Final = _PATH_SAFE + "?"
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")  # RFC 3986 §2.3
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

_SECRET_WORDS: Final = frozenset(
    {
        *("token", "key", "auth", "secret", "sig", "signature", "hmac", "jwt", "bearer", "session", "sessionid"),
        *("password", "passwd", "passphrase", "pass", "pwd", "credential", "credentials", "authorization"),
        *("apikey", "authkey", "accesskey", "secretkey", "privatekey", "feedkey", "rsskey", "userkey"),
        *("accesstoken", "apitoken", "authtoken", "feedtoken", "rsstoken", "usertoken", "privatetoken"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """An address taken apart: ASCII throughout, the port only where it is not the scheme's own."""

    scheme: str
    user_info: str
    host: str  # IPv6 in brackets
    port: int | None
    path: str
    query: str
    fragment: str

    @property
    def text(self) -> str:
        """The address, without fragment."""
        user = f"{self.user_info}@" if self.user_info else ""
        port = f":{self.port}" if self.port is not None else ""
        query = f"?{self.query}" if self.query else ""
        return f"{self.scheme}://{user}{self.host}{port}{self.path or '/'}{query}"


def canonical(url: str) -> str:
    """Give the key under which two addresses of one page are equal; for comparing only, never to be requested.

    Folded: http and https, `www.` and `amp.` (sites serve both names alike; a key that tells them apart makes two
    entries of one), host case and IDNA, default ports, fragment, tracking parameters (`core.tracking`), their order,
    escapes that need none, dot segments, double and trailing slashes, AMP forms of the path. Kept: every parameter
    that may name the page (`?p=123`), the case of the path, user info (another reader's feed is another feed).
    What is no web address comes back trimmed. Idempotent.
    """
    parts = _parse(url)
    if parts is None:
        return _tidy(url)
    user = f"{parts.user_info}@" if parts.user_info else ""
    # Both default ports go: the scheme is folded, so which of them belongs to it is no longer known.
    port = f":{parts.port}" if parts.port not in {None, *_DEFAULT_PORTS.values()} else ""
    query = "&".join(sorted(_telling_pairs(parts.query))) if parts.query else ""
    return f"https://{user}{_fold_host(parts.host)}{port}{_fold_path(parts.path)}{'?' if query else ''}{query}"


def registrable(address: str) -> str:
    """Give the domain somebody registered, from a URL or a host: `news.paper.co.uk` is `paper.co.uk`'s.

    A customer of a blog host (private public suffixes) is a domain of his own: this is who publishes.
    IP addresses (IPv6 without brackets) and unknown suffixes come back as the host itself, lower case, ASCII.
    """
    return _domain(address, search_private=True)


def hosting(address: str) -> str:
    """Give the domain of who runs the servers: as `registrable`, but all customers of a blog host are one."""
    return _domain(address, search_private=False)


def absolute(base: str, link: str) -> str:
    """Give a feed's or page's link as an address, or "" where it is no http(s) link; keeps its fragment.

    User info is dropped: in a link that strangers wrote it only serves to look like another host.
    """
    link = _tidy(link)
    if _SOUND.fullmatch(link) and len(link) <= MAX_CHARS:
        return link
    try:
        parts = _parse(link if _ABSOLUTE.match(link) else urljoin(base, link)) if link else None
    except ValueError:
        return ""
    if parts is None:
        return ""
    bare = replace(parts, user_info="").text
    whole = f"{bare}#{parts.fragment}" if parts.fragment else bare
    return whole if len(whole) <= MAX_CHARS else ""


def clean_feed_url(text: str) -> str:
    """Give the address a person meant: `https://` is added to a bare host, `feed:` and Discord's `<…>` are taken off.

    Raises:
        UseError: `address-not-web` (field `scheme`), `address-too-long` (field `limit`, characters) or
            `address-unreadable` (field `address`, masked).
    """
    typed = _tidy(_tidy(text).removeprefix("<").removesuffix(">"))
    if typed.lower().startswith("feed:"):
        typed = typed[len("feed:") :].removeprefix("//")
    scheme = _SCHEME.match(typed)
    if scheme and scheme[1].lower() not in _DEFAULT_PORTS:
        raise UseError("address-not-web", scheme=scheme[1].lower())
    parts = _parse(typed if scheme else f"https://{typed}")
    if parts is None or not (scheme or "." in parts.host or parts.port or parts.host.startswith("[")):
        raise UseError("address-unreadable", address=mask(typed[:MAX_CHARS]))
    if len(parts.text) > MAX_CHARS:
        raise UseError("address-too-long", limit=MAX_CHARS)
    return parts.text


def split_user_info(url: str) -> tuple[str, str]:
    """Give (the address without user info, "user:password" still escaped, or "" where there is none).

    Raises:
        ValueError: `url` is no web address.
    """
    parts = _parse(url)
    if parts is None:
        raise ValueError(f"no web address: {mask(url)}")
    bare = replace(parts, user_info="") if parts.user_info else parts
    return bare.text, parts.user_info


def mask(url: str) -> str:
    """Give the address as it may be printed: user info and the values of secret parameters hidden."""
    shown = _USER_INFO.sub(rf"\1{HIDDEN}@", _tidy(url))
    return _PAIR.sub(lambda pair: f"{pair[1]}={HIDDEN}" if _names_secret(pair[1]) else pair[0], shown)


def has_secret(url: str) -> bool:
    """Tell whether the address lets in whoever knows it: user info, or a parameter named like a key."""
    tidy = _tidy(url)
    return bool(_USER_INFO.match(tidy)) or any(_names_secret(pair[1]) for pair in _PAIR.finditer(tidy))


def _names_secret(name: str) -> bool:
    words = re.split(r"[^a-z0-9]+", _CAMEL.sub("_", unquote_plus(name)).lower())
    return not _SECRET_WORDS.isdisjoint(words)


def _tidy(text: str) -> str:
    return _CONTROL.sub("", text).strip()


@lru_cache(maxsize=1024)  # an entry's address is taken apart for its key and its outlet, a feed's three times
def _parse(text: str) -> _Parts | None:
    """Take an absolute http(s) address apart; None where it is none."""
    sound = _SOUND.fullmatch(text)
    if sound is None or not _HOST.match(sound["host"]):
        return _parse_any(text)
    return _Parts(
        scheme=sound["scheme"],
        user_info="",
        host=sound["host"],
        port=int(sound["port"]) if sound["port"] else None,
        path=sound["path"],
        query=sound["query"] or "",
        fragment="",
    )


def _parse_any(text: str) -> _Parts | None:
    """Take apart what may have to be mended; gives the same for a sound address, only slower."""
    try:
        split = urlsplit(_tidy(text))
        port = split.port
    except ValueError:  # brackets that do not match, a port that is no number, a host that hides a delimiter
        return None
    host = _ascii_host(split.hostname or "")
    if split.scheme not in _DEFAULT_PORTS or host is None:
        return None
    return _Parts(
        scheme=split.scheme,
        user_info=_escaped(split.netloc.rpartition("@")[0], safe="%:!$&'()*+,;="),
        host=host,
        port=None if port == _DEFAULT_PORTS[split.scheme] else port,
        path=_escaped(split.path, safe=_PATH_SAFE),
        query=_escaped(split.query, safe=_QUERY_SAFE),
        fragment=_escaped(split.fragment, safe=_QUERY_SAFE),
    )


def _ascii_host(host: str) -> str | None:
    if ":" in host:
        try:
            return f"[{IPv6Address(host).compressed}]" if "%" not in host else None
        except ValueError:
            return None
    try:
        plain = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return None
    plain = plain.lower().rstrip(".")
    return plain if _HOST.match(plain) else None


def _escaped(text: str, *, safe: str) -> str:
    """Escape what no address may hold; what is escaped already stays exactly so."""
    return quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="replace")


def _normal_escapes(text: str) -> str:
    """Undo escapes that were not needed and write the others in capitals (RFC 3986 §6.2.2)."""
    return _ESCAPE.sub(
        lambda found: char if (char := chr(int(found[0][1:], 16))) in _UNRESERVED else found[0].upper(), text
    )


def _fold_host(host: str) -> str:
    while host.startswith(("www.", "amp.")) and host.count(".") > 1:
        host = host.partition(".")[2]
    return host


def _fold_path(path: str) -> str:
    if "%" in path:
        path = _normal_escapes(path)
    if "//" in path or "/." in path or "amp" in path.lower():
        return "".join(f"/{segment}" for segment in _fold_amp(_segments(path)))
    return path.rstrip("/")


def _segments(path: str) -> list[str]:
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in {"", "."}:
            kept.append(segment)
    return kept


def _fold_amp(segments: list[str]) -> list[str]:
    """Drop a first or last segment "amp" beside others, and the ending ".amp" (before ".html" too) of the last."""
    start, end = 0, len(segments)
    while start < end:
        if end - start > 1 and segments[start].lower() == "amp":
            start += 1
        elif end - start > 1 and segments[end - 1].lower() == "amp":
            end -= 1
        elif (shorter := _without_amp_ending(segments[end - 1])) != segments[end - 1]:
            segments[end - 1] = shorter
        else:
            break
    return segments[start:end]


def _without_amp_ending(name: str) -> str:
    stem, ending = (name[:-5], name[-5:]) if name.lower().endswith(".html") else (name, "")
    while len(stem) > len(".amp") and stem.lower().endswith(".amp"):
        stem = stem[: -len(".amp")]
    return stem + ending


def _telling_pairs(query: str) -> list[str]:
    pairs = (_normal_escapes(piece).replace("+", "%20") for piece in query.split("&") if piece)
    return [pair for pair in pairs if not is_tracking(*_name_and_value(pair))]


def _name_and_value(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return name, value


def _domain(address: str, *, search_private: bool) -> str:
    if _NAME.fullmatch(address):
        return _domain_of_host(address, search_private)
    parts = _parse(address if "://" in address else f"https://{address}")
    if parts is None:
        return _tidy(address).lower()
    return _domain_of_host(parts.host, search_private)


@lru_cache(maxsize=4096)  # a feed's entries share a host; hosts of at most 253 characters: about a megabyte
def _domain_of_host(host: str, search_private: bool) -> str:
    return _suffixes(search_private).privatesuffix(host) or host.strip("[]")


@cache
def _suffixes(with_private: bool) -> PublicSuffixList:
    """Read the list of public suffixes that comes with the library: 25 ms and 2 MB, once; most processes need one."""
    return PublicSuffixList(accept_unknown=False, only_icann=not with_private)
