"""What of a statement is compared with others, read once."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from segun.match.apart import recalled
from segun.match.figures import TOLL, Count, Day
from segun.match.heads import Befallen, befallen
from segun.match.particulars import Particulars, particulars
from segun.match.polarity import denies, pith, states, told_how
from segun.match.statements import Said
from segun.match.terms import NAMED, terms

UNNAMED = ""
"""Stands for what a number counts where the words do not say it."""
SMALL = 10
"""Numbers below this agree by chance where it is not told what they count."""
LITTLE = 6.0
"""Rarity, of about two terms, below which what a statement holds is too little to be contained in another."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a statement is compared, read once."""

    terms: frozenset[str]
    across: frozenset[str]
    """Terms that mean the same in every language."""
    weight: float
    """How rare the terms are together."""
    weight_across: float
    size: float
    """Logarithm of the weight."""
    names: frozenset[str]
    forms: frozenset[str]
    """Its sources, without what spellings of a name may differ in."""
    counted: Mapping[str, list[Count]]
    lone: bool
    """Whether it gives one number, not a small one, of something that it does not name."""
    units: Mapping[str, list[Count]]
    """Its numbers by the word for what they count, where no concept tells it."""
    kinds: frozenset[str]
    telling: bool
    """Whether it gives a toll or an hour."""
    exact: tuple[Day, ...]
    denies: bool
    negated: frozenset[int]
    """The indexes of its words that are denied."""
    denied: frozenset[str]
    """Terms that it tells in clauses that are denied, and in no other."""
    pith: frozenset[str]
    """Those of them that are denied themselves: the subject and the predicate of what is denied."""
    asserted: frozenset[str]
    """The same of clauses that are not."""
    states: frozenset[str]
    year: int | None
    """That of an earlier case, of which it tells."""
    befallen: Befallen
    particulars: Particulars


def seen(said: Said, told: frozenset[str], rarity: Mapping[str, float]) -> Seen:
    """Read a statement.

    Args:
        said: it.
        told: its terms.
        rarity: how rare each term is.
    """
    across = across_languages(told)
    counted = _by_concept(said)
    weight = math.fsum(rarity[term] for term in told)
    denied, asserted = told_how(said)
    not_so = terms(said, denied) if denied else frozenset[str]()
    so = terms(said, asserted) if denied else told
    kinds = (("count", said.counts), ("clock", said.clocks), ("day", said.days))
    return Seen(
        terms=told,
        across=across,
        weight=weight,
        weight_across=math.fsum(rarity[term] for term in across),
        size=math.log(weight + LITTLE),
        names=frozenset(term for term in told if term.startswith(NAMED)),
        forms=frozenset(form for form in said.source_forms if form),
        counted=counted,
        lone=_one_number(counted),
        units=_by_unit(said),
        kinds=frozenset(kind for kind, found in kinds if found),
        telling=bool(said.clocks) or any(count.of & TOLL for count in said.counts),
        exact=tuple(day for day in said.days if day.exact),
        denies=denies(said),
        negated=denied,
        denied=not_so - so,
        pith=terms(said, pith(said, denied)) if denied else frozenset(),
        asserted=so - not_so,
        states=states(said),
        year=recalled(said) if said.counts else None,
        befallen=befallen(said),
        particulars=particulars(said),
    )


def across_languages(found: frozenset[str]) -> frozenset[str]:
    """Return those of some terms that mean the same in every language."""
    return frozenset(term for term in found if not term.startswith("w:"))


def _one_number(counted: Mapping[str, list[Count]]) -> bool:
    """Whether a statement gives one number, not a small one, of something that it does not name."""
    found = {each.span: each for several in counted.values() for each in several}
    return counted.keys() <= {UNNAMED, "number"} and len(found) == 1 and next(iter(found.values())).low >= SMALL


def _by_concept(said: Said) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for each in said.counts:
        for concept in each.of or {UNNAMED}:
            found.setdefault(concept, []).append(each)
    return found


def _by_unit(said: Said) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for each in said.counts:
        if each.unit and not each.of:
            found.setdefault(each.unit, []).append(each)
    return found
