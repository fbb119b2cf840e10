from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from tests.samples import bare, claim, ferry
from tests.strait import area, strait, towns

from segun.model import Area, Place, Relay, Source, Span
from segun.view.labels import HEIGHT, Rect, text_width
from segun.view.map import Town, map_of


def names(spots):
    return [spot.name for spot in spots]


@pytest.fixture(scope="module")
def laid():
    return map_of(strait(), towns, area)


def test_points_are_pins_areas_are_rings_and_nothing_else_is_drawn(laid):
    assert {pin.spot.name for pin in laid.picture.pins} == {"Tarn Bay", "Port Osk", "Marrow Islands"}
    assert [(ring.name, names(ring.spots)) for ring in laid.picture.rings] == [("Halm", ["Halm", "Little Vey"])]
    assert names(laid.metonyms) == ["Kallin"]
    assert names(laid.unknown) == ["Qarth"]


def test_a_country_does_not_push_a_bay_out_of_sight(laid):
    assert names(laid.beyond) == ["Vessland"]


def test_countries_alone_are_drawn():
    analysis = strait()
    only = replace(analysis, places=tuple(each for each in analysis.places if each.kind == "country"))
    assert [ring.name for ring in map_of(only, towns, area).picture.rings] == ["Vessland"]


def test_an_area_of_unknown_extent_has_a_name_and_no_circle():
    (ring,) = map_of(strait(), towns).picture.rings
    assert (ring.name, ring.rx, ring.ry) == ("Halm", 0, 0)
    assert names(ring.spots) == ["Halm"]
    assert "Little Vey" in names(map_of(strait(), towns).beyond)


def test_a_pin_is_cut_by_who_speaks_and_grows_with_claims(laid):
    pins = {pin.spot.name: pin for pin in laid.picture.pins}
    assert [sector.voice and sector.voice.name for sector in pins["Tarn Bay"].sectors] == ["Captain Ada Finch", None]
    assert len(pins["Port Osk"].sectors) == 1
    assert "A7.2" in pins["Tarn Bay"].sectors[0].path
    assert "a5.5" in pins["Port Osk"].sectors[0].path


def test_the_ground_is_what_the_gazetteer_gives(laid):
    assert sum(dots.path.count("M") for dots in laid.picture.dots) > 50
    assert map_of(strait(), None, area).picture.dots == ()


def test_the_ground_is_asked_for_in_two_where_the_map_crosses_the_antimeridian():
    asked = []

    def ask(south, west, north, east, limit):
        asked.append((west, east))
        return [Town("Levu", -17.0, 179.0, 5), Town("Apa", -14.0, -173.0, 9)]

    found = map_of(crowd((-18, 178), (-13, -172)), ask)
    assert [(-180 <= west < east <= 180) for west, east in asked] == [True, True]
    assert {town.text for town in found.picture.towns} == {"Levu", "Apa"}


def crowd(*points):
    text = "x" * len(points)
    spans = [Span(n, n + 1) for n in range(len(points))]
    return replace(
        bare(
            text,
            *(claim(f"c{n}", (span,), Relay("s", (), (), "said")) for n, span in enumerate(spans)),
            sources=(Source("s", "S", "person", ()),),
        ),
        places=tuple(
            Place(span, f"Place of {n}", "NX", lat, lon, None, 0.9, (f"c{n}",), f"g{n}", "town")
            for n, (span, (lat, lon)) in enumerate(zip(spans, points, strict=True))
        ),
    )


@pytest.mark.parametrize("step", [0.0, 0.02, 0.2, 2.0])
def test_names_do_not_cover_each_other_nor_a_pin(step):
    picture = map_of(crowd(*((50 + step * (n % 5), 10 + step * (n // 5)) for n in range(25))), towns).picture
    written = [pin.label for pin in picture.pins if pin.label] + list(picture.towns)
    rects = [
        Rect(label.x, label.y - 12, text_width(label.text) + 14 * len(label.voices), HEIGHT - 0.2) for label in written
    ]
    assert not [(one, other) for one, other in combinations(rects, 2) if one.meets(other)]
    pins = [Rect(pin.x - 5, pin.y - 5, 10, 10) for pin in picture.pins]
    assert not [rect for rect in rects for pin in pins if rect.meets(pin)]
    assert len(picture.pins) == 25


@pytest.mark.parametrize(
    ("points", "label"),
    [([(57, 10)], "50 km"), ([(57, 10), (59, 14)], "100 km"), ([(40, -74), (51, 0)], "1\u2009000 km at 46° N")],
)
def test_the_bar_is_a_round_length(points, label):
    assert map_of(crowd(*points)).picture.scale_label == label


def test_the_name_of_an_area_at_the_edge_leans_into_the_sheet():
    analysis = crowd((57, 10), (57, 30))
    village, town = analysis.places
    around = Area("The long name of a small area", "NX", "a")
    wide = replace(analysis, places=(replace(village, lat=None, lon=None, inside=around), town))
    (ring,) = map_of(wide, None, lambda _: (57.0, 10.0, 5.0)).picture.rings
    assert 0 < ring.label.x < ring.x - 50


def test_degrees_say_which_half_of_the_globe():
    picture = map_of(crowd((-1, -179), (1, 179))).picture
    assert {"1° S", "0°", "1° N"} <= {line.label for line in picture.parallels}
    assert {"179° E", "180°", "179° W"} <= {line.label for line in picture.meridians}


def test_without_places_there_is_no_map():
    assert not map_of(ferry())
    assert map_of(ferry()).picture is None
