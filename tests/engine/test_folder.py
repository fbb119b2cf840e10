from __future__ import annotations

import json

import pyarrow as pa
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from segun.cli.main import main, segun
from segun.engine import frames
from segun.engine.folder import trace_folder
from segun.engine.workers import Workers
from segun.errors import SegunError

CLOSED = "The port of Lindemar closed on Monday, Mayor Ana Soto said"
TEXTS = [
    ("Harbour Post", "2031-03-01", f"{CLOSED}. “Forty boats are inside.”"),
    ("Coast Wire", "2031-03-02", f"{CLOSED}, the Harbour Post reports."),
    ("Diario Norte", "2031-03-02", "El puerto de Lindemar cerró el lunes, según la alcaldesa Ana Soto."),
    ("Hafenblatt", "2031-03-02", "Das ist ein deutscher Satz über den Hafen, und hier steht noch einer über das Meer."),
]


@pytest.fixture
def texts(tmp_path):
    """A folder of two files with texts, one of them in a language that segun has no data for."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, part in enumerate((TEXTS[:2], TEXTS[2:])):
        rows = [{"outlet": outlet, "published": day, "text": text} for outlet, day, text in part]
        parquet.write_table(pa.Table.from_pylist(rows), folder / f"part{number}.parquet")
    return folder


def results(folder):
    return {each.relative_to(folder).as_posix(): frames.rows(each) for each in sorted(folder.rglob("*.parquet"))}


def test_texts_become_analyses_stories_and_findings(texts, tmp_path):
    out = tmp_path / "out"
    done = trace_folder(texts, out, Workers(), places=False, encoder=False)
    assert (done.reports, done.stories) == (3, 1)
    assert [name for name, _ in done.failures] == ["part1-1"]
    found = results(out)
    assert {"analysed/part0.parquet", "analysed/part1.parquet", "found/found-00000.parquet", "stories.parquet"} == set(
        found
    )
    rows = found["found/found-00000.parquet"]
    derivations = [json.loads(row["object"]) for row in rows if row["kind"] == "derivation"]
    assert ("part0-1", "part0-0") in {(each["report"], each["from"]) for each in derivations}
    assert {row["report"] for row in found["stories.parquet"]} == {"part0-0", "part0-1", "part1-0"}


def test_two_workers_give_the_same(texts, tmp_path):
    trace_folder(texts, tmp_path / "one", Workers(), places=False, encoder=False)
    trace_folder(texts, tmp_path / "two", Workers(2), places=False, encoder=False)
    assert results(tmp_path / "one") == results(tmp_path / "two")


def test_what_changed_is_done_again_and_nothing_stale_stays(texts, tmp_path):
    out = tmp_path / "out"
    trace_folder(texts, out, Workers(), places=False, encoder=False)
    kept = (out / "analysed" / "part0.parquet").stat().st_mtime_ns
    part = texts / "part1.parquet"
    parquet.write_table(pa.Table.from_pylist([{"id": "new", "outlet": "Coast Wire", "text": TEXTS[0][2]}]), part)
    assert trace_folder(texts, out, Workers(), places=False, encoder=False).reports == 3
    assert {row["report"] for row in frames.rows(out / "stories.parquet")} == {"part0-0", "part0-1", "new"}
    assert (out / "analysed" / "part0.parquet").stat().st_mtime_ns == kept
    trace_folder(texts, out, Workers(), carry_on="none", places=False, encoder=False)
    assert (out / "analysed" / "part0.parquet").stat().st_mtime_ns > kept
    part.unlink()
    assert trace_folder(texts, out, Workers(), places=False, encoder=False).reports == 2
    assert not (out / "analysed" / "part1.parquet").exists()


@pytest.mark.parametrize("text", ["", " \n", None])
def test_an_empty_text_is_told_as_such(tmp_path, text):
    folder = tmp_path / "in"
    folder.mkdir()
    parquet.write_table(pa.Table.from_pylist([{"text": text}, {"text": TEXTS[0][2]}]), folder / "a.parquet")
    done = trace_folder(folder, tmp_path / "out", Workers(), places=False, encoder=False)
    assert done.failures == (("a-0", "The text is empty. Leave the row out."),)
    assert done.reports == 1


def test_two_reports_of_one_id_are_named(texts, tmp_path):
    for number in range(2):
        rows = [{"id": "same", "text": TEXTS[0][2]}]
        parquet.write_table(pa.Table.from_pylist(rows), texts / f"part{number}.parquet")
    with pytest.raises(SegunError, match=r"Two reports have the id 'same': in part0.parquet and part1.parquet"):
        trace_folder(texts, tmp_path / "out", Workers(), places=False, encoder=False)


def test_the_command_tells_what_failed_and_ends_with_2(texts, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(
        "sys.argv", ["segun", "batch", str(texts), str(tmp_path / "out"), "--no-places", "--no-encoder"]
    )
    with pytest.raises(SystemExit) as stopped:
        raise SystemExit(main())
    out, err = capsys.readouterr()
    assert stopped.value.code == 2
    assert out.startswith("3 reports in 1 story")
    assert "part1-1: " in err


def test_what_cannot_be_read_is_told_with_a_remedy_and_costs_nothing_else(texts, tmp_path):
    (texts / "broken.parquet").write_bytes(b"PAR1 no more than this")
    parquet.write_table(pa.Table.from_pylist([{"body": "x"}]), texts / "other.parquet")
    rows = [
        {"id": "when", "text": TEXTS[0][2], "published": "ayer"},
        {"id": "then", "text": TEXTS[0][2], "published": "2031-03-04 10:00:00+00:00"},
    ]
    parquet.write_table(pa.Table.from_pylist(rows), texts / "dates.parquet")
    done = trace_folder(texts, tmp_path / "out", Workers(), places=False, encoder=False)
    told = dict(done.failures)
    assert "cannot be read as a Parquet file" in told["broken.parquet"]
    assert "Write it again" in told["broken.parquet"]
    assert "no column 'text'" in told["other.parquet"]
    assert "'ayer' under 'published' is no ISO 8601 date. Give it as" in told["when"]
    found = {row["report"] for row in frames.rows(tmp_path / "out" / "stories.parquet")}
    assert "then" in found
    assert "when" not in found
    assert done.reports == len(found) > 1


def test_rows_that_fail_do_not_stand_in_the_way_of_one_with_their_id(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    rows = [{"id": "x", "text": text} for text in (None, TEXTS[0][2], "")]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "a.parquet")
    done = trace_folder(folder, tmp_path / "out", Workers(), places=False, encoder=False)
    assert (done.reports, [name for name, _ in done.failures]) == (1, ["x", "x"])


@pytest.mark.parametrize("rows", [[{"body": "x"}], None])
def test_a_folder_without_texts_is_told_with_a_remedy(tmp_path, rows):
    folder = tmp_path / "in"
    folder.mkdir()
    if rows:
        parquet.write_table(pa.Table.from_pylist(rows), folder / "a.parquet")
    done = CliRunner().invoke(segun, ["batch", str(folder), str(tmp_path / "out")])
    assert isinstance(done.exception, SegunError)
    assert ("no column 'text'" if rows else "holds no Parquet files") in str(done.exception)
