"""What statements count, when they say it was, and where a claim is cut."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.figures import Clock, Count, clocks, counts
from segun.match.pairs import rare_wordings
from segun.match.statements import statements
from segun.match.told import Told
from segun.model import Report, Span

NOWHERE = Span(0, 0)


def told(text, language="en", key="r1"):
    return Told(key, analyze(Report(key, text, language=language, outlet="Quay Post", published="2031-03-04")))


def counted(text, language="en"):
    each = told(text, language)
    return [(count.low, set(count.of), bool(count.unit)) for count in counts(each, Span(0, len(text)))]


def number(value, *, approximate=False):
    return Count(NOWHERE, value, value, frozenset(), approximate)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The crane dropped 40 anvils.", "en", (40, set(), True)),
        ("La grúa soltó 40 yunques.", "es", (40, set(), True)),
        ("The wreck lies 14 kilometres off the quay.", "en", (14, {"kilometre"}, True)),
        ("Ardieron 900 hectáreas y un pueblo quedó evacuado.", "es", (900, {"hectare"}, True)),
        ("The number of anvils dropped was 34,500.", "en", (34_500, set(), True)),
        ("El número de yunques caídos fue de 34.500.", "es", (34_500, set(), True)),
        ("A fourth protester has died.", "en", (4, {"die"}, False)),
        ("Ha muerto un cuarto manifestante.", "es", (4, {"die"}, False)),
        ("The crane dropped one anvil.", "en", (1, set(), True)),
    ],
)
def test_a_number_knows_what_it_counts(text, language, found):
    assert counted(text, language)[0] == found


@pytest.mark.parametrize(
    ("text", "language"), [("The train 88 left the quay.", "en"), ("El tren 88 salió del muelle.", "es")]
)
def test_what_a_thing_is_called_counts_nothing(text, language):
    assert counted(text, language) == []


def test_one_of_some_counts_nothing():
    assert counted("One of the anvils was blue.") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("The crane dropped three anvils, not two.", "en"), ("La grúa soltó tres yunques, y no dos.", "es")],
)
def test_a_number_that_is_denied_is_none(text, language):
    assert [low for low, _, _ in counted(text, language)] == [3]


def test_a_stretch_may_end_before_what_its_number_is_a_part_of():
    text = "Cedieron tres de los yunques."
    cut = Span(0, text.index(" yunques"))
    assert [each.low for each in counts(told(text, "es"), cut)] == [3]


def test_a_fourth_time_is_no_toll():
    assert counted("A fourth march was held; nobody died.")[:1] != [(4, {"die"}, False)]


@pytest.mark.parametrize(
    ("text", "language"), [("A third worker has died.", "en"), ("Un tercer trabajador ha muerto.", "es")]
)
def test_the_third_to_die_makes_three(text, language):
    assert [low for low, *_ in counted(text, language)] == [3]


def test_nobody_is_no_one():
    assert [(low, of) for low, of, _ in counted("No one was hurt on the quay.")] == [(0, {"injure"})]


def test_the_day_of_a_weekday_counts_nothing():
    assert counted("The crane fell on Friday the 18th.") == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [(300_000, 311_204, True), (27, 26.8, True), (2_400, 2_500, False), (40, 38, False), (131, 128, False)],
)
def test_a_round_number_stands_for_a_more_exact_one(one, other, agree):
    assert number(one).agrees(number(other)) is agree
    assert number(other).agrees(number(one)) is agree


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The crane fell at twenty past nine.", 560),
        ("The crane fell at half past ten.", 630),
        ("The crane fell at a quarter to six.", 345),
        ("From ten to three crates were lost.", None),
    ],
)
def test_english_hours_in_words(text, minutes):
    found = clocks(told(text), Span(0, len(text)))
    assert [each.minutes for each in found] == ([] if minutes is None else [minutes])


def test_an_hour_in_words_may_be_of_either_half_of_the_day():
    loose = Clock(NOWHERE, 560, loose=True)
    assert loose.agrees(Clock(NOWHERE, 1279))
    assert not Clock(NOWHERE, 560).agrees(Clock(NOWHERE, 1279))
    assert Clock(NOWHERE, 1435).agrees(Clock(NOWHERE, 5))


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("The crane lost nothing but crates.", False),
        ("The port does not budge from forty crates.", False),
        ("The crane did not fall.", True),
        ("De la grúa no cayó más que un cajón.", False),
        ("De la grúa no cayó nada.", True),
    ],
)
def test_not_every_negation_denies(text, denies):
    each = told(text, "es" if "grúa" in text else "en")
    assert each.denied(each.within(Span(0, len(text)))) is denies


def test_a_claim_of_two_clauses_is_two_statements():
    found = [said.text for said in statements(told("The crane fell on the quay and forty crates went into the water."))]
    assert found == ["The crane fell on the quay", "and forty crates went into the water"]


def test_a_toll_stays_together():
    found = [said.text for said in statements(told("Four dockers died and nine were hurt."))]
    assert found == ["Four dockers died and nine were hurt"]


def test_rare_runs_are_those_of_two_reports_that_the_later_says_itself():
    first = told("The pale crane leaned over like a heron above the slack water of the dock.", key="r1")
    second = told("Like a heron above the slack water, somebody wrote. We saw no heron.", key="r2")
    whole = {"r2": [Span(0, len(second.text))]}
    assert rare_wordings([first, second], whole) == {("r1", "r2"): 5}
    assert rare_wordings([first, second], {"r2": [Span(len(second.text) - 12, len(second.text))]}) == {}
