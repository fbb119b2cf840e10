"""How a TIMEX3 value is worded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from segun.timex import DAY_PARTS, VALUE
from segun.view.words import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "X": "a"}


def say(value: str | None) -> str:
    """Return a value in words: *28 April 2031*, *week 41 of 2031*, *28 April, year open*; itself where it has none."""
    if value is None:
        return "date open"
    first, _, last = value.partition("/")
    if last:
        return f"{say(first)} – {say(last)}"
    if len(value) == 3 and value.isdecimal():
        return f"the {value}0s"
    if len(value) == 2 and value.isdecimal():
        return f"the years {value}00–{value}99"
    if value.startswith("FY") and value[2:].isdecimal():
        return f"fiscal year {value[2:]}"
    found = VALUE.fullmatch(value)
    if found is None:
        return value
    try:
        return _worded(found.groupdict())
    except (ValueError, IndexError):
        return value


def _worded(parts: Mapping[str, str | None]) -> str:
    year, week, weekday, part = parts["year"] or "XXXX", parts["week"], parts["weekday"], parts["part"]
    known = "X" not in year
    if week:
        said = _week(year, week, weekday)
    elif part:
        said = _part(part) + (f" {year}" if known and part in _SEASONS else f" of {year}" if known else ", year open")
    else:
        said = _date(year, parts["month"], parts["day"])
    time = parts["time"]
    if time is None:
        return said
    named = DAY_PARTS[time][0] if time in DAY_PARTS else time if ":" in time else f"{time} h"
    return f"{named}, {said}" if said == "day open" else f"{said}, {named}"


def _date(year: str, month: str | None, day: str | None) -> str:
    known = "X" not in year
    if month is None:
        return year if known else "year open"
    if "X" in month:
        if day is None:
            return f"a month of {year}" if known else "month open"
        return "day open" if "X" in day else f"day {int(day)}, month open"
    name = MONTHS[int(month) - 1]
    if day is not None:
        name = f"a day in {name}" if "X" in day else f"{int(day)} {name}"
    return f"{name} {year}" if known else f"{name}, year open"


def _week(year: str, week: str, weekday: str | None) -> str:
    if "X" in year or "X" in week:
        if weekday is None or weekday == "X":
            return "a week, date open"
        return "a weekend, date open" if weekday == "WE" else f"a {_WEEKDAYS[int(weekday) - 1]}, date open"
    monday = date.fromisocalendar(int(year), int(week), 1)
    if weekday is None or weekday == "X":
        return f"week {int(week)} of {year}"
    if weekday == "WE":
        saturday = monday + timedelta(5)
        return f"weekend of {saturday.day} {MONTHS[saturday.month - 1]} {saturday.year}"
    day = monday + timedelta(int(weekday) - 1)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _part(part: str) -> str:
    if part in _SEASONS:
        return _SEASONS[part]
    return f"{_ORDINALS[part[1]]} {'quarter' if part[0] == 'Q' else 'half'}"
