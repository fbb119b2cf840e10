"""Parquet: one flat table of claims, a row each, with what belongs to a claim nested in its row.

One file holds one table, so a report's metadata stand in each of its claims' rows (a dictionary makes them cheap), and
relays, times, places, quantities and decisions are lists of structs: DuckDB's ``UNNEST`` and Polars' ``explode`` open
them. The columns are those of :func:`schema`; new ones may come after the last. Rows are written in groups, so memory
stays the same however many reports come.

Dropped: see :data:`DROPS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from segun.export.geojson import sources
from segun.export.lineage import NONE, Lineage
from segun.export.shared import keyed, on_target, plain, review, verdict
from segun.match.objects import derivation_object
from segun.model import Analysis, Claim, Decision, Place, Proposition, Quantity, Relay, Report, Time, wording
from segun.tongue import marked

if TYPE_CHECKING:
    import pyarrow as pa

_DERIVED = ("report", "from", "how", "direction", "laundered", "circular", "confidence")
"""What a row tells of a derivation; evidence, losses and passages are left to JSON Lines."""

DROPS = marked(
    "Reports without claims, the text around claims, times, places and quantities that are tied to no claim, "
    "sequences, orders and obligations, a source's mentions and aliases, a place's alternatives, the reasons of "
    "candidates, and decisions on reports and sources."
)
BINARY = True

ROWS = 10_000
"""A row group has at most so many rows."""
CHARACTERS = 32_000_000
"""Or the rows of a report that brings their contents to so many characters: a claim may be as long as its report."""


def schema() -> pa.Schema:
    """Return the table's columns with their types. Offsets are half-open code points of the report's text."""
    import pyarrow as pa

    def structs(**columns: pa.DataType) -> pa.ListType:
        return pa.list_(pa.struct(list(columns.items())))

    text, number, flag = pa.string(), pa.float64(), pa.bool_()
    texts = pa.list_(text)
    offset = pa.int32()
    spans = structs(start=offset, end=offset)
    argument = structs(role=text, words=text)
    columns: dict[str, pa.DataType] = {
        "report_id": text,
        "report": text,
        "text_id": text,
        "outlet": text,
        "byline": text,
        "title": text,
        "published": text,
        "retrieved": text,
        "language": text,
        "location": text,
        "credits": texts,
        "key": text,
        "claim": text,
        "content": text,
        "spans": spans,
        "sources": texts,
        "source": text,
        "relays": structs(id=text, name=text, kind=text, words=text, cue=text, how=text),
        "factuality": text,
        "speech_act": text,
        "quotation": text,
        "quoted": texts,
        "condition": text,
        "confidence": number,
        "headline": flag,
        "continued": flag,
        "parent": text,
        "attributed_by": text,
        "propositions": structs(predicate=text, polarity=text, arguments=argument),
        "times": structs(
            start=offset, end=offset, words=text, type=text, value=text, relates_to=text, candidates=texts
        ),
        "places": structs(
            start=offset,
            end=offset,
            words=text,
            name=text,
            country=text,
            kind=text,
            lat=number,
            lon=number,
            inside=text,
            gazetteer_id=text,
            confidence=number,
            metonymy=flag,
            disputed=text,
        ),
        "quantities": structs(
            start=offset, end=offset, words=text, value=number, value_max=number, unit=text, approximate=flag
        ),
        "review": text,
        "verdict": text,
        "decisions": structs(number=pa.int64(), id=text, kind=text, by=text, at=text, why=text, body=text, undone=flag),
        "carried": pa.int64(),
        "origins": pa.int64(),
        "origin_names": texts,
        "origins_told": text,
        "group": text,
        "derived": pa.list_(
            pa.struct(
                [
                    pa.field("report", text),
                    pa.field("from", text),
                    pa.field("how", text),
                    pa.field("direction", text),
                    pa.field("laundered", flag),
                    pa.field("circular", flag),
                    pa.field("confidence", number),
                ]
            )
        ),
        "attribution_changed": texts,
    }
    return pa.schema(list(columns.items()))


@contextmanager
def writing(out: BinaryIO) -> Iterator[Callable[..., None]]:
    """Give a function that adds one analysis' rows to a table in ``out``, which is complete once the block ends.

    At most one row group and one report are held in memory.

    Args:
        out: a file of bytes; it need not be seekable, and stays open.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = schema()
    kept: list[dict[str, Any]] = []
    size = 0
    with pq.ParquetWriter(out, columns, compression="zstd") as writer:

        def flush() -> None:
            nonlocal size
            if kept:
                writer.write_table(pa.Table.from_pylist(kept, schema=columns))
            kept.clear()
            size = 0

        def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> None:
            nonlocal size
            for row in rows(analysis, decisions, traced):
                kept.append(row)
                size += len(row["content"])
                if len(kept) >= ROWS or size >= CHARACTERS:
                    flush()

        yield write
        flush()


def rows(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> Iterator[dict[str, Any]]:
    """Yield a row for each claim, columns as :func:`schema` names them."""
    report = _report(analysis.report)
    for key, claim in keyed(analysis, decisions):
        row: dict[str, Any] = _clean(_claim(analysis, claim) | _decided(key, decisions) | _traced(key, traced))
        yield {**report, "key": key, **row}


def _report(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = _clean(
        {
            "report_id": report.id,
            "report": report.key,
            "text_id": report.text_id,
            "outlet": report.outlet,
            "byline": report.byline,
            "title": report.title,
            "published": report.published,
            "retrieved": report.retrieved,
            "language": report.language,
            "location": report.location,
            "credits": [credit.name for credit in report.credits],
        }
    )
    return found


def _claim(analysis: Analysis, claim: Claim) -> dict[str, Any]:
    text = analysis.report.text
    names = sources(analysis, claim)
    return {
        "claim": claim.id,
        "content": wording(text, claim.spans),
        "spans": [span._asdict() for span in claim.spans],
        "sources": names,
        "source": names[-1] if names else None,
        "relays": [_relay(analysis, relay) for relay in claim.relays],
        "factuality": claim.factuality,
        "speech_act": claim.speech_act,
        "quotation": claim.quotation,
        "quoted": [span.of(text) for span in claim.quoted_wording],
        "condition": claim.condition.of(text) if claim.condition else None,
        "confidence": claim.confidence,
        "headline": claim.headline,
        "continued": claim.continued,
        "parent": claim.parent,
        "attributed_by": claim.attributed_by,
        "propositions": [_proposition(text, each) for each in claim.propositions],
        "times": [_time(text, each) for each in analysis.times if claim.id in each.claims],
        "places": [_place(text, each) for each in analysis.places if claim.id in each.claims],
        "quantities": [_quantity(text, each) for each in analysis.quantities if claim.id in each.claims],
    }


def _relay(analysis: Analysis, relay: Relay) -> dict[str, Any]:
    source = analysis.source(relay.source) if relay.source else None
    text = analysis.report.text
    return {
        "id": relay.source,
        "name": source.name if source else None,
        "kind": source.kind if source else None,
        "words": wording(text, relay.source_spans),
        "cue": wording(text, relay.cue_spans),
        "how": relay.how,
    }


def _proposition(text: str, proposition: Proposition) -> dict[str, Any]:
    return {
        "predicate": proposition.predicate,
        "polarity": proposition.polarity,
        "arguments": [{"role": each.role, "words": each.span.of(text)} for each in proposition.arguments],
    }


def _time(text: str, time: Time) -> dict[str, Any]:
    return {
        **time.span._asdict(),
        "words": time.span.of(text),
        "type": time.type,
        "value": time.value,
        "relates_to": time.relates_to,
        "candidates": [candidate.value for candidate in time.candidates],
    }


def _place(text: str, place: Place) -> dict[str, Any]:
    return {
        **place.span._asdict(),
        "words": place.span.of(text),
        "name": place.name,
        "country": place.country,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "inside": place.inside.name if place.inside else None,
        "gazetteer_id": place.gazetteer_id,
        "confidence": place.confidence,
        "metonymy": place.metonymy,
        "disputed": place.disputed,
    }


def _quantity(text: str, quantity: Quantity) -> dict[str, Any]:
    return {
        **quantity.span._asdict(),
        "words": quantity.span.of(text),
        "value": _number(quantity.value),
        "value_max": _number(quantity.value_max),
        "unit": quantity.unit,
        "approximate": quantity.approximate,
    }


def _decided(key: str, decisions: Sequence[Decision]) -> dict[str, Any]:
    found = on_target(decisions, key)
    return {
        "review": review(found),
        "verdict": verdict(found),
        "decisions": [_decision(each) for each in decisions if each.target == key],
    }


def _traced(key: str, traced: Lineage) -> dict[str, Any]:
    """Return what the last trace found of a claim; nothing but nulls where there was none."""
    if traced is NONE:
        return {}
    echo = traced.claims.get(key)
    return {
        "carried": echo.carried if echo else None,
        "origins": echo.origins if echo else None,
        "origin_names": list(echo.names) if echo else None,
        "origins_told": echo.sentence if echo else None,
        "group": echo.group if echo else None,
        "derived": [{name: each[name] for name in _DERIVED} for each in map(derivation_object, traced.derived)],
        "attribution_changed": traced.lost(key),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "id": decision.id,
        "kind": decision.kind,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "body": None if decision.body is None else json.dumps(decision.body, ensure_ascii=False, sort_keys=True),
        "undone": decision.undone,
    }


def _number(value: float | None) -> float | None:
    """Return a number as a double; ``None`` where it is a whole number beyond what a double holds."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def _clean(value: Any) -> Any:
    """Return a row's value with all its words safe to encode."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list) else value
