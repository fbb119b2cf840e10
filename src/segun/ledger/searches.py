"""Searches that people of the desk keep, for themselves or for everybody."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from segun.ledger.errors import LedgerError, NotInLedgerError

LONGEST_NAME, LONGEST_QUERY = 200, 8000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Search:
    """One kept search."""

    row: int
    owner: int | None
    """The row of an account; ``None`` where it is everybody's."""
    name: str
    query: str
    """As in an address, after the question mark."""
    made: str


def of(connection: sqlite3.Connection, owner: int | None) -> list[Search]:
    """Return the searches that an account sees: its own and everybody's, by name."""
    rows = connection.execute(
        "SELECT id, owner, name, query, made FROM searches WHERE owner IS NULL OR owner = ? ORDER BY name, id", (owner,)
    )
    return [Search(*row) for row in rows]


def keep(connection: sqlite3.Connection, owner: int | None, name: str, query: str, *, at: str) -> None:
    """Keep a search; one of the same owner and name gives way.

    Raises:
        LedgerError: the name is empty or too long, or the query is too long.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise LedgerError(
            "The search cannot be kept.", f"Give it a name of 1 to {LONGEST_NAME} characters, and shorten what it asks."
        )
    connection.execute("DELETE FROM searches WHERE owner IS ? AND name = ?", (owner, name))
    connection.execute(
        "INSERT INTO searches (owner, name, query, made) VALUES (?, ?, ?, ?)", (owner, name, query.lstrip("?"), at)
    )


def drop(connection: sqlite3.Connection, row: int, *, owner: int | None, everybodys: bool) -> None:
    """Remove a search.

    Args:
        connection: in a transaction.
        row: of the search.
        owner: the account that asks.
        everybodys: whether it may remove those that are everybody's.

    Raises:
        NotInLedgerError: there is none that this account may remove.
    """
    gone = connection.execute(
        "DELETE FROM searches WHERE id = ? AND (owner = ? OR (owner IS NULL AND ?))", (row, owner, everybodys)
    )
    if not gone.rowcount:
        raise NotInLedgerError("There is no such search of yours.", "Look at the list of searches again.")
