from __future__ import annotations

import sqlite3

import pytest

from segun.ledger import chain
from segun.ledger.ledger import Ledger
from segun.model import Decision

COLUMNS = ("number", "id", "kind", "target", "by", "at", "content")


@pytest.fixture
def path(ledger):
    """Five decisions, closed."""
    first, second, *_ = [each.key for each in ledger.find()]
    ledger.decide("accept", first, {}, by="Irune", why="heard it")
    ledger.decide("reject", second, {}, by="Odei")
    ledger.decide("note", "ferry", {"note": "on paper"}, by="Irune")
    ledger.decide("undo", "2", {}, by="Irune", why="too soon")
    ledger.decide("grade", "Northline", {"grade": "C"}, by="Odei")
    ledger.close()
    return ledger.path


def faults(path):
    with Ledger(path, readonly=True) as ledger:
        return ledger.faults()


def tamper(path, *statements):
    with sqlite3.connect(path) as raw:
        for statement, values in statements:
            raw.execute(statement, values)
    raw.close()


def decided(number, kind, target):
    return Decision(number, f"id{number}", kind, target, {}, "Irune", "2031-03-04", "")


def test_an_untouched_chain_holds(path):
    assert faults(path) == []


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_change_to_any_column_of_any_decision_is_found(path, column, number):
    value = 77 if column == "number" else "reject" if column == "kind" else "x"
    tamper(path, (f'UPDATE decisions SET "{column}" = ? WHERE number = ?', (value, number)))  # noqa: S608 - of COLUMNS
    assert faults(path)


@pytest.mark.parametrize("column", ["salt", "body"])
@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_change_to_what_a_decision_says_is_found(path, column, number):
    statement = f"UPDATE contents SET {column} = ? WHERE decision = ?"  # noqa: S608 - one of two above
    tamper(path, (statement, ('{"body":{},"why":"no"}', number)))
    assert faults(path) == [f"the content of decision {number} was changed"]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_decision_taken_out_is_found(path, number):
    tamper(
        path,
        ("DELETE FROM contents WHERE decision = ?", (number,)),
        ("DELETE FROM decisions WHERE number = ?", (number,)),
    )
    assert f"decision {number} is missing" in faults(path)


def test_a_decision_taken_out_is_found_even_where_the_rest_is_counted_anew(path):
    tamper(path, ("DELETE FROM contents WHERE decision = 2", ()), ("DELETE FROM decisions WHERE number = 2", ()))
    for number in (3, 4, 5):
        tamper(
            path,
            ("UPDATE decisions SET number = ? WHERE number = ?", (number - 1, number)),
            ("UPDATE contents SET decision = ? WHERE decision = ?", (number - 1, number)),
        )
    assert "decision 2 was changed, or one before it" in faults(path)


def test_a_decision_put_between_is_found(path):
    with sqlite3.connect(path) as raw:
        row = raw.execute(
            'SELECT id || "0", kind, target, "by", at, content FROM decisions WHERE number = 5'
        ).fetchone()
    raw.close()
    tamper(path, ("INSERT INTO decisions VALUES (6, ?, ?, ?, ?, ?, ?)", row))
    assert faults(path)[0] == "decision 6 was changed, or one before it"


def test_a_content_that_nobody_had_forgotten_is_missed(path):
    tamper(path, ("DELETE FROM contents WHERE decision = 2", ()))
    assert faults(path) == ["the content of decision 2 was removed, and nobody had it forgotten"]


def test_two_decisions_that_changed_places_are_found(path):
    tamper(
        path,
        ("UPDATE decisions SET number = 99 WHERE number = 2", ()),
        ("UPDATE decisions SET number = 2 WHERE number = 3", ()),
        ("UPDATE decisions SET number = 3 WHERE number = 99", ()),
    )
    assert faults(path)


def test_undoing_an_undoing_brings_a_decision_back():
    found = chain.marked(
        [decided(1, "reject", "a"), decided(2, "undo", "1"), decided(3, "undo", "2"), decided(4, "accept", "b")]
    )
    assert [each.undone for each in found] == [False, True, False, False]
    assert [each.number for each in chain.in_force(found)] == [1, 4]


def test_until_a_day_means_its_end(ledger):
    key = next(ledger.find()).key
    made = ledger.decide("accept", key, {}, by="Irune")
    assert ledger.until(made.at) == 1
    assert ledger.until(made.at[:10]) == 1
    assert ledger.until("2001-01-01") == 0


def test_what_was_decided_comes_back_as_it_was(ledger):
    key = next(ledger.find()).key
    made = ledger.decide(
        "verdict", key, {"verdict": "no «ñ» \x07", "evidence": "https://x.example"}, by="Irune", why="—"
    )
    assert ledger.decisions() == [made]


def test_the_same_said_twice_has_two_digests(ledger):
    key = next(ledger.find()).key
    for _ in range(2):
        ledger.decide("note", key, {"note": "the same"}, by="Irune")
    rows = ledger._connection.execute("SELECT content FROM decisions").fetchall()
    assert len(set(rows)) == 2  # else a forgotten content could be told from its digest
