"""Who did what at the desk, when, from where, and whether it was let: a list that is only appended to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

DONE = "done"
"""The outcome of what was let."""
_LONGEST = 300
"""Characters that are kept of a target or an outcome."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit."""

    number: int
    at: str
    who: str
    """Empty where nobody is known."""
    role: str
    what: str
    target: str
    address: str
    outcome: str


def append(
    connection: sqlite3.Connection, *, at: str, who: str, role: str, what: str, target: str, address: str, outcome: str
) -> None:
    """Write a line; the caller holds the write lock.

    Args:
        connection: in a transaction, best the one of what is written about.
        at: ISO 8601 in UTC.
        who: a name, or nothing.
        role: the role in which it was done, or nothing.
        what: the action.
        target: a key, a number or the name of an account; never words of a report.
        address: the network address, or nothing.
        outcome: :data:`DONE`, or why it was refused.
    """
    values = (at, who, role, what, _storable(target), address, _storable(outcome))
    connection.execute(
        "INSERT INTO audit (at, who, role, what, target, address, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)", values
    )


def entries(
    connection: sqlite3.Connection,
    *,
    who: str | None = None,
    since: str = "",
    before: int | None = None,
    limit: int | None = None,
) -> Iterator[Entry]:
    """Yield the lines, the latest first.

    Args:
        connection: an open ledger.
        who: only those of this name.
        since: only those at or after this moment in ISO 8601.
        before: only those with a smaller number, to go on in a list.
        limit: how many at most.
    """
    where, values = ["at >= ?"], [since]
    if who is not None:
        where.append("who = ?")
        values.append(who)
    if before is not None:
        where.append("id < CAST(? AS INTEGER)")
        values.append(str(before))
    asked = (
        "SELECT id, at, who, role, what, target, address, outcome FROM audit "
        f"WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"
    )
    for row in connection.execute(asked, (*values, -1 if limit is None else limit)):
        yield Entry(*row)


def _storable(words: str) -> str:
    return words[:_LONGEST].encode("utf-8", "replace").decode()
