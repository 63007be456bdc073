"""The hubs that links name, those of an HTTP answer's headers and those in documents. Pure: links in, addresses out.

aiohttp's `links` reads a header of any length with patterns that backtrack, on the event loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from digests.core.hubs import HubLinks
from digests.core.urls import absolute

_MOST_LINKS: Final = 20  # nobody needs more than a hub or two and an address
_MAX_CHARS: Final = 8192  # of all Link headers; what servers send at most by default (nginx, Apache)
_LINK: Final = re.compile(r"<([^<>]*)>([^<>]*)")
_PARAMETER: Final = re.compile(r""";\s*([\w!#$&+.^`|~*-]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))""")


def hub_links(values: Iterable[str], url: str) -> HubLinks:
    """Give what the Link headers (RFC 8288) of the answer from `url` say of hubs, and of its own address."""
    links = _LINK.findall(",".join(values)[:_MAX_CHARS])
    return gather((_rel(parameters), absolute(url, target)) for target, parameters in links)


def _rel(parameters: str) -> str:
    named = _PARAMETER.findall(parameters)
    return next((quoted or bare for name, quoted, bare in named if name.lower() == "rel"), "")


def gather(links: Iterable[tuple[str, str]]) -> HubLinks:
    """Give what links, each a `rel` (words parted by spaces) and an absolute address or "", say of hubs."""
    hubs: list[str] = []
    selves: list[str] = []
    for rel, address in islice(links, _MOST_LINKS):
        for word, found in (("hub", hubs), ("self", selves)):
            if address and word in rel.lower().split():
                found.append(address)
    return HubLinks(hubs=tuple(hubs), self_url=next(iter(selves), ""))
