"""Numbers that count nothing: dates, hours, ages, pages, ratios, and whatever only bears a number for its name."""

from __future__ import annotations

from collections.abc import Sequence

from segun.annotate.words import Word
from segun.frame.numbers import Number, Piece, matches, matches_before, number
from segun.lang.numbers import Numerals

_YEARS = range(1500, 2101)
_HOURS = 24
_CLOSES = frozenset(",;)")
_OPENS = frozenset(",;(")


def names(
    found: Sequence[Piece], bounds: tuple[int, int], first: Number, noun: Word | None, numerals: Numerals
) -> bool:
    """Whether a number or range names, dates or ranks, and counts nothing.

    Args:
        found: the paragraph's pieces.
        bounds: the first and last piece of the number or range.
        first: the number, or the lower end of the range.
        noun: what it would count.
        numerals: the language.
    """
    return (
        _times(found, bounds, first, noun, numerals)
        or _year(found, bounds, first, noun, numerals)
        or _ratio(found, bounds, first, numerals)
        or _labels(found, bounds, noun, numerals)
    )


def _times(
    found: Sequence[Piece], bounds: tuple[int, int], first: Number, noun: Word | None, numerals: Numerals
) -> bool:
    """Whether it is a date, an hour, a duration or an age."""
    begin, end = bounds
    if noun is not None and (noun.norm in numerals.durations or noun.norm in numerals.months):
        return True
    hyphen = end + 1 < len(found) and found[end + 1].text in "-–"
    if end + 1 + hyphen < len(found) and found[end + 1 + hyphen].norm in numerals.durations:
        return True
    dotted = begin > 1 and found[begin - 1].text == "."
    if _month(found, end + 1, numerals) or (begin > 0 and found[begin - 1 - dotted].norm in numerals.months):
        return True
    before = found[begin - 1].norm if begin else ""
    hour = first.value <= _HOURS or len(first.figure) == len("0000")
    if hour and matches(found, end + 1, numerals.clock_after):
        return True
    if noun is None and (before in numerals.clock_before or before in numerals.date_determiners):
        return first.value <= max(_HOURS, 31)
    return False


def _month(found: Sequence[Piece], at: int, numerals: Numerals) -> bool:
    """Whether a month follows, over further days: *5 de mayo*, *5 y 6 de mayo*, *5 and 6 May*."""
    for _ in range(3):
        if at >= len(found):
            return False
        if found[at].norm in numerals.of:
            at += 1
        if at < len(found) and found[at].norm in numerals.months:
            return True
        joined = at + 1 < len(found) and found[at].norm in {",", *numerals.between_joiners, *numerals.joiners}
        day = number(found, at + 1, numerals) if joined else None
        if day is None or day.value > 31:
            return False
        at = day.last + 1
    return False


def _year(
    found: Sequence[Piece], bounds: tuple[int, int], first: Number, noun: Word | None, numerals: Numerals
) -> bool:
    if len(first.figure) != 4 or not first.figure.isdigit() or int(first.figure) not in _YEARS:
        return False
    if matches_before(found, bounds[0], numerals.approximate):
        return False
    counted = noun is not None and noun.feats.get("Number") != "Sing" and noun.pos == "NOUN"
    return numerals.years_before_nouns or not counted


def _ratio(found: Sequence[Piece], bounds: tuple[int, int], first: Number, numerals: Numerals) -> bool:
    """Whether it is part of a ratio or fraction: *uno de cada tres*, *three out of ten*, *two thirds*."""
    begin, end = bounds
    after = end + 1
    if after < len(found) and found[after].text == "-":
        after += 1
    if after < len(found) and found[after].norm in numerals.fractions:
        return True
    size = matches(found, end + 1, numerals.ratios)
    if not size and first.value == 1:
        size = matches(found, end + 1, numerals.ratios_of_one)
    if size and end + 1 + size < len(found) and number(found, end + 1 + size, numerals) is not None:
        return True
    before = matches_before(found, begin, numerals.ratios)
    of_one = 0 if before else matches_before(found, begin, numerals.ratios_of_one)
    if not (before or of_one):
        return False
    ahead = begin - (before or of_one) - 1
    whole = _ending(found, ahead, numerals)
    return whole is not None and (before > 0 or whole.value == 1)


def _ending(found: Sequence[Piece], at: int, numerals: Numerals) -> Number | None:
    """Return the number whose last piece is at ``at``."""
    for begin in range(max(at - 2, 0), at + 1):
        ends = number(found, begin, numerals) if at >= 0 else None
        if ends is not None and ends.last == at:
            return ends
    return None


def _labels(found: Sequence[Piece], bounds: tuple[int, int], noun: Word | None, numerals: Numerals) -> bool:
    """Whether it is something's number: a page's, a road's, an item's of a list, somebody's age between commas."""
    begin, end = bounds
    before = found[begin - 1] if begin else None
    after = found[end + 1] if end + 1 < len(found) else None
    if before is None:
        return after is not None and after.text in {".", ")", "/"} and after.start == found[end].end and noun is None
    if before.norm in numerals.not_counted or before.text == "#":
        return True
    dotted = begin > 1 and before.text in {".", "°", "º"} and found[begin - 2].norm in numerals.not_counted
    if dotted or _listed(found, begin, numerals):
        return True
    if noun is not None:
        proper = noun.pos == "PROPN" and noun.text[:1].isupper() and not noun.text.isupper()
        return proper and (noun.feats.get("Number") == "Sing" or (before.kind == "word" and before.text[:1].isupper()))
    if before.text in _OPENS and after is not None and after.text in _CLOSES:
        return True
    named = before.kind == "word" and before.text[:1].isupper() and begin > 1 and found[begin - 2].text not in ".!?"
    return named and found[begin].kind == "figure"


def _listed(found: Sequence[Piece], begin: int, numerals: Numerals) -> bool:
    """Whether an earlier number of the same label stands before: *los artículos 51 y 52*."""
    joins = {",", *numerals.between_joiners, *numerals.joiners}
    if begin < 3 or found[begin - 1].norm not in joins or found[begin - 2].kind != "figure":
        return False
    label = found[begin - 3]
    return label.norm in numerals.not_counted or label.text == "#"
