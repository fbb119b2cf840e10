"""Two texts side by side: what was taken over, what changed in it, what both say in other words, what got lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from segun.lang.folding import fold
from segun.match.records import Loss, Passage, Statement
from segun.match.reuse.changes import Change, changes
from segun.match.words import word_spans
from segun.model import Span
from segun.view.traced.about import About

Kind = Literal["same", "gone", "new", "common", "said", "lost", "only"]
_ISLAND = 3
"""Words that two texts have in common between two changes under which the whole is one change."""
_BESIDE = 12
"""Words beside a statement among which those stand that say whose it is, where they do not give the name."""
_ENDS = (". ", ".\n", "\n", "? ", "! ")


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of one text.

    ``only`` stands outside all else, ``common`` in a passage that was not taken over, ``said`` in a statement that the
    other text makes in its own words, ``lost`` among the words that say whose a statement is which lost them.
    """

    text: str
    kind: Kind
    number: int | None = None
    """That of the passage or the statement, from 1; the same in both texts."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts cut in slices, which put together are the texts as read."""

    before: tuple[Slice, ...]
    after: tuple[Slice, ...]
    passages: int

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of slices that there are, for a legend."""
        return frozenset(each.kind for each in (*self.before, *self.after))


Mark = tuple[Span, Kind, int | None]


def compared(
    before: About,
    after: About,
    passages: Sequence[Passage],
    losses: Iterable[Loss] = (),
    pairs: Sequence[tuple[Statement, Statement]] = (),
) -> Compared:
    """Return two texts with what they have in common marked.

    Args:
        before: the parent.
        after: the child.
        passages: stretches that both have.
        losses: statements whose attribution the child changed.
        pairs: statements that assert the same, the parent's and the child's; marked where no words were taken over.
    """
    ours: list[Mark] = []
    theirs: list[Mark] = []
    for number, passage in enumerate(passages, start=1):
        kind: Kind = "same" if passage.kind == "taken" else "common"
        ours.append((passage.a, kind, number))
        theirs.append((passage.b, kind, number))
        if passage.kind == "taken":
            gone, new = _phrases(changes(before.text, after.text, passage), before.text)
            ours += [(span, change, number) for change, span in gone]
            theirs += [(span, change, number) for change, span in new]
    if not any(passage.kind == "taken" for passage in passages):
        for number, (one_said, other_said) in enumerate(pairs, start=1):
            ours += [(span, "said", number) for span in one_said.spans]
            theirs += [(span, "said", number) for span in other_said.spans]
    for loss in losses:
        if loss.kind == "lost":
            ours += [(span, "lost", None) for span in _whose(before.text, loss.before, ours)]
    return Compared(_cut(before.text, ours), _cut(after.text, theirs), len(passages))


def _phrases(found: Sequence[Change], text: str) -> tuple[list[tuple[Kind, Span]], list[tuple[Kind, Span]]]:
    """Return what changed in either text by whole phrases.

    A word or two that stayed between two changes goes with them where something is gone and something new around it.
    """
    runs = [list(run) for _, run in groupby(found, key=lambda each: each[0] == "same")]
    ours: list[tuple[Kind, Span]] = []
    theirs: list[tuple[Kind, Span]] = []
    for at, run in enumerate(runs):
        around = {kind for each in (*runs[at - 1 : at], *runs[at + 1 : at + 2]) for kind, _, _ in each}
        within = 0 < at < len(runs) - 1 and around >= {"gone", "new"}
        for kind, one, other in run:
            few = kind == "same" and one is not None and len(word_spans(one.of(text))) < _ISLAND
            if one is not None:
                ours.append(("gone" if few and within else kind, one))
            if other is not None:
                theirs.append(("new" if few and within else kind, other))
    return _joined(ours), _joined(theirs)


def _joined(found: Sequence[tuple[Kind, Span]]) -> list[tuple[Kind, Span]]:
    """Return changes of which those that follow each other and are of one kind are one."""
    runs = [(kind, [span for _, span in run]) for kind, run in groupby(found, key=lambda each: each[0])]
    return [(kind, Span(spans[0].start, spans[-1].end)) for kind, spans in runs]


def _whose(text: str, said: Statement, marks: Sequence[Mark]) -> list[Span]:
    """Return the words of a statement's sentence that say whose it is: those beside it that give a source's name.

    Where none do, a few words beside it that were not taken over and tell nothing else; behind it, only past a mark.
    """
    start, end = said.spans[0].start, said.spans[-1].end
    first = max((at + len(mark) for mark in _ENDS if (at := text.rfind(mark, 0, start)) >= 0), default=0)
    stops = [at for mark in _ENDS if (at := text.find(mark, max(0, end - 1))) >= 0]
    last = max(end, min(stops, default=len(text)))
    beside = [_trimmed(text, part) for part in (Span(min(first, start), start), Span(end, last))]
    parts = [each for each in beside if each.end > each.start]
    names = {
        fold(word.of(name)) for name in said.sources if name for word in word_spans(name) if len(word.of(name)) > 3
    }
    naming = [each for each in parts if names & {fold(word.of(each.of(text))) for word in word_spans(each.of(text))}]
    if naming:
        return naming
    taken = [span for span, kind, _ in marks if kind in ("same", "common")]
    told = [span for span, kind, _ in marks if kind == "said"]
    return [
        each
        for each in parts
        if len(word_spans(each.of(text))) <= _BESIDE
        and not any(span.holds(each) for span in taken)
        and not any(span.touches(each) for span in told)
        and (each.end <= start or text[end : each.start].strip())
    ][-1:]


def _trimmed(text: str, span: Span) -> Span:
    words = word_spans(span.of(text))
    return Span(span.start + words[0].start, span.start + words[-1].end) if words else Span(span.start, span.start)


def _cut(text: str, marks: Iterable[Mark]) -> tuple[Slice, ...]:
    """Return a text cut where its marks change; of two on the same stretch the later one holds."""
    painted: list[tuple[Kind, int | None]] = [("only", None)] * len(text)
    for span, kind, number in marks:
        painted[span.start : span.end] = [(kind, number)] * (min(span.end, len(text)) - span.start)
    found = []
    at = 0
    for (kind, number), run in groupby(painted):
        end = at + sum(1 for _ in run)
        found.append(Slice(text[at:end], kind, number))
        at = end
    return tuple(found)
