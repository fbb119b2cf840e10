"""What else two statements are like in each other's reports: whether each is the other's best match, and by how much.

A report says a thing once or twice; the statement of another report that says the same is its best match there, and
what is second best is usually about something else. Where one report has something from the other, what stands before
and behind the two is alike too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from segun.attribute.judging import probability
from segun.match.statements import Said

_KEPT = 4
"""Matches of a statement in one report that are remembered."""
_CHOICE = 4
"""Statements of a report among which a best match tells all that it can; the only one is the best of itself."""
_UNLIKE = -5.0
"""Log-odds below which two statements are taken to have nothing in common."""


class Ranking:
    """The best matches of statements in each other report.

    Args:
        scored: pairs of statements of different reports that do not conflict, with the log-odds of their likeness.
        ordered: all statements, those of a report together and in reading order.
    """

    def __init__(self, scored: Iterable[tuple[Said, Said, float]], ordered: Sequence[Said]) -> None:
        follows = [(a.id, b.id) for a, b in pairwise(ordered) if a.report == b.report]
        self._size = Counter(said.report for said in ordered)
        self._next, self._before = dict(follows), {b: a for a, b in follows}
        self._likely: dict[tuple[str, str], float] = {}
        """How likely two statements, by their ids, assert the same; those that hardly do are left out."""
        found: dict[tuple[str, str, bool], list[tuple[float, str]]] = defaultdict(list)
        for a, b, odds in scored:
            found[_among(a, b)].append((odds, b.id))
            found[_among(b, a)].append((odds, a.id))
            if odds > _UNLIKE:
                likely = probability(odds)
                self._likely[a.id, b.id] = self._likely[b.id, a.id] = likely
        self._best = {key: sorted(each, reverse=True)[:_KEPT] for key, each in found.items()}

    def features(self, a: Said, b: Said, odds: float) -> Mapping[str, float]:
        """Return how two statements stand among their matches, by name.

        Args:
            a: a statement.
            b: one of another report.
            odds: the log-odds of their likeness by themselves.
        """
        first, ahead = self._stands(a, b, odds)
        other, behind = self._stands(b, a, odds)
        return {
            "mutual": float(first and other),
            "best": first * self._choice(b) + other * self._choice(a),
            "margin": min(ahead, behind),
            "margin of the other": max(ahead, behind),
            "likeness": odds,
            "neighbours": self._beside(a, b),
        }

    def _choice(self, match: Said) -> float:
        """Return how much it tells that a statement is the best match in its report, 0 to 1."""
        return min(1.0, self._size[match.report] / _CHOICE)

    def _beside(self, a: Said, b: Said) -> float:
        """Return how likely what stands right before the two, and right behind them, asserts the same; 0 to 2."""
        before = (self._before.get(a.id, ""), self._before.get(b.id, ""))
        behind = (self._next.get(a.id, ""), self._next.get(b.id, ""))
        return self._likely.get(before, 0.0) + self._likely.get(behind, 0.0)

    def _stands(self, of: Said, match: Said, odds: float) -> tuple[bool, float]:
        """Return whether a statement's best match in a report is this one, and how far it is ahead of the next."""
        known = self._best.get(_among(of, match), [])
        rival = next((score for score, name in known if name != match.id), 0.0)
        return bool(known) and known[0][1] == match.id, odds - rival


def _among(of: Said, match: Said) -> tuple[str, str, bool]:
    """Return among what a statement's match is ranked: a headline says again what its report says below it."""
    return of.id, match.report, match.claim.headline
