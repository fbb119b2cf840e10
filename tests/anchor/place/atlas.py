"""A made-up country for tests, with the neighbours that its names could be mistaken for."""

from __future__ import annotations

from dataclasses import dataclass

from segun.gazetteer.records import Entry, Match
from segun.lang.folding import fold

_ROWS = [
    # id, name, kind, country, adm1, lat, lon, population, other names
    ("c1", "Salinia", "country", "XA", None, 45.0, 30.0, 9_000_000, ()),
    ("c2", "Verland", "country", "XB", None, -20.0, -60.0, 30_000_000, ("Verlandia",)),
    ("p1", "Kostra Oblast", "adm1", "XA", None, 46.0, 31.0, 900_000, ("Kostra",)),
    ("p2", "Marrow", "adm1", "XB", None, -21.0, -61.0, 4_000_000, ()),
    ("t1", "Lubrin", "town", "XA", "p1", 46.1, 31.2, 300_000, ()),
    ("t2", "Lubrin", "town", "XB", "p2", -21.2, -61.3, 1_200_000, ()),
    ("t3", "Oskorovo", "town", "XA", "p1", 46.3, 31.0, 4_000, ()),
    ("t4", "Tamberley", "town", "XB", "p2", -21.5, -61.0, 3_000, ()),
    ("t5", "Salin", "town", "XA", None, 45.1, 30.1, 2_000_000, ()),
]


@dataclass
class Atlas:
    """Looks names up as a gazetteer does."""

    def lookup(self, name: str) -> tuple[Match, ...]:
        wanted = fold(name)
        found = []
        for id, official, kind, country, adm1, lat, lon, population, others in _ROWS:
            entry = Entry(
                id, official, kind, country, adm1, None, lat, lon, population, capital="country" if id == "t5" else None
            )
            if fold(official) == wanted:
                found.append(Match(entry, "name", 1.0))
            elif wanted in map(fold, others):
                found.append(Match(entry, "alias", 1.0))
        return tuple(found)

    def lookup_skeleton(self, name: str) -> tuple[Match, ...]:
        return ()

    def similar(self, name: str) -> tuple[Match, ...]:
        return ()
