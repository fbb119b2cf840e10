"""Looks names up in the gazetteer."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from segun.gazetteer import near, schema
from segun.gazetteer.errors import GazetteerError
from segun.gazetteer.handmade import written
from segun.gazetteer.keys import key, without_article
from segun.gazetteer.records import Entry, How, Match, lies_in
from segun.gazetteer.rows import COLUMNS, KIND, POPULATION, entry_of, key_of
from segun.gazetteer.skeletons import skeletons
from segun.geometry import distance_km

_HOWS: tuple[How, How] = ("name", "alias")
_MOST = 40
"""Names that a search by skeleton or similarity goes on with, the most alike first."""


class Gazetteer:
    """A built gazetteer, opened for reading. Threads may share it.

    Args:
        path: the file.

    Raises:
        GazetteerError: it is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = schema.connect(path)
        except sqlite3.Error as error:
            raise GazetteerError(f"{path} is no gazetteer: {error}.", "Run 'segun gazetteer build --force'.") from error
        self._lock = threading.Lock()
        # The caches belong to the object and go with it.
        self._looked_up = lru_cache(maxsize=4096)(self._look_up)
        self._by_skeleton = lru_cache(maxsize=1024)(self._look_up_skeleton)
        self._similar = lru_cache(maxsize=1024)(self._look_up_similar)
        self._entry = lru_cache(maxsize=4096)(self._read_entry)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def lookup(self, name: str) -> tuple[Match, ...]:
        """Return the entries that have this name: abbreviations, then official names, then others.

        Case, accents, apostrophes and hyphens do not count, an article at the head only where something has it. An
        abbreviation is matched with its case. Within each kind of match, wider areas come first, then the more
        populous.
        """
        return self._looked_up(name)

    def lookup_skeleton(self, name: str) -> tuple[Match, ...]:
        """Return the entries with a name that may be another romanisation of this one, the most alike first.

        Those that :func:`lookup` finds under the very name are left out.
        """
        return self._by_skeleton(name)

    def similar(self, name: str, cutoff: float = near.CUTOFF) -> tuple[Match, ...]:
        """Return the entries with a name spelt almost like this one, the most alike first.

        Args:
            name: the name as it is written.
            cutoff: how alike at least, 0 to 1. The default is measured: ``docs/decisions`` and ``bench/gazetteer.py``.
        """
        return self._similar(name, cutoff)

    def entry(self, id: str) -> Entry:
        """Return the entry with this id.

        Raises:
            KeyError: there is none.
        """
        return self._entry(id)

    def names(self, id: str) -> tuple[str, ...]:
        """Return an entry's names in all scripts, the main one first.

        Raises:
            KeyError: there is no such entry.
        """
        column, value = key_of(id)
        rows = self._rows(
            f"SELECT s.names FROM entry e JOIN spelling s ON s.entry = e.id WHERE e.{column} = ?",  # noqa: S608 – ours
            (value,),
        )
        if not rows:
            raise KeyError(id)
        return tuple(rows[0][0].split("\n"))

    def contains(self, area: Entry, place: Entry) -> bool:
        """Whether a place lies within an area, as far as the data tell; nothing contains itself.

        An informal region contains what lies within its reach in one of its countries.
        """
        if area.id != place.id and area.kind in {"continent", "region"}:
            inside = place.country in self._members.get(area.id, ())
            return inside and (area.kind == "continent" or _reaches(area, place))
        return lies_in(place, area)

    def members(self, area: Entry) -> frozenset[str]:
        """Return the countries over which a continent or an informal region extends, by ISO 3166-1 alpha-2."""
        return self._members.get(area.id, frozenset())

    def towns(self, bounds: tuple[float, float, float, float], limit: int) -> tuple[Entry, ...]:
        """Return the most populous towns in a box.

        Args:
            bounds: south, west, north, east, in degrees; west is greater than east where the box crosses the
                antimeridian.
            limit: how many at most.
        """
        south, west, north, east = bounds
        inside = "e.lon BETWEEN ? AND ?" if west <= east else "(e.lon >= ? OR e.lon <= ?)"
        rows = self._rows(
            f"SELECT {COLUMNS} FROM entry e WHERE e.kind = 5 AND e.population >= 5000 AND e.lat BETWEEN ? AND ? "  # noqa: S608 – ours
            f"AND {inside} ORDER BY e.population DESC LIMIT ?",
            (south, north, west, east, limit),
        )
        return tuple(entry_of(row) for row in rows)

    def countries(self) -> tuple[Entry, ...]:
        """Return the countries and territories, in the order of their codes."""
        return self._countries

    @cached_property
    def _countries(self) -> tuple[Entry, ...]:
        rows = self._rows(f"SELECT {COLUMNS} FROM entry e WHERE e.kind = 2 ORDER BY e.country")  # noqa: S608 – ours
        return tuple(entry_of(row) for row in rows)

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for number, slug, country in self._rows(
            "SELECT e.id, e.slug, m.country FROM member m JOIN entry e ON e.id = m.region"
        ):
            found.setdefault(f"segun:{slug}" if slug else f"geonames:{number}", set()).add(country)
        return {id: frozenset(countries) for id, countries in found.items()}

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def _look_up(self, name: str) -> tuple[Match, ...]:
        wanted = key(name)
        shorts = self._rows(
            f"SELECT {COLUMNS} FROM abbreviation n JOIN entry e ON e.id = n.entry WHERE n.written = ?",  # noqa: S608 – ours
            (written(name),),
        )
        named = self._named(wanted) or self._named(without_article(wanted) or "")
        matches = [Match(entry_of(row), "abbreviation", 1.0) for row in shorts]
        return (*matches, *(Match(entry_of(row), _HOWS[row[-1]], 1.0) for row in named))

    def _named(self, wanted: str) -> list[tuple[Any, ...]]:
        if not wanted:
            return []
        rows = self._rows(
            f"SELECT {COLUMNS}, n.how FROM name n JOIN entry e ON e.id = n.entry WHERE n.key = ?",  # noqa: S608 – ours
            (wanted,),
        )
        return sorted(rows, key=lambda row: (row[-1], row[KIND], -row[POPULATION]))

    def _look_up_skeleton(self, name: str) -> tuple[Match, ...]:
        wanted = key(name)
        keys = {
            found
            for bones in skeletons(wanted)
            for (found,) in self._rows("SELECT key FROM skeleton WHERE skeleton = ?", (bones,))
        }
        return self._matches(near.ranked(wanted, keys - {wanted}, near.SKELETON_CUTOFF), "skeleton")

    def _look_up_similar(self, name: str, cutoff: float) -> tuple[Match, ...]:
        wanted = key(name)
        keys: set[str] = set()
        for first, last in near.ranges(wanted):
            rows = self._rows("SELECT key FROM skeleton WHERE skeleton >= ? AND skeleton < ?", (first, last))
            keys.update(found for (found,) in rows)
        return self._matches(near.ranked(wanted, keys - {wanted}, cutoff), "fuzzy")

    def _matches(self, found: Iterable[tuple[str, float]], how: How) -> tuple[Match, ...]:
        """Return each entry once, by the most alike of its names."""
        matches: dict[str, Match] = {}
        for known, similarity in list(found)[:_MOST]:
            for row in self._named(known):
                entry = entry_of(row)
                matches.setdefault(entry.id, Match(entry, how, similarity))
        return tuple(matches.values())

    def _read_entry(self, id: str) -> Entry:
        column, value = key_of(id)
        rows = self._rows(f"SELECT {COLUMNS} FROM entry e WHERE e.{column} = ?", (value,))  # noqa: S608 – ours
        if not rows:
            raise KeyError(id)
        return entry_of(rows[0])


def _reaches(area: Entry, place: Entry) -> bool:
    if area.lat is None or area.lon is None or place.lat is None or place.lon is None:
        return False
    return distance_km(area.lat, area.lon, place.lat, place.lon) <= area.radius_km
