"""The stage from texts to analysed reports."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from segun.attribute.continuation import CarryOn
from segun.engine import frames
from segun.errors import SegunError, own_fault
from segun.ledger.packing import as_object, keys, pack
from segun.model import Report
from segun.read.dates import iso

if TYPE_CHECKING:
    from segun.gazetteer import Gazetteer

_TOLD = ("published", "outlet", "title", "byline", "language", "location")


def analyse(source: Path, target: Path, carry_on: CarryOn, places: bool, made_of: str) -> None:
    """Write the analyses of the texts of a file.

    Args:
        source: Parquet with a column ``text``, and what else is known of each report.
        target: analysed reports (:data:`segun.engine.frames.REPORTS`); of one that failed, why. Of a file that cannot
            be read there is one row under its name, with the reason.
        carry_on: how readily an account goes on.
        places: whether the names of places are looked up.
        made_of: what the analyses depend on, which the file tells (:func:`segun.engine.frames.made_of`).
    """
    try:
        found = _read(source)
    except SegunError as error:
        frames.write_rows(target, [{**_empty(source.name), "problem": str(error)}], frames.REPORTS, made_of)
        return
    frames.write_rows(
        target,
        (_analysed(row, f"{source.stem}-{at}", carry_on, places=places) for at, row in enumerate(found)),
        frames.REPORTS,
        made_of,
    )


def _read(source: Path) -> list[dict[str, Any]]:
    """Return the rows of a file.

    Raises:
        SegunError: it is no Parquet file that can be read, or it has no column ``text``.
    """
    try:
        found = frames.rows(source)
    except pa.ArrowException as error:
        told = str(error).partition("\n")[0].rstrip(".")
        raise SegunError(
            f"It cannot be read as a Parquet file: {told}.", "Write it again, and run this again."
        ) from error
    if found and "text" not in found[0]:
        raise SegunError("It has no column 'text'.", "Rename the column that holds the reports' texts.")
    return found


def _empty(name: str) -> dict[str, Any]:
    """Return the row of a report, or of a file, of which there is no analysis."""
    return {"report": name, "story": "", "about": "", "packed": b"", "claims": "{}", "owner": None}


def _analysed(row: dict[str, Any], name: str, carry_on: CarryOn, *, places: bool) -> dict[str, Any]:
    from segun.pipeline import analyze

    told: dict[str, Any] = {key: str(row[key]) for key in _TOLD if row.get(key) is not None}
    report = Report(str(row.get("id") or name), str(row["text"] or ""), **told)
    empty = _empty(report.key)
    if not report.text.strip():
        return {**empty, "problem": "The text is empty. Leave the row out."}
    if report.published is not None and iso(report.published) is None:
        problem = f"{report.published!r} under 'published' is no ISO 8601 date."
        return {**empty, "problem": f"{problem} Give it as 2031-04-28 or 2031-04-28T06:00:00Z, or leave it out."}
    try:
        found = analyze(report, carry_on=carry_on, gazetteer=_gazetteer() if places else None)
    except SegunError as error:
        return {**empty, "problem": str(error)}
    except Exception as error:  # noqa: BLE001 - one report on which segun itself fails must not cost the others
        return {**empty, "problem": str(own_fault(error))}
    return {
        **empty,
        "about": json.dumps(as_object(found.report), ensure_ascii=False),
        "packed": pack(found, found.report, "").object,
        "claims": json.dumps({claim.id: key for key, claim in keys(found)}),
        "problem": None,
    }


@cache
def _gazetteer() -> Gazetteer:
    from segun.gazetteer import open_or_build

    return open_or_build()
