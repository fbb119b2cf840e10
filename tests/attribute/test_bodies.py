"""Which body a noun without a name means, and who *este* and *the latter* are."""

from __future__ import annotations

import pytest

import segun


def named(text: str, language: str) -> list[str]:
    """Who asserts each claim, by name, in the order of the claims."""
    analysis = segun.analyze(text, language=language, places=False)
    names = {source.id: source.name for source in analysis.sources}
    return [names.get(claim.relays[-1].source or "", "-") for claim in analysis.claims if claim.relays]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "La milicia tomó el molino. El Ministerio de Riego de Alba lo negó. Según la cartera, sigue abierto.",
            "El Ministerio de Riego de Alba",
        ),
        (
            "La agencia Marea informó de que el molino cerró. La formación cree que habrá más obras.",
            "La formación",
        ),
        ("La oposición acusa al ministro de mentir. Este asegura que todo es legal.", "ministro"),
    ],
)
def test_spanish(text: str, last: str) -> None:
    assert named(text, "es")[-1] == last


def test_an_outlet_is_no_company() -> None:
    text = "The Tidal News Agency said the mill had closed. The company said it would open again."
    assert named(text, "en")[-1] == "The company"


def test_the_latter_is_nobodys_name() -> None:
    text = "The union accused the port of lying. The latter said the figures were public."
    assert "The latter" not in named(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        (
            "The minister spoke with Ana Soto and her lawyer, Pedro Gil. The latter denied any payment.",
            "en",
            "Pedro Gil",
        ),
        ("Police questioned Carla Reyes and Tom Hale; the latter admitted that he had lied.", "en", "Tom Hale"),
        (
            "El ministro habló con Ana Soto y con su abogado, Luis Prado. Este último negó que hubiera pagos.",
            "es",
            "Luis Prado",
        ),
    ],
)
def test_the_latter_is_who_was_named_last_behind_and_too(text: str, language: str, last: str) -> None:
    assert last in named(text, language)[-1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The latter said the figures were public.", "en"),
        ("Este último dijo que los datos son públicos.", "es"),
    ],
)
def test_the_latter_of_nobody_is_unknown(text: str, language: str) -> None:
    claims = [claim for claim in segun.analyze(text, language=language, places=False).claims if claim.relays]
    assert [claim.relays[-1].source for claim in claims] == [None]
