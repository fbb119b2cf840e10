from __future__ import annotations

import io
import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import bare, ferry, port
from tests.strait import strait

from segun.export.geojson import features, to_object, writing
from segun.model import Claim, Place, Relay, Source, Span

# RFC 7946, sections 3.1.1, 3.1.2, 3.2, 3.3, 4 and 7.1, as far as a collection of points and nulls goes.
RULES = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "anyOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "minItems": 2,
                                        "maxItems": 2,
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                    },
                                },
                            },
                        ]
                    },
                },
                "not": {"anyOf": [{"required": [key]} for key in ("coordinates", "geometries", "features")]},
            },
        },
    },
    "not": {"anyOf": [{"required": [key]} for key in ("coordinates", "geometries", "geometry", "properties", "crs")]},
}


def written(*analyses):
    out = io.StringIO()
    with writing(out) as write:
        for analysis in analyses:
            write(analysis)
    return out.getvalue()


def by_words():
    return {feature["properties"]["words"]: feature for feature in features(strait())}


@pytest.mark.parametrize("analyses", [[], [ferry()], [strait()], [strait(), port(), strait()]])
def test_the_rules_hold_however_many_reports(analyses):
    collection = json.loads(written(*analyses))
    jsonschema.Draft202012Validator(RULES).validate(collection)
    assert collection == to_object(analyses)


def test_the_rules_can_fail():
    broken = to_object([strait()])
    broken["features"][0]["geometry"]["coordinates"] = [57.1, 111.9]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(RULES).validate(broken)


def test_longitude_comes_first():
    assert by_words()["Port Osk"]["geometry"] == {"type": "Point", "coordinates": [9.6, 57.9]}


@pytest.mark.parametrize("words", ["Little Vey", "Halm district", "Vessland", "Kallin", "Qarth"])
def test_what_is_no_point_has_no_geometry(words):
    assert by_words()[words]["geometry"] is None


def test_a_feature_says_who_says_what_when_and_how_firmly():
    properties = by_words()["Port Osk"]["properties"]
    assert properties["sources"] == ["Norrel"]
    assert properties["content"] == "On 3 March 2031 the icebreaker left Port Osk"
    assert properties["times"] == [
        {
            "words": "On 3 March 2031",
            "type": "DATE",
            "value": "2031-03-03",
            "relates_to": "event",
            "candidates": [],
        }
    ]
    assert (properties["report"], properties["outlet"], properties["published"]) == (
        "strait-en",
        "Northern Wire",
        "2031-03-10",
    )


def test_sources_stand_outermost_first():
    sources = [feature["properties"]["sources"] for feature in features(strait())]
    assert ["Norrel", "Captain Ada Finch"] in sources
    assert [] in sources


def test_each_mention_gives_a_feature_for_each_of_its_claims():
    bays = [feature for feature in features(strait()) if feature["properties"]["name"] == "Tarn Bay"]
    assert [feature["properties"]["claim"] for feature in bays] == ["c1", "c3", "c4"]
    ids = [feature["id"] for feature in features(strait())]
    assert len(ids) == len(set(ids))


def test_marks_are_kept():
    assert by_words()["Kallin"]["properties"]["metonymy"]
    assert by_words()["Little Vey"]["properties"]["inside"] == "Halm"
    assert by_words()["The Marrow Islands"]["properties"]["disputed"] == "claimed by Vessland"


def test_a_place_of_a_hidden_claim_is_dropped():
    analysis = replace(strait(), claims=strait().claims[:1])
    assert [feature["properties"]["claim"] for feature in features(analysis)] == ["c1"]


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_any_words_come_back(text):
    span = Span(0, len(text))
    analysis = replace(
        bare(
            text,
            Claim("c", (span,), (Relay("s", (), (), "said"),), "none", "CT+", "assert", 1),
            sources=(Source("s", text, "person", ()),),
        ),
        places=(Place(span, text, None, 1.0, 2.0, None, 1.0, ("c",)),),
    )
    out = written(analysis)
    (feature,) = json.loads(out.encode())["features"]
    assert feature["properties"]["content"] == text
    assert feature["properties"]["sources"] == [text]
    assert len(out.splitlines()) == 3
