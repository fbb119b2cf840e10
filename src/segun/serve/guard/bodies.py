"""How large a request may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from segun.errors import SegunError
from segun.tongue import gettext as _
from segun.tongue.dates import number

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 2 * 1024 * 1024
"""Bytes of a request's body, where nothing else is said of its path."""


class TooLargeError(SegunError):
    """A request whose body is larger than the desk takes."""


class BodiesMiddleware:
    """Refuses bodies that are too large, by what they say of themselves and by what really comes.

    Args:
        app: what comes after it.
        most: bytes.
        larger: bytes for paths that begin so, in place of ``most``; the longest beginning counts.
    """

    def __init__(self, app: ASGIApp, *, most: int = MOST, larger: Mapping[str, int] | None = None) -> None:
        self.app = app
        self._most = most
        self._larger = sorted((larger or {}).items(), key=lambda each: -len(each[0]))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, counting what comes.

        Raises:
            TooLargeError: it is too much.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = next((size for start, size in self._larger if scope["path"].startswith(start)), self._most)
        for name, value in scope["headers"]:
            if name == b"content-length" and (not value.isdigit() or int(value) > most):
                raise _too_large(most)
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            if message["type"] == "http.request":
                come += len(message.get("body", b""))
                if come > most:
                    raise _too_large(most)
            return message

        await self.app(scope, counted, send)


def _too_large(most: int) -> TooLargeError:
    return TooLargeError(
        _("That is more than the desk takes here, %(size)s MB.", size=number(most / 1e6, 1)), _("Send less at a time.")
    )
