"""Found claims as JSON lines, CSV and Parquet: a row each, written as they are read."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, TextIO, cast

from segun.ledger.records import Found

COLUMNS = (
    "claim",
    "source",
    "sources",
    "source_keys",
    "factuality",
    "speech_act",
    "quotation",
    "confidence",
    "content",
    "condition",
    "times",
    "places",
    "report",
    "outlet",
    "published",
    "language",
    "headline",
    "review",
    "carried",
    "origins",
)
"""``sources`` from the one nearest to the reader to ``source``, who asserts it; both empty for the report itself."""
_COUNTS = ("carried", "origins")
_LISTS = ("sources", "source_keys", "times", "places")
_BATCH = 2_000


def as_object(found: Found) -> dict[str, Any]:
    """Return a claim as an object of dicts, lists, strings and numbers only."""
    fields = asdict(found)
    del fields["row"]
    return {"claim": fields.pop("key"), **fields}


def write_json(claims: Iterable[Found], out: TextIO) -> int:
    """Write one object a line and return how many."""
    from segun.export.jsonl import json_line

    count = 0
    for count, found in enumerate(claims, start=1):  # noqa: B007 - it is what is returned
        out.write(json_line(as_object(found)) + "\n")
    return count


def write_csv(claims: Iterable[Found], out: TextIO) -> int:
    """Write the names of :data:`COLUMNS`, then a row a claim, and return how many claims.

    Several values in one cell are parted by ``"; "``, sources by ``" > "``. A cell that a spreadsheet would take for a
    formula gets an apostrophe before it.
    """
    from segun.export.shared import cell

    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for count, found in enumerate(claims, start=1):  # noqa: B007 - it is what is returned
        writer.writerow(_cell(name, value, cell) for name, value in _row(found).items())
    return count


def write_parquet(claims: Iterable[Found], path: Path) -> int:
    """Write a table with :data:`COLUMNS` that is there once it is whole, and return how many claims."""
    import pyarrow as pa
    from pyarrow import parquet

    several = pa.list_(pa.string())
    kinds = {"confidence": pa.float64(), "headline": pa.bool_(), **dict.fromkeys(_LISTS, several)}
    kinds |= dict.fromkeys(_COUNTS, pa.int64())
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with parquet.ParquetWriter(draft, schema) as writer:
            for batch in _batches(claims):
                rows = [{name: _encodable(value) for name, value in _row(found).items()} for found in batch]
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                count += len(batch)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return count


def _row(found: Found) -> dict[str, Any]:
    names = found.said_by
    values = (
        found.key,
        names[-1] if names else None,
        list(names),
        [link.source for link in found.relays],
        found.factuality,
        found.speech_act,
        found.quotation,
        found.confidence,
        found.content,
        found.condition,
        list(found.times),
        list(found.places),
        found.report,
        found.outlet,
        found.published,
        found.language,
        found.headline,
        found.review,
        found.carried,
        found.origins,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _cell(name: str, value: Any, cell: Callable[[str], str | None]) -> str | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return cell((" > " if name.startswith("source") else "; ").join(each or "" for each in value))
    if isinstance(value, (float, int)) or value is None or name in ("claim", "factuality"):
        return cast("float | str | None", value)
    return cell(value)


def _encodable(value: Any) -> Any:
    """Return a value whose words UTF-8 can carry."""
    from segun.export.shared import plain

    if isinstance(value, list):
        return [None if each is None else plain(each) for each in value]
    return plain(value) if isinstance(value, str) else value


def _batches(claims: Iterable[Found]) -> Iterator[list[Found]]:
    waiting = iter(claims)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
