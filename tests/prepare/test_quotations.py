from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.model import Span
from segun.prepare.quotations import quotations

MARKED = st.text(
    st.one_of(st.sampled_from("\"'“”‘’«»„‹›「」＂` .,—aZñ"), st.characters(exclude_categories=["Cs"])), max_size=60
)


def found(text: str) -> list[tuple[str, int, bool]]:
    return [(q.inner.of(text), q.depth, q.closed) for q in quotations(text, Span(0, len(text)))]


@given(MARKED)
def test_quotations_lie_in_their_paragraph_and_hold_their_inner_words(text):
    for quotation in quotations(text, Span(0, len(text))):
        assert 0 <= quotation.outer.start < quotation.outer.end <= len(text)
        assert quotation.outer.holds(quotation.inner)
        assert quotation.inner.start < quotation.inner.end


@given(MARKED)
def test_quotations_of_depth_none_are_disjoint(text):
    outer = [q.outer for q in quotations(text, Span(0, len(text))) if q.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "‘’", "''", "‹›", "„”", "「」", "＂＂", "„“"])
def test_every_pair_of_marks(marks):
    left, right = marks
    assert found(f"Dijo {left}ya está bien{right} y salió.") == [("ya está bien", 0, True)]


@pytest.mark.parametrize(
    "text",
    [
        "It's the mayor's boat and the sailors' rope.",
        "The ’90s weren’t the mayors’ best years.",
        pytest.param(
            "Rock 'n' roll isn't dead.",
            marks=pytest.mark.xfail(strict=True, reason="a letter between apostrophes is taken for a quotation"),
        ),
        "El barco mide 5' 10\" de largo.",
        "L'agent d'Orsay n'a rien dit.",
    ],
)
def test_apostrophes_and_feet_are_no_quotations(text):
    assert found(text) == []


def test_apostrophes_inside_a_quotation_do_not_end_it():
    assert found("'We don't know the mayor's name,' she said.") == [("We don't know the mayor's name,", 0, True)]
    assert found("‘We don’t know,’ she said.") == [("We don’t know,", 0, True)]


@pytest.mark.parametrize("mark", ['"', "“", "«"])
def test_what_nobody_closes_ends_with_the_paragraph(mark):
    assert found(f"Dijo: {mark}El puente está cerrado.") == [("El puente está cerrado.", 0, False)]


@pytest.mark.parametrize("mark", ["”", "»"])
def test_a_lone_closing_mark_belongs_to_what_began_before_the_paragraph(mark):
    assert found(f"El puente está cerrado desde mayo{mark}, dijo.") == [("El puente está cerrado desde mayo", 0, False)]


@pytest.mark.parametrize(
    "text", ["Dijo: ”No vengas” y calló.", "«No vengas«, dijo.", "“No vengas“, dijo.", "»No vengas«, dijo."]
)
def test_marks_that_stand_the_wrong_way_round(text):
    assert found(text) == [("No vengas", 0, True)]


def test_quotations_nest():
    assert found("«El alcalde dijo: “No vendas” y calló», contó.") == [
        ("El alcalde dijo: “No vendas” y calló", 0, True),
        ("No vendas", 1, True),
    ]
    assert found("\"He said 'no' to me,\" she said.") == [("He said 'no' to me,", 0, True), ("no", 1, True)]


def test_two_in_one_paragraph():
    assert found('"Yes," he said, "and no."') == [("Yes,", 0, True), ("and no.", 0, True)]


def test_an_empty_pair_is_none():
    assert found('Dijo «» y “” y "".') == []


def test_the_paragraph_before_does_not_count():
    text = "Dijo: «Uno.\nDijo: «Dos»."
    assert [q.inner.of(text) for q in quotations(text, Span(12, len(text)))] == ["Dos"]


def test_a_quotation_right_behind_a_sentence():
    assert found('Habló ayer."No hay pan", dijo.') == [("No hay pan", 0, True)]
    assert found('Leyó "Sol" y "Mar".') == [("Sol", 0, True), ("Mar", 0, True)]
