"""What people decided of pairs: claims that say the same or not, reports that have something from another or not."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from segun.ledger import chain
from segun.model import Derived

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Overruled:
    """A decision that is in force and cannot hold beside a later one: *A is B, B is C, and then A is not C*."""

    number: int
    by: int
    """The later one."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions on pairs that are in force; of several that cannot all hold the later one does."""

    same: frozenset[Pair] = frozenset()
    """Keys of claims."""
    different: frozenset[Pair] = frozenset()
    derived: Mapping[tuple[str, str], Derived | None] = field(default_factory=dict)
    """Keys of a report and of the one that it comes from, with how, where somebody said so."""
    independent: frozenset[Pair] = frozenset()
    """Keys of reports."""
    overruled: tuple[Overruled, ...] = ()
    """Those that are passed over for a later one on other pairs, in their order."""


def judgements(connection: sqlite3.Connection) -> Judgements:
    """Return what people decided of pairs; pairs of which the ledger no longer has both are left out."""
    keys = dict(connection.execute("SELECT report_id, key FROM reports"))
    claims: dict[Pair, tuple[str, int]] = {}
    reports: dict[Pair, tuple[str, str, str, Derived | None, int]] = {}
    for each in chain.in_force(chain.on_pairs(connection)):
        if each.body is None or "with" not in each.body:
            continue
        other = str(each.body["with"])
        if each.kind in ("same", "different"):
            claims[frozenset((each.target, other))] = (each.kind, each.number)
        elif each.kind in ("derived", "independent") and each.target in keys and other in keys:
            pair = (keys[each.target], keys[other])
            reports[frozenset(pair)] = (each.kind, *pair, each.body.get("how"), each.number)
    there = _there(connection, claims)
    same, different, overruled = _alike({pair: each for pair, each in claims.items() if pair <= there})
    edges = {(child, parent): (how, at) for kind, child, parent, how, at in reports.values() if kind == "derived"}
    derived, circular = _ahead(edges)
    return Judgements(
        same=same,
        different=different,
        derived=derived,
        independent=frozenset(pair for pair, (kind, *_) in reports.items() if kind == "independent"),
        overruled=tuple(sorted((*overruled, *circular), key=lambda each: each.number)),
    )


def _alike(claims: Mapping[Pair, tuple[str, int]]) -> tuple[frozenset[Pair], frozenset[Pair], list[Overruled]]:
    """Return the pairs that are the same and those that are not, and what cannot hold beside a later decision."""
    home: dict[str, str] = {}
    """The first claim of those that are the same."""

    def of(key: str) -> str:
        while key in home:
            key = home[key]
        return key

    same, apart, overruled = set(), dict[Pair, int](), []
    for pair, (kind, number) in sorted(claims.items(), key=lambda each: -each[1][1]):
        ends = frozenset(map(of, pair))
        if kind == "different":
            if len(ends) == 1:
                overruled.append(Overruled(number, max(at for other, (_, at) in claims.items() if other in same)))
            else:
                apart[pair] = number
            continue
        against = [at for other, at in apart.items() if len(ends) > 1 and frozenset(map(of, other)) == ends]
        if against:
            overruled.append(Overruled(number, max(against)))
            continue
        same.add(pair)
        if len(ends) > 1:
            first, second = sorted(ends)
            home[second] = first
    return frozenset(same), frozenset(apart), overruled


def _ahead(
    edges: Mapping[tuple[str, str], tuple[Derived | None, int]],
) -> tuple[dict[tuple[str, str], Derived | None], list[Overruled]]:
    """Return the derivations that run in no circle, and those that would close one with later ones."""
    kept: dict[tuple[str, str], Derived | None] = {}
    ahead: dict[str, list[str]] = {}
    overruled = []
    for (child, parent), (how, number) in sorted(edges.items(), key=lambda each: -each[1][1]):
        if leads(parent, child, ahead):
            overruled.append(Overruled(number, max(edges[each][1] for each in kept)))
            continue
        kept[child, parent] = how
        ahead.setdefault(child, []).append(parent)
    return kept, overruled


def leads(report: str, to: str, parents: Mapping[str, Sequence[str]]) -> bool:
    """Whether one comes from one's parent, that from its own, and so on, from a report to another one."""
    met, waiting = {report}, [report]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in met:
                met.add(parent)
                waiting.append(parent)
    return to in met


def _there(connection: sqlite3.Connection, pairs: Iterable[Pair]) -> set[str]:
    """Return those of the pairs' claims that the ledger has, by their keys."""
    wanted = json.dumps(sorted({key for pair in pairs for key in pair}))
    rows = connection.execute("SELECT key FROM claims WHERE key IN (SELECT value FROM json_each(?))", (wanted,))
    return {row[0] for row in rows}
