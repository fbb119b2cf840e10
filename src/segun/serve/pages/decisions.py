"""Decisions: all that people decided, the newest first, with what they did, why, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from segun.ledger import chain, targets
from segun.model import Decision, DecisionKind
from segun.serve.desk import Desk
from segun.serve.shown import page, part

AT_ONCE = 60
"""Decisions that come at a time."""
KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
OTHERS = ("with", "source", "into")
"""Where the body of a decision on two names the second claim, report or source."""
ON_TWO = (*chain.ON_PAIRS, "merge", "split")
SET = ("note", "verdict", "evidence", "grade", "name", "how")
"""What is shown of that which a decision sets."""


def decisions(request: Request) -> Response:
    """Show decisions, the newest first; for htmx the next ones alone."""
    desk: Desk = request.app.state.desk
    asked = request.query_params
    by, kind = asked.get("by", "").strip(), asked.get("kind", "") if asked.get("kind") in KINDS else ""
    with desk.reading() as ledger, ledger.reading() as connection:
        found = chain.page(connection, by=by, kind=kind, before=_before(asked.get("before", "")), limit=AT_ONCE + 1)
        following = found[AT_ONCE - 1].number if len(found) > AT_ONCE else None
        found = found[:AT_ONCE]
        about = targets.named(connection, _keys(found))
        total, people = desk.kept.answer(
            desk.state(ledger),
            ("decisions", by, kind),
            lambda: (chain.count(connection, by=by, kind=kind), chain.deciders(connection)),
        )
    return page(
        request,
        "decision_rows.html.j2" if part(request) else "decisions.html.j2",
        found=found,
        following=following,
        about=about,
        by=by,
        kind=kind,
        total=total,
        people=people,
        kinds=KINDS,
        others=OTHERS,
        on_two=ON_TWO,
        set=SET,
        here="decisions",
    )


def holds(request: Request) -> Response:
    """Show whether the chain of decisions holds; checked once for each state of the ledger, or where asked again."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger, ledger.reading() as connection:

        def check() -> tuple[Any, ...]:
            return chain.faults(connection), chain.last(connection), datetime.now(UTC)

        found = check() if "again" in request.query_params else desk.kept.answer(desk.state(ledger), "chain", check)
    values: dict[str, Any] = dict(zip(("faults", "last", "checked"), found, strict=True))
    return page(request, "chain.html.j2" if part(request) else "chain_page.html.j2", **values, here="decisions")


def _keys(found: Iterable[Decision]) -> Iterator[str]:
    """Yield the keys that decisions name."""
    for each in found:
        if each.kind != "undo":
            yield each.target
        if each.kind in ON_TWO and each.body:
            yield from (other for name in OTHERS if isinstance(other := each.body.get(name), str))


def _before(written: str) -> int | None:
    """Return the number that an address begins before, ``None`` where it says nothing that can be understood."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 16 else None


routes = [
    Route("/decisions", decisions, name="decisions"),
    Route("/decisions/chain", holds, name="chain"),
]
