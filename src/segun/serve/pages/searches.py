"""Kept searches: selections of claims with a name, of one person or for everybody."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.errors import SegunError
from segun.ledger import searches
from segun.ledger.errors import LedgerError
from segun.serve.asked import Asked
from segun.serve.desk import Desk
from segun.serve.forms import sent
from segun.serve.pages.ledger import names_of
from segun.serve.people.auditing import doing, now
from segun.serve.people.person import Person
from segun.serve.people.roles import Action
from segun.serve.shown import page
from segun.tongue import gettext as _

MOST = 1000
"""Parameters that a kept search has at most."""


def listed(request: Request) -> Response:
    """Show the searches that a person sees, and the form that keeps the one of the address."""
    desk: Desk = request.app.state.desk
    person: Person = request.state.person
    asked = Asked.of(request.query_params.multi_items())
    with desk.reading() as ledger:
        with ledger.reading() as connection:
            found = searches.of(connection, person.row)
        queries = [_asked(each.query) for each in found]
        names: dict[str, str] = {}
        for each in (asked, *queries):
            if set(each.all("source") + each.all("via")) - set(names):
                try:
                    names |= names_of(ledger, each.selection(ledger))
                except SegunError:
                    continue  # it names what is no longer there; its page tells what
    shown = list(zip(found, queries, strict=True))
    return page(request, "searches.html.j2", asked=asked, shown=shown, names=names, here="searches")


async def keep(request: Request) -> Response:
    """Keep a search under a name; one of the same name gives way."""
    form = await sent(request)
    return await run_in_threadpool(_keep, request, form)


def _keep(request: Request, form: dict[str, str]) -> Response:
    desk: Desk = request.app.state.desk
    person: Person = request.state.person
    owner = None if form.get("shared") else person.row
    what: Action = "share search" if owner is None else "keep search"
    with desk.deciding() as ledger, doing(ledger, person, what, what):
        asked = _asked(form.get("query", ""))
        if not asked:
            raise LedgerError(
                _("There is nothing to keep: all claims are found."), _("Search or narrow the claims, then keep that.")
            )
        with ledger.writing() as connection:
            searches.keep(connection, owner, form.get("name", ""), urlencode(asked.pairs), at=now())
    return RedirectResponse("/searches", 303)


def drop(request: Request) -> Response:
    """Remove a search."""
    desk: Desk = request.app.state.desk
    person: Person = request.state.person
    row = request.path_params["row"]
    with (
        desk.deciding() as ledger,
        doing(ledger, person, "keep search", "drop search", str(row)),
        ledger.writing() as connection,
    ):
        searches.drop(connection, row, owner=person.row, everybodys=person.may("share search"))
    return RedirectResponse("/searches", 303)


def _asked(query: str) -> Asked:
    """Return what a query asks; what no page understands is left out."""
    try:
        return Asked.of(parse_qsl(query.strip().lstrip("?"), max_num_fields=MOST))
    except ValueError:
        return Asked()


routes = [
    Route("/searches", listed, name="searches"),
    Route("/searches", keep, methods=["POST"], name="keep_search"),
    Route("/searches/{row:int}/drop", drop, methods=["POST"], name="drop_search"),
]
