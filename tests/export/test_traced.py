"""What a trace found stands in Parquet, CSV and JSON Lines, and nothing does where there was none."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
import stix2
from tests.samples import port

from segun.export import acled, followthemoney, geojson, jsonl, parquet, stix, webannotation
from segun.export.formats import FORMATS
from segun.export.lineage import NONE, Echo, End, Lineage
from segun.match.records import Derivation, Loss, Statement
from segun.objects import to_object


@pytest.fixture
def found():
    key = next(str(row["segun_key"]) for row in acled.rows(port()))  # a claim that every format has
    ends = (Statement("wire", "w", (), "x", ("A",)), Statement("port", key, (), "x"))
    derived = Derivation(
        port().report.key, "wire", "edit", known=True, confidence=0.8, evidence=(), losses=(Loss("lost", *ends),)
    )
    related = Derivation(port().report.key, "gazette", "rewrite", known=False, confidence=0.6, evidence=())
    ends = {"wire": End("a" * 16, "2031-05-01"), "gazette": End("b" * 16, None)}
    echo = Echo("g1", 3, 1, ("=A, the mayor",), "Three reports carry this.")
    return key, Lineage({key: echo}, (derived, related), ends)


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


def whole(format_, *arguments):
    out = io.StringIO()
    with format_.writing(out) as write:
        write(port(), *arguments)
    return out.getvalue()


def test_geojson_has_properties_for_it(found):
    _, lineage = found
    features = json.loads(whole(geojson, (), lineage))["features"]
    told = [each["properties"] for each in features if each["properties"]["carried"] is not None]
    assert told
    assert {(each["carried"], each["origins"], each["origin_names"][0]) for each in told} == {(3, 1, "=A, the mayor")}
    assert told[0]["derived_from"] == [{"report": "wire", "how": "edit"}]
    assert told[0]["attribution_changed"] == ["lost"]
    assert "carried" not in json.loads(whole(geojson))["features"][0]["properties"]


def test_stix_has_relationships_of_reports_and_properties_of_notes(found):
    _, lineage = found
    objects = stix2.parse(whole(stix, (), lineage), allow_custom=False).objects
    report = next(each for each in objects if each["type"] in {"report", "grouping"})
    links = {each["relationship_type"]: each for each in objects if each["type"] == "relationship"}
    derived, related = links["derived-from"], links["related-to"]
    assert derived["source_ref"] == report["id"]
    assert derived["target_ref"].startswith("report--")
    assert (derived["description"], derived["confidence"]) == ("edit", 80)
    assert {related["source_ref"], related["target_ref"]} > {report["id"]}
    assert {derived["id"], related["id"]} <= set(report["object_refs"])
    told = [each["extensions"][stix.EXTENSION] for each in objects if each["type"] == "note"]
    (echoed,) = [each for each in told if "carried" in each]
    assert (echoed["carried"], echoed["origins"], echoed["origin_names"]) == (3, 1, ["=A, the mayor"])
    assert echoed["attribution_changed"] == ["lost"]
    untraced = stix2.parse(whole(stix), allow_custom=False).objects
    assert not [each for each in untraced if each["type"] == "relationship"]


def test_a_derivation_in_stix_names_the_parent_as_its_own_export_does(found):
    _, lineage = found
    own = stix2.parse(whole(stix), allow_custom=False).objects
    name = next(each["id"] for each in own if each["type"] in {"report", "grouping"})
    report = port().report
    lineage = Lineage({}, lineage.derived[:1], {"wire": End(report.id, report.published)})
    objects = stix2.parse(whole(stix, (), lineage), allow_custom=False).objects
    assert [each["target_ref"] for each in objects if each["type"] == "relationship"] == [name]


def test_followthemoney_has_notes_for_it(found):
    _, lineage = found
    entities = [json.loads(line) for line in whole(followthemoney, (), lineage).splitlines()]
    (article,) = [each for each in entities if each["schema"] == "Article"]
    assert article["properties"]["notes"] == [
        "derived from wire (edit)",
        "related to gazette, direction unknown",
    ]
    (note,) = [each["properties"]["notes"] for each in entities if "carried by 3 reports" in str(each)]
    for told in (
        "carried by 3 reports",
        "independent origins 1",
        "origin =A, the mayor",
        "attribution lost on the way",
    ):
        assert told in note


def test_web_annotations_have_prov_derivations_and_come_back_without_them(found):
    _, lineage = found
    written = whole(webannotation, (), lineage)
    bodies = [each["body"] for each in json.loads(written)["first"]["items"]]
    report = next(each for each in bodies if "Report" in each["type"])
    assert report["wasDerivedFrom"] == ["urn:segun:report:" + "a" * 16]
    (derivation,) = report["qualifiedDerivation"]
    assert (derivation["entity"], derivation["how"]) == ("urn:segun:report:" + "a" * 16, "edit")
    assert derivation["attribution_changed"] == ["lost"]
    (claim,) = [each for each in bodies if "carried" in each]
    assert (claim["carried"], claim["independent_origins"], claim["origin_names"]) == (3, 1, ["=A, the mayor"])
    assert list(webannotation.reading(io.StringIO(written))) == [port()]
    untraced = [each["body"] for each in json.loads(whole(webannotation))["first"]["items"]]
    assert not [each for each in untraced if "wasDerivedFrom" in each or "carried" in each]


def test_these_formats_take_it():
    told = {each.name for each in FORMATS if each.traces}
    assert told == {"jsonl", "parquet", "csv", "geojson", "webannotation", "followthemoney", "stix"}
