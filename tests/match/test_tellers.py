"""Whom a report means that names a source by less than its name, or only mentions it."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.tellers import Teller, mentioned, of_kind
from segun.match.told import Told
from segun.match.tracing import trace
from segun.match.voices import Voices
from segun.model import Report


def told(key, text, *, outlet="Harbour Post", language="en"):
    report = Report(key, text, language=language, outlet=outlet, published=f"2031-03-0{key[-1]}")
    return Told(key, analyze(report))


def origins(*reports, holding):
    """The origins of the group that has a statement with some words."""
    (group,) = [
        group
        for group in trace(reports, encoder=False).groups
        if group.carrying > 1 and any(holding in member.statement.text for member in group.members)
    ]
    return {origin.source for origin in group.origins}


def test_an_office_that_a_statement_opens_with_counts_and_not_the_agency_before_it():
    text = "Gull Watch, a group, measured two miles. The ministry puts the wreck six miles from the shore."
    first = told("r1", "The Ministry of Transport said the wreck lies six miles from the shore.")
    second = told("r2", text, outlet="Coast Wire")
    said = [*statements(first), *statements(second)]
    (six,) = [each for each in said if each.report == "r2" and "six" in each.text]
    assert Voices(said).implied(six) == "ministry"


def test_a_body_is_meant_by_the_first_word_of_its_name_where_a_report_gives_the_name():
    full = "La Junta Electoral de Torrevieja del Norte informó de que faltan cuatro urnas."
    short = f"{full}\n\nLa Junta mantiene las cuatro urnas."
    other = "El Ejecutivo calla. La Junta mantiene las cuatro urnas."
    said = [each for key, text in (("r1", short), ("r2", other)) for each in statements(told(key, text, language="es"))]
    voices = Voices(said)
    named = {each.report: voices.speaks_for(each, "Junta") for each in said}
    assert "Torrevieja" in named["r1"]
    assert named["r2"] == "Junta"


@pytest.mark.parametrize(
    ("text", "office", "found"),
    [
        ("Four barges sank, if you ask the ministry.", "ministry_of_transport", True),
        ("Four barges sank off Lindemar.", "ministry_of_transport", False),
    ],
)
def test_a_sentence_mentions_the_institution_that_another_report_has_it_from(text, office, found):
    (said,) = statements(told("r2", text))
    tellers = [Teller("r1", frozenset({"lindemar"}), frozenset({office}), "Ministry of Transport of Lindemar")]
    assert (mentioned(said, f" {text.lower()} ", tellers) is not None) is found


def test_an_unnamed_source_of_what_a_company_publishes_is_the_company():
    own = "The recorder shows, according to the technicians, that the barge was doing nine knots at the bridge."
    cited = "The barge was doing nine knots at the bridge, said the company Lindemar Lighters."
    first, second = told("r1", own, outlet="Lindemar Lighters"), told("r2", cited, outlet="Coast Wire")
    assert len(origins(first, second, holding="nine knots")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The Interior Minister, Ada Linnet", "en"), ("Ministry of the Interior of Merenia", "en")),
        (("la ministra de Sanidad, Ada Linnet", "es"), ("Ministerio de Sanidad de Merenia", "es")),
        (("the electoral board", "en"), ("Junta Electoral de Torrevieja del Norte", "es")),
    ],
)
def test_a_minister_speaks_for_the_ministry(one, other):
    sources = Sources([(*one, None), (*other, None)])
    assert sources.of(*one) == sources.of(*other)


def test_the_offices_and_the_bareness_of_a_source_are_those_of_all_its_names():
    sources = Sources([("the company Lindemar Lighters", "en", None), ("Lindemar Lighters", "en", None)])
    assert sources.offices(sources.of("Lindemar Lighters", "en")) == {"company"}
    assert not sources.bare(sources.of("Lindemar Lighters", "en"))
    assert Sources([("the ministry", "en", None)]).bare("the ministry")


def test_whoever_counts_within_what_another_said_is_the_innermost():
    first = told("r1", "Police count forty stolen crates at Lindemar.", outlet="Lindemar Police")
    second = told("r2", "The curator, Ada Linnet, said that police count forty stolen crates at Lindemar.")
    assert origins(first, second, holding="forty") == {"Lindemar Police"}


def test_whom_an_institution_s_own_report_cites_through_it_is_the_institution():
    first = told(
        "r1", "The Lindemar Ministry of Transport said nine barges had sunk.", outlet="Lindemar Ministry of Transport"
    )
    second = told("r2", "The ministry said that nine barges had sunk at Lindemar.", outlet="Coast Wire")
    assert len(origins(first, second, holding="nine barges")) == 1


def test_one_person_who_speaks_is_no_ministry():
    text = "«Yo conté siete gabarras hundidas», dijo.\n\nEl Ministerio de Transporte de Lindemar calla."
    first = told("r1", f"El Ministerio de Transporte de Lindemar no da cifras. {text}", language="es")
    second = told("r2", "Ada Linnet, vecina de Lindemar, dijo que contó siete gabarras hundidas.", language="es")
    found = {
        o.source
        for g in trace([first, second], encoder=False).groups
        for o in g.origins
        if "siete" in g.members[0].statement.text
    }
    assert not any("Ministerio" in each for each in found)


@pytest.mark.parametrize(
    ("name", "speaks"),
    [("The hospital", True), ("the director of the hospital", True), ("nurses at the hospital", False)],
)
def test_a_hospital_speaks_where_nobody_of_its_staff_does(name, speaks):
    sources = Sources([(name, "en", None), ("Hospital Comarcal de Lindemar", "es", None)])
    assert (sources.of(name, "en") == sources.of("Hospital Comarcal de Lindemar", "es")) is speaks


@pytest.mark.parametrize(
    ("office", "general", "may"),
    [
        ("ministry_of_energy", "ministry", True),
        ("ministry_of_energy", "government", True),
        ("police", "government", False),
        ("ministry_of_energy", "ministry_of_health", False),
    ],
)
def test_the_government_may_be_a_ministry(office, general, may):
    assert of_kind(office, general) is may


def test_a_witness_and_what_the_outlet_saw_itself_are_one_origin():
    text = "We counted nine sunken barges at Lindemar. A docker told the Harbour Post that nine barges had sunk there."
    other = "Nine barges have sunk at Lindemar, the harbour captain, Ada Linnet, said."
    found = origins(told("r1", text), told("r2", other, outlet="Coast Wire"), holding="barges")
    assert len(found) == 2
    assert sum("Harbour Post" in each for each in found) == 1
