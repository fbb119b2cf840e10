"""Lists of reports and of sources: searched, sorted, without an end."""

from __future__ import annotations

from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from segun.ledger import listing
from segun.ledger.listing import ReportSort, SourceSort
from segun.serve.desk import Desk
from segun.serve.forms import whole
from segun.serve.shown import page, part

AT_ONCE = 60
"""Rows that come at a time."""


def reports(request: Request) -> Response:
    """Show the reports of the ledger."""
    return _list(request, "reports", get_args(ReportSort), listing.reports, listing.count_reports)


def sources(request: Request) -> Response:
    """Show the sources of the ledger."""
    return _list(request, "sources", get_args(SourceSort), listing.sources, listing.count_sources)


def _list(request: Request, what: str, sorts: tuple[str, ...], find: Any, count: Any) -> Response:
    desk: Desk = request.app.state.desk
    asked = request.query_params
    words = asked.get("q", "").strip()
    sort = asked.get("sort", "") if asked.get("sort") in sorts else sorts[0]
    skip = whole(asked.get("skip", "")) or 0
    with desk.reading() as ledger, ledger.reading() as connection:
        found = find(connection, words, sort, limit=AT_ONCE + 1, skip=skip)
        total = desk.kept.answer(desk.state(ledger), (what, words), lambda: count(connection, words))
    template = "listed_rows.html.j2" if part(request) else "listed.html.j2"
    following = skip + AT_ONCE if len(found) > AT_ONCE else None
    return page(
        request,
        template,
        what=what,
        found=found[:AT_ONCE],
        q=words,
        sort=sort,
        total=total,
        following=following,
        here=what,
    )


routes = [Route("/reports", reports, name="reports"), Route("/sources", sources, name="sources")]
