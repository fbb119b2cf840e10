"""In what two statements conflict, so that no likeness makes them one claim: numbers, hours, days, denial."""

from __future__ import annotations

import math
from collections.abc import Mapping

from segun.match.figures import PEOPLE, TOLL, Count
from segun.match.heads import differ
from segun.match.particulars import conflicting
from segun.match.polarity import contrary, over
from segun.match.records import LinkOf
from segun.match.seen import SMALL, UNNAMED, Seen, across_languages
from segun.match.statements import Said
from segun.match.terms import NAMED, NUMBER

_TOLD_TWICE = frozenset({"place", "day"})
"""Particulars of which one may differ where one event is told in two ways."""
_SUM = 1_000_000
"""What a number without a noun is a sum from, of money as a rule."""


def conflict(a: Said, b: Said, ours: Seen, theirs: Seen, rarity: Mapping[str, float]) -> LinkOf | None:
    """Return in what two statements differ so that they cannot be one, or ``None``.

    Args:
        a: a statement.
        b: another one.
        ours: what of the first is compared.
        theirs: the same of the other one.
        rarity: how rare each term is.
    """
    one_language = a.told.language == b.told.language
    counts = _counts_differ(ours, theirs) or (one_language and _differ(ours.units, theirs.units))
    if (counts and not counted_otherwise(ours, theirs)) or differ(ours.befallen, theirs.befallen):
        return "number"
    if a.clocks and b.clocks and not any(x.agrees(y) for x in a.clocks for y in b.clocks):
        return "time"
    if ours.exact and theirs.exact:
        apart = (x.last <= y.first or y.last <= x.first for x in ours.exact for y in theirs.exact)
        if all(apart):
            return "time"
    if over(ours.states, theirs.states):
        return "polarity"
    opposed = not _one_figure(a, b) and _opposed(ours, theirs, rarity, one_language=one_language)
    return "polarity" if opposed or _flatly(ours, theirs) else None


def counted_otherwise(ours: Seen, theirs: Seen) -> bool:
    """Whether two statements count people of whom they tell two things: *three in hospital*, *twelve poisoned*."""
    common = (ours.counted.keys() & theirs.counted.keys()) - {UNNAMED}
    told = ours.befallen.what | theirs.befallen.what
    return bool(common) and common <= PEOPLE and told.isdisjoint(TOLL) and ours.befallen.what != theirs.befallen.what


def told_along(ours: Seen, theirs: Seen) -> bool:
    """Whether what the other one asserts is not what is denied itself: *no valve caused the leak*, *the leak*."""
    differing = (ours.denied & theirs.asserted) | (ours.asserted & theirs.denied)
    return bool(differing) and not differing.intersection(ours.pith | theirs.pith)


def of_one_event(
    a: Said, b: Said, ours: Seen, theirs: Seen, found: LinkOf | None, differ: frozenset[str]
) -> LinkOf | None:
    """Return in what two statements that differ in some particulars conflict, ``None`` where they are of two events.

    Args:
        a: a statement.
        b: one of another report.
        ours: what of the first is compared.
        theirs: the same of the other one.
        found: in what else they conflict.
        differ: the particulars that they differ in.
    """
    elsewhere = {word for each in (ours, theirs) for place in each.particulars.places for word in place.words}
    names = {name.removeprefix(NAMED) for name in ours.names & theirs.names} - elsewhere
    source = not ours.forms.isdisjoint(theirs.forms)
    if found is not None and (source or (len(differ) == 1 and differ <= _TOLD_TWICE)):
        return found
    hours = any(x.agrees(y) for x in a.clocks for y in b.clocks)
    bound = source or bool(names) or hours
    return conflicting(a, b, ours.particulars, theirs.particulars, differ, bound=bound)


def _one_figure(a: Said, b: Said) -> bool:
    """Whether both give one hour, or one number that is told to be of one thing or is no small one.

    Who gives it does not deny it, whatever else they do: *not the 47 minutes that they admit to*.
    """
    hours = any(x.agrees(y) for x in a.clocks for y in b.clocks)
    return hours or any(x.agrees(y) and (x.of & y.of or min(x.low, y.low) >= SMALL) for x in a.counts for y in b.counts)


def _flatly(a: Seen, b: Seen) -> bool:
    """Whether all that the one denies itself the other asserts, and they tell no more alike but names and figures."""
    alike = (a.denied & b.denied) | (a.asserted & b.asserted)
    told = sum(not term.startswith((NAMED, NUMBER)) for term in alike)
    return any(one.pith and one.pith <= other.asserted and told <= len(one.pith) for one, other in ((a, b), (b, a)))


def _opposed(a: Seen, b: Seen, rarity: Mapping[str, float], *, one_language: bool) -> bool:
    """Whether the one denies what the other asserts: more of what both are about than they tell alike."""
    if not (a.denied or b.denied):
        return a.denies != b.denies or bool(a.states and b.states and contrary(a.states, b.states))
    differing = (a.denied & b.asserted) | (a.asserted & b.denied)
    alike = (a.denied & b.denied) | (a.asserted & b.asserted)
    if not one_language:
        differing, alike = across_languages(differing), across_languages(alike)
    if not (differing or alike):
        return a.denies != b.denies and not (a.denied and b.denied)
    apart, together = (math.fsum(rarity[term] for term in each) for each in (differing, alike))
    return apart > together


def _counts_differ(a: Seen, b: Seen) -> bool:
    """Whether both count the same thing and no two of the numbers agree."""
    ours, theirs = a.counted, b.counted
    common = (ours.keys() & theirs.keys()) - {UNNAMED}
    tolls = common & TOLL
    for concept in tolls:
        if not any(x.agrees(y) for x in ours[concept] for y in theirs[concept]):
            return True
    rest = common - TOLL
    if a.lone and b.lone and not _agreeing(a.counted, b.counted):
        return True
    if (a.lone or b.lone) and _sums_differ(ours, theirs):
        return True
    return bool(rest) and _differ({each: ours[each] for each in rest}, theirs)


def _sums_differ(ours: Mapping[str, list[Count]], theirs: Mapping[str, list[Count]]) -> bool:
    """Whether both give sums in millions and none agree, though one says not of what: *for 31 million*."""
    first, second = (
        {concept: sums for concept, each in counted.items() if (sums := [x for x in each if x.low >= _SUM])}
        for counted in (ours, theirs)
    )
    return bool(first and second) and not _agreeing(first, second)


def _differ(ours: Mapping[str, list[Count]], theirs: Mapping[str, list[Count]]) -> bool:
    """Whether both count something alike and no two of these numbers agree."""
    common = ours.keys() & theirs.keys()
    return bool(common) and not any(x.agrees(y) for each in common for x in ours[each] for y in theirs[each])


def _agreeing(ours: Mapping[str, list[Count]], theirs: Mapping[str, list[Count]]) -> bool:
    return any(x.agrees(y) for first in ours.values() for x in first for second in theirs.values() for y in second)
