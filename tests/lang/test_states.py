"""Which state a name speaks for."""

from __future__ import annotations

import re

import pytest

from segun import lang
from segun.lang.folding import fold
from segun.lang.states import state_of, states_called, states_of


@pytest.mark.parametrize(
    ("language", "name", "state"),
    [
        ("es", "Moscú", "RU"),
        ("es", "el Kremlin", "RU"),
        ("es", "la parte rusa", "RU"),
        ("es", "El Gobierno de Rusia", "RU"),
        ("es", "EE. UU.", "US"),
        ("es", "La Casa Blanca", "US"),
        ("es", "las autoridades de Corea del Norte", "KP"),
        ("es", "la Moncloa", "ES"),
        ("es", "Bruselas", "EU"),
        ("en", "the Russian side", "RU"),
        ("en", "The White House", "US"),
        ("en", "the U.S.", "US"),
        ("en", "the UK government", "GB"),
        ("en", "The Hague", "NL"),
    ],
)
def test_a_state_is_named_by_its_name_its_seat_or_its_government(language: str, name: str, state: str) -> None:
    assert state_of(name, language) == state


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("es", "los rusos"),
        ("es", "el ejército ruso"),
        ("es", "el presidente ruso"),
        ("es", "el Gobierno"),
        ("es", "el gobierno ruso y el chino"),
        ("es", "Washington Olivera"),
        ("es", "la casa blanca de la esquina"),
        ("en", "The Russians"),
        ("en", "the Ministry of Defence of Russia"),
        ("en", "people in Moscow"),
        ("en", "a white house"),
        ("en", ""),
        ("xx", "Moscow"),
    ],
)
def test_an_office_people_and_others_names_stand_for_none(language: str, name: str) -> None:
    assert state_of(name, language) is None


def test_only_its_own_name_calls_a_state() -> None:
    assert states_called("Rusia") == states_called("Russia") == {"RU"}
    assert not states_called("Moscú") | states_called("la parte rusa")
    assert states_of("Moscú") == states_of("the Kremlin") == {"RU"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_seats_are_written_as_they_are_looked_up(language: str) -> None:
    known = lang.placewords(language)
    for seat, country in known.seats.items():
        assert re.fullmatch("[A-Z]{2}", country)
        assert seat == fold(seat)
        assert seat.split()[0] not in known.articles
        assert state_of(seat.title(), language) == country, seat


def test_both_languages_know_the_same_states() -> None:
    es, en = (set(lang.placewords(language).seats.values()) for language in ("es", "en"))
    assert es == en
