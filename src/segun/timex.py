"""What a TIMEX3 value means on a calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

VALUE = re.compile(
    r"(?P<year>\d{4}|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?"
    r"|-W(?P<week>\d\d|XX)(?:-(?P<weekday>[1-7X]|WE))?"
    r"|-(?P<part>SP|SU|FA|WI|[QH][1-4X]))?"
    r"(?:T(?P<time>\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?|[A-Z]{2}|XX(?::XX)*)(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_REFERENCE = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_LONG = re.compile(r"\d{2,3}")
SEASONS = frozenset({"SP", "SU", "FA", "WI"})
DAY_PARTS: Mapping[str, tuple[str, float, float]] = {
    "MO": ("morning", 6, 12),
    "MI": ("midday", 11, 14),
    "DT": ("daytime", 6, 18),
    "AF": ("afternoon", 12, 18),
    "EV": ("evening", 18, 24),
    "NI": ("night", 18, 30),
}
"""The name of a part of the day and the hours that it is drawn over; a night runs into the next day."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the calendar, half-open, in days: 1.5 is noon of 1 January of the year 1."""

    start: float
    end: float


def extent(value: str | None) -> Extent | None:
    """Return the stretch of the calendar that a value covers; ``None`` where it is open or no calendar date.

    A year covers all its days, a decade all its years. A season covers its whole year, for it is another one on the
    other half of the globe. Hours are taken as local, whatever their zone.
    """
    if value is None:
        return None
    first, _, last = value.partition("/")
    if last:
        start, end = extent(first), extent(last)
        return Extent(start.start, end.end) if start and end and start.start < end.end else None
    try:
        if _LONG.fullmatch(value):
            years = 10 ** (4 - len(value))
            return _years(int(value) * years, years)
        found = VALUE.fullmatch(value)
        return _extent(found.groupdict()) if found else None
    except (ValueError, OverflowError):  # no such day, week or year
        return None


def refers(value: str | None) -> bool:
    """Whether a value only says past, present or future."""
    return value is not None and _REFERENCE.fullmatch(value) is not None


def _extent(parts: Mapping[str, str | None]) -> Extent | None:
    if any(part is not None and "X" in part for part in parts.values()):
        return None
    day = _day(parts)
    if day is not None:
        return _hours(day, parts["time"])
    if parts["time"]:
        return None
    year = int(parts["year"] or 0)
    if parts["week"]:
        monday = date.fromisocalendar(year, int(parts["week"]), 1).toordinal()
        return Extent(monday + 5, monday + 7) if parts["weekday"] == "WE" else Extent(monday, monday + 7)
    if parts["month"]:
        return _months(year, int(parts["month"]), 1)
    part = parts["part"]
    if part and part not in SEASONS:
        months = 3 if part[0] == "Q" else 6
        return _months(year, months * (int(part[1]) - 1) + 1, months)
    return _years(year, 1)


def _day(parts: Mapping[str, str | None]) -> int | None:
    year, month, day = parts["year"], parts["month"], parts["day"]
    if year and month and day:
        return date(int(year), int(month), int(day)).toordinal()
    week, weekday = parts["week"], parts["weekday"]
    if year and week and weekday and weekday != "WE":
        return date.fromisocalendar(int(year), int(week), int(weekday)).toordinal()
    return None


def _hours(day: int, time: str | None) -> Extent:
    if time is None:
        return Extent(day, day + 1)
    if time in DAY_PARTS:
        _, start, end = DAY_PARTS[time]
        return Extent(day + start / 24, day + end / 24)
    hour, minute, second = ([float(each) for each in time.split(":")] + [0.0, 0.0])[:3]
    start = day + hour / 24 + minute / 1440 + second / 86400
    return Extent(start, start + (1 / 24 if len(time) == 2 else 1 / 1440))


def _months(year: int, month: int, count: int) -> Extent:
    after = month - 1 + count
    return Extent(date(year, month, 1).toordinal(), date(year + after // 12, after % 12 + 1, 1).toordinal())


def _years(year: int, count: int) -> Extent:
    return Extent(date(year, 1, 1).toordinal(), date(year + count, 1, 1).toordinal())


def moment(published: str | None) -> float | None:
    """Return an ISO 8601 date or date-time in days, as :class:`Extent` counts them; ``None`` where it is neither."""
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return None
    return when.toordinal() + (when.hour + when.minute / 60) / 24
