"""Credits are told by their place; a source inside a sentence is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.read import find_credits
from segun.read.agencies import fold, load_agencies

CREDITED = [
    ("VILLAR, 3 mar (EFE) - El alcalde negó la compra.", ["EFE"]),
    ("VILLAR, 3 mar. (Europa Press).- El alcalde negó la compra.", ["Europa Press"]),
    ("VILLAR DEL RÍO (AP) — El alcalde negó la compra.", ["AP"]),
    ("VILLAR (AFP) El alcalde negó la compra.", ["AFP"]),
    ("EASTMERE, March 4 (Reuters) - The mayor denied it.", ["Reuters"]),
    ("(REUTERS) - The mayor denied it.", ["Reuters"]),
    ("EFE.- El alcalde negó la compra.", ["EFE"]),
    ("Villar, 5 de mayo. TASS.- El alcalde negó la compra.", ["TASS"]),
    ("Lo negó el alcalde.\n\n(EFE)", ["EFE"]),
    ("Lo negó el alcalde. (AFP/Reuters)", ["AFP", "Reuters"]),
    ("Lo negó el alcalde. EFE", ["EFE"]),
    ("Lo negó el alcalde.\nEFE abc/de", ["EFE"]),
    ("Lo negó el alcalde.\nAFP, AP y Efe", ["AFP", "AP", "EFE"]),
    ("Lo negó el alcalde.\r\nCon información de EFE y AP.", ["EFE", "AP"]),
    ("Lo nego el alcalde.\nCon informacion de El Faro de Villar", ["El Faro de Villar"]),
    ("Lo negó el alcalde. (Con información del Faro de Villar)", ["Faro de Villar"]),
    ("The mayor denied it.\nWith reporting by John Roe", ["John Roe"]),
    ("The mayor denied it.\nReporting by Jane Doe in Eastmere; Editing by John Roe", ["Jane Doe"]),
    ("Compra negada\nAgencias\nEl alcalde negó la compra.", ["Agencias"]),
    ("Compra negada\nVillar | Agencia EFE\nEl alcalde negó la compra.", ["EFE"]),
]
MENTIONED = [
    "Según EFE, el alcalde negó la compra.",
    "El alcalde dijo a EFE que no hubo compra.",
    "The mayor told Reuters that nothing was bought.",
    "Con información de la Policía Local, el juez ordenó un registro.",
    "La delegación de la Autoridad Palestina (AP) llegó ayer. Después habló el alcalde.",
    "EFE informó de la compra - según dijo - el lunes.",
    "Llegó el equipo de AP – el lunes, según el alcalde.",
]


@pytest.mark.parametrize(("text", "names"), CREDITED)
def test_credit_in_its_place_is_found(text: str, names: list[str]) -> None:
    assert [credit.name for credit in find_credits(text).credits] == names


@pytest.mark.parametrize("text", MENTIONED)
def test_mention_inside_a_sentence_is_no_credit(text: str) -> None:
    assert find_credits(text).credits == ()


@pytest.mark.parametrize(
    ("text", "byline", "names"),
    [
        ("Compra negada\nPor Ana Ruiz de la Vega\nEl alcalde la negó.", "Ana Ruiz de la Vega", []),
        ("Deal denied\nBy Jane Doe and John Roe\nThe mayor denied it.", "Jane Doe and John Roe", []),
        ("Deal denied\nBy Jane Doe, Reuters\nThe mayor denied it.", "Jane Doe", ["Reuters"]),
        ("Compra negada\nRedacción / EFE\nEl alcalde la negó.", "Redacción", ["EFE"]),
        ("Compra negada\nPor la mañana, el alcalde la negó.", None, []),
    ],
)
def test_byline(text: str, byline: str | None, names: list[str]) -> None:
    found = find_credits(text)
    assert (found.byline, [credit.name for credit in found.credits]) == (byline, names)


def test_byline_far_down_is_left() -> None:
    text = "\n".join(["El alcalde habló otra vez de la compra."] * 9 + ["Por Ana Ruiz", "Y calló."])
    assert find_credits(text).byline is None


def test_stretch_covers_the_whole_dateline() -> None:
    text = "Titular\n  VILLAR, 3 mar (EFE) - El alcalde."
    found = find_credits(text)
    assert [span.of(text) for span in found.stretches] == ["VILLAR, 3 mar (EFE) -"]
    assert [credit.span.of(text) for credit in found.credits] == ["EFE"]


FRAGMENTS = [text for text, _ in CREDITED] + MENTIONED + ["\n", "\r\n", " ", "(", "EFE", "Por ", "\u00e9\u0301", "🛰"]


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=8).map("".join))
def test_spans_equal_the_text(text: str) -> None:
    found = find_credits(text)
    agencies = load_agencies()
    for credit in found.credits:
        words = credit.span.of(text)
        assert words == words.strip() != ""
        form = fold(words).removeprefix("Agencia ").removeprefix("agencia ").removeprefix("AGENCIA ")
        assert credit.name in {words, agencies.names.get(form), agencies.names.get(fold(words))}
        assert any(stretch.holds(credit.span) for stretch in found.stretches)
    assert find_credits(text) == found


def test_long_line_is_read_at_its_edges_only() -> None:
    text = "VILLAR (EFE) - " + "El alcalde negó la compra. " * 40_000 + "(AP)"
    assert [credit.name for credit in find_credits(text).credits] == ["EFE", "AP"]
