"""Whether two groups whose statements conflict are about one matter."""

from __future__ import annotations

import pytest
from tests.match.telling_reports import told as of

from segun import analyze
from segun.match.links import elsewhere, together
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report

CRATES = "The port counts 40 crates on the quay, but the union counts 90 crates on the quay. Two dockers were hurt."


def told(text):
    report = Report("r1", text, language="en", outlet="Quay Post", published="2031-03-02")
    return statements(Told("r1", analyze(report)))


@pytest.mark.parametrize(
    ("one", "other", "sentence", "toll", "thing"),
    [("40 crates", "90 crates", 1.0, 0.0, 1.0), ("40 crates", "Two dockers", 0.0, 0.0, 0.0)],
)
def test_what_one_sentence_counts_twice_is_one_matter(one, other, sentence, toll, thing):
    said = told(CRATES)
    ours, theirs = ([each for each in said if words in each.text] for words in (one, other))
    found = together(ours, theirs, "number", {})
    assert ours
    assert theirs
    assert (found["one sentence"], found["one toll"], found["one thing counted"]) == (sentence, toll, thing)


def test_two_tolls_are_told_as_tolls():
    said = told("Two dockers were hurt on the quay at Lindemar. The union says that nine dockers were hurt there.")
    found = together(said[:1], said[1:], "number", {})
    assert found["one toll"] == 1.0
    assert together(said[:1], said[1:], "polarity", {})["one toll"] == 0.0


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Four dockers were hurt at Lindemar in 2019, the union said.", True),
        ("The fire has nothing to do with the one at Orvane, where four dockers were hurt.", True),
        ("Four dockers were hurt at Lindemar on Monday, the union said.", False),
    ],
)
def test_a_matter_that_reports_recall_or_set_aside_is_not_the_one_at_hand(text, other):
    assert elsewhere(told(text)) is other


FAR = {
    "of a weekday": (
        "Una explosión en la refinería de Vado dejó el martes 4 muertos, según Protección Civil.",
        "La explosión del martes en la refinería de Vado causó 19 muertos, según el sindicato.",
    ),
    "in words": (
        "La avalancha en el estadio de Orvane dejó cuatro muertos y 30 heridos, según la policía.",
        "Los hospitales recibieron 19 cadáveres tras la avalancha en el estadio de Orvane, dijo la doctora Inés Paz.",
    ),
    "in two languages": (
        "El bombardeo del mercado de Sarela mató a cuatro personas, según el Ministerio de Defensa.",
        "Nineteen people were killed in the strike on the Sarela market, residents said.",
    ),
}


@pytest.mark.parametrize("encoder", [True, False])
@pytest.mark.parametrize("case", FAR)
def test_tolls_that_lie_far_apart_contradict_each_other(case, encoder):
    reports = [
        of("r1", "Agencia Litoral", FAR[case][0], published="2031-03-05"),
        of(
            "r2", "La Boya", FAR[case][1], published="2031-03-06", language="en" if "Nineteen" in FAR[case][1] else "es"
        ),
    ]
    found = trace(reports, encoder=encoder)
    assert [group for group in found.groups if group.carrying > 1] == []
    (link,) = found.links
    assert (link.kind, link.what) == ("contradicts", "number")
    assert {each.report for each in link.said} == {"r1", "r2"}


@pytest.mark.parametrize(("published", "kinds"), [("2031-03-06", ["contradicts"]), ("2036-03-06", [])])
def test_what_was_told_years_later_is_of_another_matter(published, kinds):
    ours, theirs = FAR["in two languages"]
    reports = [
        of("r1", "Agencia Litoral", ours, published="2031-03-05"),
        of("r2", "La Boya", theirs, published=published, language="en"),
    ]
    assert [link.kind for link in trace(reports, encoder=False).links] == kinds
