from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

pytest.importorskip("httpx")
pytest.importorskip("uvicorn")
BENCH = Path(__file__).parents[2] / "bench"
OWN = ("world", "ledger", "reviewers", "desk")


@pytest.fixture(scope="module")
def desk():
    sys.path.insert(0, str(BENCH))
    for name in OWN:
        sys.modules.pop(name, None)
    spec = importlib.util.spec_from_file_location("desk", BENCH / "desk.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["desk"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(BENCH))
    for name in OWN:
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def filled(desk, tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "small.segun"
    desk.fill(path, 400, desk.World(7))
    return path


def test_the_ledger_has_the_long_report_and_facets_that_mean_something(desk, filled):
    from segun.ledger.facets import facets
    from segun.ledger.ledger import Ledger
    from segun.ledger.selection import Selection

    with Ledger(filled, readonly=True) as ledger:
        long = ledger.analysis(f"r{desk.LONG}")
        with ledger.reading() as connection:
            found = facets(connection, Selection())
        assert 350 <= ledger.count() <= 400
    assert len(long.claims) == desk.LONG_CLAIMS
    assert 2_700 <= len(long.report.text.split()) <= 3_300
    for kind in ("factuality", "speech_act", "source", "via", "place", "outlet", "language"):
        assert len(found[kind]) > 1, kind


def test_every_page_that_it_asks_for_answers_and_check_tells_a_slow_one(desk, filled, monkeypatch, capsys):
    monkeypatch.setattr(desk, "STARTS", 1)
    given = ["--ledger", str(filled), "--rounds", "2", "--no-browser"]
    assert desk.main(given) == 0
    assert "report of 3,000 words" in capsys.readouterr().out
    slow = desk.Figure("a page", 299.0, 301.0, 300)
    monkeypatch.setattr(desk, "pages", lambda *_: [slow])
    assert desk.main([*given, "--check"]) == 1
    monkeypatch.setattr(desk, "pages", lambda *_: [desk.Figure("a page", 299.0, 299.5, 300)])
    assert desk.main([*given, "--check"]) == 0


def test_reviewers_lose_no_decision_and_a_lost_one_would_be_told(desk, filled, tmp_path, monkeypatch):
    import reviewers

    monkeypatch.setattr(reviewers, "THOUGHT", (0.0, 0.05))
    monkeypatch.setattr(reviewers, "ACTIONS", 6)
    path = tmp_path / "load.segun"
    path.write_bytes(filled.read_bytes())
    figures, wrong = reviewers.run(path, 3, desk.serving, desk.figure)
    assert wrong == []
    assert {"decision, with accounts", "all, 3 reviewers without"} <= {each.name for each in figures}
    counted = iter((0, 0, 0, 0))
    monkeypatch.setattr(reviewers, "_decisions", lambda _: next(counted))
    monkeypatch.setattr(reviewers, "_accounts", lambda *_: [])
    _, wrong = reviewers.run(path, 1, desk.serving, lambda *_: None)
    assert any("the ledger has 0" in each for each in wrong)
