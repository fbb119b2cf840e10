"""Who gives a figure, as the words behind it say, and the names among a report's words."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.naming import of_something, whole_name
from segun.match.owning import of_the_past
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.voices import Voices
from segun.model import Report
from segun.outlets.names import key


def told(text, language="en", outlet="Quay Post"):
    return Told("r1", analyze(Report("r1", text, language=language, outlet=outlet, published="2031-03-02")))


def giving(text, language):
    each = statements(told(text, language))
    voices = Voices(each)
    return {name for one in each if (name := voices.giving(one))}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Según el sindicato fueron 90 las cajas, frente a las 40 que admite la Capitanía.", "es", "Capitanía"),
        ("The dockers were 900, not the 300 that the police counted, the union says.", "en", "police"),
        ("The dockers on strike were 900, not the 300 strikers the police admit to, the union says.", "en", "police"),
        (
            "Según el Servicio de Aduanas (SAD), son 40. El sindicato dice que son 90, y no las 40 que admite el SAD.",
            "es",
            "SAD",
        ),
    ],
)
def test_the_words_behind_a_figure_say_whose_it_is(text, language, name):
    assert giving(text, language) == {name}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El sindicato cuenta trece cajas más de las que admite la Capitanía.", "es"),
        ("The union counts thirteen crates more than the police counted.", "en"),
        ("Three hundred dockers said that the police counted nobody on the quay.", "en"),
        ("The 300 dockers walked to the quay, and the police counted the crates.", "en"),
    ],
)
def test_what_a_figure_is_held_against_gives_it_not(text, language):
    assert giving(text, language) == set()


@pytest.mark.parametrize(
    ("text", "start", "whole"),
    [
        ("Ministry of Ports of Upper Orvane counts six.", "Ministry of Ports", "Ministry of Ports of Upper Orvane"),
        ("Government of the Lindemar Islands, of course.", "Government", "Government of the Lindemar Islands"),
        ("Government of late", "Government", "Government"),
    ],
)
def test_a_name_goes_on_with_whose_it_is(text, start, whole):
    assert whole_name(told(text), 0, len(start.split())) == whole


@pytest.mark.parametrize(
    ("words", "language", "behind"),
    [
        ("De los libros de Orvane nadie sabe", "es", True),
        ("Nothing of the Orvane is left", "en", True),
        ("Orvane counts six crates of Orvane", "en", False),
        ("The Orvane counts six crates", "en", False),
    ],
)
def test_a_name_behind_of_is_not_whose_words_they_are(words, language, behind):
    assert of_something(told(words, language), f" {key(words)} ", "orvane") is behind


@pytest.mark.parametrize(
    ("known", "acronym"),
    [
        (("una alerta de la Agencia Portuaria de Olmar (APO)", "es"), ("la APO", "es")),
        (("Lindemar Dockers Union", "en"), ("LDU", "en")),
    ],
)
def test_an_acronym_is_the_source_that_it_stands_for(known, acronym):
    sources = Sources([(*known, None), (*acronym, None)])
    assert sources.of(*acronym) == sources.of(*known)


def test_an_acronym_of_two_sources_is_neither():
    names = ("Lindemar Dockers Union", "en"), ("Liga de Deportes Unidos", "es")
    sources = Sources([(*each, None) for each in names])
    assert sources.of("LDU", "en") == "LDU"


def test_a_government_without_its_state_joins_no_two_states():
    names = ("El Gobierno de la República", "es"), ("The Government of Norway", "en")
    sources = Sources([(*each, None) for each in names])
    assert sources.of("The Government of Denmark", "en") != sources.of(*names[1])


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        (("the commission", "en"), ("Comisión Electoral de Olmar", "es")),
        (("La Consejería", "es"), ("Consejería de Sanidad, gabinete de prensa", "es")),
        (("the League", "en"), ("la Liga de Olmar", "es")),
    ],
)
def test_a_body_s_general_name_means_the_only_one_of_its_kind(bare, full):
    sources = Sources([(*bare, None), (*full, None)])
    assert sources.of(*bare) == sources.of(*full)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The quay had an earlier collapse in 2019, with 11 dockers hurt.", True),
        ("The quay collapsed again, with 11 dockers hurt.", False),
    ],
)
def test_what_is_told_of_another_year_is_of_the_past(text, past):
    assert of_the_past(statements(told(text))[0]) is past
