from __future__ import annotations

from tests.ledger.test_forgetting import SECRET, left, secret

from segun.ledger.judging import Judgements
from segun.ledger.selection import Selection


def test_what_was_said_goes_with_the_second_of_two_as_well(ledger):
    ledger.add(secret(), program="test 1")
    one, two = (next(each.key for each in ledger.find(Selection(report=name))) for name in ("ferry", "secret"))
    ledger.decide("same", one, {"with": two}, by="Irune", why=f"both of the {SECRET} dam")
    ledger.decide("derived", "port", {"with": "secret"}, by="Irune", why=SECRET)
    ledger.decide("undo", "1", {}, by="Irune", why=f"{SECRET} was meant")
    ledger.decide("independent", "port", {"with": "ferry"}, by="Irune", why="kept")
    ledger.forget("secret", by="Irune", why="her request")
    assert [each.why for each in ledger.decisions()] == [None, None, None, "kept", "her request"]
    assert left(ledger.path) == []
    assert ledger.faults() == []
    assert ledger.judgements() == Judgements(independent=frozenset({frozenset(("port", "ferry"))}))


def test_a_text_that_stays_elsewhere_keeps_what_was_said_of_its_claims(ledger):
    ledger.add(secret(), program="test 1")
    ledger.add(secret("copy", outlet="Copier", location="https://copier.example/"), program="test 1")
    one, two = (next(each.key for each in ledger.find(Selection(report=name))) for name in ("ferry", "secret"))
    ledger.decide("same", one, {"with": two}, by="Irune", why="kept")
    ledger.decide("derived", "port", {"with": "copy"}, by="Irune", why="gone")
    ledger.forget("copy", by="Irune", why="w")
    assert [each.why for each in ledger.decisions()] == ["kept", None, "w"]
    assert ledger.faults() == []
