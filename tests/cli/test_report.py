from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from segun.model import Place, Span


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


def test_the_ledger_goes_to_stdout_and_nothing_to_stderr(segun, pipeline, report):
    report()
    assert segun("report", "lirva.txt") == (0, "[bold]lirva: 2\n", "")


def test_ledgers_are_parted_by_an_empty_line(segun, pipeline, report):
    report("a.txt")
    report("b.txt")
    assert segun("report", "a.txt", "b.txt")[1] == "[bold]a: 2\n\n[bold]b: 2\n"


def test_json_is_one_object_a_line(segun, pipeline, report):
    report("a.txt", "Vold said\nthat it snowed.")
    report("b.txt")
    code, out, _ = segun("report", "--json", "a.txt", "b.txt")
    assert code == 0
    assert [each["report"]["key"] for each in objects(out)] == ["a", "b"]


def test_what_is_given_overrides_what_is_found(segun, pipeline, report):
    report()
    segun("report", "lirva.txt", "--published", "2024-05-31", "--outlet", "The Pass", "--language", "en")
    read = pipeline.calls[0][0]
    assert (read.published, read.outlet, read.language) == ("2024-05-31", "The Pass", "en")


@pytest.mark.parametrize("date", ["2024-05-31", "2024-05-31T18:00:00+02:00", "2024-05-31T18:00Z"])
def test_dates_in_iso_8601_are_taken(segun, pipeline, report, date):
    report()
    assert segun("report", "lirva.txt", "--published", date)[0] == 0


@pytest.mark.parametrize("date", ["yesterday", "31/05/2024", "2024-02-30", "2024-05-31T18:00", "2024-05-31 18:00"])
def test_other_dates_are_told(segun, pipeline, report, date):
    report()
    code, out, err = segun("report", "lirva.txt", "--published", date)
    assert (code, out) == (2, "")
    assert "2024-05-31T18:00:00+02:00" in err


def test_settings_reach_the_pipeline(segun, pipeline, report, monkeypatch, tmp_path):
    report()
    monkeypatch.setenv("SEGUN_MODEL_ES", "es_other")
    (tmp_path / "segun.toml").write_text('continue = "none"')
    segun("report", "lirva.txt", "--model-en", "en_other")
    assert pipeline.calls[0][1:] == ("none", {"es": "es_other", "en": "en_other"})
    segun("report", "lirva.txt", "--continue", "eager")
    assert pipeline.calls[1][1] == "eager"


def test_a_wrong_setting_is_told(segun, pipeline, report, tmp_path):
    report()
    (tmp_path / "segun.toml").write_text('contineu = "none"')
    code, out, err = segun("report", "lirva.txt")
    assert (code, out) == (2, "")
    assert err == "segun: segun.toml: there is no setting contineu. Did you mean continue?\n"


def test_min_confidence_hides_attributed_claims(segun, pipeline, report):
    report()
    (shown,) = objects(segun("report", "lirva.txt", "--json", "--min-confidence", "0.6")[1])
    assert [claim["id"] for claim in shown["claims"]] == ["c2"]
    assert shown["sources"] == []


@pytest.mark.parametrize("value", ["1.1", "-0.1", "high", "nan"])
def test_min_confidence_out_of_range_is_told(segun, pipeline, report, value):
    report()
    code, out, _ = segun("report", "lirva.txt", "--min-confidence", value)
    assert (code, out) == (2, "")


def test_the_page_is_written_beside_the_ledger(segun, pipeline, report, tmp_path):
    report("a.txt")
    report("b.txt")
    code, out, err = segun("report", "a.txt", "b.txt", "--html", "out.html")
    assert (code, err) == (0, "")
    assert "[bold]a: 2" in out
    assert (tmp_path / "out.html").read_text() == "<html>a,b"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "out.html"]


def test_the_page_can_go_to_stdout_alone(segun, pipeline, report):
    report()
    assert segun("report", "lirva.txt", "--html", "-")[1] == "<html>lirva"


def test_page_and_json_cannot_both_go_to_stdout(segun, pipeline, report):
    report()
    code, out, err = segun("report", "lirva.txt", "--html", "-", "--json")
    assert (code, out) == (2, "")
    assert "--output" in err


@pytest.fixture
def placed(pipeline):
    """The pipeline, with a place for each report's first claim."""
    plain = pipeline.analyze

    def analyze(report, **settings):
        first = Place(Span(0, 4), "Lirva", "NX", 46.5, 9.5, None, 0.9, ("c1",))
        return replace(plain(report, **settings), places=(first,))

    pipeline.analyze = analyze
    return pipeline


def test_geojson_and_csv_of_all_reports_are_written_beside_the_ledger(segun, placed, report, tmp_path):
    report("a.txt")
    report("b.txt")
    code, out, err = segun("report", "a.txt", "b.txt", "--geojson", "out.geojson", "--csv", "out.csv")
    assert (code, err) == (0, "")
    assert "[bold]a: 2" in out
    collection = json.loads((tmp_path / "out.geojson").read_text())
    assert [feature["properties"]["report"] for feature in collection["features"]] == ["a", "b"]
    table = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert [(row["report"], row["place_name"]) for row in table] == [("a", "Lirva"), ("b", "Lirva")]


@pytest.mark.parametrize(("option", "begins"), [("--geojson", '{"type":"FeatureCollection"'), ("--csv", "report,")])
def test_either_can_go_to_stdout_alone(segun, placed, report, option, begins):
    report()
    code, out, _ = segun("report", "lirva.txt", option, "-")
    assert code == 0
    assert out.startswith(begins)
    assert "[bold]" not in out


@pytest.mark.parametrize(
    "options",
    [
        ("--geojson", "-", "--csv", "-"),
        ("--html", "-", "--csv", "-"),
        ("--geojson", "-", "--json"),
        ("--csv", "-", "--json", "-o", "-"),
    ],
)
def test_two_outputs_cannot_both_go_to_stdout(segun, pipeline, report, options):
    report()
    code, out, err = segun("report", "lirva.txt", *options)
    assert (code, out) == (2, "")
    assert "go to stdout" in err
    assert pipeline.calls == []


def test_the_ledger_may_go_to_a_file_while_a_table_takes_stdout(segun, placed, report, tmp_path):
    report()
    assert segun("report", "lirva.txt", "--csv", "-", "-o", "ledger.txt")[1].startswith("report,")
    assert "[bold]lirva: 2" in (tmp_path / "ledger.txt").read_text()


def test_where_every_input_fails_the_old_table_stays(segun, pipeline, tmp_path):
    (tmp_path / "out.csv").write_text("old")
    assert segun("report", "missing.txt", "--csv", "out.csv", "--geojson", "out.geojson")[0] == 2
    assert (tmp_path / "out.csv").read_text() == "old"
    assert not (tmp_path / "out.geojson").exists()


def test_places_follow_the_ledger(segun, placed, report):
    report()
    assert segun("report", "lirva.txt")[1] == "[bold]lirva: 2\n\nWhere\n  Lirva, NX · 1 claim: Vold\n"


def test_output_takes_the_data_instead_of_stdout(segun, pipeline, report, tmp_path):
    report()
    assert segun("report", "lirva.txt", "--json", "-o", "out.jsonl") == (0, "", "")
    assert len(objects((tmp_path / "out.jsonl").read_text())) == 1


@pytest.mark.parametrize("option", ["--html", "--output", "--geojson", "--csv"])
def test_a_place_that_cannot_be_written_is_told_before_the_work(segun, pipeline, report, option):
    report()
    code, out, err = segun("report", "lirva.txt", option, "nowhere/out")
    assert (code, out) == (2, "")
    assert "no folder nowhere" in err
    assert pipeline.calls == []


def test_a_bad_input_is_named_at_the_end_and_the_others_come_out(segun, pipeline, report):
    report("a.txt")
    report("empty.txt", "")
    report("b.txt")
    code, out, err = segun("report", "a.txt", "missing.txt", "empty.txt", "b.txt", "--json")
    assert code == 2
    assert [each["report"]["key"] for each in objects(out)] == ["a", "b"]
    told = err.splitlines()
    assert told[0].startswith("segun: missing.txt: ")
    assert told[1].startswith("segun: empty.txt: ")
    assert told[2] == "segun: 2 of 4 reports failed."


def test_a_language_without_data_is_named_with_its_file(segun, pipeline, report):
    report()
    code, _, err = segun("report", "lirva.txt", "--language", "xx")
    assert code == 2
    assert "lirva.txt: The report is in 'xx'. Give --language." in err


def test_a_report_on_which_segun_fails_does_not_cost_the_others(segun, pipeline, report):
    report("a.txt", "A crash at the pass.")
    report("b.txt")
    code, out, err = segun("report", "a.txt", "b.txt")
    assert code == 2
    assert out == "[bold]b: 2\n"
    assert "a.txt: segun itself failed, ZeroDivisionError: by zero." in err


def test_where_every_input_fails_no_page_is_written(segun, pipeline, tmp_path):
    code, _, _ = segun("report", "missing.txt", "--html", "out.html")
    assert code == 2
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize(("options", "colour"), [((), False), (("--color",), True), (("--no-color",), False)])
def test_colour_in_a_pipe_comes_only_when_asked_for(segun, pipeline, report, options, colour):
    report()
    assert ("\x1b[31m" in segun("report", "lirva.txt", *options)[1]) is colour


def test_color_wins_over_no_color(segun, pipeline, report, monkeypatch):
    report()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" in segun("report", "lirva.txt", "--color")[1]


def test_a_report_is_needed(segun):
    code, _, err = segun("report")
    assert code == 2
    assert "FILE" in err
