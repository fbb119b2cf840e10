"""From degrees to a sheet: equirectangular, true to scale north to south and along its middle parallel."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

KM = 111.2
"""Kilometres in a degree of latitude."""
_LEAST_KM = 240.0
_MARGIN = 0.14
_WORLD = 200.0
"""Degrees of longitude from which on the whole globe is shown, with the antimeridian at its edges."""


class Disc(NamedTuple):
    """A point with a radius, 0 for the point alone; degrees north and east, kilometres."""

    lat: float
    lon: float
    km: float = 0.0


class Box(NamedTuple):
    """Degrees; ``west`` lies between -180 and 180, ``east`` beyond 180 where the box crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    def halves(self) -> tuple[Box, ...]:
        """Return the box, in two at the antimeridian where it crosses it, so that no longitude exceeds 180."""
        if self.east <= 180:
            return (self,)
        return (Box(self.south, self.west, self.north, 180.0), Box(self.south, -180.0, self.north, self.east - 360))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A box drawn on ``width`` by ``height`` SVG units."""

    box: Box
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The parallel along which east and west are true to scale, in degrees north."""
        return (self.box.south + self.box.north) / 2

    @property
    def per_km(self) -> float:
        """SVG units in a kilometre, north to south."""
        return self.height / ((self.box.north - self.box.south) * KM)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point lies, whichever way round the globe its longitude is counted."""
        degrees = self.box.east - self.box.west
        east = (lon - self.box.west) % 360
        # What lies just west of the box must not come out far to the east of it.
        if east > degrees and 360 - east < east - degrees:
            east -= 360
        x = east / degrees * self.width
        y = (self.box.north - lat) / (self.box.north - self.box.south) * self.height
        return round(x, 1), round(y, 1)

    def ellipse(self, disc: Disc) -> tuple[float, float]:
        """Return the half axes of a disc on this sheet."""
        degrees = self.box.east - self.box.west
        across = disc.km / (KM * max(math.cos(math.radians(disc.lat)), 0.1))
        return round(across / degrees * self.width, 1), round(disc.km * self.per_km, 1)

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies on the sheet."""
        x, y = self.at(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height


def sheet(discs: Sequence[Disc], width: float, height: float) -> Sheet:
    """Return a sheet that shows all discs with some room around them, at least 240 km across.

    It crosses the antimeridian where that is the shorter way. A sheet of the whole world is as high as it has to be,
    at most ``height``.

    Args:
        discs: at least one.
        width: of the sheet, in SVG units.
        height: of the sheet where the box leaves the choice.
    """
    south, north = min(_souths(discs)), max(_norths(discs))
    west, east = _longitudes(discs)
    middle = (south + north) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    tall = max((north - south) * (1 + 2 * _MARGIN), _LEAST_KM / KM * height / width)
    wide = max((east - west) * (1 + 2 * _MARGIN), _LEAST_KM / KM / squeeze)
    if wide > _WORLD:
        return _world(south, north, width, height)
    tall = max(tall, wide * squeeze * height / width)
    wide = min(max(wide, tall * width / height / squeeze), 360.0)
    # A box that would reach over a pole is pushed back.
    tall = min(tall, 170.0)
    middle = min(max(middle, tall / 2 - 88), 88 - tall / 2)
    south, north = middle - tall / 2, middle + tall / 2
    west = ((west + east - wide) / 2 + 180) % 360 - 180
    box = Box(round(south, 4), round(west, 4), round(north, 4), round(west + wide, 4))
    return _fitted(box, width, height)


def _world(south: float, north: float, width: float, height: float) -> Sheet:
    """Return a sheet of the whole globe, without the polar regions where nothing lies in them."""
    return _fitted(
        Box(max(min(south - 4, -56.0), -88.0), -180.0, min(max(north + 4, 78.0), 88.0), 180.0), width, height
    )


def _fitted(box: Box, width: float, height: float) -> Sheet:
    squeeze = max(math.cos(math.radians((box.south + box.north) / 2)), 0.2)
    fitting = width * (box.north - box.south) / ((box.east - box.west) * squeeze)
    return Sheet(box, width, round(min(height, fitting), 1))


def meridians(box: Box) -> Iterator[float]:
    """Yield the longitudes to draw, as the box counts them."""
    yield from _lines(box.west, box.east)


def parallels(box: Box) -> Iterator[float]:
    """Yield the latitudes to draw."""
    yield from _lines(box.south, box.north)


def _lines(start: float, end: float) -> Iterator[float]:
    steps = (0.25, 0.5, 1, 2, 5, 10, 20, 30, 45, 60)
    step = next((step for step in steps if (end - start) / step <= 5), 90)
    for at in range(math.ceil(start / step), math.floor(end / step) + 1):
        yield round(at * step, 2)


def _across(disc: Disc) -> float:
    return min(disc.km / (KM * max(math.cos(math.radians(disc.lat)), 0.1)), 180.0)


def _souths(discs: Sequence[Disc]) -> list[float]:
    return [max(disc.lat - disc.km / KM, -90.0) for disc in discs]


def _norths(discs: Sequence[Disc]) -> list[float]:
    return [min(disc.lat + disc.km / KM, 90.0) for disc in discs]


def _longitudes(discs: Sequence[Disc]) -> tuple[float, float]:
    """Return the shortest stretch of longitudes that holds all discs; its end may lie beyond 180."""
    stretches = sorted(((disc.lon - _across(disc) + 180) % 360 - 180, 2 * _across(disc)) for disc in discs)
    west, reached = stretches[0][0], stretches[0][0] + stretches[0][1]
    # The widest gap, the one around the back of the globe included, is what the map leaves out.
    gaps: list[tuple[float, float, float]] = []
    for (_, _), (start, width) in pairwise(stretches):
        gaps.append((start - reached, start, reached))
        reached = max(reached, start + width)
    gaps.append((west + 360 - reached, west, reached))
    size, start, end = max(gaps)
    if size <= 0:
        return -180.0, 180.0
    return start, end if end >= start else end + 360
