"""What the config takes for a private host, the guard takes too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from config.values import read_host
from digests.sources.guard import read_allowed

HOSTS = (
    "localhost",
    "news.example.org",
    "nas:8080",
    "10.0.0.7",
    "10.0.0.0/8",
    "::1",
    "[::1]:80",
    "fc00::/7",
    "bücher.example",
)


@pytest.mark.parametrize("host", HOSTS)
def test_names_addresses_and_networks_are_hosts(host: str) -> None:
    read_allowed([read_host(host)])


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[\w.:/\[\]-]{1,30}", fullmatch=True)))
def test_no_accepted_host_stops_the_guard(text: str) -> None:
    try:
        host = read_host(text)
    except PydanticCustomError:
        return
    read_allowed([host])
