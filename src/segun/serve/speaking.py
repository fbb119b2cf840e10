"""In which language a request is answered: as the reader chose, or as the browser asks; and how long files are kept."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection

from segun import tongue
from segun.tongue import pgettext

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "segun-language"
_RANGE = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")
_YEAR = "public, max-age=31536000, immutable"


class SpeakingMiddleware:
    """Chooses the language of the interface, and lets browsers keep files whose address changes with them.

    Args:
        app: what comes after it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, in the reader's language."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        with tongue.speaking(tongue.nearest(wanted(connection))):
            kept = scope["path"].startswith("/static/") and b"v=" in scope["query_string"]
            await self.app(scope, receive, _keeping(send) if kept else send)


def wanted(connection: HTTPConnection) -> list[str]:
    """Return the languages that a reader wants, the dearest first."""
    chosen = [connection.cookies[COOKIE]] if COOKIE in connection.cookies else []
    asked: list[tuple[float, int, str]] = []
    for part in connection.headers.get("accept-language", "")[:500].split(","):
        found = _RANGE.fullmatch(part)
        if found and (liked := float(found[2] or 1)):  # 0 is what a reader does not want
            asked.append((-liked, len(asked), found[1]))
    return [*chosen, *(code for _, _, code in sorted(asked))]


@cache
def tongues() -> dict[str, str]:
    """Return what each language of the interface calls itself, by its code, for who cannot read the present one."""
    found = {}
    for code in tongue.languages():
        with tongue.speaking(code):
            # Translators: what the language of this catalogue calls itself, as in Español
            found[code] = pgettext("the language itself", "English")
    return found


def _keeping(send: Send) -> Send:
    async def kept(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            MutableHeaders(scope=message)["Cache-Control"] = _YEAR
        await send(message)

    return kept
