"""Near misses stay apart, the same in other words comes together: pairs of reports in a ledger of their own.

In a ledger of two short reports no word is rare, so it is here that what differs must be seen for itself.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from segun import analyze
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report

NEAR = [
    # another village
    (
        ("es", "Una furgoneta cayó el martes al río en Aldeanegra y murieron dos mujeres, informó Tráfico."),
        ("es", "Una furgoneta cayó el martes al río en Pozorrubio y murieron dos mujeres, informó la Guardia Civil."),
    ),
    (
        ("en", "A barn burned down on Monday in Elmsworth, the fire service said."),
        ("en", "A barn burned down on Monday in Corrigan, the fire service said."),
    ),
    (
        ("es", "Una avioneta se estrelló el domingo cerca de Valdeprado, informó Aviación Civil."),
        ("en", "A light aircraft crashed on Sunday near Montesclaros, Civil Aviation reported."),
    ),
    # another hospital
    (
        ("es", "Cuatro de los heridos fueron trasladados al hospital de Arbejal, según el alcalde."),
        ("es", "Cuatro de los heridos fueron trasladados al hospital de Miraflor, según la policía."),
    ),
    # another day
    (
        ("es", "Un tranvía descarriló el lunes en Santa Orosia sin causar heridos, dijo la empresa Metrovía."),
        ("es", "Un tranvía descarriló el jueves en Santa Orosia sin causar heridos, dijo la alcaldesa Nora Gil."),
    ),
    (
        ("en", "Gunmen robbed the savings bank in Elmsworth on Tuesday, police said."),
        ("en", "Gunmen robbed the savings bank in Elmsworth on Friday, witnesses told the mayor's office."),
    ),
    (
        ("es", "Un apagón sumió en la oscuridad Santa Orosia en la madrugada del lunes, según la eléctrica Lumen."),
        ("es", "Un apagón sumió en la oscuridad Santa Orosia en la madrugada del jueves, según la eléctrica Lumen."),
    ),
    # another unit
    (
        ("es", "La aduana decomisó 300 kilos de gasóleo en el muelle de Arbejal, dijo el fiscal Ciro Luna."),
        ("es", "La aduana decomisó 300 litros de gasóleo en el muelle de Arbejal, dijo la jueza Eva Rey."),
    ),
    (
        ("en", "The spill reached 40 kilometres of coast, the harbour master said."),
        ("en", "The spill covered 40 hectares of coast, the harbour master said."),
    ),
    # another number
    (
        (
            "es",
            "Nueve escolares resultaron intoxicados el martes en un comedor de Arbejal, según la Consejería de Salud.",
        ),
        (
            "es",
            "Catorce alumnos enfermaron el martes tras comer en un colegio de Arbejal, según la Consejería de Salud.",
        ),
    ),
    (
        ("en", "Nine miners were arrested at the Corrigan pit, the union said."),
        ("en", "Some 25 miners were arrested at the Corrigan pit, police said."),
    ),
    (
        ("es", "El incendio de Peña Lobera ha quemado 700 hectáreas, según el Gobierno regional."),
        ("es", "El alcalde elevó este jueves a 950 las hectáreas quemadas en el incendio de Peña Lobera."),
    ),
    # another substance
    (
        (
            "es",
            "Seis bañistas resultaron intoxicados el sábado por una fuga de cloro en Arbejal, según la policía.",
        ),
        (
            "es",
            "Seis bañistas resultaron intoxicados el sábado por una fuga de amoniaco en Arbejal, según el alcalde.",
        ),
    ),
    # denied
    (
        ("en", "The ferry capsized at 09:40 off Corrigan, the coast guard said."),
        ("en", "The ferry did not capsize, it was turned back by its captain off Corrigan at 09:40, the owner said."),
    ),
    (
        ("es", "Una tubería defectuosa causó la explosión, según los bomberos."),
        ("es", "La empresa Lumen niega que una tubería defectuosa causara la explosión."),
    ),
    # nothing in common
    (
        ("es", "La policía cerró la calle del mercado durante la tarde, según la concejala Nora Gil."),
        ("es", "El sindicato se reunirá por la tarde en la plaza de la estación, dijo su secretario, Ciro Luna."),
    ),
]
SAME = [
    (
        ("es", "Una furgoneta cayó el martes al río en Aldeanegra y murieron dos mujeres, informó Tráfico."),
        ("es", "Dos mujeres murieron el martes al caer su furgoneta al río en Aldeanegra, dijo el alcalde."),
    ),
    (
        ("es", "Una furgoneta cayó el martes al río en Aldeanegra y murieron dos mujeres, informó Tráfico."),
        ("en", "Two women died on Tuesday when their van fell into the river in Aldeanegra, the mayor said."),
    ),
    (
        ("en", "A barn burned down on Monday in Elmsworth, the fire service said."),
        ("en", "Fire destroyed a barn in Elmsworth on Monday, according to the council."),
    ),
    (
        ("es", "Un tranvía descarriló el lunes en Santa Orosia, dijo la empresa Metrovía."),
        ("es", "El lunes se salió de la vía un tranvía en Santa Orosia, que descarriló, dijo la alcaldesa Nora Gil."),
    ),
    (
        ("es", "Un tranvía descarriló el lunes en Santa Orosia, dijo la empresa Metrovía."),
        ("en", "A tram derailed on Monday in Santa Orosia, according to the mayor, Nora Gil."),
    ),
    (
        ("es", "La aduana decomisó 3.000 kilos de gasóleo en el muelle de Arbejal, dijo el fiscal Ciro Luna."),
        ("es", "En el muelle de Arbejal la aduana decomisó 3 toneladas de gasóleo, según la jueza Eva Rey."),
    ),
    (
        ("en", "Gunmen robbed the savings bank in Elmsworth on Tuesday, police said."),
        ("en", "The savings bank in Elmsworth was robbed by armed men on Tuesday, its manager said."),
    ),
    (
        (
            "es",
            "Nueve escolares resultaron intoxicados el martes en un comedor de Arbejal, según la Consejería de Salud.",
        ),
        ("es", "Nueve niños resultaron intoxicados el martes en un colegio de Arbejal, según el alcalde."),
    ),
    (
        ("en", "Around 300 people marched on Saturday in Corrigan against the quarry, police said."),
        ("en", "Some 310 people marched against the quarry in Corrigan on Saturday, the organisers said."),
    ),
    (
        ("es", "Unas 300 personas se manifestaron el sábado en Arbejal contra la cantera, según la policía."),
        ("en", "About 300 people demonstrated on Saturday in Arbejal against the quarry, police said."),
    ),
    (
        ("es", "El incendio de Peña Lobera ha quemado 700 hectáreas, según el Gobierno regional."),
        ("es", "Son 700 las hectáreas quemadas en el incendio de Peña Lobera, según los bomberos."),
    ),
    (
        (
            "es",
            "Seis bañistas resultaron intoxicados el sábado por una fuga de cloro en Arbejal, según la policía.",
        ),
        ("en", "Six bathers were poisoned on Saturday by a chlorine leak in Arbejal, the mayor said."),
    ),
    (
        ("en", "The ferry capsized at 09:40 off Corrigan, the coast guard said."),
        ("es", "El transbordador volcó a las 09.40 frente a Corrigan, según la guardia costera."),
    ),
    (
        ("es", "La empresa Lumen niega que una tubería defectuosa causara la explosión."),
        ("es", "Ninguna tubería defectuosa causó la explosión, según la empresa Lumen."),
    ),
    (
        ("es", "La policía cerró la calle del mercado durante la tarde, según la concejala Nora Gil."),
        ("es", "Durante la tarde estuvo cerrada por la policía la calle del mercado, según los vecinos."),
    ),
    (
        ("en", "Nine miners were arrested at the Corrigan pit, the union said."),
        ("en", "Police arrested nine miners at the pit in Corrigan, a lawyer said."),
    ),
]
PUBLISHED = ("2031-03-05T09:00:00Z", "2031-03-07T18:00:00Z")


@lru_cache
def told(key, language, text, outlet, published):
    """Return a report as matching sees it; several tests look at the same one."""
    return Told(key, analyze(Report(key, text, language=language, outlet=outlet, published=published)))


def traced(*texts):
    """Return the trace of some reports, each of another outlet, the second one published two days later."""
    outlets = ("Norvia Press", "Ribera Radio", "La Crónica")
    return trace(
        [
            told(f"r{at}", language, text, outlets[at], PUBLISHED[min(at, 1)])
            for at, (language, text) in enumerate(texts)
        ]
    )


def together(found):
    """Return the groups that both reports are in."""
    return [each for each in found.groups if len({member.statement.report for member in each.members}) > 1]


@pytest.mark.parametrize("pair", NEAR, ids=[pair[0][1][:40] for pair in NEAR])
def test_near_misses_are_no_one_claim_and_no_copies(pair):
    found = traced(*pair)
    assert not together(found), [member.statement.text for each in together(found) for member in each.members]
    assert not found.derivations


@pytest.mark.parametrize("pair", SAME, ids=[f"{pair[0][1][:30]} {pair[1][0]}" for pair in SAME])
def test_the_same_in_other_words_is_one_claim(pair):
    assert together(traced(*pair))


def test_named_sources_of_reports_written_alike_are_origins_of_their_own():
    found = traced(
        ("es", "Unas 300 personas se manifestaron el sábado en Arbejal contra la cantera, según la Policía Local."),
        (
            "es",
            "Unas 310 personas se manifestaron el sábado en Arbejal contra la cantera, según la concejala Nora Gil.",
        ),
        (
            "es",
            "Unas 305 personas se manifestaron el sábado en Arbejal contra la cantera, según la Sierra Viva.",
        ),
    )
    assert not found.derivations
    assert [each.independent_origins for each in together(found)] == [3]


def test_a_later_time_of_the_same_source_revises():
    found = traced(
        ("es", "El tranvía descarriló a las 14.20 cerca de Pozorrubio, dijo la compañía Metrovía."),
        ("es", "El tranvía descarriló a las 13.30 cerca de Pozorrubio, rectificó la compañía Metrovía."),
    )
    assert [(each.kind, each.what) for each in found.links] == [("revises", "time")]
