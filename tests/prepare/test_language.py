from __future__ import annotations

import pytest

from segun.errors import UnsupportedLanguageError
from segun.prepare.language import identify, settle

SPANISH = "El puente que cruza el valle seguirá cerrado hasta que los técnicos terminen su informe sobre los daños."
ENGLISH = "The bridge across the valley will stay closed until the engineers have finished their report on the damage."
GERMAN = "Die Brücke über das Tal bleibt gesperrt, bis die Ingenieure ihren Bericht über die Schäden vorlegen."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SPANISH, "es"),
        (SPANISH.translate(str.maketrans("áéíóúñ", "aeioun")), "es"),
        (ENGLISH, "en"),
        (GERMAN, "de"),
    ],
)
def test_the_language_is_told_from_the_text(text, code):
    assert identify(text) == code


@pytest.mark.parametrize("given", ["es", "ES", "es-MX", "es_AR", "es-419"])
def test_only_the_first_part_of_a_given_tag_counts(given):
    assert settle(ENGLISH, given) == "es"


def test_without_a_tag_the_text_decides():
    assert settle(SPANISH) == "es"
    assert settle(ENGLISH) == "en"


@pytest.mark.parametrize(("text", "given", "code"), [(GERMAN, None, "de"), (ENGLISH, "tlh", "tlh")])
def test_another_language_is_an_error_that_names_those_that_are_read(text, given, code):
    with pytest.raises(UnsupportedLanguageError, match=f"“{code}”") as error:
        settle(text, given)
    assert "en, es" in error.value.remedy
    assert "--language" in error.value.remedy


def test_the_whole_report_decides_and_not_its_first_sentence():
    assert identify(f"The End. {SPANISH} {SPANISH}") == "es"
