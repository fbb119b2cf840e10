"""STIX 2.1: a bundle of reports, identities, notes, locations and people's opinions.

A report with a date is a ``report``, one without a ``grouping``: STIX wants a date of the one, and none is made up. A
source is an ``identity``, a claim a ``note`` on the report and its sources, with what STIX has no words for
in an extension of its own. Opinions are people's: accepting is *agree*, rejecting *disagree*; the program has none. Ids
are UUIDs of the content's keys (version 5), so that a second export names the same things alike.

Dropped: see :data:`DROPS`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TextIO

from segun.export.jsonl import json_line
from segun.export.lineage import NONE, Lineage
from segun.export.shared import has_point, in_force, keyed, plain, web_address
from segun.model import Analysis, Claim, Decision, Place, Report, Source, wording
from segun.tongue import marked

DROPS = marked(
    "The report's text around claims, offsets, cues, quantities, sequences, orders, obligations and propositions; "
    "places without a point; of decisions corrections (their result is written), merges, splits and grades."
)
BINARY = False

NAMESPACE = uuid.UUID("5e8b6a0e-62d5-5c1c-9f0e-2d6b1c7a4f31")
"""Of segun's objects."""
EXTENSION = f"extension-definition--{uuid.uuid5(NAMESPACE, 'extension 1')}"
_AUTHOR = f"identity--{uuid.uuid5(NAMESPACE, 'segun')}"
_CLASSES = {"person": "individual", "organisation": "organization", "group": "group", "place": "organization"}
_OPINIONS = {"accept": "agree", "reject": "disagree"}
_AS_BUNDLE = '{"type":"bundle","id":"bundle--%s","objects":['


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give what writes one analysis with the decisions on it, an object a line, and close the bundle after.

    What breaks off leaves ``out`` unfinished. Of the objects that several reports share the first is written.
    """
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    written: set[str] = set()
    out.write(_AS_BUNDLE % uuid.uuid4())

    def put(each: dict[str, Any]) -> None:
        if each["id"] not in written:
            out.write(("\n" if not written else ",\n") + json_line(each))
            written.add(each["id"])

    for each in _own(now):
        put(each)

    def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> None:
        for each in objects(analysis, decisions, now, traced):
            put(each)

    yield write
    out.write("\n]}\n")


def objects(
    analysis: Analysis, decisions: Sequence[Decision], now: str, traced: Lineage = NONE
) -> Iterator[dict[str, Any]]:
    """Yield the objects of one analysis.

    Args:
        analysis: a report with its claims.
        decisions: those on its claims.
        now: when the objects are made, in STIX's form.
        traced: what the last trace of a ledger found of the report.
    """
    report = analysis.report
    ids = {source.id: _source_id(source, report) for source in analysis.sources}
    refs: list[str] = []
    for source in analysis.sources:
        refs.append(ids[source.id])
        yield _identity(ids[source.id], source, now)
    for place in analysis.places:
        if has_point(place):
            location = _location(place, now)
            refs.append(location["id"])
            yield location
    address = _container_id(report.id, report.published)
    said = in_force(decisions)
    for key, claim in keyed(analysis, decisions):
        note = _note(analysis, claim, key, ids, now, traced)
        refs.append(note["id"])
        yield note
        yield from _of_people(said, key, note["id"], now)
    for relationship in _derived(report, address, traced, now):
        refs.append(relationship["id"])
        yield relationship
    yield _container(report, address, list(dict.fromkeys(refs)) or [_AUTHOR], now)


def _own(now: str) -> Iterator[dict[str, Any]]:
    yield _object("identity", _AUTHOR, now, name="segun", identity_class="system")
    schema = "https://json-schema.org/draft/2020-12/schema"
    yield _object(
        "extension-definition",
        EXTENSION,
        now,
        name="segun: attributed claims",
        description="According to whom, and how firmly: keys, relays, factuality (FactBank), speech act, times; "
        "how many reports carry a claim, its independent origins, and what a report derives from.",
        schema=schema,
        version="1.0.0",
        extension_types=["property-extension"],
        created_by_ref=_AUTHOR,
    )


def _container(report: Report, id: str, refs: list[str], now: str) -> dict[str, Any]:
    published = _moment(report.published)
    address = web_address(report.location)
    common: dict[str, Any] = {
        "name": plain(report.title or report.key) or "report",
        "created_by_ref": _AUTHOR,
        "object_refs": refs,
        "external_references": [{"source_name": plain(report.outlet or "") or "address", "url": address}]
        if address
        else None,
        "lang": _lang(report.language),
        "extensions": _extended(report=report.id, key=report.key, text_id=report.text_id, outlet=report.outlet),
    }
    if published is None:
        return _object("grouping", id, now, context="unspecified", **common)
    return _object("report", id, now, report_types=["observed-data"], published=published, **common)


def _container_id(id: str, published: str | None) -> str:
    return _id("report" if _moment(published) else "grouping", id)


def _derived(report: Report, address: str, traced: Lineage, now: str) -> Iterator[dict[str, Any]]:
    """Yield what a report is made from, and what it is related to; both ends need not be in the bundle."""
    for each in traced.derived:
        other = traced.other(each, report.key)
        if other is None:
            continue
        kind, ends = "derived-from", (address, _container_id(other.id, other.published))
        if not each.known:
            kind, ends = "related-to", (min(ends), max(ends))
        yield _object(
            "relationship",
            _id("relationship", " ".join((kind, *ends))),
            now,
            relationship_type=kind,
            description=each.how,
            source_ref=ends[0],
            target_ref=ends[1],
            confidence=round(100 * each.confidence),
            created_by_ref=_AUTHOR,
            extensions=_extended(
                how=each.how,
                circular=each.circular,
                evidence=list(each.evidence) or None,
                attribution_changed=list(dict.fromkeys(loss.kind for loss in each.losses)) or None,
            ),
        )


def _identity(id: str, source: Source, now: str) -> dict[str, Any]:
    return _object(
        "identity",
        id,
        now,
        name=plain(source.name) or "unnamed",
        identity_class=_CLASSES.get(source.kind, "unknown"),
        created_by_ref=_AUTHOR,
        extensions=_extended(kind=source.kind, aliases=list(source.aliases) or None, stands_for=source.stands_for),
    )


def _location(place: Place, now: str) -> dict[str, Any]:
    where = f"{place.gazetteer_id or plain(place.name or '')} {place.lat} {place.lon}"
    return _object(
        "location",
        _id("location", where),
        now,
        name=plain(place.name) if place.name else None,
        country=place.country,
        latitude=place.lat,
        longitude=place.lon,
        created_by_ref=_AUTHOR,
    )


def _note(analysis: Analysis, claim: Claim, key: str, ids: dict[str, str], now: str, traced: Lineage) -> dict[str, Any]:
    report, echo = analysis.report, traced.claims.get(key)
    chain = [analysis.source(relay.source).name if relay.source else None for relay in claim.relays]
    places = [_location(p, now)["id"] for p in analysis.places if claim.id in p.claims and has_point(p)]
    sources = [ids[relay.source] for relay in claim.relays if relay.source]
    return _object(
        "note",
        _id("note", f"{report.id} {key} {claim.id}"),
        now,
        abstract=plain(" > ".join(name or "nobody named" for name in chain)) or None,
        content=plain(wording(report.text, claim.spans)) or "…",
        object_refs=list(dict.fromkeys([*sources, *places])) or [_AUTHOR],
        confidence=round(100 * claim.confidence),
        lang=_lang(report.language),
        created_by_ref=_AUTHOR,
        extensions=_extended(
            claim=key,
            report=report.id,
            relays=[
                {"source": ids[relay.source] if relay.source else None, "how": relay.how} for relay in claim.relays
            ],
            factuality=claim.factuality,
            speech_act=claim.speech_act,
            quotation=claim.quotation,
            times=[time.value for time in analysis.times if claim.id in time.claims and time.value] or None,
            group=echo.group if echo else None,
            carried=echo.carried if echo else None,
            origins=echo.origins if echo else None,
            origin_names=list(echo.names) if echo else None,
            attribution_changed=traced.lost(key) or None,
        ),
    )


def _of_people(decisions: Sequence[Decision], key: str, note: str, now: str) -> Iterator[dict[str, Any]]:
    """Yield what people said of a claim: opinions, and notes for notes and verdicts."""
    for decision in decisions:
        if decision.target != key:
            continue
        shared: dict[str, Any] = {"object_refs": [note], "authors": [plain(decision.by) or "unnamed"]}
        if decision.kind in _OPINIONS:
            opinion = _OPINIONS[decision.kind]
            why = plain(decision.why) if decision.why else None
            yield _object("opinion", _id("opinion", decision.id), now, opinion=opinion, explanation=why, **shared)
        elif decision.kind in {"note", "verdict"}:
            content = plain(json.dumps(dict(decision.body or {}), ensure_ascii=False))
            yield _object("note", _id("note", decision.id), now, abstract=decision.kind, content=content, **shared)


def _object(kind: str, id: str, now: str, **properties: Any) -> dict[str, Any]:
    given = {name: value for name, value in properties.items() if value is not None}
    return {"type": kind, "spec_version": "2.1", "id": id, "created": now, "modified": now, **given}


def _extended(**properties: Any) -> dict[str, Any]:
    given = {name: _plain(value) for name, value in properties.items() if value is not None}
    return {EXTENSION: {"extension_type": "property-extension", **given}}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _source_id(source: Source, report: Report) -> str:
    """Return a named source's id, the same in every report; one without a name is its text's only."""
    name = " ".join(plain(source.name).casefold().split())
    where = f"{report.text_id} {source.id}" if source.kind in {"unnamed", "group"} else source.kind
    return _id("identity", f"{where} {name}")


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind} {plain(name)}')}"


def _lang(language: str | None) -> str | None:
    return language or None


def _moment(published: str | None) -> str | None:
    """Return a date of publication in STIX's form, a day at its midnight in UTC; ``None`` where it is none."""
    if published is None:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
