"""What changed within a passage that was taken over."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from segun.lang.folding import fold
from segun.match.records import Passage
from segun.match.words import word_spans
from segun.model import Span

Change = tuple[Literal["same", "gone", "new"], Span | None, Span | None]


def changes(a: str, b: str, passage: Passage) -> list[Change]:
    """Return the stretches of a passage that are the same, gone or new, in the order of the second text.

    Args:
        a: the first text, as read; a stretch that is gone has a span in it and none in the other.
        b: the second text.
        passage: a stretch of each.
    """
    one, other = (
        [Span(span.start + within.start, span.end + within.start) for span in word_spans(within.of(text))]
        for text, within in ((a, passage.a), (b, passage.b))
    )
    first, second = ([fold(span.of(text)) for span in each] for text, each in ((a, one), (b, other)))
    found: list[Change] = []
    for kind, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        ours = Span(one[i].start, one[j - 1].end) if j > i else None
        theirs = Span(other[k].start, other[m - 1].end) if m > k else None
        if kind == "equal":
            found.append(("same", ours, theirs))
            continue
        if ours is not None:
            found.append(("gone", ours, None))
        if theirs is not None:
            found.append(("new", None, theirs))
    return found
