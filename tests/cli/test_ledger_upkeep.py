"""`segun check`, `forget`, `outlets`, `export`, `import`: keeping a ledger, and getting everything out and in."""

from __future__ import annotations

import json
import sqlite3

import pytest
from click.testing import CliRunner
from tests.cli import collection

from segun.cli.main import segun
from segun.errors import SegunError
from segun.export.formats import FORMATS, format_of
from segun.ledger.ledger import Ledger


@pytest.fixture
def path(tmp_path):
    return collection.fill(tmp_path / "news.segun")


def run(*arguments, input=None):
    done = CliRunner().invoke(segun, [str(each) for each in arguments], input=input, standalone_mode=False)
    if isinstance(done.exception, SegunError):
        return 2, done.stdout, str(done.exception)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return 2, done.stdout, f"{done.stderr}{done.exception}"
    return done.return_value or 0, done.stdout, done.stderr


def test_a_sound_ledger_is_sound(path):
    assert run("check", path)[:2] == (0, "Sound.\n")
    assert run("check", path, "--deep")[:2] == (0, "Sound.\n")


def test_a_changed_row_is_found_by_the_deep_check_and_left_as_it_is(path):
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE claims SET factuality = 'Uu' WHERE id = 1")
    assert run("check", path)[0] == 0
    code, out, _ = run("check", path, "--deep")
    assert code == 2
    assert "port" in out
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT factuality FROM claims WHERE id = 1").fetchone() == ("Uu",)


def test_a_changed_decision_is_found(path):
    with Ledger(path) as ledger:
        ledger.decide("accept", next(ledger.find()).key, {}, by="ana")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE decisions SET by = 'eve'")
    code, out, _ = run("check", path)
    assert code == 2
    assert "decision 1" in out


def test_forgetting_shows_what_would_go_and_asks(path):
    code, out, told = run("forget", path, "ferry", "--why", "law", "--by", "ana", input="n\n")
    assert code == 2
    assert "1 report would go" in told
    assert "Forgotten" not in out
    code, out, told = run("forget", path, "ferry", "--why", "law", "--by", "ana", "--yes")
    assert code == 0
    assert out.startswith("Forgotten: 1 report, 1 text, ")
    with Ledger(path) as ledger:
        assert "ferry" not in {each.key for each in ledger.reports()}
        assert ledger.faults() == []
        assert ledger.decisions()[-1].kind == "forget"
    assert b"one long scrape" not in path.read_bytes()


def test_forgetting_a_copy_leaves_the_text_with_the_others(path):
    code, out, told = run("forget", path, "copy", "--why", "law", "--by", "ana", "--yes")
    assert code == 0
    assert "1 report, 0 texts, 0 claims" in out
    assert "--everywhere" in told
    with Ledger(path) as ledger:
        assert ledger.analysis("strait").claims


def test_forgetting_a_source_takes_every_report_that_names_it(path):
    assert run("forget", path, "Norrel", "--why", "law", "--by", "ana", "--yes")[0] == 0
    with Ledger(path) as ledger:
        assert not {"strait", "copy"} & {each.key for each in ledger.reports()}
        assert "Norrel" not in {name for source in ledger.sources() for name in source.names}
    assert b"icebreaker" not in path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ferry", "--why", "law"), "--by"),
        (("nothing", "--why", "law", "--by", "ana", "--yes"), "No source is called"),
        (("ferry", "--why", " ", "--by", "ana"), "reason"),
    ],
)
def test_what_cannot_be_forgotten_is_told(path, arguments, told):
    code, _, error = run("forget", path, *arguments)
    assert code == 2
    assert told in error


def test_outlets_are_listed_and_a_users_list_goes_over_them(path, tmp_path):
    _, out, _ = run("outlets", path)
    assert "Northern Wire · 1 report" in out
    mine = tmp_path / "mine.csv"
    mine.write_text(
        "name,domain,country,owner,state\nNorthern Wire,wire.example,NO,Somebody,private\nPost,post.example,,,\n"
    )
    assert run("outlets", path, "--load", mine)[1] == "2 outlets loaded.\n"
    _, out, _ = run("outlets", path, "--json")
    found = {each["name"]: each for each in map(json.loads, out.splitlines())}
    assert found["Northern Wire"]["owner"] == "Somebody"
    assert found["Post"]["reports"] == 2  # told by the address
    assert len(run("outlets", path, "--all")[1].splitlines()) > 90


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_every_format_is_written_whole_and_says_what_it_drops(path, tmp_path, name):
    chosen = format_of(name)
    out = tmp_path / f"out{chosen.ending}"
    with Ledger(path) as ledger:
        with ledger.reading() as connection:
            (key,) = connection.execute("SELECT min(key) FROM claims").fetchone()
        ledger.decide("accept", key, {}, by="Irune")
    assert run("export", path, "--to", name, "-o", out)[0] == 0
    assert out.stat().st_size > 100
    assert chosen.load().DROPS


@pytest.mark.parametrize("name", [each.name for each in FORMATS if each.reads])
def test_what_can_be_read_back_comes_back_the_same(path, tmp_path, name):
    out, other = tmp_path / "out", tmp_path / "other.segun"
    run("export", path, "--to", name, "-o", out)
    code, told, _ = run("import", other, out, "--from", name)
    assert (code, told) == (0, "5 reports added, 0 already there, 0 files failed.\n")
    assert run("import", other, out, "--from", name)[1].startswith("0 reports added, 5 already there")
    assert run("export", other, "--to", "jsonl")[1] == run("export", path, "--to", "jsonl")[1]


def test_an_export_of_some_reports(path):
    _, out, _ = run("export", path, "--to", "jsonl", "--report", "port")
    assert [json.loads(line)["report"]["key"] for line in out.splitlines()] == ["port"]
    _, out, _ = run("export", path, "--to", "jsonl", "--outlet", "the copier")
    assert [json.loads(line)["report"]["key"] for line in out.splitlines()] == ["copy"]
    assert "No report fits" in run("export", path, "--to", "jsonl", "--outlet", "nobody")[2]


def test_decisions_change_what_goes_out(path):
    with Ledger(path) as ledger:
        one = next(ledger.find())
        ledger.decide("reject", one.key, {}, by="ana", why="misread")
    _, out, _ = run("export", path, "--to", "jsonl", "--report", one.report)
    (found,) = map(json.loads, out.splitlines())
    assert len(found["decisions"]) == 1
    with Ledger(path) as ledger:
        assert len(found["claims"]) == len(ledger.analysis(one.report, until=0).claims) - 1


def test_decisions_on_sources_go_out_with_the_reports_that_name_them(path):
    with Ledger(path) as ledger:
        ledger.decide("grade", "Norrel", {"grade": "B"}, by="ana")
        ledger.decide("grade", "Norrel", {"grade": "C"}, by="ana")
        ledger.decide("undo", "2", {}, by="ana")
    _, out, _ = run("export", path, "--to", "jsonl")
    found = {each["report"]["key"]: each.get("decisions", []) for each in map(json.loads, out.splitlines())}
    assert [(d["body"], d["undone"]) for d in found["strait"]] == [({"grade": "B"}, False), ({"grade": "C"}, True)]
    assert found["port"] == []


def test_what_cannot_be_imported_is_named_and_the_rest_comes_in(path, tmp_path):
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    run("export", path, "--to", "jsonl", "-o", good, "--report", "port")
    bad.write_text("{}\n")
    code, out, told = run("import", tmp_path / "o.segun", bad, good, tmp_path / "x.unknown", tmp_path / "none.jsonl")
    assert code == 2
    assert out == "1 report added, 0 already there, 3 files failed.\n"
    for name in ("bad.jsonl", "x.unknown", "none.jsonl"):
        assert name in told


def test_an_unknown_format_is_told(path):
    assert "no format 'xlsx'" in run("export", path, "--to", "xlsx")[2]
    code, out, _ = run("export", "--formats")
    assert code == 0
    assert "parquet: " in out
