from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import segun
from segun.prepare.masks import unmasked


@given(st.text())
def test_no_offset_moves(text):
    assert len(unmasked(text)) == len(text)


def test_masked_numbers_are_read_as_numerals():
    assert unmasked("pide *NUMBER* camas y *tres* mantas") == "pide 12345678 camas y *tres* mantas"


def test_a_masked_number_is_no_quantity_and_keeps_its_place():
    text = "La alcaldesa ha decretado un cupo de *NUMBER* barcas de remo, *NUMBER* de vela y *NUMBER* de motor."
    found = segun.analyze(text, language="es", places=False)
    claim = next(c for c in found.claims if c.relays)
    assert claim.spans[0].of(text) == "un cupo de *NUMBER* barcas de remo, *NUMBER* de vela y *NUMBER* de motor"
    assert not found.quantities
