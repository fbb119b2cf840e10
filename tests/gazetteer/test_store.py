from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from segun.gazetteer import Gazetteer
from segun.gazetteer.errors import GazetteerError


def ids(matches):
    return [match.entry.id for match in matches]


@pytest.mark.parametrize("name", ["Kharkiv", "KHARKIV", "kharkív", "Харків", " Kharkiv "])
def test_case_accents_and_scripts_do_not_count(gazetteer, name):
    assert ids(gazetteer.lookup(name)) == ["geonames:706483"]


def test_the_more_populous_comes_first(gazetteer):
    assert ids(gazetteer.lookup("Moscow")) == ["geonames:524901", "geonames:5601538"]


def test_official_names_and_others_are_told_apart(gazetteer):
    assert gazetteer.lookup("Moscow")[0].how == "name"
    assert gazetteer.lookup("Moscú")[0].how == "alias"


def test_an_article_is_left_out_only_where_nothing_has_it(gazetteer):
    assert ids(gazetteer.lookup("La Paz")) == ["geonames:3911925"]
    assert ids(gazetteer.lookup("el Michoacán")) == ["geonames:3995955"]
    assert gazetteer.lookup("Paz") == ()


@pytest.mark.parametrize("name", ["Wake County", "Wake", "condado de Wake"])
def test_type_words_may_be_left_out(gazetteer, name):
    assert ids(gazetteer.lookup(name)) == ["geonames:4497286"]


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("N.C.", "geonames:4482348"),
        ("NC", "geonames:4482348"),
        ("EE. UU.", "geonames:6252001"),
        ("US", "geonames:6252001"),
    ],
)
def test_abbreviations(gazetteer, written, id):
    match = gazetteer.lookup(written)[0]
    assert (match.entry.id, match.how) == (id, "abbreviation")


@pytest.mark.parametrize("word", ["us", "nc", "mich"])
def test_abbreviations_keep_their_case(gazetteer, word):
    assert gazetteer.lookup(word) == ()


@pytest.mark.parametrize("name", ["", " ", "…", "\0", "x" * 5000, "'; DROP TABLE entry; --"])
def test_no_name_breaks_it(gazetteer, name):
    assert gazetteer.lookup(name) == gazetteer.lookup_skeleton(name) == gazetteer.similar(name) == ()


@pytest.mark.parametrize(
    ("name", "id"),
    [("Jarkov", "geonames:706483"), ("Korenevskij", "geonames:544901"), ("Jasake", "geonames:173576")],
)
def test_romanisations_are_found_by_their_skeleton(gazetteer, name, id):
    match = gazetteer.lookup_skeleton(name)[0]
    assert (match.entry.id, match.how) == (id, "skeleton")
    assert 0.6 <= match.similarity < 1


@pytest.mark.parametrize(("name", "id"), [("Korennevo", "geonames:544906"), ("Raliegh", "geonames:4487042")])
def test_misspellings_are_found_by_similarity(gazetteer, name, id):
    found = gazetteer.similar(name, cutoff=0.8)
    assert id in ids(found)
    assert {match.how for match in found} == {"fuzzy"}


def test_the_cut_off_cuts(gazetteer):
    assert gazetteer.similar("Raliegh", cutoff=0.8)
    assert not gazetteer.similar("Raliegh", cutoff=0.99)


def test_short_names_are_not_guessed_at(gazetteer):
    assert gazetteer.similar("Yalt") == ()


def test_entries_by_id(gazetteer):
    assert gazetteer.entry("geonames:538560").name == "Kursk"
    assert gazetteer.entry("segun:donbass").kind == "region"
    for id in ("geonames:1", "geonames:x", "segun:nowhere", "other:1", "", "geonames:" + "9" * 40):
        with pytest.raises(KeyError):
            gazetteer.entry(id)
        with pytest.raises(KeyError):
            gazetteer.names(id)


def test_names_of_an_entry(gazetteer):
    assert gazetteer.names("geonames:524901") == ("Moscow", "Moscú", "Москва", "莫斯科")


def test_what_contains_what(gazetteer):
    kursk, rayon, town = (gazetteer.entry(f"geonames:{id}") for id in (538555, 544901, 544906))
    russia, europe = gazetteer.lookup("Rusia")[0].entry, gazetteer.lookup("Europa")[0].entry
    for inner, outer in (
        (town, rayon),
        (town, kursk),
        (rayon, kursk),
        (town, russia),
        (kursk, russia),
        (russia, europe),
    ):
        assert gazetteer.contains(outer, inner)
        assert not gazetteer.contains(inner, outer)
    assert gazetteer.contains(europe, town)
    assert not gazetteer.contains(kursk, kursk)
    assert not gazetteer.contains(kursk, gazetteer.entry("geonames:524901"))


def test_an_informal_region_contains_what_lies_within_its_reach(gazetteer):
    donbass = gazetteer.entry("segun:donbass")
    assert not gazetteer.contains(donbass, gazetteer.entry("geonames:688533"))  # Yalta, in Ukraine, is too far
    assert not gazetteer.contains(donbass, gazetteer.entry("geonames:538560"))  # Kursk is in Russia
    levant = gazetteer.entry("segun:levant")
    assert gazetteer.contains(levant, gazetteer.entry("geonames:170063"))
    assert "SY" in gazetteer.members(levant)


def test_towns_in_a_box(gazetteer):
    assert [town.name for town in gazetteer.towns((50, 30, 60, 40), 2)] == ["Moscow", "Kursk"]
    assert [town.name for town in gazetteer.towns((-20, 170, 0, -170), 9)] == ["Labasa"]
    assert gazetteer.towns((0, 0, 1, 1), 9) == ()


def test_countries(gazetteer):
    assert [entry.country for entry in gazetteer.countries()] == ["MX", "RU", "SY", "UA", "US"]


def test_threads_may_share_it(gazetteer):
    names = ["Kursk", "Moscow", "Jarkov", "Wake", "nothing"] * 40
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda name: (gazetteer.lookup(name), gazetteer.lookup_skeleton(name)), names))
    assert found[:5] * 40 == found


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to have a header" * 20])
def test_what_is_no_gazetteer_is_told_with_the_remedy(tmp_path, content):
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="--force"):
        Gazetteer(path)
