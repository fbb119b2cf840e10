"""An open ledger: its connection, its transactions, and the outlets that it knows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from segun.ledger import file
from segun.outlets import Outlet, Outlets, shipped


class Opened:
    """What every part of a ledger's interface stands on."""

    def __init__(self, path: str | Path, *, create: bool = False, readonly: bool = False) -> None:
        self.path = Path(path)
        self._connection = file.connect(self.path, create=create, readonly=readonly)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; everything acknowledged is on the disk already."""
        self._connection.close()

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets that it knows: those shipped with segun, under those of the user's list."""
        with self._telling() as connection:
            rows = connection.execute("SELECT object FROM outlets WHERE given").fetchall()
        return shipped().under(Outlet.of(json.loads(row[0])) for row in rows)

    # for what is kept beside the claims

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Lend the connection to read tables that other modules keep; errors come as :exc:`LedgerError`."""
        return self._telling()

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Lend the connection for one transaction: all of it is written, or nothing."""
        return self._writing()

    @contextmanager
    def _telling(self) -> Iterator[sqlite3.Connection]:
        with file.telling(self.path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with file.telling(self.path), file.writing(self._connection):
            yield self._connection


def now() -> str:
    """Return this moment in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
