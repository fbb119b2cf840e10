"""Quotations that run over several paragraphs: each opens them again, or none but the first does."""

from __future__ import annotations

from collections.abc import Sequence

from segun.model import Span
from segun.prepare.quotations import OPENING, Quotation, quotations

_DOUBLE = frozenset('"“«„＂')
_SHORTEST = 20
"""Characters of a quotation in the paragraph that leaves it open."""


def over_paragraphs(text: str, lines: Sequence[Span], longest: int) -> list[Span]:
    """Join the paragraphs that one quotation runs over, so that it is read as the one utterance that it is.

    Args:
        text: the report.
        lines: its paragraphs.
        longest: characters that a joined paragraph may have.
    """
    quoted = [_top(text, line) for line in lines]
    joined: list[Span] = []
    number = 0
    while number < len(lines):
        last = _closing(text, lines, quoted, number, longest)
        joined.append(Span(lines[number].start, lines[last].end))
        number = last + 1
    return joined


def _closing(text: str, lines: Sequence[Span], quoted: Sequence[Sequence[Quotation]], number: int, longest: int) -> int:
    """Return the number of the last paragraph of a quotation that one leaves open; its own if there is none."""
    opened = _left_open(text, lines[number], quoted[number])
    if opened is None:
        return number
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.end - lines[number].start > longest:
            break
        if text[line.start] in _DOUBLE or text[line.start] == OPENING.get(text[opened]):
            again = opened == lines[number].start and text[line.start] in {text[opened], OPENING.get(text[opened])}
            if not again:
                break
            if _left_open(text, line, quoted[later]) is None:  # without a cue each is told for itself
                told = _told_behind(text, line, quoted[later]) and _runs_into(text, lines[number], line, opened)
                return later if told else number
        elif _ends_in(line, quoted[later]):
            return later if _runs_into(text, lines[number], line, opened) else number
    return number


def _told_behind(text: str, line: Span, found: Sequence[Quotation]) -> bool:
    """Whether words follow the quotation that a paragraph opens with, in its sentence: *…», dijo Ana*."""
    behind = text[found[0].outer.end : line.end].lstrip(", ") if found else ""
    return behind[:1].isalpha() and behind[:1].islower()


def _runs_into(text: str, first: Span, last: Span, opened: int) -> bool:
    """Whether one quotation goes from a mark in the first of some paragraphs into the last of them."""
    whole = _top(text, Span(first.start, last.end))
    return any(quotation.outer.start == opened and quotation.outer.end > last.start for quotation in whole)


def _top(text: str, line: Span) -> list[Quotation]:
    """Return the quotations of a paragraph that stand in no other."""
    return [quotation for quotation in quotations(text, line) if quotation.depth == 0]


def _left_open(text: str, line: Span, found: Sequence[Quotation]) -> int | None:
    """Return where a quotation opens that a paragraph does not close."""
    last = found[-1] if found else None
    if last is None or last.closed or last.outer.end != line.end or text[last.outer.start] not in {*_DOUBLE, "»", "”"}:
        return None
    return last.outer.start if last.inner.end - last.inner.start >= _SHORTEST else None


def _ends_in(line: Span, found: Sequence[Quotation]) -> bool:
    """Whether a paragraph closes a quotation that it did not open."""
    return bool(found) and not found[0].closed and found[0].outer.start == found[0].inner.start == line.start
