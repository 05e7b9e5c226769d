"""Where the client never goes: addresses inside somebody's network.

A review site's redirect or a DNS answer must not make this program read a router, a cloud's metadata service or a
database on this machine. The address that was checked is the one that is connected to: a second DNS answer changes
nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from reviewwatch.errors import BlockedAddressError

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) -> its addresses as text. Raises OSError where there are none."""

# RFC 6052 and RFC 8215: the last 32 bits are the IPv4 address that a translator connects to.
_NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE: Final = IPv6Network("::/96")


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host, each once, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def checked_addresses(host: str, port: int, resolve: Resolve, allow_private: bool) -> Sequence[str]:
    """Return the addresses that may be connected to.

    One private address among public ones refuses them all: a name that mixes them is a trick or a mistake.

    Raises:
        BlockedAddressError: At least one is private and `allow_private` is not set, or one is link-local in any case.
        OSError: The name has no address.
    """
    addresses = resolve(host, port)
    unsafe = [address for address in addresses if _is_link_local(address)]
    if unsafe:
        raise BlockedAddressError(
            f"{host} leads to {unsafe[0]}, where clouds keep the keys of a machine; reviewwatch never reads there"
        )
    private = [] if allow_private else [address for address in addresses if is_private(address)]
    if private:
        raise BlockedAddressError(f"{host} is the private address {private[0]}, which reviewwatch does not read")
    return addresses


def is_private(address: str) -> bool:
    """Say whether an address belongs to this machine, to a local network or to nobody.

    IPv6 forms that carry an IPv4 address (mapped, translated, tunneled) are judged by what they carry.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        ip = _carried(ip) or ip
    is_site_local = isinstance(ip, IPv6Address) and ip.is_site_local
    return not ip.is_global or ip.is_multicast or ip.is_reserved or is_site_local


def _is_link_local(address: str) -> bool:
    """Say whether an address is one of the link itself, such as a cloud's metadata service: no place to watch."""
    ip = ip_address(address.partition("%")[0])
    return bool(((_carried(ip) or ip) if isinstance(ip, IPv6Address) else ip).is_link_local)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in _COMPATIBLE or any(ip in network for network in _NAT64):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
