"""An analysed report as the JSON object that the contract describes, and back.

Nothing of an analysis is dropped: what the contract does not name (a claim's headline, the rule that found it) is
written beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from segun.model import (
    Alternative,
    Analysis,
    Area,
    Argument,
    Candidate,
    Claim,
    Credit,
    Input,
    Obligation,
    Order,
    Place,
    Proposition,
    Quantity,
    Relay,
    Report,
    Sequence,
    Source,
    Span,
    Spans,
    Time,
)

SCHEMA = 1
_UNKNOWN_LANGUAGE = "und"


def to_object(analysis: Analysis) -> dict[str, Any]:
    """Return the analysis as the object that the contract describes, of dicts, lists, strings and numbers only.

    A language that is not known is written as ``und``.
    """
    return {
        "schema": SCHEMA,
        "report": _report(analysis.report),
        "sources": [_plain(source) for source in analysis.sources],
        "claims": [_claim(claim) for claim in analysis.claims],
        "times": [_plain(time) for time in analysis.times],
        "places": [_plain(place) for place in analysis.places],
        "quantities": [_plain(quantity) for quantity in analysis.quantities],
        "sequences": [_plain(sequence) for sequence in analysis.sequences],
        "orders": [_plain(order) for order in analysis.orders],
        "obligations": [_plain(duty) for duty in analysis.obligations],
    }


def from_object(data: dict[str, Any]) -> Analysis:
    """Read an analysis back from its object.

    Keys that the records do not know are passed over; the report's ids are computed anew.

    Raises:
        ValueError: the object is of another schema, or a part is missing or of the wrong type.
    """
    if data.get("schema") != SCHEMA:
        raise ValueError(f"schema {data.get('schema')!r} is not {SCHEMA}: written by another version of segun?")
    try:
        return Analysis(
            report=_read_report(data["report"]),
            sources=tuple(_read_source(source) for source in data["sources"]),
            claims=tuple(_read_claim(claim) for claim in data["claims"]),
            times=tuple(_read_time(time) for time in data["times"]),
            places=tuple(_read_place(place) for place in data["places"]),
            quantities=tuple(_read_quantity(quantity) for quantity in data["quantities"]),
            sequences=tuple(
                Sequence(_spans(sequence["steps"]), tuple(sequence.get("claims", ()))) for sequence in data["sequences"]
            ),
            orders=tuple(
                Order(order["before"], order["after"], _span(order["cue"])) for order in data.get("orders", ())
            ),
            obligations=tuple(_read_obligation(duty) for duty in data.get("obligations", ())),
        )
    except KeyError as missing:
        raise ValueError(f"not an analysed report: {missing} is missing") from missing
    except (TypeError, AttributeError) as wrong:
        raise ValueError(f"not an analysed report: {wrong}") from wrong


def _plain(record: Any) -> dict[str, Any]:
    listed: dict[str, Any] = _listed(asdict(record))
    return listed


def _listed(value: Any) -> Any:
    """Turn tuples, spans included, into lists, all the way down."""
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_listed(inner) for inner in value]
    return value


def _report(report: Report) -> dict[str, Any]:
    fields = _plain(report)
    written = {
        "key": fields.pop("key"),
        "id": report.id,
        "text_id": report.text_id,
        **fields,
        "language": report.language or _UNKNOWN_LANGUAGE,
    }
    if report.input is None:
        del written["input"]
    return written


def _claim(claim: Claim) -> dict[str, Any]:
    fields = _plain(claim)
    if not claim.rule:
        del fields["rule"]
    return fields


def _span(pair: Iterable[int]) -> Span:
    start, end = pair
    return Span(int(start), int(end))


def _spans(pairs: Iterable[Iterable[int]]) -> Spans:
    return tuple(_span(pair) for pair in pairs)


def _read_report(data: dict[str, Any]) -> Report:
    how = data.get("input")
    return Report(
        key=data["key"],
        text=data["text"],
        language=None if data["language"] == _UNKNOWN_LANGUAGE else data["language"],
        published=data["published"],
        retrieved=data.get("retrieved"),
        title=data.get("title"),
        outlet=data.get("outlet"),
        byline=data.get("byline"),
        credits=tuple(Credit(credit["name"], _span(credit["span"])) for credit in data.get("credits", ())),
        location=data.get("location"),
        input=Input(how["sha256"], how["decoder"], how["extractor"], how.get("mended", False)) if how else None,
    )


def _read_source(data: dict[str, Any]) -> Source:
    return Source(
        data["id"],
        data["name"],
        data["kind"],
        _spans(data["mentions"]),
        aliases=tuple(data.get("aliases", ())),
        stands_for=data.get("stands_for"),
    )


def _read_claim(data: dict[str, Any]) -> Claim:
    condition = data.get("condition")
    return Claim(
        id=data["id"],
        spans=_spans(data["spans"]),
        relays=tuple(
            Relay(relay["source"], _spans(relay["source_spans"]), _spans(relay["cue_spans"]), relay["how"])
            for relay in data["relays"]
        ),
        quotation=data["quotation"],
        factuality=data["factuality"],
        speech_act=data["speech_act"],
        confidence=data["confidence"],
        quoted_wording=_spans(data.get("quoted_wording", ())),
        condition=_span(condition) if condition is not None else None,
        parent=data["parent"],
        propositions=tuple(_read_proposition(proposition) for proposition in data["propositions"]),
        headline=data.get("headline", False),
        attributed_by=data.get("attributed_by"),
        rule=data.get("rule", ""),
    )


def _read_proposition(data: dict[str, Any]) -> Proposition:
    return Proposition(
        predicate=data["predicate"],
        spans=_spans(data["spans"]),
        polarity=data["polarity"],
        arguments=tuple(Argument(argument["role"], _span(argument["span"])) for argument in data["arguments"]),
    )


def _read_time(data: dict[str, Any]) -> Time:
    return Time(
        span=_span(data["span"]),
        type=data["type"],
        value=data["value"],
        claims=tuple(data["claims"]),
        relates_to=data.get("relates_to"),
        candidates=tuple(Candidate(each["value"], each["why"]) for each in data.get("candidates", ())),
    )


def _read_place(data: dict[str, Any]) -> Place:
    inside = data["inside"]
    return Place(
        span=_span(data["span"]),
        name=data["name"],
        country=data["country"],
        lat=data["lat"],
        lon=data["lon"],
        inside=Area(inside["name"], inside.get("country"), inside.get("gazetteer_id")) if inside else None,
        confidence=data["confidence"],
        claims=tuple(data["claims"]),
        gazetteer_id=data.get("gazetteer_id"),
        kind=data.get("kind"),
        metonymy=data.get("metonymy", False),
        disputed=data.get("disputed"),
        alternatives=tuple(
            Alternative(each["name"], each.get("country"), each.get("gazetteer_id"), each["why"])
            for each in data.get("alternatives", ())
        ),
        why=data.get("why", ""),
    )


def _read_quantity(data: dict[str, Any]) -> Quantity:
    return Quantity(
        span=_span(data["span"]),
        value=data["value"],
        unit=data["unit"],
        value_max=data.get("value_max"),
        approximate=data.get("approximate", False),
        claims=tuple(data.get("claims", ())),
    )


def _read_obligation(data: dict[str, Any]) -> Obligation:
    condition = data.get("condition")
    return Obligation(
        claim=data["claim"],
        duty=_span(data["duty"]),
        debtor=_spans(data.get("debtor", ())),
        creditor=_spans(data.get("creditor", ())),
        condition=_span(condition) if condition is not None else None,
    )
