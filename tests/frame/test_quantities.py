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
    ("es", "Llegaron ciento veinte mil soldados.", "ciento veinte mil soldados", 120000, "soldados", None, False),
    ("es", "Costó dos millones y medio de euros.", "dos millones y medio de euros", 2.5e6, "euros", None, False),
    ("es", "Costó medio millón de euros.", "medio millón de euros", 5e5, "euros", None, False),
    ("es", "Costó 3,5 millones de euros.", "3,5 millones de euros", 3.5e6, "euros", None, False),
    (
        "es",
        "Murieron doscientas treinta y una personas.",
        "doscientas treinta y una personas",
        231,
        "personas",
        None,
        False,
    ),
    ("en", "Two hundred and five boats arrived.", "Two hundred and five boats", 205, "boats", None, False),
    ("en", "The dam cost two and a half million euros.", "two and a half million euros", 2.5e6, "euros", None, False),
    ("en", "The dam cost 1.2 million euros.", "1.2 million euros", 1.2e6, "euros", None, False),
    ("en", "Nearly half a million people left.", "Nearly half a million people", 5e5, "people", None, True),
    ("en", "The mine lost €3bn.", "€3bn", 3e9, "€", None, False),
    ("en", "The mine lost US$3m.", "US$3m", 3e6, "US$", None, False),
    ("es", "La mina perdió US$ 3.000.", "US$ 3.000", 3000, "US$", None, False),
    ("es", "La mina perdió 12€.", "12€", 12, "€", None, False),
    ("es", "El paro bajó un 12,5 %.", "12,5 %", 12.5, "%", None, False),
    ("en", "Unemployment fell by 12.5 %.", "12.5 %", 12.5, "%", None, False),
    ("es", "Hubo 40–60 heridos.", "40–60 heridos", 40, "heridos", 60, False),
    ("es", "Hubo 40 a 60 heridos.", "40 a 60 heridos", 40, "heridos", 60, False),
    ("en", "There were 40 to 60 casualties.", "40 to 60 casualties", 40, "casualties", 60, False),
    ("es", "Costó entre 2 y 3 millones de euros.", "entre 2 y 3 millones de euros", 2e6, "euros", 3e6, False),
    ("en", "It cost between $2 million and $3 million.", "between $2 million and $3 million", 2e6, "$", 3e6, False),
    ("en", "It cost $3-5 million.", "$3-5 million", 3e6, "$", 5e6, False),
    ("es", "Subió entre un 3% y un 5%.", "entre un 3% y un 5%", 3, "%", 5, False),
    ("es", "El lago mide 30km.", "30km", 30, "km", None, False),
    ("es", "El lago mide 5 kilómetros cuadrados.", "5 kilómetros cuadrados", 5, "kilómetros cuadrados", None, False),
    ("en", "The lake covers 5 square miles.", "5 square miles", 5, "square miles", None, False),
    ("en", "They took a 10-mile walk.", "10-mile", 10, "mile", None, False),
    ("es", "Hubo -5 °C en el dique.", "-5 °C", -5, "°C", None, False),
    ("es", "Emplea a 50 o más trabajadores.", "50 o más trabajadores", 50, "trabajadores", None, True),
    ("es", "Murieron ocho (8) personas.", "ocho (8) personas", 8, "personas", None, False),
    ("es", "Llegaron los 95 nuevos batallones.", "95 nuevos batallones", 95, "batallones", None, False),
    ("es", "En Salinares 40 soldados cruzaron el río.", "40 soldados", 40, "soldados", None, False),
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
    ("es", "El F-16 y el G7 siguieron la Ruta 40."),
    ("en", "The F-16 and the G7 took Route 40."),
    ("es", "El vuelo 302 aterrizó el 18 jun en Brea."),
    ("en", "The Aug. 7 storm closed the bridge."),
    ("es", "La obra duró tres años y dos meses."),
    ("en", "The work took three years and two months."),
    ("es", "María Soto, 35, cruzó el puente."),
    ("en", "A 35-year-old man crossed the bridge."),
    ("es", "La tormenta llegó a las 8 de la tarde."),
    ("en", "The storm came at 8 p.m."),
    ("es", "Fue la 2ª tormenta y el 3º aviso."),
    ("en", "It was the 3rd storm and the 21st warning."),
    ("es", "Brea ganó 2-1 y perdió 0-3."),
    ("en", "Two thirds agreed."),
    ("es", "Los artículos 51 y 52 no lo permiten."),
    ("es", "El puente cerró el 5 y 6 de mayo."),
    ("en", "The 2019 elections were late."),
    ("es", "El aviso es del 11-09-2020 y el teléfono, el 555-12-34."),
    ("es", "1. Cerrar el puente."),
]

BARE = str.maketrans("áéíóúüÁÉÍÓÚ", "aeiouuAEIOU")


@pytest.mark.parametrize(("language", "text", "words", "value", "unit", "upper", "approximate"), QUANTITIES)
def test_quantities(language, text, words, value, unit, upper, approximate):
    (found,) = segun.analyze(text, language=language).quantities
    assert (found.span.of(text), found.value, found.unit, found.value_max, found.approximate) == (
        words,
        value,
        unit,
        upper,
        approximate,
    )


@pytest.mark.parametrize("row", [row for row in QUANTITIES if row[0] == "es"], ids=lambda row: row[1])
def test_quantities_need_no_accents(row):
    language, text, words, value, *_ = row
    bare = text.translate(BARE)
    (found,) = segun.analyze(bare, language=language).quantities
    assert (found.span.of(bare), found.value) == (words.translate(BARE), value)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_dates_and_numbers_that_name_are_no_quantities(language, text):
    assert segun.analyze(text, language=language).quantities == ()


def test_a_quantity_is_tied_to_the_claims_that_hold_it():
    text = "KANA informó que el general dijo que murieron 40 soldados. Llegaron 12 barcos."
    analysis = segun.analyze(text, language="es", carry_on="none")
    soldiers, boats = analysis.quantities
    by_id = {claim.id: claim for claim in analysis.claims}
    assert {len(by_id[id].relays) for id in soldiers.claims} == {1, 2}
    assert {len(by_id[id].relays) for id in boats.claims} == {0}
