"""One text's analysis against its gold: what matches what, and what of it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from segun.gold.names import dice, right_chain, right_innermost, tokens, touching
from segun.gold.records import Fault, GoldClaim, GoldText, Mistake
from segun.model import Analysis, Claim

ALIKE = 0.5
"""Share of words from which a content matches: Dice for most figures, intersection over union for sc50."""

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Compared:
    """An analysis and its gold, attributed claims alone, each list in the order of its text."""

    text: GoldText
    analysis: Analysis
    gold: tuple[GoldClaim, ...]
    found: tuple[Claim, ...]
    gold_words: tuple[frozenset[int], ...]
    found_words: tuple[frozenset[int], ...]
    own_words: frozenset[int]
    """Words that the gold leaves to the report's own voice; where it names none, nothing is told of them."""
    matched: dict[int, int]
    """Index of a claim of the gold, index of the found one that it matches by at least half of their words."""
    strict: Pairs
    """Pairs as sc50 matches them."""
    outermost: bool

    def innermost(self, gold: int, found: int) -> bool:
        """Whether the innermost source of a found claim is the gold's."""
        return right_innermost(self.analysis, self.found[found].relays, self.gold[gold])

    def chain(self, gold: int, found: int) -> bool:
        """Whether the whole chain is."""
        return right_chain(self.analysis, self.found[found].relays, self.gold[gold].relays)

    def strict_source(self, gold: int, found: int) -> bool:
        """Whether sc50 takes the source for right: with ``outermost`` its words as they stand must touch the gold's."""
        if self.outermost:
            return touching(self.found[found].relays[-1], self.gold[gold].relays[-1])
        return self.innermost(gold, found)

    def neutral(self, found: int) -> bool:
        """Whether a found claim matches one that costs nothing."""
        return any(at == found and self.gold[gold].neutral for gold, at in self.matched.items())

    def right(self) -> Iterator[tuple[Claim, bool]]:
        """Yield each found claim with whether its content and its innermost source are right; neutral ones not."""
        back = {found: gold for gold, found in self.matched.items()}
        for at, claim in enumerate(self.found):
            if not (at in back and self.gold[back[at]].neutral):
                yield claim, at in back and self.innermost(back[at], at)

    def mistakes(self) -> Iterator[Mistake]:
        """Yield where the two differ, in the order of the text."""
        found = list(self._mistakes())
        yield from sorted(found, key=lambda each: each.where)

    def _mistakes(self) -> Iterator[Mistake]:
        strict = dict(self.strict)
        for at, gold in enumerate(self.gold):
            if gold.neutral:
                continue
            if at not in self.matched:
                yield self._mistake("missed", gold, None)
                continue
            claim = self.found[self.matched[at]]
            if at not in strict:
                yield self._mistake("wrong span", gold, claim)
            if not self.innermost(at, self.matched[at]):
                yield self._mistake("wrong source", gold, claim)
            elif not self.chain(at, self.matched[at]):
                yield self._mistake("wrong chain", gold, claim)
        taken = set(self.matched.values())
        for at, claim in enumerate(self.found):
            if at not in taken:
                yield self._mistake("false", None, claim)

    def _mistake(self, fault: Fault, gold: GoldClaim | None, found: Claim | None) -> Mistake:
        return Mistake(fault, self.text.key, gold, found)


def compare(text: GoldText, analysis: Analysis, *, outermost: bool = False) -> Compared:
    """Hold an analysis against the gold of its text.

    Args:
        text: the gold.
        analysis: of the same text, with or without its accents.
        outermost: whether only claims with exactly one relay of their own count, continued relays left aside, as a
            gold asks for that annotates no others (PolNeAR).
    """
    gold = tuple(claim for claim in text.claims if claim.relays)
    found = [claim for claim in analysis.claims if claim.relays]
    if outermost:
        own = (tuple(relay for relay in claim.relays if relay.how != "continued") for claim in found)
        found = [replace(c, relays=relays) for c, relays in zip(found, own, strict=True) if len(relays) == 1]
    words = analysis.report.text
    spoken = [(claim, tokens(words, claim.spans)) for claim in found]
    spoken = [(claim, inside) for claim, inside in spoken if inside]
    compared = Compared(
        text,
        analysis,
        gold,
        tuple(claim for claim, _ in spoken),
        tuple(tokens(words, claim.spans) for claim in gold),
        tuple(inside for _, inside in spoken),
        frozenset().union(*(tokens(words, claim.spans) for claim in text.claims if not claim.relays)),
        {},
        [],
        outermost,
    )
    compared.strict.extend(_best(_strict(compared)))
    compared.matched.update(_best(_alike(compared)))
    return compared


def _strict(compared: Compared) -> Iterator[tuple[tuple[object, ...], int, int]]:
    for i, ours in enumerate(compared.gold_words):
        for j, theirs in enumerate(compared.found_words):
            both = len(ours & theirs)
            share = both / len(ours | theirs) if both else 0.0
            if share >= ALIKE:
                yield (round(share, 3), compared.strict_source(i, j), not compared.gold[i].neutral), i, j


def _alike(compared: Compared) -> Iterator[tuple[tuple[object, ...], int, int]]:
    for i, ours in enumerate(compared.gold_words):
        for j, theirs in enumerate(compared.found_words):
            share = dice(ours, theirs)
            if share >= ALIKE:
                gold, found = compared.gold[i], compared.found[j]
                length = len(gold.needed) <= len(found.relays) <= len(gold.relays)
                yield (round(share, 3), length, compared.chain(i, j)), i, j


def _best(scored: Iterable[tuple[tuple[object, ...], int, int]]) -> Pairs:
    """Return pairs one to one, the best first."""
    ordered: Sequence[tuple[tuple[object, ...], int, int]] = sorted(scored, key=lambda each: each[0], reverse=True)
    ours, theirs, found = set[int](), set[int](), []
    for _, i, j in ordered:
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            found.append((i, j))
    return found
