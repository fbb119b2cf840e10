"""Examples with their source, cue and content marked: how they are read, and whether a claim says what they mark."""

from __future__ import annotations

import re

from segun.gold.names import dice, tokens
from segun.model import Span

_MARKS = re.compile(r"[{}<>\[\]]")
_PAIRS = {"{": "source", "<": "cue", "[": "content"}
ALIKE = 0.8


def read(written):
    """Return the text of an example, and the spans of its marks by what they mark."""
    text, marked, opened = "", {"source": [], "cue": [], "content": []}, []
    for piece in re.split(f"({_MARKS.pattern})", written):
        if piece in _PAIRS:
            opened.append((_PAIRS[piece], len(text)))
        elif _MARKS.fullmatch(piece):
            kind, start = opened.pop()
            marked[kind].append(Span(start, len(text)))
        else:
            text += piece
    return text, marked


def says(analysis, claim, marked):
    text, last = analysis.report.text, claim.relays[-1]
    if dice(tokens(text, claim.spans), tokens(text, tuple(marked["content"]))) < ALIKE:
        return False
    if not any(a.touches(b) for a in last.cue_spans for b in marked["cue"]):
        return False
    if not marked["source"]:
        return last.source is None
    spans = [*last.source_spans, *(analysis.source(last.source).mentions if last.source else ())]
    return any(a.touches(b) for a in spans for b in marked["source"])


def holds(analysis, written, marked):
    """Whether an analysis says what an example marks; of one that begins with ``!``, whether it attributes nothing."""
    claims = [claim for claim in analysis.claims if claim.relays]
    return not claims if written.startswith("!") else any(says(analysis, claim, marked) for claim in claims)
