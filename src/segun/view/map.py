"""Where things happened, according to whom: pins where a point is known, areas where only an area is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from segun.model import Analysis
from segun.tongue import gettext as _
from segun.view.labels import HEIGHT, Rect, free, text_width
from segun.view.projection import Disc, Sheet, meridians, parallels, sheet
from segun.view.spots import AreaOf, Spot, in_order, spots
from segun.view.voices import Voice

__all__ = ["AreaOf", "Map", "Town", "Towns", "map_of"]

_WIDTH, _HEIGHT = 640, 420
_TOWNS, _DOTS, _TOWN_NAMES = 8000, 2000, 8
_CELL = 4.5
"""SVG units in which one dot is enough, so that settled land shows evenly."""
_VAST_KM = 450.0
"""Areas of a greater radius draw the map out only where that costs little."""
_NUMBER = 14.0
"""SVG units that the number of a source takes in a label."""


class Town(NamedTuple):
    """A dot of the map's ground; degrees north and east."""

    name: str
    lat: float
    lon: float
    population: int


Towns = Callable[[float, float, float, float, int], Sequence[Town]]
"""Gives the most populous towns between south, west, north and east, at most so many."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the sheet; ``x`` and ``y`` are where its writing begins."""

    x: float
    y: float
    text: str
    voices: tuple[Voice | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of a pin, for the claims of one source, as SVG path data around the pin's middle."""

    voice: Voice | None
    path: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A point with its claims: the more, the larger."""

    spot: Spot
    x: float
    y: float
    sectors: tuple[Sector, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Ring:
    """An area, or what lies somewhere in it; without half axes where its extent is not known."""

    name: str
    spots: tuple[Spot, ...]
    voices: tuple[Voice | None, ...]
    x: float
    y: float
    rx: float
    ry: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Line:
    """A meridian or parallel with its degrees."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dots:
    """Towns of one size: the dots' width, and where they are as SVG path data."""

    size: float
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The sheet in SVG units; later parts are drawn over earlier ones."""

    width: float
    height: float
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    dots: tuple[Dots, ...]
    towns: tuple[Label, ...]
    rings: tuple[Ring, ...]
    pins: tuple[Pin, ...]
    scale: float
    scale_label: str


@dataclass(frozen=True, slots=True)
class Map:
    """What lies on the sheet and what cannot lie on it."""

    picture: Picture | None
    shown: tuple[Spot, ...]
    """Points and areas on the sheet, in the order of the text."""
    beyond: tuple[Spot, ...]
    """Areas that the sheet does not show: too vast, too far off, or of unknown extent."""
    metonyms: tuple[Spot, ...]
    """Names that stand for those who sit there."""
    unknown: tuple[Spot, ...]
    """Names of which nothing is known."""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.shown or self.beyond or self.metonyms or self.unknown)


def map_of(analysis: Analysis, towns: Towns | None = None, area: AreaOf | None = None) -> Map:
    """Put the places that claims name on a sheet.

    Nothing is drawn of a name of which nothing is known, nor of one that stands for those who sit there.

    Args:
        analysis: what was found; a place of no claim is passed over.
        towns: gives the ground: faint dots, which tell coasts and settled land. Without it there is none.
        area: gives middle and radius of an area. Without it an area has at most a name on the sheet.
    """
    found = spots(analysis, area)
    shown = _on_sheet([spot for spot in found if spot.where in ("point", "area", "inside")])
    return Map(
        picture=_picture(shown, towns) if shown else None,
        shown=tuple(shown),
        beyond=tuple(spot for spot in found if spot.where in ("point", "area", "inside") and spot not in shown),
        metonyms=tuple(spot for spot in found if spot.where == "metonymy"),
        unknown=tuple(spot for spot in found if spot.where == "nowhere"),
    )


def _on_sheet(placed: Sequence[Spot]) -> list[Spot]:
    """Return what the sheet is to show: all that is near in size, and what is vast where that costs little."""
    known = [spot for spot in placed if spot.disc is not None]
    shown = [spot for spot in known if not _vast(spot)]
    if not shown:
        return known
    scale = _sheet(shown).per_km
    vast = [spot for spot in known if _vast(spot) and _sheet([*shown, spot]).per_km > scale / 2.5]
    return [spot for spot in known if spot in shown or spot in vast]


def _vast(spot: Spot) -> bool:
    if spot.disc is None or spot.where == "point":
        return False
    return spot.disc.km > _VAST_KM or (not spot.disc.km and spot.kind in ("country", "continent"))


def _sheet(shown: Sequence[Spot]) -> Sheet:
    return sheet([spot.disc for spot in shown if spot.disc is not None], _WIDTH, _HEIGHT)


def _picture(shown: Sequence[Spot], towns: Towns | None) -> Picture:
    on = _sheet(shown)
    ground = _ground(on, towns)
    km = _round_km(on.width / 4 / on.per_km)
    tall = on.box.north - on.box.south > 20
    # The bar and the degrees at the right edge keep their room.
    taken = [Rect(0, on.height - 34, km * on.per_km + 20, 34)]
    taken += [Rect(on.width - 45, on.at(lat, on.box.west)[1] - 14, 45, 14) for lat in parallels(on.box)]
    pins, rings = _pins(on, shown, taken), _rings(on, shown, taken)
    return Picture(
        width=on.width,
        height=on.height,
        meridians=tuple(Line(on.at(on.box.north, lon)[0], _east(lon)) for lon in meridians(on.box)),
        parallels=tuple(Line(on.at(lat, on.box.west)[1], _north(lat)) for lat in parallels(on.box)),
        dots=_dots(on, ground),
        towns=_town_names(on, ground, pins, taken),
        rings=rings,
        pins=pins,
        scale=round(km * on.per_km, 1),
        scale_label=_scale(km, _north(round(on.middle)) if tall else None),
    )


def _pins(on: Sheet, shown: Sequence[Spot], taken: list[Rect]) -> tuple[Pin, ...]:
    points = sorted((spot for spot in shown if spot.where == "point"), key=lambda spot: -len(spot.said))
    placed = [(spot, *on.at(spot.disc.lat, spot.disc.lon), _radius(spot)) for spot in points if spot.disc]
    # No name may cover another's pin.
    taken.extend(Rect(x - radius, y - radius, 2 * radius, 2 * radius) for _, x, y, radius in placed)
    return tuple(
        Pin(spot, x, y, _sectors(spot, radius), _label(on, spot.name, spot.voices, _beside(x, y, radius), taken))
        for spot, x, y, radius in placed
    )


def _rings(on: Sheet, shown: Sequence[Spot], taken: list[Rect]) -> tuple[Ring, ...]:
    grouped: dict[str, list[Spot]] = {}
    for spot in shown:
        if spot.where != "point" and spot.area_key:
            grouped.setdefault(spot.area_key, []).append(spot)
    rings = []
    # Names find their room in the order of how much is said.
    for members in sorted(grouped.values(), key=lambda each: -sum(len(spot.said) for spot in each)):
        disc = members[0].disc or Disc(0, 0)
        (x, y), (rx, ry) = on.at(disc.lat, disc.lon), on.ellipse(disc)
        mouths = in_order(voice for spot in members for voice in spot.voices)
        name = members[0].area or members[0].name
        label = _label(on, name, mouths, _inside(x, y, ry), taken)
        rings.append(Ring(name, tuple(members), mouths, x, y, rx, ry, label))
    # The wider lies under the narrower.
    return tuple(sorted(rings, key=lambda ring: -ring.rx))


def _label(
    on: Sheet, name: str, mouths: tuple[Voice | None, ...], at: Callable[[float], Iterator[Rect]], taken: list[Rect]
) -> Label | None:
    """Return the name where there is room for it, which is then taken; ``None`` where there is none."""
    numbers = tuple(voice for voice in mouths if voice is not None)
    rect = free(at(text_width(name) + _NUMBER * len(numbers)), taken, on.width, on.height)
    if rect is None:
        return None
    taken.append(rect)
    return Label(round(rect.x, 1), round(rect.y + 12, 1), name, numbers)


def _beside(x: float, y: float, radius: float) -> Callable[[float], Iterator[Rect]]:
    def candidates(width: float) -> Iterator[Rect]:
        middle, gap = y - HEIGHT / 2, radius + 3
        yield Rect(x + gap, middle, width, HEIGHT)
        yield Rect(x - gap - width, middle, width, HEIGHT)
        yield Rect(x - width / 2, y - gap - HEIGHT, width, HEIGHT)
        yield Rect(x - width / 2, y + gap, width, HEIGHT)
        for across in (x + gap, x - gap - width):
            yield Rect(across, y - gap - HEIGHT / 2, width, HEIGHT)
            yield Rect(across, y + gap - HEIGHT / 2, width, HEIGHT)

    return candidates


def _inside(x: float, y: float, ry: float) -> Callable[[float], Iterator[Rect]]:
    def candidates(width: float) -> Iterator[Rect]:
        # A name may lean out of its area rather than off the sheet.
        left = min(max(x - width / 2, 3), _WIDTH - 3 - width)
        inside = (-ry + 4, ry - HEIGHT - 4, -HEIGHT / 2, -ry / 2, ry / 2)
        outside = (-ry - HEIGHT - 2, ry + 2)
        # Across a small circle a name would hide it.
        for down in (*inside, *outside) if ry > 1.5 * HEIGHT else (*outside, *inside):
            yield Rect(left, y + down, width, HEIGHT)

    return candidates


def _radius(spot: Spot) -> float:
    return round(min(5.5 + 1.7 * math.sqrt(max(len(spot.said) - 1, 0)), 13), 1)


def _sectors(spot: Spot, radius: float) -> tuple[Sector, ...]:
    """Cut the pin from its top clockwise by how many claims are whose."""
    inner = [each.chain[-1] if each.chain else None for each in spot.said]
    if len(spot.voices) < 2:
        whole = f"M0 {-radius}a{radius} {radius} 0 1 1 0 {2 * radius}a{radius} {radius} 0 1 1 0 {-2 * radius}z"
        return (Sector(spot.voices[0] if spot.voices else None, whole),)
    sectors, turned = [], 0.0
    for voice in spot.voices:
        share = inner.count(voice) / len(inner)
        begin, end = _rim(turned, radius), _rim(turned + share, radius)
        path = f"M0 0L{begin}A{radius} {radius} 0 {int(share > 0.5)} 1 {end}z"
        sectors.append(Sector(voice, path))
        turned += share
    return tuple(sectors)


def _rim(turn: float, radius: float) -> str:
    angle = 2 * math.pi * turn
    return f"{radius * math.sin(angle):.2f} {-radius * math.cos(angle):.2f}"


def _ground(on: Sheet, towns: Towns | None) -> list[Town]:
    """Return the most populous town of each cell of the sheet, the most populous first."""
    if towns is None:
        return []
    halves = on.box.halves()
    found = [town for half in halves for town in towns(half.south, half.west, half.north, half.east, _TOWNS)]
    kept: dict[tuple[float, float], Town] = {}
    for town in sorted(found, key=lambda town: -town.population):
        x, y = on.at(town.lat, town.lon)
        kept.setdefault((x // _CELL, y // _CELL), town)
    return list(kept.values())[:_DOTS]


def _dots(on: Sheet, ground: Sequence[Town]) -> tuple[Dots, ...]:
    """Return dots in three sizes by rank, so that a thinly settled country has its larger ones too."""
    paths: dict[float, list[str]] = {1.8: [], 2.4: [], 3.4: []}
    for rank, town in enumerate(ground):
        size = 3.4 if rank < 12 else 2.4 if rank < 90 else 1.8
        x, y = on.at(town.lat, town.lon)
        paths[size].append(f"M{x:g} {y:g}h0")
    return tuple(Dots(size, "".join(path)) for size, path in paths.items() if path)


def _town_names(on: Sheet, ground: Sequence[Town], pins: Sequence[Pin], taken: list[Rect]) -> tuple[Label, ...]:
    named = {pin.spot.name.casefold() for pin in pins}
    labels: list[Label] = []
    for town in ground[: 5 * _TOWN_NAMES]:
        if len(labels) == _TOWN_NAMES:
            break
        x, y = on.at(town.lat, town.lon)
        if town.name.casefold() in named or not on.holds(town.lat, town.lon):
            continue
        label = _label(on, town.name, (), _beside(x, y, 2), taken)
        if label is not None:
            labels.append(label)
    return tuple(labels)


def _round_km(most: float) -> int:
    tens = 10 ** math.floor(math.log10(most))
    return max(int(next(step * tens for step in (5, 2, 1) if step * tens <= most)), 1)


def _scale(km: int, parallel: str | None) -> str:
    length = f"{km:,} km".replace(",", "\u2009")
    # Translators: what the scale of a map is long, at which parallel
    return _("%(length)s at %(parallel)s", length=length, parallel=parallel) if parallel else length


def _north(lat: float) -> str:
    degrees = f"{abs(lat):g}°"
    if lat == 0:
        return degrees
    return _("%(degrees)s N", degrees=degrees) if lat > 0 else _("%(degrees)s S", degrees=degrees)


def _east(lon: float) -> str:
    lon = (lon + 180) % 360 - 180
    degrees = f"{abs(lon):g}°"
    if lon in (0, -180):
        return degrees
    return _("%(degrees)s E", degrees=degrees) if lon > 0 else _("%(degrees)s W", degrees=degrees)
