from __future__ import annotations

import json

import pytest
from tests.cli.collection import fill

from segun.intake import filling
from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack
from segun.ledger.records import Failure
from segun.model import Analysis


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


@pytest.fixture
def calls(monkeypatch):
    """An analysis that finds nothing, of the outdated reports, one of which fails; tests/intake has the real one."""
    seen = []

    def reanalyze(ledger, *, method, processes=None, told=None):
        seen.append((method, processes))
        summary = filling.Summary()
        for number, report in enumerate(ledger.outdated(method.program)):
            if number:
                summary.added += ledger.renew(pack(Analysis(report), report, method.program))
            else:
                summary.failures.append(Failure("a\x1b[2Jb", "It is too long.", "Split it."))
            if told:
                told(summary)
        return summary

    monkeypatch.setattr(filling, "reanalyze", reanalyze)
    return seen


def test_what_another_program_made_is_renewed_and_a_second_run_has_nothing_to_do(segun, news, calls):
    code, out, err = segun("reanalyze", "news.segun", "--no-places", "--processes", "1", "--continue", "none")
    assert code == 0
    assert out.startswith("3 analyses renewed, 1 failed; ")
    assert "continue=none" in out
    assert err == "segun: a[U+001B][2Jb: It is too long. Split it.\n"
    ((method, processes),) = calls
    assert (method.carry_on, method.places, processes) == ("none", False, 1)
    again = segun("reanalyze", "news.segun", "--no-places", "--continue", "none", "--json", "--strict")
    assert again[0] == 2
    found = json.loads(again[1])
    assert (found["outdated"], found["renewed"], len(found["failed"])) == (1, 0, 1)


def test_nothing_to_do_is_said(segun, news, monkeypatch):
    monkeypatch.setattr(Ledger, "count_outdated", lambda *_: 0)
    monkeypatch.setattr(filling, "reanalyze", lambda *_, **__: filling.Summary())
    code, out, _ = segun("reanalyze", "news.segun")
    assert code == 0
    assert out.startswith("Everything is up to date: segun ")


def test_there_must_be_a_ledger(segun):
    code, _, err = segun("reanalyze", "nowhere.segun")
    assert code == 2
    assert "There is no ledger" in err
