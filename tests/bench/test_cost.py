from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "cost.py"


@pytest.fixture(scope="module")
def cost():
    spec = importlib.util.spec_from_file_location("bench_cost", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def made(cost):
    def one(spacy, parsed, whole):
        return cost.Round(*(cost.Seconds(2 * each, each) for each in (spacy, parsed, whole)))

    def build(*rounds):
        return cost.Cost("es", 10, 1000, "golden", tuple(one(*each) for each in rounds))

    return build


def test_the_cost_is_the_median_over_rounds_of_what_is_added(made):
    found = made((1.0, 2.0, 2.5), (1.0, 2.0, 2.6), (1.0, 2.0, 9.0))
    assert found.cost() == pytest.approx(0.3)
    assert found.cost("clock") == pytest.approx(0.3)
    assert found.cost(over="spacy") == pytest.approx(0.6)
    assert found.seconds("whole", "clock") == pytest.approx(5.2)


def test_check_alone_turns_a_high_cost_into_a_failure(cost, made, monkeypatch, capsys):
    monkeypatch.setattr(cost, "_prepare", lambda: None)
    monkeypatch.setattr(cost, "help_seconds", lambda: 0.1)
    monkeypatch.setattr(cost, "measure", lambda *_: made((1.0, 2.0, 2.8)))
    assert cost.main(["--language", "es"]) == 0
    assert cost.main(["--language", "es", "--check"]) == 1
    assert "40.0%" in capsys.readouterr().out
    monkeypatch.setattr(cost, "measure", lambda *_: made((1.0, 2.0, 2.4)))
    assert cost.main(["--language", "es", "--check"]) == 0


def test_each_of_the_three_sees_every_report_and_is_first_in_its_turn(cost, monkeypatch):
    called = []
    monkeypatch.setattr(cost, "timed", lambda step, reports: called.append((step, reports)) or cost.Seconds(1.0, 1.0))
    reports = list(range(cost.BLOCK * 6))
    done = cost.turns(reports, 0)
    assert done.spacy == done.parsed == done.whole == cost.Seconds(6.0, 6.0)
    steps = {step for step, _ in called}
    assert len(steps) == 3
    for step in steps:
        assert [r for s, block in called if s is step for r in block] == reports
    assert {step for step, _ in called[::3]} == steps


@pytest.mark.parametrize("language", ["es", "en"])
def test_without_the_shared_corpora_the_golden_texts_do(cost, tmp_path, language):
    found, where = cost.texts(language, tmp_path, 3)
    assert where == "golden"
    assert len(found) == 3
    assert all(found)


def test_the_shared_corpora_are_taken_where_they_are(cost):
    if not (cost.SHARED / cost.CORPORA["es"]).exists():
        pytest.skip("the shared corpora are not beside the checkout (folder shared)")
    found, where = cost.texts("es", cost.SHARED, 2)
    assert where == "shared"
    assert len(found) == 2


def test_parsed_is_what_analyze_does_before_it_attributes(cost, tmp_path, monkeypatch):
    from segun import pipeline
    from segun.errors import MissingModelError
    from segun.model import Report

    text = cost.texts("es", tmp_path, 1)[0][0]
    report = Report(key="a", text=text, language="es")
    kept = []
    attribute = pipeline.attribute
    monkeypatch.setattr(
        pipeline, "attribute", lambda r, found, *rest: kept.append(repr(found)) or attribute(r, found, *rest)
    )
    try:
        mine = repr(cost.parsed(report))
        pipeline.analyze(report)
    except MissingModelError as error:
        pytest.skip(str(error))
    assert kept[0] == mine
