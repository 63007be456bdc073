"""A fetcher for tests, and the two ways to look at what it brings. Loopback only; every name is invented."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult

from digests.core.models import Fetched, FetchFailed
from digests.sources.fetch import HttpFetcher

AGENT = "Tidings/0 (+https://tidings.example/contact)"
FEED = b"<rss><channel/></rss>"
CAP = 2**20


class FakeResolver(AbstractResolver):
    """Names to addresses; every question takes the next answer, the last one stays."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in self._names:
            raise OSError(None, "no such name")
        left = self._names[host]
        address = left.pop(0) if len(left) > 1 else left[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is held."""


def fetcher(**changes) -> HttpFetcher:
    settings = {"user_agent": AGENT, "max_bytes": CAP, "min_gap_s": 0, "allow_private_hosts": ["127.0.0.1"]}
    return HttpFetcher(**(settings | changes))


def failed(outcome: object) -> FetchFailed:
    assert isinstance(outcome, FetchFailed), outcome
    assert outcome.detail
    return outcome


def fetched(outcome: object) -> Fetched:
    assert isinstance(outcome, Fetched), outcome
    return outcome
