"""FollowTheMoney: one entity a line, as OpenAleph and ftm read it.

A report is an ``Article``; a source with a name is a ``Person``, an ``Organization``, a ``Document`` or, for a group, a
``LegalEntity``; a claim is a ``Note`` on the one who asserts it, those who relay it, and the report. Ids are digests: a
report's of its id, a claim's of its key, a named source's of its kind and name, so that a source is one entity however
many reports name it. What is merged beyond that is merged in the ledger, or by the reader's own cross-referencing.

Dropped: see :data:`DROPS`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from segun.export.jsonl import json_line
from segun.export.lineage import NONE, Lineage, other_end
from segun.export.shared import cell, in_force, keyed, plain, web_address
from segun.model import Analysis, Claim, Decision, Report, Source, wording
from segun.tongue import marked

DROPS = marked(
    "Offsets; sources that nobody named; the cues of relays; times that are open, quantities, sequences, orders, "
    "obligations and propositions; of decisions all but notes and verdicts on claims."
)
BINARY = False

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "document": "Document",
    "group": "LegalEntity",
    "place": "LegalEntity",
}
"""A place that asserts something stands for those who govern it."""


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give what writes one analysis with the decisions on it; a source's entity is written once."""
    written: set[str] = set()

    def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> None:
        for entity in entities(analysis, decisions, traced):
            if entity["id"] not in written:
                if entity["schema"] not in {"Article", "Note"}:
                    written.add(entity["id"])
                out.write(json_line(entity) + "\n")

    yield write


def entities(
    analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE
) -> Iterator[dict[str, Any]]:
    """Yield the entities of one analysis: the report, its named sources, its claims."""
    report = analysis.report
    article = _article(report, traced)
    yield article
    ids = {source.id: _source_id(source) for source in analysis.sources if source.kind in _SCHEMATA}
    for source in analysis.sources:
        if source.id in ids:
            name = "title" if source.kind == "document" else "name"
            properties = {name: [plain(source.name)], "alias": [plain(alias) for alias in source.aliases]}
            yield _entity(ids[source.id], _SCHEMATA[source.kind], properties)
    said = in_force(decisions)
    for key, claim in keyed(analysis, decisions):
        about = [str(d.body) for d in said if d.target == key and d.kind in {"note", "verdict"}]
        yield _note(analysis, claim, key, [article["id"], *_linked(claim, ids)], [*_echoed(key, traced), *about])


def _echoed(key: str, traced: Lineage) -> list[str]:
    """Return what the last trace found of a claim, as notes."""
    changed = [f"attribution {kind} on the way" for kind in traced.lost(key)]
    echo = traced.claims.get(key)
    if echo is None:
        return changed
    told = [
        f"carried by {echo.carried} report{'' if echo.carried == 1 else 's'}",
        f"independent origins {echo.origins}",
    ]
    return [*told, *(f"origin {name}" for name in echo.names), *changed]


def _lineage(report: Report, traced: Lineage) -> list[str]:
    """Return what a report derives from or is related to, as notes."""
    return [
        f"derived from {each.parent} ({each.how})"
        if each.known
        else f"related to {other_end(each, report.key)}, direction unknown"
        for each in traced.derived
    ]


def _article(report: Report, traced: Lineage) -> dict[str, Any]:
    address = web_address(report.location)
    return _entity(
        _id("report", report.id),
        "Article",
        {
            "title": [cell(report.title) or plain(report.key)],
            "bodyText": [plain(report.text)],
            "sourceUrl": [address] if address else [],
            "publishedAt": _date(report.published),
            "retrievedAt": _date(report.retrieved),
            "publisher": _words(report.outlet),
            "author": _words(report.byline),
            "language": _words(report.language),
            "notes": [plain(each) for each in _lineage(report, traced)],
            "contentHash": [report.input.sha256] if report.input else [],
        },
    )


def _note(analysis: Analysis, claim: Claim, key: str, linked: list[str], about: list[str]) -> dict[str, Any]:
    report = analysis.report
    places = [place for place in analysis.places if claim.id in place.claims]
    times = [time.value for time in analysis.times if claim.id in time.claims and time.value and "X" not in time.value]
    chain = [analysis.source(relay.source).name if relay.source else "nobody named" for relay in claim.relays]
    facts = [f"factuality {claim.factuality}", f"speech act {claim.speech_act}", f"confidence {claim.confidence:.2f}"]
    return _entity(
        _id("claim", report.id, key, claim.id),
        "Note",
        {
            "description": [plain(wording(report.text, claim.spans))],
            "summary": [plain(" > ".join(chain))] if chain else [],
            "notes": [*facts, *(f"dated {value}" for value in dict.fromkeys(times)), *map(plain, about)],
            "entity": list(dict.fromkeys(linked)),
            "country": sorted({place.country.lower() for place in places if place.country}),
            "keywords": [plain(place.name) for place in places if place.name],
            "publisher": _words(report.outlet),
        },
    )


def _linked(claim: Claim, ids: dict[str, str]) -> list[str]:
    return [ids[relay.source] for relay in claim.relays if relay.source in ids]


def _source_id(source: Source) -> str:
    return _id("source", source.kind, " ".join(plain(source.name).casefold().split()))


def _words(value: str | None) -> list[str]:
    return [plain(value)] if value else []


def _date(value: str | None) -> list[str]:
    return [value[:10] if len(value) < 19 else value] if value else []


def _id(*parts: str) -> str:
    return "segun-" + hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _entity(id: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    given = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in given.items() if values}}
