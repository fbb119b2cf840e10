"""Finds the claims around a stretch of text without asking each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from segun.model import Claim, Span, Spans

_BUCKET = 512
"""Characters of text that share a list."""


class Holding:
    """An index of claims by stretches of theirs.

    Args:
        claims: the claims, in order.
        spans: gives the stretches by which one is found; by default its content.
    """

    def __init__(self, claims: Iterable[Claim], spans: Callable[[Claim], Spans] = lambda claim: claim.spans) -> None:
        self._buckets: dict[int, list[tuple[int, Span, Claim]]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for span in spans(claim):
                for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
                    self._buckets[bucket].append((number, span, claim))

    def around(self, span: Span) -> list[Claim]:
        """Return the claims with a stretch that holds ``span``, in order."""
        return self._of(span, lambda own: own.holds(span))

    def touching(self, span: Span) -> list[Claim]:
        """Return the claims with a stretch that shares a character with ``span``, in order; it may be a word's."""
        return self._of(span, lambda own: own.touches(span))

    def _of(self, span: Span, fits: Callable[[Span], bool]) -> list[Claim]:
        buckets = {span.start // _BUCKET, span.end // _BUCKET}
        found = {n: claim for b in buckets for n, own, claim in self._buckets.get(b, ()) if fits(own)}
        return [found[number] for number in sorted(found)]
