"""What decisions make of an analysis: pure functions, from what the program found to what people say it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from segun.ledger.attributing import attributed, relay_of, spans_of
from segun.ledger.errors import DecisionError
from segun.ledger.packing import key as key_of
from segun.ledger.packing import keys
from segun.model import (
    Analysis,
    Claim,
    Decision,
    Factuality,
    How,
    Place,
    PlaceKind,
    Quotation,
    SourceKind,
    Span,
    Spans,
    SpeechAct,
    Time,
    TimeType,
)

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "factuality": get_args(Factuality),
    "speech_act": get_args(SpeechAct),
    "quotation": get_args(Quotation),
}
FIELDS = (*_CHOICES, "spans", "source", "relays", "times", "places")
"""What a claim's correction can set, and what a claim that a reviewer adds can have."""
_OF_SOURCE = ("name", "kind", "spans", "cue_spans", "how")
_OF_TIME = ("span", "type", "value", "relates_to")
_OF_PLACE = ("span", "name", "country", "lat", "lon", "kind", "gazetteer_id")
_KEEPS = ("corrected", "added")
"""Reviews that an acceptance leaves as they are."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis after decisions."""

    analysis: Analysis
    keys: Mapping[str, str]
    """Every claim's key by its id; it stays what it was before its spans were corrected."""
    reviews: Mapping[str, str]
    """``accepted``, ``corrected``, ``added`` or ``rejected`` by a claim's id, where somebody said so."""

    def without_rejected(self) -> Analysis:
        """Return the analysis without the claims that somebody rejected."""
        gone = {id for id, review in self.reviews.items() if review == "rejected"}
        return without(self.analysis, gone) if gone else self.analysis


def corrected(analysis: Analysis, decisions: Sequence[Decision]) -> Corrected:
    """Apply decisions to what the program found.

    Args:
        analysis: as the program made it.
        decisions: those in force on claims of this text, in their order; others are passed over. One whose claim the
            program no longer finds has no effect.
    """
    known = {claim.id: key for key, claim in keys(analysis)}
    ids = {key: id for id, key in known.items()}
    reviews: dict[str, str] = {}
    for decision in decisions:
        if decision.body is None:
            continue
        if decision.kind == "add":
            key = added_key(decision, analysis.report.text_id)
            if key not in ids:
                ids[key] = _free_id(analysis, decision.number)
                known[ids[key]] = key
                analysis = _with_claim(analysis, ids[key], spans_of(decision.body["spans"]))
                analysis = _said_by_relays(_correct(analysis, ids[key], decision), ids[key], decision.body)
            else:  # the program finds these words by now: its claim and the reviewer's are one
                analysis = _correct(analysis, ids[key], decision)
            reviews[ids[key]] = "added"
            continue
        id = ids.get(decision.target)
        if id is None:
            continue
        review = reviewed(reviews.get(id), decision.kind)
        if review is not None:
            reviews[id] = review
        if decision.kind == "correct":
            analysis = _correct(analysis, id, decision)
    return Corrected(analysis, known, reviews)


def reviewed(before: str | None, kind: str) -> str | None:
    """Return what reviewers make of a claim after one more decision on it; ``None`` where none said so yet.

    Args:
        before: what they made of it before.
        kind: of the decision.
    """
    if kind == "accept":
        return before if before in _KEEPS else "accepted"
    if kind == "correct":
        return "added" if before == "added" else "corrected"
    return {"reject": "rejected", "add": "added"}.get(kind, before)


def added_key(decision: Decision, text_id: str) -> str:
    """Return the key of the claim that a decision adds.

    Args:
        decision: of the kind ``add``, not forgotten.
        text_id: of the report's text.
    """
    body = decision.body or {}
    return str(body["claim"]) if "claim" in body else key_of(text_id, spans_of(body["spans"]))


def without(analysis: Analysis, gone: set[str]) -> Analysis:
    """Return the analysis without some claims; what was nested in one of them is nested in what that was nested in."""
    parents = {claim.id: claim.parent for claim in analysis.claims}

    def parent(id: str | None) -> str | None:
        while id in gone:
            id = parents.get(id)
        return id

    def left(claims: Iterable[str]) -> tuple[str, ...]:
        return tuple(id for id in claims if id not in gone)

    kept = tuple(
        replace(
            claim,
            parent=parent(claim.parent),
            attributed_by=None if claim.attributed_by in gone else claim.attributed_by,
        )
        for claim in analysis.claims
        if claim.id not in gone
    )
    used = {relay.source for claim in kept for relay in claim.relays}
    return replace(
        analysis,
        claims=kept,
        sources=tuple(source for source in analysis.sources if source.id in used),
        times=tuple(replace(time, claims=left(time.claims)) for time in analysis.times),
        places=tuple(replace(place, claims=left(place.claims)) for place in analysis.places),
        quantities=tuple(replace(each, claims=left(each.claims)) for each in analysis.quantities),
        sequences=tuple(replace(each, claims=left(each.claims)) for each in analysis.sequences),
        orders=tuple(each for each in analysis.orders if not {each.before, each.after} & gone),
        obligations=tuple(each for each in analysis.obligations if each.claim not in gone),
    )


def check(body: Mapping[str, Any], length: int) -> None:
    """Find out whether a correction can be made, before it is written down for good.

    Args:
        body: the fields that it sets.
        length: the text's, in code points.

    Raises:
        DecisionError: a field that cannot be set, or a value that it cannot have.
    """
    if not body:
        raise DecisionError("The correction sets nothing.", f"Give one of {', '.join(FIELDS)}.")
    for field, value in body.items():
        if field not in FIELDS:
            raise DecisionError(f"A claim has no field {field!r} to correct.", f"Give one of {', '.join(FIELDS)}.")
        if field in _CHOICES and value not in _CHOICES[field]:
            raise DecisionError(f"{field} cannot be {value!r}.", f"Give one of {', '.join(_CHOICES[field])}.")
    try:
        _check_spans(body.get("spans", ((0, 1),)), length, empty=False)
        if body.get("source") is not None:
            _check_source(body["source"], length, "source")
        for relay in body.get("relays", ()):
            _check_source(relay, length, "relays")
        for time in body.get("times", ()):
            _check_fields(time, _OF_TIME, "times")
            _check_spans((time["span"],), length)
            _choice(time["type"], TimeType, "type")
            if time.get("relates_to") not in ("event", "saying", None):
                raise DecisionError("relates_to cannot be that.", "Give event, saying or null.")
            _check_words(time, "value")
        for place in body.get("places", ()):
            _check_fields(place, _OF_PLACE, "places")
            _check_spans((place["span"],), length)
            _check_point(place.get("lat"), place.get("lon"))
            _check_words(place, "name", "country", "gazetteer_id")
            if place.get("kind") is not None:
                _choice(place["kind"], PlaceKind, "kind")
    except KeyError as missing:
        raise DecisionError(f"The correction lacks {missing}.", "Give it, as docs/ledger.md shows.") from missing
    except (TypeError, ValueError, AttributeError) as wrong:
        raise DecisionError(f"The correction cannot be read: {wrong}.", "Write it as docs/ledger.md shows.") from wrong


def check_rejection(body: Mapping[str, Any], length: int) -> None:
    """Find out whether a rejection can be made.

    Args:
        body: what it says: ``own_voice``, the words that nobody but the report says, or nothing.
        length: the text's, in code points.

    Raises:
        DecisionError: it holds anything else.
    """
    _check_fields(body, ("own_voice",), "A rejection")
    try:
        _check_spans(body.get("own_voice", ()), length)
    except (TypeError, ValueError) as wrong:
        raise DecisionError(f"own_voice cannot be read: {wrong}.", "Give its spans as [[start, end], …].") from wrong


def _choice(value: Any, choices: Any, field: str) -> None:
    if value not in get_args(choices):
        raise DecisionError(f"{field} cannot be {value!r}.", f"Give one of {', '.join(get_args(choices))}.")


def _check_spans(pairs: Iterable[Iterable[int]], length: int, *, empty: bool = True) -> None:
    spans = spans_of(pairs)
    if not spans and not empty:
        raise DecisionError("A claim needs words.", "Give its spans as [[start, end], …].")
    before = 0
    for span in spans:
        if not before <= span.start < span.end <= length:
            raise DecisionError(
                f"[{span.start}, {span.end}] is no stretch of the text, or out of order.",
                f"Spans are [start, end) in code points, in order, from 0 to {length}.",
            )
        before = span.end


def _check_source(source: Mapping[str, Any], length: int, field: str) -> None:
    _check_fields(source, _OF_SOURCE, field)
    if not isinstance(source.get("name"), str) or not source["name"].strip():
        raise DecisionError("A source needs a name.", 'Give {"name": "…"}, or null for the report itself.')
    _choice(source.get("kind", "person"), SourceKind, "kind")
    _choice(source.get("how", "adjunct"), How, "how")
    _check_spans(source.get("spans", ()), length)
    _check_spans(source.get("cue_spans", ()), length)


def _check_fields(given: Mapping[str, Any], known: tuple[str, ...], field: str) -> None:
    """Find what nobody would read: *source_spans* of a relay, whose words are its *spans*."""
    if not isinstance(given, Mapping):
        raise TypeError(f"{given!r} in {field} is no object")
    for name in given:
        if name not in known:
            raise DecisionError(f"{field} cannot hold {name!r}.", f"Give {', '.join(known)}.")


def _check_words(given: Mapping[str, Any], *fields: str) -> None:
    for field in fields:
        if not isinstance(given.get(field), str | None):
            raise DecisionError(f"{field} is no text.", "Give it in quotation marks, or null.")


def _check_point(lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None) or (
        lat is not None and not (-90 <= lat <= 90 and -180 <= float(lon or 0) <= 180)
    ):
        raise DecisionError(
            f"{lat}, {lon} is no point.", "Give lat from -90 to 90 and lon from -180 to 180, or neither."
        )


def _free_id(analysis: Analysis, number: int) -> str:
    taken = {claim.id for claim in analysis.claims}
    return next(id for id in (f"d{number}", *(f"d{number}+{n}" for n in range(len(taken)))) if id not in taken)


def _with_claim(analysis: Analysis, id: str, spans: Spans) -> Analysis:
    """Return the analysis with one claim more, after all that begin no later than it."""
    claim = Claim(id, spans, (), quotation="none", factuality="CT+", speech_act="assert", confidence=1.0)
    later = (n for n, each in enumerate(analysis.claims) if each.spans and each.spans[0].start > spans[0].start)
    place = next(later, len(analysis.claims))
    return replace(analysis, claims=(*analysis.claims[:place], claim, *analysis.claims[place:]))


def _said_by_relays(analysis: Analysis, id: str, body: Mapping[str, Any]) -> Analysis:
    """Return the analysis with an added claim's quotation by its relays, where the reviewer did not say it."""
    if "quotation" in body:
        return analysis
    return replace(
        analysis,
        claims=tuple(
            replace(each, quotation="indirect") if each.id == id and each.relays else each for each in analysis.claims
        ),
    )


def _correct(analysis: Analysis, id: str, decision: Decision) -> Analysis:
    body = decision.body or {}
    claim = next(each for each in analysis.claims if each.id == id)
    changes: dict[str, Any] = {field: body[field] for field in _CHOICES if field in body}
    if "spans" in body:
        changes["spans"] = spans_of(body["spans"])
        changes["quoted_wording"] = _within(claim.quoted_wording, changes["spans"])
    if "source" in body:
        before = claim.relays[-1] if claim.relays else None
        analysis, relay = attributed(analysis, body["source"], before, claim, decision.number)
        changes["relays"] = (*claim.relays[:-1], relay) if relay else ()
    if "relays" in body:
        relays = []
        for each in body["relays"]:
            before = relay_of(analysis, claim, each)
            analysis, relay = attributed(analysis, each, before, claim, decision.number)
            relays += [relay] if relay else []
        changes["relays"] = tuple(relays)
    claims = tuple(replace(each, **changes) if each.id == id else each for each in analysis.claims)
    analysis = replace(analysis, claims=claims)
    if "times" in body:
        analysis = replace(analysis, times=(*_untied(analysis.times, id), *(_time(each, id) for each in body["times"])))
    if "places" in body:
        places = (*_untied(analysis.places, id), *(_place(each, id) for each in body["places"]))
        analysis = replace(analysis, places=places)
    return analysis


def _untied(anchors: Sequence[Any], id: str) -> tuple[Any, ...]:
    """Return times or places without their tie to a claim."""
    return tuple(replace(each, claims=tuple(other for other in each.claims if other != id)) for each in anchors)


def _time(given: Mapping[str, Any], id: str) -> Time:
    return Time(_span(given["span"]), given["type"], given.get("value"), (id,), given.get("relates_to", "event"))


def _place(given: Mapping[str, Any], id: str) -> Place:
    return Place(
        span=_span(given["span"]),
        name=given.get("name"),
        country=given.get("country"),
        lat=given.get("lat"),
        lon=given.get("lon"),
        inside=None,
        confidence=1.0,
        claims=(id,),
        gazetteer_id=given.get("gazetteer_id"),
        kind=given.get("kind"),
        why="set by a reviewer",
    )


def _within(spans: Spans, around: Spans) -> Spans:
    return tuple(span for span in spans if any(each.holds(span) for each in around))


def _span(pair: Iterable[int]) -> Span:
    start, end = pair
    return Span(int(start), int(end))
