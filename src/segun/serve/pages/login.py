"""Signing in and out, where the desk has accounts, and the audit of what people did."""

from __future__ import annotations

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.ledger import audit
from segun.serve.desk import Desk
from segun.serve.people.accounts import Accounts
from segun.serve.people.errors import UnknownPersonError
from segun.serve.people.visitors import address_of, allowed, log_in, log_out, next_page, person_of, session_cookie
from segun.serve.shown import page

ENTRIES = 500
"""Lines of the audit that are shown."""


def login(request: Request) -> Response:
    """Show the login."""
    return page(request, "login.html.j2", next=next_page(request.query_params.get("next", "/")), problem=None, here="")


async def enter(request: Request) -> Response:
    """Sign somebody in, and lead on to the page that was wanted."""
    accounts: Accounts = request.app.state.accounts
    form = await request.form()
    name, password = str(form.get("name", "")), str(form.get("password", ""))
    wanted = next_page(str(form.get("next", "/")))
    try:
        _, cookie = await run_in_threadpool(accounts.login, name, password, address_of(request))
    except UnknownPersonError as error:
        return page(request, "login.html.j2", HTTPStatus.UNAUTHORIZED, next=wanted, problem=error, here="")
    answer = RedirectResponse(wanted, HTTPStatus.SEE_OTHER)
    log_in(answer, request, accounts, cookie)
    return answer


def leave(request: Request) -> Response:
    """Sign somebody out."""
    accounts: Accounts = request.app.state.accounts
    accounts.logout(session_cookie(request, accounts), person_of(request))
    answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER)
    log_out(answer, request, accounts)
    return answer


def audited(request: Request) -> Response:
    """Show what people did, the last first."""
    allowed(request, "audit")
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger, ledger.reading() as connection:
        entries = audit.entries(connection, limit=ENTRIES)
    return page(request, "audit.html.j2", entries=entries, here="audit")


routes = [
    Route("/login", login, name="login"),
    Route("/login", enter, methods=["POST"]),
    Route("/logout", leave, methods=["POST"], name="logout"),
    Route("/audit", audited, name="audit"),
]
