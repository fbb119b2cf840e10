"""Two texts side by side: what was taken over, what changed in it, and what only one has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from segun.match.records import Passage
from segun.match.reuse.changes import changes
from segun.model import Span
from segun.view.traced.about import About

Kind = Literal["same", "gone", "new", "common", "only"]


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of one text; ``only`` stands outside every passage, ``common`` in one that was not taken over."""

    text: str
    kind: Kind
    passage: int | None = None
    """The passage's number, from 1; the same in both texts."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts cut in slices, which put together are the texts as read."""

    before: tuple[Slice, ...]
    after: tuple[Slice, ...]
    passages: int


def compared(before: About, after: About, passages: Sequence[Passage]) -> Compared:
    """Return two texts with their passages marked.

    Args:
        before: the parent.
        after: the child.
        passages: stretches that both have.
    """
    ours: list[tuple[Span, Kind, int]] = []
    theirs: list[tuple[Span, Kind, int]] = []
    for number, passage in enumerate(passages, start=1):
        if passage.kind != "taken":
            ours.append((passage.a, "common", number))
            theirs.append((passage.b, "common", number))
            continue
        for kind, one, other in changes(before.text, after.text, passage):
            if one is not None:
                ours.append((one, kind, number))
            if other is not None:
                theirs.append((other, kind, number))
    return Compared(_cut(before.text, ours), _cut(after.text, theirs), len(passages))


def _cut(text: str, marks: Sequence[tuple[Span, Kind, int]]) -> tuple[Slice, ...]:
    found: list[Slice] = []
    at = 0
    last: int | None = None
    for span, kind, number in sorted(marks):
        if span.start < at:
            continue
        if span.start > at:
            within = last == number  # blanks and marks between two words of one passage
            found.append(Slice(text[at : span.start], "same" if within else "only", number if within else None))
        found.append(Slice(span.of(text), kind, number))
        at, last = span.end, number
    if at < len(text):
        found.append(Slice(text[at:], "only"))
    return tuple(found)
