"""What an analysis that another program may have touched must hold before segun takes it back."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from segun.errors import ReadError
from segun.export.jsonl import from_object
from segun.model import (
    Analysis,
    Factuality,
    How,
    PlaceKind,
    Polarity,
    Quotation,
    SourceKind,
    Span,
    SpeechAct,
    TimeType,
)

CHOICES = {
    "factuality": get_args(Factuality),
    "speech act": get_args(SpeechAct),
    "quotation": get_args(Quotation),
    "how of a relay": get_args(How),
    "kind of a source": get_args(SourceKind),
    "type of a time": get_args(TimeType),
    "what a time relates to": ("event", "saying", None),
    "kind of a place": (*get_args(PlaceKind), None),
    "polarity": get_args(Polarity),
}
"""What may stand where segun knows a closed list."""


_PLAIN = {"str": str, "bool": bool, "float": float}


def analysis(data: dict[str, Any], where: str) -> Analysis:
    """Return the analysis that an object of the contract describes, once it is known to be sound.

    Args:
        data: as :func:`segun.export.jsonl.to_object` gives it.
        where: what it was read from, for the message.

    Raises:
        ReadError: a part is missing or of the wrong type, a number is not finite, a value is none that segun knows, a
            span lies outside the text, a confidence is none, two sources or claims have one id, or a relay names a
            source that is not there.
    """
    try:
        read = from_object(data)
        problem = next(_mistyped(read), None) or next(_problems(read), None)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise ReadError(where, f"{str(wrong).rstrip('.')}.", "Mend that part, or take it out.") from wrong
    if problem:
        raise ReadError(where, problem, "Mend it in the program that wrote the file, and read it again.")
    return read


def _mistyped(record: Any) -> Iterator[str]:
    """Yield what is no string, number or boolean where a record, or one inside it, should have one."""
    if isinstance(record, tuple):
        for each in record:
            yield from _mistyped(each)
    if not is_dataclass(record):
        return
    for field in fields(record):
        if not field.init:
            continue
        value = getattr(record, field.name)
        kind, _, rest = str(field.type).partition(" | ")
        if kind in _PLAIN and not (value is None and rest == "None") and not _is(value, kind):
            yield f"The {field.name} of a {type(record).__name__.lower()} is {value!r}."
        elif field.type == "tuple[str, ...]" and not all(isinstance(each, str) for each in value):
            yield f"The {field.name} of a {type(record).__name__.lower()} are {value!r}."
        else:
            yield from _mistyped(value)


def _is(value: Any, kind: str) -> bool:
    if kind == "float":
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return isinstance(value, _PLAIN[kind])


def _problems(read: Analysis) -> Iterator[str]:
    for name, value in _choices(read):
        if value not in CHOICES[name]:
            known = ", ".join(str(each) for each in CHOICES[name] if each is not None)
            yield f"The {name} {value!r} is none of {known}."
    length = len(read.report.text)
    for span in _spans(read):
        if not 0 <= span.start <= span.end <= length:
            yield f"The span {span.start}–{span.end} does not lie in a text of {length} characters."
    for confidence in [claim.confidence for claim in read.claims] + [place.confidence for place in read.places]:
        if not 0 <= confidence <= 1:
            yield f"The confidence {confidence!r} is not between 0 and 1."
    yield from _doubled("sources", [source.id for source in read.sources])
    yield from _doubled("claims", [claim.id for claim in read.claims])
    known_sources = {source.id for source in read.sources}
    for claim in read.claims:
        for relay in claim.relays:
            if relay.source is not None and relay.source not in known_sources:
                yield f"The claim {claim.id!r} is relayed by a source {relay.source!r} that is not there."


def _choices(read: Analysis) -> Iterator[tuple[str, str | None]]:
    for claim in read.claims:
        yield "factuality", claim.factuality
        yield "speech act", claim.speech_act
        yield "quotation", claim.quotation
        yield from (("how of a relay", relay.how) for relay in claim.relays)
        yield from (("polarity", proposition.polarity) for proposition in claim.propositions)
    yield from (("kind of a source", source.kind) for source in read.sources)
    for time in read.times:
        yield "type of a time", time.type
        yield "what a time relates to", time.relates_to
    yield from (("kind of a place", place.kind) for place in read.places)


def _doubled(what: str, ids: list[str]) -> Iterator[str]:
    for id in sorted({id for id in ids if ids.count(id) > 1} if len(set(ids)) < len(ids) else ()):
        yield f"Two {what} have the id {id!r}."


def _spans(read: Analysis) -> Iterator[Span]:
    yield from (credit.span for credit in read.report.credits)
    for source in read.sources:
        yield from source.mentions
    for claim in read.claims:
        yield from (*claim.spans, *claim.quoted_wording, *_optional(claim.condition))
        for relay in claim.relays:
            yield from (*relay.source_spans, *relay.cue_spans)
        for proposition in claim.propositions:
            yield from (*proposition.spans, *(argument.span for argument in proposition.arguments))
    yield from (time.span for time in read.times)
    yield from (place.span for place in read.places)
    yield from (quantity.span for quantity in read.quantities)
    yield from (step for sequence in read.sequences for step in sequence.steps)
    yield from (order.cue for order in read.orders)
    for duty in read.obligations:
        yield from (duty.duty, *duty.debtor, *duty.creditor, *_optional(duty.condition))


def _optional(span: Span | None) -> Iterable[Span]:
    return () if span is None else (span,)


def fresh(taken: set[str]) -> Iterator[str]:
    """Yield ids for what another program added: nothing bears them, nor bore them before somebody deleted it."""
    number = 0
    while True:
        number += 1
        if f"added{number}" not in taken:
            yield f"added{number}"


def forget_deleted(data: dict[str, Any]) -> None:
    """Take out of an object of the contract what refers to a claim that is no longer there."""
    claims = {claim["id"] for claim in data["claims"]}
    for claim in data["claims"]:
        for field in ("parent", "attributed_by"):
            if claim.get(field) not in claims:
                claim[field] = None
    for listed in ("times", "places", "quantities", "sequences"):
        for record in data[listed]:
            record["claims"] = [id for id in record.get("claims", ()) if id in claims]
    data["orders"] = [order for order in data["orders"] if {order["before"], order["after"]} <= claims]
    data["obligations"] = [duty for duty in data["obligations"] if duty["claim"] in claims]
