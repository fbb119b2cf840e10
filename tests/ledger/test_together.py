"""Several decisions at once, and several reviewers at once."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from segun.ledger.errors import ConflictError, DecisionError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection


def claim_keys(ledger):
    return [each.key for each in ledger.find(Selection(sort="report", report="ferry"))]


def test_decisions_taken_together_have_one_moment_and_hold_each(ledger):
    one, two, *_ = claim_keys(ledger)
    made = ledger.decide_together([("accept", one, {}), ("reject", two, {})], by="Irune", why="both seen")
    assert [each.number for each in made] == [1, 2]
    assert len({each.at for each in made}) == 1
    assert {each.why for each in ledger.decisions()} == {"both seen"}
    assert two not in claim_keys(ledger)
    assert ledger.faults() == []


def test_one_that_cannot_be_taken_takes_all_with_it(ledger):
    one, *_ = before = claim_keys(ledger)
    with pytest.raises(NotInLedgerError):
        ledger.decide_together([("reject", one, {}), ("accept", "nothing", {})], by="Irune")
    assert ledger.decisions() == []
    assert claim_keys(ledger) == before


def test_they_are_undone_together_or_not_at_all(ledger):
    one, two, *_ = before = claim_keys(ledger)
    ledger.decide_together([("reject", one, {}), ("reject", two, {})], by="Irune")
    with pytest.raises(NotInLedgerError):
        ledger.undo_together([1, 2, 9], by="Irune")
    assert len(ledger.decisions()) == 2
    assert [each.target for each in ledger.undo_together([1, 2], by="Irune")] == ["2", "1"]
    assert claim_keys(ledger) == before
    with pytest.raises(DecisionError, match="undone already"):
        ledger.undo_together([2], by="Irune")


def test_a_later_decision_of_two_on_the_same_claim_is_refused_and_shown(ledger):
    one, two, *_ = claim_keys(ledger)
    ledger.decide("correct", one, {"factuality": "PS-"}, by="Ana", seen=0)
    with pytest.raises(ConflictError, match="Ana decided") as raised:
        ledger.decide("reject", one, {}, by="Irune", seen=0)
    assert [(each.number, each.by) for each in raised.value.decisions] == [(1, "Ana")]
    with pytest.raises(ConflictError):
        ledger.decide_together([("accept", two, {}), ("reject", one, {})], by="Irune", seen=0)
    assert len(ledger.decisions()) == 1
    ledger.decide("reject", one, {}, by="Irune", seen=1)
    ledger.decide("accept", two, {}, by="Irune", seen=0)  # nobody decided on this one
    ledger.decide("accept", two, {}, by="Ana")  # who does not say what they saw is not held to it


def test_notes_and_what_is_said_of_two_stand_in_nobodys_way(ledger):
    one, two, *_ = claim_keys(ledger)
    ledger.decide("note", one, {"note": "x"}, by="Ana")
    ledger.decide("different", one, {"with": two}, by="Ana")
    ledger.decide("reject", one, {}, by="Irune", seen=0)
    ledger.decide("note", one, {"note": "y"}, by="Ana", seen=0)


def test_an_undoing_counts_where_it_changed_what_was_seen(ledger):
    one, *_ = claim_keys(ledger)
    ledger.decide("correct", one, {"factuality": "PS-"}, by="Irune")
    ledger.decide("undo", "1", {}, by="Ana")
    with pytest.raises(ConflictError):
        ledger.decide("accept", one, {}, by="Irune", seen=1)
    with pytest.raises(ConflictError):
        ledger.decide("undo", "2", {}, by="Irune", seen=1)
    ledger.decide("undo", "2", {}, by="Ana")
    ledger.decide("accept", one, {}, by="Irune", seen=1)  # it is as it was


def test_the_same_words_added_by_two_are_not_added_twice_unseen(ledger):
    body = {"spans": [[4, 15]]}
    ledger.decide("add", "ferry", body, by="Ana", seen=0)
    with pytest.raises(ConflictError):
        ledger.decide("add", "ferry", body | {"source": {"name": "Osk"}}, by="Irune", seen=0)
    ledger.decide("add", "ferry", {"spans": [[16, 25]]}, by="Irune", seen=0)


def test_sources_are_told_apart_too(ledger):
    ledger.decide("merge", "Northline", {"source": "Maud Ellery"}, by="Ana")
    with pytest.raises(ConflictError):
        ledger.decide("rename", "Northline", {"name": "N"}, by="Irune", seen=0)
    ledger.decide("rename", "Radio Marea", {"name": "RM"}, by="Irune", seen=0)


def reviewer(path, name, key, rounds):
    """Correct the same claim again and again, each time from what was seen; return how often and how often not."""
    taken = refused = 0
    with Ledger(path) as ledger:
        while taken < rounds:
            seen = max((each.number for each in ledger.decisions()), default=0)
            try:
                ledger.decide("correct", key, {"factuality": "PS-"}, by=name, why=str(seen), seen=seen)
                taken += 1
            except ConflictError:
                refused += 1
    return refused


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_two_at_once_lose_nothing_and_overlook_nothing(ledger, kind):
    key, *_ = claim_keys(ledger)
    pool = (
        ThreadPoolExecutor(2)
        if kind == "threads"
        else ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
    )
    with pool:
        jobs = [pool.submit(reviewer, ledger.path, name, key, 8) for name in ("Ana", "Irune")]
        for job in jobs:
            job.result(timeout=60)
    made = ledger.decisions()
    assert [each.by for each in made].count("Ana") == [each.by for each in made].count("Irune") == 8
    assert [int(each.why) for each in made] == list(range(16))  # each had seen the one before it
    assert ledger.faults() == []
