"""Which machines may be asked: those on the public internet, by the address that is then connected to."""

from __future__ import annotations

import ipaddress
import socket

from segun.read.draft import UnreadableError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(UnreadableError):
    """An address that cannot be fetched, or must not be."""


def addresses(host: str, port: int, *, allow_private: bool) -> list[tuple[int, str]]:
    """Look a name up and return the machines that may be connected to, as family and numeric address.

    Whoever calls connects to one of these, not to the name again, so that a name cannot mean another machine then.

    Args:
        host: a name or a numeric address in any notation.
        port: of the service.
        allow_private: whether addresses that are not public may be asked.

    Raises:
        FetchError: the name is unknown, or one of its addresses is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"The name {host} cannot be looked up.", "Check the address and the network.") from error
    kept: list[tuple[int, str]] = [
        (family, str(place[0])) for family, _, _, _, place in found if family in {socket.AF_INET, socket.AF_INET6}
    ]
    if not allow_private:
        for _, address in kept:
            if not is_public(address):
                raise FetchError(
                    f"{host} is {address}, which is no public address.",
                    "segun does not fetch from within your network; --allow-private makes it.",
                )
    if not kept:
        raise FetchError(f"The name {host} has no address.", "Check the address.")
    return kept


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet; what wraps another counts as that one."""
    found: Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local:
            return False
    return found.is_global and not found.is_multicast
