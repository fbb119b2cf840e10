from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import at, bare, claim, ferry, port
from tests.strait import strait

from segun.export.jsonl import dumps, from_object, to_object

CONTRACT = Path(__file__).parents[3] / "shared" / "contract" / "report.schema.json"


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies in ../shared, which is not here")
@pytest.mark.parametrize("analysis", [port(), ferry(), strait(), bare("")], ids=lambda each: each.report.key)
def test_the_contract_holds(analysis):
    schema = json.loads(CONTRACT.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(dumps(analysis)))


@pytest.mark.parametrize("analysis", [port(), ferry(), strait(), bare("")], ids=["port", "ferry", "strait", "empty"])
def test_what_is_written_is_read_back(analysis):
    assert from_object(to_object(analysis)) == analysis
    assert from_object(json.loads(dumps(analysis))) == analysis


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_makes_one_line_of_utf_8_and_comes_back(text):
    line = dumps(bare(text))
    assert len(line.splitlines()) == 1
    assert from_object(json.loads(line.encode())).report.text == text


def test_ids_are_written():
    report = port().report
    written = to_object(port())["report"]
    assert (written["id"], written["text_id"]) == (report.id, report.text_id)


def test_spans_are_pairs_in_code_points():
    analysis = bare("¡Año 🌊 nuevo!", claim("c", at("¡Año 🌊 nuevo!", "nuevo")))
    assert to_object(analysis)["claims"][0]["spans"] == [[7, 12]]


def test_what_the_contract_does_not_name_is_kept_beside_it():
    written = to_object(port())["claims"]
    assert written[0]["headline"]
    assert written[0]["attributed_by"] == "c8"
    assert written[1]["rule"] == "adjunct"
    assert "rule" not in written[2]


def test_what_earlier_versions_did_not_write_may_be_missing():
    written = to_object(strait())
    del written["orders"], written["obligations"]
    for place in written["places"]:
        for key in ("kind", "metonymy", "disputed", "alternatives", "why"):
            del place[key]
    for time in written["times"]:
        del time["candidates"]
    read = from_object(written)
    assert (read.orders, read.obligations) == ((), ())
    assert {place.kind for place in read.places} == {None}
    assert read.times[-2].candidates == ()


def test_an_unknown_language_is_und():
    analysis = replace(port(), report=replace(port().report, language=None))
    written = to_object(analysis)
    assert written["report"]["language"] == "und"
    assert from_object(written).report.language is None


def test_another_schema_is_refused():
    with pytest.raises(ValueError, match="schema 2 is not 1"):
        from_object(to_object(port()) | {"schema": 2})


@pytest.mark.parametrize("part", ["report", "claims", "sources", "times", "quantities"])
def test_a_missing_part_is_named(part):
    written = to_object(port())
    del written[part]
    with pytest.raises(ValueError, match=part):
        from_object(written)


def test_a_part_of_the_wrong_type_is_refused():
    written = to_object(port())
    written["claims"][0]["spans"] = 7
    with pytest.raises(ValueError, match="not an analysed report"):
        from_object(written)
