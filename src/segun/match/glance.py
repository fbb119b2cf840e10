"""A traced ledger at a glance: what is echoed most, what lost its attribution, what contradicts what, who repeats."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from segun.ledger.ledger import Ledger
from segun.match.objects import derivation_of, group_of, link_of, loss_of
from segun.match.records import Derivation, Group, Link, LinkOf, Loss, Statement
from segun.model import Derived

T = TypeVar("T")
Read = Callable[[sqlite3.Connection, int, int], "Listed[Any]"]
POSITIONS = 8
"""Claims of one dispute that are shown."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first of some findings."""

    count: int
    """How many there are."""
    shown: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A statement that a report has from another one without its attribution, or with a stronger one."""

    report: str
    parent: str
    how: Derived
    loss: Loss


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that contradict each other in the same: one dispute, however many pairs of them do."""

    what: LinkOf | None
    positions: tuple[tuple[Group, Statement], ...]
    """Each claim with the statement of it that conflicts most, those of most reports first."""
    count: int
    """How many claims there are."""


@dataclass(frozen=True, slots=True)
class Role:
    """How often an outlet is first with a claim that others carry too, and how often it repeats one."""

    outlet: str
    reports: int
    first: int
    repeats: int
    launders: int
    """Statements that it has from others without their attribution, or with a stronger one."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What an overview shows."""

    several: int
    """Claims that more than one report carries."""
    single: Listed[Group]
    """Those of them that go back to one source, those that most reports carry first."""
    multiple: Listed[Group]
    """Those with more than one origin."""
    unknown: Listed[Group]
    """Those of which no origin is known."""
    lost: Listed[Lost]
    headlines: Listed[Loss]
    disputes: Listed[Dispute]
    revisions: Listed[tuple[Link, Group, Group]]
    circles: Listed[Derivation]
    outlets: Listed[Role]

    def sections(self) -> list[tuple[str, Listed[Any]]]:
        """Return the lists by their names, in the order in which they are shown."""
        return [(name, getattr(self, name)) for name in SECTIONS]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The claims that are shown, those of one source first."""
        return (*self.single.shown, *self.multiple.shown, *self.unknown.shown)


def glance(ledger: Ledger, limit: int) -> Glance:
    """Return a traced ledger at a glance.

    Args:
        ledger: it.
        limit: how many of each kind are shown at most.
    """
    with ledger.reading() as connection:
        found = {name: read(connection, limit, 0) for name, read in SECTIONS.items()}
        return Glance(_count(connection, "groups WHERE carrying > 1"), **found)


def stretch(ledger: Ledger, section: str, limit: int, skip: int = 0) -> Listed[Any]:
    """Return a stretch of one list of a glance.

    Args:
        ledger: a traced one.
        section: the list's name in :class:`Glance`.
        limit: how many are shown at most.
        skip: how many come before.

    Raises:
        KeyError: there is no such list.
    """
    read = SECTIONS[section]
    with ledger.reading() as connection:
        return read(connection, limit, skip)


def _count(connection: sqlite3.Connection, of: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {of}").fetchone()[0])  # noqa: S608 - our own words


def _listing(of: str, by: str, read: Callable[[dict[str, Any]], Any]) -> Read:
    """Return what reads a stretch of the objects of a table."""

    def listed(connection: sqlite3.Connection, limit: int, skip: int) -> Listed[Any]:
        rows = connection.execute(f"SELECT object FROM {of} ORDER BY {by} LIMIT ? OFFSET ?", (limit, skip))  # noqa: S608
        return Listed(_count(connection, of), tuple(read(json.loads(row[0])) for row in rows))

    return listed


def _groups(which: str) -> Read:
    return _listing(f"groups WHERE carrying > 1 AND {which}", "carrying DESC, id", group_of)


def _lost(connection: sqlite3.Connection, limit: int, skip: int) -> Listed[Lost]:
    rows = connection.execute(
        "SELECT d.report, d.parent, json_extract(d.object, '$.how'), l.value FROM derivations d, "
        "json_each(d.object, '$.losses') l WHERE d.lost ORDER BY d.report, d.parent, l.key LIMIT ? OFFSET ?",
        (limit, skip),
    )
    shown = tuple(Lost(report, parent, how, loss_of(json.loads(loss))) for report, parent, how, loss in rows)
    count = connection.execute("SELECT coalesce(sum(lost), 0) FROM derivations WHERE lost").fetchone()[0]
    return Listed(int(count), shown)


def _disputes(connection: sqlite3.Connection, limit: int, skip: int) -> Listed[Dispute]:
    """Return contradictions put together: claims that are linked with each other, and in the same, are one dispute."""
    rows = connection.execute("SELECT a, b, object FROM links WHERE kind = 'contradicts' ORDER BY a, b").fetchall()
    links = [(a, b, link_of(json.loads(written))) for a, b, written in rows]
    sizes = dict(connection.execute("SELECT id, carrying FROM groups"))
    found: list[tuple[LinkOf | None, list[str]]] = []
    for what in sorted({link.what for _, _, link in links}, key=str):
        found += [(what, names) for names in _together([(a, b) for a, b, link in links if link.what == what])]
    found.sort(key=lambda each: (-sum(sizes[name] for name in each[1]), each[1]))
    said = {
        (link.what, name): statement
        for a, b, link in reversed(links)
        for name, statement in zip((a, b), link.said, strict=False)
    }
    shown = []
    for what, names in found[skip : skip + limit]:
        first = sorted(names, key=lambda name: (-sizes[name], name))[:POSITIONS]
        groups = [_group(connection, name) for name in first]
        positions = tuple((group, said.get((what, group.id), group.members[0].statement)) for group in groups)
        shown.append(Dispute(what, positions, len(names)))
    return Listed(len(found), tuple(shown))


def _together(pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Return what pairs lead to each other, sorted."""
    home: dict[str, list[str]] = {}
    for a, b in pairs:
        ours, theirs = home.setdefault(a, [a]), home.setdefault(b, [b])
        if ours is not theirs:
            ours.extend(theirs)
            home.update(dict.fromkeys(theirs, ours))
    return sorted(sorted(each) for each in {id(each): each for each in home.values()}.values())


def _group(connection: sqlite3.Connection, name: str) -> Group:
    return group_of(json.loads(connection.execute("SELECT object FROM groups WHERE id = ?", (name,)).fetchone()[0]))


def _revisions(connection: sqlite3.Connection, limit: int, skip: int) -> Listed[tuple[Link, Group, Group]]:
    rows = connection.execute(
        "SELECT l.object, a.object, b.object FROM links l JOIN groups a ON a.id = l.a JOIN groups b ON b.id = l.b "
        "WHERE l.kind = 'revises' ORDER BY a.carrying DESC, l.a, l.b LIMIT ? OFFSET ?",
        (limit, skip),
    )
    shown = tuple((link_of(json.loads(link)), group_of(json.loads(a)), group_of(json.loads(b))) for link, a, b in rows)
    return Listed(_count(connection, "links WHERE kind = 'revises'"), shown)


def _roles(connection: sqlite3.Connection, limit: int, skip: int) -> Listed[Role]:
    rows = connection.execute(_ROLES).fetchall()
    return Listed(len(rows), tuple(Role(*row) for row in rows[skip : skip + limit]))


SECTIONS: Mapping[str, Read] = {
    "single": _groups("independent = 1"),
    "multiple": _groups("independent > 1"),
    "unknown": _groups("independent = 0"),
    "lost": _lost,
    "headlines": _listing("headlines", "report", loss_of),
    "disputes": _disputes,
    "revisions": _revisions,
    "circles": _listing("derivations WHERE circular", "report, parent", derivation_of),
    "outlets": _roles,
}
"""What reads each list of a :class:`Glance`: a stretch of so many entries behind so many others."""

_ROLES = """
WITH placed AS (
    SELECT m.report, rank() OVER (PARTITION BY m."group" ORDER BY r.published) AS place
    FROM (SELECT DISTINCT "group", report FROM members) m
    JOIN groups g ON g.id = m."group" JOIN reports r ON r.key = m.report
    WHERE g.carrying > 1 AND r.published IS NOT NULL
),
counted AS (SELECT report, sum(place = 1) AS first, sum(place > 1) AS repeats FROM placed GROUP BY report),
lossy AS (SELECT report, sum(lost) AS launders FROM derivations WHERE lost GROUP BY report)
SELECT coalesce(r.outlet, 'no outlet') AS name, count(*), coalesce(sum(c.first), 0) AS first,
    coalesce(sum(c.repeats), 0), coalesce(sum(l.launders), 0)
FROM reports r LEFT JOIN counted c ON c.report = r.key LEFT JOIN lossy l ON l.report = r.key
GROUP BY name ORDER BY first DESC, name
"""
