"""An axis of time: where a moment lies on it, its ticks, and the gaps that it leaves out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from segun.timex import Extent
from segun.tongue.dates import month

_BREAK = 5.0
"""Hundredths of the axis that a gap takes."""
_MOST_BREAKS = 4
_MARGIN = 0.04
_LABEL = 14.0
"""Hundredths of the axis that a label may need."""
_HOUR, _YEAR = 1 / 24, 365.2425


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the axis; ``x`` in hundredths of its width."""

    x: float
    label: str
    spare: bool
    """Whether its label may be left out where there is little room."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time drawn to one scale, from ``left`` to ``right`` in hundredths of the axis."""

    start: float
    end: float
    left: float
    right: float

    def at(self, moment: float) -> float:
        """Return where a moment lies; outside the piece, its nearer end."""
        share = (moment - self.start) / (self.end - self.start)
        return round(self.left + min(max(share, 0.0), 1.0) * (self.right - self.left), 2)


@dataclass(frozen=True, slots=True)
class Axis:
    """Pieces from left to right with the breaks between them, and the ticks of all."""

    pieces: tuple[Piece, ...]
    breaks: tuple[float, ...]
    ticks: tuple[Tick, ...]

    def at(self, moment: float) -> float:
        """Return where a moment lies, in hundredths of the width."""
        piece = next((piece for piece in self.pieces if moment <= piece.end), self.pieces[-1])
        return piece.at(moment)

    def holds(self, moment: float) -> bool:
        """Whether a moment lies on one of the pieces."""
        return any(piece.start <= moment <= piece.end for piece in self.pieces)


def axis(extents: Sequence[Extent], also: float | None = None) -> Axis:
    """Return an axis on which all extents lie.

    A gap is cut out where what lies on either side of it would otherwise run together.

    Args:
        extents: at least one, in any order.
        also: a moment that is taken in where that costs little room.
    """
    wanted = list(extents)
    first, last = min(each.start for each in wanted), max(each.end for each in wanted)
    if also is not None and first - also <= max(last - first, 60) and also - last <= max(last - first, 60):
        wanted.append(Extent(also, also + 1))
    groups = _groups(wanted, {each.start for each in extents})
    weights = [_weight(group) for group in groups]
    room = 100 - _BREAK * (len(groups) - 1)
    finest = min(each.end - each.start for each in wanted)
    pieces, breaks, left = [], [], 0.0
    for group, weight in zip(groups, weights, strict=True):
        right = left + room * weight / sum(weights)
        pieces.append(_piece(group, left, right))
        breaks.append(round(right + _BREAK / 2, 2))
        left = right + _BREAK
    ticks = [tick for piece in pieces for tick in _ticks(piece, finest)]
    return Axis(tuple(pieces), tuple(breaks[:-1]), tuple(_legible(ticks)))


def _groups(extents: Iterable[Extent], starts: set[float]) -> list[list[Extent]]:
    """Return the extents in their order, parted where the axis is to leave out a gap.

    A group is parted at its widest gap where two of its ``starts`` would lie less than two hundredths of the axis
    apart, and where that gap takes a quarter of the group or more.
    """
    groups = [sorted(extents, key=lambda each: (each.start, each.end))]
    while len(groups) <= _MOST_BREAKS:
        found = None
        for at, group in enumerate(groups):
            gap, before = max(_gaps(group), default=(0.0, 0))
            span = max(each.end for each in group) - group[0].start
            room = _weight(group) / sum(_weight(each) for each in groups)
            crowded = _closest({each.start for each in group} & starts) * room < 0.02 * span
            if crowded and gap >= 0.25 * span and (found is None or gap / span > found[0]):
                found = (gap / span, at, before)
        if found is None:
            break
        _, at, before = found
        groups[at : at + 1] = [groups[at][:before], groups[at][before:]]
    return groups


def _closest(starts: set[float]) -> float:
    return min((after - before for before, after in pairwise(sorted(starts))), default=float("inf"))


def _weight(group: Sequence[Extent]) -> int:
    """Return how much room a group gets, in proportion."""
    return len({each.start for each in group}) + 1


def _gaps(ordered: Sequence[Extent]) -> Iterator[tuple[float, int]]:
    """Yield the size of each stretch that nothing covers, and the index of the extent after it."""
    reached = ordered[0].end
    for at, each in enumerate(ordered):
        if each.start > reached:
            yield each.start - reached, at
        reached = max(reached, each.end)


def _piece(group: Sequence[Extent], left: float, right: float) -> Piece:
    start, end = group[0].start, max(each.end for each in group)
    margin = (end - start) * _MARGIN
    return Piece(start - margin, end + margin, round(left, 2), round(right, 2))


def _ticks(piece: Piece, finest: float) -> list[Tick]:
    most = max(int((piece.right - piece.left) / _LABEL), 1)
    for found in _scales(piece, finest):
        if len(found) <= most:
            break
    else:
        found = []
    if not found:
        middle = (piece.start + piece.end) / 2
        return [Tick(round((piece.left + piece.right) / 2, 2), _year(middle), spare=False)]
    return [Tick(piece.at(moment), label, spare=False) for moment, label in found]


def _legible(ticks: Iterable[Tick]) -> Iterator[Tick]:
    """Leave out labels that would run into the one before, and mark those for which a narrow page has no room."""
    end = narrow_end = float("-inf")
    for tick in ticks:
        half, narrow_half = len(tick.label) * 0.65, len(tick.label) * 1.2
        if tick.x - half < end + 1:
            yield Tick(tick.x, "", spare=True)
            continue
        end = tick.x + half
        spare = tick.x - narrow_half < narrow_end + 1
        narrow_end = narrow_end if spare else tick.x + narrow_half
        yield Tick(tick.x, tick.label, spare)


def _scales(piece: Piece, finest: float) -> Iterator[list[tuple[float, str]]]:
    """Yield ever fewer moments with their labels, from hours to centuries."""
    span = piece.end - piece.start
    if finest < 1 and span < 4:
        for hours in (1, 3, 6, 12):
            yield [(at, _hour(at)) for at in _even(piece, hours * _HOUR)]
    if span < 200:
        for days in (1, 2, 7, 14):
            yield _with_years(_even(piece, days))
    if span < 20 * _YEAR:
        for months in (1, 2, 3, 6):
            yield [(at, _month(at)) for at in _calendar(piece, months)]
    for years in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        yield [(at, _year(at)) for at in _calendar(piece, 12 * years)]


def _even(piece: Piece, step: float) -> list[float]:
    first, last = math.ceil(piece.start / step), math.floor(piece.end / step)
    return [at * step for at in range(first, last + 1)]


def _with_years(days: list[float]) -> list[tuple[float, str]]:
    """Label days, the first of each year with it."""
    years = [None, *(_date(at).year for at in days)]
    return [
        (at, _day(at) if year == last else f"{_day(at)} {year}")
        for at, last, year in zip(days, years, years[1:], strict=False)
    ]


def _calendar(piece: Piece, months: int) -> list[float]:
    """Return the first days of every so many months, counted from the beginning of the era."""
    first, last = (date.fromordinal(min(max(int(at), 1), date.max.toordinal())) for at in (piece.start, piece.end))
    before, after = first.year * 12 + first.month - 1, last.year * 12 + last.month
    firsts = [
        float(date(at // 12, at % 12 + 1, 1).toordinal())
        for at in range(-(-before // months) * months, after, months)
        if 12 <= at < 120_000
    ]
    return [at for at in firsts if piece.start <= at <= piece.end]


def _date(moment: float) -> date:
    return date.fromordinal(min(max(int(moment + 1e-6), 1), date.max.toordinal()))


def _hour(moment: float) -> str:
    hour = round((moment % 1) * 24) % 24
    return f"{hour:02}:00" if hour else _day(moment + 0.01)


def _day(moment: float) -> str:
    day = _date(moment)
    return f"{day.day} {month(day.month, 'abbreviated')}"


def _month(moment: float) -> str:
    day = _date(moment)
    return f"{month(day.month, 'abbreviated')} {day.year}"


def _year(moment: float) -> str:
    return str(_date(moment).year)
