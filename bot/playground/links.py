"""Which addresses may be followed from what we draw."""

from __future__ import annotations

from urllib.parse import urlsplit

OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


def host_of(url: str) -> str:
    """Give the host of an http or https address, or nothing if it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:  # as for half of an IPv6 address
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""


def is_of_this_machine(url: str) -> bool:
    """Say whether an address can be fetched without a request to the outside."""
    return host_of(url) in OWN_MACHINE
