"""Outlets that credit each other for a claim: a circle, from which nobody can tell where it comes."""

from __future__ import annotations

import pytest
from tests.match.telling_reports import several, told

from segun.match.tracing import trace

PLANT = "La fábrica de vidrio de Almorchón cerrará en otoño"


def credited(key, outlet, other, day, text=PLANT):
    return told(key, outlet, f"{text}, según informó {other}.", published=f"2031-09-{day:02}")


def test_two_that_credit_each_other_are_no_origin():
    found = trace(
        [
            credited("r1", "La Gaceta del Tajo", "Onda Almorchón", 2),
            credited("r2", "Onda Almorchón", "La Gaceta del Tajo", 3),
        ]
    )
    (group,) = several(found)
    assert (group.independent_origins, group.origins) == (0, ())
    assert group.circular == group.origin_unknown == ("r1", "r2")
    assert "cite each other in a circle" in group.sentence
    assert [(each.report, each.parent, each.circular) for each in found.derivations] == [("r2", "r1", True)]


def test_so_are_two_in_english_whoever_came_first():
    first = told(
        "r1",
        "Fenland Wire",
        "The Almorchon glass works will close in autumn, the Heron Post reported.",
        language="en",
        published="2031-09-02",
    )
    second = told(
        "r2",
        "Heron Post",
        "The Almorchon glass works is to close in autumn, according to Fenland Wire.",
        language="en",
        published="2031-09-03",
    )
    (group,) = several(trace([first, second]))
    assert (group.independent_origins, group.circular) == (0, ("r1", "r2"))


@pytest.mark.parametrize("order", [(2, 3, 4), (4, 3, 2), (3, 2, 4)])
def test_a_longer_circle_is_one_in_whatever_order_its_reports_came(order):
    outlets = ("La Gaceta del Tajo", "Onda Almorchón", "El Cierzo")
    reports = [credited(f"r{at}", outlets[at], outlets[(at + 1) % 3], day) for at, day in enumerate(order)]
    found = trace(reports)
    (group,) = several(found)
    assert (group.independent_origins, group.circular) == (0, ("r0", "r1", "r2"))
    assert any(each.circular for each in found.derivations)


def test_whoever_credits_one_of_a_circle_has_no_origin_either():
    reports = [
        credited("r1", "La Gaceta del Tajo", "Onda Almorchón", 2),
        credited("r2", "Onda Almorchón", "La Gaceta del Tajo", 3),
        credited("r0", "El Cierzo", "Onda Almorchón", 1),
    ]
    (group,) = several(trace(reports))
    assert (group.independent_origins, group.origin_unknown, group.circular) == (0, ("r0", "r1", "r2"), ("r1", "r2"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            f"{PLANT}, dijo a Onda Almorchón la alcaldesa, Nuria Salvat.",
            f"{PLANT}, dijo a La Gaceta del Tajo la alcaldesa, Nuria Salvat.",
        ),
        (
            f"{PLANT}, según informó Onda Almorchón.",
            f"{PLANT}, según el plan de cierre al que ha tenido acceso Onda Almorchón.",
        ),
        (f"{PLANT}, según informó Onda Almorchón.", f"{PLANT}, informó la alcaldesa, Nuria Salvat."),
    ],
    ids=["each names who said it", "the one has found it out", "the one names who said it"],
)
def test_no_circle_where_somebody_tells_where_it_comes_from(first, second):
    reports = [
        told("r1", "La Gaceta del Tajo", first, published="2031-09-02"),
        told("r2", "Onda Almorchón", second, published="2031-09-03"),
    ]
    (group,) = several(trace(reports))
    assert group.independent_origins >= 1
    assert group.circular == ()
