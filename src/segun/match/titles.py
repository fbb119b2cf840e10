"""Headlines that were given beside a text, in a sidecar, a JSONL line or a feed, read as the report's first line.

A title has no analysis of its own: whether it attributes what it says is told by its words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from segun.match.statements import Said
from segun.match.told import Told
from segun.model import Analysis, Claim, Span
from segun.outlets.names import key as form_of

ID = "title"
"""The id of the claim that stands for a title; no report's own claim has it."""
_AHEAD = 200
"""Code points by which a text may begin later than with its title: a kicker, a section's name."""
_ASKS = re.compile(r"[?¿]")


def titled(told: Told) -> Said | None:
    """Return what a report's title asserts; ``None`` where it has none, or where its text begins with it.

    A title that names a cue (*según*, *says*) or asks asserts nothing.
    """
    title = (told.analysis.report.title or "").strip()
    if not title or form_of(title) in form_of(told.text[: len(title) + _AHEAD]):
        return None
    report = replace(told.analysis.report, text=title, title=None, credits=())
    span = Span(0, len(title))
    claim = Claim(ID, (span,), (), "none", "CT+", "assert", 1.0, headline=True)
    alone = Told(told.key, Analysis(report, claims=(claim,)))
    telling = alone.match.attributing | alone.match.vouching
    if _ASKS.search(title) or not telling.isdisjoint(alone.words):
        return None
    return Said(f"{told.key}/{ID}", alone, claim, (span,), title)
