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
_MADE_OF = b"made_of"
FOUND = pa.schema([("story", pa.string()), ("kind", pa.string()), ("number", pa.int64()), ("object", pa.string())])


def write(path: Path, columns: Mapping[str, Sequence[Any] | pa.Array], schema: pa.Schema, made_of: str = "") -> None:
    """Write a table, and what it was made of; the file is there as a whole or not at all."""
    schema = schema.with_metadata({_MADE_OF: made_of}) if made_of else schema
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    try:
        table = pa.table({name: pa.array(columns[name], schema.field(name).type) for name in schema.names}, schema)
        parquet.write_table(table, draft, compression="zstd")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]], schema: pa.Schema, made_of: str = "") -> None:
    """Write a table from its rows, and what it was made of."""
    kept = list(rows)
    write(path, {name: [row[name] for row in kept] for name in schema.names}, schema, made_of)


def made_of(path: Path) -> str:
    """Return what a table says that it was made of; empty where there is no table, or it does not say so."""
    if not path.exists():
        return ""
    told: bytes = (parquet.read_schema(path).metadata or {}).get(_MADE_OF, b"")
    return told.decode()


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    found: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return found


def table(path: Path) -> pa.Table:
    """Return a table by its columns."""
    return parquet.read_table(path)


def values(path: Path, column: str) -> int:
    """Return how many values a column has, those within its lists counted singly, without reading it."""
    told = parquet.read_metadata(path)
    groups = (told.row_group(at) for at in range(told.num_row_groups))
    columns = (group.column(at) for group in groups for at in range(group.num_columns))
    return sum(each.num_values for each in columns if each.path_in_schema.partition(".")[0] == column)


def some(path: Path, column: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the rows of a table whose column has one of some values."""
    found: list[dict[str, Any]] = parquet.read_table(path, filters=[(column, "in", list(values))]).to_pylist()
    return found
