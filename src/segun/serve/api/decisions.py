"""Decisions: listed, and undone together with those that were taken with them."""

from __future__ import annotations

from typing import Any, get_args

from segun.ledger.ledger import Ledger
from segun.model import Decision, DecisionKind
from segun.serve.api import deciding, records
from segun.serve.api.operations import STRETCH, Call, Operation, Parameter
from segun.serve.api.schemas import answered, choice, given, listed, named, text, whole

_OLDEST_FIRST = "oldest"


def _list(call: Call) -> Any:
    limit, skip = call.stretch
    kind, target, by = (call.query.get(name) for name in ("kind", "target", "by"))
    with call.desk.reading() as ledger:
        every = ledger.decisions()
    found = [
        each
        for each in every
        if (kind is None or each.kind == kind)
        and (target is None or each.target == target)
        and (by is None or each.by == by)
    ]
    if call.query.get("sort") != _OLDEST_FIRST:
        found.reverse()
    return {"items": records.decisions(found[skip : skip + limit]), "total": len(found)}


def _undo(call: Call) -> Any:
    number: int = call.path["number"]

    def take(ledger: Ledger) -> list[Decision]:
        return ledger.undo_together(
            _together(ledger, number),
            by=call.person.name,
            why=call.body.get("why", ""),
            seen=call.body.get("seen"),
        )

    return deciding.taken(call, "decide undo", str(number), take, lambda made: {"decisions": records.decisions(made)})


def _together(ledger: Ledger, number: int) -> list[int]:
    """Return the numbers of the decisions that one action took; of an undoing, or what is undone, its own alone."""
    every = ledger.decisions()
    one = next((each for each in every if each.number == number), None)
    if one is None or one.undone or one.kind == "undo":
        return [number]
    moment = (one.at, one.by)
    return [each.number for each in every if (each.at, each.by) == moment and not each.undone and each.kind != "undo"]


operations = (
    Operation(
        "listDecisions",
        "GET",
        "/decisions",
        "Decisions, the newest first.",
        _list,
        records.some("Decision"),
        parameters=(
            Parameter("kind", choice(get_args(DecisionKind))),
            Parameter("target", text("A claim's or source's key, a report's id, or a decision's number.")),
            Parameter("by", text("Who decided.")),
            Parameter("sort", choice(("newest", _OLDEST_FIRST))),
            *STRETCH,
        ),
    ),
    Operation(
        "undoDecision",
        "POST",
        "/decisions/{number}/undo",
        "Undo a decision, and those that were taken together with it.",
        _undo,
        answered(decisions=listed(named("Decision"), "The undoings.")),
        201,
        "decide",
        in_path={"number": whole(least=1, most=10**15)},
        body=given("", (), **deciding.COMMON),
        conflicts=True,
    ),
)
