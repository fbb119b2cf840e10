"""Weeks, months, quarters, years by their distance from the publication."""

from __future__ import annotations

from segun.anchor.time.calendar import UNKNOWN_YEAR, at_unit, moved
from segun.anchor.time.context import Context, Sense
from segun.anchor.time.grammar import Found
from segun.anchor.time.points import direction, year_of

_OPEN = {"Y": UNKNOWN_YEAR, "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "6M": "XXXX-HX"}
_PARTS_OF_YEAR = {"Q": ("Q", 4), "3M": ("Q", 4), "6M": ("H", 2), "H": ("H", 2), "4M": ("T", 3)}


def period(found: Found, at: Context) -> Sense | None:
    """Return the meaning of *esta semana*, *el año pasado*, *next month*."""
    unit = str(found.get("u") or found.option("unit"))
    turn = direction(found) or 0
    count = found.number("n") or 1
    if at.today is None:
        return Sense("DATE", _OPEN.get(unit) if turn == 0 or unit in {"Y", "M", "WE"} else None)
    if unit == "WE" and direction(found) is None:
        turn = -1 if at.tense(found.span) != "future" and at.today.isoweekday() < 6 else 0
    day = moved(at.today, turn * count, unit)
    return Sense("DATE", at_unit(day, unit) if day else None)


def part_of_year(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a numbered part of a year: *el primer trimestre*, *the second half of 1998*."""
    letter, parts = _PARTS_OF_YEAR[str(found.get("u"))]
    number = found.integer("n")
    if number == -1:
        number = parts
    if number is None or not 1 <= number <= parts:
        return None
    year = year_of(found, at)
    if year is None and at.today is not None:
        current = (at.today.month - 1) * parts // 12 + 1
        earlier = at.tense(found.span) != "future"
        year = at.today.year - (1 if earlier and number > current else 0)
    return Sense("DATE", f"{f'{year:04}' if year else UNKNOWN_YEAR}-{letter}{number}")


def last_named(found: Found, at: Context) -> Sense | None:
    """Return the quarter that the text spoke of last: *the latest quarter*."""
    quarter = at.last_quarter(found.span)
    if quarter is None and at.today is not None:
        last = moved(at.today, -1, "Q")
        quarter = at_unit(last, "Q") if last else None
    return Sense("DATE", quarter)
