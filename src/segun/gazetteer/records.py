"""What the gazetteer gives: entries and matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from segun.model import PlaceKind

How = Literal["name", "alias", "abbreviation", "skeleton", "fuzzy"]
Capital = Literal["country", "adm1"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows."""

    id: str
    """``geonames:524894``, or ``segun:donbass`` for a place that segun's own lists add."""
    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-2; ``None`` for what spans several countries."""
    adm1: str | None
    """The id of the first-level area that contains it."""
    adm2: str | None
    """The id of the second-level area that contains it."""
    lat: float | None
    """Degrees north; ``None`` where the data give no point."""
    lon: float | None
    """Degrees east."""
    population: int = 0
    """0 where the data do not tell."""
    radius_km: float = 0.0
    """How far it reaches from its point; 0 where the data do not tell."""
    capital: Capital | None = None
    """Of what it is the capital, as far as the data tell."""
    disputed: str | None = None
    """Who disputes it, in a few words, where states disagree whose it is."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may mean."""

    entry: Entry
    how: How
    """Its official name, another of its names, an abbreviation, a variant of romanisation, or a similar spelling."""
    similarity: float
    """How alike the asked-for and the found name are, 0 to 1; 1 unless ``how`` is ``skeleton`` or ``fuzzy``."""


def lies_in(place: Entry, area: Entry) -> bool:
    """Whether a place lies in a country or an area of its first or second level; nothing lies in itself."""
    if area.id == place.id:
        return False
    if area.kind == "country":
        return area.country == place.country and place.kind != "country"
    return area.kind in {"adm1", "adm2"} and area.id in {place.adm1, place.adm2}
