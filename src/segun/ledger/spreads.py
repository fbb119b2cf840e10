"""How a selection's claims spread over time, places and relays, added up by SQL: large ledgers answer at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from segun.ledger.selection import Selection, sql

Dated = Literal["event", "published"]
"""By what a claim itself dates, or by when its report was published."""
_DATES = "t.type IN ('DATE', 'TIME') AND coalesce(t.value, '') NOT LIKE '%/_REF' ESCAPE '/'"
"""What dates something: durations, ages and mere past, present and future do not."""
_AREAS = "('continent', 'region', 'country', 'adm1', 'adm2')"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Claims that one stretch of the calendar dates."""

    first: str
    """Its first and last day, ISO 8601."""
    last: str
    claims: int


@dataclass(frozen=True, slots=True)
class OpenDate:
    """Claims whose date the reports leave open."""

    value: str
    """TIMEX3 with XXXX for the year, or the report's words."""
    claims: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place of a selection."""

    name: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    inside: str | None
    """The area in which it lies somewhere."""
    gazetteer_id: str | None
    area: bool
    """Whether it is an area: its point says only where its name is written."""
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class Relayed:
    """How many claims one mouth has from another."""

    teller: str
    """A source's key, or an outlet's name."""
    teller_name: str
    outlet: bool
    """Whether the teller is an outlet."""
    told: str
    told_name: str
    claims: int


def stretches(connection: sqlite3.Connection, wanted: Selection, by: Dated) -> list[Stretch]:
    """Return how many claims each stretch of the calendar dates, in the order of the calendar.

    Args:
        connection: an open ledger.
        wanted: which claims; one that several reports carry counts once for each.
        by: what dates them.
    """
    if by == "published":
        inner, values = sql(wanted, "substr(r.published, 1, 10) AS day", ordered=False)
        text = f"SELECT day, day, count(*) FROM ({inner}) WHERE day IS NOT NULL GROUP BY day ORDER BY day"
    else:
        inner, values = sql(wanted, "c.id", ordered=False)
        text = (
            # a claim's other times are few, a day's are many: + keeps SQLite from looking among those
            f"WITH chosen AS MATERIALIZED ({inner}) SELECT t.first, t.last, count(*) FROM chosen h "
            f"CROSS JOIN times t ON t.claim = h.id WHERE t.first IS NOT NULL AND {_DATES} AND NOT EXISTS "
            "(SELECT 1 FROM times u WHERE u.claim = t.claim AND +u.id < t.id AND +u.first = t.first "
            "AND u.last = t.last) GROUP BY t.first, t.last ORDER BY t.first, t.last"
        )
    return [Stretch(*row) for row in connection.execute(text, values)]


def open_dates(connection: sqlite3.Connection, wanted: Selection, limit: int) -> tuple[list[OpenDate], int]:
    """Return the open dates of a selection, those of most claims first, and how many claims have one.

    Args:
        connection: an open ledger.
        wanted: which claims.
        limit: how many dates at most.
    """
    inner, values = sql(wanted, "c.id", ordered=False)
    text = (
        f"WITH chosen AS MATERIALIZED ({inner}), "
        "dated AS MATERIALIZED (SELECT h.rowid AS n, coalesce(t.value, t.words) AS value "
        f"FROM (SELECT row_number() OVER () AS rowid, id FROM chosen) h CROSS JOIN times t ON t.claim = h.id "
        f"WHERE t.first IS NULL AND {_DATES}) "
        "SELECT value, count(DISTINCT n) AS many, (SELECT count(DISTINCT n) FROM dated) FROM dated "
        "GROUP BY value ORDER BY many DESC, value LIMIT ?"
    )
    rows = connection.execute(text, (*values, limit)).fetchall()
    return [OpenDate(value, many) for value, many, _ in rows], (rows[0][2] if rows else 0)


def undated(connection: sqlite3.Connection, wanted: Selection) -> int:
    """Return how many claims of a selection stand in reports without a date of publication."""
    inner, values = sql(wanted, "r.published", ordered=False)
    return int(connection.execute(f"SELECT count(*) FROM ({inner}) WHERE published IS NULL", values).fetchone()[0])


def place_counts(connection: sqlite3.Connection, wanted: Selection, limit: int) -> list[PlaceCount]:
    """Return the places that a selection's claims name, those of most claims first.

    Those who sit in a place (*Paris refused*) are no place. A place without a point of its own has none here.

    Args:
        connection: an open ledger.
        wanted: which claims.
        limit: how many places at most.
    """
    inner, values = sql(wanted, "c.id, r.id AS report", ordered=False)
    text = (
        f"WITH chosen AS MATERIALIZED ({inner}) "
        "SELECT coalesce(p.name, p.words), p.kind, p.country, p.lat, p.lon, p.inside, p.gazetteer_id, "
        f"coalesce(p.kind IN {_AREAS}, 0), count(*) AS many, count(DISTINCT h.report) "
        "FROM chosen h CROSS JOIN places p ON p.claim = h.id WHERE NOT p.metonymy "
        "GROUP BY coalesce(p.gazetteer_id, p.form), p.inside, p.lat, p.lon ORDER BY many DESC, 1 LIMIT ?"
    )
    rows = connection.execute(text, (*values, limit))
    return [
        PlaceCount(name, kind, country, lat, lon, inside, identity, bool(area), many, reports)
        for name, kind, country, lat, lon, inside, identity, area, many, reports in rows
    ]


def pairs(connection: sqlite3.Connection, wanted: Selection, limit: int) -> list[Relayed]:
    """Return who relays whom, the strongest pairs first: sources that relay sources, then outlets.

    Outlets take the places that sources leave, and a third of them at least.

    Args:
        connection: an open ledger.
        wanted: which claims.
        limit: how many pairs at most.
    """
    inner, values = sql(wanted, "c.id, r.outlet", ordered=False)
    name = "coalesce({0}.shown, CASE WHEN {0}.shared THEN {0}.name ELSE {1}.name END)"
    text = (
        f"WITH chosen AS MATERIALIZED ({inner}), "
        "sourced AS (SELECT x.source AS a, min(x.id) AS x, y.source AS b, min(y.id) AS y, count(*) AS many "
        "FROM chosen h CROSS JOIN relays o ON o.claim = h.id "
        "JOIN relays i ON i.claim = o.claim AND i.level = o.level + 1 "
        "JOIN names x ON x.id = o.name JOIN names y ON y.id = i.name WHERE NOT o.innermost AND x.source <> y.source "
        "GROUP BY 1, 3 ORDER BY many DESC LIMIT ?), "
        "printed AS (SELECT h.outlet AS a, y.source AS b, min(y.id) AS y, count(*) AS many FROM chosen h "
        "CROSS JOIN relays i ON i.claim = h.id AND i.level = 1 JOIN names y ON y.id = i.name "
        "WHERE h.outlet IS NOT NULL GROUP BY 1, 2 ORDER BY many DESC LIMIT ?) "
        f"SELECT 0, s.key, {name.format('s', 'n')}, z.key, {name.format('z', 'm')}, f.many FROM sourced f "
        "JOIN sources s ON s.id = f.a JOIN names n ON n.id = f.x "
        "JOIN sources z ON z.id = f.b JOIN names m ON m.id = f.y "
        f"UNION ALL SELECT 1, f.a, f.a, z.key, {name.format('z', 'm')}, f.many FROM printed f "
        "JOIN sources z ON z.id = f.b JOIN names m ON m.id = f.y ORDER BY 6 DESC, 2, 4"
    )
    found = [
        Relayed(teller, teller_name, bool(outlet), told, told_name, many)
        for outlet, teller, teller_name, told, told_name, many in connection.execute(text, (*values, limit, limit))
    ]
    return list(_strongest(found, limit))


def _strongest(found: list[Relayed], limit: int) -> Iterator[Relayed]:
    sources = sum(not each.outlet for each in found)
    room = {False: limit - min(limit // 3, len(found) - sources)}
    room[True] = limit - min(sources, room[False])
    for each in found:
        if room[each.outlet]:
            room[each.outlet] -= 1
            yield each
