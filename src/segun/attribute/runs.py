"""Sequences of words out of a language's data, found in a paragraph."""

from __future__ import annotations

from segun.annotate.words import Paragraph
from segun.lang.lexicon import Runs


def matching(paragraph: Paragraph, at: int, runs: Runs) -> int:
    """Return how many words of the longest of ``runs`` stand at ``at``; 0 for none."""
    words = paragraph.words
    known = runs.get(words[at].norm) if at < len(words) else None
    if known is None:
        return 0
    for run in known:
        if at + len(run) <= len(words) and all(words[at + k].norm == part for k, part in enumerate(run)):
            return len(run)
    return 0
