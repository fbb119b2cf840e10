from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.outlets.names import acronyms, bracketed, key


@pytest.mark.parametrize(
    "names",
    [
        ("Agencia EFE", "EFE", "la agencia Efe", "E.F.E."),
        ("El País", "el pais", "EL PAIS", "diario El País"),
        ("The Associated Press", "Associated Press", "the associated press's"),
        ("Agencia del Estuario (ANE)", "la Agencia del Estuario", "agencia del Estuario"),
        ("ТАСС", "tass"),
    ],
)
def test_spellings_of_one_name_share_a_key(names):
    assert len({key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("Irene Ferreiro", "Irene Ferreira"), ("La Voz", "La Luz"), ("RT", "RTVE")])
def test_other_names_have_other_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["El", "la agencia", "!!!", " ", "The"])
def test_a_name_of_nothing_else_keeps_something(name):
    assert key(name) or not name.strip()


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name):
    once = key(name)
    assert key(once) == key(key(once))


def test_acronyms_and_brackets():
    assert "KBNA" in acronyms("Kallin Bay News Agency")
    assert "ANE" in acronyms("Agencia de Noticias del Estuario")
    assert bracketed("Agencia de Noticias del Estuario (ANE)") == "ANE"
    assert bracketed("Estuario") is None
