from __future__ import annotations

import pytest

from segun.errors import SegunError
from segun.ledger.words import fold, indexed, is_bare, query


@pytest.fixture
def hits(empty):
    asked = empty._connection.execute

    def found(content, language, words):
        bare = is_bare(content)
        asked("DELETE FROM words")
        stems = indexed(content, language, marked=not bare)
        asked("INSERT INTO words (marked, bare) VALUES (?, ?)", ("", stems) if bare else (stems, ""))
        return bool(asked("SELECT 1 FROM words WHERE words MATCH ?", (query(words),)).fetchone())

    return found


@pytest.mark.parametrize(
    ("content", "language", "words", "there"),
    [
        ("Los soldados fueron desplegados allí", "es", "soldado", True),
        ("Los soldados fueron desplegados allí", "es", "ALLI desplegado", True),
        ("Los soldados fueron desplegados allí", "es", "soldado -allí", False),
        ("Officials denied the reports", "en", "report official", True),
        ("Officials denied the reports", "en", '"denied the report"', True),
        ("Officials denied the reports", "en", '"reports denied"', False),
        ("Officials denied the reports", "en", "offic*", True),
        ("el próximo año", "es", "año", True),
        ("el próximo año", "es", "ano", False),
        ("un análisis del ano", "es", "año", False),
        ("el proximo ano", "es", "año", True),  # a text that lost its accents
        ("el proximo ano", "es", "ano", True),
        ("Łódź and Kyïv", "en", "kyiv", True),
        ("조선중앙통신 보도", "ko", "조선중앙통신", True),
        ("OR AND NOT near", "en", "NOT", True),  # words, not operators
        ("a quote", "en", 'quote "', True),
    ],
)
def test_words_are_found_in_any_form(hits, content, language, words, there):
    assert hits(content, language, words) is there


@pytest.mark.parametrize("words", ["", '"', "-", "-only", "***", "()"])
def test_nothing_to_look_for_is_told(words):
    with pytest.raises(SegunError, match="no word"):
        query(words)


def test_folding_keeps_the_letter_enye():
    assert fold("AÑO Único Ŕ") == "año unico r"
    assert fold("Año", marked=False) == "ano"
