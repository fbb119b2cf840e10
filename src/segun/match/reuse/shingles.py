"""Shingles: the hashes of all runs of three words, and the few of them that an index keeps.

Shingling is Broder's (1997). Keeping those whose hash is divisible by a number keeps the same ones of every text
(*0 mod p*, Manber 1994; Schleimer, Wilkerson & Aiken 2003), so that two texts share kept shingles in proportion to
what they share, wherever it stands in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from segun.lang.folding import fold

SIZE = 3
"""Words of a shingle."""
KEPT = 4
"""One shingle in so many is kept."""
_MOST = 2_000_000
"""Words whose numbers are kept."""
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def hashes(words: Sequence[str]) -> np.ndarray:
    """Return the hash of each run of three words in order, the same on every machine; one for a shorter text.

    Args:
        words: in small letters; accents do not matter.

    Returns:
        ``uint64``, one fewer than words for each word that a run has more than one.
    """
    if not words:
        return np.zeros(0, dtype=np.uint64)
    ids = np.array(list(map(_ids.__getitem__, words)), dtype=np.uint64)
    size = min(SIZE, len(words))
    count = len(words) - size + 1
    mixed = np.zeros(count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for place in range(size):
            mixed += ids[place : place + count] * np.uint64(_FACTORS[place])
        for shift, factor in zip((30, 27), _MIX, strict=True):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    last: np.ndarray = mixed ^ (mixed >> np.uint64(31))
    return last


def shingles(words: Sequence[str]) -> np.ndarray:
    """Return the shingles of a text: sorted, each once, as ``uint64``."""
    found: np.ndarray = np.unique(hashes(words))
    return found


def sample(found: np.ndarray, least: int = 8) -> np.ndarray:
    """Return the shingles that an index keeps, as ``int64``.

    Args:
        found: the shingles of a text, sorted.
        least: how many are kept at least, where there are as many: those of the smallest hashes.
    """
    kept = found[found % np.uint64(KEPT) == 0]
    if len(kept) < least:
        kept = np.unique(np.concatenate([kept, found[:least]]))
    signed: np.ndarray = kept.view(np.int64)
    return signed


class _Ids(dict[str, int]):
    """The number of each word, without its accents: made when it is first asked for."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        digest = blake2b(fold(word).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self[word] = found = int.from_bytes(digest, "little")
        return found


_ids = _Ids()
