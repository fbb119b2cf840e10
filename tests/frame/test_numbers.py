"""Numbers in words and figures, one at a time."""

from __future__ import annotations

import pytest

from segun import lang
from segun.frame.numbers import figure, number, pieces
from segun.model import Span

NUMBERS = [
    ("es", "treinta y cinco", 35),
    ("es", "veintiún mil", 21000),
    ("es", "dos mil millones", 2e9),
    ("es", "dos millones trescientos mil", 2.3e6),
    ("es", "trescientas cuarenta y dos mil ciento doce", 342112),
    ("es", "2 mil 500", 2500),
    ("es", "20 millones 300 mil", 2.03e7),
    ("es", "una docena", 12),
    ("es", "medio millón", 5e5),
    ("es", "mil quinientos", 1500),
    ("es", "10 000", 10000),
    ("en", "thirty-five", 35),
    ("en", "a hundred and twenty thousand", 120000),
    ("en", "two hundred and five", 205),
    ("en", "three million two hundred thousand", 3.2e6),
    ("en", "one million and a half", 1.5e6),
    ("en", "half a dozen", 6),
    ("en", "3bn", 3e9),
]


@pytest.mark.parametrize(("language", "text", "value"), NUMBERS)
def test_a_number_is_read_whole(language, text, value):
    found = pieces(text, Span(0, len(text)))
    read = number(found, 0, lang.numerals(language))
    assert read is not None
    assert (read.value, read.last) == (pytest.approx(value), len(found) - 1)


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("es", "40 y 60", "40"),
        ("es", "dos y tres", "dos"),
        ("en", "five and ten", "five"),
        ("en", "one hundred and five hundred", "one hundred"),
    ],
)
def test_two_numbers_stay_two(language, text, first):
    found = pieces(text, Span(0, len(text)))
    read = number(found, 0, lang.numerals(language))
    assert read is not None
    assert text[: found[read.last].end] == first


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "1.200", 1200),
        ("es", "1,200", 1200),
        ("es", "12,5", 12.5),
        ("es", "0,125", 0.125),
        ("es", "1.234,56", 1234.56),
        ("en", "1,200", 1200),
        ("en", "12.5", 12.5),
        ("en", "1,234.56", 1234.56),
        ("en", "1.200.000", 1200000),
        ("es", "3.8.1", None),
    ],
)
def test_points_and_commas(language, text, value):
    assert figure(text, lang.numerals(language)) == value


def test_three_decimals_before_a_multiplier():
    assert figure("3.125", lang.numerals("en"), exact=True) == 3.125
    assert figure("3.125", lang.numerals("es"), exact=True) == 3125


@pytest.mark.parametrize("text", ["F-16", "G7", "20:30", "11-09-2020", "3/4", "2ª", "@user40", "https://a.org/40"])
def test_what_only_holds_digits_is_no_number(text):
    found = pieces(text, Span(0, len(text)))
    assert [piece.kind for piece in found] == ["other"]


def test_a_word_alone_that_multiplies_is_no_number():
    found = pieces("thousands of people", Span(0, 19))
    assert number(found, 0, lang.numerals("en")) is None
