"""Forged requests: what changes something must come from a page of the desk's own, and prove it twice.

By the browser's word where it gives it (Origin, Sec-Fetch-Site), and by a token that only the desk's pages have, bound
to the session or, where nobody is logged in, to a signed cookie.
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request

from segun.errors import SegunError
from segun.serve.people.accounts import Accounts
from segun.serve.people.person import Person
from segun.serve.people.visitors import SAFE, is_secure
from segun.tongue import gettext as _

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

FIELD, HEADER = "csrf", "X-CSRF-Token"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_FROM_HERE = frozenset({"same-origin", "none"})
"""What Sec-Fetch-Site may say: a page of the desk's, or the person alone."""


class ForgedError(SegunError):
    """A request that changes something and did not come from a page of the desk's."""


class CsrfMiddleware:
    """Refuses forged requests, and puts the token for forms into ``request.state.csrf``.

    A script with a bearer token is exempt: no browser sends that by itself. A form's body is read here and passed on
    whole.

    Args:
        app: what comes after it.
        accounts: signs the visit's cookie.
        secure: whether cookies go over https only; ``None`` takes it from each request.
    """

    def __init__(self, app: ASGIApp, *, accounts: Accounts, secure: bool | None = None) -> None:
        self.app = app
        self.accounts = accounts
        self.secure = secure
        self._key = sha256(f"csrf {accounts.secret}".encode()).digest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not forged.

        Raises:
            ForgedError: it is, or may be.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        person = cast("Person | None", getattr(connection.state, "person", None))
        if person is not None and person.how == "token":
            connection.state.csrf = ""
            await self.app(scope, receive, send)
            return
        bound, cookie = self._bound(connection, person)
        connection.state.csrf = self._token(bound)
        if scope["method"] not in SAFE:
            _check_origin(connection)
            given, receive = await _given(scope, receive)
            if cookie is not None or not hmac.compare_digest(given.encode(), self._token(bound).encode()):
                raise ForgedError(
                    _("This request did not come from a page of the desk, or the page is too old."),
                    _("Load the page anew and try again; a browser must take the desk's cookies."),
                )
        await self.app(scope, receive, self._giving(connection, cookie, send) if cookie is not None else send)

    def _bound(self, connection: HTTPConnection, person: Person | None) -> tuple[str, str | None]:
        """Return what the token is bound to, and the visit's cookie where a new one must be given."""
        if person is not None and person.session:
            return f"session {person.session}", None
        sessions = self.accounts.sessions
        kept = connection.cookies.get(self._name(connection), "")
        visit = sessions.read_visit(kept)
        if visit is not None:
            return f"visit {visit}", None
        cookie = sessions.visit()
        return f"visit {sessions.read_visit(cookie)}", cookie

    def _giving(self, connection: HTTPConnection, cookie: str, send: Send) -> Send:
        secure = "; Secure" if is_secure(connection, self.secure) else ""
        line = f"{self._name(connection)}={cookie}; Path=/; HttpOnly; SameSite=Strict{secure}"

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", line)
            await send(message)

        return with_cookie

    def _name(self, connection: HTTPConnection) -> str:
        return self.accounts.sessions.cookie("visit", secure=is_secure(connection, self.secure))

    def _token(self, bound: str) -> str:
        return hmac.new(self._key, bound.encode(), sha256).hexdigest()


def _check_origin(connection: HTTPConnection) -> None:
    """Refuse what the browser itself says comes from elsewhere."""
    site = connection.headers.get("sec-fetch-site")
    origin = connection.headers.get("origin")
    elsewhere = site is not None and site not in _FROM_HERE
    if origin is not None and site is None:  # "null" under a referrer policy, so the newer header goes first
        try:
            elsewhere = urlsplit(origin).netloc.lower() != connection.headers.get("host", "").lower()
        except ValueError:
            elsewhere = True
    if elsewhere:
        raise ForgedError(_("This request came from another site."), _("Open the desk itself and do it there."))


async def _given(scope: Scope, receive: Receive) -> tuple[str, Receive]:
    """Return the token that a request brings, and what the app receives the request's body from."""
    headers = HTTPConnection(scope).headers
    if HEADER in headers:
        return headers[HEADER], receive
    if not headers.get("content-type", "").lower().startswith(_FORMS):
        return "", receive
    messages: list[Message] = []
    more = True
    while more:
        message = await receive()
        messages.append(message)
        more = message["type"] == "http.request" and message.get("more_body", False)
    async with Request(scope, _again(messages, receive)).form() as form:
        given = form.get(FIELD)
    return given if isinstance(given, str) else "", _again(messages, receive)


def _again(messages: list[Message], receive: Receive) -> Receive:
    """Return what gives messages once more, and then what comes after them."""
    left = iter(messages)

    async def again() -> Message:
        return next(left, None) or await receive()

    return again
