"""How many people a statement says that something befell: fell ill, were arrested, were moved out of their homes.

Tolls (dead, injured, missing) are told with the number itself; of the rest the verb tells, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from segun import lang
from segun.match.figures import PEOPLE, TOLL, Count
from segun.match.statements import Said

FATES: Mapping[str, str] = {
    "arrest": "arrest",
    "evacuate": "evacuate",
    "infect": "ill",
    "poison": "ill",
    "rescue": "rescue",
    "trapped": "trapped",
}
"""Concepts of what befalls people, each with what is counted together."""


@dataclass(frozen=True, slots=True)
class Befallen:
    """What befell people in a statement."""

    what: frozenset[str]
    """Its kinds, tolls among them."""
    count: Count | None
    """How many, where it tells one such number of one kind that is no toll."""
    numbers: bool
    """Whether it gives any number."""


def befallen(said: Said) -> Befallen:
    """Return what befell people in a statement, and how many.

    A part (*three of those poisoned*) is no number of all of them.
    """
    told = said.told
    concepts = {concept for span in said.spans for _, _, concept in told.meant(told.within(span))}
    what = {FATES[concept] for concept in concepts & FATES.keys()} | (concepts & TOLL)
    found = [each for each in said.counts if each.of & (PEOPLE | FATES.keys()) or not each.of]
    told_once = len(what) == len(found) == 1 and what.isdisjoint(TOLL) and not _part(said, found[0])
    return Befallen(frozenset(what), found[0] if told_once else None, bool(said.counts))


def differ(a: Befallen, b: Befallen) -> bool:
    """Whether both tell how many people the same befell, and the numbers do not agree."""
    return bool(a.count and b.count and a.what == b.what and not a.count.agrees(b.count))


def of_something_else(a: Befallen, b: Befallen) -> bool:
    """Whether the one says how many people something befell, and the other that nothing befell anybody."""
    return any(one.count and one.count.low and not (other.what or other.numbers) for one, other in ((a, b), (b, a)))


def _part(said: Said, count: Count) -> bool:
    """Whether a number is that of some among more: *three of those poisoned*."""
    told, behind = said.told, said.told.within(count.span).stop
    after = " ".join(told.words[behind : behind + 2])
    return after in {" ".join(each) for each in lang.numerals(told.language).partitive}
