"""Groups that cannot both be right, and later figures of the same source.

Only groups that are about the same thing are looked at: neither likeness nor a mere difference of numbers tells a
contradiction. (Bach & al. 2022, ClaimDiff.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from segun.match.figures import TOLL
from segun.match.likeness import Likeness
from segun.match.records import Link, LinkOf
from segun.match.statements import Said

_SHARE = 0.3
"""Share of the pairs of two groups that must conflict."""
_ALIKE = {"number": 0.2, "time": 0.2, "polarity": 0.5, "place": 0.5}
"""Likeness that the best of two groups' conflicting pairs must have, by what they differ in."""
_PAIRS = 64


def links(
    groups: Mapping[str, Sequence[Said]],
    near: Sequence[tuple[str, str]],
    compare: Callable[[Said, Said], Likeness],
    origins: Mapping[str, frozenset[str]],
) -> list[Link]:
    """Return the links between groups.

    Args:
        groups: statements by their group's id.
        near: pairs of groups worth looking at.
        compare: how alike two statements are, and in what they conflict.
        origins: the ultimate sources of each group.
    """
    found = []
    for a, b in near:
        pairs = list(product(groups[a], groups[b]))[:_PAIRS]
        judged = [(compare(x, y), x, y) for x, y in pairs]
        kinds = Counter(each.conflict for each, _, _ in judged if each.conflict)
        if not kinds:
            continue
        what, count = kinds.most_common(1)[0]
        best = max(each.score for each, _, _ in judged if each.conflict == what)
        if count < _SHARE * len(judged) or (best < _ALIKE[what or "number"] and not _tolls(groups[a], groups[b])):
            continue
        apart = [(x, y) for each, x, y in judged if each.conflict == what]
        found.append(_link((a, [x for x, _ in apart]), (b, [y for _, y in apart]), what, origins, best))
    return found


def _tolls(ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether two groups count the same toll."""
    first, second = ({c for said in each for count in said.counts for c in count.of & TOLL} for each in (ours, theirs))
    return bool(first & second)


def _link(
    one: tuple[str, Sequence[Said]],
    other: tuple[str, Sequence[Said]],
    what: LinkOf | None,
    origins: Mapping[str, frozenset[str]],
    best: float,
) -> Link:
    """Return the link between two groups, each with its statements that conflict with the other's."""
    (a, ours), (b, theirs) = one, other
    shared = origins.get(a, frozenset()) & origins.get(b, frozenset())
    first, second = (min(said.told.rank[0] for said in each) for each in (ours, theirs))
    if what == "number" and shared and first != second:
        later, earlier = (a, b) if first > second else (b, a)
        return Link(later, earlier, "revises", what, f"a later figure of {min(shared)}")
    tolls = what == "number" and _tolls(ours, theirs)
    return Link(a, b, "contradicts", what, f"the same matter, another {'toll' if tolls else what}; likeness {best:.2f}")
