"""Two reports or two sources beside each other: what a page that compares them needs of the ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from segun.ledger import keeping, listing
from segun.ledger.ledger import Ledger
from segun.ledger.records import Found, StoredReport, StoredSource
from segun.ledger.selection import Selection
from segun.match import store
from segun.match.objects import group_of
from segun.match.records import Derivation, Group, Passage, Statement
from segun.match.reuse.passages import compare
from segun.report.sides import Compared, compared
from segun.view.traced.about import About

CLAIMS = 20
"""Claims of each source that are shown."""
GROUPS = 60
"""Claims that both carry, at most."""
STATED = 200
"""Claims of each report that can be decided on, at most."""
OFFERED = 8
"""Reports, and sources, that are offered for a few letters."""

_BOTH_CARRY = """
    SELECT object FROM groups WHERE id IN (SELECT "group" FROM members WHERE report = ?
    INTERSECT SELECT "group" FROM members WHERE report = ?) ORDER BY story, number LIMIT ?
"""
_STATED = """
    SELECT object FROM groups WHERE id IN (SELECT "group" FROM members WHERE report = ?) ORDER BY story, number LIMIT ?
"""
_SAID = """
    SELECT m."group", min(m.claim) AS claim FROM names n JOIN relays l ON l.name = n.id AND l.innermost
    JOIN claims c ON c.id = l.claim AND c.review <> 'rejected' JOIN members m ON m.claim = c.key
    WHERE n.source = ? GROUP BY m."group"
"""
_BOTH_SAY = f"""
    SELECT g.object, a.claim, b.claim FROM ({_SAID}) a JOIN ({_SAID}) b ON b."group" = a."group"
    JOIN groups g ON g.id = a."group" ORDER BY g.carrying DESC, g.id LIMIT ?
"""  # noqa: S608 - no values in it


@dataclass(frozen=True, slots=True)
class Shared:
    """A group of claims, and what each of the two says of it."""

    group: Group
    a: tuple[Statement, ...]
    b: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """Two reports; where it is known who has it from whom, the parent is the first."""

    a: About
    b: About
    derivation: Derivation | None
    """Of the last trace; ``None`` where it has none between the two."""
    sides: Compared
    shared: tuple[Shared, ...]
    """The claims that both carry, in the first one's order."""
    said_a: tuple[Statement, ...] = ()
    """What the first one states, each claim once; of the last trace."""
    said_b: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class One:
    """One of two sources."""

    source: StoredSource
    claims: tuple[Found, ...]
    relayed_by: Sequence[tuple[str, str, int]]
    """Who relays what it asserts: key, name and number of claims."""
    relays: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Sources:
    """Two sources."""

    a: One
    b: One
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A report or a source that can be compared."""

    kind: str
    key: str
    name: str
    language: str | None = None


def known(connection: sqlite3.Connection, key: str) -> Choice | None:
    """Return the report or source with a key, ``None`` where there is none."""
    row = connection.execute(
        "SELECT 'report', key, coalesce(title, key), language FROM reports WHERE key = ?1 "
        "UNION ALL SELECT 'source', key, coalesce(shown, name), NULL FROM sources WHERE key = ?1 LIMIT 1",
        (key,),
    ).fetchone()
    return Choice(*row) if row else None


def offered(connection: sqlite3.Connection, words: str, kind: str = "") -> list[Choice]:
    """Return reports and sources whose names have some words; with ``kind`` only those of it."""
    found: list[Choice] = []
    if kind != "source":
        for report in listing.reports(connection, words, limit=OFFERED):
            name = " – ".join(part for part in (report.title or report.key, report.outlet) if part)
            found.append(Choice("report", report.key, name, report.language))
    if kind != "report":
        found += [Choice("source", each.key, each.name) for each in listing.sources(connection, words, limit=OFFERED)]
    return found


def reports(ledger: Ledger, a: str, b: str) -> Reports:
    """Return two reports side by side.

    Args:
        ledger: an open ledger.
        a: the key of a report.
        b: of the other one.

    Raises:
        NotInLedgerError: there is no such report.
    """
    first, second = ledger.report(a), ledger.report(b)
    found = next((each for each in store.derivations_of(ledger, a) if {each.report, each.parent} == {a, b}), None)
    if found is not None and found.parent == b:
        first, second = second, first
    with ledger.reading() as connection:
        before, after = _about(connection, first), _about(connection, second)
        rows = connection.execute(_BOTH_CARRY, (a, b, GROUPS)).fetchall()
    passages: Sequence[Passage] = found.passages if found else ()
    if not passages and a != b:
        passages = compare(before.text, after.text).passages
    shared = sorted(
        (_carried(group_of(json.loads(row[0])), first.key, second.key) for row in rows),
        key=lambda each: each.a[0].spans,
    )
    pairs = [(each.a[0], each.b[0]) for each in shared]
    sides = compared(before, after, passages, found.losses if found else (), pairs)
    return Reports(before, after, found, sides, tuple(shared), *_stated(ledger, first.key, second.key))


def _stated(ledger: Ledger, *reports: str) -> list[tuple[Statement, ...]]:
    """Return what some reports state by the last trace, each claim once, in their order."""
    found = []
    with ledger.reading() as connection:
        for key in reports:
            rows = connection.execute(_STATED, (key, STATED)).fetchall()
            said = [each.statement for row in rows for each in group_of(json.loads(row[0])).members]
            own = sorted((each for each in said if each.report == key), key=lambda each: each.spans)
            found.append(tuple({each.claim: each for each in reversed(own)}.values())[::-1])
    return found


def sources(ledger: Ledger, a: str, b: str) -> Sources:
    """Return two sources side by side.

    Args:
        ledger: an open ledger.
        a: the key of a source.
        b: of the other one.

    Raises:
        NotInLedgerError: there is no such source.
    """
    one, other = _one(ledger, a), _one(ledger, b)
    with ledger.reading() as connection:
        rows = connection.execute(_BOTH_SAY, (one.source.row, other.source.row, GROUPS)).fetchall()
    shared = []
    for written, ours, theirs in rows:
        group = group_of(json.loads(written))
        shared.append(Shared(group, _of_claim(group, ours), _of_claim(group, theirs)))
    return Sources(one, other, tuple(shared))


def _one(ledger: Ledger, key: str) -> One:
    rows = ledger.named(key)
    source = next(ledger.sources(rows))
    claims = tuple(ledger.find(Selection(sources=(source.row,)), limit=CLAIMS))
    with ledger.reading() as connection:
        relayed_by, relays = listing.relations(connection, source.row)
    return One(source, claims, relayed_by, relays)


def _about(connection: sqlite3.Connection, stored: StoredReport) -> About:
    text = keeping.report_of(connection, stored.row).text
    return About(stored.key, stored.outlet, stored.published, stored.language, stored.title, text)


def _carried(group: Group, a: str, b: str) -> Shared:
    said = [each.statement for each in group.members]
    return Shared(
        group, tuple(each for each in said if each.report == a), tuple(each for each in said if each.report == b)
    )


def _of_claim(group: Group, key: str) -> tuple[Statement, ...]:
    """Return where a group has a claim, once."""
    return tuple(each.statement for each in group.members if each.statement.claim == key)[:1]
