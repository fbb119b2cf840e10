"""Which pairs are worth a look: reports that share shingles, statements that share rare terms.

In a small set every pair is looked at; in a large one only those that an index of keys brings together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import numpy as np

from segun.match.likeness import Comparing
from segun.match.reuse.candidates import candidates, key_of
from segun.match.reuse.shingles import SIZE, sample, shingles
from segun.match.statements import Said
from segun.match.told import Told
from segun.model import Span

SMALL = 200
"""Statements up to which all pairs are compared."""
SHARED = 2
"""Rare terms, or kept shingles, that a pair must share in a large set."""
_COMMON = 0.2
"""Share of the statements from which a term tells nothing."""


def worth_comparing(statements: Sequence[Said], comparing: Comparing) -> Iterator[tuple[Said, Said]]:
    """Yield pairs of statements of different reports that may assert the same, the earlier report's first."""
    if len(statements) <= SMALL:
        yield from ((a, b) for a, b in combinations(statements, 2) if a.report != b.report)
        return
    spread = Counter(term for each in comparing.terms for term in each)
    limit = max(3, int(_COMMON * len(statements)))
    rows = [
        (key_of(term), at)
        for at, found in enumerate(comparing.terms)
        for term in sorted(found)
        if 1 < spread[term] <= limit
    ]
    for a, b in _sharing(rows, SHARED):
        if statements[a].report != statements[b].report:
            yield statements[a], statements[b]


def sharing_words(reports: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield pairs of reports of one language that share words, the earlier one first.

    Args:
        reports: sorted by time.
    """
    rows = [(int(key), at) for at, told in enumerate(reports) for key in sample(shingles(told.words))]
    for a, b in _sharing(rows, SHARED if len(reports) > 1 else 1):
        if reports[a].language == reports[b].language:
            yield reports[a], reports[b]


def rare_wordings(reports: Sequence[Told], own: Mapping[str, Sequence[Span]]) -> dict[tuple[str, str], int]:
    """Return how many rare runs of three words pairs of reports have in common, by their keys, the earlier one first.

    Args:
        reports: sorted by time.
        own: where each report, by its key, speaks in its own voice; what a later one attributes does not count.

    Returns:
        For each pair the number of runs that only these two have: what a third one has may be common background.
    """
    carrying: dict[int, list[int]] = {}

    @cache
    def spoken(at: int) -> frozenset[int]:
        told = reports[at]
        parts = [[told.words[word] for word in told.within(span)] for span in own.get(told.key, ())]
        return frozenset(key for part in parts if len(part) >= SIZE for key in shingles(part).tolist())

    for at, told in enumerate(reports):
        for key in shingles(told.words).tolist():
            carrying.setdefault(key, []).append(at)
    found: dict[tuple[str, str], int] = {}
    for key, places in carrying.items():
        if len(places) == 2 and key in spoken(places[1]):
            pair = (reports[places[0]].key, reports[places[1]].key)
            found[pair] = found.get(pair, 0) + 1
    return found


def _sharing(rows: Sequence[tuple[int, int]], least: int) -> Iterator[tuple[int, int]]:
    if not rows:
        return
    keys, items = np.array(rows, dtype=np.int64).T
    for a, b, _ in candidates(keys, items, items, np.ones(len(items), dtype=bool), least).tolist():
        yield a, b
