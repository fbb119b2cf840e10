"""Parts of a stored trace: one group with what is linked to it, what some reports have from each other, what is new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from segun.ledger.chain import ON_PAIRS
from segun.ledger.ledger import Ledger
from segun.match import store
from segun.match.objects import derivation_of, group_of, link_of, loss_of
from segun.match.records import Derivation, Group, Link, Loss

CHANGING = (*ON_PAIRS, "reject", "correct", "add", "merge", "split", "rename", "undo")
"""Kinds of decisions that change what is traced."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether a ledger was traced, and what came since."""

    made: store.Made | None
    """``None`` where it never was."""
    newer: int
    """Reports that the trace does not cover."""
    decided: int
    """Decisions since that change what is traced: the next trace follows them."""

    @property
    def stale(self) -> bool:
        """Whether the ledger was traced, and has changed since."""
        return self.made is not None and bool(self.newer or self.decided)


def freshness(ledger: Ledger) -> Freshness:
    """Return when a ledger was traced, and how much came since."""
    made = store.made(ledger)
    marks = ", ".join("?" * len(CHANGING))
    with ledger.reading() as connection:
        newer = connection.execute(
            "SELECT count(*) FROM reports r WHERE NOT EXISTS (SELECT 1 FROM traced t WHERE t.report = r.key)"
        ).fetchone()[0]
        decided = connection.execute(
            f"SELECT count(*) FROM decisions WHERE kind IN ({marks}) AND at > ?",  # noqa: S608 - marks only
            (*CHANGING, made.at if made else ""),
        ).fetchone()[0]
    return Freshness(made, int(newer), int(decided))


def group(ledger: Ledger, id: str) -> Group | None:
    """Return a group of the last trace, ``None`` where there is none with this id."""
    with ledger.reading() as connection:
        row = connection.execute("SELECT object FROM groups WHERE id = ?", (id,)).fetchone()
    return group_of(json.loads(row[0])) if row else None


def telling(groups: Sequence[Group]) -> list[Group]:
    """Return those of a claim's groups that tell something: that several reports carry, or else the first alone.

    A claim that says several things is in a group for each; of a part that no other report has there is nothing to tell
    while another part is echoed.
    """
    return [each for each in groups if each.carrying > 1] or list(groups[:1])


def beside(ledger: Ledger, found: Group, limit: int = 30) -> list[Group]:
    """Return other groups that a group may be one with: those linked with it, then those of the same reports."""
    near = {other.id: other for _, other in linked(ledger, found.id)}
    reports = json.dumps(sorted({each.statement.report for each in found.members}))
    with ledger.reading() as connection:
        rows = connection.execute(
            'SELECT g.object FROM groups g WHERE g.id <> ? AND g.id IN (SELECT m."group" FROM members m '
            "WHERE m.report IN (SELECT value FROM json_each(?))) ORDER BY g.carrying DESC, g.id LIMIT ?",
            (found.id, reports, limit),
        ).fetchall()
    others = [group_of(json.loads(row[0])) for row in rows]
    return [*near.values(), *(each for each in others if each.id not in near)][:limit]


def linked(ledger: Ledger, id: str) -> list[tuple[Link, Group]]:
    """Return the links of a group, each with the group at its other end."""
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT l.object, g.object FROM links l JOIN groups g ON g.id = CASE l.a WHEN ? THEN l.b ELSE l.a END "
            "WHERE l.a = ? OR l.b = ? ORDER BY l.kind, l.a, l.b",
            (id, id, id),
        ).fetchall()
    return [(link_of(json.loads(link)), group_of(json.loads(other))) for link, other in rows]


def between(ledger: Ledger, reports: Iterable[str]) -> list[Derivation]:
    """Return what these reports, by their keys, have from each other."""
    keys = json.dumps(sorted(set(reports)))
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT object FROM derivations WHERE report IN (SELECT value FROM json_each(?)) "
            "AND parent IN (SELECT value FROM json_each(?)) ORDER BY report, parent",
            (keys, keys),
        ).fetchall()
    return [derivation_of(json.loads(row[0])) for row in rows]


def headlines_of(ledger: Ledger, report: str) -> list[Loss]:
    """Return the headlines of a report, by its key, that assert what its text only attributes."""
    with ledger.reading() as connection:
        rows = connection.execute("SELECT object FROM headlines WHERE report = ?", (report,)).fetchall()
    return [loss_of(json.loads(row[0])) for row in rows]


def headings(
    ledger: Ledger, reports: Iterable[str]
) -> dict[str, tuple[str | None, str | None, str | None, str | None]]:
    """Return outlet, date of publication, language and title of some reports, by their keys."""
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT key, outlet, published, language, title FROM reports WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(reports))),),
        ).fetchall()
    return {key: (outlet, published, language, title) for key, outlet, published, language, title in rows}
