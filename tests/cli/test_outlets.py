from __future__ import annotations

import json

import pytest
from tests.cli.collection import fill


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def test_those_of_the_reports_come_with_how_many(segun, news):
    code, out, err = segun("outlets", "news.segun")
    assert (code, err) == (0, "")
    assert out == "La Voz de Brea · 1 report\nNorthern Wire · 1 report\nThe Copier · 1 report\n"


def test_they_are_looked_for_by_words_of_names_and_domains(segun, news, tmp_path):
    assert segun("outlets", "news.segun", "--like", "wire")[1] == "Northern Wire · 1 report\n"
    (tmp_path / "mine.toml").write_text('[[outlet]]\nname = "Faro"\ndomains = ["faro.example"]\ncountry = "ES"\n')
    assert segun("outlets", "news.segun", "--load", "mine.toml")[:2] == (0, "1 outlet loaded.\n")
    _, out, _ = segun("outlets", "news.segun", "--all", "--like", "faro.example", "--json")
    assert [(each["name"], each["reports"]) for each in map(json.loads, out.splitlines())] == [("Faro", 0)]
    assert "No such outlet" in segun("outlets", "news.segun", "--like", "nothing of the kind")[2]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "domain\nx.example\n", "no column `name`"),
        ("a.csv", "name,country\nFaro,Spain\n", "no country code"),
        ("a.toml", "outlet = 3", "[[outlet]]"),
        ("a.toml", "[[", "no valid TOML"),
    ],
)
def test_a_list_that_is_wrong_is_told_and_nothing_of_it_is_taken(segun, news, tmp_path, name, text, told):
    before = segun("outlets", "news.segun", "--all")
    (tmp_path / "good.csv").write_text("name\nFaro\n")
    (tmp_path / name).write_text(text)
    code, out, err = segun("outlets", "news.segun", "--load", "good.csv", "--load", name)
    assert (code, out) == (2, "")
    assert told in err
    assert segun("outlets", "news.segun", "--all") == before
