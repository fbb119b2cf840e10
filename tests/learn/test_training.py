"""From gold to weights and back into an analysis."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import segun
from segun.attribute.judging import WeightsError, judge
from segun.cli.main import segun as cli
from segun.errors import SegunError
from segun.gold.reading import read
from segun.learn.training import trained
from segun.learn.unread import outcomes_in
from segun.learn.watching import PRESS, watched
from segun.learn.writing import written

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SHARED = GOLDEN.parents[1].parent / "shared"


@pytest.fixture(scope="module")
def examples():
    return watched(read(GOLDEN / "plain"))


def test_every_candidate_is_told_right_or_wrong(examples):
    assert {each.right for each in examples.right} == {True, False}
    assert all("any" in each.traits for each in examples.right)
    assert {each.text for each in examples.right} == {each.key for each in read(GOLDEN / "plain")}


def test_sentences_past_the_end_of_an_account_count_less():
    found = watched(read(GOLDEN / "wire")[:6]).continuation
    past = [each for each in found if each.share < 1]
    assert past
    assert not any(each.right for each in past)
    assert {"already carried on"} < {trait for each in past for trait in each.sentences[0]}


def test_sentences_of_ordinary_reports_count_less():
    texts = read(GOLDEN / "wire")[:6]
    full, light = watched(texts), watched(texts, share=PRESS)
    assert [each.share * PRESS for each in full.continuation] == [each.share for each in light.continuation]
    assert full.right == light.right


def test_weights_go_through_a_file(examples, tmp_path):
    made = trained(examples)
    path = tmp_path / "weights.toml"
    path.write_text(written(made.weights), encoding="utf-8")
    assert judge(path).weights == made.weights


def test_weights_of_one_s_own_change_what_is_found(tmp_path):
    text = "Ana Soto dijo que el puente está cerrado."
    path = tmp_path / "none.toml"
    path.write_text('[continuation]\n[right]\nleast = 0.9\n"any" = -5.0\n', encoding="utf-8")
    assert [claim.relays for claim in segun.analyze(text, places=False, weights=path).claims] == [()]
    assert segun.analyze(text, places=False).claims[0].relays


@pytest.mark.parametrize("words", ["", "[right]\n", "least = 3", '[continuation]\n[right]\nleast = "much"\n', "\x00"])
def test_broken_weights_are_told(tmp_path, words):
    path = tmp_path / "broken.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(WeightsError, match="segun train"):
        judge(path)


def test_the_command_prints_weights_and_figures(tmp_path):
    out = tmp_path / "weights.toml"
    golds = [str(GOLDEN / "plain"), str(GOLDEN / "mission")]
    result = CliRunner().invoke(cli, ["train", *golds, "--unread", str(GOLDEN / "unread.jsonl"), "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert judge(out).weights.right
    assert "left out once" in result.stderr
    assert "outcomes of unread texts" in result.stderr


def test_too_few_texts_are_refused():
    result = CliRunner().invoke(cli, ["train", str(GOLDEN / "plain")])
    assert isinstance(result.exception, SegunError)
    assert "fewer than 5 texts" in str(result.exception)


def test_the_weights_that_ship_are_those_of_the_command(tmp_path):
    if not (SHARED / "gold" / "es-dev").is_dir():
        pytest.skip("the folder shared with es-dev does not lie beside this checkout")
    own = ("mission", "plain", "continuation", "press", "wire", "kiosk")
    pieces = tmp_path / "press-pieces.jsonl"
    bench = [sys.executable, GOLDEN.parents[1] / "bench" / "press.py", "--shared", SHARED, "--write", pieces]
    subprocess.run([*bench, "--batch", *"ABCDEFGIJ"], check=True)
    examples = watched(read(pieces), kind=pieces.name, share=PRESS)
    for folder in (SHARED / "gold" / "es-dev", *(GOLDEN / name for name in own)):
        examples.add(watched(read(folder), kind=folder.name))
    made = trained(examples, outcomes_in(GOLDEN / "unread.jsonl")).weights
    ships = judge().weights
    for ours, theirs in ((made.continuation, ships.continuation), (made.right, ships.right)):
        assert all(ours.get(name, 0.0) == pytest.approx(theirs.get(name, 0.0), abs=0.1) for name in {*ours, *theirs})


def test_a_kind_of_text_is_a_gold_and_a_language():
    found = watched(read(GOLDEN / "plain"), kind="plain")
    assert {each.kind for each in found.right} == {"plain en", "plain es"}
