"""The ledger: its claims as sentences, with facets, full-text search, columns of choice and pages without an end."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from segun.errors import SegunError
from segun.ledger import searches
from segun.ledger.facets import KINDS, Counts, facets
from segun.ledger.ledger import Ledger
from segun.ledger.records import Found
from segun.ledger.selection import Selection
from segun.serve.asked import Asked
from segun.serve.desk import Desk
from segun.serve.forms import whole
from segun.serve.shown import page, part

AT_ONCE = 60
"""Rows that come at a time; the next ones come when the last one is seen."""
COLUMNS = ("firm", "when", "where", "report", "sure", "review", "origins")
"""What a row says beside who and what, each of which can be left out."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A stretch of the list."""

    claims: tuple[Found, ...]
    following: int | None
    """How many rows to skip for the next stretch; ``None`` at the end."""


def ledger(request: Request) -> Response:
    """Show the claims of a selection."""
    desk: Desk = request.app.state.desk
    asked = Asked.of(request.query_params.multi_items())
    columns = _columns(request)
    with desk.reading() as opened:
        try:
            wanted = asked.selection(opened)
            rows, problem = rows_of(opened, wanted, 0), None
        except SegunError as error:
            wanted, rows, problem = None, Rows((), None), error
        count = count_of(desk, opened, asked, wanted) if wanted is not None else 0
        counts = _facets(desk, opened, asked, wanted, now=not part(request)) if wanted is not None else {}
        names = names_of(opened, wanted) if wanted else {}
        empty = not opened.count_reports()
        with opened.reading() as connection:
            kept = searches.of(connection, request.state.person.row)
    template = "found.html.j2" if part(request) else "ledger.html.j2"
    return page(
        request,
        template,
        asked=asked,
        rows=rows,
        count=count,
        counts=counts,
        columns=columns,
        all_columns=COLUMNS,
        names=names,
        problem=problem,
        empty=empty,
        kept=kept,
        here="ledger",
    )


def rows(request: Request) -> Response:
    """Show the next rows of a selection."""
    desk: Desk = request.app.state.desk
    asked = Asked.of(request.query_params.multi_items())
    skip = whole(request.query_params.get("skip", "")) or 0
    with desk.reading() as opened:
        found = rows_of(opened, asked.selection(opened), skip)
    return page(request, "rows.html.j2", asked=asked, rows=found, columns=_columns(request))


def facet_counts(request: Request) -> Response:
    """Show what a selection can be narrowed by."""
    desk: Desk = request.app.state.desk
    asked = Asked.of(request.query_params.multi_items())
    with desk.reading() as opened:
        counts = _facets(desk, opened, asked, asked.selection(opened), now=True)
    return page(request, "facets.html.j2", asked=asked, counts=counts)


def warm(desk: Desk) -> None:
    """Count the facets of the whole ledger before anybody asks."""
    with desk.reading() as opened:
        _facets(desk, opened, Asked(), Selection(), now=True)
        count_of(desk, opened, Asked(), Selection())


def names_of(opened: Ledger, wanted: Selection) -> dict[str, str]:
    """Return the names of the sources that a selection names, by their keys."""
    rows = (*(wanted.sources or ()), *(wanted.via or ()))
    return {each.key: each.name for each in opened.sources(rows)}


def rows_of(opened: Ledger, wanted: Selection, skip: int) -> Rows:
    """Return a stretch of the list."""
    found = tuple(opened.find(wanted, limit=AT_ONCE + 1, skip=skip))
    return Rows(found[:AT_ONCE], skip + AT_ONCE if len(found) > AT_ONCE else None)


def count_of(desk: Desk, opened: Ledger, asked: Asked, wanted: Selection) -> int:
    """Return how many claims there are, counted once as long as the ledger stays as it is."""
    question = ("count", asked.set(sort=""))
    return desk.kept.answer(desk.state(opened), question, lambda: opened.count(wanted))


def _facets(desk: Desk, opened: Ledger, asked: Asked, wanted: Selection, *, now: bool) -> Counts | None:
    """Return the counts; ``None`` where they are not known and may come later."""
    state, free = desk.state(opened), asked.set(sort="")

    def count() -> Counts:
        known = _lifted(desk, state, free)
        with opened.reading() as connection:
            found = facets(connection, wanted, [kind for kind in KINDS if kind not in known]) | known
        return {kind: found[kind] for kind in KINDS}

    if not now:
        return desk.kept.get(state, ("facets", free))
    return desk.kept.answer(state, ("facets", free), count, lasting=True)


def _lifted(desk: Desk, state: Hashable, asked: Asked) -> Counts:
    """Return the facets that are known from where they were chosen: each counts without what is chosen of itself."""
    found: Counts = {}
    for kind in KINDS:
        if kind != "period" and asked.all(kind):
            before: Counts | None = desk.kept.get(state, ("facets", asked.set(**{kind: ""})))
            if before is not None:
                found[kind] = before[kind]
    return found


def _columns(request: Request) -> tuple[str, ...]:
    shown = request.query_params.getlist("show")
    return tuple(each for each in COLUMNS if each in shown) or COLUMNS


routes = [
    Route("/", ledger, name="ledger"),
    Route("/rows", rows, name="rows"),
    Route("/facets", facet_counts, name="facets"),
]
