"""Groups that cannot both be right, and later figures of the same source.

Only groups that are about the same thing are looked at: neither likeness nor a mere difference of numbers tells a
contradiction. (Bach & al. 2022, ClaimDiff.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Literal

from segun.match.figures import TOLL
from segun.match.likeness import Likeness
from segun.match.records import Link, LinkOf
from segun.match.statements import Said

_SHARE = 0.3
"""Share of the pairs of two groups that must conflict."""
_ALIKE = {"number": 0.08, "time": 0.08, "polarity": 0.2, "place": 0.2}
"""Likeness that the best of two groups' conflicting pairs must have, by what they differ in."""
_FACED = 0.4
"""The same, as a share, where one report sets the two against each other."""
_PAIRS = 64
_BETWEEN = re.compile(r"[.!?…]\s|\n")
"""What stands between sentences."""


def links(
    groups: Mapping[str, Sequence[Said]],
    near: Sequence[tuple[str, str]],
    compare: Callable[[Said, Said], Likeness],
    origin: Mapping[str, str | None],
) -> list[Link]:
    """Return the links between groups.

    Args:
        groups: statements by their group's id.
        near: pairs of groups worth looking at.
        compare: how alike two statements are, and in what they conflict.
        origin: the ultimate source of each statement, by its id.
    """
    found = []
    for a, b in near:
        pairs = list(product(groups[a], groups[b]))[:_PAIRS]
        judged = [(compare(x, y), x, y) for x, y in pairs]
        kinds = Counter(each.conflict for each, _, _ in judged if each.conflict)
        if not kinds:
            continue
        what, count = kinds.most_common(1)[0]
        beside = _beside(groups[a], groups[b], origin)
        if beside == "one voice" and what != "number":
            continue
        best = max(each.score for each, _, _ in judged if each.conflict == what)
        enough = best >= _ALIKE[what or "number"] * (_FACED if beside == "two voices" else 1.0)
        enough = enough or any(each.conflict == what and _set_against(x, y, origin) for each, x, y in judged)
        if count < _SHARE * len(judged) or not (enough or (what == "number" and _tolls(groups[a], groups[b]))):
            continue
        apart = [(x, y) for each, x, y in judged if each.conflict == what]
        link = _link((a, [x for x, _ in apart]), (b, [y for _, y in apart]), what, origin, best)
        if link.kind == "revises" or beside != "one voice":
            found.append(link)
    return found


def _beside(
    ours: Sequence[Said], theirs: Sequence[Said], origin: Mapping[str, str | None]
) -> Literal["one voice", "two voices"] | None:
    """Return how a report sets both side by side: as one source's, who then means two matters, or as two sources'."""
    voices = {(said.report, origin.get(said.id)) for said in ours}
    others = {(said.report, origin.get(said.id)) for said in theirs}
    if any(voice is not None for _, voice in voices & others):
        return "one voice"
    return "two voices" if {report for report, _ in voices} & {report for report, _ in others} else None


def _set_against(a: Said, b: Said, origin: Mapping[str, str | None]) -> bool:
    """Whether one sentence of a report gives both, by two sources: *at two, X says, not at four, as Y does*."""
    if a.report != b.report or origin.get(a.id) == origin.get(b.id):
        return False
    first, second = sorted((a.spans[0], b.spans[0]))
    return first.end <= second.start and not _BETWEEN.search(a.told.text, first.end, second.start)


def _tolls(ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether two groups count the same toll."""
    first, second = ({c for said in each for count in said.counts for c in count.of & TOLL} for each in (ours, theirs))
    return bool(first & second)


def _link(
    one: tuple[str, Sequence[Said]],
    other: tuple[str, Sequence[Said]],
    what: LinkOf | None,
    origin: Mapping[str, str | None],
    best: float,
) -> Link:
    """Return the link between two groups, each with its statements that conflict with the other's."""
    (a, ours), (b, theirs) = one, other
    sources = [{origin.get(said.id) for said in each} - {None} for each in (ours, theirs)]
    shared = sorted(each for each in sources[0] & sources[1] if each)
    first, second = (min(said.told.rank[0] for said in each) for each in (ours, theirs))
    if what == "number" and shared and first != second:
        later, earlier = (a, b) if first > second else (b, a)
        return Link(later, earlier, "revises", what, f"a later figure of {shared[0]}")
    tolls = what == "number" and _tolls(ours, theirs)
    return Link(a, b, "contradicts", what, f"the same matter, another {'toll' if tolls else what}; likeness {best:.2f}")
