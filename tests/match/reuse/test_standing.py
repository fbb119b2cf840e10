"""An outlet's standing lines: no claim, and no evidence that a report comes from another."""

from __future__ import annotations

import pytest
from tests.match.telling_reports import told

from segun.match.reuse.standing import standing
from segun.match.tracing import trace

LETTER = "Suscríbete al boletín de Onda Almorchón y recibe las noticias de la comarca cada mañana."
HOUSE = "Onda Almorchón es una emisora de la fundación Vidrio Vivo y no acepta publicidad de partidos."
NEWS = (
    "El horno de la fábrica se apagó el lunes, según el alcalde, Bruno Cela.",
    "La cosecha de cereza cayó a la mitad por el granizo, dijo la cooperativa.",
    "El coro de Almorchón cantará en la catedral, informó su directora, Ada Linde.",
)


def reports(*lines, outlet="Onda Almorchón"):
    """Return a report for each line, on matters of their own."""
    return [
        told(f"r{at}", outlet, f"{NEWS[at]}\n\n{line}", published=f"2031-03-0{at + 1}") for at, line in enumerate(lines)
    ]


def words(found, reports):
    texts = {each.key: each.text for each in reports}
    return {span.of(texts[key]) for key, spans in found.items() for span in spans}


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        (LETTER, True),
        ("Foto: Ada Linde / Onda Almorchón", True),
        ("Fotos no hay, porque en la puerta quitan el teléfono.", False),
        ("La fábrica volverá a abrir cuando lleguen los recambios.", False),
    ],
)
def test_one_is_told_by_how_it_begins(line, stands):
    given = reports(line)
    assert words(standing(given), given) == ({line} if stands else set())


def test_one_is_told_by_its_coming_back_where_nothing_else_does():
    given = reports(HOUSE, HOUSE)
    assert words(standing(given), given) == {HOUSE}
    plain = "Una emisora de la fundación Vidrio Vivo, sin publicidad de partidos."
    assert words(standing(reports(plain, plain)), given) == set()
    given = reports(plain, plain, plain)
    assert words(standing(given), given) == {plain}


def test_what_gives_a_figure_or_a_source_or_comes_with_more_is_told_again():
    background = "El horno de Onda Almorchón se apagó en 2029 durante 40 días."
    assert not any(standing(reports(background, background, background)).values())
    said = "El horno es seguro para la emisora, según el alcalde, Bruno Cela."
    assert not any(standing(reports(said, said, said)).values())
    both = f"{HOUSE}\nLa torre de la emisora se pintará de blanco este verano."
    assert not any(standing(reports(both, both)).values())


@pytest.mark.parametrize("line", [LETTER, HOUSE])
def test_it_is_no_claim_and_no_derivation(line):
    found = trace(reports(line, line), encoder=False)
    assert not any(line[:20] in member.statement.text for group in found.groups for member in group.members)
    assert found.derivations == ()
