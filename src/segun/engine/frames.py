"""Tables between the stages: Parquet files, each written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

REPORTS = pa.schema(
    [
        ("report", pa.string()),  # its key
        ("story", pa.string()),  # empty before stories are known
        ("about", pa.string()),  # the contract's JSON of the report
        ("packed", pa.binary()),  # its analysis, as a ledger keeps it
        ("claims", pa.string()),  # JSON: the ledger's key of each claim
        ("owner", pa.string()),  # who owns the outlet, where owners count as one
        ("problem", pa.string()),  # why there is no analysis; null where there is one
    ]
)
KEYS = pa.schema(
    [
        ("report", pa.string()),
        ("time", pa.float64()),  # seconds since 1970, infinite where it is not dated
        ("fresh", pa.bool_()),
        ("keys", pa.list_(pa.int64())),
    ]
)
PAIRS = pa.schema([("a", pa.int64()), ("b", pa.int64()), ("shared", pa.int64())])
STORIES = pa.schema([("report", pa.string()), ("story", pa.string())])
FOUND = pa.schema([("story", pa.string()), ("kind", pa.string()), ("number", pa.int64()), ("object", pa.string())])


def write(path: Path, columns: Mapping[str, Sequence[Any] | pa.Array], schema: pa.Schema) -> None:
    """Write a table; the file is there as a whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    try:
        table = pa.table({name: pa.array(columns[name], schema.field(name).type) for name in schema.names}, schema)
        parquet.write_table(table, draft, compression="zstd")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> None:
    """Write a table from its rows."""
    kept = list(rows)
    write(path, {name: [row[name] for row in kept] for name in schema.names}, schema)


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    found: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return found


def table(path: Path) -> pa.Table:
    """Return a table by its columns."""
    return parquet.read_table(path)


def some(path: Path, column: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the rows of a table whose column has one of some values."""
    found: list[dict[str, Any]] = parquet.read_table(path, filters=[(column, "in", list(values))]).to_pylist()
    return found
