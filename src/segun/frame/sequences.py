"""Sequences: the stages of a process in the order that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from segun import lang, model
from segun.annotate.words import Paragraph
from segun.frame.stages import Chain
from segun.lang.folding import fold
from segun.model import Claim, Span

_LABEL = re.compile(r"(?:(?:^|(?<=\n)|(?<=[:;,.]\s))[ \t]*(\d{1,2})[.)/]|(?<!\S)\(?([a-h]|\d)\))[-–]?\s+(?=\S)")
_ITEM_END = re.compile(r"[.!?;](?=\s|$)|\n")


def sequences(
    paragraphs: Sequence[Paragraph], claims: tuple[Claim, ...], chained: Iterable[Chain], language: str
) -> tuple[model.Sequence, ...]:
    """Return the sequences of a report in text order, each with the claims that hold a step of it.

    Args:
        paragraphs: the parsed paragraphs.
        claims: the report's claims.
        chained: its chains of stages.
        language: a supported language's code.
    """
    told = [tuple(_within(stage.span, claims) for stage in chain.stages) for chain in chained]
    listed = lists(paragraphs, lang.grammar(language).words["coordinators"])
    steps = [*told, *(items for items in listed if not any(_shared(items, other) for other in told))]
    return tuple(model.Sequence(each, _holding(each, claims)) for each in sorted(steps))


def _within(step: Span, claims: tuple[Claim, ...]) -> Span:
    """Return as much of a step as the smallest claim holds that it begins in, so that no attribution is part of it."""
    holding = [span for claim in claims for span in claim.spans if span.start <= step.start < span.end]
    if not holding:
        return step
    smallest = min(holding, key=lambda span: span.end - span.start)
    return Span(step.start, min(step.end, smallest.end))


def _shared(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.touches(b) for a in one for b in other)


def _holding(steps: tuple[Span, ...], claims: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims if any(s.holds(step) for s in claim.spans for step in steps))


def lists(paragraphs: Sequence[Paragraph], coordinators: frozenset[str]) -> Iterator[tuple[Span, ...]]:
    """Yield the items of the numbered lists of a report: *1. … 2. …*, *a) … b) …*, across paragraphs or inside one.

    Args:
        paragraphs: the parsed paragraphs.
        coordinators: the language's conjunctions, which are no part of an item that they end.
    """
    held: list[tuple[Paragraph, re.Match[str]]] = []
    style = ""
    for paragraph in paragraphs:
        for match in _LABEL.finditer(paragraph.text, paragraph.span.start, paragraph.span.end):
            label = match[1] or match[2]
            kind, rank = ("1", int(label)) if label.isdigit() else ("a", ord(label) - ord("a") + 1)
            if rank == 1:
                yield from _items(held, coordinators)
                held, style = [], kind
            elif not held or rank != len(held) + 1 or kind != style or paragraph.index - held[-1][0].index > 1:
                continue
            held.append((paragraph, match))
    yield from _items(held, coordinators)


def _items(held: list[tuple[Paragraph, re.Match[str]]], coordinators: frozenset[str]) -> Iterator[tuple[Span, ...]]:
    if len(held) < 2:
        return
    after = [*held[1:], (None, None)]
    ends = [
        later.start() if other is paragraph and later is not None else paragraph.span.end
        for (paragraph, _), (other, later) in zip(held, after, strict=True)
    ]
    yield tuple(_item(p.text, m.end(), end, coordinators) for (p, m), end in zip(held, ends, strict=True))


def _item(text: str, start: int, end: int, coordinators: frozenset[str]) -> Span:
    """Return the item's first sentence, without what closes it or leads to the next."""
    stop = _ITEM_END.search(text, start, end)
    end = stop.start() if stop is not None and stop.start() > start else end
    words = text[start:end].rstrip(" \t\n,;:.(")
    head, space, last = words.rpartition(" ")
    if space and fold(last) in coordinators:
        words = head.rstrip(" \t\n,;:.(")
    return Span(start, start + max(len(words), 1))
