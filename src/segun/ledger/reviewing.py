"""What people may decide, and what each decision changes at once in the tables that are asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from segun.ledger import adding, chain, completing, concurring, finding, keeping, naming
from segun.ledger.corrections import check, check_rejection
from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.model import Decision, DecisionKind, Derived
from segun.outlets import Outlets
from segun.tongue import gettext as _

Wanted = tuple[DecisionKind, str, Mapping[str, Any]]
"""A decision to take: its kind, target and body."""
ON_CLAIMS = ("accept", "reject", "correct", "verdict")
ON_SOURCES = ("merge", "split", "rename")
RELIABILITY = tuple("ABCDEF")
"""The Admiralty grades of a source, from completely reliable to what cannot be judged."""
CREDIBILITY = tuple("123456")
"""The Admiralty grades of a claim, from confirmed by others to what cannot be judged."""


def decide(  # noqa: PLR0913 - a decision with all that the chain holds of it, and what it is checked against
    connection: sqlite3.Connection,
    kind: DecisionKind,
    target: str,
    body: Mapping[str, Any],
    outlets: Outlets,
    *,
    by: str,
    why: str,
    at: str,
    unseen: Sequence[Decision] = (),
) -> Decision:
    """Check a decision, append it, and bring what is asked in line with it; the caller holds the write lock.

    Args:
        connection: an open ledger.
        kind: what it does.
        target: a claim, source, report, or a decision's number.
        body: what it sets.
        outlets: the known outlets.
        by: who decides.
        why: in their words.
        at: ISO 8601 in UTC.
        unseen: decisions that changed something after what the reviewer had seen, as :func:`concurring.unseen`
            gives them.

    Raises:
        NotInLedgerError: there is no such claim, source, report or decision.
        ConflictError: one of the unseen decisions is on the same claim or source.
        DecisionError: it cannot be taken.
    """
    if not by.strip():
        raise DecisionError(_("A decision needs somebody who takes it."), _("Give --by NAME, or set `reviewer`."))
    if kind == "undo":
        return _undo(connection, target, outlets, by=by, why=why, at=at, unseen=unseen)
    text: int | None = None
    if kind in ON_CLAIMS or (kind == "grade" and _is_claim(connection, target)):
        target, text = _claim(connection, target)
        _check_claim(connection, kind, body, text)
        body = completing.on_claim(connection, kind, target, text, body)
    elif kind == "add":
        target, text = _report(connection, target)
        body = completing.added(connection, text, adding.checked(connection, text, body))
    elif kind in ON_SOURCES or kind == "grade":
        target, body = _source(connection, kind, target, body)
    elif kind in chain.ON_PAIRS:
        target, text, body = _pair(connection, kind, target, body)
    elif kind == "note":
        target, text = _anything(connection, target)
        _need(body, "note")
    else:
        raise DecisionError(
            _("'%(kind)s' is nothing that people decide.", kind=kind), _("`segun decide --help` lists what is.")
        )
    concurring.check(connection, kind, target, body, unseen)
    made = chain.append(connection, kind, target, body, by=by, why=why, at=at, text=text)
    _follow(connection, kind, text, outlets)
    return made


def _follow(connection: sqlite3.Connection, kind: str, text: int | None, outlets: Outlets) -> None:
    if kind in ON_SOURCES:
        naming.settle(connection)
    elif text is not None and kind in {"accept", "reject", "correct", "add"}:
        keeping.reindex(connection, text, outlets)


def _undo(
    connection: sqlite3.Connection,
    target: str,
    outlets: Outlets,
    *,
    by: str,
    why: str,
    at: str,
    unseen: Sequence[Decision],
) -> Decision:
    number = int(target) if target.isascii() and target.isdigit() and len(target) < 19 else 0
    found = chain.one(connection, number) if str(number) == target else None
    if found is None:
        raise NotInLedgerError(
            _("There is no decision %(number)s.", number=target), _("`segun decisions LEDGER` lists them.")
        )
    if found.undone:
        raise DecisionError(
            _("Decision %(number)s is undone already.", number=target), _("Undo the undoing to bring it back.")
        )
    if found.kind == "forget":
        raise DecisionError(_("What was forgotten cannot be brought back."), _("Add the report again from its origin."))
    about = chain.undone_by(connection, found)[-1]
    concurring.check(connection, about.kind, about.target, about.body or {}, unseen)
    row = connection.execute("SELECT text FROM contents WHERE decision = ?", (found.number,)).fetchone()
    text = row[0] if row else None
    made = chain.append(connection, "undo", target, {}, by=by, why=why, at=at, text=text)
    _follow(connection, about.kind, text, outlets)
    return made


def _is_claim(connection: sqlite3.Connection, target: str) -> bool:
    return connection.execute("SELECT 1 FROM claims WHERE key = ?", (target,)).fetchone() is not None


def _claim(connection: sqlite3.Connection, target: str) -> tuple[str, int]:
    """Return a claim's key, which may be given by its first digits, and its text's row."""
    rows = connection.execute(
        "SELECT DISTINCT c.key, a.text FROM claims c JOIN analyses a ON a.id = c.analysis "
        "WHERE c.key >= ? AND c.key < ? || '~' LIMIT 2",  # no key holds anything after ~
        (target or None, target),
    ).fetchall()
    if not rows:
        raise NotInLedgerError(
            _("No claim has the key '%(key)s'.", key=target), _("`segun find LEDGER` shows claims with their keys.")
        )
    if len(rows) > 1:
        raise DecisionError(_("Several claims' keys begin with '%(key)s'.", key=target), _("Give the whole key."))
    return rows[0][0], rows[0][1]


def _check_claim(connection: sqlite3.Connection, kind: str, body: Mapping[str, Any], text: int) -> None:
    if kind in {"correct", "reject"}:
        length, written = connection.execute("SELECT length(text), text FROM texts WHERE id = ?", (text,)).fetchone()
        (check if kind == "correct" else check_rejection)(body, max(length, len(written)))
    elif kind == "verdict":
        _need(body, "verdict")
        _need(body, "evidence")
    elif kind == "grade":
        _among(body, CREDIBILITY)


def _source(
    connection: sqlite3.Connection, kind: str, target: str, body: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]]:
    """Return the key of the source that a decision is about, and its body with keys in place of names."""
    row, key = _one(connection, target)
    if kind == "grade":
        _among(body, RELIABILITY)
        return key, body
    if kind == "rename":
        _need(body, "name")
        return key, body
    if kind == "merge":
        _need(body, "source")
        other, other_key = _one(connection, str(body["source"]))
        if other == row:
            raise DecisionError(_("These are one source already."), _("Nothing needs to be done."))
        return key, {**body, "source": other_key}
    return key, _split(connection, row, body)


def _pair(
    connection: sqlite3.Connection, kind: str, target: str, body: Mapping[str, Any]
) -> tuple[str, int, Mapping[str, Any]]:
    """Return the claim or report that a decision on two is about, its text, and the body with the other one's key."""
    if not isinstance(body.get("with"), str) or not body["with"].strip():
        raise DecisionError(
            _("'%(kind)s' is said of two.", kind=kind), _("Give both: segun decide LEDGER %(kind)s A B.", kind=kind)
        )
    find = _claim if kind in ("same", "different") else _report
    (key, text), (other, other_text) = find(connection, target), find(connection, str(body["with"]))
    if key == other:
        raise DecisionError(_("These are one and the same."), _("Name two."))
    if kind == "same" and text == other_text:
        raise DecisionError(
            _("Both claims are of one report, and a trace puts together what different reports say."),
            _("Name a claim of another report."),
        )
    if body.get("how") is not None and (kind != "derived" or body["how"] not in get_args(Derived)):
        raise DecisionError(
            _("'%(how)s' is no way to derive.", how=body["how"]),
            _("Give one of %(choices)s.", choices=", ".join(get_args(Derived))),
        )
    return key, text, {**body, "with": other}


def _report(connection: sqlite3.Connection, target: str) -> tuple[str, int]:
    """Return the id of a report and its text's row."""
    row = connection.execute(
        "SELECT report_id, text FROM reports WHERE key = ? OR report_id = ?", (target, target)
    ).fetchone()
    if row is None:
        raise NotInLedgerError(
            _("There is no report '%(key)s'.", key=target), _("`segun show LEDGER --reports` lists them.")
        )
    return str(row[0]), int(row[1])


def _split(connection: sqlite3.Connection, row: int, body: Mapping[str, Any]) -> dict[str, Any]:
    names = body.get("names")
    if not isinstance(names, Sequence) or isinstance(names, str) or not names:
        raise DecisionError(_("A split needs the names that go."), _("Give --names NAME for each of them."))
    rows = connection.execute("SELECT name, form FROM names WHERE source = ?", (row,)).fetchall()
    known = dict(rows) | {form: form for _, form in rows}
    forms = []
    for name in names:
        if not isinstance(name, str) or name not in known:
            raise DecisionError(
                _("The source has no name '%(name)s'.", name=name),
                _("Its names are %(names)s.", names=", ".join(n for n, _form in rows)),
            )
        forms.append(known[name])
    if len(set(forms)) >= len(rows):
        raise DecisionError(_("All names would go."), _("Leave it at least one."))
    kind = connection.execute("SELECT kind FROM sources WHERE id = ?", (row,)).fetchone()[0]
    shown = next(name for name, form in rows if form == forms[0])
    return {**body, "names": forms, "into": naming.apart(connection, forms[0], shown, kind)}


def _one(connection: sqlite3.Connection, term: str) -> tuple[int, str]:
    rows = finding.named(connection, term)
    if len(rows) > 1:
        found = [f"{each.name} ({each.key})" for each in finding.sources(connection, rows[:5])]
        raise DecisionError(
            _("'%(name)s' means several sources: %(sources)s.", name=term, sources=", ".join(found)),
            _("Give one's key."),
        )
    key = connection.execute("SELECT key FROM sources WHERE id = ?", rows).fetchone()[0]
    return rows[0], str(key)


def _anything(connection: sqlite3.Connection, target: str) -> tuple[str, int | None]:
    """Return the key of a claim, the id of a report or the key of a source, with the text that it belongs to."""
    if _is_claim(connection, target):
        return _claim(connection, target)
    try:
        return _report(connection, target)
    except NotInLedgerError:
        return _one(connection, target)[1], None


def _need(body: Mapping[str, Any], field: str) -> None:
    if not isinstance(body.get(field), str) or not body[field].strip():
        raise DecisionError(_("It needs %(field)s.", field=field), _("Give --%(field)s TEXT.", field=field))


def _among(body: Mapping[str, Any], grades: tuple[str, ...]) -> None:
    if body.get("grade") not in grades:
        raise DecisionError(
            _("'%(grade)s' is no grade.", grade=body.get("grade")),
            _("Give one of %(choices)s (Admiralty code).", choices=", ".join(grades)),
        )
