"""What is asked of a ledger beside its claims: how it stands, what a selection leaves out, what a word may mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from segun.ledger import file
from segun.ledger.records import Failure
from segun.ledger.selection import Selection, sql
from segun.ledger.words import fold


@dataclass(frozen=True, slots=True)
class Run:
    """The last run that put something into a ledger."""

    command: str
    program: str
    started: str
    ended: str | None
    """``None`` where it was cut off, or is still at work."""
    seen: int
    """Reports that it met."""
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a ledger stands."""

    reports: int
    texts: int
    places: int
    """Places that have more than one version."""
    outlets: int
    claims: int
    """Each once, however many reports carry it, without those that somebody rejected."""
    carried: int
    """The same, once for each report that carries it: what a selection of all counts."""
    attributed: int
    rejected: int
    sources: int
    decisions: int
    languages: tuple[tuple[str | None, int], ...]
    """With their reports, the most frequent first."""
    first: str | None
    """The first and the last date of publication."""
    last: str | None
    undated: int
    """Reports without a date."""
    runs: int
    last_run: Run | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a selection leaves out although nobody knows whether it fits."""

    reports_undated: int = 0
    reports_outletless: int = 0
    reports_unknown_language: int = 0
    claims_open: int = 0
    """Whose dates are all open."""
    claims_undated: int = 0
    """That date nothing."""
    claims_pointless: int = 0
    """That name places, none of which has a point."""
    claims_rejected: int = 0


@contextmanager
def asking(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger for questions only; nothing is written, and no writer waits for it.

    Raises:
        LedgerError: it cannot be opened or read.
    """
    with closing(file.connect(path, readonly=True)) as connection, file.telling(path):
        yield connection


def standing(connection: sqlite3.Connection) -> Standing:
    """Count what a ledger holds."""

    def one(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    first, last, undated = connection.execute(
        "SELECT min(published), max(published), count(*) - count(published) FROM reports"
    ).fetchone()
    languages = connection.execute("SELECT language, count(*) AS many FROM reports GROUP BY 1 ORDER BY many DESC, 1")
    return Standing(
        reports=one("SELECT count(*) FROM reports"),
        texts=one("SELECT count(DISTINCT text) FROM reports"),
        places=one("SELECT count(DISTINCT place) FROM reports WHERE version > 1"),
        outlets=one("SELECT count(DISTINCT coalesce(outlet_id, outlet)) FROM reports"),
        claims=one("SELECT count(*) FROM claims WHERE review <> 'rejected'"),
        carried=one(
            "SELECT count(*) FROM claims c JOIN reports r ON r.analysis = c.analysis WHERE c.review <> 'rejected'"
        ),
        attributed=one("SELECT count(*) FROM claims WHERE review <> 'rejected' AND depth"),
        rejected=one("SELECT count(*) FROM claims WHERE review = 'rejected'"),
        sources=one("SELECT count(DISTINCT source) FROM names"),
        decisions=one("SELECT count(*) FROM decisions"),
        languages=tuple(languages.fetchall()),
        first=first,
        last=last,
        undated=undated,
        runs=one("SELECT count(*) FROM runs"),
        last_run=_last_run(connection),
    )


def _last_run(connection: sqlite3.Connection) -> Run | None:
    row = connection.execute(
        "SELECT id, command, program, started, ended, (SELECT count(DISTINCT report) FROM sightings WHERE run = id) "
        "FROM runs ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    number, command, program, started, ended, seen = row
    failures = connection.execute("SELECT place, problem, remedy FROM failures WHERE run = ? ORDER BY rowid", (number,))
    return Run(command, program, started, ended, seen, tuple(Failure(*each) for each in failures))


def left_out(connection: sqlite3.Connection, wanted: Selection) -> LeftOut:
    """Count what a selection leaves out because it is not known, or because somebody rejected it."""

    def count(what: str, **without: object) -> int:
        text, values = sql(replace(wanted, **without), f"count({what})")  # type: ignore[arg-type]
        return int(connection.execute(text, values).fetchone()[0])

    found: dict[str, int] = {}
    if wanted.published_from or wanted.published_to:
        what = "DISTINCT CASE WHEN r.published IS NULL THEN r.id END"
        found["reports_undated"] = count(what, published_from="", published_to="")
    if wanted.outlet:
        what = "DISTINCT CASE WHEN r.outlet IS NULL AND r.outlet_id IS NULL THEN r.id END"
        found["reports_outletless"] = count(what, outlet="")
    if wanted.language:
        what = "DISTINCT CASE WHEN r.language IS NULL THEN r.id END"
        found["reports_unknown_language"] = count(what, language="")
    if wanted.event_from or wanted.event_to:
        dated = "EXISTS (SELECT 1 FROM times t WHERE t.claim = c.id AND t.type IN ('DATE', 'TIME')"
        closed, some = f"{dated} AND t.first IS NOT NULL)", f"{dated})"
        without = {"event_from": "", "event_to": ""}
        found["claims_open"] = count(f"CASE WHEN {some} AND NOT {closed} THEN 1 END", **without)
        found["claims_undated"] = count(f"CASE WHEN NOT {some} THEN 1 END", **without)
    if wanted.near is not None:
        named = "EXISTS (SELECT 1 FROM places p WHERE p.claim = c.id AND NOT p.metonymy"
        what = f"CASE WHEN {named}) AND NOT {named} AND p.lat IS NOT NULL) THEN 1 END"
        found["claims_pointless"] = count(what, near=None)
    if not wanted.review:
        found["claims_rejected"] = count("*", review=("rejected",))
    return LeftOut(**found)


def chosen(connection: sqlite3.Connection, wanted: Selection, *, limit: int | None = None) -> dict[str, set[str]]:
    """Return the claims of a selection by their report's key, as their analysis names them.

    Reports stand in the order in which the selection meets them first.

    Args:
        connection: a ledger opened for questions.
        wanted: which claims.
        limit: how many claims at most, in the selection's order.
    """
    text, values = sql(wanted, "r.key, c.name", limit=limit)
    found: dict[str, set[str]] = {}
    for report, claim in connection.execute(text, values):
        found.setdefault(report, set()).add(claim)
    return found


def claim_keys(connection: sqlite3.Connection, beginning: str, limit: int = 20) -> list[str]:
    """Return the keys of claims that begin so; none where it holds anything but hexadecimal digits."""
    if not beginning or set(beginning.lower()) - set("0123456789abcdef"):
        return []
    rows = connection.execute(
        "SELECT DISTINCT key FROM claims WHERE key GLOB ? ORDER BY key LIMIT ?", (f"{beginning.lower()}*", limit)
    )
    return [row[0] for row in rows]


def in_analysis(connection: sqlite3.Connection, row: int) -> tuple[str, str | None]:
    """Return what its analysis calls the claim of a row, and the key of the claim that it is nested in."""
    name, parent = connection.execute("SELECT name, parent FROM claims WHERE id = ?", (row,)).fetchone()
    return str(name), parent


def sightings(connection: sqlite3.Connection, report: int) -> list[str]:
    """Return when runs met the report of a row, the first time first."""
    return [row[0] for row in connection.execute("SELECT at FROM sightings WHERE report = ? ORDER BY at", (report,))]


def shared(connection: sqlite3.Connection) -> set[int]:
    """Return the rows of the sources that are one in every report that names them so."""
    return {row[0] for row in connection.execute("SELECT id FROM sources WHERE shared")}


def split_apart(connection: sqlite3.Connection) -> set[frozenset[str]]:
    """Return the pairs of sources, by their keys, that people decided are not one."""
    from segun.ledger import chain

    decided = chain.in_force(chain.on_sources(connection))
    return {frozenset((each.target, str(each.body["into"]))) for each in decided if each.kind == "split" and each.body}


def knows_place(connection: sqlite3.Connection, name: str) -> bool:
    """Whether any claim names a place so."""
    return (
        connection.execute("SELECT 1 FROM places WHERE form = ? LIMIT 1", (fold(name.strip()),)).fetchone() is not None
    )


def places(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all places that claims name."""
    return [row[0] for row in connection.execute("SELECT DISTINCT coalesce(name, words) FROM places")]


def outlets(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all outlets of the reports."""
    rows = connection.execute(
        "SELECT outlet FROM reports WHERE outlet IS NOT NULL UNION "
        "SELECT o.name FROM outlets o JOIN reports r ON r.outlet_id = o.id"
    )
    return [row[0] for row in rows]
