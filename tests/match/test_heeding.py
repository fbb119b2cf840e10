"""What people decided of reports, and of claims, in the next trace."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner
from tests.match.telling_reports import several, told

from segun.cli.main import segun
from segun.ledger.judging import Judgements
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection
from segun.match.heeding import heeding
from segun.match.records import Derivation
from segun.match.tracing import trace


def found(*edges):
    return [
        Derivation(child, parent, "copy", known=True, confidence=sure, evidence=()) for child, parent, sure in edges
    ]


CHAIN = (("r2", "r1", 0.95), ("r4", "r2", 0.95), ("r3", "r1", 0.7))


def test_who_is_said_to_be_a_parent_has_it_from_none_of_its_children():
    kept = heeding(found(*CHAIN), Judgements(derived={("r1", "r4"): "rewrite"}))
    assert [(each.report, each.parent, each.how) for each in kept] == [
        ("r1", "r4", "rewrite"),
        ("r2", "r1", "copy"),
        ("r3", "r1", "copy"),
    ]


def test_what_runs_beside_a_decision_stays():
    kept = heeding(
        found(*CHAIN), Judgements(derived={("r3", "r2"): None}, independent=frozenset({frozenset(("r4", "r2"))}))
    )
    assert {(each.report, each.parent) for each in kept} == {("r2", "r1"), ("r3", "r1"), ("r3", "r2")}


MINE = "La mina de Almorchón cerró el lunes y 80 mineros perdieron el empleo"
REST = "El pozo viejo seguirá abierto hasta el domingo, según la ingeniera Ada Linde."
REPORTS = (
    ("r1", "Onda Almorchón", f"{MINE}, informó el alcalde, Bruno Cela.\n\n{REST}"),
    ("r2", "La Gaceta del Tajo", f"{MINE}.\n\n{REST}"),
)


def mine():
    return [told(key, outlet, text, published=f"2031-03-0{key[-1]}") for key, outlet, text in REPORTS]


@pytest.mark.parametrize(("how", "expected"), [(None, "edit"), ("copy", "copy"), ("translation", "translation")])
def test_how_a_report_derives_is_as_decided(how, expected):
    (each,) = trace(mine(), Judgements(derived={("r2", "r1"): how}), encoder=False).derivations
    assert (each.how, [loss.kind for loss in each.losses]) == (expected, ["lost"])


def test_a_derivation_that_people_turn_round_has_its_words_and_its_losses():
    (each,) = trace(mine(), Judgements(derived={("r1", "r2"): "copy"}), encoder=False).derivations
    assert (each.report, each.parent, each.how, each.losses) == ("r1", "r2", "copy", ())
    texts = {key: text for key, _, text in REPORTS}
    assert each.passages
    assert all(one.a.of(texts["r2"])[:8] == one.b.of(texts["r1"])[:8] for one in each.passages)


def test_a_different_keeps_large_groups_apart():
    reports = [
        told(f"r{at:02}", f"Diario {at}", f"{MINE}, informó el alcalde.", published=f"2031-03-19T{at:02}:00:00Z")
        for at in range(1, 19)
    ]
    reports.append(
        told("r19", "Onda Almorchón", f"{MINE}, dijo el alcalde Bruno Cela ayer.", published="2031-03-19T20:00:00Z")
    )
    keys = {each.key: next(iter(each.keys.values())) for each in reports}
    (whole,) = several(trace(reports, encoder=False))
    apart = frozenset({frozenset((keys["r02"], keys["r19"]))})
    group = several(trace(reports, Judgements(different=apart), encoder=False))[0]
    assert (whole.carrying, group.carrying) == (19, 18)


def run(*arguments):
    result = CliRunner().invoke(segun, [str(each) for each in arguments], env={"SEGUN_REVIEWER": "Irune"})
    assert result.exit_code == 0, result.output
    return result


def test_that_owners_count_once_is_kept_until_each_outlet_counts_again(story_ledger, tmp_path):
    copy = tmp_path / "quarry.segun"
    shutil.copy(story_ledger, copy)
    kept = "Outlets of one owner count as one origin, as in the last trace"
    assert kept not in run("trace", copy, "--no-encoder").stderr
    assert kept not in run("trace", copy, "--no-encoder", "--one-owner").stderr
    assert kept in run("trace", copy, "--no-encoder").stderr
    run("trace", copy, "--no-encoder", "--each-outlet")
    assert kept not in run("trace", copy, "--no-encoder").stderr


def test_decisions_that_cannot_hold_together_are_told(story_ledger, tmp_path):
    copy = tmp_path / "quarry.segun"
    shutil.copy(story_ledger, copy)
    with Ledger(copy) as ledger:
        one, two, three = (next(iter(ledger.find(Selection(report=key)))).key for key in ("r01", "r05", "r06"))
    run("decide", copy, "same", one, two)
    run("decide", copy, "same", two, three)
    last = run("decide", copy, "different", one, three)
    assert f"passes over decision 1 (same {one} {two}), which cannot hold beside it" in last.output
    traced = run("trace", copy, "--no-encoder")
    assert f"Decision 1 (same {one} {two}) is passed over" in traced.stderr
    assert f"decision 3 (different {one} {three}), which came later" in traced.stderr
