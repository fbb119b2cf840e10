"""How likely two statements of different reports assert the same, from features that each have a name and a weight.

The weights are those of a logistic regression (docs/echo.md says on what it was fitted); a match explains
itself by the features that counted. What the figures and the words forbid, no likeness outweighs: a *conflict*.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from segun.attribute.judging import probability
from segun.match.apart import of_two_matters
from segun.match.conflicts import conflict, counted_otherwise, of_one_event, told_along
from segun.match.figures import PEOPLE, TOLL, Count
from segun.match.heads import of_something_else
from segun.match.particulars import differing
from segun.match.ranking import Ranking
from segun.match.records import LinkOf
from segun.match.seen import LITTLE, SMALL, Seen, across_languages, seen
from segun.match.statements import Said
from segun.match.terms import terms
from segun.match.vectors import vectors

if TYPE_CHECKING:
    import numpy as np

LEARNED = 3_000
"""Statements up to which vectors are taken."""
_BY_CHANCE = 0.2
"""What a number that two statements give of differently named things tells, beside one of the same things."""
_ANYBODY = "person"
_MUCH = 40.0
"""Rarity from which a statement is a long one."""
ORDERS = frozenset({"order"})
"""Speech acts by which somebody wants what is not so yet."""
_FEW = 60
"""Statements that a set is taken to have at least: among two nothing would be rare."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two statements are."""

    score: float
    """How likely they assert the same, 0 to 1, leaving conflicts aside."""
    conflict: LinkOf | None
    features: Mapping[str, float]
    table: str = "likeness"
    """The weights that it was told with."""
    apart: bool = False
    """Whether the two are of other matters, however alike they are."""
    aside: bool = False
    """Whether what the one denies the other tells only along with something else, which is no contradiction."""

    @property
    def why(self) -> tuple[str, ...]:
        """The features that spoke for it, with what each added, strongest first."""
        weights = _weights(self.table)
        parts = sorted(((weights.get(name, 0.0) * value, name) for name, value in self.features.items()), reverse=True)
        return tuple(f"{name} {part:+.1f}" for part, name in parts if part >= 0.3)


class Comparing:
    """Compares statements of one set, in which some words are rarer than others.

    Args:
        statements: all of them.
    """

    def __init__(self, statements: Sequence[Said]) -> None:
        self._ordered = statements
        self.place = {said.id: at for at, said in enumerate(statements)}
        self._vectors: dict[str, np.ndarray] = {}
        self.terms = [terms(said) for said in statements]
        spread = Counter(term for each in self.terms for term in each)
        total = max(_FEW, len(statements))
        self.rarity = {term: math.log((1 + total) / (0.5 + count)) for term, count in spread.items()}
        self._reports: dict[str, frozenset[str]] = {}
        for said, each in zip(statements, self.terms, strict=True):
            self._reports[said.report] = self._reports.get(said.report, frozenset()) | each
        everywhere = Counter(term for each in self._reports.values() for term in each)
        self._spread = {term: math.log((1 + len(self._reports)) / (0.5 + n)) for term, n in everywhere.items()}
        self._contexts: dict[tuple[str, str], float] = {}
        self._seen: dict[str, Seen] = {}
        self._pairs: dict[tuple[str, str], tuple[Mapping[str, float], float, LinkOf | None]] = {}
        self._ranking: Ranking | None = None

    def _see(self, said: Said) -> Seen:
        if said.id not in self._seen:
            self._seen[said.id] = seen(said, self.terms[self.place[said.id]], self.rarity)
        return self._seen[said.id]

    def features(self, a: Said, b: Said) -> dict[str, float]:
        """Return what the two have in common, by name."""
        ours, theirs = self._see(a), self._see(b)
        one_language = a.told.language == b.told.language
        if one_language:
            shared = math.fsum([self.rarity[term] for term in ours.terms & theirs.terms])
            sizes = (ours.weight, theirs.weight)
        else:  # words of two languages share concepts, names and figures only
            shared = math.fsum([self.rarity[term] for term in ours.across & theirs.across])
            sizes = (ours.weight_across, theirs.weight_across)
        return {
            "meaning": self._meaning(a, b),
            "contained": shared / max(LITTLE, min(sizes)),
            "overlap": 2 * shared / max(2 * LITTLE, sum(sizes)),
            "shared": min(shared, 20.0) / 20.0,
            "names": _common(ours.names, theirs.names),
            "context": self.context(a, b),
            "count": _same_count(a, b, self.rarity),
            "toll": _same_toll(ours, theirs),
            "clock": _same_clock(a, b),
            "day": _same_day(a, b),
            "other figures": float(bool(ours.kinds and theirs.kinds and not ours.kinds & theirs.kinds)),
            "no figures": float(ours.telling != theirs.telling),
            "source": float(not ours.forms.isdisjoint(theirs.forms)),
            "other language": float(not one_language),
            "size": min(1.0, min(ours.weight, theirs.weight) / _MUCH),
            "other size": abs(ours.size - theirs.size),
        }

    def learn(self, wanted: Mapping[str, Said]) -> None:
        """Take the vectors of some statements, by their ids, where the encoder is installed and they are not too many.

        Vectors cost milliseconds each; more than :data:`LEARNED` statements are compared without.
        """
        if len(wanted) > LEARNED:
            return
        told = vectors([said.content for said in wanted.values()])
        if told is not None:
            self._vectors.update(zip(wanted, told, strict=True))

    def _meaning(self, a: Said, b: Said) -> float:
        ours, theirs = self._vectors.get(a.id), self._vectors.get(b.id)
        return float(ours @ theirs) if ours is not None and theirs is not None else 0.0

    def context(self, a: Said, b: Said) -> float:
        """Return how much the two reports have in common beside the two statements: the cosine of their terms."""
        first, second = a.report, b.report
        pair = (first, second) if first < second else (second, first)
        if pair not in self._contexts:
            ours, theirs = self._reports[first], self._reports[second]
            if a.told.language != b.told.language:
                ours, theirs = across_languages(ours), across_languages(theirs)
            shared = math.fsum(self._spread[term] ** 2 for term in ours & theirs)
            sizes = (math.fsum(self._spread[term] ** 2 for term in each) for each in (ours, theirs))
            self._contexts[pair] = shared / math.sqrt(max(1e-9, math.prod(sizes)))
        return self._contexts[pair]

    def rank(self, pairs: Iterable[tuple[Said, Said]]) -> None:
        """Compare pairs by themselves first, so that each is then told beside what else either is like.

        Args:
            pairs: those worth comparing.
        """
        judged = ((a, b, *self._of_pair(a, b)) for a, b in pairs)
        scored = ((a, b, odds) for a, b, _, odds, conflict in judged if conflict is None)
        self._ranking = Ranking(scored, self._ordered)

    def compare(self, a: Said, b: Said) -> Likeness:
        """Return how alike two statements of the set are."""
        found, alone, against = self._of_pair(a, b)
        total = alone
        table = self.table("likeness")
        if self._ranking is not None:
            found = {**found, **self._ranking.features(a, b, total)}
            table = self.table("ranked")
            total = odds_of(table, found)
        differ = self._differing(a, b)
        if differ:
            against = of_one_event(a, b, self._see(a), self._see(b), against, differ)
        other = self._of_another_kind(a, b, alone)
        apart = bool(differ) or other or self._apart(a, b)
        aside = against == "polarity" and (other or told_along(self._see(a), self._see(b)))
        return Likeness(probability(total), against, found, table, apart, aside)

    def sharing(self, a: Said, b: Said) -> int:
        """Return how many terms two statements have in common."""
        return len(self.terms[self.place[a.id]] & self.terms[self.place[b.id]])

    def within(self, a: Said, b: Said) -> float:
        """Return how likely two statements of one report say the same, whatever else it says of their matter."""
        table = self.table("likeness") if {a.id, b.id} <= self._vectors.keys() else "likeness without meaning"
        found = {name: value for name, value in self.features(a, b).items() if name != "context"}
        return probability(odds_of(table, found))

    def table(self, name: str) -> str:
        """Return the name of some weights: those of their own where no meaning is known, which nothing makes up for."""
        return name if self._vectors else f"{name} without meaning"

    def _of_pair(self, a: Said, b: Said) -> tuple[Mapping[str, float], float, LinkOf | None]:
        """Return features, log-odds and conflict of a pair by itself, which are the same whichever comes first."""
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._pairs:
            found = self.features(a, b)
            self._pairs[key] = (
                found,
                odds_of(self.table("likeness"), found),
                conflict(a, b, self._see(a), self._see(b), self.rarity),
            )
        return self._pairs[key]

    def _apart(self, a: Said, b: Said) -> bool:
        """Whether two statements that both give a number are of two matters, though it may be one number."""
        if not (a.counts and b.counts):
            return False
        return of_two_matters(a, b) if a.report == b.report else self._see(a).year != self._see(b).year

    def _of_another_kind(self, a: Said, b: Said, alone: float) -> bool:
        """Whether one tells how many people something befell and the other of nobody, or one orders what is not so.

        An order and an account may be one claim (*was ordered off the shelves*) where they are alike by themselves.
        """
        if a.report == b.report:
            return False
        ours, theirs = self._see(a), self._see(b)
        if of_something_else(ours.befallen, theirs.befallen):
            return True
        if counted_otherwise(ours, theirs) and not _same_count(a, b, self.rarity):
            return True
        return alone < 0 and (a.claim.speech_act in ORDERS) != (b.claim.speech_act in ORDERS)

    def _differing(self, a: Said, b: Said) -> frozenset[str]:
        """Return in which particulars two statements of different reports differ."""
        if a.report == b.report:
            return frozenset()
        return differing(a, b, self._see(a).particulars, self._see(b).particulars)


def _common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of the names of the one with fewer that both have; 0 where one has none."""
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _same_count(a: Said, b: Said, rarity: Mapping[str, float]) -> float:
    best, one_language = 0.0, a.told.language == b.told.language
    for x in a.counts:
        for y in b.counts:
            named = _of_one(x, y) or (one_language and x.unit and x.unit == y.unit)
            if x.agrees(y) and (named or (min(x.low, y.low) >= SMALL and not (x.of and y.of))):
                other = one_language and x.unit and y.unit
                both = 1.0 if named else _BY_CHANCE if other else 0.6
                best = max(best, both * min(1.0, rarity.get(f"#{x.low:g}", 3.0) / 4.0))
    return best


def _of_one(x: Count, y: Count) -> bool:
    """Whether two numbers are of one thing; *people* may be protesters, passengers or whoever else."""
    return bool(x.of & y.of) or (_ANYBODY in x.of and bool(y.of & PEOPLE)) or (_ANYBODY in y.of and bool(x.of & PEOPLE))


def _same_toll(a: Seen, b: Seen) -> float:
    """Return the share of the toll's figures that both give and agree in; a lower one where one gives more."""
    if a.counted.keys().isdisjoint(TOLL) or b.counted.keys().isdisjoint(TOLL):
        return 0.0
    ours, theirs = ({c: n for c, n in each.counted.items() if c in TOLL} for each in (a, b))
    common = [c for c in ours if c in theirs and any(x.agrees(y) for x in ours[c] for y in theirs[c])]
    return len(common) / len({*ours, *theirs}) if common else 0.0


def _same_clock(a: Said, b: Said) -> float:
    return float(any(x.agrees(y) for x in a.clocks for y in b.clocks))


def _same_day(a: Said, b: Said) -> float:
    return float(any(x.first < y.last and y.first < x.last and x.last - x.first <= 1 for x in a.days for y in b.days))


def odds_of(table: str, found: Mapping[str, float]) -> float:
    """Return the log-odds that a table of weights gives to features, by their names."""
    weights = _weights(table)
    return weights["bias"] + math.fsum([weights.get(name, 0.0) * value for name, value in found.items() if value])


@cache
def _weights(table: str) -> Mapping[str, float]:
    found: Mapping[str, float] = tomllib.loads((files("segun.match") / "weights.toml").read_text("utf-8"))[table]
    return found
