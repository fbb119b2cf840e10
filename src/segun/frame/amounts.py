"""Numbers with their signs, and ranges of them: *$3 million*, *entre 40 y 60*, *12,5 %*."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from segun.frame.numbers import Number, Piece, matches, number
from segun.lang.numbers import Numerals

HYPHENS = frozenset("-–−")
"""Marks that join the ends of a range, or a number and what it counts."""
_SIGNS = 2
"""Pieces that the sign of a currency before a figure takes at the most: *US$*."""
_CODES = frozenset({"USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RUB", "UAH", "MXN", "ARS", "COP", "CLP", "BRL", "PEN"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range; ``first`` and ``last`` are pieces, signs included."""

    first: int
    last: int
    number: Number
    upper: Number | None
    sign: str | None
    """The currency's sign, or the percentage's."""
    hyphened: bool = False
    opened: bool = False
    """Whether *between* opens the range."""


def amount_at(found: list[Piece], at: int, numerals: Numerals) -> Amount | None:
    """Return the number or range that begins at a piece, its signs included, or ``None``."""
    if at >= len(found):
        return None
    sign, first = None, at
    if found[at].kind != "figure" and at + 1 < len(found):
        sign, at = _sign_before(found, at)
    lower = number(found, at, numerals)
    if lower is None or (sign is not None and found[at].kind != "figure"):
        return None
    lower, after, closing = _closed(found, lower, sign, numerals)
    sign = sign or closing
    start = first - _articled(found, first - 1, numerals)
    opened = start > 0 and found[start - 1].norm in numerals.between
    upper, hyphened = _upper(found, after, lower, numerals, opened=opened)
    if upper is None:
        return Amount(first, after - 1, lower, None, sign)
    upper, end, closing = _closed(found, upper, sign, numerals)
    return Amount(start - 1 if opened else first, end - 1, lower, upper, sign or closing, hyphened, opened)


def beginnings(found: list[Piece], numerals: Numerals) -> list[int]:
    """Return the pieces at which an amount may begin, in order: figures, the signs before them, numerals."""
    figures = [at for at, piece in enumerate(found) if piece.kind == "figure"]
    words = [at for at, piece in enumerate(found) if piece.norm in numerals.beginnings]
    return sorted({*words, *(at - signs for at in figures for signs in range(min(at, _SIGNS) + 1))})


def _articled(found: list[Piece], at: int, numerals: Numerals) -> bool:
    """Whether an article stands before a figure: *un 3 %*."""
    return 0 <= at < len(found) - 1 and found[at].norm in numerals.articles and found[at + 1].kind == "figure"


def _sign_before(found: list[Piece], at: int) -> tuple[str | None, int]:
    """Return the currency before a number and the piece after it: *$*, *US$*, *EUR*."""
    piece, after = found[at], found[at + 1]
    if _is_currency(piece.text) or piece.text in _CODES:
        return piece.text, at + 1
    prefixed = piece.text.isupper() and len(piece.text) <= 3 and _is_currency(after.text) and piece.end == after.start
    if prefixed and at + 2 < len(found):
        return piece.text + after.text, at + 2
    return None, at


def _closed(found: list[Piece], lower: Number, sign: str | None, numerals: Numerals) -> tuple[Number, int, str | None]:
    """Return the number with what its sign makes of it, the piece after both, and the sign after it."""
    at = lower.last + 1
    factor = numerals.money.get(found[at].norm) if at < len(found) and found[lower.last].kind == "figure" else None
    money = sign is not None or (at + 1 < len(found) and _is_currency(found[at + 1].text))
    if factor is not None and money and sign not in {"%", "‰"}:
        lower = Number(lower.first, at, lower.value * factor, factor)
        at += 1
    if at < len(found) and (found[at].text in {"%", "‰"} or (sign is None and _is_currency(found[at].text))):
        return lower, at + 1, found[at].text
    return lower, at, None


def _is_currency(text: str) -> bool:
    return len(text) == 1 and unicodedata.category(text) == "Sc"


def _upper(
    found: list[Piece], at: int, lower: Number, numerals: Numerals, *, opened: bool
) -> tuple[Number | None, bool]:
    """Return the upper end of a range, and whether a hyphen joins it: *entre 40 y 60*, *40-60*, *40 to 60*."""
    if at + 1 >= len(found):
        return None, False
    joins = numerals.joiners | (numerals.between_joiners if opened else frozenset())
    percents = matches(found, at, numerals.percents)
    at += percents
    hyphened = found[at].text in HYPHENS if at < len(found) else False
    if at + 1 >= len(found) or not (hyphened or found[at].norm in joins):
        return None, False
    begin = at + 1 + _articled(found, at + 1, numerals)
    _, begin = _sign_before(found, begin) if begin + 1 < len(found) else (None, begin)
    upper = number(found, begin, numerals)
    if upper is None or found[begin].norm in numerals.articles:
        return None, False
    if hyphened and (found[at].start - found[at - 1].end != found[begin].start - found[at].end):
        return None, False
    if upper.value <= lower.value and not (upper.value * upper.scale > lower.value and hyphened):
        return None, False
    return Number(begin, upper.last, upper.value, upper.scale, upper.figure), hyphened
