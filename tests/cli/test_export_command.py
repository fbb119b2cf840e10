from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from tests.cli.collection import add_evil, fill, key_of

from segun.cli import export
from segun.cli.main import segun as whole_command
from segun.export.formats import FORMATS
from segun.ledger.ledger import Ledger


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def written(segun, *arguments):
    code, out, _ = segun("export", "news.segun", "--to", "jsonl", *arguments)
    assert code == 0
    return {each["report"]["key"]: each for each in map(json.loads, out.splitlines())}


def test_without_a_selection_every_report_comes_whole(segun, news):
    found = written(segun)
    assert list(found) == ["port", "ferry", "strait", "copy", "ferry-2"]
    assert found["ferry-2"]["claims"] == []


def test_what_asks_of_reports_gives_them_whole_and_what_asks_of_claims_cuts_them_down(segun, news):
    with Ledger(news) as ledger:
        whole = len(ledger.analysis("port").claims)
    assert len(written(segun, "--outlet", "La Voz de Brea")["port"]["claims"]) == whole
    assert len(written(segun, "--published-from", "2031-04", "--published-to", "2031-04")["port"]["claims"]) == whole
    assert list(written(segun, "--report", "ferry-2")) == ["ferry-2"]
    cut = written(segun, "radar")
    assert list(cut) == ["ferry"]
    assert 0 < len(cut["ferry"]["claims"]) < 7


def test_people_s_decisions_show_and_come_along(segun, news):
    key = key_of(news, "the pilot had been asleep")
    with Ledger(news) as ledger:
        ledger.decide("reject", key, {}, by="Irune", why="misread")
        ledger.decide("grade", "Northline", {"grade": "C"}, by="Irune")
    found = written(segun, "--report", "ferry")["ferry"]
    assert len(found["claims"]) == 6
    assert [(each["kind"], each["why"]) for each in found["decisions"]] == [("reject", "misread"), ("grade", "")]


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_a_pipe_gets_what_a_file_gets(segun, news, tmp_path, name):
    segun("decide", "news.segun", "accept", key_of(news, "the pilot had been asleep"), "--by", "Irune")
    code, _, err = segun("export", "news.segun", "--to", name, "-o", "out")
    assert (code, err) == (0, "")
    assert not list(tmp_path.glob(".*.part"))
    piped = CliRunner().invoke(whole_command, ["export", str(news), "--to", name])
    assert piped.stderr == ""
    there = (tmp_path / "out").read_bytes()
    assert there
    assert len(piped.stdout_bytes) == pytest.approx(len(there), rel=0.02)  # some formats say when they were written


def test_bytes_do_not_go_to_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(Exception, match="Give a file"):
        export._check("parquet", None, binary=True)
    export._check("jsonl", None, binary=False)


def test_a_failure_leaves_what_was_there(segun, news, tmp_path, monkeypatch):
    (tmp_path / "out").write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("segun.export.jsonl.dumps", fail)
    code, _, err = segun("export", "news.segun", "--to", "jsonl", "-o", "out")
    assert code == 2
    assert "Free some space" in err
    assert (tmp_path / "out").read_text() == "old"
    assert not list(tmp_path.glob(".*.part"))


def test_what_cannot_be_is_told_with_the_remedy(segun, news):
    assert "Did you mean parquet" in segun("export", "news.segun", "--to", "parquett")[2]
    assert "There is no folder" in segun("export", "news.segun", "--to", "csv", "-o", "no/where.csv")[2]
    assert "not exported" in segun("export", "news.segun", "--to", "csv", "--review", "rejected")[2]
    assert segun("export", "nowhere.segun", "--to", "csv")[0] == 2
    assert "Missing option '--to'" in segun("export", "news.segun")[2]


def test_every_format_says_what_it_drops(segun):
    code, out, _ = segun("export", "--formats")
    assert code == 0
    assert out.count("    drops: ") == len(FORMATS)


def test_nothing_of_a_report_steers_the_terminal(segun, news):
    add_evil(news)
    for name in ("jsonl", "csv", "geojson", "webannotation"):
        _, out, err = segun("export", "news.segun", "--to", name)
        assert not set(out + err) & {"\x1b", "\x07"}
