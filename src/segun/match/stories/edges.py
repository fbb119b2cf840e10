"""Which reports share keys: wording at any time, names and numbers within some weeks."""

from __future__ import annotations

import numpy as np

from segun.match.reuse.candidates import candidates

UNIT = 100
"""Weight of a key that no third report has; one that many have weighs less, down to nothing."""
LEAST = 2 * UNIT
"""What the keys that two reports share weigh at least where they are of one story."""
NEAR = 30 * 86_400.0
"""Seconds between two reports beyond which names and numbers in common tell nothing."""
_COMMON = 0.05
"""Share of the reports from which a key is boilerplate, in ledgers of more than :data:`_SMALL`."""
_SMALL = 40


def edges(keys: np.ndarray, items: np.ndarray, times: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """Return the pairs of reports that share keys.

    Args:
        keys: ``int64``; one row for each key of each report, as :func:`segun.match.stories.keys.keys` gives them.
        items: ``int64``; the report of each row.
        times: ``float64``; of each report, seconds; infinite where it is not dated.
        fresh: ``bool``; of each report, whether pairs with it are wanted; those of two others are left out.

    Returns:
        ``int64`` of three columns: two reports and what the keys that they were seen to share weigh; sorted, each
        pair once.
    """
    each, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    total = len(times)
    rarity = np.log(total / np.minimum(np.maximum(counts, 2), total)) / np.log(max(total, 3) / 2)
    weights = np.rint(UNIT * rarity).astype(np.int64)[inverse]
    there = ((counts > 1) & (counts <= max(_SMALL, int(_COMMON * total))))[inverse]
    if not fresh.all():
        there &= np.isin(each, keys[fresh[items]])[inverse]
    keys, items, weights = keys[there], items[there], weights[there]
    place = np.empty(len(times), dtype=np.int64)
    place[np.lexsort((np.arange(len(times)), times))] = np.arange(len(times))
    worded = (keys & 1) == 0
    found = []
    for kind in (worded, ~worded):
        pairs = candidates(keys[kind], items[kind], place[items[kind]], fresh[items[kind]], 1, weights[kind])
        if kind is not worded and len(pairs):
            with np.errstate(invalid="ignore"):
                apart = np.abs(times[pairs[:, 0]] - times[pairs[:, 1]])
            pairs = pairs[~(apart > NEAR)]  # undated reports stay: infinite less infinite is no number
        found.append(pairs)
    return summed(np.concatenate(found))


def summed(pairs: np.ndarray) -> np.ndarray:
    """Return pairs with their counts added up, each pair once, sorted, the smaller item first."""
    if not len(pairs):
        return np.zeros((0, 3), dtype=np.int64)
    low, high = np.minimum(pairs[:, 0], pairs[:, 1]), np.maximum(pairs[:, 0], pairs[:, 1])
    each, inverse = np.unique(np.column_stack([low, high]), axis=0, return_inverse=True)
    total = np.bincount(inverse.ravel(), weights=pairs[:, 2]).astype(np.int64)
    return np.column_stack([each, total])
