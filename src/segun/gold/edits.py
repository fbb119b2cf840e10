"""Changing the text of a gold at some places, with every span moved along so that it covers the same words.

Offsets are half-open, in code points of the text before the change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from segun.gold.records import GoldClaim, GoldText
from segun.model import Span, Spans


@dataclass(frozen=True, slots=True)
class Edit:
    """Some characters and what stands in their place; an empty span inserts, an empty ``instead`` deletes."""

    span: Span
    instead: str


def edited(gold: GoldText, edits: Iterable[Edit]) -> GoldText:
    """Return the gold of the changed text.

    An edit that would leave nothing of a span of the gold is not made. What is inserted at an end of a span stays
    outside it; white space at a span's ends is left out of it.

    Args:
        gold: the text with its gold.
        edits: in the order of the text, none overlapping another.
    """
    spans = sorted({span for claim in gold.claims for span in _spans_of(claim)})
    made = list(_keeping(list(edits), spans, gold.text))
    if not made:
        return gold
    text = _text(gold.text, made)
    moved = _Moved(made)
    return replace(gold, text=text, claims=tuple(_claim(claim, moved, text) for claim in gold.claims))


def _text(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.instead]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _keeping(edits: Sequence[Edit], spans: Sequence[Span], text: str) -> Iterator[Edit]:
    """Yield the edits but for those by which a span would have no character left but white space.

    Edits that replace characters one for one never do, nor those that put other words into a span; of the others all
    that fall into one span are dropped together where they leave nothing of it.
    """
    dropped = set[int]()
    ends = [edit.span.end for edit in edits]
    for span in spans:
        left = [not character.isspace() for character in text[span.start : span.end]]
        within = []
        for at in range(bisect_right(ends, span.start), len(edits)):
            edit = edits[at]
            if edit.span.start >= span.end:
                break
            if len(edit.instead) != edit.span.end - edit.span.start:
                within.append(at)
                if edit.instead.strip() and span.holds(edit.span):
                    continue
                first, last = max(edit.span.start, span.start), min(edit.span.end, span.end)
                left[first - span.start : last - span.start] = [False] * (last - first)
        if within and not any(left):
            dropped.update(within)
    yield from (edit for at, edit in enumerate(edits) if at not in dropped)


class _Moved:
    """Where an offset of the old text lies in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.span.start for edit in edits]
        grown = (len(edit.instead) - (edit.span.end - edit.span.start) for edit in edits)
        self._shift = [0, *accumulate(grown)]

    def start(self, at: int) -> int:
        """Return the new offset of a span's first character: behind what is inserted before it."""
        return self._new(at, first=True)

    def end(self, at: int) -> int:
        """Return the new offset of a span's end: before what is inserted there."""
        return self._new(at, first=False)

    def _new(self, at: int, *, first: bool) -> int:
        count = bisect_right(self._starts, at)
        while count and self._starts[count - 1] == at and not (first and self._edits[count - 1].span.end == at):
            count -= 1
        edit = self._edits[count - 1] if count else None
        if edit is None or edit.span.end <= at:
            return at + self._shift[count]
        begin = edit.span.start + self._shift[count - 1]
        if len(edit.instead) == edit.span.end - edit.span.start:
            return begin + at - edit.span.start
        return begin + len(edit.instead) if first else begin


def _claim(claim: GoldClaim, moved: _Moved, text: str) -> GoldClaim:
    def there(spans: Spans) -> Spans:
        return tuple(_trimmed(Span(moved.start(span.start), moved.end(span.end)), text) for span in spans)

    relays = tuple(replace(relay, source=there(relay.source), cue=there(relay.cue)) for relay in claim.relays)
    return replace(claim, spans=there(claim.spans), relays=relays)


def _trimmed(span: Span, text: str) -> Span:
    start, end = span
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _spans_of(claim: GoldClaim) -> Iterator[Span]:
    yield from claim.spans
    for relay in claim.relays:
        yield from relay.source
        yield from relay.cue
