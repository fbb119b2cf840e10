"""Reports and sources a page at a time, for lists that never load a whole ledger; and what is told of one source."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

from segun.ledger import chain, finding
from segun.ledger.records import StoredReport, StoredSource
from segun.ledger.words import fold
from segun.outlets.names import key as form_of

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


@dataclass(frozen=True, slots=True)
class Name:
    """A name that reports give a source."""

    form: str
    """What a split names it by."""
    name: str
    claims: int
    """That give it this name, asserted or relayed; once for each report that carries them, without rejected ones."""


def names(connection: sqlite3.Connection, source: int) -> list[Name]:
    """Return the names of a source, the most frequent first.

    Args:
        connection: an open ledger.
        source: its row.
    """
    rows = connection.execute(
        "SELECT n.form, n.name, (SELECT count(*) FROM claims c JOIN reports r ON r.analysis = c.analysis "
        "WHERE c.id IN (SELECT l.claim FROM relays l WHERE l.name = n.id) AND c.review <> 'rejected') AS many "
        "FROM names n WHERE n.source = ? ORDER BY many DESC, n.id",
        (source,),
    )
    return [Name(*row) for row in rows]


def home(connection: sqlite3.Connection, key: str) -> str | None:
    """Return the key of the source to which a source's names belong now: its own, or of the one that it went into.

    Args:
        connection: an open ledger.
        key: a source's key.

    Returns:
        ``None`` where there is no such source, or nothing is called by it any more.
    """
    row = connection.execute(
        "SELECT s.id, EXISTS (SELECT 1 FROM names n WHERE n.source = s.id) FROM sources s WHERE s.key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    if row[1]:
        return key
    went = (
        "SELECT s.key FROM names n JOIN sources s ON s.id = n.source WHERE n.{} = ? "
        "GROUP BY s.id ORDER BY count(*) DESC, s.id"
    )
    found = connection.execute(went.format("home"), (row[0],)).fetchone()
    for each in reversed(chain.on_source(connection, [key])) if found is None else ():
        body = each.body or {}  # it was split off, and the split was undone
        if each.kind == "split" and body.get("into") == key:
            found = connection.execute(went.format("form"), (body["names"][0],)).fetchone()
            break
    return str(found[0]) if found else None


def relations(connection: sqlite3.Connection, source: int) -> tuple[list[tuple[str, str, int]], ...]:
    """Return who relays what a source asserts, and whose claims it relays: key, name and number of claims.

    Args:
        connection: an open ledger.
        source: its row.

    Returns:
        Those that relay it, then those that it relays, the most frequent first. A claim counts once for each report
        that carries it, as in the list of claims; rejected ones do not count.
    """
    query = (
        "SELECT s.key, coalesce(s.shown, s.name), count(*) AS many "
        "FROM (SELECT DISTINCT n.source, l.claim FROM names m JOIN relays l ON l.name = m.id AND l.innermost = ? "
        "JOIN relays o ON o.claim = l.claim AND o.innermost = ? "
        "JOIN names n ON n.id = o.name WHERE m.source = ? AND n.source <> m.source) p JOIN claims c ON c.id = p.claim "
        "AND c.review <> 'rejected' JOIN reports r ON r.analysis = c.analysis JOIN sources s ON s.id = p.source "
        "GROUP BY s.id ORDER BY many DESC, s.id"
    )
    return tuple(connection.execute(query, (inner, 1 - inner, source)).fetchall() for inner in (1, 0))


def direct(connection: sqlite3.Connection, source: int) -> int:
    """Return how many claims of a source reports have from itself, with nobody between."""
    return int(
        connection.execute(
            "SELECT count(*) FROM names n JOIN relays l ON l.name = n.id AND l.innermost = 1 "
            "JOIN claims c ON c.id = l.claim AND c.review <> 'rejected' JOIN reports r ON r.analysis = c.analysis "
            "WHERE n.source = ? AND l.level = 1",
            (source,),
        ).fetchone()[0]
    )


def reports_of(connection: sqlite3.Connection, source: int) -> int:
    """Return how many reports have a claim of a source or one that it relays."""
    return int(
        connection.execute(
            "SELECT count(*) FROM reports WHERE analysis IN (SELECT c.analysis FROM names n "
            "JOIN relays l ON l.name = n.id JOIN claims c ON c.id = l.claim AND c.review <> 'rejected' "
            "WHERE n.source = ?)",
            (source,),
        ).fetchone()[0]
    )


def sole_origins(connection: sqlite3.Connection) -> dict[int, int]:
    """Return, by the row of a source, of how many claims that several reports carry it is the only origin.

    The trace knows an origin by its name, and whom it told; whom that means is told by the claims of the reports that
    go back to it, and where none of them says it, by what the name means in every report.
    """
    rows = connection.execute(
        "SELECT id, json_extract(object, '$.origins[0].source') FROM groups WHERE carrying > 1 AND independent = 1"
    ).fetchall()
    said: dict[tuple[str, str], int] = {}
    for group, name, source in connection.execute(
        "SELECT g.id, n.name, n.source FROM groups g CROSS JOIN json_each(g.object, '$.origins[0].reports') o "
        'CROSS JOIN members m ON m."group" = g.id AND m.report = o.value CROSS JOIN claims c ON c.key = m.claim '
        "CROSS JOIN relays l ON l.claim = c.id AND l.innermost = 1 CROSS JOIN names n ON n.id = l.name "
        "WHERE g.carrying > 1 AND g.independent = 1"  # from the few groups on, whatever else there is
    ):
        said.setdefault((group, fold(name)), source)
    found: dict[int, int] = {}
    for group, name in rows:
        for who in (name, name.rpartition(", ")[0]) if name else ():  # "Irene Osk, to Agencia Litoral"
            source = said.get((group, fold(who)))
            if source is None:
                known = connection.execute("SELECT source FROM names WHERE form = ?", (form_of(who),)).fetchone()
                source = known[0] if known else None
            if source is not None:
                found[source] = found.get(source, 0) + 1
                break
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
