"""How a TIMEX3 value is worded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from segun.timex import DAY_PARTS, VALUE
from segun.tongue import gettext as _
from segun.tongue import marked
from segun.tongue.dates import day_in, day_of, month, of_year, weekday

_SEASONS = {"SP": marked("spring"), "SU": marked("summer"), "FA": marked("autumn"), "WI": marked("winter")}
_PARTS = {
    "Q1": marked("first quarter"),
    "Q2": marked("second quarter"),
    "Q3": marked("third quarter"),
    "Q4": marked("fourth quarter"),
    "QX": marked("a quarter"),
    "H1": marked("first half"),
    "H2": marked("second half"),
    "HX": marked("a half"),
}
_DAY_PARTS = (
    marked("morning"),
    marked("midday"),
    marked("daytime"),
    marked("afternoon"),
    marked("evening"),
    marked("night"),
)
"""As :data:`segun.timex.DAY_PARTS` names them."""


def say(value: str | None) -> str:
    """Return a value in words: *28 April 2031*, *week 41 of 2031*, *28 April, year open*; itself where it has none."""
    if value is None:
        return _("date open")
    first, _slash, last = value.partition("/")
    if last:
        return f"{say(first)} – {say(last)}"
    if len(value) == 3 and value.isdecimal():
        return _("the %(decade)ss", decade=f"{value}0")
    if len(value) == 2 and value.isdecimal():
        return _("the years %(first)s–%(last)s", first=f"{value}00", last=f"{value}99")
    if value.startswith("FY") and value[2:].isdecimal():
        return _("fiscal year %(year)s", year=value[2:])
    found = VALUE.fullmatch(value)
    if found is None:
        return value
    try:
        return _worded(found.groupdict())
    except (ValueError, LookupError):
        return value


def _worded(parts: Mapping[str, str | None]) -> str:
    year, week, day_name, part = parts["year"] or "XXXX", parts["week"], parts["weekday"], parts["part"]
    if week:
        said = _week(year, week, day_name)
    elif part:
        said = _part(year, part)
    else:
        said = _date(year, parts["month"], parts["day"])
    time = parts["time"]
    if time is None:
        return said
    named = _(DAY_PARTS[time][0]) if time in DAY_PARTS else time if ":" in time else f"{time} h"
    return f"{named}, {said}" if said == _("day open") else f"{said}, {named}"


def _date(year: str, month_number: str | None, day: str | None) -> str:
    known = "X" not in year
    if month_number is None:
        return year if known else _("year open")
    if "X" in month_number:
        if day is None:
            return _("a month of %(year)s", year=year) if known else _("month open")
        return _("day open") if "X" in day else _("day %(day)s, month open", day=int(day))
    name = month(int(month_number))
    if day is not None:
        name = _("a day in %(month)s", month=name) if "X" in day else day_in(int(day), name)
    return of_year(name, year) if known else _("%(date)s, year open", date=name)


def _week(year: str, week: str, day_name: str | None) -> str:
    if "X" in year or "X" in week:
        if day_name is None or day_name == "X":
            return _("a week, date open")
        if day_name == "WE":
            return _("a weekend, date open")
        return _("a %(weekday)s, date open", weekday=weekday(int(day_name)))
    monday = date.fromisocalendar(int(year), int(week), 1)
    if day_name is None or day_name == "X":
        return _("week %(week)s of %(year)s", week=int(week), year=year)
    if day_name == "WE":
        return _("weekend of %(date)s", date=day_of(monday + timedelta(5)))
    return day_of(monday + timedelta(int(day_name) - 1))


def _part(year: str, part: str) -> str:
    known = "X" not in year
    name = _(_SEASONS[part] if part in _SEASONS else _PARTS[part])
    if not known:
        return _("%(date)s, year open", date=name)
    if part in _SEASONS:
        # Translators: a season with its year, as in summer 2031
        return _("%(season)s %(year)s", season=name, year=year)
    # Translators: a quarter or half with its year, as in first quarter of 2031
    return _("%(part)s of %(year)s", part=name, year=year)
