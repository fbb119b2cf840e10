"""Whether the tables that are asked are what analyses and decisions make of them."""

from __future__ import annotations

import sqlite3
from typing import Any

from segun.ledger import keeping
from segun.outlets import Outlets

_ROWS = (
    "SELECT c.key, c.number, c.name, c.content, c.factuality, c.speech_act, c.quotation, c.confidence, c.depth, "
    "c.continued, c.headline, c.parent, c.condition, c.review, w.marked, w.bare, "
    "(SELECT json_group_array(json_array(l.level, l.innermost, l.name, l.cue, l.how)) FROM relays l "
    "WHERE l.claim = c.id), "
    "(SELECT json_group_array(json_array(t.words, t.type, t.value, t.first, t.last, t.relates_to)) FROM times t "
    "WHERE t.claim = c.id), "
    "(SELECT json_group_array(json_array(p.words, p.name, p.kind, p.country, p.lat, p.lon, p.inside, p.metonymy, "
    "b.south IS NOT NULL)) FROM places p LEFT JOIN points b ON b.id = p.id WHERE p.claim = c.id), "
    "(SELECT json_group_array(json_array(q.words, q.value, q.value_max, q.unit, q.approximate)) FROM quantities q "
    "WHERE q.claim = c.id) "
    "FROM claims c LEFT JOIN words w ON w.rowid = c.id WHERE c.analysis = ? ORDER BY c.number"
)


def stale(connection: sqlite3.Connection, outlets: Outlets) -> list[str]:
    """Return the reports whose rows are not what would be drawn anew; nothing is changed, but the ledger is locked.

    Args:
        connection: an open ledger.
        outlets: the known outlets.
    """
    found = []
    connection.execute("BEGIN IMMEDIATE")
    try:
        texts = [row[0] for row in connection.execute("SELECT DISTINCT text FROM reports ORDER BY text")]
        for text in texts:
            before = rows(connection, text)
            connection.execute("SAVEPOINT drawn")
            keeping.reindex(connection, text, outlets)
            same = rows(connection, text) == before
            connection.execute("ROLLBACK TO drawn")
            connection.execute("RELEASE drawn")
            if not same:
                key = connection.execute("SELECT key FROM reports WHERE text = ? LIMIT 1", (text,)).fetchone()[0]
                found.append(f"the claims of {key} are not what its analysis and the decisions on it make of them")
    finally:
        connection.execute("ROLLBACK")
    return found


def rows(connection: sqlite3.Connection, text: int) -> list[tuple[Any, ...]]:
    """Return all that the tables say of a text, without the numbers of rows."""
    analyses = connection.execute(
        "SELECT DISTINCT analysis FROM reports WHERE text = ? ORDER BY analysis", (text,)
    ).fetchall()
    return [row for (analysis,) in analyses for row in connection.execute(_ROWS, (analysis,))]
