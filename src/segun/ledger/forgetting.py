"""Forgetting lawfully: a report, its text and all that was drawn from it go; a tombstone and the chain stay."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from segun.ledger import chain, keeping
from segun.ledger.corrections import added_key
from segun.ledger.index import clear
from segun.ledger.packing import keys as keyed
from segun.ledger.packing import unpack

TRACED = ("traces", "traced", "members", "groups", "derivations", "links", "headlines")
"""The tables of a trace."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went."""

    reports: tuple[str, ...]
    """Their keys."""
    texts: int
    claims: int
    contents: int
    """Decisions whose content went; the decisions stay in the chain."""
    sources: int
    """Sources that no other report names."""


def forget(
    connection: sqlite3.Connection, reports: Sequence[int], target: str, *, by: str, why: str, at: str
) -> Forgotten:
    """Remove reports; the caller holds the write lock and calls :func:`scrub` after it.

    A text goes with the last report that carries it, and with it its analyses, claims, and the contents of the
    decisions on them. A tombstone with a digest keeps the report, or the text, from coming in again.

    Args:
        connection: an open ledger.
        reports: their rows.
        target: the report's id, or the source's key, as the chain names it.
        by: who decides.
        why: the reason, which the tombstone keeps.
        at: ISO 8601 in UTC.
    """
    keys: list[str] = []
    contents: list[int] = []
    texts = claims = 0
    for row in reports:
        report_id, key, text, analysis = connection.execute(
            "SELECT report_id, key, text, analysis FROM reports WHERE id = ?", (row,)
        ).fetchone()
        keys.append(key)
        _bury(connection, report_id, "report", by=by, why=why, at=at)
        contents += _gone(connection, "decision IN (SELECT value FROM json_each(?))", _as_second(connection, row))
        contents += _gone(
            connection, "decision IN (SELECT number FROM decisions WHERE target = ? AND kind <> 'add')", report_id
        )
        connection.execute("DELETE FROM reports WHERE id = ?", (row,))
        if connection.execute("SELECT 1 FROM reports WHERE analysis = ?", (analysis,)).fetchone() is None:
            claims += connection.execute("SELECT count(*) FROM claims WHERE analysis = ?", (analysis,)).fetchone()[0]
            clear(connection, analysis)
        if connection.execute("SELECT 1 FROM reports WHERE text = ?", (text,)).fetchone() is None:
            contents += _forget_text(connection, text, by=by, why=why, at=at)
            texts += 1
    if keys:
        untrace(connection)
    sources, about = _orphans(connection)
    contents += about
    body = {"reports": len(keys), "texts": texts, "contents": sorted(contents)}
    chain.append(connection, "forget", target, body, by=by, why=why, at=at)
    return Forgotten(tuple(keys), texts, claims, len(contents), sources)


def untrace(connection: sqlite3.Connection) -> None:
    """Remove what the last trace found, which holds words of the reports; the next trace makes it anew."""
    for table in TRACED:
        connection.execute(f"DELETE FROM {table}")


def scrub(connection: sqlite3.Connection) -> None:
    """Overwrite what was removed, in the file and its log, so that nothing of it can be read from the disk's blocks.

    Takes time in proportion to the ledger; no other connection may be writing.
    """
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def naming(connection: sqlite3.Connection, source: int) -> list[int]:
    """Return the rows of the reports in which a source asserts or relays something."""
    rows = connection.execute(
        "SELECT DISTINCT r.id FROM reports r WHERE r.text IN (SELECT a.text FROM analyses a "
        "JOIN claims c ON c.analysis = a.id JOIN relays l ON l.claim = c.id JOIN names n ON n.id = l.name "
        "WHERE n.source = ?) ORDER BY r.id",
        (source,),
    )
    return [row[0] for row in rows]


def _gone(connection: sqlite3.Connection, where: str, value: object) -> list[int]:
    """Remove contents of decisions and return the decisions' numbers, which the chain keeps."""
    rows = connection.execute(f"DELETE FROM contents WHERE {where} RETURNING decision", (value,))
    return [int(row[0]) for row in rows.fetchall()]


def _as_second(connection: sqlite3.Connection, row: int) -> str:
    """Return as JSON which decisions on two name second this report, or a claim of its text where that goes with it."""
    report_id, text = connection.execute("SELECT report_id, text FROM reports WHERE id = ?", (row,)).fetchone()
    others = [str(report_id)]
    if connection.execute("SELECT count(*) FROM reports WHERE text = ?", (text,)).fetchone()[0] == 1:
        report = keeping.report_of(connection, row)
        for (written,) in connection.execute("SELECT object FROM analyses WHERE text = ?", (text,)):
            others += [key for key, _ in keyed(unpack(written, report))]
        added = (each for each in chain.on_text(connection, text) if each.kind == "add" and each.body is not None)
        others += [added_key(each, report.text_id) for each in added]
    return json.dumps(chain.naming(connection, others))


def _forget_text(connection: sqlite3.Connection, text: int, *, by: str, why: str, at: str) -> list[int]:
    digest = connection.execute("SELECT sha256 FROM texts WHERE id = ?", (text,)).fetchone()[0]
    _bury(connection, digest, "text", by=by, why=why, at=at)
    for (analysis,) in connection.execute("SELECT id FROM analyses WHERE text = ?", (text,)).fetchall():
        clear(connection, analysis)
    connection.execute("DELETE FROM analyses WHERE text = ?", (text,))
    gone = _gone(connection, "text = ?", text)
    connection.execute("DELETE FROM texts WHERE id = ?", (text,))
    return gone


def _bury(connection: sqlite3.Connection, digest: str, kind: str, *, by: str, why: str, at: str) -> None:
    connection.execute("INSERT OR IGNORE INTO tombstones VALUES (?, ?, ?, ?, ?)", (digest, kind, why, by, at))


def _orphans(connection: sqlite3.Connection) -> tuple[int, list[int]]:
    """Remove the names that no claim uses any more, then the sources without names and the contents about them.

    Returns:
        How many sources went, and the numbers of the decisions whose contents went.
    """
    connection.execute("DELETE FROM names WHERE id NOT IN (SELECT name FROM relays WHERE name IS NOT NULL)")
    connection.execute(
        "UPDATE sources SET name = (SELECT n.name FROM names n WHERE n.home = sources.id ORDER BY n.id LIMIT 1) "
        "WHERE id IN (SELECT home FROM names) AND name NOT IN (SELECT n.name FROM names n WHERE n.home = sources.id)"
    )
    unused = "SELECT id FROM sources WHERE id NOT IN (SELECT home FROM names) AND id NOT IN (SELECT source FROM names)"
    keys = f"SELECT key FROM sources WHERE id IN ({unused})"
    about = _gone(connection, f"? AND decision IN (SELECT number FROM decisions WHERE target IN ({keys}))", True)
    return connection.execute(f"DELETE FROM sources WHERE id IN ({unused})").rowcount, about
