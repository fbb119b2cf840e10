from __future__ import annotations

import json

import pytest
from tests.cli.collection import add_evil, fill


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.setattr("segun.cli.atlas.Atlas.gazetteer", None)
    return fill(tmp_path / "news.segun")


def test_each_place_once_those_of_most_claims_first(segun, news):
    code, out, err = segun("map", "news.segun")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Tarn Bay, NX, 57.100 11.900 · 4 claims in 2 reports: ")
    assert "Kallin, NX, for those who sit there · 2 claims in 2 reports: The ministry 2" in lines
    assert "Little Vey, NX, somewhere in Halm · 2 claims in 2 reports: The Osk Courier 2" in lines
    assert "Vessland, country · 2 claims in 2 reports: The ministry 2" in lines
    assert "Qarth, not found · 2 claims in 2 reports: Norrel 2" in lines
    assert "Salinares, not found · 1 claim in 1 report: the report itself 1" in lines
    assert any("disputed: claimed by Vessland" in line for line in lines)


def test_a_selection(segun, news):
    out = segun("map", "news.segun", "--source", "Norrel", "--report", "strait", "--near", "57.9,9.6,10")[1]
    assert out == "Port Osk, NX, 57.900 9.600 · 1 claim in 1 report: Norrel 1\n"


def test_geojson_of_all_selected_reports(segun, news, tmp_path):
    code, out, _ = segun("map", "news.segun", "tarn", "--geojson", "-")
    assert code == 0
    told = json.loads(out)["features"]
    assert {each["properties"]["report"] for each in told} == {"strait", "copy"}
    assert {each["properties"]["name"] for each in told} == {"Tarn Bay"}
    assert segun("map", "news.segun", "tarn", "--geojson", "out.geojson")[1] == ""
    assert json.loads((tmp_path / "out.geojson").read_text())["features"] == told


def test_the_page(segun, news, tmp_path):
    assert segun("map", "news.segun", "icebreaker", "--html", "out.html")[0] == 0
    page = (tmp_path / "out.html").read_text()
    assert "Port Osk" in page
    assert "Marrow Islands, disputed" not in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("radar",), "names a place"), (("zzz",), "No claim fits.")],
)
def test_where_nothing_is_placed_it_says_so(segun, news, arguments, told):
    code, out, err = segun("map", "news.segun", *arguments)
    assert (code, out) == (0, "")
    assert told in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--geojson", "-", "--html", "-"), "exclude"),
        (("--geojson", "nowhere/x"), "no folder"),
        (("--review", "rejected"), "segun find"),
    ],
)
def test_what_cannot_be_drawn_is_told(segun, news, arguments, told):
    code, out, err = segun("map", "news.segun", *arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


def test_nothing_of_a_report_steers_the_terminal(segun, news):
    add_evil(news)
    _, out, err = segun("map", "news.segun")
    assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
