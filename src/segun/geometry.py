"""Distances on the globe, and the point and reach of an area derived from its towns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

EARTH_KM = 6371.0088
Point = tuple[float, float]
"""Longitude and latitude, so that it reads as x and y."""


class Spot(NamedTuple):
    """A town as a point with its weight."""

    lat: float
    lon: float
    population: int


class Reach(NamedTuple):
    """A point, and how far from it an area reaches."""

    lat: float
    lon: float
    radius_km: float


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points, in kilometres."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def reach(spots: Sequence[Spot], share: float = 0.95) -> Reach | None:
    """Return the point and the reach of an area from its towns; ``None`` where it has none.

    The point is the middle of the hull that holds the towns. A town far from all the others is left out: its
    coordinates are wrong, or it lies on an island far out at sea. The radius is the distance within which ``share`` of
    the towns lie. How near that comes to an area's real middle is measured with ``bench/gazetteer.py``.
    """
    if not spots:
        return None
    origin = spots[0].lon  # longitudes are taken relative to one town, so that the antimeridian cuts nothing
    points = [((spot.lon - origin + 180) % 360 - 180, spot.lat) for spot in spots]
    lon, lat = _middle(_without_strays(points))
    lon = (lon + origin + 180) % 360 - 180
    far = sorted(distance_km(lat, lon, spot.lat, spot.lon) for spot in spots)
    return Reach(round(lat, 4), round(lon, 4), round(far[math.ceil(share * len(far)) - 1], 1))


def _without_strays(points: Sequence[Point]) -> list[Point]:
    """Leave out what lies more than 2.5 times as far from the median as nine tenths do; measured: 2 to 6 do as well."""
    lon, lat = _median([x for x, _ in points]), _median([y for _, y in points])
    far = [distance_km(lat, lon, y, x) for x, y in points]
    most = 2.5 * max(5.0, sorted(far)[math.ceil(0.9 * len(far)) - 1])
    return [point for point, distance in zip(points, far, strict=True) if distance <= most]


def _middle(points: Sequence[Point]) -> Point:
    """Return the centre of gravity of the points' hull, or the middle of their box where the hull has no area."""
    hull = _hull(points)
    twice_area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(hull, (*hull[1:], *hull[:1]), strict=True):
        cross = x0 * y1 - x1 * y0
        twice_area += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if abs(twice_area) < 1e-9:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return x / (3 * twice_area), y / (3 * twice_area)


def _hull(points: Sequence[Point]) -> list[Point]:
    """Return the convex hull, counterclockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return _half_hull(ordered)[:-1] + _half_hull(ordered[::-1])[:-1] if len(ordered) > 2 else ordered


def _half_hull(ordered: Sequence[Point]) -> list[Point]:
    half: list[Point] = []
    for x, y in ordered:
        while len(half) > 1:
            (x0, y0), (x1, y1) = half[-2:]
            if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0:
                break
            half.pop()
        half.append((x, y))
    return half
