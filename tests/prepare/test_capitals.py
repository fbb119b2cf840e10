"""Headlines in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import segun
from segun.prepare.capitals import lowered
from segun.prepare.paragraphs import paragraphs

BODY = "\n\nLa alcaldesa Inés Quiroga, del PRD, dijo ayer que la presa está cerrada. El Ministerio no contesta."


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("DENUNCIA INÉS QUIROGA AMENAZAS DEL PRD", "Denuncia Inés Quiroga amenazas del PRD"),
        ("LA PRESA ESTÁ CERRADA: ALCALDESA", "La presa está cerrada: Alcaldesa"),
        ("VECINOS DE XOTLA TEMEN OTRO DERRUMBE", "Vecinos de Xotla temen otro derrumbe"),
        ("OTAN, ONU, UE", "OTAN, ONU, UE"),
        ("Denuncia Inés Quiroga AMENAZAS del PRD", "Denuncia Inés Quiroga AMENAZAS del PRD"),
    ],
)
def test_words_get_the_case_of_the_text_else_of_the_language(headline, wanted):
    text = headline + BODY
    assert lowered(text, "es", paragraphs(text)) == wanted + BODY


@given(st.text(alphabet="ABÍß ǅİﬁ.:\n¿«abc", max_size=60))
def test_no_offset_moves(text):
    found = lowered(text, "es", paragraphs(text))
    assert len(found) == len(text)
    assert found.casefold() == text.casefold() or "İ" in text or "ǅ" in text


def test_a_headline_in_capitals_is_read_as_another():
    text = "INÉS QUIROGA DENUNCIA AMENAZAS DE SUS VECINOS" + BODY
    first = segun.analyze(text, language="es", places=False).claims[0]
    assert [span.of(text) for span in first.spans] == ["AMENAZAS DE SUS VECINOS"]
    assert first.relays[0].source is not None
