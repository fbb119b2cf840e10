"""One origin is called by one name over all reports of a matter, and by none of another matter's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.match.telling_reports import told

from segun.match.calling import Names, small
from segun.match.records import Origin
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.telling import sentence, whom
from segun.tongue import speaking
from segun.view.reasons import reason

ES = "El puente de Orvane cedió a las tres, dijo {}."
EN = "The Orvane bridge gave way at three, said {}."


def names_of(*reports, matters=None):
    """The names of the sources of some reports, and of each report the identity of whom it cites."""
    said = {each.key: statements(each) for each in reports}
    sources = Sources([given for each in said.values() for one in each for given in one.whos()])
    identity = {
        key: next(sources.of(name, language) for one in each for name, language, _ in one.whos())
        for key, each in said.items()
    }
    return Names(said, sources, matters or [set(said)]), identity


def test_the_fullest_name_in_the_language_of_most_is_taken_everywhere():
    names, identity = names_of(
        told("r1", "El Faro", ES.format("la alcaldesa")),
        told("r2", "La Boya", ES.format("la alcaldesa Irene Osk")),
        told("r3", "Quay Post", EN.format("the mayor of Orvane, Irene Osk"), language="en"),
        told("r4", "Radio Mar", ES.format("la alcaldesa de Orvane, Irene Osk")),
    )
    assert len(set(identity.values())) == 1
    assert {names.of(each, [key]) for key, each in identity.items()} == {"la alcaldesa de Orvane, Irene Osk"}


def test_a_bare_office_is_not_called_by_a_name_of_another_matter():
    reports = (
        told("r1", "El Faro", ES.format("la alcaldesa")),
        told("r2", "La Boya", "El incendio de Sarela arrasó el molino, dijo la alcaldesa Irene Osk."),
    )
    names, identity = names_of(*reports, matters=[{"r1"}, {"r2"}])
    assert identity["r1"] == identity["r2"]
    assert names.of(identity["r1"], ["r1"]) == "la alcaldesa"
    assert names.of(identity["r2"], ["r2"]) == "la alcaldesa Irene Osk"
    names, identity = names_of(*reports)
    assert names.of(identity["r1"], ["r1"]) == "la alcaldesa Irene Osk"


@pytest.mark.parametrize(
    ("owner", "called", "english", "spanish"),
    [
        (
            None,
            "una vecina, to El Faro",
            "una vecina, according to El Faro",
            "una vecina, según El Faro",
        ),
        (
            "Grupo Marea",
            "una vecina, to outlets of Grupo Marea",
            "una vecina, according to outlets of Grupo Marea",
            "una vecina, según medios de Grupo Marea",
        ),
    ],
)
def test_whom_one_outlet_has_spoken_to_is_told_with_the_outlet_or_its_owner(owner, called, english, spanish):
    names, _ = names_of(replace(told("r1", "El Faro", ES.format("una vecina")), owner=owner))
    assert names.of(f"Una vecina, to {owner or 'El Faro'}", ["r1"]) == called
    assert whom(called) == english
    with speaking("es"):
        assert whom(called) == spanish
        assert reason(f"a later figure of {called}") == f"una cifra posterior de {spanish}"
    assert reason(f"a later figure of {called}") == f"a later figure of {english}"


@pytest.mark.parametrize(
    ("name", "language", "within"),
    [
        ("El Ministerio de Puertos", "es", "el Ministerio de Puertos"),
        ("La alcaldesa, Irene Osk", "es", "la alcaldesa, Irene Osk"),
        ("Dos vecinas del muelle", "es", "dos vecinas del muelle"),
        ("The operator, Hidromar", "en", "the operator, Hidromar"),
        ("A docker at Lindemar", "en", "a docker at Lindemar"),
        ("La Rioja", "es", "La Rioja"),
        ("El Faro", "es", "El Faro"),
        ("The Quay Post", "en", "The Quay Post"),
        ("Irene Osk", "es", "Irene Osk"),
        ("El", "es", "El"),
        ("A docker", "xx", "A docker"),
    ],
)
def test_a_name_within_a_sentence(name, language, within):
    assert small(name, language) == within


@pytest.mark.parametrize(
    ("outlet", "language", "called"),
    [
        ("Capitanía Marítima de Orvane, comunicación", "es", "Capitanía Marítima de Orvane"),
        ("Capitanía Marítima de Orvane, oficina de prensa", "es", "Capitanía Marítima de Orvane"),
        ("Orvane Harbour Authority, press service", "en", "Orvane Harbour Authority"),
        ("Capitanía Marítima, Orvane", "es", "Capitanía Marítima, Orvane"),
        ("Minera Orvane S.A. (statement to the exchange)", "en", "Minera Orvane S.A."),
        ("Port Authority of Orvane (PAO)", "en", "Port Authority of Orvane (PAO)"),
    ],
)
def test_a_press_office_is_no_part_of_the_name(outlet, language, called):
    report = told(
        "r1",
        outlet,
        "The pier of Orvane is shut." if language == "en" else "El muelle de Orvane cerró.",
        language=language,
    )
    names = Names({"r1": statements(report)}, Sources([(outlet, language, None)]), [])
    assert names.of(outlet, ["r1"]) == called


def test_a_name_reads_well_in_either_language():
    known = [Origin("el alcalde de Orvane", ("a", "b"), "2031-03-04"), Origin("Irene Osk", ("c",), None)]
    with speaking("es"):
        found = sentence(3, known, ())
        assert found.startswith("Tres noticias recogen esto; todas menos una se remontan al alcalde de Orvane")
        assert sentence(3, [Origin("El Faro", ("a", "b", "c"))], ()).count("se remontan a El Faro") == 1
        unsure = sentence(3, known, (), (("el alcalde de Orvane", "Irene Osk"),))
        assert "e Irene Osk" in sentence(4, [*known, Origin("La Boya", ("d",))], (), (("La Boya", "Irene Osk"),))
        assert "al alcalde" in unsure
        assert reason("a later time of el alcalde de Orvane") == "una hora posterior del alcalde de Orvane"
    assert "go back to el alcalde de Orvane" in sentence(3, known, ())
