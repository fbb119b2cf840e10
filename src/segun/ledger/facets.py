"""How a selection's claims spread over sources, outlets, periods and the like: what a list can be narrowed by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from segun.ledger.selection import FEWEST, Selection, sql

Facet = Literal[
    "source", "via", "outlet", "place", "period", "factuality", "speech_act", "language", "review", "origins"
]
MOST = 12
"""Values of a facet that are counted one by one, the most frequent first."""

_RELAYED = (
    "SELECT '{0}', s.key, coalesce(s.shown, CASE WHEN s.shared THEN s.name ELSE n.name END), count(*) AS many "
    "FROM {{chosen}} h CROSS JOIN relays l ON l.claim = h.id AND l.innermost = {1} JOIN names n ON n.id = l.name "
    "JOIN sources s ON s.id = n.source GROUP BY s.id"
)
_OF_CLAIMS = "SELECT '{0}', h.{0}, h.{0}, sum(h.many) AS many FROM said h GROUP BY h.{0}"
_OF_REPORTS = (
    "SELECT '{0}', {1}, {1}, sum(h.many) AS many FROM carried h JOIN reports r ON r.id = h.report "
    "WHERE {1} IS NOT NULL GROUP BY {1}"
)
_QUERIES: Mapping[Facet, str] = {
    "source": _RELAYED.format("source", 1),
    "via": _RELAYED.format("via", 0),
    "outlet": _OF_REPORTS.format("outlet", "r.outlet"),
    "place": (
        "SELECT 'place', coalesce(p.name, p.words), coalesce(p.name, p.words), count(DISTINCT h.id) AS many "
        "FROM {chosen} h CROSS JOIN places p ON p.claim = h.id GROUP BY p.form"
    ),
    "period": _OF_REPORTS.format("period", "substr(r.published, 1, 7)"),
    "factuality": _OF_CLAIMS.format("factuality"),
    "speech_act": _OF_CLAIMS.format("speech_act"),
    "language": _OF_REPORTS.format("language", "r.language"),
    "review": _OF_CLAIMS.format("review"),
    "origins": (
        "SELECT 'origins', o.few, o.few, count(*) AS many FROM {chosen} h JOIN (SELECT m.claim, "
        f"CASE {FEWEST} WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE 'several' END AS few "
        'FROM members m JOIN groups g ON g.id = m."group" GROUP BY m.claim) o ON o.claim = h.key GROUP BY o.few'
    ),
}
KINDS: tuple[Facet, ...] = tuple(_QUERIES)
_FREE: Mapping[Facet, Mapping[str, Any]] = {
    "source": {"sources": None},
    "via": {"via": None},
    "outlet": {"outlet": ""},
    "place": {"place": ""},
    "period": {"published_from": "", "published_to": ""},
    "factuality": {"factuality": ()},
    "speech_act": {"speech_act": ()},
    "language": {"language": ""},
    "review": {"review": ()},
    "origins": {"origins": ()},
}
_COLUMNS = "c.id, c.key, c.factuality, c.speech_act, c.review, r.id AS report"
_ADDED_UP = (
    "carried AS MATERIALIZED (SELECT report, count(*) AS many FROM chosen GROUP BY report), "
    "said AS MATERIALIZED (SELECT factuality, speech_act, review, count(*) AS many FROM chosen GROUP BY 1, 2, 3)"
)
"""Claims added up once for several facets: by report, and by what they are."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims of a selection have a value."""

    value: str
    """What a selection is narrowed by: a source's key, a code, a name, a month."""
    label: str
    """What people call it."""
    count: int
    """Claims, each once for each report that carries it."""


Counts = dict[Facet, tuple[Count, ...]]


def facets(connection: sqlite3.Connection, wanted: Selection, kinds: Iterable[Facet] = KINDS) -> Counts:
    """Count a selection's claims by each facet; what it fixes itself is lifted for its own facet.

    Args:
        connection: an open ledger.
        wanted: which claims.
        kinds: which facets.

    Returns:
        For each facet at most :data:`MOST` values, the most frequent first, periods in their order and all of them.
    """
    asked = list(kinds)
    free = [kind for kind in asked if _fixed(wanted, kind)]
    found: Counts = {}
    together = [kind for kind in asked if kind not in free]
    if together:
        found.update(_counted(connection, wanted, together))
    for kind in free:
        found.update(_counted(connection, replace(wanted, **_FREE[kind]), [kind]))
    return {kind: found[kind] for kind in asked}


def _fixed(wanted: Selection, kind: Facet) -> bool:
    return any(getattr(wanted, name) != free for name, free in _FREE[kind].items())


def _counted(connection: sqlite3.Connection, wanted: Selection, kinds: list[Facet]) -> Counts:
    inner, values = sql(wanted, _COLUMNS, ordered=False)
    parts = [f"SELECT * FROM ({_one(kind)})" for kind in kinds]
    text = f"WITH chosen AS MATERIALIZED ({inner}), {_ADDED_UP} {' UNION ALL '.join(parts)}"
    found: dict[Facet, list[Count]] = {kind: [] for kind in kinds}
    for kind, value, label, many in connection.execute(text, values):
        found[kind].append(Count(str(value), str(label), many))
    return {kind: tuple(counts) for kind, counts in found.items()}


def _one(kind: Facet) -> str:
    query = _QUERIES[kind].format(chosen="chosen")
    return f"{query} ORDER BY 2" if kind == "period" else f"{query} ORDER BY many DESC, 2 LIMIT {MOST}"
