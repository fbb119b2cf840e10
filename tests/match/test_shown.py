"""What ``segun show``, ``find`` and ``export`` tell of a trace, and that it is older than its ledger."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from tests.match.test_tracing import group_with

from segun.cli.main import segun


def run(*args):
    result = CliRunner().invoke(segun, [*map(str, args)])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def kept(story_ledger, tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "quarry.segun"
    shutil.copy(story_ledger, path)
    run("trace", path)
    return path


def test_a_claim_shows_members_origins_lineage_and_links(kept, traced):
    group = group_with(traced, "r02", "tres trabajadores heridos")
    key = next(each.statement.claim for each in group.members if each.statement.report == "r02")
    text = run("show", kept, key).stdout
    for told in (
        "origins",
        "The same, in",
        "most like r0",
        "Who has it from whom",
        "copy, ",
        "Against it, and after it",
    ):
        assert told in text
    assert "revised by (number): “" in text
    found = json.loads(run("show", kept, key, "--json").stdout.splitlines()[0])
    assert {each["from"] for each in found["derivations"]} >= {"r02"}
    assert found["links"][0]["said"]
    assert found["traced"][0]["members"][0]["why"]


def test_a_report_shows_its_parent_how_and_what_got_lost(kept):
    text = run("show", kept, "r04").stdout
    assert "Has it from" in text
    assert "translation, " in text
    assert "attribution lost, " in text
    assert "Others have it from this report" in run("show", kept, "r02").stdout


def test_a_ledger_says_when_it_was_traced_and_what_came_since(kept, traced, tmp_path):
    path = tmp_path / "q.segun"
    shutil.copy(kept, path)
    assert "UTC, 6 reports" in run("show", path).stdout
    assert json.loads(run("show", path, "--json").stdout)["traced"]["decided"] == 0
    assert "older than" not in run("find", path, "trabajadores").stderr
    group = group_with(traced, "r02", "tres trabajadores heridos")
    one, other = list(dict.fromkeys(each.statement.claim for each in group.members))[:2]
    run("decide", path, "different", one, other, "--by", "Ana")
    older = f"is older than the ledger: 1 decision came since. Run: segun trace {path}"
    assert "".join(older.split()) in "".join(run("show", path).stdout.split())
    assert older in run("find", path, "trabajadores").stderr
    assert older in run("export", path, "--to", "jsonl").stderr
    assert "older than" in " ".join(run("show", path, one).stdout.split())
    assert "older than" in run("show", path, "r02").stdout
    run("trace", path)
    assert "older than" not in run("show", path).stdout


def test_an_export_tells_lineage(kept):
    reports = [json.loads(line) for line in run("export", kept, "--to", "jsonl").stdout.splitlines()]
    by_key = {each["report"]["key"]: each["traced"] for each in reports}
    assert {each["from"] for each in by_key["r03"]["derivations"]} == {"r02"}
    assert max(each["carried"] for each in by_key["r02"]["claims"].values()) >= 4


def test_a_ledger_that_was_never_traced_says_so(story_ledger, tmp_path):
    path = tmp_path / "new.segun"
    (tmp_path / "a.txt").write_text("The dam of Orvo held, the mayor said.", encoding="utf-8")
    run("add", path, tmp_path / "a.txt", "--no-places", "--processes", "1")
    assert "never; segun trace" in run("show", path).stdout
