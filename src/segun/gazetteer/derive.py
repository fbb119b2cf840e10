"""What the build derives: the points of areas, the capitals, and the names that areas share with their towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from segun.gazetteer import handmade
from segun.gazetteer.keys import bare, make_key, towns_of_adjective
from segun.gazetteer.raw import Country, Raw
from segun.geometry import Spot, distance_km, reach

_NOWHERE = Spot(0.0, 0.0, -1)
_CALLED_BY_OTHER_NAMES = 20_000
"""Inhabitants from which on an area may be called by any of its seat's names: Ḩalab is the governorate of Aleppo."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys of towns that matter to the areas that contain them."""

    seats: dict[int, tuple[str, ...]]
    """For each area's id, the keys that the town may have from which it takes its name, likeliest first."""
    namesakes: frozenset[tuple[int, str]]
    """First-level areas with the keys of their second-level areas."""


@dataclass(slots=True)
class Tally:
    """What is noted of the towns as they pass by, so that none of them need be kept."""

    spots: dict[int, list[Spot]] = field(default_factory=lambda: defaultdict(list))
    """The points of an area's or a country's towns, by its id."""
    capitals: dict[str, Raw] = field(default_factory=dict)
    """The biggest town with the capital's name, by country."""
    seats: dict[tuple[int, str], Raw] = field(default_factory=dict)
    """The biggest town whose name an area has, by the area's id and that key."""
    namesakes: dict[tuple[int, str], Spot] = field(default_factory=dict)
    """The biggest town with a second-level area's name, by the first-level area and that key."""


def wanted(areas: Iterable[Raw]) -> Wanted:
    """Return which towns are to be noted for these areas."""
    seats = {}
    namesakes = set()
    for area in areas:
        key = make_key(area.name)
        plain = bare(key)
        if plain and plain.adjectival and (adjective := towns_of_adjective(plain.key)):
            seats[area.id] = adjective
        elif area.kind == "adm1":
            seats[area.id] = (plain.key if plain else key,)
        elif area.adm1 is not None:
            namesakes.add((area.adm1, plain.key if plain else key))
    return Wanted(seats, frozenset(namesakes))


def note(town: Raw, tally: Tally, countries: dict[str, Country], country_ids: dict[str, int], wanted: Wanted) -> None:
    """Note what a town tells of the areas and the country that contain it."""
    spot = Spot(town.lat or 0.0, town.lon or 0.0, town.population)
    holders = [town.adm1, town.adm2, country_ids.get(town.country or "")]
    for holder in holders:
        if holder is not None:
            tally.spots[holder].append(spot)
    keys = {make_key(town.name)}
    if town.population >= _CALLED_BY_OTHER_NAMES:
        keys.update(make_key(alias) for alias in town.aliases)
    for key in keys:
        sought = (town.adm1 or 0, key)
        if sought in wanted.namesakes and tally.namesakes.get(sought, _NOWHERE).population <= town.population:
            tally.namesakes[sought] = spot
    for holder in (town.adm1, town.adm2):
        if holder is None:
            continue
        for key in keys.intersection(wanted.seats.get(holder, ())):
            known = tally.seats.get((holder, key))
            if known is None or known.population < town.population:
                tally.seats[holder, key] = town
    country = countries.get(town.country or "")
    if country and country.capital and _is_called(town, make_key(country.capital)):
        known = tally.capitals.get(town.country or "")
        if known is None or known.population < town.population:
            tally.capitals[town.country or ""] = town


def _is_called(town: Raw, key: str) -> bool:
    return make_key(town.name) == key or (town.population > 1000 and any(make_key(a) == key for a in town.aliases))


def place_areas(areas: Iterable[Raw], tally: Tally) -> None:
    """Give each area the point and the reach that its towns tell.

    A second-level area of which no town is known to lie in it takes the point of the town that has its name in the same
    first-level area; else it keeps none.
    """
    known = handmade.area_middles()
    for area in areas:
        if area.id not in tally.spots and area.adm1 is not None:
            key = make_key(area.name)
            namesake = tally.namesakes.get((area.adm1, plain.key if (plain := bare(key)) else key))
            if namesake:
                area.lat, area.lon = namesake.lat, namesake.lon
        found = reach(tally.spots.get(area.id, ()))
        if found is not None:
            area.lat, area.lon, area.radius = found
            if area.code in known:
                area.lat, area.lon = known[area.code]
            area.population = area.population or sum(spot.population for spot in tally.spots[area.id])


def place_countries(countries: dict[str, Country], tally: Tally) -> None:
    """Give each country its middle and how far its towns lie from it."""
    middles = handmade.middles()
    for code, country in countries.items():
        spots = tally.spots.get(country.raw.id, [])
        found = middles.get(code) or reach(spots)
        if found is None:
            continue
        country.raw.lat, country.raw.lon = found[:2]
        far = sorted(distance_km(found[0], found[1], spot.lat, spot.lon) for spot in spots)
        country.raw.radius = round(far[int(0.99 * (len(far) - 1))], 1) if far else 0.0


def shared_names(areas: Iterable[Raw], tally: Tally, wanted: Wanted) -> Iterator[tuple[Raw, Raw]]:
    """Yield each area that is called after a town within it, with that town."""
    for area in areas:
        for key in wanted.seats.get(area.id, ()):
            if (area.id, key) in tally.seats:
                yield area, tally.seats[area.id, key]
                break
