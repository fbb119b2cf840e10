from __future__ import annotations

import pytest
from tests.samples import claim

from segun.model import Quantity, Span
from segun.view import words


@pytest.mark.parametrize(
    ("factuality", "act", "shown"),
    [
        ("CT+", "assert", "certain"),
        ("CT-", "deny", "denied"),
        # A negated content that its source asserts is not denied by it.
        ("CT-", "assert", "certain, in the negative"),
        ("PS+", "assert", "possible"),
        ("Uu", "order", "uncommitted"),
    ],
)
def test_factuality_in_words(factuality, act, shown):
    assert words.factuality(claim("c", (), factuality=factuality, speech_act=act)) == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, "date unknown"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T09:05:00+02:00", "4 March 2031, 09:05 UTC+02:00"),
        ("2031-03", "2031-03"),
        ("last spring", "last spring"),
    ],
)
def test_date(published, shown):
    assert words.date(published) == shown


@pytest.mark.parametrize(
    ("wording", "quantity", "shown"),
    [
        ("unos 1.500 contenedores", Quantity(Span(0, 1), 1500, "contenedor", approximate=True), "≈ 1\u2009500"),
        ("95 barcos", Quantity(Span(0, 1), 95, "barco"), ""),
        ("between 40 and 60", Quantity(Span(0, 1), 40, "euro", 60), "= 40–60 euro"),
        ("varios", Quantity(Span(0, 1), None, None), ""),
    ],
)
def test_figure(wording, quantity, shown):
    assert words.figure(quantity, wording) == shown


def test_unsure_below_a_half():
    assert words.unsure(claim("c", (), confidence=0.49))
    assert not words.unsure(claim("c", (), confidence=0.5))


def test_language():
    assert words.language("es-MX") == "Spanish"
    assert words.language("tlh") == "tlh"
    assert words.language(None) == "language unknown"
