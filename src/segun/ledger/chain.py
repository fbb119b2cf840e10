"""Decisions: appended to a chain of hashes, never overwritten, undone only by a further decision.

A decision's id is the SHA-256 of the id before it and of everything it holds; of its content (what it sets, and why)
only a salted digest goes in, so that a content can be forgotten and the chain still be verified.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from segun.model import Decision, DecisionKind

ON_PAIRS = ("same", "different", "derived", "independent")
"""Kinds of decision on two claims or two reports; the body names the second one under ``with``."""
_ALL = """
    SELECT d.number, d.id, d.kind, d.target, d."by", d.at, c.body
    FROM decisions d LEFT JOIN contents c ON c.decision = d.number
"""


def append(
    connection: sqlite3.Connection,
    kind: DecisionKind,
    target: str,
    body: Mapping[str, Any],
    *,
    by: str,
    why: str,
    at: str,
    text: int | None = None,
) -> Decision:
    """Append a decision; the caller holds the write lock.

    Args:
        connection: an open ledger.
        kind: what it does.
        target: the key of a claim or source, the id of a report, or the number of a decision.
        body: what it sets.
        by: who decides.
        why: in their words.
        at: ISO 8601 in UTC.
        text: the row of the text that it is about.
    """
    last = connection.execute("SELECT number, id FROM decisions ORDER BY number DESC LIMIT 1").fetchone()
    number, before = (last[0] + 1, last[1]) if last else (1, "")
    salt = secrets.token_hex(16)
    content = _written({"body": body, "why": why})
    digest = _digest(salt, content)
    id = _id(before, number, kind, target, by, at, digest)
    connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?)", (number, id, kind, target, by, at, digest))
    connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", (number, salt, content, text))
    return Decision(number, id, kind, target, body, by, at, why)


def every(connection: sqlite3.Connection, *, until: int | None = None) -> list[Decision]:
    """Return the decisions in their order, up to the one with number ``until``."""
    where = "" if until is None else f" WHERE d.number <= {int(until)}"
    return marked(map(_decision, connection.execute(f"{_ALL}{where} ORDER BY d.number")))


def last(connection: sqlite3.Connection) -> int:
    """Return the number of the last decision, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()[0])


def one(connection: sqlite3.Connection, number: int) -> Decision | None:
    """Return the decision with this number, marked where a later one undid it; ``None`` where there is none."""
    row = connection.execute(f"{_ALL} WHERE d.number = ?", (number,)).fetchone()
    return replace(_decision(row), undone=_is_undone(connection, number)) if row else None


def between(connection: sqlite3.Connection, after: int, until: int) -> list[Decision]:
    """Return the decisions with numbers above ``after`` up to ``until``, marked where a later one undid them."""
    rows = connection.execute(f"{_ALL} WHERE d.number > ? AND d.number <= ? ORDER BY d.number", (after, until))
    found = [_decision(row) for row in rows.fetchall()]
    return [replace(each, undone=_is_undone(connection, each.number)) for each in found]


def page(
    connection: sqlite3.Connection, *, by: str = "", kind: str = "", before: int | None = None, limit: int
) -> list[Decision]:
    """Return some decisions, the newest first, marked where a later one undid them.

    Args:
        connection: an open ledger.
        by: only those of this person; empty for everybody's.
        kind: only those of this kind; empty for all.
        before: only those with smaller numbers; ``None`` to begin with the last one.
        limit: how many at most.
    """
    where, values = _asked(by, kind)
    if before is not None:
        where, values = f"{where} AND d.number < ?", [*values, before]
    rows = connection.execute(f"{_ALL} WHERE {where} ORDER BY d.number DESC LIMIT ?", (*values, limit)).fetchall()
    undone = _undone(connection)
    return [replace(each, undone=each.number in undone) for each in map(_decision, rows)]


def count(connection: sqlite3.Connection, *, by: str = "", kind: str = "") -> int:
    """Return how many decisions :func:`page` has in all."""
    where, values = _asked(by, kind)
    return int(connection.execute(f"SELECT count(*) FROM decisions d WHERE {where}", values).fetchone()[0])


def deciders(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return who decided and how often, by name."""
    return connection.execute('SELECT "by", count(*) FROM decisions GROUP BY "by" ORDER BY "by"').fetchall()


def together(connection: sqlite3.Connection, number: int) -> list[int]:
    """Return the numbers of the decisions that one action took, of which one has this number, without those undone.

    Undoings belong together with undoings, all others with others. Empty where no decision has the number.
    """
    rows = connection.execute(
        'SELECT d.number FROM decisions o JOIN decisions d ON d.at = o.at AND d."by" = o."by" '
        "AND (d.kind = 'undo') = (o.kind = 'undo') WHERE o.number = ? ORDER BY d.number",
        (number,),
    ).fetchall()
    undone = _undone(connection)
    return [row[0] for row in rows if row[0] not in undone]


def _asked(by: str, kind: str) -> tuple[str, list[str | int]]:
    """Return the condition on decisions of a person and of a kind, and its values."""
    given = [(column, value) for column, value in (('d."by"', by), ("d.kind", kind)) if value]
    return " AND ".join(f"{column} = ?" for column, _ in given) or "1", [value for _, value in given]


def _undone(connection: sqlite3.Connection) -> set[int]:
    """Return the numbers of the decisions that are undone, told from the undoings alone."""
    undone: set[int] = set()
    rows = connection.execute("SELECT number, target FROM decisions WHERE kind = 'undo' ORDER BY number DESC")
    for number, target in rows:
        if number not in undone:
            undone.add(int(target))
    return undone


def undone_by(connection: sqlite3.Connection, decision: Decision) -> list[Decision]:
    """Return a decision and, where it is an undoing, all that it undid in turn; the last one is no undoing."""
    found = [decision]
    while found[-1].kind == "undo":
        before = one(connection, int(found[-1].target))
        if before is None:
            break
        found.append(before)
    return found


def _is_undone(connection: sqlite3.Connection, number: int) -> bool:
    """Whether an undoing of a decision stands: each can itself be undone."""
    undoings = connection.execute(
        "SELECT number FROM decisions WHERE target = ? AND kind = 'undo' AND number > ?", (str(number), number)
    ).fetchall()
    return any(not _is_undone(connection, row[0]) for row in undoings)


def on_text(connection: sqlite3.Connection, text: int, *, until: int | None = None) -> list[Decision]:
    """Return the decisions on claims and reports of a text, be it the first or the second one of a pair."""
    where = "" if until is None else f" AND d.number <= {int(until)}"
    held = connection.execute(
        "SELECT c.key FROM claims c JOIN analyses a ON a.id = c.analysis WHERE a.text = ? "
        "UNION SELECT report_id FROM reports WHERE text = ?",
        (text, text),
    )
    seconds = json.dumps(naming(connection, [row[0] for row in held]))
    rows = connection.execute(
        f"{_ALL} WHERE d.number IN (SELECT decision FROM contents WHERE text = ? UNION SELECT value FROM json_each(?))"
        f"{where} ORDER BY d.number",
        (text, seconds),
    )
    return marked(map(_decision, rows))


def naming(connection: sqlite3.Connection, others: Sequence[str]) -> list[int]:
    """Return the numbers of the decisions on a pair that name one of these second, and of all that undo such.

    Args:
        connection: an open ledger.
        others: keys of claims and ids of reports.
    """
    rows = connection.execute(
        "WITH RECURSIVE found(number) AS (SELECT d.number FROM contents c JOIN decisions d ON d.number = c.decision "
        f"WHERE json_extract(c.body, '$.body.with') IN (SELECT value FROM json_each(?)) AND d.kind IN {ON_PAIRS} "
        "UNION SELECT d.number FROM found f JOIN decisions d ON d.target = CAST(f.number AS TEXT) AND d.kind = 'undo') "
        "SELECT number FROM found ORDER BY number",
        (json.dumps(list(others)),),
    )
    return [int(row[0]) for row in rows]


def on_pairs(connection: sqlite3.Connection) -> list[Decision]:
    """Return the decisions on pairs of claims and of reports, and those that undo any decision."""
    rows = connection.execute(f"{_ALL} WHERE d.kind IN {(*ON_PAIRS, 'undo')} ORDER BY d.number")
    return marked(map(_decision, rows))


def on_targets(connection: sqlite3.Connection, targets: Sequence[str]) -> list[Decision]:
    """Return the decisions on some targets, by their keys, without the undoings of them."""
    marks = ", ".join("?" * len(targets))
    rows = connection.execute(
        f"{_ALL} WHERE d.kind = 'undo' OR d.target IN ({marks}) ORDER BY d.number", tuple(targets)
    )
    return [each for each in marked(map(_decision, rows)) if each.kind != "undo"]


def on_source(connection: sqlite3.Connection, keys: Sequence[str]) -> list[Decision]:
    """Return the decisions on sources: about them, or about one that they were merged into or split off.

    Args:
        connection: an open ledger.
        keys: the sources' keys; the undoings are left out, what they undid is marked.
    """
    among = "IN (SELECT value FROM json_each(?))"
    rows = connection.execute(
        f"{_ALL} WHERE d.kind = 'undo' OR d.target {among} OR (d.kind IN ('merge', 'split') "
        f"AND (json_extract(c.body, '$.body.source') {among} OR json_extract(c.body, '$.body.into') {among})) "
        "ORDER BY d.number",
        (json.dumps(list(keys)),) * 3,
    )
    return [each for each in marked(map(_decision, rows)) if each.kind != "undo"]


def on_sources(connection: sqlite3.Connection) -> list[Decision]:
    """Return the decisions that say which names are one source, and those that undo such."""
    rows = connection.execute(f"{_ALL} WHERE d.kind IN ('merge', 'split', 'rename', 'undo') ORDER BY d.number")
    return marked(map(_decision, rows))


def grades(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the Admiralty grade in force of every target that has one, by its key."""
    rows = connection.execute(f"{_ALL} WHERE d.kind IN ('grade', 'undo') ORDER BY d.number")
    found = in_force(marked(map(_decision, rows)))
    return {each.target: str(each.body["grade"]) for each in found if each.body is not None}


def marked(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions with those marked that a later one undid; an undoing can itself be undone."""
    found = list(decisions)
    undone: set[int] = set()
    for decision in reversed(found):
        if decision.kind == "undo" and decision.number not in undone:
            undone.add(int(decision.target))
    return [replace(each, undone=True) if each.number in undone else each for each in found]


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Return those that nobody undid, without the undoings."""
    return [each for each in decisions if not each.undone and each.kind != "undo"]


def until(connection: sqlite3.Connection, moment: str) -> int:
    """Return the number of the last decision at or before a moment, 0 where there is none.

    Args:
        connection: an open ledger.
        moment: ISO 8601 in UTC; a day means its end.
    """
    bound = f"{moment}T99" if len(moment) == 10 else moment
    row = connection.execute("SELECT max(number) FROM decisions WHERE at <= ?", (bound,)).fetchone()
    return int(row[0] or 0)


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return where the chain does not hold, empty where it does: a decision changed, removed or put between."""
    found = []
    before, expected = "", 1
    forgotten = {
        number
        for each in every(connection)
        if each.kind == "forget" and each.body is not None
        for number in each.body.get("contents", ())
    }
    rows = connection.execute(
        'SELECT d.number, d.id, d.kind, d.target, d."by", d.at, d.content, c.salt, c.body '
        "FROM decisions d LEFT JOIN contents c ON c.decision = d.number ORDER BY d.number"
    )
    for number, id, kind, target, by, at, content, salt, body in rows:
        if number != expected:
            found.append(f"decision {expected} is missing")
        if id != _id(before, number, kind, target, by, at, content):
            found.append(f"decision {number} was changed, or one before it")
        if body is not None and _digest(salt, body) != content:
            found.append(f"the content of decision {number} was changed")
        if body is None and number not in forgotten:
            found.append(f"the content of decision {number} was removed, and nobody had it forgotten")
        before, expected = id, number + 1
    return found


def _decision(row: tuple[Any, ...]) -> Decision:
    number, id, kind, target, by, at, written = row
    content = json.loads(written) if written is not None else {"body": None, "why": None}
    return Decision(number, id, cast("DecisionKind", kind), target, content["body"], by, at, content["why"])


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _digest(salt: str, content: str) -> str:
    return hashlib.sha256(f"{salt}\n{content}".encode("ascii")).hexdigest()


def _id(*parts: Any) -> str:
    return hashlib.sha256(_written(list(parts)).encode("ascii")).hexdigest()
