"""How many people a statement says that something befell: fell ill, were arrested, were moved out of their homes.

Tolls (dead, injured, missing) are told with the number itself; of the rest the verb tells, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping

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


def heads(said: Said) -> tuple[str, Count] | None:
    """Return what befell people in a statement, and how many; ``None`` where it tells no one such number.

    A part (*three of those poisoned*) is no number of all of them.
    """
    told = said.told
    concepts = [concept for span in said.spans for _, _, concept in told.meant(told.within(span))]
    fates = {FATES[concept] for concept in concepts if concept in FATES}
    if len(fates) != 1 or not TOLL.isdisjoint(concepts):
        return None
    found = [each for each in said.counts if each.of & (PEOPLE | FATES.keys()) or not (each.of or each.unit)]
    if len(found) != 1 or _part(said, found[0]):
        return None
    return fates.pop(), found[0]


def _part(said: Said, count: Count) -> bool:
    """Whether a number is that of some among more: *three of those poisoned*."""
    told, behind = said.told, said.told.within(count.span).stop
    after = " ".join(told.words[behind : behind + 2])
    return after in {" ".join(each) for each in lang.numerals(told.language).partitive}
