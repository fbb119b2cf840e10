from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "quality.py"


@pytest.fixture(scope="module")
def quality():
    spec = importlib.util.spec_from_file_location("bench_quality", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def shared(quality):
    if not (quality.SHARED / "tools" / "score.py").exists():
        pytest.skip("the shared reference sets are not beside the checkout (folder shared)")
    return quality.SHARED


@pytest.mark.parametrize(
    ("value", "bound", "at_most", "reached"),
    [
        (0.72, 0.72, False, True),
        (0.719, 0.72, False, False),
        (0.08, 0.08, True, True),
        (0.081, 0.08, True, False),
        (None, 0.85, False, False),
        (0.1, None, False, None),
    ],
)
def test_a_figure_is_reached_at_its_bound(quality, value, bound, at_most, reached):
    assert quality.Row("set", "figure", value, bound, at_most).reached is reached


def scores(sc50, content, false):
    made = {"sc50": {"f1": sc50}, "content": {"f1": content}, "false_attribution": false}
    return {**made, "wrong_offsets_or_text": 0, "missing": []}


def test_without_accents_each_figure_may_fall_a_little_behind(quality, tmp_path):
    stripped = next(each for each in quality.sets(tmp_path) if each.strip)
    accented = scores(0.73, 0.89, 0.04)
    near = list(quality.rows(stripped, scores(0.715, 0.86, 0.07), accented))
    far = list(quality.rows(stripped, scores(0.714, 0.86, 0.07), accented))
    assert [row.reached for row in near] == [True] * 3
    assert [row.reached for row in far] == [False] + [True] * 2


def test_wrong_offsets_and_missing_reports_fail_every_set(quality, tmp_path):
    bad = {**scores(1.0, 1.0, 0.0), "wrong_offsets_or_text": 1, "missing": ["a"]}
    for each in quality.sets(tmp_path):
        assert [row.reached for row in quality.rows(each, bad)][-2:] == [False, False]


def test_counts_give_back_the_f1_that_they_came_from(quality):
    texts = [
        quality.counts({"p": 0.6667, "r": 0.5, "pred": 3, "gold": 4}),
        quality.counts({"p": 0.0, "r": 0.0, "pred": 0, "gold": 2}),
        quality.counts(None),
    ]
    assert texts == [quality.Counts(2, 3, 4), quality.Counts(0, 0, 2), quality.Counts(0, 0, 0)]
    assert quality.f1(texts) == pytest.approx(4 / 9)


def test_the_interval_holds_the_figure_and_repeats(quality):
    texts = [quality.Counts(hits, 10, 10) for hits in (2, 5, 6, 8, 9)]
    low, high = quality.interval(texts)
    assert low < quality.f1(texts) < high
    assert (low, high) == quality.interval(texts)
    assert (low, high) != quality.interval(texts, seed=1)
    assert quality.interval([quality.Counts(5, 10, 10)] * 4) == (0.5, 0.5)


def test_a_figure_that_a_set_cannot_count_is_none(quality):
    assert quality.figure({"content": {"f1": 0.5}}, "content.f1") == 0.5
    assert quality.figure({"content": {"f1": 0.5}}, "nested_recall") is None
    assert quality.figure({"content": None}, "content.f1") is None


def test_without_the_shared_folder_it_says_what_to_do(quality, tmp_path, capsys):
    assert quality.main(["--shared", str(tmp_path / "nowhere")]) == 2
    told = capsys.readouterr()
    assert "--shared DIR" in told.err
    assert not told.out


def test_check_alone_turns_a_missed_figure_into_a_failure(quality, monkeypatch, capsys):
    monkeypatch.setattr(quality, "measure", lambda *_: [quality.Row("own", "sc50.f1", 0.5, 0.7)])
    assert quality.main([]) == 0
    assert quality.main(["--check"]) == 1
    assert capsys.readouterr().out.count("NO") == 2


def test_intervals_over_texts_add_up_to_the_whole(quality, shared):
    tool = quality.scorer(shared)
    each = next(one for one in quality.sets(shared) if one.interval)
    gold = tool.load(each.gold)
    keys = list(gold)
    predicted = {
        key: {
            "report": {"text": each.gold.joinpath(f"{key}.txt").read_text(encoding="utf-8")},
            "sources": [],
            **empty(),
        }
        | {"claims": gold[key]["claims"][: 2 + number % 5]}
        for number, key in enumerate(keys)
    }
    whole = tool.score(gold, predicted)
    found = {row.figure: row.value for row in quality.text_rows(each, gold, predicted, tool.score)}
    assert 0 < whole["content"]["f1"] < 1
    assert found == {f"{name}.f1, 95 %": pytest.approx(whole[name]["f1"], abs=1e-3) for name in each.interval}


def empty():
    return {name: [] for name in ("times", "places", "quantities", "sequences")}


def test_one_set_goes_through_the_command(quality, shared, monkeypatch):
    from segun.annotate import models
    from segun.errors import MissingModelError

    try:
        for language in ("es", "en"):
            models.load(language)
    except MissingModelError as error:
        pytest.skip(str(error))
    monkeypatch.setenv("SEGUN_LANGUAGE", "xx")  # the developer's own settings are left aside
    table = quality.measure(shared, "own mission")
    assert {row.set for row in table} == {"own mission"}
    by_figure = {row.figure: row for row in table}
    assert by_figure["wrong_offsets_or_text"].reached
    assert by_figure["missing reports"].reached
    assert 0 < by_figure["content.f1"].value <= 1
    assert any("lowest" in figure for figure in by_figure)


def carried_on(start, end, how="continued"):
    return {"spans": [[start, end]], "relays": [{"how": how}]}


def past_end(quality, gold, found, text="one two three four five six"):
    each = quality.ReferenceSet("set", SCRIPT, (), past_end=0.08)
    predicted = {"a": {"report": {"text": text}, "claims": found}}

    def tokens(words, spans):
        return frozenset(at for a, b in spans for at in range(a, b) if words[at : at + 1].strip())

    return [row.value for row in quality.past_end_rows(each, {"a": {"claims": gold}}, predicted, tokens)]


def test_claims_that_carry_on_into_the_reports_own_words_lie_past_the_end(quality):
    gold = [carried_on(0, 7, "said"), carried_on(8, 13), {"spans": [[14, 27]], "relays": []}]
    found = [carried_on(0, 7, "said"), carried_on(8, 13), carried_on(14, 18), {"spans": [[19, 27]], "relays": []}]
    assert past_end(quality, gold, found) == [0.5, 0.3333]
    assert past_end(quality, gold, found[:2]) == [0.0, 0.0]


def test_a_text_in_which_no_account_ends_tells_nothing_of_ends(quality):
    gold = [{"spans": [[0, 3]], "relays": []}, carried_on(4, 13, "said"), carried_on(14, 27)]
    assert past_end(quality, gold, [carried_on(0, 3), carried_on(14, 27)]) == [0.0, 0.0]


def test_calibration_is_told_of_the_claims_of_both_sets_together(quality):
    def error(pairs):
        return abs(sum(sure for sure, _ in pairs) - sum(right for _, right in pairs)) / len(pairs)

    one, other = quality.POOLED
    sure = {one: [(0.5, True)] * 2, other: [(0.5, False)] * 2, "else": [(1.0, False)]}
    (row,) = quality.pooled_rows(sure, error)
    assert (row.value, row.reached) == (0.0, True)
    assert not list(quality.pooled_rows({one: sure[one]}, error))
