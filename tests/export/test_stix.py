"""STIX, checked by the OASIS library's own strict reader."""

from __future__ import annotations

import io
import json

import pytest
import stix2
from hypothesis import given
from tests.export.arbitrary import analyses
from tests.ledger.conftest import moved
from tests.samples import ferry, port
from tests.strait import strait

from segun.export import stix
from segun.ledger.packing import keys
from segun.model import Decision


def written(*found):
    out = io.StringIO()
    with stix.writing(out) as write:
        for analysis, decisions in found:
            write(analysis, decisions)
    return out.getvalue()


def objects(*found):
    return stix2.parse(written(*found), allow_custom=False).objects


def of_type(found, kind):
    return [each for each in found if each["type"] == kind]


def decision(number, kind, target, body, why=""):
    return Decision(number, f"{number:064}", kind, target, body, "Ana", "2031-05-01T00:00:00.000+00:00", why)


def test_the_strict_reader_takes_every_object():
    found = objects((port(), ()), (ferry(), ()), (strait(), ()))
    assert len(of_type(found, "note")) == sum(len(each.claims) for each in (port(), ferry(), strait()))
    assert {each["name"] for each in of_type(found, "identity")} >= {"segun", "Radio Marea"}


def test_a_report_without_a_date_is_a_grouping():
    dated, undated = moved(port(), published="2031-04-02"), moved(port(), published=None)
    assert of_type(objects((dated, ())), "report")[0]["published"].isoformat() == "2031-04-02T00:00:00+00:00"
    found = objects((undated, ()))
    assert of_type(found, "report") == []
    assert len(of_type(found, "grouping")) == 1


def test_only_people_have_opinions():
    key, _ = next(keys(port()))
    assert of_type(objects((port(), ())), "opinion") == []
    decisions = [
        decision(1, "accept", key, {}, "heard it"),
        decision(2, "verdict", key, {"verdict": "true", "evidence": "https://e.example"}),
    ]
    found = objects((port(), decisions))
    (opinion,) = of_type(found, "opinion")
    assert (opinion["opinion"], opinion["explanation"], opinion["authors"]) == ("agree", "heard it", ["Ana"])
    assert any(each.get("abstract") == "verdict" for each in of_type(found, "note"))


def test_a_second_export_names_the_same_things_alike():
    first, second = (json.loads(written((port(), ())))["objects"] for _ in range(2))
    assert [each["id"] for each in first] == [each["id"] for each in second]


def test_a_named_source_is_one_identity_over_reports_and_an_unnamed_one_is_not():
    once, elsewhere = port(), moved(port(), text=port().report.text + " ")
    found = of_type(objects((once, ()), (elsewhere, ())), "identity")
    names = [each["name"] for each in found]
    assert names.count("Radio Marea") == 1
    groups = [source.name for source in port().sources if source.kind in {"group", "unnamed"}]
    for name in set(groups):
        assert names.count(name) == 2 * groups.count(name)


@given(analyses())
def test_any_analysis_is_taken(analysis):
    if all(source.name for source in analysis.sources):
        objects((analysis, ()))


def test_what_it_drops_is_said():
    assert stix.DROPS
    assert not stix.BINARY


@pytest.mark.parametrize("published", ["nonsense", "2031", ""])
def test_a_date_that_is_none_is_not_made_up(published):
    assert of_type(objects((moved(port(), published=published), ())), "report") == []
