"""An analysis as a CAS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from re import Pattern
from typing import Any

from segun.export.cas.characters import escaped, held
from segun.export.cas.types import (
    BY_NAME,
    DECISION,
    DECISION_FIELDS,
    LAYERS,
    METADATA,
    PART,
    REPORT,
    REPORT_FIELDS,
    SLOTS,
    Field,
    Layer,
    cassis,
    link,
    typesystem,
)
from segun.export.jsonl import to_object
from segun.export.shared import keyed
from segun.model import Analysis, Decision

_Pair = Sequence[int]


def to_cas(analysis: Analysis, decisions: Sequence[Decision], keys: Mapping[str, str], cannot: Pattern[str]) -> Any:
    """Return a CAS with the report's text and an annotation for each record.

    Args:
        analysis: with spans in code points, which cassis turns into UTF-16 code units when it writes.
        decisions: on the report, its claims and sources.
        keys: what a ledger calls a source, by its id, as decisions name it; of claims it is known.
        cannot: the characters that the file will not hold.
    """
    data = to_object(analysis)
    text, replaced = held(analysis.report.text, cannot)
    cas = cassis().Cas(typesystem=typesystem(), sofa_string=text, sofa_mime="text/plain")
    writer = _Writer(cas, text)
    report = data["report"] | {"replaced": replaced}
    language = analysis.report.language
    writer.annotate(
        METADATA,
        (0, len(text)),
        {
            "language": escaped(language) if language else "x-unspecified",
            "documentId": escaped(analysis.report.key),
            "documentTitle": escaped(analysis.report.title or analysis.report.key),
            "documentUri": escaped(analysis.report.location) if analysis.report.location else None,
        },
    )
    writer.annotate(REPORT, _first_line(text), writer.features(REPORT, REPORT_FIELDS, report))
    records = data | {"credits": report["credits"]}
    for layer in LAYERS:
        for nth, record in enumerate(records[layer.records] if layer.records else ()):
            if layer.name == "segun.Source":
                writer.source(layer, record, nth)
            else:
                writer.record(layer, record, nth=nth)
    known = {claim.id: key for key, claim in keyed(analysis, decisions)} | dict(keys)
    writer.decisions(decisions, {key: id for id, key in known.items()})
    return cas


def _first_line(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return (start, end if end >= 0 else len(text)) if start < len(text) else (0, 0)


class _Writer:
    """Makes annotations in one CAS."""

    def __init__(self, cas: Any, text: str) -> None:
        self._cas = cas
        self._types = cas.typesystem
        self._text = text
        self._claims: dict[str, Any] = {}
        self._sources: dict[str, Any] = {}

    def annotate(self, type_name: str, span: _Pair, features: Mapping[str, Any]) -> Any:
        made = self._types.get_type(type_name)(begin=span[0], end=span[1], **features)
        self._cas.add(made)
        return made

    def record(self, layer: Layer, record: Mapping[str, Any], near: _Pair | None = None, nth: int | None = None) -> Any:
        """Annotate a record; where no words say it, ``near`` tells where the annotation stands."""
        spans = record[layer.where] if layer.many else [record[layer.where]]
        at = spans[0] if spans else near or _first_line(self._text)
        features = self.features(layer.name, layer.fields, record, at)
        if layer.many:
            features["absent"] = not spans
            features["parts"] = self._parts(layer.name, "parts", spans[1:])
        if nth is not None:
            features["nth"] = nth
        made = self.annotate(layer.name, at, features)
        if layer.name == "segun.Claim":
            self._claims.setdefault(record["id"], made)
        return made

    def source(self, layer: Layer, record: Mapping[str, Any], nth: int) -> None:
        """Annotate each mention of a source."""
        mentions = record["mentions"]
        for mention, span in enumerate(mentions or [_first_line(self._text)]):
            features = self.features(layer.name, layer.fields, record)
            features |= {"absent": not mentions, "nth": nth, "mention": mention}
            made = self.annotate(layer.name, span, features)
            self._sources.setdefault(record["id"], made)

    def decisions(self, decisions: Sequence[Decision], ids: Mapping[str, str]) -> None:
        """Annotate each decision where its claim or source stands, or else at the head of the text."""
        for decision in decisions:
            id = ids.get(decision.target, decision.target)
            on = self._claims.get(id) or self._sources.get(id)
            at = (on.begin, on.end) if on is not None else _first_line(self._text)
            fields = asdict(decision) | {"body": None if decision.body is None else dict(decision.body)}
            self.annotate(DECISION, at, self.features(DECISION, DECISION_FIELDS, fields))

    def features(
        self, owner: str, fields: Sequence[Field], record: Mapping[str, Any], near: _Pair | None = None
    ) -> dict[str, Any]:
        """Return the values of an annotation's features."""
        return {
            field.feature: self._value(owner, field, record.get(field.field), near) for field in fields if field.field
        }

    def _value(self, owner: str, field: Field, value: Any, near: _Pair | None) -> Any:
        if value is None:
            return None
        if field.kind in SLOTS:
            return self._linked(owner, field, value, near)
        match field.kind:
            case "text":
                return escaped(value)
            case "number":
                return str(value)
            case "real":
                return float(value)
            case "json":
                return json.dumps(value, ensure_ascii=True, sort_keys=True) if value or value == {} else None
            case "names":
                return self._types.get_type("uima.cas.StringArray")(elements=[escaped(each) for each in value])
        return value

    def _linked(self, owner: str, field: Field, value: Any, near: _Pair | None) -> Any:
        match field.kind:
            case "claims":
                known = {id: self._claims[id] for id in value if id in self._claims}
                return self._links(owner, field.feature, [(escaped(id), claim) for id, claim in known.items()])
            case "part":
                return self._parts(owner, field.feature, [value])
            case "inner":
                layer = BY_NAME[f"segun.{field.of}"]
                made = [(str(place), self.record(layer, each, near)) for place, each in enumerate(value, start=1)]
                return self._links(owner, field.feature, made)
            case "cast":
                spans, roles = [each["span"] for each in value], [escaped(each["role"]) for each in value]
                return self._parts(owner, field.feature, spans, roles)
        return self._parts(owner, field.feature, value)

    def _parts(self, owner: str, feature: str, spans: Sequence[_Pair], roles: Sequence[str] = ()) -> Any:
        label = f"{owner.removeprefix('segun.')} {feature}"
        roles = roles or [str(place) for place in range(1, len(spans) + 1)]
        made = [(role, self.annotate(PART, span, {"label": label})) for role, span in zip(roles, spans, strict=True)]
        return self._links(owner, feature, made)

    def _links(self, owner: str, feature: str, targets: Sequence[tuple[str, Any]]) -> Any:
        if not targets:
            return None
        made = self._types.get_type(link(owner, feature))
        links = [made(role=role, target=target) for role, target in targets]
        return self._types.get_type("uima.cas.FSArray")(elements=links)
