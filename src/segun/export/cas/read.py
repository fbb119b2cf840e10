"""A CAS as an analysis: of segun's own layers, whoever made or moved the annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from segun.errors import ReadError
from segun.export import checked
from segun.export.cas.characters import restored, unescaped
from segun.export.cas.types import BY_NAME, LAYERS, METADATA, REPORT, REPORT_FIELDS, SLOTS, Field, Layer
from segun.model import Analysis

_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "segun.Claim": {"factuality": "Uu", "speech_act": "assert", "confidence": 1.0, "rule": ""},
    "segun.Relay": {"how": "said"},
    "segun.Proposition": {"polarity": "+"},
    "segun.Place": {"confidence": 1.0, "why": ""},
}
_NEEDED = {
    "segun.Proposition": ("predicate",),
    "segun.Source": ("kind",),
    "segun.Time": ("timexType",),
    "segun.Credit": ("name",),
}
_WHOLE = re.compile(r"[-+]?\d+")


def from_cas(cas: Any, where: str) -> Analysis:
    """Return the analysis that a CAS holds.

    A CAS without any of segun's layers gives its text without claims. What links to an annotation that somebody
    deleted goes with it.

    Args:
        cas: as cassis read it, with offsets in code points.
        where: its name, for messages; the key of a report that has none.

    Raises:
        ReadError: it has no text, or an annotation says what segun cannot take.
    """
    if cas.sofa_string is None:
        raise ReadError(where, "This CAS has no text.", "Export it with its document's text.")
    return checked.analysis(_Reader(cas, where).object(), where)


class _Reader:
    """Reads one CAS."""

    def __init__(self, cas: Any, where: str) -> None:
        self._cas = cas
        self._where = where
        self._text: str = cas.sofa_string
        self._claims: dict[int, str] = {}
        """Ids of claims by the number of their annotation; likewise for sources."""
        self._sources: dict[int, str] = {}

    def object(self) -> dict[str, Any]:
        """Return the contract's object."""
        report = self._report()
        found: dict[str, Any] = {"schema": 1, "report": report}
        self._name_claims()
        found["sources"] = self._read_sources()
        for layer in LAYERS:
            if layer.records and layer.records != "sources":
                found[layer.records] = [self._record(layer, each) for each in self._all(layer.name)]
        report["credits"] = found.pop("credits")
        checked.forget_deleted(found)
        return found

    def _all(self, name: str) -> list[Any]:
        """Return the annotations of a type, in the order that they were written, new ones last."""
        if not self._cas.typesystem.contains_type(name):
            return []
        found = list(self._cas.select(name))
        for each in found:
            if each.begin is None or each.end is None:
                raise self._wrong(each, "has no begin or end", "Mend it in the program that wrote the file")

        def place(each: Any) -> tuple[float, int, float, int]:
            nth, mention = getattr(each, "nth", None), getattr(each, "mention", None)
            last = float("inf")
            return (last if nth is None else nth, each.begin, last if mention is None else mention, each.end)

        def mentioned(each: Any) -> tuple[float, float, int, int]:
            nth, begin, mention, end = place(each)
            return nth, mention, begin, end

        return sorted(found, key=mentioned)

    def _report(self) -> dict[str, Any]:
        for each in self._all(REPORT):
            read = {field.field: self._value(field, each) for field in REPORT_FIELDS}
            if read["key"]:
                return read | {
                    "text": restored(self._text, read.pop("replaced") or ()),
                    "language": read["language"] or "und",
                }
        meta = next(iter(self._all(METADATA)), None)
        title, id, uri, language = (
            getattr(meta, name, None) or None for name in ("documentTitle", "documentId", "documentUri", "language")
        )
        return {
            "key": title or id or self._where,
            "text": self._text,
            "language": language if language and language != "x-unspecified" else "und",
            "published": None,
            "title": title,
            "location": uri,
        }

    def _name_claims(self) -> None:
        claims = self._all("segun.Claim")
        fresh = checked.fresh({unescaped(each.identifier) for each in claims if getattr(each, "identifier", None)})
        for each in claims:
            self._claims[each.xmiID] = unescaped(getattr(each, "identifier", None) or next(fresh))

    def _read_sources(self) -> list[dict[str, Any]]:
        layer = BY_NAME["segun.Source"]
        sources: dict[str, dict[str, Any]] = {}
        mentions = self._all(layer.name)
        fresh = checked.fresh({unescaped(each.identifier) for each in mentions if getattr(each, "identifier", None)})
        for each in sorted(mentions, key=lambda each: not getattr(each, "identifier", None)):
            read = {field.field: self._value(field, each) for field in layer.fields if field.field}
            read["name"] = read["name"] or self._text[each.begin : each.end]
            read["id"] = read["id"] or next(
                (id for id, known in sources.items() if known["name"] == read["name"]), None
            )
            if read["id"] not in sources:
                self._need(layer.name, each)
                read["id"] = read["id"] or next(fresh)
                sources[read["id"]] = read | {"mentions": [], "aliases": read["aliases"] or []}
            self._sources[each.xmiID] = read["id"]
            if not getattr(each, "absent", None):
                sources[read["id"]]["mentions"].append(_span(each))
        return list(sources.values())

    def _record(self, layer: Layer, each: Any) -> dict[str, Any]:
        self._need(layer.name, each)
        read = {field.field: self._value(field, each) for field in layer.fields}
        for field, default in _DEFAULTS.get(layer.name, {}).items():
            if read[field] is None:
                read[field] = default
        if layer.name == "segun.Claim":
            read["id"] = self._claims[each.xmiID]
            read["quotation"] = read["quotation"] or ("indirect" if read["relays"] else "none")
        if layer.name == "segun.Relay" and not read["source"]:
            linked = (self._sources.get(target.xmiID) for _, target in self._targets(each, "named"))
            read["source"] = next((id for id in linked if id), None)
        read[layer.where] = self._spans(layer, each)
        return read

    def _spans(self, layer: Layer, each: Any) -> list[Any]:
        if not layer.many:
            return _span(each)
        if getattr(each, "absent", None):
            return []
        return [_span(each), *(_span(part) for _, part in self._targets(each, "parts"))]

    def _targets(self, each: Any, feature: str) -> Iterator[tuple[str, Any]]:
        array = getattr(each, feature, None)
        for link in getattr(array, "elements", None) or ():
            if link is not None and link.target is not None:
                yield unescaped(link.role or ""), link.target

    def _value(self, field: Field, each: Any) -> Any:
        if field.kind in SLOTS:
            return self._linked(field, list(self._targets(each, field.feature)))
        value = getattr(each, field.feature, None)
        match field.kind:
            case "text":
                return None if value is None else unescaped(value)
            case "number" | "json":
                return self._parsed(field, each, value) if value else ([] if field.feature in _LISTS else None)
            case "flag":
                return bool(value)
            case "names":
                return [unescaped(name or "") for name in getattr(value, "elements", None) or ()]
        return value

    def _linked(self, field: Field, targets: Sequence[tuple[str, Any]]) -> Any:
        match field.kind:
            case "claims":
                return [self._claims[claim.xmiID] for _, claim in targets if claim.xmiID in self._claims]
            case "part":
                return _span(targets[0][1]) if targets else None
            case "inner":
                return [self._record(BY_NAME[f"segun.{field.of}"], inner) for _, inner in targets]
            case "cast":
                return [{"role": role, "span": _span(part)} for role, part in targets]
        return [_span(part) for _, part in targets]

    def _parsed(self, field: Field, each: Any, value: str) -> Any:
        try:
            if field.kind == "json":
                return json.loads(value)
            return int(value) if _WHOLE.fullmatch(value) else float(value)
        except ValueError as wrong:
            form = "JSON" if field.kind == "json" else "a number in digits with a decimal point"
            raise self._wrong(each, f"has {value!r} as its {field.feature}", f"Write it as {form}") from wrong

    def _need(self, layer: str, each: Any) -> None:
        for feature in _NEEDED.get(layer, ()):
            if not getattr(each, feature, None):
                raise self._wrong(each, f"has no {feature}", "Set it, or delete the annotation")

    def _wrong(self, each: Any, what: str, remedy: str) -> ReadError:
        begin, end = each.begin, each.end
        words = "" if begin is None or end is None else f" on “{self._text[begin : min(end, begin + 40)]}”"
        return ReadError(self._where, f"The annotation {each.type.name}{words} {what}.", f"{remedy}.")


_LISTS = frozenset({"candidates", "alternatives"})


def _span(each: Any) -> list[int]:
    return [each.begin, each.end]
