"""Rows of the file as entries, and the ways to name an entry."""

from __future__ import annotations

from typing import Any

from segun.gazetteer import schema
from segun.gazetteer.records import Capital, Entry

COLUMNS = ", ".join(
    f"e.{column}"
    for column in (
        "id slug name kind country adm1 adm2 lat lon population radius capital disputed".split()  # noqa: SIM905
    )
)
KIND, POPULATION, WIDTH = 3, 9, 13
_CAPITALS: tuple[Capital, Capital] = ("country", "adm1")


def entry_of(row: tuple[Any, ...]) -> Entry:
    """Return the entry in a row that begins with :data:`COLUMNS`."""
    number, slug, name, kind, country, adm1, adm2, lat, lon, population, radius, capital, disputed = row[:WIDTH]
    return Entry(
        f"segun:{slug}" if slug else f"geonames:{number}",
        name,
        schema.KINDS[kind],
        country,
        f"geonames:{adm1}" if adm1 else None,
        f"geonames:{adm2}" if adm2 else None,
        lat,
        lon,
        population,
        radius,
        None if capital is None else _CAPITALS[capital],
        disputed,
    )


def key_of(id: str) -> tuple[str, object]:
    """Return the column and the value that find an entry by its id.

    Raises:
        KeyError: no entry can have such an id.
    """
    house, _, rest = id.partition(":")
    if house == "segun" and rest:
        return "slug", rest
    if house == "geonames" and rest.isdecimal() and len(rest) < 19:
        return "id", int(rest)
    raise KeyError(id)
