from __future__ import annotations

import shutil
import zipfile

import pytest
from tests.gazetteer.tiny import dump, dump_line

from segun.gazetteer import Gazetteer, geonames
from segun.gazetteer.errors import GazetteerError, MissingGazetteerError
from segun.gazetteer.imports import add
from segun.gazetteer.status import status


@pytest.fixture
def path(built, tmp_path):
    return shutil.copy(built, tmp_path / "gazetteer.sqlite")


def test_places_are_added_and_completed(path, tmp_path):
    done = add(
        path,
        dump(
            tmp_path / "RU.zip",
            dump_line(),
            dump_line(538560, "Kursk", "Kursk-City", 51.7373, 36.1874, "P.PPLA", population=440052),
            dump_line(900000002, "Hill of Reeds", feature="T.HLL"),
            dump_line(900000003, "Vostochny Airport", "", feature="S.AIRP"),
            dump_line(900000004, "Gone", "", feature="P.PPLH"),
        ),
    )
    assert (done.added, done.completed) == (2, 1)
    with Gazetteer(path) as gazetteer:
        village = gazetteer.lookup("Дарьино")[0].entry
        assert (village.id, village.adm1, village.adm2) == ("geonames:900000001", "geonames:538555", "geonames:544901")
        assert gazetteer.lookup_skeleton("Daryno")[0].entry == village
        town = gazetteer.entry("geonames:538560")
        assert (town.lat, town.population, town.capital) == (51.7373, 440052, "adm1")
        assert {"Kursk", "Курск", "Kursk-City"} <= set(gazetteer.names(town.id))
        assert gazetteer.lookup("Vostochny")[0].entry.kind == "site"
        assert gazetteer.lookup("Hill of Reeds") == gazetteer.lookup("Gone") == ()


def test_areas_may_come_after_the_places_in_them(path, tmp_path):
    add(
        path,
        dump(
            tmp_path / "RU.zip",
            dump_line(adm1="77", adm2="5"),
            dump_line(900000006, "Inner District", "", feature="A.ADM2", adm1="77", adm2="5"),
            dump_line(900000005, "Reedland", "", feature="A.ADM1", adm1="77", adm2=""),
        ),
    )
    with Gazetteer(path) as gazetteer:
        village = gazetteer.entry("geonames:900000001")
        assert (village.adm1, village.adm2) == ("geonames:900000005", "geonames:900000006")
        assert gazetteer.entry("geonames:900000006").adm1 == "geonames:900000005"


def test_what_was_known_besides_stays(path, tmp_path):
    add(path, dump(tmp_path / "UA.zip", dump_line(703883, "Krym", "", 45, 34, "A.ADM1", "UA", "11", adm2="")))
    with Gazetteer(path) as gazetteer:
        area = gazetteer.entry("geonames:703883")
        assert area.disputed
        assert (area.lat, area.lon) == (45, 34)
        assert gazetteer.contains(area, gazetteer.entry("geonames:688533"))
        assert gazetteer.lookup("Crimea")[0].entry == area


def test_a_country_stays_what_it_is(path, tmp_path):
    add(path, dump(tmp_path / "RU.zip", dump_line(), dump_line(2017370, "Russia", feature="P.PPL")))
    with Gazetteer(path) as gazetteer:
        assert gazetteer.entry("geonames:2017370").kind == "country"


def test_one_country_of_a_dump(path, tmp_path):
    both = dump(
        tmp_path / "all.zip", dump_line(), dump_line(900000009, "Otherville", "", country="US", adm1="NC", adm2="")
    )
    assert add(path, both, country="US").added == 1
    with Gazetteer(path) as gazetteer:
        assert gazetteer.lookup("Darino") == ()
        assert gazetteer.lookup("Otherville")[0].entry.adm1 == "geonames:4482348"
    with pytest.raises(GazetteerError, match="no places of SY"):
        add(path, both, country="SY")


def test_twice_is_once(path, tmp_path):
    file = dump(tmp_path / "RU.zip", dump_line())
    add(path, file)
    again = add(path, file)
    assert (again.added, again.completed) == (0, 1)
    assert [each["file"] for each in status(path).imports] == ["RU.zip", "RU.zip"]


def test_an_unpacked_dump(path, tmp_path):
    file = tmp_path / "RU.txt"
    file.write_text(dump_line() + "\n", encoding="utf-8")
    assert add(path, file).added == 1


def test_without_a_gazetteer_it_says_what_to_do(tmp_path):
    with pytest.raises(MissingGazetteerError, match="segun gazetteer build"):
        add(tmp_path / "none.sqlite", dump(tmp_path / "RU.zip", dump_line()))


def _zip(path, *members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in members:
            archive.writestr(name, dump_line() + "\n")
    return path


def _broken(path):
    whole = dump(path, *(dump_line(900000001 + n) for n in range(2000))).read_bytes()
    at = len(whole) // 2
    path.write_bytes(whole[:at] + bytes(200) + whole[at + 200 :])
    return path


def _cut(path):
    path.write_bytes(dump(path, dump_line()).read_bytes()[:150])
    return path


def _text(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_broken, "broken|columns"),
        (_cut, "broken off"),
        (lambda path: _zip(path, "a.txt", "b.txt"), "holds 2 text files"),
        (lambda path: _zip(path, "a.csv"), "holds 0 text files"),
        (lambda path: dump(path, dump_line(), "not\tenough"), "line 2 has 2 columns"),
        (lambda path: dump(path, dump_line(lat=123)), "line 1: an id or a coordinate"),
        (lambda path: dump(path, dump_line(lat="nan")), "line 1: an id or a coordinate"),
        (lambda path: dump(path, dump_line(id="x")), "line 1: invalid literal"),
        (lambda path: dump(path, dump_line(id=-5)), "line 1: an id or a coordinate"),
        (lambda path: dump(path, dump_line(country="../")), "line 1: a country"),
        (lambda path: dump(path, dump_line(population=-1)), "line 1: a population"),
        (lambda path: dump(path, dump_line(name="")), "line 1: no name"),
        (lambda path: dump(path, dump_line(names="x" * 70_000)), "line 1 is longer"),
        (lambda path: _text(path, b""), "empty"),
        (lambda path: _text(path, b"\xff\xfe" + dump_line().encode("utf-16-le")), "no places"),
        (lambda path: _text(path, dump_line().encode().replace("Д".encode(), b"\xd0")), "line 1"),
    ],
)
def test_what_is_no_dump_is_refused_and_leaves_the_gazetteer_as_it_was(path, tmp_path, make, reason):
    old = path.read_bytes()
    folder = tmp_path / "downloads"
    folder.mkdir()
    with pytest.raises(GazetteerError, match=reason):
        add(path, make(folder / "RU.zip"))
    assert path.read_bytes() == old
    assert sorted(each.name for each in tmp_path.iterdir()) == ["downloads", "gazetteer.sqlite"]


def test_a_dump_larger_than_any_is_refused(path, tmp_path, monkeypatch):
    monkeypatch.setattr(geonames, "MOST_BYTES", 1000)
    with pytest.raises(GazetteerError, match="unpacked it has more than"):
        add(path, dump(tmp_path / "RU.zip", *(dump_line(900000001 + n) for n in range(50))))


def test_an_import_that_is_interrupted_leaves_the_gazetteer_as_it_was(path, tmp_path):
    old = path.read_bytes()

    def stop(_what, _done, _every):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(path, dump(tmp_path / "RU.zip", dump_line()), tell=stop)
    assert path.read_bytes() == old
    assert not list(tmp_path.glob("*.part"))
