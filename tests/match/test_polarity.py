"""What a statement denies, and where a claim is cut so that it says one thing."""

from __future__ import annotations

import pytest
from tests.match.test_figures import counted, told

from segun.match.likeness import Comparing
from segun.match.polarity import contrary, over, states, told_how
from segun.match.statements import statements
from segun.match.terms import terms


def said(text, language="en", key="r1"):
    return statements(told(text, language, key))


def denied(text, language="en"):
    (one,) = said(text, language)
    words, _ = told_how(one)
    return {one.told.words[at] for at in words}


@pytest.mark.parametrize(
    ("text", "language", "word", "other"),
    [
        ("The barge stayed in the harbour and never crossed the strait.", "en", "strait", "harbour"),
        ("La barcaza siguió en el puerto, nunca cruzó el estrecho.", "es", "estrecho", "puerto"),
    ],
)
def test_a_clause_denies_what_follows_its_denial_and_nothing_else(text, language, word, other):
    found = denied(text, language)
    assert word in found
    assert other not in found


def test_two_that_deny_the_same_in_other_clauses_do_not_conflict():
    first = said("The barge stayed in the harbour and never crossed the strait.", key="r1")
    second = said("The barge did not cross the strait.", key="r2")
    comparing = Comparing([*first, *second])
    assert comparing.compare(first[0], second[0]).conflict is None


def test_one_that_denies_what_the_other_asserts_conflicts():
    first = said("The barge crossed the strait on Monday.", key="r1")
    second = said("The barge did not cross the strait on Monday.", key="r2")
    assert Comparing([*first, *second]).compare(first[0], second[0]).conflict == "polarity"


def test_sums_in_millions_conflict_though_one_does_not_say_of_what():
    first = said("The quay was sold to the guild for 45 million dollars.", key="r1")
    second = said("El muelle se lo regalaron al gremio por 31 millones.", "es", key="r2")
    third = said("The quay was sold to the guild for 45 million.", key="r3")
    comparing = Comparing([*first, *second, *third])
    assert comparing.compare(first[0], second[0]).conflict == "number"
    assert comparing.compare(first[0], third[0]).conflict is None


def test_a_verb_that_denies_denies_what_stands_behind_it():
    first = said("El buzo contó que la junta negó que la barcaza cruzara el estrecho.", "es", key="r1")
    second = said("La barcaza no cruzó el estrecho.", "es", key="r2")
    comparing = Comparing([*first, *second])
    assert {comparing.compare(each, second[0]).conflict for each in first} == {None}


@pytest.mark.parametrize(
    ("text", "language", "other", "conflict"),
    [
        ("El alcalde desmiente que no haya barcazas hundidas.", "es", "No hay barcazas hundidas.", "polarity"),
        ("El alcalde desmiente que haya barcazas hundidas.", "es", "No hay barcazas hundidas.", None),
        ("The mayor denied that no barges had sunk.", "en", "No barges had sunk.", "polarity"),
    ],
)
def test_what_is_denied_twice_is_asserted(text, language, other, conflict):
    first, second = said(text, language, key="r1"), said(other, language, key="r2")
    comparing = Comparing([*first, *second])
    assert comparing.compare(first[-1], second[0]).conflict == conflict


def test_a_number_that_both_give_is_one_matter_though_one_sets_it_aside():
    first = said("The link was down for 47 minutes.", key="r1")
    second = said("It was three hours, and not the 47 minutes that the board admits to.", key="r2")
    comparing = Comparing([*first, *second])
    assert {comparing.compare(first[0], each).conflict for each in second if each.counts[0].low == 47} == {None}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The board puts the injured at 21.", "The board puts the injured at 21"),
        ("The board said that the barge had left the harbour on Monday.", "the barge had left the harbour on Monday"),
    ],
)
def test_a_few_words_are_shown_with_who_says_them(text, shown):
    assert [each.record.text for each in said(text)] == [shown]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("The board closed five quays after divers found a leak at 02:40.", "en", 2),
        ("La junta cerró cinco muelles tras hallar los buzos una fuga a las 02:40.", "es", 2),
        ("All three cranes are bent, two of them beyond repair.", "en", 1),
        ("At 19:40 on Monday, the ferry hit the quay with 86 passengers on board.", "en", 1),
        ("The leak began at 05:10, with four tonnes of oil lost.", "en", 2),
    ],
)
def test_a_claim_is_cut_where_it_says_a_second_thing(text, language, parts):
    assert len(said(text, language)) == parts


@pytest.mark.parametrize(
    ("text", "language"),
    [("The board raised the injured from 21 to 58.", "en"), ("La junta elevó de 21 a 58 los heridos.", "es")],
)
def test_a_number_that_takes_another_s_place_is_no_range(text, language):
    assert [low for low, *_ in counted(text, language)] == [21, 58]


def test_an_office_beside_a_number_is_not_what_it_counts():
    assert counted("There were 18,000 if you ask the ministry.") == [(18_000, set(), False)]


def test_a_function_word_is_no_concept():
    (one,) = said("La junta pidió lonas para los muelles.", "es")
    assert "c:strike_work" not in terms(one)


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ({"fail"}, {"works"}, True),
        ({"open"}, {"close"}, True),
        ({"fail"}, {"fail"}, False),
        ({"fail", "works"}, {"works"}, False),
        (set(), {"works"}, False),
    ],
)
def test_a_thing_is_in_one_state_or_in_its_contrary(one, other, opposed):
    assert contrary(frozenset(one), frozenset(other)) is opposed


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("The pump at Lindemar had been out of order since March.", "en", "fail"),
        ("The pump at Lindemar was working that night.", "en", "works"),
        ("La bomba de Lindemar estaba averiada desde marzo.", "es", "fail"),
        ("La bomba de Lindemar funcionaba esa noche.", "es", "works"),
    ],
)
def test_the_state_of_a_thing_is_read(text, language, state):
    (one,) = said(text, language)
    assert states(one) == {state}


@pytest.mark.parametrize(
    ("one", "other", "language", "opposed"),
    [
        ("Two dockers are missing.", "The two missing dockers were found on a barge.", "en", True),
        ("Dos estibadores siguen desaparecidos.", "Los dos desaparecidos fueron hallados en el muelle.", "es", True),
        ("Two dockers are missing.", "Two dockers are missing since the flood.", "en", False),
        ("The mill burned all night.", "Nine children were found at the mill.", "en", False),
    ],
)
def test_how_people_are_may_be_over(one, other, language, opposed):
    first, second = said(one, language)[0], said(other, language, "r2")[0]
    assert over(states(first), states(second)) is opposed
    found = Comparing([first, second]).compare(first, second)
    assert (found.conflict == "polarity") is opposed


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The mill fire was out in the morning.", "The mill fire went on into the evening.", "en"),
        ("Quemaron la lonja del puerto.", "La lonja del puerto está intacta.", "es"),
    ],
)
def test_a_morning_is_no_evening_and_what_is_intact_did_not_burn(one, other, language):
    first, second = said(one, language)[0], said(other, language, "r2")[0]
    assert contrary(states(first), states(second))
