"""How likely a claim's content and innermost source are both right.

The figures are shares of right claims, counted over es-dev (CC BY 4.0) and the project's own texts and drawn towards
0.8, their mean, where there were few; ``docs/attribution.md`` says how to count them again.
"""

from __future__ import annotations

import math

from segun.attribute.draft import Draft

USUAL = 0.8
BY_RULE = {
    "clause": 0.83,
    "bare clause": 0.85,
    "infinitive": 0.8,
    "noun phrase": 0.77,
    "oblique": 0.77,
    "small clause": 0.75,
    "parenthetical": 0.84,
    "noun": 0.7,
    "adjunct": 0.85,
    "adjunct with a verb": 0.72,
    "opinion": 0.7,
    "colon": 0.75,
    "colon after a clause": 0.65,
    "name and colon": 0.75,
    "quotation, cue": 0.95,
    "cue, quotation": 0.65,
    "lone quotation": 0.68,
    "turn": 0.85,
    "post": 0.9,
    "dialogue": 0.9,
    "repost": 0.7,
    "law": 0.85,
    "raised": 0.8,
    "accusation": 0.75,
}
"""Share of right claims by the construction that found them."""
NESTED = 0.85
"""How much less a claim is worth for each relay around its own."""
NOBODY = 0.8
"""The same where no words name the source."""


def confidence(draft: Draft) -> float:
    """Return a number from 0 to 1.

    Args:
        draft: an attribution, or a sentence in the report's own voice (its rule is ``own voice``).
    """
    if draft.rule == "own voice":
        return USUAL
    if draft.rule == "continued":
        return round(min(0.9, 1 / (1 + math.exp(-draft.score))), 3)
    worth = BY_RULE.get(draft.rule, USUAL)
    if draft.resolved is None:
        worth *= NOBODY
    outer = draft.parent
    while outer is not None:
        worth *= NESTED
        outer = outer.parent
    return round(worth, 3)
