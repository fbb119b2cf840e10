"""Putting reports into a ledger: each with its text, its analysis and their index in one transaction, or not at all."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any, Literal

from segun.ledger import chain, naming
from segun.ledger.corrections import corrected
from segun.ledger.index import clear, index
from segun.ledger.packing import Packed, circumstances, unpack
from segun.ledger.words import is_bare
from segun.model import Credit, Input, Report, Span
from segun.outlets import Outlet, Outlets

State = Literal["new", "shared", "known", "forgotten"]
"""``shared``: another report has the same text, analysed; ``known``: the ledger has this very report."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a report that was put into a ledger."""

    report_id: str
    key: str
    state: State
    version: int
    """Counted from 1 among the reports of its place; above 1, its words or its date changed."""


def state(connection: sqlite3.Connection, report: Report, program: str, about: str | None = None) -> State:
    """Return what the ledger has of a report.

    Args:
        connection: an open ledger.
        report: as it was read; where it is not, its circumstances as it was read are ``about``.
        program: what would analyse it.
        about: its circumstances.
    """
    gone = "SELECT 1 FROM tombstones WHERE digest IN (?, ?)"
    if connection.execute(gone, (report.id, report.text_id)).fetchone():
        return "forgotten"
    if connection.execute("SELECT 1 FROM reports WHERE report_id = ?", (report.id,)).fetchone():
        return "known"
    return "new" if _analysis(connection, report.text_id, about or circumstances(report), program) is None else "shared"


def see(connection: sqlite3.Connection, report_id: str, run: int, now: str) -> Kept:
    """Write down that a run met a report which the ledger has; the caller holds the write lock."""
    row, key, version = connection.execute(
        "SELECT id, key, version FROM reports WHERE report_id = ?", (report_id,)
    ).fetchone()
    connection.execute("INSERT INTO sightings VALUES (?, ?, ?)", (row, run, now))
    return Kept(report_id, key, "known", version)


def keep(
    connection: sqlite3.Connection, packed: Packed | Report, program: str, outlets: Outlets, run: int, now: str
) -> Kept:
    """Put a report into the ledger; the caller holds the write lock.

    Args:
        connection: an open ledger.
        packed: the report with its analysis, or the report alone where the ledger has its text's analysis.
        program: what made the analysis.
        outlets: the known outlets.
        run: the run that met it.
        now: ISO 8601 in UTC.

    Raises:
        ValueError: the ledger has no analysis of a report that came alone.
    """
    report = packed if isinstance(packed, Report) else packed.report
    about = circumstances(report) if isinstance(packed, Report) else packed.circumstances
    before = state(connection, report, program, about)
    if before == "known":
        return see(connection, report.id, run, now)
    if before == "forgotten":
        return Kept(report.id, report.key, before, 0)
    analysis = _analysis(connection, report.text_id, about, program)
    if analysis is None:
        if isinstance(packed, Report):
            raise ValueError(f"no analysis of {report.key}")
        analysis = _analysed(connection, packed, outlets, now)
    version = 1
    if report.location is not None:
        newest = "SELECT max(version) FROM reports WHERE place = ?"
        version += connection.execute(newest, (report.location,)).fetchone()[0] or 0
    key = _free(connection, report.key)
    row = connection.execute(
        "INSERT INTO reports (report_id, key, text, analysis, place, version, outlet, outlet_id, published, retrieved, "
        "title, byline, language, credits, input, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report.id,
            key,
            _text(connection, report),
            analysis,
            report.location,
            version,
            report.outlet,
            _outlet(connection, report, outlets),
            report.published,
            report.retrieved,
            report.title,
            report.byline,
            report.language or _language(connection, analysis),
            json.dumps([asdict(credit) for credit in report.credits]),
            json.dumps(asdict(report.input)) if report.input else None,
            now,
        ),
    ).lastrowid
    connection.execute("INSERT INTO sightings VALUES (?, ?, ?)", (row, run, now))
    return Kept(report.id, key, before, version)


def renew(connection: sqlite3.Connection, packed: Packed, outlets: Outlets, now: str) -> bool:
    """Put a newer program's analysis in force for every report of its text and circumstances; old ones stay.

    The caller holds the write lock.

    Returns:
        Whether anything changed; nothing does where the ledger has no such report any more.
    """
    text = connection.execute("SELECT id FROM texts WHERE sha256 = ?", (packed.report.text_id,)).fetchone()
    if text is None:
        return False
    made = _analysis(connection, packed.report.text_id, packed.circumstances, packed.program)
    analysis = _analysed(connection, packed, outlets, now) if made is None else made
    others = (
        "SELECT id FROM analyses WHERE text = ? AND circumstances = ? AND id <> ?",
        (text[0], packed.circumstances, analysis),
    )
    changed = 0
    for (old,) in connection.execute(*others).fetchall():
        changed += connection.execute("UPDATE reports SET analysis = ? WHERE analysis = ?", (analysis, old)).rowcount
        clear(connection, old)
    return changed > 0


def reindex(connection: sqlite3.Connection, text: int, outlets: Outlets) -> None:
    """Bring the tables that are asked in line with the decisions on a text; the caller holds the write lock."""
    rows = connection.execute("SELECT DISTINCT analysis FROM reports WHERE text = ?", (text,)).fetchall()
    for (analysis,) in rows:
        _index(connection, analysis, outlets)


def report_of(connection: sqlite3.Connection, row: int) -> Report:
    """Return the report of a row, with its text."""
    found = connection.execute(
        "SELECT r.key, t.text, r.language, r.published, r.retrieved, r.title, r.outlet, r.byline, r.credits, r.place, "
        "r.input FROM reports r JOIN texts t ON t.id = r.text WHERE r.id = ?",
        (row,),
    ).fetchone()
    key, text, language, published, retrieved, title, outlet, byline, credited, place, how = found
    return Report(
        key=key,
        text=text,
        language=language,
        published=published,
        retrieved=retrieved,
        title=title,
        outlet=outlet,
        byline=byline,
        credits=tuple(Credit(each["name"], Span(*each["span"])) for each in json.loads(credited)),
        location=place,
        input=Input(**json.loads(how)) if how else None,
    )


def _language(connection: sqlite3.Connection, analysis: int) -> str | None:
    row = connection.execute("SELECT language FROM analyses WHERE id = ?", (analysis,)).fetchone()
    return None if row[0] is None else str(row[0])


def _analysis(connection: sqlite3.Connection, text_id: str, about: str, program: str) -> int | None:
    row = connection.execute(
        "SELECT a.id FROM texts t JOIN analyses a ON a.text = t.id "
        "WHERE t.sha256 = ? AND a.circumstances = ? AND a.program = ?",
        (text_id, about, program),
    ).fetchone()
    return int(row[0]) if row else None


def _analysed(connection: sqlite3.Connection, packed: Packed, outlets: Outlets, now: str) -> int:
    made = connection.execute(
        "INSERT INTO analyses (text, circumstances, program, made, language, object) VALUES (?, ?, ?, ?, ?, ?)",
        (
            _text(connection, packed.report),
            packed.circumstances,
            packed.program,
            now,
            packed.report.language,
            packed.object,
        ),
    )
    analysis = int(made.lastrowid or 0)
    _index(connection, analysis, outlets, packed.report)
    return analysis


def _index(connection: sqlite3.Connection, analysis: int, outlets: Outlets, report: Report | None = None) -> None:
    text, bare, written = connection.execute(
        "SELECT a.text, t.bare, a.object FROM analyses a JOIN texts t ON t.id = a.text WHERE a.id = ?", (analysis,)
    ).fetchone()
    if report is None:
        row = connection.execute("SELECT id FROM reports WHERE analysis = ? LIMIT 1", (analysis,)).fetchone()[0]
        report = report_of(connection, row)
    text_id = report.text_id
    found = corrected(unpack(written, report), chain.in_force(chain.on_text(connection, text)))
    index(
        connection,
        analysis,
        found,
        lambda source: naming.resolve(connection, source, text_id, outlets),
        bare=bool(bare),
    )


def _text(connection: sqlite3.Connection, report: Report) -> int:
    row = connection.execute("SELECT id FROM texts WHERE sha256 = ?", (report.text_id,)).fetchone()
    if row:
        return int(row[0])
    made = connection.execute(
        "INSERT INTO texts (sha256, text, bare) VALUES (?, ?, ?)",
        (report.text_id, report.text, int(is_bare(report.text))),
    )
    return int(made.lastrowid or 0)


def _outlet(connection: sqlite3.Connection, report: Report, outlets: Outlets) -> int | None:
    found = outlets.of_name(report.outlet) if report.outlet else None
    found = found or (outlets.of_address(report.location) if report.location and "://" in report.location else None)
    if found is None and report.outlet is None:
        return None
    return put_outlet(connection, found or Outlet(name=str(report.outlet)), given=False)


def relink(connection: sqlite3.Connection, outlets: Outlets) -> None:
    """Tell anew whose every report is; the caller holds the write lock."""
    rows = connection.execute("SELECT DISTINCT outlet, place FROM reports").fetchall()
    for name, place in rows:
        row = _outlet(connection, Report("", "", outlet=name, location=place), outlets)
        connection.execute("UPDATE reports SET outlet_id = ? WHERE outlet IS ? AND place IS ?", (row, name, place))


def put_outlet(connection: sqlite3.Connection, outlet: Outlet, *, given: bool) -> int:
    """Return the row of an outlet, made or brought up to date; the caller holds the write lock."""
    fields: dict[str, Any] = asdict(outlet)
    made = connection.execute(
        "INSERT INTO outlets (name, country, owner, state, given, object) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET country = excluded.country, owner = excluded.owner, state = excluded.state, "
        "given = max(given, excluded.given), object = excluded.object WHERE excluded.given >= given "
        "RETURNING id",
        (outlet.name, outlet.country, outlet.owner, outlet.state, int(given), json.dumps(fields, ensure_ascii=False)),
    ).fetchone()
    if made is None:
        made = connection.execute("SELECT id FROM outlets WHERE name = ?", (outlet.name,)).fetchone()
    return int(made[0])


def _free(connection: sqlite3.Connection, wish: str) -> str:
    """Return ``wish``, or ``wish-2``, ``wish-3`` … where a report of the ledger has it."""
    taken = "SELECT 1 FROM reports WHERE key = ?"
    if connection.execute(taken, (wish,)).fetchone() is None:
        return wish
    low, high = 1, 2
    while connection.execute(taken, (f"{wish}-{high}",)).fetchone():
        low, high = high, high * 2
    while high - low > 1:  # `low` is taken, `high` is free; a gap left by a forgotten report may be filled
        middle = (low + high) // 2
        if connection.execute(taken, (f"{wish}-{middle}",)).fetchone():
            low = middle
        else:
            high = middle
    return f"{wish}-{high}"
