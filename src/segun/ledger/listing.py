"""Reports and sources a page at a time, for lists that never load a whole ledger."""

from __future__ import annotations

import sqlite3
from typing import Literal

from segun.ledger import finding
from segun.ledger.records import StoredReport, StoredSource
from segun.ledger.words import fold

ReportSort = Literal["newest", "oldest", "added", "title", "outlet", "claims"]
SourceSort = Literal["asserts", "relays", "name"]

_REPORTS: dict[ReportSort, str] = {
    "newest": "r.published IS NULL, r.published DESC, r.id DESC",
    "oldest": "r.published IS NULL, r.published, r.id",
    "added": "r.id DESC",
    "title": "r.title IS NULL, folded(r.title), r.id",
    "outlet": "r.outlet IS NULL, folded(r.outlet), r.published DESC, r.id",
    "claims": "k.many DESC, r.id",
}
_SOURCES: dict[SourceSort, str] = {
    "asserts": "h.asserts DESC, s.id",
    "relays": "h.relays DESC, s.id",
    "name": "folded(coalesce(s.shown, s.name)), s.id",
}
_COUNTED = (
    "SELECT n.source, sum(l.innermost) AS asserts, sum(NOT l.innermost) AS relays "
    "FROM names n JOIN relays l ON l.name = n.id GROUP BY n.source"
)


def reports(
    connection: sqlite3.Connection, words: str = "", sort: ReportSort = "newest", *, limit: int, skip: int = 0
) -> list[StoredReport]:
    """Return reports whose title or outlet has all the words, in any case and with or without accents.

    Args:
        connection: an open ledger.
        words: parts of words will do; empty for all reports.
        sort: their order.
        limit: how many at most.
        skip: how many to pass over first.
    """
    where, values = _having("coalesce(r.title, '') || ' ' || coalesce(r.outlet, '') || ' ' || r.key", words)
    many = "LEFT JOIN (SELECT analysis, count(*) AS many FROM claims GROUP BY analysis) k ON k.analysis = r.analysis"
    rows = _rows(
        connection,
        f"SELECT r.id FROM reports r {many if sort == 'claims' else ''} WHERE {where} "
        f"ORDER BY {_REPORTS[sort]} LIMIT ? OFFSET ?",
        (*values, limit, skip),
    )
    marks = ", ".join("?" * len(rows))
    found = {each.row: each for each in finding.reports(connection, f"WHERE r.id IN ({marks})", tuple(rows))}
    return [found[row] for row in rows]


def count_reports(connection: sqlite3.Connection, words: str = "") -> int:
    """Return how many reports :func:`reports` has in all."""
    where, values = _having("coalesce(r.title, '') || ' ' || coalesce(r.outlet, '') || ' ' || r.key", words)
    return _rows(connection, f"SELECT count(*) FROM reports r WHERE {where}", values)[0]


def sources(
    connection: sqlite3.Connection, words: str = "", sort: SourceSort = "asserts", *, limit: int, skip: int = 0
) -> list[StoredSource]:
    """Return sources that assert or relay something, one of whose names has all the words.

    Args:
        connection: an open ledger.
        words: parts of words will do; empty for all sources.
        sort: their order; counts of it hold what people rejected, too.
        limit: how many at most.
        skip: how many to pass over first.
    """
    where, values = _named(words)
    rows = _rows(
        connection,
        f"SELECT s.id FROM ({_COUNTED}) h JOIN sources s ON s.id = h.source WHERE {where} "
        f"ORDER BY {_SOURCES[sort]} LIMIT ? OFFSET ?",
        (*values, limit, skip),
    )
    found = {each.row: each for each in finding.sources(connection, rows)} if rows else {}
    return [found[row] for row in rows if row in found]


def count_sources(connection: sqlite3.Connection, words: str = "") -> int:
    """Return how many sources :func:`sources` has in all."""
    where, values = _named(words)
    return _rows(
        connection, f"SELECT count(*) FROM ({_COUNTED}) h JOIN sources s ON s.id = h.source WHERE {where}", values
    )[0]


def relations(connection: sqlite3.Connection, source: int) -> tuple[list[tuple[str, str, int]], ...]:
    """Return who relays what a source asserts, and whose claims it relays: key, name and number of claims.

    Args:
        connection: an open ledger.
        source: its row.

    Returns:
        Those that relay it, then those that it relays, the most frequent first.
    """
    query = (
        "SELECT s.key, coalesce(s.shown, s.name), count(DISTINCT o.claim) AS many FROM names m "
        "JOIN relays l ON l.name = m.id AND l.innermost = ? JOIN claims c ON c.id = l.claim AND c.review <> 'rejected' "
        "JOIN relays o ON o.claim = l.claim AND o.innermost = ? JOIN names n ON n.id = o.name "
        "JOIN sources s ON s.id = n.source WHERE m.source = ? AND s.id <> m.source GROUP BY s.id "
        "ORDER BY many DESC, s.id"
    )
    return tuple(connection.execute(query, (inner, 1 - inner, source)).fetchall() for inner in (1, 0))


def direct(connection: sqlite3.Connection, source: int) -> int:
    """Return how many claims of a source reports have from itself, with nobody between."""
    return _rows(
        connection,
        "SELECT count(*) FROM names n JOIN relays l ON l.name = n.id AND l.innermost JOIN claims c ON c.id = l.claim "
        "WHERE n.source = ? AND l.level = 1 AND c.review <> 'rejected'",
        (source,),
    )[0]


def sole_origins(connection: sqlite3.Connection) -> dict[str, int]:
    """Return, by the folded name of an origin, of how many claims that several reports carry it is the only one."""
    rows = connection.execute(
        "SELECT json_extract(object, '$.origins[0].source'), count(*) FROM groups "
        "WHERE carrying > 1 AND independent = 1 GROUP BY 1"
    )
    found: dict[str, int] = {}
    for name, many in rows:
        if name:
            found[fold(name)] = found.get(fold(name), 0) + many
    return found


def _named(words: str) -> tuple[str, tuple[str, ...]]:
    where, values = _having("n.name", words)
    shown, more = _having("coalesce(s.shown, '')", words)
    if not values:
        return "1", ()
    return f"(s.id IN (SELECT n.source FROM names n WHERE {where}) OR ({shown}))", (*values, *more)


def _having(column: str, words: str) -> tuple[str, tuple[str, ...]]:
    parts = tuple(fold(part) for part in words.split())[:20]
    return " AND ".join([f"instr(folded({column}), ?)"] * len(parts)) or "1", parts


def _rows(connection: sqlite3.Connection, query: str, values: tuple[object, ...]) -> list[int]:
    connection.create_function("folded", 1, lambda text: fold(str(text)), deterministic=True)
    return [int(row[0]) for row in connection.execute(query, values)]
