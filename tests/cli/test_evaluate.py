from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
EVIL = "</mark><script>alert(1)</script>"


def gold_of(text, content, source, cue, **more):
    def spans(words):
        return [[text.index(words), text.index(words) + len(words)]]

    relay = {"source_spans": spans(source), "cue_spans": spans(cue), "how": "said"}
    claim = {"spans": spans(content), "relays": [relay], "quotation": "indirect", "factuality": "CT+"}
    return {"text": text, "language": "en", "claims": [{**claim, **more}]}


GOOD = gold_of("Vold said that the pass was closed.", "the pass was closed", "Vold", "said")
MISSED = gold_of("Rain fell. Vold is of the mind the pass was closed.", "the pass was closed", "Vold", "of the mind")
ENTITLED = gold_of(f"{EVIL} was here. Vold said that the mill burned.", "mill burned", f"{EVIL} was", "here")


@pytest.fixture
def write(tmp_path):
    """Write a gold of JSON Lines."""

    def written(*texts, name="gold.jsonl"):
        path = tmp_path / name
        lines = (json.dumps(each) if isinstance(each, dict) else each for each in texts)
        path.write_text("\n".join(lines), encoding="utf-8")
        return name

    return written


def row(out, label):
    return next(line for line in out.splitlines() if line.strip().startswith(label))


def test_the_figures_of_a_gold_are_told(segun, write):
    code, out, err = segun("evaluate", write({**GOOD, "id": "a"}, {**MISSED, "id": "b"}))
    assert (code, err) == (0, "")
    assert out.startswith("gold.jsonl: 2 texts, 2 claims in the gold, 1 found\n")
    assert row(out, "sc50 precision").split()[2] == "100.0"
    assert row(out, "sc50 recall").split()[2] == "50.0"
    assert "95 % interval 0.0–100.0" in row(out, "sc50 F1")
    assert row(out, "nested").split()[1] == "–"
    assert "Calibration: too few claims to tell (1)." in out


def test_each_gold_has_a_block_and_calibration_is_pooled(segun):
    code, out, _ = segun("evaluate", str(GOLDEN / "plain"), str(GOLDEN / "mission"), "--json")
    assert code == 0
    found = json.loads(out)
    assert [each["gold"] for each in found["golds"]] == ["plain", "mission"]
    plain, mission = found["golds"]
    assert found["calibration"]["claims"] == sum(each["claims"] for each in found["calibration"]["bins"])
    assert plain["figures"]["content f1"] > 0.8
    low, high = plain["intervals"]["content f1"]
    assert low <= plain["figures"]["content f1"] <= high
    assert {rule["rule"] for rule in mission["constructions"]} > {"clause", "continued"}
    assert plain["perturbations"] == []


def test_figures_are_the_same_over_processes(segun):
    one = segun("evaluate", str(GOLDEN / "plain"), "--json", "--processes", "1")
    assert one == segun("evaluate", str(GOLDEN / "plain"), "--json", "--processes", "2")
    assert one[0] == 0


def test_without_accents_the_text_has_none_and_offsets_hold(segun, write):
    text = "La ministra Ana Núñez explicó que el río creció."
    name = write(gold_of(text, "el río creció", "La ministra Ana Núñez", "explicó") | {"language": "es"})
    code, out, _ = segun("evaluate", name, "--without-accents", "--html", "out.html")
    assert code == 0
    assert row(out, "end to end F1").split()[4] == "100.0"


def test_outermost_leaves_nested_claims_aside(segun, write):
    text = "Ana Sol said that Vold claimed that the pass was closed."
    name = write(gold_of(text, "Vold claimed that the pass was closed", "Ana Sol", "said"))
    assert segun("evaluate", name)[1].startswith("gold.jsonl: 1 text, 1 claim in the gold, 2 found")
    assert segun("evaluate", name, "--outermost")[1].startswith("gold.jsonl: 1 text, 1 claim in the gold, 1 found")


def test_perturbations_tell_how_each_figure_moves(segun, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    name = write({**GOOD, "text": GOOD["text"] + "\nThe rain fell for a whole day."})
    code, out, _ = segun("evaluate", name, "--perturb")
    assert code == 0
    (head,) = [line for line in out.splitlines() if "as it is" in line]
    assert head.split() == [
        *("as", "it", "is", "accents", "openers", "quotes", "straight", "capitals", "merged", "stops", "punctuation"),
        *("hyphens", "articles", "gender", "number", "calques"),
    ]
    changed = row(out, "texts changed").split()[2:]
    assert changed == ["0", "0", "0", "0", "0", "1", "1", "1", "1", "1", "0", "1", "1"]
    assert "paragraphs run together" in out
    (gold,) = json.loads(segun("evaluate", name, "--perturb", "--json")[1])["golds"]
    (merged,) = [each for each in gold["perturbations"] if each["name"] == "merged"]
    assert merged["moves"]["content f1"] == merged["figures"]["content f1"] - gold["figures"]["content f1"]


def test_the_page_shows_every_mistake_and_escapes_the_text(segun, write, tmp_path):
    code, _, err = segun("evaluate", write(MISSED, {**ENTITLED, "id": EVIL}), "--html", "out.html")
    assert (code, err) == (0, "segun: Wrote out.html.\n")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "not found: indirect, said" in page
    assert "<td>VERB</td>" in page


def test_the_plot_is_written_or_it_is_told_why_not(segun, write, tmp_path):
    code, _, err = segun("evaluate", str(GOLDEN / "plain"), "--reliability", "plot.svg")
    assert (code, err) == (0, "segun: Wrote plot.svg.\n")
    assert (tmp_path / "plot.svg").read_text(encoding="utf-8").startswith("<svg xmlns=")
    code, _, err = segun("evaluate", write(GOOD), "--reliability", "other.svg")
    assert code == 2
    assert "other.svg is not drawn: it takes 10 found claims, here are 1. Give golds with more texts." in err
    assert not (tmp_path / "other.svg").exists()


def test_a_text_that_fails_is_named_and_the_others_count(segun, write, monkeypatch):
    from segun import pipeline

    before = pipeline.analyze_and_parse

    def crash(report, **given):
        if report.key == "crash":
            raise ZeroDivisionError("by zero")
        return before(report, **given)

    monkeypatch.setattr(pipeline, "analyze_and_parse", crash)
    name = write(GOOD, {**GOOD, "id": "crash"}, {**GOOD, "id": "volapük", "language": "vo"}, "{", name="g.jsonl")
    code, out, err = segun("evaluate", name)
    assert code == 2
    assert out.startswith("g.jsonl: 1 text, 1 claim in the gold")
    assert "g.jsonl, line 4 is no JSON" in err
    assert "g.jsonl: crash: segun itself failed, ZeroDivisionError: by zero. Set SEGUN_TRACEBACK=1" in err
    assert "g.jsonl: volapük: " in err
    assert err.endswith("3 texts failed; the figures are those of the others.\n")


def test_where_all_fail_no_figures_are_told(segun, write):
    code, out, err = segun("evaluate", write("[]"))
    assert (code, out) == (2, "")
    assert "docs/evaluation.md says how a gold is written." in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "does not exist"),
        (["gold.jsonl", "--html", "no/such.html"], "There is no folder no"),
        (["gold.jsonl", "--reliability", "."], "is a folder"),
        ([], "Missing argument 'GOLD...'"),
    ],
)
def test_wrong_use_is_told_before_the_work(segun, write, arguments, told):
    write(GOOD)
    code, out, err = segun("evaluate", *arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_help_teaches_and_says_what_is_not_evaluated(segun):
    code, out, _ = segun("evaluate", "--help")
    assert code == 0
    assert "segun evaluate gold/ --perturb" in out
    assert "times, places and quantities are not" in re.sub(r"\s+", " ", out)
