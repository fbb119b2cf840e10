"""How likely a claim's content and innermost source are both right: the second opinion on its attribution."""

from __future__ import annotations

from segun.attribute.draft import Draft
from segun.attribute.judging import probability

OWN_VOICE = 0.8
"""Share of sentences in the report's own voice that are."""


def confidence(draft: Draft) -> float:
    """Return a number from 0 to 1.

    Args:
        draft: an attribution, or a sentence in the report's own voice (its rule is ``own voice``).
    """
    if draft.rule == "own voice":
        return OWN_VOICE
    if draft.rule == "continued":
        return round(probability(draft.score) * draft.sure, 3)
    return round(draft.sure, 3)
