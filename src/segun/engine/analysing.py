"""The stage from texts to analysed reports."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segun.attribute.continuation import CarryOn
from segun.engine import frames
from segun.errors import SegunError, own_fault
from segun.ledger.packing import as_object, keys, pack
from segun.model import Report

if TYPE_CHECKING:
    from segun.gazetteer import Gazetteer

_TOLD = ("published", "outlet", "title", "byline", "language", "location")


def analyse(source: Path, target: Path, carry_on: CarryOn, places: bool, made_of: str) -> None:
    """Write the analyses of the texts of a file.

    Args:
        source: Parquet with a column ``text``, and what else is known of each report.
        target: analysed reports (:data:`segun.engine.frames.REPORTS`); of one that failed, why.
        carry_on: how readily an account goes on.
        places: whether the names of places are looked up.
        made_of: what the analyses depend on, which the file tells (:func:`segun.engine.frames.made_of`).

    Raises:
        SegunError: the file has no column ``text``.
    """
    found = frames.rows(source)
    if found and "text" not in found[0]:
        raise SegunError(f"{source} has no column 'text'.", "Rename the column that holds the reports' texts.")
    frames.write_rows(
        target,
        (_analysed(row, f"{source.stem}-{at}", carry_on, places=places) for at, row in enumerate(found)),
        frames.REPORTS,
        made_of,
    )


def _analysed(row: dict[str, Any], name: str, carry_on: CarryOn, *, places: bool) -> dict[str, Any]:
    from segun.pipeline import analyze

    told: dict[str, Any] = {key: str(row[key]) for key in _TOLD if row.get(key) is not None}
    report = Report(str(row.get("id") or name), row["text"] or "", **told)
    empty = {"report": report.key, "story": "", "about": "", "packed": b"", "claims": "{}", "owner": None}
    if not report.text.strip():
        return {**empty, "problem": "The text is empty. Leave the row out."}
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
