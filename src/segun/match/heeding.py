"""Derivations as people decided: what they said holds, and nothing that the program finds runs against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from segun.ledger.judging import Judgements, leads
from segun.match.records import Derivation


def heeding(found: Sequence[Derivation], decided: Judgements) -> list[Derivation]:
    """Return the derivations without those that people called independent, with those that they named.

    Who is said to be a parent has it from none of its own children, near or far: *the wire has it from the paper, and
    not the paper from a copy of the wire*.
    """
    said = {frozenset(pair) for pair in decided.derived}
    kept = [each for each in found if frozenset((each.report, each.parent)) not in decided.independent | said]
    hows = {(each.report, each.parent): each.how for each in found}
    made = []
    for (report, parent), how in sorted(decided.derived.items()):
        known = how or hows.get((report, parent), "relay")
        made.append(Derivation(report, parent, known, known=True, confidence=1.0, evidence=("decided by people",)))
    kept = _beside(kept, decided) if decided.derived else kept
    return sorted((*made, *kept), key=lambda each: (each.report, each.parent))


def _beside(found: Sequence[Derivation], decided: Judgements) -> list[Derivation]:
    """Return the derivations that close no circle with those that people decided."""
    parents = {parent for _, parent in decided.derived}
    ahead: dict[str, list[str]] = defaultdict(list)
    for report, parent in decided.derived:
        ahead[report].append(parent)
    kept = []
    for each in sorted(found, key=lambda each: (each.report in parents, -each.confidence, each.report, each.parent)):
        if each.known and leads(each.parent, each.report, ahead):
            continue
        kept.append(each)
        if each.known:
            ahead[each.report].append(each.parent)
    return kept
