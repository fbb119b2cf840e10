"""Numbers that a collection of reports hides."""

from __future__ import annotations

import pytest

from segun.prepare.masks import unmasked


@pytest.mark.parametrize("text", ["el *NUMBER* de enero", "llame al *PHONE*", "*NUMBER*'*NUMBER*%"])
def test_a_hidden_number_is_read_as_digits_in_place(text):
    read = unmasked(text)
    assert len(read) == len(text)
    assert "*" not in read
    assert any(sign.isdigit() for sign in read)


@pytest.mark.parametrize("text", ["*URGENTE* cierra el puente", "5 * 3 * 2", "*number*"])
def test_other_words_between_asterisks_stay(text):
    assert unmasked(text) == text
