"""Which stretches of one text stand in another, word for word but for small changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from segun.lang.folding import fold
from segun.match.records import Passage
from segun.match.reuse.shingles import SIZE, hashes
from segun.match.words import word_spans
from segun.model import Span

LEAST = 8
"""Words that a passage has at least."""
GAP = 6
"""Words that may be changed between two runs of equal words of one passage."""
_PLACES = 8
"""Places of a shingle in the first text that are looked at."""
_LONGEST = 200_000
"""Words of a text that are compared; what stands behind them is left out."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two texts share."""

    a_share: float
    """Share of the first text's words that stand in passages and are the same in both, 0 to 1."""
    b_share: float
    jaccard: float
    """Shingles in common over all shingles of both."""
    passages: tuple[Passage, ...]
    """In the order of the second text."""
    in_order: bool
    """Whether the passages follow each other in the first text as in the second."""

    def turned(self) -> Reuse:
        """Return the same seen from the second text."""
        passages = sorted((replace(each, a=each.b, b=each.a) for each in self.passages), key=lambda each: each.b)
        return Reuse(self.b_share, self.a_share, self.jaccard, tuple(passages), self.in_order)


NOTHING = Reuse(0.0, 0.0, 0.0, (), in_order=True)


def compare(a: str, b: str, common: Container[int] = ()) -> Reuse:
    """Return what a text has from another.

    Args:
        a: the first text, as read.
        b: the second text.
        common: hashes of shingles that stand in so many reports that they prove nothing.
    """
    (mine, ours, first), (yours, theirs, second) = _read(a), _read(b)
    spans = mine, yours
    if min(len(ours), len(theirs)) < SIZE:
        return NOTHING
    both = set(first) & set(second)
    both = {each for each in both if each not in common}
    if not both:
        return NOTHING
    jaccard = len(both) / len(set(first) | set(second))
    runs = _runs(ours, theirs, first, second, both)
    passages = []
    taken = 0
    for group in _joined(runs):
        size = sum(run[2] for run in group)
        start, end = group[0], group[-1]
        if size < LEAST:
            continue
        one = Span(spans[0][start[0]].start, spans[0][end[0] + end[2] - 1].end)
        other = Span(spans[1][start[1]].start, spans[1][end[1] + end[2] - 1].end)
        longer = max(end[0] + end[2] - start[0], end[1] + end[2] - start[1])
        passages.append(Passage(one, other, size / longer))
        taken += size
    return Reuse(
        taken / len(ours),
        taken / len(theirs),
        jaccard,
        tuple(passages),
        in_order=all(x.a.start <= y.a.start for x, y in pairwise(passages)),
    )


@lru_cache(maxsize=500)
def _read(text: str) -> tuple[list[Span], list[str], list[int]]:
    """Return where the words of a text stand, the words folded, and the hashes of their runs."""
    spans = word_spans(text)[:_LONGEST]
    words = [fold(span.of(text)) for span in spans]
    return spans, words, hashes(words).tolist()


_Run = tuple[int, int, int]
"""First word in the first text, first word in the second, how many words are the same."""


def _runs(
    ours: Sequence[str], theirs: Sequence[str], first: Sequence[int], second: Sequence[int], both: set[int]
) -> list[_Run]:
    """Return the longest runs of equal words, in the order of the second text, no word of either in two of them."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(first):
        if each in both and len(places[each]) < _PLACES:
            places[each].append(at)
    used = bytearray(len(ours))
    runs: list[_Run] = []
    at = 0
    while at < len(second):
        if second[at] not in both:
            at += 1
            continue
        best: _Run | None = None
        for place in places[second[at]]:
            size = 0
            while (
                place + size < len(ours)
                and at + size < len(theirs)
                and not used[place + size]
                and ours[place + size] == theirs[at + size]
            ):
                size += 1
            follows = bool(runs) and runs[-1][0] + runs[-1][2] <= place
            if size >= SIZE and (best is None or (size, follows) > (best[2], False)):
                best = (place, at, size)
        if best is None:
            at += 1
            continue
        runs.append(best)
        used[best[0] : best[0] + best[2]] = b"\1" * best[2]
        at += best[2]
    return runs


def _joined(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Return the runs put together where only a few words between them differ."""
    groups: list[list[_Run]] = []
    for run in runs:
        if groups:
            last = groups[-1][-1]
            one, other = run[0] - last[0] - last[2], run[1] - last[1] - last[2]
            if 0 <= one <= GAP and 0 <= other <= GAP:
                groups[-1].append(run)
                continue
        groups.append([run])
    return groups
