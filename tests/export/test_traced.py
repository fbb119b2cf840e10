"""What a trace found stands in Parquet, CSV and JSON Lines, and nothing does where there was none."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from tests.samples import port

from segun.export import acled, jsonl, parquet
from segun.export.formats import FORMATS
from segun.export.lineage import NONE, Echo, Lineage
from segun.match.records import Derivation, Loss, Statement
from segun.objects import to_object


@pytest.fixture
def found():
    key = next(str(row["segun_key"]) for row in acled.rows(port()))  # a claim that every format has
    ends = (Statement("wire", "w", (), "x", ("A",)), Statement("port", key, (), "x"))
    derived = Derivation("port", "wire", "edit", known=True, confidence=0.8, evidence=(), losses=(Loss("lost", *ends),))
    return key, Lineage({key: Echo("g1", 3, 1, ("=A, the mayor",), "Three reports carry this.")}, (derived,))


def test_parquet_has_columns_for_it(found):
    key, lineage = found
    out = io.BytesIO()
    with parquet.writing(out) as write:
        write(port(), (), lineage)
        write(port())
    rows = pq.read_table(io.BytesIO(out.getvalue())).to_pylist()
    first, *_ = [row for row in rows if row["key"] == key]
    told = ("carried", "origins", "origin_names", "group", "attribution_changed")
    assert [first[name] for name in told] == [3, 1, ["=A, the mayor"], "g1", ["lost"]]
    assert first["derived"][0] | {"from": "wire", "how": "edit", "direction": "known"} == first["derived"][0]
    untraced = [row for row in rows if row["key"] == key][-1]
    assert {untraced[name] for name in ("carried", "origins", "derived")} == {None}


def test_csv_has_columns_for_it(found):
    key, lineage = found
    out = io.StringIO()
    with acled.writing(out) as write:
        write(port(), (), lineage)
    row = next(each for each in csv.DictReader(io.StringIO(out.getvalue())) if each["segun_key"] == key)
    own = ("carried", "origins", "origin_names", "derived_from", "attribution_changed")
    assert [row[f"segun_{name}"] for name in own] == ["3", "1", "'=A, the mayor", "wire (edit)", "lost"]


def test_json_lines_have_it_beside_the_analysis(found):
    key, lineage = found
    written = json.loads(jsonl.dumps(port(), (), lineage))
    assert written["traced"]["claims"][key]["origins"] == 1
    assert written["traced"]["derivations"][0]["from"] == "wire"
    assert {name: each for name, each in written.items() if name != "traced"} == json.loads(
        json.dumps(to_object(port()))
    )
    assert "traced" not in json.loads(jsonl.dumps(port(), (), NONE))
    assert next(iter(jsonl.reading([json.dumps(written)])))[0] == port()


def test_these_formats_take_it():
    assert {each.name for each in FORMATS if each.traces} == {"jsonl", "parquet", "csv"}
