"""Which claims are asked for, and the SQL that finds them."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import dataclass, field
from typing import Any, Literal

from segun.geometry import EARTH_KM
from segun.ledger.errors import LedgerError
from segun.ledger.words import fold, query

Sort = Literal["newest", "oldest", "relevance", "confidence", "added", "report"]
Review = Literal["unreviewed", "accepted", "corrected", "added", "rejected"]
Origins = Literal["untraced", "none", "one", "several"]
"""How many independent origins a claim has; ``none`` where the origin is unknown."""

FEWEST = "coalesce(min(CASE WHEN g.carrying > 1 THEN g.independent END), min(g.independent))"
"""The fewest independent origins of a claim's groups ``g``: of those that several reports carry, if there are any."""
_COUNTED = f'SELECT m.claim FROM members m JOIN groups g ON g.id = m."group" GROUP BY m.claim HAVING {FEWEST}'
_ORIGINS: dict[Origins, str] = {
    "untraced": "c.key NOT IN (SELECT claim FROM members)",
    "none": f"c.key IN ({_COUNTED} = 0)",
    "one": f"c.key IN ({_COUNTED} = 1)",
    "several": f"c.key IN ({_COUNTED} > 1)",
}
_ORDERS: dict[Sort, str] = {
    "newest": "r.published IS NULL, r.published DESC, r.id DESC, c.number",
    "oldest": "r.published IS NULL, r.published, r.id, c.number",
    "confidence": "c.confidence DESC, r.id, c.number",
    "added": "r.id DESC, c.number",
    "report": "r.key, c.number",
    "relevance": "w.rank, r.id, c.number",
}


@dataclass(frozen=True, slots=True)
class Near:
    """A point and how far around it is meant; areas, of which only the middle is known, are never near."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the earth in degrees; ``west`` is greater than ``east`` where it lies across the date line."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Selection:
    """Claims by what they say, who says so, where and when; what is left out holds for all."""

    words: str = ""
    """All of them, in any form; ``"…"`` keeps words together, ``-word`` leaves out, ``word*`` takes every ending."""
    sources: tuple[int, ...] | None = None
    """Rows of sources, one of which asserts it: the innermost of its relays."""
    via: tuple[int, ...] | None = None
    """Rows of sources, one of which relays it."""
    place: str = ""
    """A place's name, in any case and with or without accents."""
    near: Near | None = None
    within: Box | None = None
    """A place with a point of its own in it."""
    published_from: str = ""
    """The first day or moment of publication, ISO 8601; reports without a date are left out."""
    published_to: str = ""
    """The last; a day, month or year means its end."""
    event_from: str = ""
    """The first day of what the claim itself dates; open dates are left out."""
    event_to: str = ""
    factuality: tuple[str, ...] = ()
    speech_act: tuple[str, ...] = ()
    language: str = ""
    outlet: str = ""
    report: str = ""
    """A report's key."""
    claim: str = ""
    """A claim's key."""
    added_since: str = ""
    review: tuple[str, ...] = ()
    """Empty for all but rejected ones."""
    origins: tuple[Origins, ...] = ()
    """By the independent origins that the last trace counted."""
    min_confidence: float = 0.0
    sort: Sort = "newest"


ALL = Selection()


@dataclass(slots=True)
class _Query:
    where: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        self.where.append(condition)
        self.values.extend(values)

    def among(self, column: str, values: tuple[Any, ...]) -> None:
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)


def sql(
    wanted: Selection, columns: str, *, ordered: bool = True, limit: int | None = None, skip: int = 0
) -> tuple[str, list[Any]]:
    """Return the query of a selection and its values.

    Args:
        wanted: which claims; one that several reports carry is found once for each.
        columns: what to select of ``c`` (claims) and ``r`` (reports).
        ordered: whether the rows come in the selection's order, where they are not counted.
        limit: how many at most.
        skip: how many to pass over first.

    Raises:
        SegunError: the words or the point cannot be looked for.
    """
    asked = _Query()
    table = "claims c"
    if wanted.words.strip():
        table = "words w CROSS JOIN claims c ON c.id = w.rowid"
        asked.add("words MATCH ?", query(wanted.words))
    _by_sources(asked, wanted)
    _by_place(asked, wanted)
    _by_time(asked, wanted)
    asked.among("c.factuality", wanted.factuality)
    asked.among("c.speech_act", wanted.speech_act)
    if wanted.review:
        asked.among("c.review", wanted.review)
    else:
        asked.add("c.review <> 'rejected'")
    if wanted.origins:
        asked.add(f"({' OR '.join(_ORIGINS[each] for each in wanted.origins)})")
    if wanted.language:
        asked.add("(r.language = ? OR r.language LIKE ? || '-%')", wanted.language, wanted.language)
    if wanted.outlet:
        asked.add(
            "(r.outlet = ? COLLATE NOCASE OR r.outlet_id IN (SELECT id FROM outlets WHERE name = ? COLLATE NOCASE))",
            wanted.outlet,
            wanted.outlet,
        )
    if wanted.report:
        asked.add("r.key = ?", wanted.report)
    if wanted.claim:
        asked.add("c.key = ?", wanted.claim)
    if wanted.added_since:
        asked.add("r.added >= ?", wanted.added_since)
    if wanted.min_confidence:
        asked.add("c.confidence >= ?", wanted.min_confidence)
    text = f"SELECT {columns} FROM {table} JOIN reports r ON r.analysis = c.analysis WHERE {' AND '.join(asked.where)}"
    if ordered and not columns.startswith("count"):
        order: Sort = "newest" if wanted.sort == "relevance" and not wanted.words.strip() else wanted.sort
        text += f" ORDER BY {_ORDERS[order]}"
    if limit is not None or skip:
        text += " LIMIT ? OFFSET ?"
        asked.values += [-1 if limit is None else limit, skip]
    return text, asked.values


def _by_sources(asked: _Query, wanted: Selection) -> None:
    for rows, innermost in ((wanted.sources, 1), (wanted.via, 0)):
        if rows is not None:
            marks = ", ".join("?" * len(rows))
            asked.add(
                f"c.id IN (SELECT claim FROM relays WHERE innermost = {innermost} "
                f"AND name IN (SELECT id FROM names WHERE source IN ({marks})))",
                *rows,
            )


def _by_place(asked: _Query, wanted: Selection) -> None:
    if wanted.place.strip():
        asked.add("c.id IN (SELECT claim FROM places WHERE form = ?)", fold(wanted.place.strip()))
    if wanted.within is not None:
        _by_box(asked, wanted.within)
    if wanted.near is None:
        return
    lat, lon, km = wanted.near.lat, wanted.near.lon, wanted.near.km
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0):
        raise LedgerError(f"{lat}, {lon}, {km} is no point with a distance.", "Give LAT,LON,KM, e.g. 51.3,35.2,50.")
    high = math.degrees(km / EARTH_KM)
    pole = abs(lat) + high >= 90
    wide = (
        180.0
        if pole
        else math.degrees(math.asin(min(1.0, math.sin(min(km / EARTH_KM, math.pi / 2)) / math.cos(math.radians(lat)))))
    )
    boxes, values = [], []
    for shift in (-360.0, 0.0, 360.0):  # across the date line
        west, east = lon - wide + shift, lon + wide + shift
        if east >= -180 and west <= 180:
            boxes.append("(b.south >= ? AND b.north <= ? AND b.west >= ? AND b.east <= ?)")
            values += [lat - high - 1e-4, lat + high + 1e-4, west - 1e-4, east + 1e-4]
    asked.add(
        f"c.id IN (SELECT p.claim FROM points b JOIN places p ON p.id = b.id WHERE ({' OR '.join(boxes)}) "
        "AND distance_km(p.lat, p.lon, ?, ?) <= ?)",
        *values,
        lat,
        lon,
        km,
    )


def _by_box(asked: _Query, box: Box) -> None:
    across = box.west > box.east
    meridians = "(b.west >= ? OR b.east <= ?)" if across else "b.west >= ? AND b.east <= ?"
    asked.add(
        "c.id IN (SELECT p.claim FROM points b JOIN places p ON p.id = b.id "
        f"WHERE b.south >= ? AND b.north <= ? AND {meridians})",
        box.south,
        box.north,
        box.west,
        box.east,
    )


def _by_time(asked: _Query, wanted: Selection) -> None:
    if wanted.published_from:
        asked.add("r.published >= ?", wanted.published_from)
    if wanted.published_to:
        asked.add("r.published < ?", wanted.published_to + "~")  # "~" sorts behind every time of that day
    if wanted.event_from or wanted.event_to:
        asked.add(
            "c.id IN (SELECT claim FROM times WHERE first <= ? AND last >= ?)",
            (wanted.event_to or "9999") + "~",
            wanted.event_from or "",
        )


def count(connection: sqlite3.Connection, wanted: Selection) -> int:
    """Return how many claims a selection holds, counted once for each report that carries them."""
    text, values = sql(wanted, "count(*)")
    return int(connection.execute(text, values).fetchone()[0])
