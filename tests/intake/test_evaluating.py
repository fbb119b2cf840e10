from __future__ import annotations

import os
from pathlib import Path

from segun.gold.perturb import PERTURBATIONS
from segun.gold.records import GoldClaim, GoldRelay, GoldText
from segun.intake import evaluating
from segun.intake.evaluating import Way, evaluate
from segun.model import Span

TEXT = "Vold said that the pass was closed.\nNobody knew."
CLAIM = GoldClaim((Span(15, 34),), (GoldRelay((Span(0, 4),), (Span(5, 9),), "said"),), quotation="indirect")


def text(key, words=TEXT):
    return GoldText(key, words, (CLAIM,), "en")


def dying(way):
    """In a worker: dies of one text."""
    work = evaluating.working(way)
    return lambda task: os._exit(9) if task.text.key == "deadly" else work(task)


def test_perturbed_texts_are_compared_with_the_same_texts_as_they_are(monkeypatch):
    before = evaluating._outcome

    def crash(task, way):
        if (task.text.key, task.damage) == ("b", "stops"):
            raise ZeroDivisionError("by zero")
        return before(task, way)

    monkeypatch.setattr(evaluating, "_outcome", crash)
    (done,) = evaluate([("gold", [text("a"), text("b")])], Way(), perturbations=PERTURBATIONS, processes=1)
    assert [each.text for each in done.failures] == ["b (stops)"]
    assert done.summary.texts == 2
    damaged = {each.name: each for each in done.summary.damaged}
    assert set(damaged) == {each.name for each in PERTURBATIONS}
    assert (damaged["stops"].changed, damaged["merged"].changed, damaged["accents"].changed) == (1, 2, 0)
    assert set(damaged["accents"].moves.values()) <= {0.0, None}


def test_mistakes_are_kept_only_where_they_are_wanted():
    wrong = GoldText("a", TEXT, (GoldClaim((Span(36, 47),), CLAIM.relays),), "en")
    (without,) = evaluate([("gold", [wrong])], Way(), processes=1)
    (having,) = evaluate([("gold", [wrong])], Way(mistakes=True), processes=1)
    assert without.mistakes == ()
    assert [each.fault for each in having.mistakes] == ["false", "missed"]


def test_a_threshold_leaves_out_what_is_below_it():
    (done,) = evaluate([("gold", [text("a")])], Way(min_confidence=1.0), processes=1)
    assert (done.summary.gold, done.summary.found) == (1, 0)


def test_how_far_it_is_is_told():
    told = []
    evaluate([("a", [text("a")]), ("b", [text("b")])], Way(), processes=1, told=lambda *far: told.append(far))
    assert told == [(1, 2), (2, 2)]


def test_nothing_to_do_is_done():
    assert [each.summary for each in evaluate([("gold", [])], Way())] == [None]


def test_a_process_that_dies_costs_its_text_alone(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    monkeypatch.setattr(evaluating, "working", dying)
    (done,) = evaluate([("gold", [text("a"), text("deadly"), text("c")])], Way(), processes=2)
    assert done.summary.texts == 2
    (failed,) = done.failures
    assert failed.text == "deadly"
    assert "ended with exit code 9" in failed.problem
