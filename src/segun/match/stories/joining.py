"""From pairs to stories: the strongest first, and none so large by weak pairs alone that everything is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from segun.match.stories.edges import UNIT

LARGEST = 400
"""Reports beyond which a story grows by copies only, not by names in common."""
STRONG = 8 * UNIT
"""Weight of keys in common that makes two reports one story, however large."""


class Homes:
    """Disjoint sets of the numbers from 0 on; a set is called by its smallest number (Tarjan 1975)."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))
        self._size = [1] * count

    def of(self, item: int) -> int:
        """Return the set that a number is in."""
        while self._up[item] != item:
            self._up[item] = self._up[self._up[item]]
            item = self._up[item]
        return item

    def size(self, item: int) -> int:
        """Return how many are in a number's set."""
        return self._size[self.of(item)]

    def join(self, a: int, b: int) -> None:
        """Make the sets of two numbers one."""
        first, second = sorted((self.of(a), self.of(b)))
        if first != second:
            self._up[second] = first
            self._size[first] += self._size[second]


def stories(count: int, pairs: np.ndarray, held: Iterable[Sequence[int]] = (), *, least: int) -> list[int]:
    """Return the story of each report, called by its smallest number.

    Args:
        count: how many reports there are.
        pairs: ``int64`` of three columns: two reports, and what the keys that they share weigh.
        held: reports that are of one story whatever they share: earlier stories, pairs that people decided on.
        least: weight that a pair must share.
    """
    homes = Homes(count)
    for together in held:
        for other in together[1:]:
            homes.join(together[0], other)
    kept = pairs[pairs[:, 2] >= least]
    for a, b, shared in kept[np.lexsort((kept[:, 1], kept[:, 0], -kept[:, 2]))].tolist():
        if homes.of(a) != homes.of(b) and (shared >= STRONG or homes.size(a) + homes.size(b) <= LARGEST):
            homes.join(a, b)
    return [homes.of(item) for item in range(count)]
