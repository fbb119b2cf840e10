"""Which items share keys: reports that share shingles, statements that share rare words.

A key that thousands share would make millions of pairs. Within each key the items are sorted by time and each is
paired with a few before it and with the first ones (the sorted-neighbourhood method, Hernández & Stolfo 1995): a chain
of copies stays connected, and the cost grows with the keys alone.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np

BEFORE = 8
"""How many items before it, within a key, an item is paired with."""
FIRST = 4
"""How many of the first items of a key every later one is paired with."""


def candidates(
    keys: np.ndarray,
    items: np.ndarray,
    orders: np.ndarray,
    fresh: np.ndarray,
    least: int,
    weights: np.ndarray | None = None,
) -> np.ndarray:
    """Return the pairs of items that share keys.

    Args:
        keys: ``int64``; one row for each key of each item.
        items: ``int64``; the item of each row.
        orders: ``int64``; the item's rank in time.
        fresh: ``bool``; whether the item is new in this run.
        least: how many keys a pair must share, as far as they were met.
        weights: ``int64``; what each row counts; 1 where none are given.

    Returns:
        ``int64`` of three columns: the earlier item, the later one, how many keys both have, or what these
        weigh together. Sorted; in each pair
        at least one item is new.
    """
    if not len(keys):
        return np.zeros((0, 3), dtype=np.int64)
    by = np.lexsort((items, orders, keys))
    keys, items, fresh = keys[by], items[by], fresh[by]
    weights = np.ones(len(keys), dtype=np.int64) if weights is None else weights[by]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(keys)]]))
    place = np.arange(len(keys)) - np.repeat(starts, sizes)
    first = np.repeat(starts, sizes)
    rows = np.arange(len(keys))
    pairs = []
    for back in range(1, BEFORE + 1):
        later = rows[place >= back]
        pairs.append(_pairs(items, fresh, weights, later - back, later))
    for ahead in range(FIRST):
        later = rows[place > ahead + BEFORE]
        pairs.append(_pairs(items, fresh, weights, first[later] + ahead, later))
    found = np.concatenate(pairs)
    if not len(found):
        return np.zeros((0, 3), dtype=np.int64)
    found = found[np.lexsort((found[:, 1], found[:, 0]))]
    new = np.concatenate([[True], np.any(found[1:, :2] != found[:-1, :2], axis=1)])
    counts = np.add.reduceat(found[:, 2], np.flatnonzero(new))
    kept = counts >= least
    return np.column_stack([found[new][kept, :2], counts[kept]])


def key_of(term: str) -> int:
    """Return a term as a key: a hash of 64 bits."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little", signed=True)


def _pairs(items: np.ndarray, fresh: np.ndarray, weights: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    wanted = (fresh[a] | fresh[b]) & (items[a] != items[b])
    return np.column_stack([items[a[wanted]], items[b[wanted]], weights[b[wanted]]])
