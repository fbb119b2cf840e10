"""GeoJSON (RFC 7946): one feature for each place that a claim names, of any number of reports in one collection.

A place that two claims name gives two features, one that the report names twice for one claim gives two as well: each
is a mention with its claim. The geometry is a point where the point of the place itself is known. It is null where
only an area is known, where the name means a country or another area, and where it stands for those who sit there
(``metonymy``): none of them is a place where something happened.

Dropped: claims without a place and places without a claim; the report's text and all offsets; quantities, sequences,
orders, obligations and propositions; of sources everything but their names; the coordinates of areas and metonymies;
the reasons of a place's alternatives and of a time's candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from segun.export.jsonl import json_line
from segun.export.lineage import NONE, Lineage
from segun.export.shared import has_point, keyed
from segun.model import Analysis, Claim, Decision, Place, Time, wording
from segun.tongue import marked

DROPS = marked(
    "Claims without a place, places without a claim, the text with all offsets, quantities, order, obligations, "
    "propositions, the points of areas and metonymies, and decisions."
)
BINARY = False

NOBODY = "nobody named"
_HEAD, _TAIL = '{"type":"FeatureCollection","features":[', "\n]}\n"


def features(
    analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE
) -> Iterator[dict[str, Any]]:
    """Yield the features of one analysis, places in the order of the text.

    Args:
        analysis: a report with its claims.
        decisions: those on it, by which a ledger's keys of its claims are known.
        traced: what the last trace of a ledger found of it.
    """
    keys = {} if traced is NONE else {claim.id: key for key, claim in keyed(analysis, decisions)}
    claims = {claim.id: claim for claim in analysis.claims}
    for place in sorted(analysis.places, key=lambda place: place.span):
        for id in place.claims:
            if id in claims:
                feature = _feature(analysis, place, claims[id])
                if traced is not NONE:
                    feature["properties"] |= _traced(keys[id], traced)
                yield feature


def to_object(analyses: Iterable[Analysis]) -> dict[str, Any]:
    """Return a feature collection of dicts, lists, strings and numbers only."""
    return {"type": "FeatureCollection", "features": [each for analysis in analyses for each in features(analysis)]}


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give a function that writes one analysis' features to ``out``, a feature a line, and close the collection after.

    Nothing is kept in memory. What breaks off leaves ``out`` unfinished.
    """
    first = True
    out.write(_HEAD)

    def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> None:
        nonlocal first
        for feature in features(analysis, decisions, traced):
            out.write(("\n" if first else ",\n") + json_line(feature))
            first = False

    yield write
    out.write(_TAIL)


def _feature(analysis: Analysis, place: Place, claim: Claim) -> dict[str, Any]:
    report = analysis.report
    text = report.text
    return {
        "type": "Feature",
        "id": f"{report.id}-{place.span.start}-{claim.id}",
        "geometry": _geometry(place),
        "properties": {
            "name": place.name,
            "words": place.span.of(text),
            "country": place.country,
            "kind": place.kind,
            "inside": place.inside.name if place.inside else None,
            "gazetteer_id": place.gazetteer_id,
            "confidence": place.confidence,
            "metonymy": place.metonymy,
            "disputed": place.disputed,
            "claim": claim.id,
            "content": wording(text, claim.spans),
            "sources": sources(analysis, claim),
            "factuality": claim.factuality,
            "speech_act": claim.speech_act,
            "claim_confidence": claim.confidence,
            "times": [_time(text, time) for time in analysis.times if claim.id in time.claims],
            "report": report.key,
            "report_id": report.id,
            "outlet": report.outlet,
            "published": report.published,
        },
    }


def _traced(key: str, traced: Lineage) -> dict[str, Any]:
    """Return what the last trace found of a claim, and what its report is made from."""
    echo = traced.claims.get(key)
    return {
        "carried": echo.carried if echo else None,
        "origins": echo.origins if echo else None,
        "origin_names": list(echo.names) if echo else None,
        "derived_from": [{"report": each.parent, "how": each.how} for each in traced.derived if each.known],
        "attribution_changed": traced.lost(key),
    }


def sources(analysis: Analysis, claim: Claim) -> list[str]:
    """Return the names of a claim's sources, outermost first; none where the report itself asserts it."""
    return [analysis.source(relay.source).name if relay.source else NOBODY for relay in claim.relays]


def _geometry(place: Place) -> dict[str, Any] | None:
    return {"type": "Point", "coordinates": [place.lon, place.lat]} if has_point(place) else None


def _time(text: str, time: Time) -> dict[str, Any]:
    return {
        "words": time.span.of(text),
        "type": time.type,
        "value": time.value,
        "relates_to": time.relates_to,
        "candidates": [candidate.value for candidate in time.candidates],
    }
