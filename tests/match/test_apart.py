"""The same number of another year, of another matter or of another place is another statement."""

from __future__ import annotations

import pytest
from tests.match.test_figures import told

from segun.match.apart import of_two_matters, recalled, set_aside
from segun.match.likeness import Comparing
from segun.match.statements import statements


def said(text, language="en", key="r1"):
    return statements(told(text, language, key))


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("The mill had an earlier fire in 2019, with 14 people hurt.", "en", 2019),
        ("El molino ya sufrió un incendio en 2019, con 14 heridos.", "es", 2019),
        ("Fourteen people were hurt in the fire at the mill on Monday.", "en", None),
        ("El lunes resultaron heridas 14 personas en el incendio del molino.", "es", None),
        ("Readers will remember the fire at Olmar in June 2019. There, too, 14 people were hurt.", "en", 2019),
    ],
)
def test_a_case_of_another_year_is_recalled(text, language, year):
    assert recalled(said(text, language)[-1]) == year


def test_the_same_number_of_another_year_is_another_one():
    now = said("Fourteen people were hurt in the fire at the mill.", key="r1")[0]
    then = said("The mill had an earlier fire in 2019, with 14 people hurt.", key="r2")[-1]
    again = said("In 2019 a fire at the mill left 14 people hurt.", key="r3")[-1]
    comparing = Comparing([now, then, again])
    assert comparing.compare(now, then).apart
    assert not comparing.compare(then, again).apart


@pytest.mark.parametrize(
    ("text", "language", "aside"),
    [
        ("The leak has nothing to do with the three who died at the Villa Alba home.", "en", True),
        ("La fuga no guarda relación con los tres muertos de la residencia Villa Alba.", "es", True),
        ("Three have died of the leak.", "en", False),
    ],
)
def test_a_matter_is_set_aside(text, language, aside):
    assert set_aside(said(text, language)[0]) is aside


def test_one_sentence_gives_one_number_of_two_things():
    first, second = said("The poll had given her 50.4 percent, and 50.4 percent is what the board counted.")
    assert of_two_matters(first, second)
    first, second = said(
        "The mayor raised the number of hurt to nine after the hospital said that it had treated nine."
    )
    assert not of_two_matters(first, second)


def test_a_toll_of_a_place_named_once_is_not_the_other_one_of_its_report():
    first, last = said(
        "Three people have died in the outbreak. The three deaths at the Villa Alba home are down to flu."
    )
    assert of_two_matters(first, last)
