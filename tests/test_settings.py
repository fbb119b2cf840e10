from __future__ import annotations

import pytest

from segun.settings import SETTINGS, SettingsError, load


def test_the_defaults(tmp_path):
    settings = load(tmp_path, {})
    assert settings.carry_on == "cautious"
    assert settings.min_confidence == 0.0
    assert settings.language is None
    assert settings.models == {}


def test_the_command_line_wins_over_the_environment_over_the_files(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.segun]\nmin_confidence = 0.1\nlanguage = "es"\n')
    assert load(tmp_path, {}).min_confidence == 0.1
    (tmp_path / "segun.toml").write_text("min_confidence = 0.2\n")
    assert load(tmp_path, {}).min_confidence == 0.2
    assert load(tmp_path, {"SEGUN_MIN_CONFIDENCE": "0.3"}).min_confidence == 0.3
    over = load(tmp_path, {"SEGUN_MIN_CONFIDENCE": "0.3"}, {"min_confidence": 0.0, "language": None})
    assert over.min_confidence == 0.0
    assert over.language == "es"


def test_models_stand_in_a_table(tmp_path):
    (tmp_path / "segun.toml").write_text('[models]\nes = "es_dep_news_trf"\n')
    settings = load(tmp_path, {"SEGUN_MODEL_EN": "en_core_web_trf"})
    assert settings.models == {"es": "es_dep_news_trf", "en": "en_core_web_trf"}


def test_an_empty_variable_counts_as_unset(tmp_path):
    assert load(tmp_path, {"SEGUN_LANGUAGE": ""}).language is None


def test_a_pyproject_without_our_table_is_none_of_ours(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert load(tmp_path, {}) == load(tmp_path / "..", {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("min_confidence = 2", "segun.toml: min_confidence cannot be 2. Give a number from 0 to 1."),
        ("min_confidence = true", "cannot be True"),
        ("min_confidence = nan", "cannot be nan"),
        ('continue = "maybe"', "Give one of none, cautious, eager."),
        ("language = 3", "Give a text that is not empty."),
        ("contineu = 1", "Did you mean continue?"),
        ("zzz = 1", "The settings are continue, min_confidence"),
        ("continue = ", "no valid TOML"),
    ],
)
def test_a_wrong_setting_names_its_place_and_the_remedy(tmp_path, text, told):
    (tmp_path / "segun.toml").write_text(text)
    with pytest.raises(SettingsError) as error:
        load(tmp_path, {})
    assert told in str(error.value)
    assert "segun.toml" in str(error.value)


def test_a_wrong_variable_is_named(tmp_path):
    with pytest.raises(SettingsError, match="SEGUN_CONTINUE"):
        load(tmp_path, {"SEGUN_CONTINUE": "maybe"})


def test_no_two_settings_share_a_name():
    for attribute in ("name", "variable", "option", "parameter"):
        assert len({getattr(setting, attribute) for setting in SETTINGS}) == len(SETTINGS)
