"""When, where and who relays whom over a selection: three views that narrow it, and the claims below them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from segun.errors import SegunError
from segun.ledger import spreads
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection
from segun.ledger.spreads import Dated, PlaceCount, Relayed
from segun.serve.asked import Asked
from segun.serve.desk import Desk
from segun.serve.pages.ledger import COLUMNS, Rows, count_of, names_of, rows_of
from segun.serve.shown import page, part
from segun.view.periods import Periods, periods
from segun.view.relaying import relaying

PATH = "/explore"
PAIRS, PLACES, LISTED, OPEN = 40, 1_500, 60, 12
"""Relays in the graph; places on the map and in the list beside it; open dates."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class When:
    """What the timeline shows."""

    by: Dated
    periods: Periods | None
    open: tuple[tuple[spreads.OpenDate, ...], int]
    """Open dates, and how many claims have one."""
    undated: int
    """Claims in reports without a date of publication."""
    first: str
    last: str
    """The period that is asked for."""


@dataclass(frozen=True, slots=True)
class Where:
    """What stands beside the map and below it."""

    points: tuple[PlaceCount, ...]
    areas: tuple[PlaceCount, ...]
    inside: dict[str, tuple[PlaceCount, ...]]
    """Places of which only the area is known, by the area."""
    nowhere: tuple[PlaceCount, ...]
    more: int


def explore(request: Request) -> Response:
    """Show a selection in three views; they come after the page, with ``whole`` at once."""
    desk: Desk = request.app.state.desk
    asked, by = _asked(request)
    whole = "whole" in request.query_params
    values: dict[str, Any] = {"asked": asked, "by": by, "columns": COLUMNS, "whole": whole, "here": "explore"}
    with desk.reading() as ledger:
        try:
            wanted = asked.selection(ledger)
            values |= {"rows": rows_of(ledger, wanted, 0), "count": count_of(desk, ledger, asked, wanted)}
            values |= {"names": names_of(ledger, wanted), "problem": None}
            if whole:
                values |= {"when": _when(desk, ledger, asked, by), "where": _where(desk, ledger, asked)}
                values |= {"graph": _graph(desk, ledger, asked)}
        except SegunError as problem:
            values |= {"rows": Rows((), None), "count": 0, "names": {}, "problem": problem}
    answer = page(request, "explored.html.j2" if part(request) else "explore.html.j2", **values)
    if part(request):
        answer.headers["HX-Push-Url"] = asked.address(PATH, **_by(by))
    return answer


def timeline(request: Request) -> Response:
    """Show when."""
    return _view(request, "explore_when.html.j2", "when", _when)


def places(request: Request) -> Response:
    """Show where, in words."""
    return _view(request, "explore_where.html.j2", "where", lambda d, ledger, a, _: _where(d, ledger, a))


def graph(request: Request) -> Response:
    """Show who relays whom."""
    return _view(request, "explore_graph.html.j2", "graph", lambda d, ledger, a, _: _graph(d, ledger, a))


def points(request: Request) -> Response:
    """Return the places of a selection, whatever its box is, for the map."""
    desk: Desk = request.app.state.desk
    asked, by = _asked(request)
    with desk.reading() as ledger:
        free = asked.set(box="")
        found = _places(desk, ledger, free)
        box = asked.selection(ledger).within
    shown = [each for each in found if each.lat is not None]
    return JSONResponse(
        {
            "places": [
                {
                    "name": each.name,
                    "kind": each.kind,
                    "lat": each.lat,
                    "lon": each.lon,
                    "claims": each.claims,
                    "km": _radius(each),
                    "area": each.area,
                    "href": asked.toggled("place", each.name).address(PATH, **_by(by)),
                }
                for each in shown[:PLACES]
            ],
            "left_out": max(0, len(shown) - PLACES),
            "box": [box.south, box.west, box.north, box.east] if box else None,
        },
        headers={"Cache-Control": "no-store"},
    )


def warm(desk: Desk) -> None:
    """Count the views of the whole ledger before anybody asks."""
    with desk.reading() as ledger:
        _when(desk, ledger, Asked(), "event")
        _places(desk, ledger, Asked())
        _graph(desk, ledger, Asked())


def _asked(request: Request) -> tuple[Asked, Dated]:
    given = request.query_params
    by: Dated = "published" if given.get("by") == "published" else "event"
    asked = Asked.of(given.multi_items())
    if {"since", "until"} & set(given):  # the form of two dates, which serves both axes
        first, last = ("from_", "to") if by == "published" else ("event_from", "event_to")
        asked = asked.set(**{first: given.get("since", ""), last: given.get("until", "")})
    return asked, by


def _by(by: Dated) -> dict[str, str]:
    return {"by": by} if by == "published" else {}


def _view(request: Request, template: str, name: str, made: Callable[[Desk, Ledger, Asked, Dated], object]) -> Response:
    desk: Desk = request.app.state.desk
    asked, by = _asked(request)
    with desk.reading() as ledger:
        shown = made(desk, ledger, asked, by)
    values: dict[str, Any] = {name: shown}
    return page(request, template, asked=asked, by=by, **values)


def _kept(desk: Desk, ledger: Ledger, question: Hashable, answer: Callable[[], T]) -> T:
    return desk.kept.answer(desk.state(ledger), question, answer, lasting=True)


def _when(desk: Desk, ledger: Ledger, asked: Asked, by: Dated) -> When:
    names = ("from", "to") if by == "published" else ("event_from", "event_to")
    first, last = (asked.one(name) for name in names)
    free = asked.set(sort="", **{f"{name}_": "" for name in names})
    wanted: Selection = free.selection(ledger)

    def counted() -> tuple[Any, Any, int]:
        with ledger.reading() as connection:
            found = spreads.stretches(connection, wanted, by)
            opened, many = spreads.open_dates(connection, wanted, OPEN) if by == "event" else ([], 0)
            undated = spreads.undated(connection, wanted) if by == "published" else 0
        return found, (tuple(opened), many), undated

    found, opened, undated = _kept(desk, ledger, ("when", by, free), counted)
    return When(by, periods(found, first, last), opened, undated, first, last)


def _places(desk: Desk, ledger: Ledger, asked: Asked) -> list[PlaceCount]:
    wanted = asked.selection(ledger)

    def counted() -> list[PlaceCount]:
        with ledger.reading() as connection:
            return spreads.place_counts(connection, wanted, 2 * PLACES)

    return _kept(desk, ledger, ("where", asked.set(sort="")), counted)


def _where(desk: Desk, ledger: Ledger, asked: Asked) -> Where:
    found = _places(desk, ledger, asked)
    points = [each for each in found if each.lat is not None and not each.area]
    areas = [each for each in found if each.area]
    rest = [each for each in found if each.lat is None and not each.area]
    inside: dict[str, list[PlaceCount]] = {}
    for each in rest[:LISTED]:
        if each.inside or each.country:
            inside.setdefault(each.inside or each.country or "", []).append(each)
    return Where(
        tuple(points[:LISTED]),
        tuple(areas[:LISTED]),
        {area: tuple(each) for area, each in inside.items()},
        tuple(each for each in rest[:LISTED] if not (each.inside or each.country)),
        sum(max(0, len(each) - LISTED) for each in (points, areas, rest)),
    )


def _graph(desk: Desk, ledger: Ledger, asked: Asked) -> Any:
    free = asked.set(source="", via="")
    wanted = free.selection(ledger)

    def counted() -> list[Relayed]:
        with ledger.reading() as connection:
            return spreads.pairs(connection, wanted, PAIRS)

    return relaying(_kept(desk, ledger, ("graph", free.set(sort="")), counted))


def _radius(place: PlaceCount) -> float | None:
    """Return how far an area reaches, in kilometres, where a gazetteer is there that tells."""
    if not place.area or place.gazetteer_id is None:
        return None
    return _reach(place.gazetteer_id)


@cache
def _reach(identity: str) -> float | None:
    from segun.gazetteer.errors import GazetteerError
    from segun.gazetteer.paths import gazetteer_file
    from segun.gazetteer.store import Gazetteer

    where: Path = gazetteer_file()
    if not where.is_file():
        return None
    try:
        with Gazetteer(where) as opened:
            return opened.entry(identity).radius_km or None
    except (KeyError, GazetteerError):
        return None


routes = [
    Route(PATH, explore, name="explore"),
    Route(f"{PATH}/timeline", timeline, name="explore_timeline"),
    Route(f"{PATH}/places", places, name="explore_places"),
    Route(f"{PATH}/places.json", points, name="explore_points"),
    Route(f"{PATH}/graph", graph, name="explore_graph"),
]
