"""Near copies among many texts, from their words alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from segun.match.reuse.candidates import candidates
from segun.match.reuse.shingles import KEPT, SIZE, hashes, sample

LEAST = 2
"""Kept shingles that two texts must share to be looked at."""
ALIKE = 0.05
"""Share of the shingles of the shorter text from which the two are near copies."""
_COMMON = 0.05
"""Share of the texts from which a shingle is boilerplate, in sets of more than :data:`_SMALL`."""
_SMALL = 40
_SURE = 6
"""Kept shingles in common from which a pair need not be looked at as a whole."""
_FEW = 8
"""Kept shingles that a text has at least, where it has as many."""
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(text.lower())


def near_copies(texts: Sequence[str]) -> list[tuple[int, int, float]]:
    """Return the pairs of texts of which one is a near copy of the other or of a part of it.

    Args:
        texts: in the order of time; where thousands share a passage, each is paired with a few before it.

    Returns:
        Index of the earlier text, index of the later one, share of the shorter one's shingles that both have; told
        from the kept shingles where they share many, from all where they share few.
    """
    hashed, starts = _all_hashes(texts)

    @cache
    def found(at: int) -> np.ndarray:
        each: np.ndarray = np.unique(hashed[starts[at] : starts[at + 1]])
        return each

    keys, items = _kept(hashed, starts, found)
    common = _boilerplate(keys, len(texts))
    there = ~np.isin(keys, common)
    keys, items = keys[there], items[there]
    pairs = candidates(keys, items, items, np.ones(len(keys), dtype=bool), LEAST)
    sizes = np.bincount(items, minlength=len(texts)) if len(items) else np.zeros(len(texts), dtype=np.int64)
    result = []
    for a, b, count in pairs.tolist():
        if count >= _SURE:
            share = count / min(int(sizes[a]), int(sizes[b]))
        else:
            shared = len(np.intersect1d(found(a), found(b), assume_unique=True)) - len(common)
            share = shared / max(1, min(len(found(a)), len(found(b))))
        if share >= ALIKE:
            result.append((a, b, share))
    return result


def _all_hashes(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the hashes of all texts behind each other, and where each text's begin; one more for the end."""
    parts = [words(text) for text in texts]
    counts = np.array([len(part) for part in parts], dtype=np.int64)
    whole = hashes([word for part in parts for word in part])
    own = np.maximum(counts - SIZE + 1, 0)
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]) if len(counts) else counts
    within = np.concatenate([[0], np.cumsum(own)])
    places = np.arange(within[-1]) - np.repeat(within[:-1] - first, own)  # no run crosses from one text to the next
    return whole[places], within


def _kept(hashed: np.ndarray, starts: np.ndarray, found: Callable[[int], np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return the shingles that an index keeps, each once a text, with the text of each."""
    items = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    kept = hashed % np.uint64(KEPT) == 0
    counts = np.bincount(items[kept], minlength=len(starts) - 1)
    short = np.flatnonzero(counts < _FEW)
    long = kept & ~np.isin(items, short)
    extra = [sample(found(int(at))) for at in short]
    keys = np.concatenate([hashed[long].view(np.int64), *extra])
    items = np.concatenate([items[long], *(np.full(len(each), at) for at, each in zip(short, extra, strict=True))])
    by = np.lexsort((items, keys))
    keys, items = keys[by], items[by]
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (items[1:] != items[:-1])
    return keys[fresh], items[fresh]


def _boilerplate(keys: np.ndarray, texts: int) -> np.ndarray:
    """Return the kept shingles that stand in so many texts that they prove nothing; the keys are sorted."""
    if texts <= _SMALL:
        return np.zeros(0, dtype=np.int64)
    each, counts = np.unique(keys, return_counts=True)
    common: np.ndarray = each[counts > max(_SMALL, int(_COMMON * texts))]
    return common
