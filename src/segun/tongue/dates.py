"""Months, weekdays, dates and numbers in the language that is spoken; CLDR's by Babel, English without it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, cast

from segun.tongue import ENGLISH, language
from segun.tongue import gettext as _

Width = Literal["wide", "abbreviated"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month(number: int, width: Width = "wide") -> str:
    """Return the name of a month, 1 to 12; abbreviated without a full stop.

    Raises:
        IndexError: there is no such month.
    """
    return _months(language(), width)[number - 1]


def weekday(number: int) -> str:
    """Return the name of a day of the week, 1 is Monday.

    Raises:
        IndexError: there is no such day.
    """
    return _weekdays(language())[number - 1]


def day_of(when: date) -> str:
    """Return a date in words: *4 March 2031*."""
    return of_year(day_in(when.day, month(when.month)), str(when.year))


def day_in(day: int, month_name: str) -> str:
    """Return a day of a month: *4 March*."""
    # Translators: a day of a month, as in 4 March
    return _("%(day)s %(month)s", day=day, month=month_name)


def of_year(what: str, year: str) -> str:
    """Return a day or month with its year: *4 March 2031*, *March 2031*."""
    # Translators: a day or a month with its year, as in 4 March 2031
    return _("%(date)s %(year)s", date=what, year=year)


def number(value: float, digits: int = 0) -> str:
    """Return a number with so many digits after the point and its thousands set apart."""
    if language() == ENGLISH:
        return f"{value:,.{digits}f}"
    from babel.numbers import format_decimal

    places = f"#,##0.{'0' * digits}" if digits else "#,##0"
    return format_decimal(round(value, digits), format=places, locale=language())


def figure(written: str) -> str:
    """Return a figure written as in English, *0.75* or *62%*, as the language writes it."""
    if language() == ENGLISH:
        return written
    from babel.numbers import format_percent, get_decimal_symbol

    if written.endswith("%"):
        return format_percent(float(written[:-1]) / 100, locale=language())
    return written.replace(".", get_decimal_symbol(language()))


@cache
def _months(code: str, width: Width) -> tuple[str, ...]:
    if code == ENGLISH:
        return _MONTHS if width == "wide" else tuple(name[:3] for name in _MONTHS)
    from babel.dates import get_month_names

    names = get_month_names(width, "format" if width == "wide" else "stand-alone", code)
    return tuple(cast("str", names[at]).rstrip(".") for at in range(1, 13))


@cache
def _weekdays(code: str) -> tuple[str, ...]:
    if code == ENGLISH:
        return _WEEKDAYS
    from babel.dates import get_day_names

    names = get_day_names("wide", "stand-alone", code)
    return tuple(cast("str", names[at]) for at in range(7))
