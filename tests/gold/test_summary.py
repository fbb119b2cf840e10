from __future__ import annotations

from collections import Counter

import pytest

from segun.gold.figures import Tally, figures, interval, summed
from segun.gold.summary import INTERVALS, LABELS, calibration, damage, move, share, summarize

ONE = Tally(
    Counter({"gold": 4, "sc50": 2, "sc50 found": 3, "content": 3, "content found": 3, "end_to_end found": 3}),
    [(0.8, True)] * 12,
)
OTHER = Tally(Counter({"gold": 6, "sc50": 6, "sc50 found": 6, "content": 6, "content found": 6}), [(0.5, False)] * 8)


def test_every_figure_has_a_label_and_no_other():
    assert set(LABELS) == set(figures(Tally()))
    assert set(INTERVALS) <= set(LABELS)


def test_the_intervals_are_those_of_all_counts():
    told = summarize("gold", [ONE, OTHER], [])
    for name, count in INTERVALS.items():
        assert told.intervals[name] == interval([ONE, OTHER], lambda total, of=count: total.share(of).f1)


def test_a_single_text_has_no_interval():
    assert summarize("gold", [ONE], []).intervals == {}


def test_claims_texts_and_constructions_are_counted():
    told = summarize("gold", [ONE, OTHER], [("clause", 2, 1), ("noun", 1, 1), ("clause", 3, 3)])
    assert (told.texts, told.gold, told.found) == (2, 10, 9)
    assert [(rule.name, rule.found, rule.right) for rule in told.rules] == [("clause", 5, 4), ("noun", 1, 1)]


def test_calibration_is_over_all_claims():
    found = calibration([summarize("a", [ONE], []), summarize("b", [OTHER], [])])
    assert found.claims == 20
    assert found.error == pytest.approx((12 * 0.2 + 8 * 0.5) / 20)
    assert calibration([]).error is None


def test_claims_of_the_same_confidence_count_alike_in_every_bin():
    pairs = [(0.8, at % 5 != 0) for at in range(100)]
    found = calibration([summarize("a", [Tally(Counter(), pairs)], [])])
    assert {round(each.right, 9) for each in found.bins} == {0.8}
    assert found.level_error == pytest.approx(0)
    assert found.error > 0.3  # the wrong ones, sorted first, fill two bins of their own


def test_damage_is_told_against_the_same_texts():
    done = damage("stops", "no stops", 1, [(ONE, OTHER)])
    assert done.moves["sc50 f1"] == figures(OTHER)["sc50 f1"] - figures(ONE)["sc50 f1"]
    assert done.moves["nested_recall"] is None
    assert done.figures == figures(summed([OTHER]))


@pytest.mark.parametrize(
    ("name", "value", "shown", "moved"),
    [
        ("sc50 f1", 0.1234, "12.3", "+12.3"),
        ("sc50 f1", -0.0514, "-5.1", "−5.1"),
        ("sc50 f1", -0.0001, "-0.0", "0"),
        ("calibration_error", 0.0456, "0.046", "+0.046"),
        ("nested_recall", None, "–", "–"),
    ],
)
def test_figures_are_shown_in_per_cent_and_moves_in_points(name, value, shown, moved):
    assert (share(name, value), move(name, value)) == (shown, moved)
