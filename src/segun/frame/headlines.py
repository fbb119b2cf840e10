"""Headlines that assert by themselves what the body only attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from segun.lang.folding import fold
from segun.model import Claim

SHARED = 0.5
"""Share of a headline's longer words that a claim of the body has to repeat."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")


def with_bodies(claims: Iterable[Claim], text: str) -> tuple[Claim, ...]:
    """Name, for each headline in the report's own voice, the claim of the body that attributes its content.

    Args:
        claims: a report's claims in text order.
        text: the report's text.
    """
    found = tuple(claims)
    body = [(claim, _stems(claim, text)) for claim in found if claim.relays and not claim.headline]
    return tuple(
        replace(claim, attributed_by=_nearest(_stems(claim, text), body))
        if claim.headline and not claim.relays
        else claim
        for claim in found
    )


def _nearest(words: frozenset[str], body: list[tuple[Claim, frozenset[str]]]) -> str | None:
    best, most = None, SHARED
    for claim, others in body:
        share = len(words & others) / len(words) if words else 0.0
        if share >= most and (best is None or share > most):
            best, most = claim.id, share
    return best


def _stems(claim: Claim, text: str) -> frozenset[str]:
    return frozenset(fold(word)[:5] for span in claim.spans for word in _WORD.findall(span.of(text)))
