"""Gold from files: a folder of NAME.json beside NAME.txt, or JSON Lines whose lines carry their text."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from segun.errors import SegunError
from segun.gold.records import GoldClaim, GoldRelay, GoldText
from segun.model import Span, Spans

_REMEDY = "docs/evaluation.md says how a gold is written."


class GoldError(SegunError):
    """A gold that cannot be read."""


Failed = Callable[[GoldError], None]
"""Told of a text whose gold cannot be read."""


def read(path: Path, failed: Failed | None = None) -> list[GoldText]:
    """Return the texts of a gold, in the order of their keys or lines; those without claims are left out.

    Args:
        path: a folder, or a file of JSON Lines, gzipped if its name ends in ``.gz``.
        failed: told of each text whose gold cannot be read, so that it does not cost the others; without it that is
            raised.

    Raises:
        GoldError: nothing is there, or it is no gold; the message names the file and the line or field.
    """
    try:
        found = list(_folder(path, failed or _raised) if path.is_dir() else _lines(path, failed or _raised))
    except FileNotFoundError as error:
        raise GoldError(f"{error.filename} does not exist.", _REMEDY) from error
    except (OSError, UnicodeDecodeError, EOFError, zlib.error) as error:
        raise GoldError(f"{path} cannot be read: {error}.", _REMEDY) from error
    if not found:
        raise GoldError(f"{path} holds no text with claims.", _REMEDY)
    return found


def _raised(error: GoldError) -> None:
    raise error


def _folder(path: Path, failed: Failed) -> Iterator[GoldText]:
    for each in sorted(path.glob("*.json")):
        if each.name.endswith(".meta.json"):
            continue
        try:
            found = _file(each)
        except GoldError as error:
            failed(error)
            continue
        if found is not None:
            yield found


def _file(path: Path) -> GoldText | None:
    text = path.with_suffix(".txt")
    if not text.exists():  # the texts of a gold may lie with other reports
        beside = path.resolve().parents[2] / "reports" / text.name
        text = beside if beside.exists() else text
    try:
        given = _object(path.read_text(encoding="utf-8"), str(path))
        if given.get("claims") is None:
            return None
        return _text(path.stem, text.read_bytes().decode("utf-8"), given, str(path))
    except FileNotFoundError as error:
        raise GoldError(f"{error.filename} does not exist, the text of {path.name}.", _REMEDY) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} or its text cannot be read: {error}.", _REMEDY) from error


def _lines(path: Path, failed: Failed) -> Iterator[GoldText]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                found = _line(line, number, f"{path}, line {number}")
            except GoldError as error:
                failed(error)
                continue
            if found is not None:
                yield found


def _line(line: str, number: int, where: str) -> GoldText | None:
    given = _object(line, where)
    if given.get("claims") is None:
        return None
    if not isinstance(given.get("text"), str):
        raise GoldError(f"{where}: 'text' is missing.", _REMEDY)
    return _text(str(given.get("id", number)), given["text"], given, where)


def _object(written: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(written)
    except ValueError as error:
        raise GoldError(f"{where} is no JSON: {error}.", _REMEDY) from error
    if not isinstance(found, dict):
        raise GoldError(f"{where} is no JSON object.", _REMEDY)
    return found


def _text(key: str, text: str, given: Mapping[str, Any], where: str) -> GoldText:
    try:
        claims = tuple(_claim(each, len(text)) for each in given["claims"])
    except KeyError as error:
        raise GoldError(f"{where}: a claim has no {error}.", _REMEDY) from error
    except (TypeError, ValueError) as error:
        raise GoldError(f"{where}: a claim is not as a gold's should be: {error}.", _REMEDY) from error
    return GoldText(key, text, claims, given.get("language"), given.get("published"))


def _claim(given: Mapping[str, Any], size: int) -> GoldClaim:
    spans = _spans(given["spans"], size)
    if not spans:
        raise ValueError("a claim without spans")
    return GoldClaim(
        spans,
        tuple(
            GoldRelay(
                _spans(relay.get("source_spans", ()), size),
                _spans(relay.get("cue_spans", ()), size),
                relay["how"],
                bool(relay.get("optional")),
            )
            for relay in given["relays"]
        ),
        given.get("factuality"),
        given.get("quotation"),
        given.get("speech_act"),
        bool(given.get("required")),
    )


def _spans(given: Any, size: int) -> Spans:
    spans = tuple(Span(int(start), int(end)) for start, end in given)
    for span in spans:
        if not 0 <= span.start < span.end <= size:
            raise ValueError(f"span {list(span)} lies outside a text of {size} characters")
    return spans
