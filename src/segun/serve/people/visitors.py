"""Middleware that tells of each request who asks, before any page sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from segun.serve.people.accounts import Accounts
from segun.serve.people.errors import UnknownPersonError
from segun.serve.people.person import Person
from segun.serve.people.roles import Action
from segun.tongue import gettext as _

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
LOGIN = "/login"
OPEN = (LOGIN, "/static/")
"""What is seen without logging in; what ends with a slash is a folder."""
API = "/api"


class PeopleMiddleware:
    """Puts who asks into ``request.state.person``, and lets nobody pass who is not known.

    Where nobody is logged in, a page is answered with the way to the login, the API with 401. ``request.state.person``
    is ``None`` only on pages that are open to everybody.

    Args:
        app: what comes after it.
        accounts: who is who.
        secure: whether cookies go over https only; ``None`` takes it from each request.
        open_to_all: paths that need no login.
    """

    def __init__(
        self, app: ASGIApp, *, accounts: Accounts, secure: bool | None = None, open_to_all: Sequence[str] = OPEN
    ) -> None:
        self.app = app
        self.accounts = accounts
        self.secure = secure
        self.open_to_all = tuple(open_to_all)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell who asks.

        Raises:
            UnknownPersonError: nobody is logged in, or a token does not hold.
            TooOftenError: the person changes, or a token asks, too often.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        person = await run_in_threadpool(self._person, connection)
        connection.state.person = person
        if person is None and not _is_open(scope["path"], self.open_to_all):
            if is_api(scope["path"]):
                raise UnknownPersonError(_("Nobody is logged in."), _("Send a token: Authorization: Bearer segun_…."))
            await _to_login(connection)(scope, receive, send)
            return
        if person is not None and scope["method"] not in SAFE:
            self.accounts.limits.writes.take(person.name)
        await self.app(scope, receive, send)

    def _person(self, connection: HTTPConnection) -> Person | None:
        address = address_of(connection)
        if not self.accounts.auth:
            return self.accounts.at_this_computer(address)
        scheme, _, secret = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.accounts.of_token(secret.strip(), address)
        return self.accounts.of_cookie(session_cookie(connection, self.accounts, secure=self.secure), address)


def person_of(connection: HTTPConnection) -> Person:
    """Return who asks.

    Raises:
        UnknownPersonError: nobody is logged in.
    """
    person = getattr(connection.state, "person", None)
    if person is None:
        raise UnknownPersonError(_("Nobody is logged in."), _("Log in."))
    return cast("Person", person)


def allowed(connection: HTTPConnection, action: Action) -> Person:
    """Return who asks, where the role reaches as far as an action.

    Raises:
        UnknownPersonError: nobody is logged in.
        NotAllowedError: the role does not reach so far.
    """
    person = person_of(connection)
    person.check(action)
    return person


def address_of(connection: HTTPConnection) -> str:
    """Return the network address that a request comes from."""
    return connection.client.host if connection.client else ""


def session_cookie(connection: HTTPConnection, accounts: Accounts, *, secure: bool | None = None) -> str:
    """Return the value of the session's cookie; empty where there is none."""
    name = accounts.sessions.cookie("session", secure=is_secure(connection, secure))
    return connection.cookies.get(name, "")


def log_in(
    response: Response, connection: HTTPConnection, accounts: Accounts, cookie: str, *, secure: bool | None = None
) -> None:
    """Give a browser the cookie that :meth:`Accounts.login` returned."""
    over_https = is_secure(connection, secure)
    response.set_cookie(
        accounts.sessions.cookie("session", secure=over_https),
        cookie,
        max_age=accounts.sessions.seconds,
        path="/",
        secure=over_https,
        httponly=True,
        samesite="lax",
    )


def log_out(response: Response, connection: HTTPConnection, accounts: Accounts, *, secure: bool | None = None) -> None:
    """Take the session's cookie away from a browser."""
    over_https = is_secure(connection, secure)
    response.delete_cookie(
        accounts.sessions.cookie("session", secure=over_https),
        path="/",
        secure=over_https,
        httponly=True,
        samesite="lax",
    )


def is_secure(connection: HTTPConnection, secure: bool | None) -> bool:
    """Whether cookies go over https only: as the setting says, or as the request came."""
    return connection.url.scheme == "https" if secure is None else secure


def is_api(path: str) -> bool:
    """Whether a path is the API's."""
    return path == API or path.startswith(f"{API}/")


def next_page(wanted: str) -> str:
    """Return where to go after the login: a path of this desk, never another site."""
    there = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if there and "\\" not in wanted and not wanted.startswith(LOGIN) else "/"


def _is_open(path: str, open_to_all: Sequence[str]) -> bool:
    return any(path == each or (each.endswith("/") and path.startswith(each)) for each in open_to_all)


def _to_login(connection: HTTPConnection) -> Response:
    """Return the way to the login and back; htmx follows its own header, for it cannot see a redirection."""
    from starlette.responses import RedirectResponse, Response

    get = connection.scope["method"] in SAFE
    if connection.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"HX-Redirect": LOGIN})
    asked = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
    return RedirectResponse(f"{LOGIN}?next={quote(asked, safe='')}" if get else LOGIN, status_code=303)
