"""The lists by hand: what can be checked without the packages, and, where a gazetteer is built, against it."""

from __future__ import annotations

import pytest
from babel import Locale

from segun.gazetteer import Gazetteer, handmade
from segun.gazetteer.keys import key
from segun.gazetteer.paths import gazetteer_file

COUNTRIES = {code for code in Locale("en").territories if len(code) == 2} | {"XK"}


def on_earth(lat, lon):
    return -90 <= lat <= 90 and -180 <= lon <= 180


def test_regions_have_a_point_a_reach_and_countries_that_exist():
    for region in handmade.regions():
        assert on_earth(region.raw.lat, region.raw.lon), region.raw.slug
        assert 0 < region.raw.radius <= 9000, region.raw.slug
        assert set(region.countries) <= COUNTRIES, region.raw.slug
        assert all(key(name) for name in (*region.raw.official, *region.raw.aliases)), region.raw.slug


def test_codes_of_cldr_have_names_in_every_language():
    for region in handmade.regions():
        assert region.cldr is None or region.cldr in Locale("es").territories, region.raw.slug


def test_middles_are_on_earth():
    for where in (handmade.middles(), handmade.area_middles()):
        assert all(on_earth(*point) for point in where.values())
    assert set(handmade.middles()) <= COUNTRIES


def test_an_abbreviation_keeps_its_case_and_loses_its_dots():
    assert handmade.written("EE. UU.") == "EEUU"
    assert handmade.written("Mich.") == "Mich"


@pytest.fixture(scope="module")
def real():
    path = gazetteer_file()
    if not path.is_file():
        pytest.skip("no gazetteer is built here: 'segun gazetteer build'")
    with Gazetteer(path) as gazetteer:
        yield gazetteer


def _exists(gazetteer, reference):
    if ":" in reference:
        return gazetteer.entry(reference)
    if "." in reference:
        return gazetteer._rows("SELECT id FROM entry WHERE code = ?", (reference,))
    return reference in {entry.country for entry in gazetteer.countries()}


def test_what_the_lists_name_is_there(real):
    references = {short.entry for short in handmade.abbreviations()}
    for reference in references | set(handmade.disputes()) | set(handmade.further_names()):
        assert _exists(real, reference), reference


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kursk", "geonames:538555"),
        ("Korenevsky", "geonames:544901"),
        ("Pointe Coupee", "geonames:4337708"),
        ("Crimea", "geonames:703883"),
        ("Cisjordania", "geonames:285153"),
        ("Escocia", "geonames:2638360"),
        ("Londres", "geonames:2643743"),
        ("Mich.", "geonames:5001836"),
        ("Mich.", "geonames:3995955"),
        ("Centroamérica", "segun:central-america"),
        ("Taiwán", "geonames:1668284"),
    ],
)
def test_well_known_names_are_found(real, name, id):
    assert id in {match.entry.id for match in real.lookup(name)}


@pytest.mark.parametrize(
    ("town", "point"),
    [("geonames:538555", (51.7, 36.2)), ("geonames:5332921", (37.2, -119.4)), ("geonames:3117732", (40.5, -3.7))],
)
def test_derived_points_are_near_the_middle(real, town, point):
    from segun.geometry import distance_km

    area = real.entry(town)
    assert distance_km(area.lat, area.lon, *point) < 80
