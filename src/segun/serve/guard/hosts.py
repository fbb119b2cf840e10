"""Which names the desk answers to: a name that somebody else's server gave this computer's address is none of them."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from segun.errors import SegunError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 – told apart here, not listened on
MISDIRECTED = 421


class ListenError(SegunError):
    """An address that the desk must not listen on as it is set up."""


class HostsMiddleware:
    """Refuses requests whose Host is none of the desk's names (DNS rebinding).

    The names of this computer itself always count. Where the desk listens on every address, an address in figures
    counts too: it was not looked up, so nobody can have given it another meaning.

    Args:
        app: what comes after it.
        hosts: names or addresses that the desk is reached by, as given to ``--host``, without a port.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = ()) -> None:
        self.app = app
        self._names = {_bare(host) for host in hosts}
        self._figures = bool(self._names & EVERYWHERE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked of a name of the desk's; refuse the rest."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # the desk has none
        elif self._is_ours([value for name, value in scope["headers"] if name == b"host"]):
            await self.app(scope, receive, send)
        else:
            told = "The desk does not answer to this name. Give it to segun serve with --host."
            await PlainTextResponse(told, status_code=MISDIRECTED)(scope, receive, send)

    def _is_ours(self, given: list[bytes]) -> bool:
        if len(given) != 1:
            return False
        name = _without_port(given[0].decode("latin-1"))
        if name is None:
            return False
        return is_loopback(name) or name in self._names or (self._figures and _address(name) is not None)


def is_loopback(host: str) -> bool:
    """Whether a name or address is this computer's own, which nobody else can reach."""
    bare = _bare(host)
    address = _address(bare)
    return address.is_loopback if address else bare == "localhost"


def check_listening(host: str, *, auth: bool) -> None:
    """Let the desk listen on an address or refuse it: without accounts only this computer may reach it.

    Raises:
        ListenError: others could reach it, and nobody would have to log in.
    """
    if not auth and not is_loopback(host):
        raise ListenError(
            f"Others could reach the desk at {host} and do everything.",
            "Give --auth and make accounts with `segun users`, or leave --host away.",
        )


def _without_port(host: str) -> str | None:
    """Return the name in a Host header; ``None`` where it is none."""
    if host.startswith("["):
        name, closing, port = host[1:].partition("]")
        port = port.removeprefix(":") if port.startswith(":") else port and "?"
        if not closing:
            return None
    else:
        name, _, port = host.partition(":")
    if (port and not (port.isascii() and port.isdigit())) or not name:
        return None
    return _bare(name)


def _bare(host: str) -> str:
    return host.strip().strip("[]").lower().removesuffix(".")


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
