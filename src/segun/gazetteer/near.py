"""How alike two keys are, and which keys are worth comparing with one."""

from __future__ import annotations

from collections.abc import Iterable

from segun.gazetteer.skeletons import skeletons

CUTOFF = 0.88
"""From which similarity on a name is taken for a misspelling; measured with ``bench/gazetteer.py``."""
SKELETON_CUTOFF = 0.6
"""The least similarity of two keys that share a skeleton."""
LEAST = 5
"""Letters that a name has at least to be taken for a misspelling."""
_PREFIX = 3


def ranges(key: str) -> tuple[tuple[str, str], ...]:
    """Return the ranges of skeletons, from and up to, in which a misspelt key's right form is looked for."""
    if len(key) < LEAST:
        return ()
    found = dict.fromkeys(bones[:_PREFIX] for bones in skeletons(key))
    return tuple((prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)) for prefix in found if prefix)


def ranked(key: str, others: Iterable[str], cutoff: float) -> list[tuple[str, float]]:
    """Return the keys that are at least as alike as ``cutoff``, the most alike first."""
    from rapidfuzz import fuzz, process

    found = process.extract(key, others, scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=None)
    return sorted(((other, score / 100) for other, score, _ in found), key=lambda each: (-each[1], each[0]))
