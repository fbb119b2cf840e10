from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest
from tests.cli.collection import fill

from segun.export.jsonl import dumps
from segun.ledger.ledger import Ledger


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


@pytest.fixture
def lines(segun, news, tmp_path):
    segun("export", "news.segun", "--to", "jsonl", "-o", "all.jsonl")
    return (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()


def changed(line, **fields):
    data = json.loads(line)
    data["claims"][0] |= fields
    return json.dumps(data)


def test_a_gzipped_file_comes_in_whole_and_again_changes_nothing(segun, lines, tmp_path):
    with gzip.open(tmp_path / "all.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))
    assert segun("import", "other.segun", "all.jsonl.gz")[1] == "5 reports added, 0 already there, 0 files failed.\n"
    first = segun("export", "other.segun", "--to", "jsonl")
    assert segun("import", "other.segun", "all.jsonl.gz")[1] == "0 reports added, 5 already there, 0 files failed.\n"
    assert segun("export", "other.segun", "--to", "jsonl") == first
    assert segun("check", "other.segun", "--deep")[0] == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no analysed report"),
        ("[]", "no JSON object"),
        ("{}", "schema"),
        ("FIRST spans", "does not lie in a text"),
        ("FIRST factuality", "factuality"),
        ("FIRST confidence", "confidence"),
    ],
)
def test_a_broken_line_is_named_and_the_others_come_in(segun, lines, tmp_path, line, told):
    wrong = {"spans": [[0, 99_999]], "factuality": "sure", "confidence": 7}
    if line.startswith("FIRST"):
        field = line.partition(" ")[2]
        line = changed(lines[0], **{field: wrong[field]})
    (tmp_path / "some.jsonl").write_text("\n".join([lines[0], line, "", lines[1]]), encoding="utf-8")
    code, out, err = segun("import", "other.segun", "some.jsonl")
    assert (code, out) == (2, "2 reports added, 0 already there, 1 file failed.\n")
    assert "some.jsonl, line 2" in err
    assert told in err


def test_what_is_there_stays_unless_it_is_to_be_replaced(segun, news, lines, tmp_path):
    (tmp_path / "new.jsonl").write_text(changed(lines[0], factuality="PS-"), encoding="utf-8")
    code, out, err = segun("import", "news.segun", "new.jsonl")
    assert (code, out) == (0, "0 reports added, 1 already there, 0 files failed.\n")
    assert "--replace" in err
    with Ledger(news) as ledger:
        before = ledger.analysis("port")
        assert before.claims[0].factuality != "PS-"
    out = segun("import", "news.segun", "new.jsonl", "--replace")[1]
    assert out == "0 reports added, 1 with a new analysis, 0 already there, 0 files failed.\n"
    with Ledger(news) as ledger:
        report = ledger.report("port")
        assert ledger.analysis(report) == replace(
            before, claims=(replace(before.claims[0], factuality="PS-"), *before.claims[1:])
        )
        assert next(each[2] for each in ledger.earlier(report)) == before
        assert ledger.stale() == []
    again = segun("import", "news.segun", "new.jsonl", "--replace")[1]
    assert again == "0 reports added, 1 already there, 0 files failed.\n"


def test_another_change_replaces_again(segun, news, lines, tmp_path):
    for value in ("PS-", "Uu", "PS-"):
        (tmp_path / "new.jsonl").write_text(changed(lines[0], factuality=value), encoding="utf-8")
        segun("import", "news.segun", "new.jsonl", "--replace")
        with Ledger(news) as ledger:
            assert ledger.analysis("port").claims[0].factuality == value


def test_decisions_in_a_file_are_not_taken_over_and_that_is_said(segun, news, tmp_path):
    with Ledger(news) as ledger:
        key = next(ledger.find()).key
        ledger.decide("accept", key, {}, by="Irune")
    segun("export", "news.segun", "--to", "jsonl", "-o", "all.jsonl")
    err = segun("import", "other.segun", "all.jsonl")[2]
    assert "1 decision in the file" in err
    with Ledger(tmp_path / "other.segun") as other:
        assert other.decisions() == []


def test_what_was_forgotten_stays_out(segun, news, lines):
    segun("forget", "news.segun", "port", "--why", "w", "--by", "Irune", "--yes")
    out = segun("import", "news.segun", "all.jsonl")[1]
    assert out == "0 reports added, 4 already there, 1 kept out, because they were forgotten, 0 files failed.\n"


def test_a_text_that_no_ledger_can_hold_fails_alone(segun, lines, news, tmp_path):
    with Ledger(news) as ledger:
        analysis = ledger.analysis("ferry-2")
    analysis = replace(analysis, report=replace(analysis.report, text="a \ud800 b"))
    (tmp_path / "some.jsonl").write_text(dumps(analysis) + "\n" + lines[0], encoding="utf-8")
    code, out, err = segun("import", "other.segun", "some.jsonl")
    assert (code, out) == (2, "1 report added, 0 already there, 1 file failed.\n")
    assert "cannot hold it" in err


@pytest.mark.parametrize("name", ["a.zip", "a.jsonld", "a.jsonl.gz"])
def test_a_file_that_is_not_what_its_name_says_is_named(segun, tmp_path, name):
    (tmp_path / name).write_bytes(b"\x00\xff nothing of the kind")
    code, out, err = segun("import", "other.segun", name)
    assert (code, out) == (2, "0 reports added, 0 already there, 1 file failed.\n")
    assert name in err


def test_a_format_that_cannot_be_read_back_is_told(segun, tmp_path):
    assert "cannot be read back" in segun("import", "other.segun", "a", "--from", "stix")[2]
