"""Sources: listed, shown with what was decided of them, decided."""

from __future__ import annotations

from typing import Any

from segun.ledger.ledger import Ledger
from segun.ledger.records import StoredSource
from segun.serve.api import deciding, records
from segun.serve.api.checks import WrongInputError
from segun.serve.api.operations import STRETCH, Call, Operation, Parameter
from segun.serve.api.schemas import answered, listed, named, text, whole


def _list(call: Call) -> Any:
    limit, skip = call.stretch
    like = call.query.get("like")
    with call.desk.reading() as ledger:
        if like is not None:
            found = list(ledger.sources(ledger.named(like)))
        else:
            found = call.desk.kept.answer(call.desk.state(ledger), "sources", lambda: list(ledger.sources()))
    return {"items": [records.source(each) for each in found[skip : skip + limit]], "total": len(found)}


def _one(call: Call) -> Any:
    with call.desk.reading() as ledger:
        found = _found(ledger, call.path["key"])
        decisions, seen = deciding.on(ledger, found.key), deciding.last(ledger)
    return {"source": records.source(found), "decisions": records.decisions(decisions), "seen": seen}


def _decide(call: Call) -> Any:
    kind, body = deciding.body_of(call, deciding.SOURCE_KINDS)

    def take(ledger: Ledger) -> Any:
        key = _found(ledger, call.path["key"]).key
        why, seen = call.body.get("why", ""), call.body.get("seen")
        return [ledger.decide(kind, key, body, by=call.person.name, why=why, seen=seen)]

    return deciding.taken(call, f"decide {kind}", call.path["key"], take, deciding.first)


def _found(ledger: Ledger, term: str) -> StoredSource:
    """Return the one source that a key or name means."""
    found = list(ledger.sources(ledger.named(term)))
    if len(found) != 1:
        keys = ", ".join(each.key for each in found[:5])
        raise WrongInputError(f"{term!r} means several sources: {keys}.", "Give one's key.")
    return found[0]


operations = (
    Operation(
        "listSources",
        "GET",
        "/sources",
        "Sources, those that assert most first.",
        _list,
        records.some("Source"),
        parameters=(Parameter("like", text("Only those of this key, this name, or these words of a name.")), *STRETCH),
    ),
    Operation(
        "readSource",
        "GET",
        "/sources/{key}",
        "A source, by its key or name, with the decisions on it.",
        _one,
        answered(
            source=named("Source"),
            decisions=listed(named("Decision")),
            seen=whole("The last decision: send it with your own."),
        ),
    ),
    Operation(
        "decideOnSource",
        "POST",
        "/sources/{key}/decisions",
        "Merge, split, rename, grade or annotate a source.",
        _decide,
        named("Decision"),
        201,
        "decide",
        body=deciding.ON_SOURCE,
        conflicts=True,
    ),
)
