from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.prepare.letters import latin


@given(st.text())
def test_no_offset_moves(text):
    assert len(latin(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("La роlicía entró роr la puerta", "La policía entró por la puerta"),
        ("La газета de Kiev", "La газета de Kiev"),
        ("El río Ов crece", "El río Ов crece"),
        ("en casa", "en casa"),
    ],
)
def test_letters_that_look_latin(text, read):
    assert latin(text) == read
