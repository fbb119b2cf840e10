"""Arithmetic on dates, and how TIMEX3 writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

UNKNOWN_YEAR = "XXXX"
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The months in which they begin, in the north."""
_UNIT = re.compile(r"(\d*)([A-Z]+)")
_MONTHS_IN = {"M": 1, "Q": 3, "T": 4, "H": 6, "Y": 12}
_MOVABLE = re.compile(r"easter([+-]\d+)?|(\d+)#(-?\d+)#(\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
LEAP = 2000


def unit_of(code: str) -> tuple[int, str]:
    """Split a unit into how many of which: ``10Y`` is ten years, ``D`` one day.

    Raises:
        ValueError: it is none.
    """
    found = _UNIT.fullmatch(code)
    if found is None:
        raise ValueError(f"{code!r} is no unit.")
    return int(found[1] or 1), found[2]


def made(year: int, month: int, day: int) -> date | None:
    """Return a date, ``None`` where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in(value: str | None) -> date | None:
    """Return the day that a value names or begins with, ``None`` where it is no full date."""
    found = _DAY.match(value or "")
    return made(*map(int, found.groups())) if found else None


def moved(start: date, count: float, unit: str) -> date | None:
    """Return the date ``count`` units later, or earlier where it is negative; ``None`` beyond the calendar."""
    times, base = unit_of(unit)
    whole = count * times
    try:
        if base in _MONTHS_IN:
            months = start.year * 12 + start.month - 1 + round(whole * _MONTHS_IN[base])
            year, month = divmod(months, 12)
            return date(year, month + 1, min(start.day, _last_day(year, month + 1)))
        if base in {"D", "W", "WE"}:
            return start + timedelta(days=round(whole * (1 if base == "D" else 7)))
    except (ValueError, OverflowError):
        return None
    return None


def _last_day(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def at_unit(day: date, unit: str) -> str | None:
    """Return the value of the unit that a day lies in: its year, quarter, month, week or decade."""
    week = f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"
    year = f"{day.year:04}"
    return {
        "1000Y": year[:1],
        "100Y": year[:2],
        "10Y": year[:3],
        "DE": year[:3],
        "Y": year,
        "6M": f"{year}-H{(day.month + 5) // 6}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "4M": f"{year}-T{(day.month + 3) // 4}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "3M": f"{year}-Q{(day.month + 2) // 3}",
        "2M": None,
        "M": f"{year}-{day.month:02}",
        "W": week,
        "2W": week,
        "WE": f"{week}-WE",
        "D": day.isoformat(),
    }.get(unit)


def around(day: date, month: int, of_month: int) -> Iterator[date]:
    """Yield the day of a month in the years next to a date."""
    for year in (day.year - 1, day.year, day.year + 1):
        found = made(year, month, of_month) if 0 < year < 9999 else None
        if found:
            yield found


def next_weekday(day: date, weekday: int, *, strictly: bool) -> date:
    """Return the first such day of the week after a date, or on it; Monday is 1."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead or (7 if strictly else 0))


def last_weekday(day: date, weekday: int, *, strictly: bool) -> date:
    """Return the last such day of the week before a date, or on it; Monday is 1."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    r = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * r) // 433
    month = (h + r - 7 * m + 90) // 25
    return date(year, month, (h + r - 7 * m + 33 * month + 19) % 32)


def feast(code: str, year: int) -> date | None:
    """Return the day of a feast in a year.

    Args:
        code: ``12-25``, ``easter-2`` (days from Easter) or ``11#4#4`` (the fourth Thursday of November; ``5#-1#1`` the
            last Monday of May).
        year: the year.
    """
    movable = _MOVABLE.fullmatch(code)
    if movable is None:
        month, day = map(int, code.split("-"))
        return made(year, month, day)
    if movable[2] is None:
        return easter(year) + timedelta(days=int(movable[1] or 0))
    month, nth, weekday = int(movable[2]), int(movable[3]), int(movable[4])
    if nth > 0:
        return next_weekday(date(year, month, 1), weekday, strictly=False) + timedelta(weeks=nth - 1)
    return last_weekday(date(year, month, _last_day(year, month)), weekday, strictly=False)
