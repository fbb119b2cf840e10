"""When, over many claims: days, months or years with their counts, and longer periods as bars, on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from segun.ledger.spreads import Stretch
from segun.tongue import gettext as _

Unit = Literal["day", "month", "year", "decade"]
HEIGHT, BAR = 110, 13
"""Pixels of the highest column, and of a row of a period."""
_MOST_BARS, _MOST_TICKS = 10, 7
_DAYS, _MONTHS, _YEARS = 100, 3_100, 55_000
"""Days up to which an axis counts days, months, years."""
_STRAY = 0.02


@dataclass(frozen=True, slots=True)
class Column:
    """A day, month or year with the claims that it dates; ``x`` and ``width`` in hundredths of the axis."""

    first: str
    """As an address has it: 2031-04-12, 2031-04, 2031."""
    last: str
    x: float
    width: float
    height: float
    """In pixels."""
    claims: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A period longer than a column."""

    first: str
    last: str
    x: float
    width: float
    y: int
    claims: int


@dataclass(frozen=True, slots=True)
class Periods:
    """All that is drawn of a selection's dates."""

    unit: Unit
    start: date
    end: date
    """The day after the last one."""
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]
    more: int
    """Periods that are not drawn."""
    ticks: tuple[tuple[float, str], ...]
    highest: int
    before: int
    """Claims dated outside of the axis."""
    after: int
    brushed: tuple[float, float] | None
    """Where the period that is asked for begins and ends, in hundredths."""

    @property
    def height(self) -> int:
        """Return the height of columns and bars together, in pixels."""
        return HEIGHT + 8 + len(self.bars) * BAR


def periods(found: Iterable[Stretch], first: str = "", last: str = "") -> Periods | None:
    """Lay out what stretches of the calendar date; ``None`` where nothing is dated.

    Args:
        found: the stretches with their claims.
        first: the beginning of the period that is asked for: 2031, 2031-04 or 2031-04-12; empty where it is open.
        last: its end.
    """
    dated = [(a, b, each.claims) for each in found for a, b in [(_day(each.first), _day(each.last))] if a and b]
    if not dated:
        return None
    start, end = _reach(dated, first, last)
    unit = _unit((end - start).days)
    start, end = _floor(start, unit), _next(_floor(end, unit), unit)
    shown = [each for each in dated if each[1] >= start and each[0] < end]
    counts: dict[date, int] = {}
    long: dict[tuple[date, date], int] = {}
    for a, b, many in shown:
        if _floor(a, unit) == _floor(b, unit):
            counts[_floor(a, unit)] = counts.get(_floor(a, unit), 0) + many
        else:
            long[a, b] = long.get((a, b), 0) + many
    highest = max(counts.values(), default=1)
    scale = _Scale(start, end)
    most = sorted(long, key=lambda each: (-long[each], each))[:_MOST_BARS]
    return Periods(
        unit=unit,
        start=start,
        end=end,
        columns=tuple(
            Column(
                *_written(at, unit),
                scale.at(at),
                round(scale.at(_next(at, unit)) - scale.at(at), 3),
                round(max(2.0, HEIGHT * many / highest), 1),
                many,
            )
            for at, many in sorted(counts.items())
        ),
        bars=tuple(
            Bar(
                a.isoformat(),
                b.isoformat(),
                scale.at(a),
                round(scale.at(b + timedelta(1)) - scale.at(a), 3),
                HEIGHT + 8 + row * BAR,
                long[a, b],
            )
            for row, (a, b) in enumerate(sorted(most))
        ),
        more=len(long) - len(most),
        ticks=tuple(_ticks(scale, unit)),
        highest=highest,
        before=sum(many for _, b, many in dated if b < start),
        after=sum(many for a, _, many in dated if a >= end),
        brushed=_brushed(scale, first, last),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date

    def at(self, day: date) -> float:
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        return round(100 * min(max(share, 0.0), 1.0), 3)


def _reach(dated: Sequence[tuple[date, date, int]], first: str, last: str) -> tuple[date, date]:
    """Return the first and the last day of the axis: the period asked for and as much around, else nearly all."""
    low, high = min(a for a, _, _ in dated), max(b for _, b, _ in dated)
    if first or last:
        a, b = _day(first) or low, _end(last) or high
        around = timedelta(max((b - a).days, 3))
        return max(_later(a, -around), min(low, a)), min(_later(b, around), max(high, b))
    total, seen, near, far = sum(many for _, _, many in dated), 0, low, high
    for a, __, many in sorted(dated):
        seen += many
        if seen > _STRAY * total:
            near = a
            break
    seen = 0
    for __, b, many in sorted(dated, key=lambda each: each[1], reverse=True):
        seen += many
        if seen > _STRAY * total:
            far = b
            break
    trimmed = far >= near and (far - near).days * 3 < (high - low).days
    return (near, far) if trimmed else (low, high)


def _brushed(scale: _Scale, first: str, last: str) -> tuple[float, float] | None:
    if not (first or last):
        return None
    a, b = _day(first) or scale.start, _end(last) or scale.end
    return scale.at(a), scale.at(_later(b, timedelta(1)))


def _later(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by.days > 0 else date.min


def _day(written: str) -> date | None:
    """Return the first day of a date as an address or a ledger has it."""
    try:
        return date.fromisoformat(f"{written}-01-01"[:10] if len(written) == 4 else f"{written}-01"[:10])
    except ValueError:
        return None


def _end(written: str) -> date | None:
    day = _day(written)
    if day is None or len(written) > 7:
        return day
    return _later(_next(day, "year" if len(written) == 4 else "month"), -timedelta(1))


def _unit(days: int) -> Unit:
    return "day" if days <= _DAYS else "month" if days <= _MONTHS else "year" if days <= _YEARS else "decade"


def _floor(day: date, unit: Unit) -> date:
    if unit == "day":
        return day
    if unit == "month":
        return day.replace(day=1)
    return date(day.year if unit == "year" else max(day.year // 10 * 10, 1), 1, 1)


def _next(day: date, unit: Unit) -> date:
    if unit == "day":
        return _later(day, timedelta(1))
    year, month = day.year, day.month
    if unit == "month":
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    else:
        year = year + 1 if unit == "year" else year // 10 * 10 + 10
    return date(year, month, 1) if year <= date.max.year else date.max


def _written(day: date, unit: Unit) -> tuple[str, str]:
    if unit == "decade":
        return f"{day.year:04}", f"{day.year // 10 * 10 + 9:04}"
    short = day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]
    return short, short


def _ticks(scale: _Scale, unit: Unit) -> Iterable[tuple[float, str]]:
    days = [scale.start]
    while (following := _next(days[-1], unit)) < scale.end:
        days.append(following)
    step = max(1, -(-len(days) // _MOST_TICKS))
    if unit == "month":
        step = next((each for each in (1, 2, 3, 6, 12) if each >= step), step)
    return [(scale.at(day), _label(day, unit)) for day in days[::step]]


def _label(day: date, unit: Unit) -> str:
    if unit == "day":
        return day.isoformat()
    if unit == "month":
        return day.isoformat()[:7]
    return _("%(year)ss", year=day.year) if unit == "decade" else str(day.year)
