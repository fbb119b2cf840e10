"""A traced ledger at a glance: what is echoed most, what lost its attribution, what contradicts what, who repeats."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from segun.ledger.ledger import Ledger
from segun.match.objects import derivation_of, group_of, link_of, loss_of
from segun.match.records import Derivation, Group, Link, Loss
from segun.model import Derived

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first of some findings."""

    count: int
    """How many there are."""
    shown: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A statement that a report has from another one without its attribution."""

    report: str
    parent: str
    how: Derived
    loss: Loss


@dataclass(frozen=True, slots=True)
class Role:
    """How often an outlet is first with a claim that others carry too, and how often it repeats one."""

    outlet: str
    reports: int
    first: int
    repeats: int
    launders: int
    """Reports of others from which it has something without its attribution."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What an overview shows."""

    several: int
    """Claims that more than one report carries."""
    groups: tuple[Group, ...]
    """Those that most reports carry, first those of fewest origins."""
    lost: Listed[Lost]
    headlines: Listed[Loss]
    contradictions: Listed[tuple[Link, Group, Group]]
    revisions: Listed[tuple[Link, Group, Group]]
    circles: Listed[Derivation]
    outlets: Listed[Role]


def glance(ledger: Ledger, limit: int) -> Glance:
    """Return a traced ledger at a glance.

    Args:
        ledger: it.
        limit: how many of each kind are shown at most.
    """
    with ledger.reading() as connection:
        groups = connection.execute(
            "SELECT object FROM groups WHERE carrying > 1 ORDER BY carrying DESC, independent, id LIMIT ?", (limit,)
        )
        return Glance(
            _count(connection, "groups WHERE carrying > 1"),
            tuple(group_of(json.loads(row[0])) for row in groups),
            _lost(connection, limit),
            _listed(connection, "headlines", "report", loss_of, limit),
            _links(connection, "contradicts", limit),
            _links(connection, "revises", limit),
            _listed(connection, "derivations WHERE circular", "report, parent", derivation_of, limit),
            _roles(connection, limit),
        )


def _count(connection: sqlite3.Connection, of: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {of}").fetchone()[0])  # noqa: S608 - the callers' own words


def _listed(
    connection: sqlite3.Connection, of: str, by: str, read: Callable[[dict[str, object]], T], limit: int
) -> Listed[T]:
    rows = connection.execute(f"SELECT object FROM {of} ORDER BY {by} LIMIT ?", (limit,))  # noqa: S608 - as above
    return Listed(_count(connection, of), tuple(read(json.loads(row[0])) for row in rows))


def _lost(connection: sqlite3.Connection, limit: int) -> Listed[Lost]:
    several = _listed(connection, "derivations WHERE lost", "report, parent", derivation_of, limit)
    count = connection.execute("SELECT coalesce(sum(lost), 0) FROM derivations WHERE lost").fetchone()[0]
    found = [
        Lost(each.report, each.parent, each.how, loss)
        for each in several.shown
        for loss in each.losses
        if loss.kind == "lost"
    ]
    return Listed(int(count), tuple(found[:limit]))


def _links(connection: sqlite3.Connection, kind: str, limit: int) -> Listed[tuple[Link, Group, Group]]:
    rows = connection.execute(
        "SELECT l.object, a.object, b.object FROM links l JOIN groups a ON a.id = l.a JOIN groups b ON b.id = l.b "
        "WHERE l.kind = ? ORDER BY l.a, l.b LIMIT ?",
        (kind, limit),
    )
    shown = tuple((link_of(json.loads(link)), group_of(json.loads(a)), group_of(json.loads(b))) for link, a, b in rows)
    count = connection.execute("SELECT count(*) FROM links WHERE kind = ?", (kind,)).fetchone()[0]
    return Listed(int(count), shown)


def _roles(connection: sqlite3.Connection, limit: int) -> Listed[Role]:
    rows = connection.execute(_ROLES).fetchall()
    return Listed(len(rows), tuple(Role(*row) for row in rows[:limit]))


_ROLES = """
WITH placed AS (
    SELECT m.report, row_number() OVER (PARTITION BY m."group" ORDER BY coalesce(r.published, '9'), r.key) AS place
    FROM (SELECT DISTINCT "group", report FROM members) m
    JOIN groups g ON g.id = m."group" JOIN reports r ON r.key = m.report WHERE g.carrying > 1
),
counted AS (SELECT report, sum(place = 1) AS first, sum(place > 1) AS repeats FROM placed GROUP BY report),
lossy AS (SELECT report, count(*) AS launders FROM derivations WHERE lost GROUP BY report)
SELECT coalesce(r.outlet, 'no outlet') AS name, count(*), coalesce(sum(c.first), 0) AS first,
    coalesce(sum(c.repeats), 0), coalesce(sum(l.launders), 0)
FROM reports r LEFT JOIN counted c ON c.report = r.key LEFT JOIN lossy l ON l.report = r.key
GROUP BY name ORDER BY first DESC, name
"""
