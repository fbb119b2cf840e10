"""Bodies and people that reports call by other words: a field, a department, an office, a full name."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.voices import Voices
from segun.match.who import who
from segun.model import Report


def said_of(text, language):
    return statements(Told("r1", analyze(Report("r1", text, language=language, outlet="Diario de Olmar"))))


@pytest.mark.parametrize(
    ("name", "language", "office"),
    [
        ("Hacienda", "es", "ministry_of_finance"),
        ("la portavoz de Exteriores", "es", "foreign_ministry"),
        ("la cartera de Vivienda", "es", "ministry_of_housing"),
        ("the Housing Department", "en", "ministry_of_housing"),
        ("the defence secretary", "en", "ministry_of_defence"),
        ("el alto mando", "es", "general_staff"),
        ("the deputy attorney general", "en", "prosecutor"),
        ("the river authority", "en", "river_authority"),
        ("la Confederación Hidrográfica del Olmar", "es", "river_authority"),
    ],
)
def test_an_office_is_known_by_its_field_and_its_other_names(name, language, office):
    assert office in who(name, language).offices


def test_a_field_within_a_longer_name_is_no_ministry():
    assert "ministry_of_justice" not in who("el club Justicia Olmareña", "es").offices


def test_a_full_name_is_one_person_whatever_else_it_is_called():
    names = [("el coronel Aurelio Castromil", "es", None), ("Aurelio Castromil, portavoz de Defensa", "es", None)]
    sources = Sources(names)
    assert len({sources.of(name, language) for name, language, _ in names}) == 1


def test_a_body_s_general_name_is_not_whoever_heads_it():
    body = "Comisión Electoral Municipal de Olmar"
    names = [(body, "es", None), ("la presidenta de la Comisión, Berta Luaces", "es", None)]
    assert Sources(names).of("the commission", "en") == body


def test_the_department_is_no_hospital():
    text = (
        "El Ministerio de Salud de Orvane dijo que hay nueve enfermos. "
        "El Hospital de Lindemar afirmó que ha atendido a veinte. "
        "El departamento sostuvo que los enfermos son nueve."
    )
    *_, last = said_of(text, "es")
    voices = Voices(said_of(text, "es"))
    assert "ministry_of_health" in who(voices.speaks_for(last, last.sources[-1]), "es").offices


def test_an_office_is_not_somebody_who_is_never_called_so():
    text = (
        "Berta Luaces, antigua tesorera, acusó al club de Olmar. "
        "La alcaldesa aseguró que el club pagará en marzo, recordó ayer Berta Luaces."
    )
    offices = [who(name, "es").offices for each in said_of(text, "es") for name in each.sources if name]
    assert all(not each or each == {"mayor"} for each in offices)


def test_the_seats_of_a_state_are_one_source_and_other_towns_are_not():
    said = said_of(
        "Moscú aseguró que el puente resiste. El Kremlin dijo que no habrá tregua. "
        "Sevilla anunció que abrirá el teatro en mayo. Toledo dijo que las obras del puente terminan en junio.",
        "es",
    )
    named = {each.whos()[0][0]: who(*each.whos()[0]) for each in said}
    assert named["Moscú"].same(named["El Kremlin"])
    assert not named["Sevilla"].same(named["Toledo"])
    assert not named["Moscú"].same(named["Sevilla"])
