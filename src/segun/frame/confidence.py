"""How likely a claim's content and innermost source are both right."""

from __future__ import annotations

import math

from segun.attribute.draft import Draft

BY_RULE = {
    "own voice": 0.8, "clause": 0.85, "bare clause": 0.8, "infinitive": 0.7, "noun phrase": 0.55, "oblique": 0.6,
    "small clause": 0.6, "parenthetical": 0.75, "noun": 0.5, "adjunct": 0.8, "adjunct with a verb": 0.85, "opinion": 0.6,
    "colon": 0.9, "colon after a clause": 0.7, "name and colon": 0.7, "quotation, cue": 0.92, "cue, quotation": 0.8,
    "lone quotation": 0.5, "turn": 0.9, "post": 0.9, "dialogue": 0.9, "continued": 0.5, "accusation": 0.6,
}


def confidence(draft: Draft) -> float:
    """Return a number from 0 to 1."""
    base = BY_RULE.get(draft.rule, 0.5)
    if draft.source.kind in {"dropped", "pronoun"}:
        base *= 0.85
    if draft.rule == "continued":
        base = 1 / (1 + math.exp(-draft.score))
    return round(base, 3)
