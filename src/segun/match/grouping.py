"""Groups of statements that assert the same: average-link clustering in which a conflict keeps clusters apart.

Pairs are taken from the likeliest down; two clusters become one where their statements are alike on average, none of
the one gives another figure than one of the other or is of another matter, and hardly any denies one, or people said
so. (Average linkage: Sokal & Michener 1958; cannot-link constraints: Wagstaff et al. 2001.)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun.match.likeness import Likeness
from segun.match.statements import Said

LEAST = 0.23
"""Mean likeness from which two clusters are one."""
_DENIED = 0.2
"""Share of the pairs between two clusters that may seem to deny each other: what is denied is not always told well."""
_DOUBTFUL = 0.5
"""Likelihood to say the same below which a statement alone adds no origin to its group."""
SAMPLE = 12
"""Statements of a cluster that stand for all of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how alike they are."""

    a: Said
    b: Said
    likeness: Likeness


def grouped(
    statements: Iterable[Said],
    pairs: Iterable[Pair],
    compare: Callable[[Said, Said], Likeness],
    *,
    same: frozenset[frozenset[str]] = frozenset(),
    different: frozenset[frozenset[str]] = frozenset(),
    least: float = LEAST,
) -> list[list[Said]]:
    """Return the statements as groups, each in the order given.

    Args:
        statements: all of them, each once.
        pairs: those worth comparing; the order does not matter.
        compare: for pairs of which nothing is known yet.
        same: pairs of claims' keys that people called the same.
        different: pairs that they called different.
        least: mean likeness from which two clusters are one.
    """
    ordered = list(statements)
    place = {said.id: at for at, said in enumerate(ordered)}
    clusters = {said.id: [said] for said in ordered}
    home = {said.id: said.id for said in ordered}
    known: dict[tuple[str, str], Likeness] = {}

    def likeness(a: Said, b: Said) -> Likeness:
        pair = (a.id, b.id) if place[a.id] < place[b.id] else (b.id, a.id)
        if pair not in known:
            known[pair] = compare(a, b)
        return known[pair]

    for pair in pairs:
        key = (pair.a.id, pair.b.id) if place[pair.a.id] < place[pair.b.id] else (pair.b.id, pair.a.id)
        known[key] = pair.likeness

    def join(a: str, b: str) -> None:
        first, second = sorted((a, b), key=lambda each: place[each])
        for said in clusters[second]:
            home[said.id] = first
        clusters[first] = sorted(clusters[first] + clusters.pop(second), key=lambda said: place[said.id])

    by_key = _by_key(ordered)
    for given in sorted(tuple(sorted(each)) for each in same if len(each) == 2):
        first, second = (by_key.get(key, []) for key in given)
        if first and second:  # of claims that say several things those that are most alike
            one, other = max(((x, y) for x in first for y in second), key=lambda pair: likeness(*pair).score)
            if home[one.id] != home[other.id]:
                join(home[one.id], home[other.id])
    for (a, b), found in sorted(known.items(), key=lambda each: (-each[1].score, place[each[0][0]], place[each[0][1]])):
        ours, theirs = home[a], home[b]
        if ours == theirs or found.score < least or _kept_apart(clusters[ours], clusters[theirs], different):
            continue
        if _one(_sample(clusters[ours]), _sample(clusters[theirs]), likeness, least):
            join(ours, theirs)
    return [clusters[each] for each in sorted(clusters, key=lambda each: place[each])]


_RELAXED = 0.85
"""Clusters grow by chains of edits, so that the first and the last may be less alike than two neighbours.

For the same reason it is the mean of the roots that is taken: a few pairs that are hardly alike count for less.
"""


def _one(
    few: Sequence[Said],
    others: Sequence[Said],
    likeness: Callable[[Said, Said], Likeness],
    least: float,
) -> bool:
    """Whether the statements of two clusters are alike enough on average, and nothing keeps them apart."""
    total, denied = 0.0, 0
    for x in few:
        for y in others:
            between = likeness(x, y)
            if between.apart or between.conflict not in {None, "polarity"}:
                return False
            denied += between.conflict is not None
            total += math.sqrt(between.score) if between.conflict is None else 0.0
    pairs = len(few) * len(others)
    return denied <= _DENIED * pairs and total / pairs >= math.sqrt(least) * _RELAXED


def _kept_apart(ours: Sequence[Said], theirs: Sequence[Said], different: frozenset[frozenset[str]]) -> bool:
    """Whether people called any statement of one cluster different from any of another."""
    if not different:
        return False
    one, other = ({said.claim_key for said in cluster} for cluster in (ours, theirs))
    return any(pair & one and pair - one and pair - one <= other for pair in different)


def _sample(cluster: list[Said]) -> list[Said]:
    """Return some statements of a cluster, spread over it."""
    if len(cluster) <= SAMPLE:
        return cluster
    step = len(cluster) / SAMPLE
    return [cluster[int(at * step)] for at in range(SAMPLE)]


def _by_key(statements: list[Said]) -> Mapping[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for said in statements:
        found.setdefault(said.claim_key, []).append(said)
    return found


def sure(
    group: Sequence[Said], origin: Mapping[str, str | None], compare: Callable[[Said, Said], Likeness]
) -> Mapping[str, str | None]:
    """Return the ultimate sources of a group's statements without those that only doubtful ones bring in.

    A statement that rather says something else than the others confirms nothing, whoever's it is.
    """
    if len({*origin.values()} - {None}) < 2:
        return origin
    likely: dict[str, float] = {}
    for each in group:
        source = origin[each.id]
        if source is not None:
            likely[source] = max(likely.get(source, 0.0), _likely(each, group, compare))
    first = max(likely, key=lambda source: likely[source], default=None)  # of those alike the earliest
    doubtful = {source for source, found in likely.items() if found < _DOUBTFUL and source != first}
    return {key: None if source in doubtful else source for key, source in origin.items()}


def _likely(said: Said, group: Sequence[Said], compare: Callable[[Said, Said], Likeness]) -> float:
    """Return how likely a statement says the same as the one of its group's other reports that is most like it."""
    others = (each for each in group[:SAMPLE] if each.report != said.report)
    return max((compare(said, each).score for each in others), default=1.0)
