"""Annotations as a file: one collection, one page, one annotation a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from segun.errors import ReadError
from segun.export.jsonl import json_line
from segun.export.lineage import NONE, Lineage
from segun.export.webannotation.terms import CONTEXT, PROGRAM, VERSION
from segun.export.webannotation.write import annotated
from segun.model import Analysis, Decision

_PROGRAM = {"id": PROGRAM, "type": ["Software", "SoftwareAgent"], "name": "segun", "version": VERSION}
_HEAD = {
    "@context": CONTEXT,
    "type": "AnnotationCollection",
    "label": "Claims, and according to whom",
    "generator": _PROGRAM,
}
_OPENED = ',"first":{"type":"AnnotationPage","startIndex":0,"items":['
_REMEDY = "Give a W3C annotation collection, page or annotation with what it consists of, not only its address."


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give a function that writes one analysis' annotations to ``out``, and close the collection after.

    The function takes the analysis, the decisions on it, what the last trace of a ledger found of it, and with ``keys``
    what a ledger calls its sources, by their ids. Nothing is kept in memory. What breaks off leaves ``out`` unfinished.
    """
    out.write(json_line(_HEAD)[:-1] + _OPENED)
    digest = hashlib.sha256()
    total = 0

    def write(
        analysis: Analysis,
        decisions: Sequence[Decision] = (),
        traced: Lineage = NONE,
        *,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        nonlocal total
        for annotation in annotated(analysis, decisions, keys, traced):
            line = json_line(annotation)
            out.write((",\n" if total else "\n") + line)
            digest.update(line.encode())
            total += 1

    yield write
    name = f"urn:segun:collection:{digest.hexdigest()}"
    out.write(f'\n],"id":"{name}:page"}},"total":{total},"id":"{name}"}}\n')


def opened(stream: TextIO) -> tuple[bool, Iterator[dict[str, Any]]]:
    """Return whether a file is one that :func:`writing` wrote, and its annotations.

    Of such a file one line is read after the other. Any other file is read whole: a collection with its pages in it, a
    page, an annotation, or a list of them.

    Raises:
        ReadError: it is no JSON, breaks off, or holds no annotations; not before it is iterated, if it is segun's.
    """
    head = stream.readline()
    if head.rstrip("\r\n").endswith(_OPENED):
        return True, _lines(stream)
    return False, iter(list(_listed(_loaded(head + stream.read(), "this file"))))


def _lines(stream: TextIO) -> Iterator[dict[str, Any]]:
    number = 1
    for number, line in enumerate(stream, start=2):
        words = line.strip().rstrip(",")
        if words.startswith("]"):
            return
        if words:
            yield from _listed(_loaded(words, f"line {number}"))
    raise ReadError(f"line {number}", "The file breaks off.", "Export or copy it again.")


def _loaded(text: str, where: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as wrong:
        raise ReadError(where, f"It is no JSON: {wrong}.", "Give a file of annotations in JSON-LD.") from wrong


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _listed(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from _listed(each)
        return
    types = _strings(data.get("type", data.get("@type"))) if isinstance(data, dict) else []
    if "Annotation" in types or "oa:Annotation" in types:
        yield data
    elif "AnnotationCollection" in types and isinstance(data.get("first"), dict):
        yield from _listed(data["first"])
    elif "AnnotationPage" in types and isinstance(data.get("items"), list):
        yield from _listed(data["items"])
        if isinstance(data.get("next"), dict):
            yield from _listed(data["next"])
        elif data.get("next"):
            raise ReadError("this file", "Its next page lies elsewhere.", _REMEDY)
    elif isinstance(data, dict) and isinstance(data.get("@graph"), list):
        yield from (each for part in data["@graph"] if _is_annotation(part) for each in _listed(part))
    else:
        raise ReadError("this file", "It holds something that is no annotation.", _REMEDY)


def _is_annotation(data: Any) -> bool:
    return isinstance(data, dict) and "Annotation" in _strings(data.get("type", data.get("@type")))


def _strings(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
