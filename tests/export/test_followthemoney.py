"""FollowTheMoney: the shape of each line, and the library's own model where it is installed."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from tests.export.arbitrary import analyses
from tests.ledger.conftest import moved
from tests.samples import ferry, port
from tests.strait import strait

from segun.export import followthemoney


def lines(*found):
    out = io.StringIO()
    with followthemoney.writing(out) as write:
        for analysis in found:
            write(analysis)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_report_its_sources_and_its_claims():
    found = lines(moved(port(), published="2031-04-02", location="https://marea.example/p"))
    by_schema = {}
    for each in found:
        by_schema.setdefault(each["schema"], []).append(each)
    (article,) = by_schema["Article"]
    assert article["properties"]["sourceUrl"] == ["https://marea.example/p"]
    assert article["properties"]["publishedAt"] == ["2031-04-02"]
    assert len(by_schema["Note"]) == len(port().claims)
    assert all(article["id"] in note["properties"]["entity"] for note in by_schema["Note"])
    ids = {each["id"] for each in found}
    assert all(set(note["properties"]["entity"]) <= ids for note in by_schema["Note"])


def test_a_source_is_one_entity_over_reports_and_nobody_is_none():
    found = lines(port(), moved(port(), key="other", location="https://o.example"))
    names = [name for each in found for name in each["properties"].get("name", ())]
    assert names.count("Radio Marea") == 1
    unnamed = {source.name for source in port().sources if source.kind == "unnamed"}
    assert not unnamed & set(names)


@given(analyses())
def test_any_analysis_is_written_as_strings(analysis):
    for each in lines(analysis):
        assert set(each) == {"id", "schema", "properties"}
        assert all(isinstance(value, str) and value for values in each["properties"].values() for value in values)


def test_the_librarys_own_model_takes_every_property():
    model = pytest.importorskip(
        "followthemoney", reason="followthemoney needs PyICU, which many machines cannot build"
    ).model
    for each in lines(port(), ferry(), strait()):
        proxy = model.get_proxy(each, cleaned=False)
        assert proxy.schema.name == each["schema"]
        for name in each["properties"]:
            assert name in proxy.schema.properties
