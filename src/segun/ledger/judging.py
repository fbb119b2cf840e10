"""What people decided of pairs: claims that say the same or not, reports that have something from another or not."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from segun.ledger import chain
from segun.model import Derived

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions on pairs that are in force; of two on the same pair the later one holds."""

    same: frozenset[Pair] = frozenset()
    """Keys of claims."""
    different: frozenset[Pair] = frozenset()
    derived: Mapping[tuple[str, str], Derived | None] = field(default_factory=dict)
    """Keys of a report and of the one that it comes from, with how, where somebody said so."""
    independent: frozenset[Pair] = frozenset()
    """Keys of reports."""


def judgements(connection: sqlite3.Connection) -> Judgements:
    """Return what people decided of pairs; pairs of which the ledger no longer has both are left out."""
    keys = dict(connection.execute("SELECT report_id, key FROM reports"))
    claims: dict[Pair, str] = {}
    reports: dict[Pair, tuple[str, str, str, Derived | None]] = {}
    for each in chain.in_force(chain.on_pairs(connection)):
        if each.body is None or "with" not in each.body:
            continue
        other = str(each.body["with"])
        if each.kind in ("same", "different"):
            claims[frozenset((each.target, other))] = each.kind
        elif each.kind in ("derived", "independent") and each.target in keys and other in keys:
            pair = (keys[each.target], keys[other])
            reports[frozenset(pair)] = (each.kind, *pair, each.body.get("how"))
    there = _there(connection, claims)
    return Judgements(
        same=frozenset(pair for pair, kind in claims.items() if kind == "same" and pair <= there),
        different=frozenset(pair for pair, kind in claims.items() if kind == "different" and pair <= there),
        derived={(child, parent): how for kind, child, parent, how in reports.values() if kind == "derived"},
        independent=frozenset(pair for pair, (kind, *_) in reports.items() if kind == "independent"),
    )


def _there(connection: sqlite3.Connection, pairs: Iterable[Pair]) -> set[str]:
    """Return those of the pairs' claims that the ledger has, by their keys."""
    wanted = json.dumps(sorted({key for pair in pairs for key in pair}))
    rows = connection.execute("SELECT key FROM claims WHERE key IN (SELECT value FROM json_each(?))", (wanted,))
    return {row[0] for row in rows}
