"""What segun's own lists add: informal regions, disputes, abbreviations, further names, the middles of countries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from segun.gazetteer.raw import Raw


class Short(NamedTuple):
    """An abbreviation and the entries that it stands for."""

    written: str
    """As :func:`written` gives it."""
    entry: str
    """A GeoNames code such as ``US.CA``, a country's two letters, or an entry's id."""


class Region(NamedTuple):
    """An informal region."""

    raw: Raw
    countries: tuple[str, ...]
    """Those over which it extends; none for a sea."""
    cldr: str | None
    """Its code in CLDR."""


CONTINENTS = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "OC": "009", "SA": "005"}
"""CLDR's codes of the continents; Antarctica is a territory there."""


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("segun.gazetteer").joinpath(f"{name}.toml").read_text("utf-8"))


def written(abbreviation: str) -> str:
    """Return an abbreviation without its dots and spaces, its case kept: ``EE. UU.`` is ``EEUU``."""
    return "".join(abbreviation.replace(".", " ").split())


def middles() -> dict[str, tuple[float, float]]:
    """Return the middle of each country, by ISO 3166-1 alpha-2."""
    return {code: (lat, lon) for code, (lat, lon) in _table("countries")["points"].items()}


def area_middles() -> dict[str, tuple[float, float]]:
    """Return the middles of first-level areas whose towns mislead, by GeoNames' code."""
    return {code: (lat, lon) for code, (lat, lon) in _table("countries")["areas"].items()}


def regions() -> Iterator[Region]:
    """Yield the informal regions."""
    for number, (slug, each) in enumerate(_table("regions").items(), 1):
        raw = Raw(-number, each["names"][0], "region", slug=slug)
        raw.official, raw.aliases = list(each["names"]), list(each.get("aliases", ()))
        raw.lat, raw.lon, raw.radius = float(each["point"][0]), float(each["point"][1]), float(each["radius_km"])
        countries = tuple(each["countries"])
        raw.country = countries[0] if len(countries) == 1 else None
        yield Region(raw, countries, each.get("cldr"))


def disputes() -> dict[str, str]:
    """Return who disputes an entry, by its GeoNames id, code or country."""
    return {each["entry"]: each["by"] for each in _table("disputed")["dispute"]}


def further_names() -> dict[str, tuple[str, ...]]:
    """Return names that the packages lack, by GeoNames id, code or country."""
    return {entry: tuple(names) for entry, names in _table("names").items()}


def abbreviations() -> Iterator[Short]:
    """Yield every abbreviation with the entry that it stands for."""
    for entry, forms in _table("abbreviations").items():
        for form in forms:
            yield Short(written(form), entry)
