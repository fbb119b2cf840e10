from __future__ import annotations

import pytest

from segun.outlets import Outlet, load, shipped
from segun.outlets.loading import OutletsError
from segun.outlets.names import key
from segun.outlets.records import STATES


def test_the_shipped_list_is_sound():
    outlets = shipped().all
    assert len(outlets) > 90
    for outlet in outlets:
        assert outlet.references, outlet.name
        assert outlet.state is None or outlet.state in STATES
        assert outlet.country is None or (len(outlet.country) == 2 and outlet.country.isupper())
        assert outlet.domains, outlet.name


def test_no_name_and_no_domain_means_two_outlets():
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for outlet in shipped():
        for name in {key(each) for each in (outlet.name, *outlet.aliases)}:
            assert names.setdefault(name, outlet.name) == outlet.name
        for domain in outlet.domains:
            assert domains.setdefault(domain, outlet.name) == outlet.name


@pytest.mark.parametrize(
    "name",
    ["KCNA", "ACNC", "Agencia Central de Noticias de Corea", "조선중앙통신", "Korean Central News Agency",
     "la agencia de noticias central de Corea del Norte (KCNA)"],
)  # fmt: skip
def test_one_agency_by_all_its_names(name):
    assert shipped().of_name(name).name == "KCNA"


def test_addresses_are_told_by_whole_parts_of_their_host():
    outlets = shipped()
    assert outlets.of_address("https://actualidad.rt.com/a?b").name == "RT"
    assert outlets.of_address("https://notrt.com/a") is None
    assert outlets.of_address("https://rt.com.example/a") is None
    assert outlets.of_address("http://[broken") is None


def test_a_users_list_goes_over_the_shipped_one(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "Name,Domain,Country,Owner,State,Remark\nRT,rt.com;rt.example,ru,Somebody,,x\nMarea,marea.example,es,,,\n"
    )
    outlets = shipped().under(load(path))
    assert outlets.of_name("Russia Today").owner == "Somebody"
    assert outlets.of_name("Russia Today").state == "state-run"
    assert outlets.of_address("https://www.marea.example/x") == Outlet(
        "Marea", domains=("marea.example",), country="ES"
    )
    assert len(outlets.all) == len(shipped().all) + 1


def test_toml_and_addresses_in_place_of_domains(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[outlet]]\nname = "Marea"\ndomain = "https://www.marea.example/front"\nstate = "private"\n')
    assert load(path) == (Outlet("Marea", domains=("marea.example",), state="private"),)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", "title\nRT\n", "no column `name`"),
        ("a.csv", "name,country\nRT,Russia\n", "line 2: 'Russia' is no country code"),
        ("a.csv", "name,state\nRT,bad\n", "line 2: state cannot be 'bad'"),
        ("a.csv", "name,owner\n,Somebody\n", "line 2: the outlet has no name"),
        ("a.toml", "x = [", "no valid TOML"),
        ("a.toml", "x = 1", "no \\[\\[outlet"),
        ("a.csv", b"name\n\xff\xfe", "not UTF-8"),
    ],
)
def test_a_bad_list_is_told_with_its_line(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(OutletsError, match=told):
        load(path)
    with pytest.raises(OutletsError, match="cannot be read"):
        load(tmp_path / "nowhere.csv")
