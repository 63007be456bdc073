"""Which addresses are refused, whatever they are dressed up as."""

from __future__ import annotations

import socket
from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.sources.guard import PrivateAddressError, guarded_socket, read_allowed, refusal


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("100.64.0.1", "carrier-grade NAT"),
        ("169.254.1.1", "link-local"),
        ("169.254.169.254", "metadata service"),
        ("192.0.0.192", "metadata service"),
        ("100.100.100.200", "metadata service"),
        ("168.63.129.16", "metadata service"),
        ("fd00:ec2::254", "metadata service"),
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"),
        ("224.0.0.1", "multicast"),
        ("239.255.255.255", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("192.0.0.8", "reserved"),
        ("192.0.2.1", "reserved"),
        ("198.18.0.1", "reserved"),
        ("198.51.100.1", "reserved"),
        ("203.0.113.1", "reserved"),
        ("192.88.99.1", "6to4"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::7f00:1", "reserved"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("64:ff9b::7f00:1", "NAT64"),
        ("64:ff9b:1::1", "NAT64"),
        ("100::1", "reserved"),
        ("100:0:0:1::1", "reserved"),
        ("2001::1", "Teredo"),
        ("2001:2::1", "reserved"),
        ("2001:10::1", "reserved"),
        ("2001:db8::1", "reserved"),
        ("2002:7f00:1::", "6to4"),
        ("3fff::1", "reserved"),
        ("5f00::1", "reserved"),
        ("fc00::1", "private"),
        ("fd12:3456::1", "private"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "private"),
        ("ff02::1", "multicast"),
        ("::1%lo", "loopback"),
        ("localhost", "unreadable"),
        ("", "unreadable"),
        ("0177.0.0.1", "unreadable"),
        ("2130706433", "unreadable"),
    ],
)
def test_an_address_that_is_not_public_is_refused_and_says_why(address: str, why: str) -> None:
    assert refusal(address) == why


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "::ffff:1.1.1.1", "2606:4700::1", "2a00:1450::1"]
)
def test_a_public_address_passes(address: str) -> None:
    assert refusal(address) is None


@given(st.ip_addresses())
def test_what_python_calls_private_never_passes(address) -> None:
    mapped = getattr(address, "ipv4_mapped", None) or address
    if not mapped.is_global or mapped.is_multicast or mapped.is_reserved:
        assert refusal(str(address)) is not None


@given(st.ip_addresses(v=4))
def test_an_ipv4_mapped_address_is_judged_as_its_ipv4_address(address) -> None:
    assert refusal(f"::ffff:{address}") == refusal(str(address))


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ("192.168.1.0/24", "192.168.1.77"),
        ("192.168.1.5/24", "192.168.1.77"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.1:8080", "127.0.0.1"),
        ("127.0.0.1", "::ffff:127.0.0.1"),
        ("::1", "::1"),
        ("[::1]:8080", "::1"),
        ("fd00::/8", "fd12::1%eth0"),
    ],
)
def test_an_allowed_network_passes(entry: str, address: str) -> None:
    assert refusal(address, read_allowed([entry]).networks) is None
    assert refusal("10.9.8.7", read_allowed([entry]).networks) == "private"


def test_an_allowed_name_is_matched_without_case_port_or_last_dot() -> None:
    allowed = read_allowed(["NAS.lan:8080", "bücher.lan"])

    assert allowed.names_host("nas.LAN.")
    assert allowed.names_host("xn--bcher-kva.lan")
    assert not allowed.names_host("other.nas.lan")
    assert allowed.networks == ()


@pytest.mark.parametrize("entry", ["", "i❤.lan", "http://nas.lan/", "10.0.0.0/99", "a b", "nas.lan:port", "::1/200"])
def test_an_allowed_entry_that_is_neither_name_nor_network_is_told(entry: str) -> None:
    with pytest.raises(ValueError, match="no host name, IP address or network"):
        read_allowed([entry])


def test_the_socket_factory_refuses_before_a_socket_exists_and_opens_what_is_allowed() -> None:
    loopback = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))

    with pytest.raises(PrivateAddressError) as caught:
        guarded_socket(())(loopback)
    assert caught.value.why == "loopback"
    with guarded_socket((ip_network("127.0.0.0/8"),))(loopback) as opened:
        assert opened.family == socket.AF_INET


def test_refusals_of_two_addresses_read_alike_so_that_the_connector_hands_one_out() -> None:
    assert str(PrivateAddressError("loopback")) == str(PrivateAddressError("private"))


def test_every_listed_network_is_refused_to_its_last_address() -> None:
    for network in ("10.0.0.0/8", "100.64.0.0/10", "fc00::/7", "2001::/23", "fe80::/10"):
        assert refusal(str(ip_address(ip_network(network)[-1]))) is not None
