"""``segun decide same``, ``different``, ``derived`` and ``independent``, and what ``segun decisions`` makes of them."""

from __future__ import annotations

import json

import pytest
from tests.cli.collection import fill, key_of

from segun.ledger.judging import Judgements
from segun.ledger.ledger import Ledger

RADAR, PILOT = "los primeros remolcadores", "the pilot had been asleep"
OFFICERS = "two officers told"


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


@pytest.fixture
def decide(segun, news, monkeypatch):
    monkeypatch.setenv("SEGUN_REVIEWER", "Irune")
    return lambda *arguments, **more: segun("decide", "news.segun", *arguments, **more)


def judged(path):
    with Ledger(path, readonly=True) as ledger:
        return ledger.judgements()


def test_two_claims_are_the_same_until_they_are_not(decide, news):
    one, two = key_of(news, PILOT), key_of(news, RADAR)
    code, out, err = decide("same", one[:8], two[:8], "--why", "one wording")
    assert (code, err) == (0, "")
    assert out == f"decision 1: same {one}\n  judgement\n    was  –\n    now  the same as {two}\n"
    assert judged(news) == Judgements(same=frozenset({frozenset((one, two))}))
    _, out, _ = decide("different", two, one)
    assert out == (
        f"decision 2: different {two}\n  judgement\n    was  the same as {one}\n    now  not the same as {one}\n"
    )
    _, out, _ = decide("undo", "2")
    assert f"    was  not the same as {one}\n    now  the same as {one}\n" in out
    assert judged(news).same == {frozenset((one, two))}


def test_a_report_is_derived_with_how_and_shown_by_its_key(decide, news):
    code, out, _ = decide("derived", "copy", "strait", "--how", "copy")
    assert code == 0
    assert "    was  –\n    now  derived from strait (copy)\n" in out
    assert judged(news).derived == {("copy", "strait"): "copy"}
    _, out, _ = decide("derived", "strait", "copy")
    assert "    was  copy is derived from it (copy)\n    now  derived from copy\n" in out
    _, out, _ = decide("independent", "copy", "strait")
    assert "    was  strait is derived from it\n    now  independent of strait\n" in out
    assert judged(news) == Judgements(independent=frozenset({frozenset(("copy", "strait"))}))


def test_it_is_said_of_the_first_and_each_of_the_others(decide, news):
    code, out, err = decide("independent", "port", "ferry", "nobody", "strait")
    assert code == 2
    assert out.count("decision ") == 2
    assert "no report 'nobody'" in err
    assert judged(news).independent == {frozenset(("port", "ferry")), frozenset(("port", "strait"))}


def test_a_dry_run_writes_nothing(decide, news):
    code, out, err = decide("derived", "copy", "strait", "--dry-run")
    assert code == 0
    assert "    now  derived from strait\n" in out
    assert "Nothing was written" in err
    assert judged(news) == Judgements()


def test_a_body_does_the_same(decide, news):
    assert decide("derived", "copy", "--body", '{"with": "strait", "how": "relay"}')[0] == 0
    assert judged(news).derived == {("copy", "strait"): "relay"}


def test_json_says_what_it_sets_and_what_changed(decide, news):
    _, out, _ = decide("derived", "copy", "strait", "--how", "edit", "--json")
    found = json.loads(out)
    with Ledger(news, readonly=True) as ledger:
        ids = {each.key: each.report_id for each in ledger.reports()}
    assert (found["target"], found["body"]) == (ids["copy"], {"with": ids["strait"], "how": "edit"})
    assert found["changes"] == [
        {"target": ids["copy"], "field": "judgement", "was": None, "now": "derived from strait (edit)"}
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["same", "PILOT"], "Give two claims"),
        (["independent", "port"], "Give two reports"),
        (["same", "PILOT", "PILOT"], "one and the same"),
        (["same", "PILOT", "port"], "No claim has the key"),
        (["same", "PILOT", "OFFICERS"], "Both claims are of one report"),
        (["same", "PILOT", "RADAR", "--how", "copy"], "--how is for 'derived'"),
        (["independent", "port", "ferry", "--how", "copy"], "--how is for 'derived'"),
        (["derived", "port", "ferry", "--how", "theft"], "theft"),
        (["derived", "port", "PILOT"], "no report"),
        (["derived", "port", "--body", "{}"], "Give both"),
    ],
)
def test_what_does_not_fit_is_told_with_the_remedy(decide, news, arguments, told):
    keys = {"PILOT": key_of(news, PILOT), "RADAR": key_of(news, RADAR), "OFFICERS": key_of(news, OFFICERS)}
    code, out, err = decide(*(keys.get(each, each) for each in arguments))
    assert (code, out) == (2, "")
    assert told in err
    with Ledger(news, readonly=True) as ledger:
        assert ledger.decisions() == []


def test_decisions_are_listed_on_either_of_the_two(decide, segun, news):
    one, two = key_of(news, PILOT), key_of(news, RADAR)
    decide("same", one, two)
    decide("independent", "copy", "port")
    decide("undo", "1")

    def numbers(target):
        lines = segun("decisions", "news.segun", "--json", "--on", target)[1].splitlines()
        return [json.loads(line)["number"] for line in lines]

    assert numbers(one) == numbers(two) == numbers(two[:7]) == numbers("ferry") == [1, 3]
    assert (numbers("copy"), numbers("port")) == ([2], [1, 2, 3])
    assert "Decisions" in segun("show", "news.segun", two)[1]
    lines = segun("decisions", "news.segun")[1].splitlines()
    with Ledger(news, readonly=True) as ledger:
        targets = [each.target for each in ledger.decisions()]
    assert len({line.rindex(f"  {target}  ") for line, target in zip(lines[:2], targets, strict=False)}) == 1
    assert f"undone  with: {two}" in lines[0]


def test_they_come_with_the_export_of_either_report(decide, segun, news):
    decide("derived", "copy", "strait", "--how", "copy")
    code, out, err = segun("export", "news.segun", "--to", "jsonl")
    assert code == 0, err
    found = {each["report"]["key"]: each.get("decisions", []) for each in map(json.loads, out.splitlines())}
    assert [each["kind"] for each in found["copy"]] == ["derived"]
    assert found["strait"] == found["copy"]
    assert found["port"] == []
