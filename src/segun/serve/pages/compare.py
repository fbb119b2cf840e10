"""Compare: two reports with what one took over from the other, or two sources with what each asserts."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.match import looking
from segun.serve import beside
from segun.serve.beside import Choice
from segun.serve.desk import Desk
from segun.serve.forms import sent
from segun.serve.pages.echo import HOW, take
from segun.serve.shown import address, page
from segun.tongue import gettext as _

SIDES = ("a", "b")
MOST = 300
"""Characters of what somebody looks for."""


def compare(request: Request) -> Response:
    """Show two reports or two sources side by side; where one is missing or unknown, the form that chooses."""
    desk: Desk = request.app.state.desk
    asked = {side: request.query_params.get(side, "").strip()[:MOST] for side in SIDES}
    with desk.reading() as ledger:
        with ledger.reading() as connection:
            chosen = {side: beside.known(connection, key) if key else None for side, key in asked.items()}
        kinds = [each.kind for each in chosen.values() if each]
        if kinds == ["report", "report"]:
            found = beside.reports(ledger, asked["a"], asked["b"])
            values: dict[str, Any] = {
                "two": found,
                "about": {each.key: each for each in (found.a, found.b)},
                "fresh": looking.freshness(ledger),
                "ways": HOW,
            }
            return page(request, "compare_reports.html.j2", **_shown(asked, chosen), **values)
        if kinds == ["source", "source"]:
            both = beside.sources(ledger, asked["a"], asked["b"])
            return page(request, "compare_sources.html.j2", **_shown(asked, chosen), two=both)
        unknown = [side for side in SIDES if asked[side] and chosen[side] is None]
        kind = kinds[0] if len(kinds) == 1 else ""
        with ledger.reading() as connection:
            near = {side: beside.offered(connection, asked[side], kind) for side in unknown}
    problem = ""
    if unknown:
        problem = _("No report or source has the key %(key)s.", key=asked[unknown[0]])
    elif len(kinds) == 2:
        problem = _("A report and a source cannot be compared.")
    status = 404 if unknown else 200
    return page(request, "compare.html.j2", status, **_shown(asked, chosen), problem=problem, near=near)


def choices(request: Request) -> Response:
    """Show reports and sources whose names have the words of one field, as the choices of it."""
    desk: Desk = request.app.state.desk
    words = next((value for side in SIDES if (value := request.query_params.get(side, "").strip()[:MOST])), "")
    with desk.reading() as ledger, ledger.reading() as connection:
        found = beside.offered(connection, words) if words else []
    return page(request, "compare_choices.html.j2", found=found)


async def decide(request: Request) -> Response:
    """Take a decision on the two reports, or on a claim of each, and show them again."""
    form = await sent(request)
    kind = await run_in_threadpool(take, request, form)
    return RedirectResponse(address("compare", a=form.get("a", ""), b=form.get("b", ""), told=kind), 303)


def _shown(asked: dict[str, str], chosen: dict[str, Choice | None]) -> dict[str, Any]:
    """Return what all pages here show, and the addresses to which the templates of a trace link."""
    return {
        "asked": asked,
        "chosen": chosen,
        "group_name": lambda group: address("echo", group),
        "here": "compare",
    }


routes = [
    Route("/compare", compare, name="compare"),
    Route("/compare/decide", decide, methods=["POST"], name="decide_two"),
    Route("/compare/choices", choices, name="choices"),
]
