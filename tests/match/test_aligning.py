"""Names that only a derivation tells to be one source's."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.aligning import translated
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.tracing import trace
from segun.match.voices import Voices
from segun.model import Report

ENGLISH = "The Eastmarch Council said that nine barges had sunk at Lindemar."
SPANISH = "El Consejo de la Marca Oriental dijo que nueve gabarras se habían hundido en Lindemar."
BOTH = f"{SPANISH} El Eastmarch Council dijo que fueron diez gabarras."


def said(key, text, language):
    report = Report(key, text, language=language, outlet="Harbour Post", published=f"2031-03-0{key[-1]}")
    return statements(Told(key, analyze(report)))


@pytest.mark.parametrize(
    ("spanish", "same"),
    [
        (SPANISH, True),
        ("La Armada de la Marca Oriental dijo que nueve gabarras se habían hundido en Lindemar.", False),
        (BOTH, False),
    ],
)
def test_a_body_whose_name_is_translated_is_told_by_where_the_statement_is_from(spanish, same):
    before, after = said("r1", ENGLISH, "en"), said("r2", spanish, "es")
    sources = Sources([name for each in (*before, *after) for name in each.whos()])
    voices, each = Voices([*before, *after]), {"r1": before, "r2": after}
    found = list(translated([(before[0], after[0])], [], each, sources, voices))
    assert bool(found) is same
    assert list(translated([], [[before[0], after[0]]], each, sources, voices)) == found


@pytest.mark.parametrize(
    ("spanish", "same"),
    [
        ("El Consejo de la Marca Oriental dijo que nueve gabarras se habían hundido.", True),
        ("El Consejo de Lindemar dijo que nueve gabarras de Eastmarch se habían hundido.", False),
    ],
)
def test_two_bodies_of_one_kind_whose_places_both_reports_know_stay_two(spanish, same):
    before, after = said("r1", "The Eastmarch Council said that nine barges had sunk.", "en"), said("r2", spanish, "es")
    sources = Sources([name for each in (*before, *after) for name in each.whos()])
    found = translated([], [[before[0], after[0]]], {"r1": before, "r2": after}, sources, Voices([*before, *after]))
    assert bool(list(found)) is same


def test_identities_that_are_joined_are_one_throughout():
    names = [("the Eastmarch Council", "en", None), ("el Consejo de la Marca Oriental", "es", None)]
    sources = Sources(names)
    one, other = (sources.of(name, language) for name, language, _ in names)
    assert one != other
    sources.join(one, other)
    assert {sources.of(name, language) for name, language, _ in names} == {one}
    assert sources.offices(one) == {"council"}


def test_a_common_noun_that_opens_a_headline_is_no_name():
    text = "Rebeldes dicen haber hundido nueve gabarras\n\nLos rebeldes dicen haber hundido nueve gabarras en Lindemar."
    first = Told("r1", analyze(Report("r1", text, language="es", outlet="El Faro", published="2031-03-01")))
    again = Told("r2", analyze(Report("r2", text, language="es", outlet="La Boya", published="2031-03-02")))
    origins = {each.source for group in trace([first, again], encoder=False).groups for each in group.origins}
    assert "Rebeldes" not in origins
