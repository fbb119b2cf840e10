"""Sequences of words out of a language's data, found in a paragraph."""

from __future__ import annotations

from segun.annotate.words import Paragraph


def matching(paragraph: Paragraph, at: int, runs: tuple[tuple[str, ...], ...]) -> int:
    """Return how many words of the longest of ``runs`` stand at ``at``; 0 for none. A contraction (*del*) counts."""
    words = paragraph.words
    for run in runs:
        if at + len(run) <= len(words) and all(
            words[at + k].norm == part or (k == len(run) - 1 and part == "de" and words[at + k].norm == "del")
            or (k == len(run) - 1 and part == "a" and words[at + k].norm == "al")
            for k, part in enumerate(run)
        ):
            return len(run)
    return 0
