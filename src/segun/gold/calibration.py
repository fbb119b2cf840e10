"""Whether confidence means what it says: of claims marked 0.8 about 80 % should be right.

Expected calibration error over bins of equal mass (Naeini, Cooper & Hauskrecht 2015; Nguyen & O'Connor 2015 for equal
mass).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about the same confidence."""

    claims: int
    confidence: float
    """Their mean confidence, 0 to 1."""
    right: float
    """The share of them that is right."""


def bins(pairs: Sequence[tuple[float, float]], count: int = BINS) -> list[Bin]:
    """Return confidence and rightness in bins of equal mass, empty where there are fewer pairs than bins."""
    if len(pairs) < count:
        return []
    ordered = sorted(pairs)
    size = len(ordered) / count
    parts = [ordered[round(k * size) : round((k + 1) * size)] for k in range(count)]
    return [Bin(len(p), sum(sure for sure, _ in p) / len(p), sum(right for _, right in p) / len(p)) for p in parts]


def levelled(pairs: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return each confidence with the share that is right among all claims of this very confidence.

    Claims can have the same confidence. Sorted as they are, the wrong ones among them would fall into one bin and the
    right ones into the next, and both bins would look worse than they are.
    """
    alike: dict[float, list[float]] = {}
    for confidence, right in pairs:
        alike.setdefault(confidence, []).append(right)
    return [(confidence, sum(alike[confidence]) / len(alike[confidence])) for confidence, _ in pairs]


def expected_error(pairs: Sequence[tuple[float, float]], count: int = BINS) -> float | None:
    """Return the expected calibration error, ``None`` where there are fewer pairs than bins."""
    found = bins(pairs, count)
    if not found:
        return None
    return sum(each.claims * abs(each.confidence - each.right) for each in found) / len(pairs)
