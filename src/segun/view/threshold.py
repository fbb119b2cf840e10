"""Hiding the attributed claims that segun is unsure of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from segun.model import Analysis, Claim


def above(analysis: Analysis, min_confidence: float) -> Analysis:
    """Return the analysis without the attributed claims whose confidence is below a threshold.

    What the report itself asserts stays whatever its confidence. A claim within a hidden one stays on its own
    confidence, under the nearest claim around it that stays. A source whose last claim goes, goes with it, and times,
    places, quantities and sequences no longer name what is hidden. An order goes with either of its claims, an
    obligation with its only one.

    Args:
        analysis: what was found.
        min_confidence: the least confidence to show, 0 to 1.
    """
    by_id = {claim.id: claim for claim in analysis.claims}
    kept = {claim.id for claim in analysis.claims if not claim.relays or claim.confidence >= min_confidence}
    if len(kept) == len(analysis.claims):
        return analysis

    def still(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in ids if name in kept)

    claims = tuple(
        replace(
            claim,
            parent=_kept_parent(claim, by_id, kept),
            attributed_by=claim.attributed_by if claim.attributed_by in kept else None,
        )
        for claim in analysis.claims
        if claim.id in kept
    )
    gone = _sources(analysis.claims) - _sources(claims)
    return replace(
        analysis,
        claims=claims,
        sources=tuple(source for source in analysis.sources if source.id not in gone),
        times=tuple(replace(time, claims=still(time.claims)) for time in analysis.times),
        places=tuple(replace(place, claims=still(place.claims)) for place in analysis.places),
        quantities=tuple(replace(quantity, claims=still(quantity.claims)) for quantity in analysis.quantities),
        sequences=tuple(replace(sequence, claims=still(sequence.claims)) for sequence in analysis.sequences),
        orders=tuple(order for order in analysis.orders if {order.before, order.after} <= kept),
        obligations=tuple(duty for duty in analysis.obligations if duty.claim in kept),
    )


def _kept_parent(claim: Claim, by_id: Mapping[str, Claim], kept: set[str]) -> str | None:
    parent = claim.parent
    while parent is not None and parent not in kept:
        parent = by_id[parent].parent
    return parent


def _sources(claims: tuple[Claim, ...]) -> set[str]:
    return {relay.source for claim in claims for relay in claim.relays if relay.source is not None}
