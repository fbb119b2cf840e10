"""Annotations as analyses."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TextIO

from segun.errors import ReadError
from segun.export import checked
from segun.export.webannotation.selectors import everything, located, name_of, position, types_of
from segun.export.webannotation.stream import opened
from segun.export.webannotation.terms import POSITIONS, REFERENCES, SEVERAL, TYPES, WHERE, id_in
from segun.model import Analysis

_CLAIM = {"quotation": "none", "factuality": "Uu", "speech_act": "assert", "confidence": 1.0, "parent": None}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "Claim": _CLAIM | {"relays": (), "propositions": ()},
    "Time": {"value": None, "claims": ()},
    "Place": {"claims": (), "confidence": 1.0} | dict.fromkeys(("name", "country", "lat", "lon", "inside")),
    "Quantity": {"value": None, "unit": None},
}
_PROVENANCE = frozenset(
    {"id", "@id", "type", "@type", "ledger_key", "wasQuotedFrom", "wasGeneratedBy", "wasAttributedTo"}
    | {"wasDerivedFrom", "qualifiedDerivation", "group", "carried", "independent_origins", "origin_names"}
    | {"attribution_changed"}
)
"""Fields that tell where something is from, in W3C's words or a trace's, and are no part of an analysis."""
_LISTS = frozenset({"aliases", "claims", "candidates", "alternatives", "propositions", "arguments"})
_LISTS_OF_POSITIONS = POSITIONS - {"condition", "span"}
_MARKS = frozenset({"highlighting", "identifying"})
_TAGS = ("factuality", "speech act", "quotation")


def _warn(what: str) -> None:
    warnings.warn(what, stacklevel=3)


def reading(stream: TextIO, *, passed: Callable[[str], None] = _warn) -> Iterator[Analysis]:
    """Yield the analysis of each report that annotations describe.

    A file that segun wrote is read report by report; any other is read whole. Annotations of others on a report whose
    text the file holds become claims where they highlight or identify words or are tagged ``claim``; a tag that is a
    factuality, speech act or quotation is taken as such. What refers to a claim that is no longer there goes with it.

    Args:
        stream: JSON-LD with the short names of W3C's context: a collection with its pages in it, a page, an
            annotation, or a list of them.
        passed: told, in one sentence, of each annotation that cannot be mapped; by default it warns. Decisions are
            passed over in silence.

    Raises:
        ReadError: it is no such file or breaks off, holds no report's text, a selector does not fit the text, or an
            annotation says what segun cannot take.
    """
    own, annotations = opened(stream)
    for report, others in _by_report(annotations) if own else _sorted(list(annotations), passed):
        yield _analysis(report, others, passed)


def _analysis(report: Mapping[str, Any], annotations: list[dict[str, Any]], passed: Callable[[str], None]) -> Analysis:
    try:
        return _Reader(report, passed).analysis(annotations)
    except (AttributeError, TypeError, ValueError, KeyError) as wrong:
        raise ReadError(
            name_of(report) or "a report without id",
            f"Its annotations are of another form than segun writes: {wrong}.",
            "Mend them, or take out what segun did not write.",
        ) from wrong


def _by_report(annotations: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each report's description with the annotations that follow it."""
    report: dict[str, Any] | None = None
    others: list[dict[str, Any]] = []
    for each in annotations:
        described = _described(each)
        if described is not None:
            if report is not None:
                yield report, others
            report, others = described, []
        elif not _is_decision(each):
            if report is None or not _reports(each) & _names(report):
                raise ReadError(
                    _name(each), "It stands away from its report.", "Put it after the report's other lines."
                )
            others.append(each)
    if report is not None:
        yield report, others


def _sorted(
    annotations: list[dict[str, Any]], passed: Callable[[str], None]
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each report's description with all annotations on it, wherever they stand."""
    reports = [report for report in map(_described, annotations) if report is not None]
    if not reports:
        raise ReadError(
            "this file",
            "It holds annotations, and no text of what they are on.",
            "Add them to a file that segun wrote.",
        )
    found: list[list[dict[str, Any]]] = [[] for _ in reports]
    for each in annotations:
        if _described(each) is not None or _is_decision(each):
            continue
        on = [nth for nth, report in enumerate(reports) if _reports(each) & {name_of(report)}]
        on = on or [nth for nth, report in enumerate(reports) if _reports(each) & _names(report)]
        if len(on) == 1:
            found[on[0]].append(each)
        else:
            passed(f"{_name(each)}: it is on {'several reports' if on else 'no report'} of this file.")
    yield from zip(reports, found, strict=True)


def _described(annotation: Mapping[str, Any]) -> dict[str, Any] | None:
    return next((body for body in everything(annotation.get("body")) if "Report" in types_of(body)), None)


def _is_decision(annotation: Mapping[str, Any]) -> bool:
    return any("Decision" in types_of(body) for body in everything(annotation.get("body")))


def _reports(annotation: Mapping[str, Any]) -> set[str | None]:
    """Return the names by which the targets tell what they are on."""
    found: set[str | None] = set()
    for target in everything(annotation.get("target")):
        if isinstance(target, dict) and target.get("report"):
            found.add(name_of(target["report"]))
        else:
            found.add(name_of(target.get("source")) if isinstance(target, dict) and "source" in target else None)
            found.add(name_of(target))
    return found - {None}


def _names(report: Mapping[str, Any]) -> set[str | None]:
    return {name_of(report), name_of(report.get("specializationOf"))} - {None}


def _name(annotation: Mapping[str, Any]) -> str:
    return name_of(annotation) or "an annotation without id"


class _Reader:
    """Reads one report's annotations."""

    def __init__(self, report: Mapping[str, Any], passed: Callable[[str], None]) -> None:
        self._report = report
        self._passed = passed
        self._where = name_of(report) or "a report without id"
        self._id = self._where.removeprefix("urn:segun:report:")
        text = report.get("text")
        if not isinstance(text, str):
            raise ReadError(self._where, "It has no text.", "Export it anew: spans mean nothing without their text.")
        self._text = text
        self._claims: dict[str, str] = {}
        """Ids by their names; likewise of sources."""
        self._sources: dict[str, str] = {}

    def analysis(self, annotations: list[dict[str, Any]]) -> Analysis:
        """Return the analysis that all annotations on the report make up."""
        report = {field: value for field, value in self._report.items() if field not in _PROVENANCE}
        found: dict[str, Any] = {"schema": 1, "report": {"published": None, **report}}
        found |= {listed: [] for listed in TYPES.values()}
        self._name(annotations)
        for annotation in annotations:
            self._take(annotation, found)
        found["report"]["credits"] = found.pop("credits")
        checked.forget_deleted(found)
        return checked.analysis(found, self._where)

    def _name(self, annotations: list[dict[str, Any]]) -> None:
        for thing, names in (("claim", self._claims), ("source", self._sources)):
            unknown: list[str] = []
            for annotation in annotations:
                _, body = _typed(annotation)
                if body is None or thing.capitalize() not in types_of(body):
                    continue
                name = name_of(body) or _name(annotation)
                id = id_in(name, thing, self._id)
                if id is None:
                    unknown.append(name)
                else:
                    names[name] = id
            names.update(zip(unknown, checked.fresh(set(names.values())), strict=False))

    def _take(self, annotation: dict[str, Any], found: dict[str, Any]) -> None:
        type_name, body = _typed(annotation)
        where = _name(annotation)
        spans = [
            span
            for target in everything(annotation.get("target"))
            if (span := located(target, self._text, where, by_position=body is not None)) is not None
        ]
        if body is None:
            self._take_other(annotation, spans, found)
            return
        record = {**_DEFAULTS.get(type_name, {}), **self._fields(body, where)}
        if type_name in SEVERAL:
            record[WHERE[type_name]] = spans
        elif len(spans) == 1:
            record[WHERE.get(type_name, "span")] = spans[0]
        else:
            raise ReadError(where, f"It has {len(spans)} targets in the text.", "Give it one, with a selector.")
        if type_name in ("Claim", "Source"):
            names = self._claims if type_name == "Claim" else self._sources
            record["id"] = names[name_of(body) or where]
        found[TYPES[type_name]].append(record)

    def _take_other(self, annotation: dict[str, Any], spans: list[list[int]], found: dict[str, Any]) -> None:
        """Take another program's annotation for a claim, where it marks one."""
        tags = [
            body.get("value")
            for body in everything(annotation.get("body"))
            if isinstance(body, dict) and "tagging" in everything(body.get("purpose", annotation.get("motivation")))
        ]
        marked = "claim" in tags or _MARKS.intersection(map(str, everything(annotation.get("motivation"))))
        if not marked or not spans:
            self._passed(f"{_name(annotation)}: it marks no words as a claim.")
            return
        record: dict[str, Any] = dict(_DEFAULTS["Claim"])
        for kind in _TAGS:
            said = [tag for tag in tags if tag in checked.CHOICES[kind]]
            if said:
                record[kind.replace(" ", "_")] = said[0]
        id = next(checked.fresh({claim["id"] for claim in found["claims"]} | set(self._claims.values())))
        found["claims"].append(record | {"id": id, "spans": spans})

    def _fields(self, body: Mapping[str, Any], where: str) -> dict[str, Any]:
        """Return the fields of a body as the contract has them."""
        found: dict[str, Any] = {}
        for field, value in body.items():
            if field in _PROVENANCE or value is None:
                continue
            if field == "timex_type":
                found["type"] = value
            elif field == "relays":
                relays = sorted(everything(value), key=lambda relay: relay.get("depth", 0))
                found["relays"] = [self._relay(relay, where) for relay in relays]
            elif field in REFERENCES:
                ids = [self._claims.get(name_of(each) or "", "") for each in everything(value)]
                found[field] = ids if field in _LISTS else ids[0] if ids else None
            elif field in _LISTS_OF_POSITIONS:
                found[field] = [position(each, where) for each in everything(value)]
            elif field in POSITIONS:
                found[field] = position(value, where)
            elif field in ("propositions", "arguments"):
                found[field] = [self._fields(each, where) for each in everything(value)]
            else:
                found[field] = everything(value) if field in _LISTS else value
        return found

    def _relay(self, relay: Mapping[str, Any], where: str) -> dict[str, Any]:
        agent = name_of(relay.get("agent"))
        return {"how": "said", "source_spans": [], "cue_spans": [], **self._fields(relay, where)} | {
            "source": None if agent is None or agent.startswith("_:") else self._sources.get(agent, agent)
        }


def _typed(annotation: Mapping[str, Any]) -> tuple[str, dict[str, Any] | None]:
    """Return the body that is a record of segun's, and its type."""
    for body in everything(annotation.get("body")):
        for type_name in types_of(body):
            if type_name in TYPES:
                return type_name, body
    return "", None
