"""The way from a feed's address to where it now lies: one value per request. Pure; `fetch` makes the requests."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urldefrag, urlsplit

from digests.core.urls import absolute, clean_feed_url, split_user_info


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One request to be made: `url` without user info, `user_info` as it stood in the feed's address ("" for none)."""

    url: str
    host: str  # the name or IP address (IPv6 without brackets)
    user_info: str = ""
    is_first: bool = True
    is_permanent: bool = True  # every redirect up to here was 301 or 308

    @property
    def moved_to(self) -> str | None:
        """Where the feed moved for good, user info included; None where it did not."""
        if self.is_first or not self.is_permanent:
            return None
        return self.url.replace("://", f"://{self.user_info}@", 1) if self.user_info else self.url

    @property
    def authorization(self) -> dict[str, str]:
        """The header that carries the user info (RFC 7617 §2, in UTF-8)."""
        if not self.user_info:
            return {}
        return {"Authorization": "Basic " + base64.b64encode(unquote(self.user_info).encode()).decode("ascii")}


@lru_cache(maxsize=4096)  # the same feeds are asked again and again; 2 MB at most of ordinary addresses
def start(url: str) -> Hop:
    """Give the first request for a feed's address.

    Raises:
        UseError: it is no web address.
    """
    address, user_info = split_user_info(clean_feed_url(url))
    return Hop(url=address, host=_host(address), user_info=user_info)


def follow(hop: Hop, location: str, *, is_permanent: bool) -> Hop | None:
    """Give the request a redirect asks for, or None where it leads to no web address.

    User info goes along only to the same scheme, host and port, or from http to https on one host's default ports;
    once dropped it does not come back. User info that the redirect itself carries is ignored.
    """
    url = urldefrag(absolute(hop.url, location)).url
    if not url:
        return None
    keeps = url.startswith(_origins(hop.url))
    return Hop(
        url=url,
        host=_host(url),
        user_info=hop.user_info if keeps else "",
        is_first=False,
        is_permanent=hop.is_permanent and is_permanent,
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _origins(url: str) -> tuple[str, ...]:
    """Give the beginnings of all addresses that may see what this one's server sees."""
    parts = urlsplit(url)
    own = f"{parts.scheme}://{parts.netloc}/"
    return (own, f"https://{parts.netloc}/") if parts.port is None else (own,)
