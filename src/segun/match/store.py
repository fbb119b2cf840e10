"""A trace in its ledger: written story by story, read by claim, by report, or whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from segun.ledger.forgetting import untrace
from segun.ledger.ledger import Ledger
from segun.match.objects import derivation_of, group_of, link_of, loss_of
from segun.match.program import OWNERS
from segun.match.records import Derivation, Group, Trace

EVERYTHING = "*"
"""Instead of a story: all of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """When a ledger was traced, by what, and over how many reports."""

    at: str
    program: str
    reports: int


def keep(
    ledger: Ledger,
    found: Iterable[Mapping[str, Any]],
    *,
    program: str,
    reports: int,
    gone: Iterable[str],
    traced: Mapping[str, tuple[str, str]],
    keys: Iterable[tuple[str, float, bytes]],
) -> None:
    """Put what was found in some stories in the place of what was found before, in one transaction.

    Args:
        ledger: open for writing.
        found: rows of story, kind, number and the contract's JSON as ``object``.
        program: what found it.
        reports: how many reports the ledger has.
        gone: stories of which nothing stays, or :data:`EVERYTHING`.
        traced: state and story of the reports that were to be traced, by their keys; those of a story with a
            ``failure`` are left for the next run.
        keys: time and keys of those whose keys were made anew.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    now = _now()
    with ledger.writing() as connection:
        known = _known(connection, traced)
        known.update((report, (time, blob)) for report, time, blob in keys)
        _remove(connection, sorted(gone))
        connection.execute("INSERT OR REPLACE INTO traces VALUES (1, ?, ?, ?)", (now, program, reports))
        stories = set()
        for row in found:
            if row["kind"] != "failure":
                stories.add(row["story"])
            if row["kind"] in _INSERT:
                _INSERT[row["kind"]](connection, row["story"], row["number"], row["object"])
        connection.executemany(
            "INSERT OR REPLACE INTO traced VALUES (?, ?, ?, ?, ?)",
            ((report, state, story, *known[report]) for report, (state, story) in traced.items() if story in stories),
        )


def confirm(ledger: Ledger, reports: int) -> None:
    """Note that the trace was found to be that of the ledger as it is now, with so many reports.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with ledger.writing() as connection:
        connection.execute("UPDATE traces SET made = ?, reports = ?", (_now(), reports))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _known(connection: sqlite3.Connection, reports: Iterable[str]) -> dict[str, tuple[float, bytes]]:
    """Return time and keys of those of some reports that were traced before."""
    rows = connection.execute(
        "SELECT report, time, keys FROM traced WHERE report IN (SELECT value FROM json_each(?))",
        (json.dumps(list(reports)),),
    )
    return {report: (time, blob) for report, time, blob in rows}


def _remove(connection: sqlite3.Connection, stories: list[str]) -> None:
    if EVERYTHING in stories:
        untrace(connection)
        return
    these = "IN (SELECT value FROM json_each(?))"
    names = (json.dumps(stories),)
    connection.execute(f'DELETE FROM members WHERE "group" IN (SELECT id FROM groups WHERE story {these})', names)  # noqa: S608
    for table in ("groups", "derivations", "links", "headlines", "traced"):
        connection.execute(f"DELETE FROM {table} WHERE story {these}", names)  # noqa: S608 - our own names


def _group(connection: sqlite3.Connection, story: str, number: int, written: str) -> None:
    found = json.loads(written)
    members = [(found["id"], each["claim"], each["report"]) for each in found["members"]]
    carrying = len({report for _, _, report in members})
    row = (found["id"], story, number, found["independent_origins"], carrying, written)
    connection.execute("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.executemany("INSERT INTO members VALUES (?, ?, ?)", members)


def _derivation(connection: sqlite3.Connection, story: str, _: int, written: str) -> None:
    found = json.loads(written)
    row = (found["report"], found["from"], story, len(found["losses"]), int(found["circular"]), written)
    connection.execute("INSERT INTO derivations VALUES (?, ?, ?, ?, ?, ?)", row)


def _link(connection: sqlite3.Connection, story: str, _: int, written: str) -> None:
    found = json.loads(written)
    row = (found["a"], found["b"], found["kind"], story, written)
    connection.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?)", row)


def _headline(connection: sqlite3.Connection, story: str, _: int, written: str) -> None:
    row = (json.loads(written)["after"]["report"], story, written)
    connection.execute("INSERT INTO headlines VALUES (?, ?, ?)", row)


_INSERT: Mapping[str, Callable[[sqlite3.Connection, str, int, str], None]] = {
    "group": _group,
    "derivation": _derivation,
    "link": _link,
    "headline": _headline,
}


def made(ledger: Ledger) -> Made | None:
    """Return when the ledger was traced, ``None`` where it never was."""
    with ledger.reading() as connection:
        row = connection.execute("SELECT made, program, reports FROM traces").fetchone()
    return Made(*row) if row else None


def of_owners(ledger: Ledger) -> bool:
    """Whether outlets of one owner count as one origin in the last trace; ``False`` where there is none."""
    found = made(ledger)
    return found is not None and found.program.endswith(OWNERS)


def traced(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """Return the state and the story of each report that the trace covers, by its key."""
    with ledger.reading() as connection:
        rows = connection.execute("SELECT report, state, story FROM traced")
        return {report: (state, story) for report, state, story in rows}


def keys(ledger: Ledger) -> Iterator[tuple[str, float, bytes]]:
    """Yield what each traced report is found by: its key, its time in seconds, and ``int64``, little-endian."""
    with ledger.reading() as connection:
        yield from connection.execute("SELECT report, time, keys FROM traced ORDER BY report")


def read(ledger: Ledger) -> Trace:
    """Return the whole trace of a ledger, an empty one where it was never traced."""
    with ledger.reading() as connection:
        groups = connection.execute("SELECT object FROM groups ORDER BY story, number").fetchall()
        derivations = connection.execute("SELECT object FROM derivations ORDER BY report, parent").fetchall()
        links = connection.execute("SELECT object FROM links ORDER BY a, b").fetchall()
        headlines = connection.execute("SELECT object FROM headlines ORDER BY report").fetchall()
    return Trace(
        tuple(group_of(json.loads(row[0])) for row in groups),
        tuple(derivation_of(json.loads(row[0])) for row in derivations),
        tuple(link_of(json.loads(row[0])) for row in links),
        tuple(loss_of(json.loads(row[0])) for row in headlines),
    )


def groups(ledger: Ledger, *, limit: int, skip: int = 0) -> tuple[list[Group], int]:
    """Return a stretch of the groups, those that most reports carry first, and how many groups there are."""
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT object FROM groups ORDER BY carrying DESC, independent DESC, id LIMIT ? OFFSET ?", (limit, skip)
        ).fetchall()
        total = connection.execute("SELECT count(*) FROM groups").fetchone()[0]
    return [group_of(json.loads(row[0])) for row in rows], int(total)


def groups_of(ledger: Ledger, claim: str) -> list[Group]:
    """Return the groups that a claim, by its key, is in, those that most reports carry first."""
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT DISTINCT g.id, g.object, g.carrying, g.independent "
            'FROM members m JOIN groups g ON g.id = m."group" WHERE m.claim = ? '
            "ORDER BY g.carrying DESC, g.independent DESC, g.id",
            (claim,),
        ).fetchall()
    return [group_of(json.loads(row[1])) for row in rows]


def derivations_of(ledger: Ledger, report: str) -> list[Derivation]:
    """Return what a report, by its key, has from others, and what others have from it."""
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT object FROM derivations WHERE report = ? OR parent = ? ORDER BY report, parent", (report, report)
        ).fetchall()
    return [derivation_of(json.loads(row[0])) for row in rows]
