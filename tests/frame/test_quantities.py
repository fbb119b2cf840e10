"""Numbers, what they count, and how nearly."""

from __future__ import annotations

import pytest

import segun

QUANTITIES = [
    ("es", "Llegaron 95 batallones al valle.", "95 batallones", 95, "batallones", None, False),
    ("en", "The army sent 95 battalions to the valley.", "95 battalions", 95, "battalions", None, False),
    ("es", "Llegaron unos 1.500 soldados al valle.", "unos 1.500 soldados", 1500, "soldados", None, True),
    ("en", "About 1,500 soldiers reached the valley.", "About 1,500 soldiers", 1500, "soldiers", None, True),
    ("es", "Murieron entre 40 y 60 personas.", "entre 40 y 60 personas", 40, "personas", 60, False),
    ("en", "Between 40 and 60 people died.", "Between 40 and 60 people", 40, "people", 60, False),
    ("es", "Murieron más de 300 vecinos.", "más de 300 vecinos", 300, "vecinos", None, True),
    ("en", "More than 300 villagers died.", "More than 300 villagers", 300, "villagers", None, True),
    ("es", "Al menos doce pescadores siguen en el mar.", "Al menos doce pescadores", 12, "pescadores", None, True),
    ("en", "At least twelve fishermen are still at sea.", "At least twelve fishermen", 12, "fishermen", None, True),
    ("es", "Cerca de 3 millones de euros se perdieron.", "Cerca de 3 millones de euros", 3e6, "euros", None, True),
    ("en", "Nearly 3 million dollars were lost.", "Nearly 3 million dollars", 3e6, "dollars", None, True),
    ("es", "El dique mide 2,5 metros.", "2,5 metros", 2.5, "metros", None, False),
    ("en", "The dike is 2.5 metres high.", "2.5 metres", 2.5, "metres", None, False),
    ("es", "El paro bajó al 12 por ciento.", "12 por ciento", 12, "por ciento", None, False),
    ("es", "El paro bajó al 12,5%.", "12,5%", 12.5, "%", None, False),
    ("en", "Unemployment fell to 12.5%.", "12.5%", 12.5, "%", None, False),
    ("en", "Unemployment fell to 12 percent.", "12 percent", 12, "percent", None, False),
    ("en", "The boat cost $3 million.", "$3 million", 3e6, "$", None, False),
    ("en", "The boat cost $1,200.", "$1,200", 1200, "$", None, False),
    ("es", "Dos niños cayeron al río.", "Dos niños", 2, "niños", None, False),
    ("en", "Two children fell into the river.", "Two children", 2, "children", None, False),
    ("es", "El buque llevaba 30.000 toneladas de trigo.", "30.000 toneladas", 30000, "toneladas", None, False),
    ("en", "The ship carried 30,000 tonnes of wheat.", "30,000 tonnes", 30000, "tonnes", None, False),
    ("es", "Llegaron treinta y cinco barcos.", "treinta y cinco barcos", 35, "barcos", None, False),
    ("en", "Thirty-five boats arrived.", "Thirty-five boats", 35, "boats", None, False),
    ("es", "Llegaron dos mil soldados.", "dos mil soldados", 2000, "soldados", None, False),
    ("en", "Two thousand soldiers arrived.", "Two thousand soldiers", 2000, "soldiers", None, False),
    ("es", "Murieron hasta 50 soldados.", "hasta 50 soldados", 50, "soldados", None, True),
    ("en", "Up to 50 soldiers died.", "Up to 50 soldiers", 50, "soldiers", None, True),
    ("es", "Hubo 40-60 heridos.", "40-60 heridos", 40, "heridos", 60, False),
    ("en", "There were 40-60 casualties.", "40-60 casualties", 40, "casualties", 60, False),
]

NONE = [
    ("es", "El puente cerró el 5 de mayo de 2019."),
    ("en", "The bridge closed on 5 May 2019."),
    ("es", "El artículo 51 no lo permite."),
    ("en", "Article 51 does not allow it."),
    ("es", "El puente se cerró a las 20:30."),
    ("en", "The bridge was closed at 20:30."),
    ("es", "En 2019 cerró el puente."),
    ("en", "In 2019 the bridge closed."),
    ("es", "Un hombre cruzó el puente."),
    ("en", "A man crossed the bridge."),
]

FAILS: dict[str, str] = {
    "El paro bajó al 12,5%.": "a sign in the same token as the number is lost",
    "The boat cost $3 million.": "a sign in the same token as the number is lost",
    "The boat cost $1,200.": "a sign in the same token as the number is lost",
    "Llegaron treinta y cinco barcos.": "compound numeral is taken for a range",
    "Thirty-five boats arrived.": "compound numeral is taken for a range",
    "Hubo 40-60 heridos.": "range with a hyphen in one token is not found",
}
"""The texts on which the program is still wrong, each with the class of the error."""


def marked(rows):
    return [
        pytest.param(*row, marks=[pytest.mark.xfail(strict=True, reason=FAILS[row[1]])] if row[1] in FAILS else [])
        for row in rows
    ]


@pytest.mark.parametrize(("language", "text", "words", "value", "unit", "upper", "approximate"), marked(QUANTITIES))
def test_quantities(language, text, words, value, unit, upper, approximate):
    (found,) = segun.analyze(text, language=language).quantities
    assert (found.span.of(text), found.value, found.unit, found.value_max, found.approximate) == (
        words,
        value,
        unit,
        upper,
        approximate,
    )


@pytest.mark.parametrize(("language", "text"), marked(NONE))
def test_dates_and_numbers_that_name_are_no_quantities(language, text):
    assert segun.analyze(text, language=language).quantities == ()


def test_a_quantity_is_tied_to_the_claims_that_hold_it():
    text = "KANA informó que el general dijo que murieron 40 soldados. Llegaron 12 barcos."
    analysis = segun.analyze(text, language="es", carry_on="none")
    soldiers, boats = analysis.quantities
    by_id = {claim.id: claim for claim in analysis.claims}
    assert {len(by_id[id].relays) for id in soldiers.claims} == {1, 2}
    assert {len(by_id[id].relays) for id in boats.claims} == {0}
