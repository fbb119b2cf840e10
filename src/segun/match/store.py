"""A trace in its ledger: written whole, read by claim or by report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from segun.ledger.forgetting import untrace
from segun.ledger.ledger import Ledger
from segun.match.objects import (
    derivation_object,
    derivation_of,
    group_object,
    group_of,
    link_object,
    link_of,
    loss_object,
    loss_of,
)
from segun.match.records import Derivation, Group, Trace


@dataclass(frozen=True, slots=True)
class Made:
    """When a ledger was traced, by what, and over how many reports."""

    at: str
    program: str
    reports: int
    state: str


def keep(ledger: Ledger, trace: Trace, *, program: str, reports: int, state: str) -> None:
    """Put a trace in the place of the one before, in one transaction.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with ledger.writing() as connection:
        untrace(connection)
        connection.execute("INSERT INTO traces VALUES (1, ?, ?, ?, ?)", (now, program, reports, state))
        connection.executemany(
            "INSERT INTO groups VALUES (?, ?, ?, ?)",
            (
                (group.id, group.independent_origins, len(_carrying(group)), _json(group_object(group)))
                for group in trace.groups
            ),
        )
        connection.executemany(
            "INSERT INTO members VALUES (?, ?, ?)",
            (
                (group.id, each.statement.claim, each.statement.report)
                for group in trace.groups
                for each in group.members
            ),
        )
        connection.executemany(
            "INSERT INTO derivations VALUES (?, ?, ?)",
            ((each.report, each.parent, _json(derivation_object(each))) for each in trace.derivations),
        )
        connection.executemany(
            "INSERT INTO links VALUES (?, ?, ?)", ((link.a, link.b, _json(link_object(link))) for link in trace.links)
        )
        connection.executemany(
            "INSERT INTO headlines VALUES (?, ?)",
            ((loss.after.report, _json(loss_object(loss))) for loss in trace.headlines),
        )


def made(ledger: Ledger) -> Made | None:
    """Return when the ledger was traced, ``None`` where it never was."""
    with ledger.reading() as connection:
        row = connection.execute("SELECT made, program, reports, state FROM traces").fetchone()
    return Made(*row) if row else None


def read(ledger: Ledger) -> Trace:
    """Return the whole trace of a ledger, an empty one where it was never traced."""
    with ledger.reading() as connection:
        groups = connection.execute("SELECT object FROM groups").fetchall()
        derivations = connection.execute("SELECT object FROM derivations ORDER BY report, parent").fetchall()
        links = connection.execute("SELECT object FROM links ORDER BY a, b").fetchall()
        headlines = connection.execute("SELECT object FROM headlines ORDER BY report").fetchall()
    found = sorted((group_of(json.loads(row[0])) for row in groups), key=lambda group: _number(group.id))
    return Trace(
        tuple(found),
        tuple(derivation_of(json.loads(row[0])) for row in derivations),
        tuple(link_of(json.loads(row[0])) for row in links),
        tuple(loss_of(json.loads(row[0])) for row in headlines),
    )


def groups_of(ledger: Ledger, claim: str) -> list[Group]:
    """Return the groups that a claim, by its key, is in."""
    with ledger.reading() as connection:
        rows = connection.execute(
            'SELECT DISTINCT g.id, g.object FROM members m JOIN groups g ON g.id = m."group" WHERE m.claim = ? '
            "ORDER BY g.id",
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


def _carrying(group: Group) -> set[str]:
    return {each.statement.report for each in group.members}


def _number(name: str) -> tuple[int, str]:
    digits = name[1:]
    return (int(digits) if digits.isdigit() else 0, name)


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
