"""What words mean: concepts are shared by the languages, and a word means what an entry gives it for."""

from __future__ import annotations

import pytest

from segun.lang.concepts import Concepts


def meant(words, language):
    return {concept for _, _, concept in Concepts.load(language).found(words.split())}


def test_each_language_has_every_concept_in_the_same_section():
    assert Concepts.load("en").sections == Concepts.load("es").sections


@pytest.mark.parametrize(("word", "language", "concept"), [("casa", "es", "house"), ("caso", "es", "case")])
def test_a_word_is_not_another_of_its_stem(word, language, concept):
    assert meant(word, language) == {concept}


def test_a_form_that_no_entry_gives_is_known_by_its_stem():
    assert "evacuate" in meant("evacuating", "en")


def test_translations_mean_the_same():
    assert meant("contenedores en la bodega", "es") & meant("containers in the cargo hold", "en") == {
        "container",
        "hold_ship",
    }
