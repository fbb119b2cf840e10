"""The same words, quoted by several: one document, whatever each calls it, and no derivation."""

from __future__ import annotations

from tests.match.telling_reports import several, told

from segun.match.tracing import trace

WORDS = "“Vidrios Cierzo lamenta el apagón del horno y pagará a cada familia los jornales de todo el mes de marzo”"
REPORTS = (
    ("Onda Almorchón", f"El horno se apagó el lunes, vio esta emisora.\n\n{WORDS}, dice el comunicado de la empresa."),
    (
        "La Gaceta del Tajo",
        f"El pleno se aplazó, según los bomberos.\n\nEl comunicado de Vidrios Cierzo dice: {WORDS}.",
    ),
    ("El Cierzo", f"La cosecha cayó a la mitad, según la lonja.\n\n{WORDS}, señala Vidrios Cierzo en un comunicado."),
)


def test_a_statement_that_several_quote_is_one_origin():
    found = trace(
        [told(f"r{at}", outlet, text, published=f"2031-03-0{at}") for at, (outlet, text) in enumerate(REPORTS, 1)],
        encoder=False,
    )
    groups = [group for group in several(found) if "jornales" in group.members[0].statement.text]
    assert groups
    for group in groups:
        assert [len(origin.reports) for origin in group.origins] == [3]
        assert "Vidrios Cierzo" in group.origins[0].source
    assert found.derivations == ()
