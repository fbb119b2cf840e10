"""Claims: found by every selection, shown with what was decided of them, decided; and what they can be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from segun.ledger.errors import NotInLedgerError
from segun.ledger.facets import Counts, Facet, facets
from segun.ledger.ledger import Ledger
from segun.ledger.records import Found
from segun.ledger.selection import Origins, Review, Selection, Sort
from segun.model import Factuality, SpeechAct
from segun.serve.api import deciding, records
from segun.serve.api.operations import STRETCH, Call, Operation, Parameter
from segun.serve.api.schemas import Schema, answered, choice, listed, named, text, whole, words
from segun.serve.asked import NAMES, SEVERAL, Asked
from segun.serve.pages.ledger import count_of

_DATE = "ISO 8601, may be a year or a month."
_SELECTING: Mapping[str, Schema] = {
    "q": text('Words; "…" keeps them together, -word leaves out, word* takes every ending.'),
    "source": text("The key or name of who asserts it."),
    "via": text("The key or name of who relays it."),
    "place": text("A place's name."),
    "near": text("LAT,LON,KM."),
    "box": text("SOUTH,WEST,NORTH,EAST in degrees."),
    "from": text(f"Published from. {_DATE}"),
    "to": text(f"Published to. {_DATE}"),
    "event_from": text(f"Dated from, by the claim itself. {_DATE}"),
    "event_to": text(f"Dated to. {_DATE}"),
    "factuality": choice(get_args(Factuality)),
    "speech_act": choice(get_args(SpeechAct)),
    "language": text("BCP 47."),
    "outlet": text(),
    "report": text("A report's key."),
    "review": choice(get_args(Review), "All but rejected ones where it is not given."),
    "origins": choice(get_args(Origins), "Independent origins by the last trace."),
    "sure": text("The least confidence, 0 to 1."),
    "sort": choice(get_args(Sort)),
}
SELECTING = tuple(Parameter(name, _SELECTING[name], name in SEVERAL) for name in NAMES)


def _find(call: Call) -> Any:
    asked = Asked.of(call.pairs)
    limit, skip = call.stretch
    with call.desk.reading() as ledger:
        wanted = asked.selection(ledger)
        items = [records.claim(each) for each in ledger.find(wanted, limit=limit, skip=skip)]
        total = count_of(call.desk, ledger, asked, wanted)
    return {"items": items, "total": total}


def _one(call: Call) -> Any:
    key = call.path["key"]
    with call.desk.reading() as ledger:
        found = _carried(ledger, key)
        of_report = ledger.decisions_on(ledger.report(found[0].report))
        seen = deciding.last(ledger)
    on_it = [each for each in of_report if key in (each.target, (each.body or {}).get("claim"))]
    return {
        "key": key,
        "claims": [records.claim(each) for each in found],
        "decisions": records.decisions(on_it),
        "seen": seen,
    }


def _decide(call: Call) -> Any:
    key = call.path["key"]
    kind, body = deciding.body_of(call, deciding.CLAIM_KINDS)

    def take(ledger: Ledger) -> Any:
        _carried(ledger, key)
        why, seen = call.body.get("why", ""), call.body.get("seen")
        return [ledger.decide(kind, key, body, by=call.person.name, why=why, seen=seen)]

    return deciding.taken(call, f"decide {kind}", key, take, deciding.first)


def _facets(call: Call) -> Any:
    asked = Asked.of(call.pairs)
    with call.desk.reading() as ledger:
        wanted = asked.selection(ledger)

        def count() -> Counts:
            with ledger.reading() as connection:
                return facets(connection, wanted)

        counts = call.desk.kept.answer(call.desk.state(ledger), ("api facets", asked.set(sort="")), count)
    return {
        kind: [{"value": each.value, "label": each.label, "count": each.count} for each in found]
        for kind, found in counts.items()
    }


def _carried(ledger: Ledger, key: str) -> list[Found]:
    """Return a claim as each of its reports carries it, rejected or not."""
    found = list(ledger.find(Selection(claim=key, review=get_args(Review)), limit=100))
    if not found:
        raise NotInLedgerError(f"No claim has the key {key!r}.", "GET /api/claims lists claims with their keys.")
    return found


_COUNT = answered(value=words("What a selection is narrowed by."), label=words(), count=whole())
operations = (
    Operation(
        "findClaims",
        "GET",
        "/claims",
        "Claims of a selection, each once for each report that carries it.",
        _find,
        records.some("Claim"),
        parameters=(*SELECTING, *STRETCH),
    ),
    Operation(
        "readClaim",
        "GET",
        "/claims/{key}",
        "A claim, as each of its reports carries it, with the decisions on it.",
        _one,
        answered(
            key=words(),
            claims=listed(named("Claim")),
            decisions=listed(named("Decision")),
            seen=whole("The last decision: send it with your own."),
        ),
    ),
    Operation(
        "decideOnClaim",
        "POST",
        "/claims/{key}/decisions",
        "Accept, reject, correct, annotate, judge or grade a claim.",
        _decide,
        named("Decision"),
        201,
        "decide",
        body=deciding.ON_CLAIM,
        conflicts=True,
    ),
    Operation(
        "countFacets",
        "GET",
        "/facets",
        "What a selection of claims can be narrowed by, with how many claims each leaves.",
        _facets,
        answered("", **{kind: listed(_COUNT) for kind in get_args(Facet)}),
        parameters=SELECTING,
    ),
)
