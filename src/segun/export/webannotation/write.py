"""An analysis as annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from segun.export.jsonl import json_line, to_object
from segun.export.lineage import NONE, Lineage
from segun.export.shared import keyed, web_address
from segun.export.webannotation.terms import POSITIONS, PROGRAM, REFERENCES, SEVERAL, TYPES, WHERE, iri
from segun.model import Analysis, Decision, Report

CONTEXT_LENGTH = 32
"""Characters before and after the words that a selector quotes."""
_MOTIVATION = {"accept": "assessing", "reject": "assessing", "verdict": "assessing", "grade": "assessing"}
_MOTIVATION |= {"note": "commenting"}
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def annotated(
    analysis: Analysis,
    decisions: Sequence[Decision] = (),
    keys: Mapping[str, str] | None = None,
    traced: Lineage = NONE,
) -> Iterator[dict[str, Any]]:
    """Yield the annotations of one report: first the one that describes it, last the decisions.

    Args:
        analysis: of the report.
        decisions: on the report, its claims and sources.
        keys: what a ledger calls a source, by its id, as decisions name it; of claims it is known.
        traced: what the last trace of a ledger found of the report.
    """
    keys = {claim.id: key for key, claim in keyed(analysis, decisions)} | dict(keys or {})
    data = to_object(analysis)
    report, text = analysis.report, analysis.report.text
    yield _describing(analysis, data["report"], traced)
    records = data | {"credits": data["report"]["credits"]}
    for type_name, listed in TYPES.items():
        for nth, record in enumerate(records[listed]):
            where = WHERE.get(type_name, "span")
            fields = dict(record)
            at = fields.pop(where)
            id = fields.pop("id", None) or str(nth)
            name = iri(type_name.lower(), report.id, id)
            body = {"id": name, "type": [type_name], **_fields(fields, report.id)}
            if id in keys and type_name in ("Claim", "Source"):
                body["ledger_key"] = keys[id]
            if type_name == "Claim":
                body |= _provenance(record, report) | _echoed(keys.get(id, ""), traced)
            if type_name == "Source":
                body["type"] = [type_name, "Agent"]
            spans = at if type_name in SEVERAL else [at]
            yield {
                "id": iri("annotation", report.id, f"{type_name.lower()}:{id}"),
                "type": "Annotation",
                "motivation": "identifying",
                "generator": PROGRAM,
                "body": body,
                "target": _one_or_all([_target(report, text, span) for span in spans]) if spans else _whole(report),
            }
    yield from _decided(decisions, analysis, keys)


def where(report: Report) -> str:
    """Return the name of what a report's words were read from: its address, or else its text."""
    return web_address(report.location) or f"urn:segun:text:{report.text_id}"


def _echoed(key: str, traced: Lineage) -> dict[str, Any]:
    """Return what a trace found of a claim, by its key."""
    echo, changed = traced.claims.get(key), traced.lost(key)
    found: dict[str, Any] = {"attribution_changed": changed} if changed else {}
    if echo is not None:
        found |= {"group": echo.group, "carried": echo.carried, "independent_origins": echo.origins}
        found["origin_names"] = list(echo.names)
    return found


def _derived(report: Report, traced: Lineage) -> dict[str, Any]:
    """Return what a trace found that a report derives from; a pair without direction derives neither from the other."""
    found = [(each, end) for each in traced.derived if each.known and (end := traced.other(each, report.key))]
    if not found:
        return {}
    return {
        "wasDerivedFrom": [iri("report", end.id) for _, end in found],
        "qualifiedDerivation": [
            {
                "type": ["Derivation"],
                "entity": iri("report", end.id),
                "how": each.how,
                "circular": each.circular,
                "confidence": each.confidence,
                "attribution_changed": list(dict.fromkeys(loss.kind for loss in each.losses)),
            }
            for each, end in found
        ],
    }


def _describing(analysis: Analysis, data: Mapping[str, Any], traced: Lineage) -> dict[str, Any]:
    report = analysis.report
    name = iri("report", report.id)
    kept = {field: value for field, value in data.items() if field not in ("id", "credits") and value is not None}
    return {
        "id": iri("annotation", report.id, "report"),
        "type": "Annotation",
        "motivation": "describing",
        "generator": PROGRAM,
        "body": {
            "id": name,
            "type": ["Report", "Entity"],
            "specializationOf": where(report),
            **kept,
            **_derived(report, traced),
            "analysis": {
                "id": iri("analysis", report.id),
                "type": ["Activity"],
                "used": name,
                "wasAssociatedWith": PROGRAM,
            },
        },
        "target": where(report),
    }


def _fields(record: Mapping[str, Any], report_id: str) -> dict[str, Any]:
    """Return the fields of a body: ids as names, spans as selectors, without what is not known."""
    found: dict[str, Any] = {}
    for field, value in record.items():
        if value is None:
            continue
        if field == "type":
            found["timex_type"] = value
        elif field == "relays":
            found["relays"] = [_relay(relay, depth, report_id) for depth, relay in enumerate(value, start=1)]
        elif field in REFERENCES:
            thing = REFERENCES[field]
            found[field] = (
                [iri(thing, report_id, id) for id in value] if isinstance(value, list) else iri(thing, report_id, value)
            )
        elif field in POSITIONS:
            found[field] = _position(value) if field in ("condition", "span") else [_position(each) for each in value]
        elif field in ("propositions", "arguments"):
            found[field] = [_fields(each, report_id) for each in value]
        else:
            found[field] = value
    return found


def _relay(relay: Mapping[str, Any], depth: int, report_id: str) -> dict[str, Any]:
    source = relay["source"]
    return {
        "type": ["Attribution", "Relay"],
        "depth": depth,
        "agent": {"type": ["Agent", "Unnamed"]} if source is None else iri("source", report_id, source),
        "how": relay["how"],
        "source_spans": [_position(span) for span in relay["source_spans"]],
        "cue_spans": [_position(span) for span in relay["cue_spans"]],
    }


def _provenance(claim: Mapping[str, Any], report: Report) -> dict[str, Any]:
    sources = dict.fromkeys(relay["source"] for relay in claim["relays"] if relay["source"] is not None)
    found: dict[str, Any] = {
        "type": ["Claim", "Entity"],
        "wasQuotedFrom": iri("report", report.id),
        "wasGeneratedBy": iri("analysis", report.id),
    }
    if sources:
        found["wasAttributedTo"] = [iri("source", report.id, source) for source in sources]
    return found


def _position(span: Sequence[int]) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def _whole(report: Report) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": where(report), "report": iri("report", report.id)}


def _target(report: Report, text: str, span: Sequence[int]) -> dict[str, Any]:
    start, end = span
    found = _whole(report)
    if report.retrieved and _DATE_TIME.fullmatch(report.retrieved):
        found["state"] = {"type": "TimeState", "sourceDate": report.retrieved}
    found["selector"] = [
        _position(span),
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
            "suffix": text[end : end + CONTEXT_LENGTH],
        },
    ]
    return found


def _one_or_all(targets: list[dict[str, Any]]) -> Any:
    return targets[0] if len(targets) == 1 else targets


def _decided(decisions: Sequence[Decision], analysis: Analysis, keys: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    report = analysis.report
    names = {report.id: iri("report", report.id), report.key: iri("report", report.id)}
    for thing, ids in (
        ("source", [source.id for source in analysis.sources]),
        ("claim", [claim.id for claim in analysis.claims]),
    ):
        names |= {keys.get(id, id): iri(thing, report.id, id) for id in ids}
    names |= {str(decision.number): iri("decision", decision.id) for decision in decisions}
    for decision in decisions:
        target = names.get(decision.target) or iri("key", "ledger", decision.target)
        person = {"type": "Person", "name": decision.by}
        act: dict[str, Any] = {
            "id": iri("decision", decision.id, "act"),
            "type": ["Decision", "Activity"],
            "number": decision.number,
            "kind": decision.kind,
            "on": decision.target,
            "undone": decision.undone,
            "wasAssociatedWith": person,
            "endedAtTime": decision.at,
            "used": target,
        }
        if decision.body is not None:
            act["sets"] = json_line(dict(decision.body))
        said = {"type": "TextualBody", "value": decision.why, "format": "text/plain", "purpose": "commenting"}
        yield {
            "id": iri("decision", decision.id),
            "type": "Annotation",
            "motivation": _MOTIVATION.get(decision.kind, "editing"),
            "generator": PROGRAM,
            "creator": person,
            "created": decision.at,
            "body": [act, said] if decision.why else act,
            "target": target,
        }
