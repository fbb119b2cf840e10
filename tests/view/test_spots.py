from __future__ import annotations

from dataclasses import replace

import pytest
from tests.samples import at, bare, claim, ferry
from tests.strait import area, strait

from segun.model import Area, Place
from segun.view.spots import spots

TEXT = "Osk and Osk and Vey"


def of(*places):
    return spots(replace(bare(TEXT, claim("c", at(TEXT, TEXT))), places=places), area)


def place(words="Osk", nth=0, **fields):
    plain = {"name": "Port Osk", "country": "NX", "lat": 57.9, "lon": 9.6, "inside": None, "confidence": 0.9}
    return Place(at(TEXT, words, nth=nth)[0], **(plain | {"claims": ("c",)} | fields))


def by_name():
    return {spot.name: spot for spot in spots(strait(), area)}


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Tarn Bay", "point"),
        ("Halm", "area"),
        ("Vessland", "area"),
        ("Little Vey", "inside"),
        ("Kallin", "metonymy"),
        ("Qarth", "nowhere"),
    ],
)
def test_what_is_known_of_a_place(name, where):
    assert by_name()[name].where == where


def test_a_village_that_is_not_known_has_the_area_around_it_and_no_point():
    village = by_name()["Little Vey"]
    assert (village.area, village.disc.km) == ("Halm", 40.0)
    assert village.others == ("Little Vey, QZ: 900 km from every other place",)
    (spot,) = of(place(name=None, lat=None, lon=None, inside=Area("Elsewhere", None, None)))
    assert spot.disc is None


def test_mentions_of_one_place_are_one_spot_in_the_order_of_the_text():
    (spot,) = of(place(nth=1, gazetteer_id="t1"), place(gazetteer_id="t1"))
    assert spot.words == ("Osk",)
    assert len(spot.said) == 1


def test_places_of_one_name_stay_apart():
    assert len(of(place(gazetteer_id="t1"), place(nth=1, gazetteer_id="t2"))) == 2
    assert len(of(place(), place(nth=1, lat=10.0))) == 2


def test_a_name_that_is_once_a_place_and_once_those_who_sit_there_is_two_spots():
    assert [spot.where for spot in of(place(), place(nth=1, metonymy=True))] == ["point", "metonymy"]


def test_a_claim_that_only_wraps_another_is_not_counted():
    assert [said.claim for said in by_name()["Tarn Bay"].said] == ["c1", "c4"]


def test_the_reports_own_voice_comes_last():
    assert [voice and voice.name for voice in by_name()["Tarn Bay"].voices] == ["Captain Ada Finch", None]


def test_a_place_of_no_claim_is_passed_over():
    assert of(place(claims=())) == ()
    assert spots(ferry()) == ()
