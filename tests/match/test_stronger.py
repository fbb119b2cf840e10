"""What grew along an edge: who spoke without a name has one, and what may be is."""

from __future__ import annotations

import pytest
from tests.match.telling_reports import several, told

from segun.match.losses import losses
from segun.match.statements import statements
from segun.match.tracing import trace
from segun.match.voices import Voices


def kinds(before, after, languages=("es", "es")):
    """Return the kinds of loss between two reports of one statement."""
    one = statements(told("r1", "Onda Almorchón", before, language=languages[0]))[0]
    other = statements(told("r2", "La Gaceta del Tajo", after, language=languages[1]))[0]
    return [loss.kind for loss in losses([(one, other)], Voices([one, other]))]


OVEN = "el horno llevaba dos días apagado"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Un operario", "Bruno Cela, operario de la fábrica", ["named"]),
        ("Un operario de Vidrios Cierzo", "El operario Bruno Cela", ["named"]),
        ("Fuentes del Ministerio de Industria", "La ministra de Industria, Nuria Salvat", ["named"]),
        ("Un funcionario", "La ministra", ["named"]),
        ("Varios vecinos", "El alcalde, Bruno Cela", ["named"]),
        ("El portavoz de la fábrica", "El portavoz de la fábrica, Bruno Cela", []),
        ("La directora", "La directora, Nuria Salvat", []),
        ("Un operario", "Otro operario", []),
        ("Un operario", "El operario", []),
        ("Un operario", "El Ministerio de Industria", []),
        ("Un operario", "Onda Almorchón", []),
        ("Un operario, Bruno Cela,", "Bruno Cela", []),
    ],
)
def test_somebody_unnamed_became_somebody_named(before, after, expected):
    assert kinds(f"{before} dijo que {OVEN}.", f"{after} dijo que {OVEN}.") == expected


def test_whom_the_parent_names_elsewhere_was_not_made_up():
    before = f"Un operario dijo que {OVEN}. Bruno Cela trabaja allí desde 2019."
    assert kinds(before, f"Bruno Cela, operario de la fábrica, dijo que {OVEN}.") == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Officials said the furnace had been off for two days.",
            "Bruno Cela said the furnace had been off for two days.",
            ["named"],
        ),
        ("The furnace will close in June, the mayor said.", "The furnace is to close in June, the mayor said.", []),
        ("The mayor said the furnace would close in June.", "The furnace will close in June, the mayor said.", []),
        (
            "The furnace may close in June, the mayor said.",
            "The furnace will close in June, the mayor said.",
            ["strengthened"],
        ),
        (
            "The furnace will probably close in June, the mayor said.",
            "The furnace will close in June, the mayor said.",
            ["strengthened"],
        ),
        ("The furnace may close in June, the mayor said.", "The furnace could close in June, the mayor said.", []),
        (
            "The furnace may close in June, a worker said.",
            "The furnace will close in June, Bruno Cela said.",
            ["strengthened", "named"],
        ),
    ],
)
def test_what_may_be_became_what_is_or_will_be(before, after, expected):
    assert kinds(before, after, ("en", "en")) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("El horno grande podría romperse pronto", "El horno grande se romperá pronto", ["strengthened"]),
        ("El horno podría cerrar en junio", "El horno cerrará en junio", ["strengthened"]),
        ("El horno se habría roto el lunes", "El horno se rompió el lunes", ["strengthened"]),
        ("El horno cerrará en junio", "El horno va a cerrar en junio", []),
        ("El horno grande se romperá pronto", "El horno grande podría romperse pronto", []),
    ],
)
def test_so_it_did_in_spanish(before, after, expected):
    assert kinds(f"{before}, dijo la ingeniera Nuria Salvat.", f"{after}, dijo la ingeniera Nuria Salvat.") == expected


REST = (
    "El ayuntamiento de Almorchón aplazó al jueves el pleno sobre la fábrica de vidrio, según la concejala Ada Linde."
)


def test_a_name_that_a_copy_adds_is_no_second_origin():
    first = told(
        "r1",
        "Onda Almorchón",
        f"Un operario aseguró que el horno de la fábrica de vidrio llevaba dos días apagado.\n\n{REST}",
    )
    second = told(
        "r2",
        "La Gaceta del Tajo",
        f"Bruno Cela, operario, aseguró que el horno de la fábrica de vidrio llevaba dos días apagado.\n\n{REST}",
        published="2031-03-02",
    )
    found = trace([first, second], encoder=False)
    (group,) = [each for each in several(found) if "horno" in each.members[0].statement.text]
    assert [origin.source for origin in group.origins] == ["un operario, to Onda Almorchón"]
    (derivation,) = found.derivations
    assert (derivation.how, derivation.laundered) == ("edit", True)
    assert [loss.kind for loss in derivation.losses] == ["named"]
