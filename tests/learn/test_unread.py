"""Confidence on texts that nobody has read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from segun.attribute.judging import logit, probability
from segun.cli.main import segun as cli
from segun.gold.reading import read
from segun.learn.training import trained
from segun.learn.unread import OutcomesError, lines, outcomes_in, worth
from segun.learn.watching import watched

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def _outcomes(share: float, confidence: float, count: int = 200) -> list[tuple[float, bool]]:
    return [(confidence, at < share * count) for at in range(count)]


def test_too_sure_is_made_less_sure_and_honest_stays():
    by, more = worth(_outcomes(0.8, 0.95) + _outcomes(0.5, 0.6))
    assert probability(by * logit(0.95) + more) == pytest.approx(0.8, abs=0.01)
    assert probability(by * logit(0.6) + more) == pytest.approx(0.5, abs=0.01)
    by, more = worth(_outcomes(0.9, 0.9) + _outcomes(0.4, 0.4))
    assert (by, more) == pytest.approx((1, 0), abs=0.02)
    assert worth([]) == (1.0, 0.0)


def test_outcomes_that_confidence_parts_entirely_are_not_scaled_without_end():
    by, _ = worth([(0.8, True)] * 60 + [(0.2, False)] * 60)
    assert 1 < by < 5


def test_they_go_through_a_file(tmp_path):
    path = tmp_path / "outcomes.jsonl"
    given = _outcomes(0.8, 0.95)
    path.write_text("".join(f"{line}\n" for line in lines("a gold", given)), encoding="utf-8")
    assert outcomes_in(path) == given


@pytest.mark.parametrize("line", ["", "3", "{}", '{"confidence": 2, "right": true}', '{"confidence": 0.5, "right": 1}'])
def test_a_line_that_is_no_outcome_is_told(tmp_path, line):
    path = tmp_path / "outcomes.jsonl"
    path.write_text('{"confidence": 0.5, "right": true}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(OutcomesError, match="line 2"):
        outcomes_in(path)


@pytest.mark.parametrize("outcomes", [_outcomes(0.5, 0.5, 20), _outcomes(1.0, 0.9)])
def test_outcomes_that_tell_nothing_are_refused(outcomes):
    with pytest.raises(OutcomesError, match="100 outcomes"):
        worth(outcomes)


def test_what_is_kept_and_its_order_stay():
    examples = watched(read(GOLDEN / "plain"))
    before, after = trained(examples), trained(examples, outcomes_in(GOLDEN / "unread.jsonl"))
    assert before.kept_f1 == after.kept_f1
    odds = [
        [sum(w.right.get(name, 0.0) for name in each.traits) for each in examples.right]
        for w in (before.weights, after.weights)
    ]
    kept = [
        [probability(each) >= made.weights.least for each in some]
        for some, made in zip(odds, (before, after), strict=True)
    ]
    assert kept[0] == kept[1]
    assert sum(map(probability, odds[1])) < sum(map(probability, odds[0]))


def test_evaluate_writes_what_train_reads(tmp_path):
    out = tmp_path / "outcomes.jsonl"
    result = CliRunner().invoke(cli, ["evaluate", str(GOLDEN / "plain"), "--outcomes", str(out)])
    assert result.exit_code == 0, result.output
    assert {json.loads(line)["gold"] for line in out.read_text("utf-8").splitlines()} == {"plain"}
    assert len(outcomes_in(out)) > 20
