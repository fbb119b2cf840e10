"""Decisions over the API: what they may hold, and how one is taken with its author, its audit and its conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from segun.ledger import chain
from segun.ledger.errors import ConflictError
from segun.ledger.ledger import Ledger
from segun.ledger.reviewing import CREDIBILITY, RELIABILITY
from segun.model import Decision, Factuality, How, PlaceKind, Quotation, SourceKind, SpeechAct, TimeType
from segun.serve.api import records
from segun.serve.api.checks import WrongInputError
from segun.serve.api.operations import Call
from segun.serve.api.schemas import Schema, choice, given, many, number, or_null, text, whole
from segun.serve.guard.failures import failure_of
from segun.serve.people.auditing import doing

WORDS = 20_000
"""Characters of a note, a verdict or a reason."""
Answer = tuple[int, dict[str, Any]]

_SPAN = many(whole(), "[start, end) in code points of the report's text.", least=2, most=2)
_SPANS = many(_SPAN)
_SOURCE: Mapping[str, Schema] = {
    "name": text(least=1),
    "kind": choice(get_args(SourceKind)),
    "spans": many(_SPAN, "The words that name it; without them the nearest that hold its name."),
    "cue_spans": _SPANS,
    "how": choice(get_args(How)),
}
_RELAY = given("", ("name",), **_SOURCE)
_TIME = given(
    "",
    ("span", "type"),
    span=_SPAN,
    type=choice(get_args(TimeType)),
    value=or_null(text("TIMEX3.")),
    relates_to=or_null(choice(("event", "saying"))),
)
_PLACE = given(
    "",
    ("span",),
    span=_SPAN,
    name=or_null(text()),
    country=or_null(text("ISO 3166-1.")),
    lat=or_null(number(least=-90, most=90)),
    lon=or_null(number(least=-180, most=180)),
    kind=or_null(choice(get_args(PlaceKind))),
    gazetteer_id=or_null(text()),
)
OF_A_CLAIM: Mapping[str, Schema] = {
    "spans": many(_SPAN, "The words of its content.", least=1),
    "factuality": choice(get_args(Factuality)),
    "speech_act": choice(get_args(SpeechAct)),
    "quotation": choice(get_args(Quotation)),
    "source": or_null(given("Who asserts it; null for the report itself.", ("name",), **_SOURCE)),
    "relays": many(_RELAY, "The whole chain, the one nearest to the reader first.", most=20),
    "times": many(_TIME),
    "places": many(_PLACE),
}
"""What a correction of a claim may set, and what a claim that is added may hold."""
NOTE = text("note: the words.", most=WORDS)
COMMON: Mapping[str, Schema] = {
    "why": text("The reason, kept with the decision.", most=WORDS),
    "seen": whole("The last decision that you have seen, 0 for none; without it nothing is checked."),
}
CLAIM_KINDS: Mapping[str, tuple[str, ...]] = {
    "accept": (),
    "reject": ("own_voice",),
    "correct": tuple(OF_A_CLAIM),
    "note": ("note",),
    "verdict": ("verdict", "evidence"),
    "grade": ("grade",),
}
SOURCE_KINDS: Mapping[str, tuple[str, ...]] = {
    "merge": ("source",),
    "split": ("names",),
    "rename": ("name",),
    "grade": ("grade",),
    "note": ("note",),
}
ON_CLAIM = given(
    "",
    ("kind",),
    kind=choice(CLAIM_KINDS),
    body=given(
        "What it sets, by its kind; a correction has the other fields.",
        **OF_A_CLAIM,
        own_voice=many(_SPAN, "reject: the words that only the report says; without it those of the claim."),
        note=NOTE,
        verdict=text("verdict: what you found.", most=WORDS),
        evidence=text("verdict: where the evidence is.", most=WORDS),
        grade=choice(CREDIBILITY, "grade: by the Admiralty code."),
    ),
    **COMMON,
)
ON_SOURCE = given(
    "",
    ("kind",),
    kind=choice(SOURCE_KINDS),
    body=given(
        "What it sets, by its kind.",
        source=text("merge: the key or name of the source that is the same."),
        names=many(text(), "split: the names that become a source of their own."),
        name=text("rename: what it is to be called."),
        grade=choice(RELIABILITY, "grade: by the Admiralty code."),
        note=NOTE,
    ),
    **COMMON,
)


def body_of(call: Call, kinds: Mapping[str, Iterable[str]]) -> tuple[Any, dict[str, Any]]:
    """Return a decision's kind and body.

    Raises:
        WrongInputError: the body holds what another kind sets.
    """
    kind, body = call.body["kind"], dict(call.body.get("body", {}))
    for name in body:
        if name not in kinds[kind]:
            known = ", ".join(kinds[kind])
            raise WrongInputError(f"{kind} sets no {name}.", f"Give {known}." if known else "Leave body away.")
    return kind, body


def taken(
    call: Call, what: str, target: str, take: Callable[[Ledger], list[Decision]], one: Callable[[list[Decision]], Any]
) -> Answer:
    """Take decisions, and write down who took them.

    Args:
        call: the request.
        what: as the audit has it.
        target: as the audit has it.
        take: takes them.
        one: makes the answer of them.
    """
    with call.desk.deciding() as ledger:
        try:
            with doing(ledger, call.person, "decide", what, target):
                made = take(ledger)
        except ConflictError as conflict:
            told = failure_of(conflict)
            return told.status, {**told.as_json(), "decisions": records.decisions(conflict.decisions)}
    return 201, one(made)


def first(made: list[Decision]) -> dict[str, Any]:
    """Return the one decision that was taken."""
    return records.decision(made[0])


def on(ledger: Ledger, target: str) -> list[Decision]:
    """Return the decisions on a source."""
    with ledger.reading() as connection:
        return chain.on_targets(connection, [target])


def last(ledger: Ledger) -> int:
    """Return the number of the last decision: what a reviewer has seen by now."""
    with ledger.reading() as connection:
        return chain.last(connection)
