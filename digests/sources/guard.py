"""Which network addresses may be connected to. Knows no HTTP: it judges the address a socket is about to go to.

The judgement falls at connect time, on the address itself: a guard in the resolver never sees `http://127.0.0.1/`
(measured), and one that looks a name up beforehand is answered differently the second time (DNS rebinding).
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Final, TypeAlias

import idna

Network: TypeAlias = IPv4Network | IPv6Network
AddrInfo: TypeAlias = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]
"""What `getaddrinfo` gives for one address: family, type, protocol, canonical name, socket address."""

# IANA's special-purpose registries (RFC 6890 and its updates), written out: on Python 3.11 `is_global` is true for
# 192.0.0.192 (a metadata service), 64:ff9b::/96, 2002::/16, fec0::/10, ::/96 and all multicast (measured).
# The first match names the reason, so the narrower range stands first.
_REFUSED: Final[tuple[tuple[Network, str], ...]] = tuple(
    (ip_network(network), why)
    for network, why in (
        ("169.254.169.254/32", "metadata service"),
        ("192.0.0.192/32", "metadata service"),  # Oracle
        ("100.100.100.200/32", "metadata service"),  # Alibaba
        ("168.63.129.16/32", "metadata service"),  # Azure; lies in public space
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "reserved"),
        ("192.88.99.0/24", "6to4"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "reserved"),
        ("198.51.100.0/24", "reserved"),
        ("203.0.113.0/24", "reserved"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("fd00:ec2::254/128", "metadata service"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("2001::/32", "Teredo"),
        ("2001::/23", "reserved"),  # protocol assignments: benchmarking, ORCHID, …
        ("2001:db8::/32", "reserved"),
        ("2002::/16", "6to4"),
        ("3fff::/20", "reserved"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "private"),
        ("ff00::/8", "multicast"),
    )
)
_UNICAST: Final = IPv6Network("2000::/3")  # all of IPv6 that is given out (RFC 4291 §2.4); the rest is refused unnamed


class PrivateAddressError(OSError):
    """A connection was refused by us. `why` names the kind of address ("loopback").

    An OSError, so that the connector goes on to the host's next address; its text is the same for every address, so
    that the connector, which joins errors that differ into a plain OSError, hands this one out.
    """

    def __init__(self, why: str) -> None:
        super().__init__(errno.EACCES, "address refused")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the admin allows although it is private: host names (lower case, ASCII) and networks."""

    names: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    def names_host(self, host: str) -> bool:
        """Tell whether this host may resolve to whatever it likes."""
        return host.lower().rstrip(".") in self.names

    def is_own(self, host: str) -> bool:
        """Tell whether this host, a name or an address, is one the admin vouched for."""
        if not self.networks:
            return self.names_host(host)
        try:
            address = ip_address(host.strip("[]"))
        except ValueError:
            return self.names_host(host)
        return any(address in network for network in self.networks)


def read_allowed(entries: Iterable[str]) -> Allowed:
    """Read `polling.allow_private_hosts`: host names, IP addresses, CIDR networks; a port is ignored.

    Raises:
        ValueError: an entry is none of these; its text is in the message.
    """
    names: set[str] = set()
    networks: list[Network] = []
    for entry in entries:
        found = _read_network(entry.strip())
        if found is not None:
            networks.append(found)
        else:
            names.add(_read_name(entry))
    return Allowed(names=frozenset(names), networks=tuple(networks))


def refusal(address: str, allowed: Sequence[Network] = ()) -> str | None:
    """Give why this IP address may not be connected to, or None where it may.

    An IPv4-mapped IPv6 address is judged as its IPv4 address; a zone id is cut first; what is no address is refused.
    """
    try:
        ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return "unreadable"
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if any(ip in network for network in allowed):
        return None
    named = next((why for network, why in _REFUSED if ip in network), None)
    if named is None and isinstance(ip, IPv6Address) and ip not in _UNICAST:
        return "reserved"
    return named


def guarded_socket(allowed: Sequence[Network]) -> Callable[[AddrInfo], socket.socket]:
    """Give a factory for aiohttp's `TCPConnector(socket_factory=…)`: it sees the exact address of every connection.

    The factory raises PrivateAddressError before a socket exists.
    """

    def open_socket(address: AddrInfo) -> socket.socket:
        family, kind, protocol, _, socket_address = address
        why = refusal(str(socket_address[0]), allowed)
        if why is not None:
            raise PrivateAddressError(why)
        return socket.socket(family=family, type=kind, proto=protocol)

    return open_socket


def _read_network(entry: str) -> Network | None:
    """Read an address or network; `[::1]:8080` and `127.0.0.1:8080` lose their port, bits below the mask are let go."""
    bare = entry[1:].partition("]")[0] if entry.startswith("[") else entry
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        return ip_network(bare, strict=False)
    except ValueError:
        return None


def _read_name(entry: str) -> str:
    name, _, port = entry.strip().partition(":")
    try:
        plain = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    except UnicodeError:
        plain = ""
    if (
        not plain
        or not (port == "" or port.isdecimal())
        or not plain.replace("-", "").replace("_", "").replace(".", "").isalnum()
    ):
        raise ValueError(f"no host name, IP address or network: {entry!r}")
    return plain.lower().rstrip(".")
