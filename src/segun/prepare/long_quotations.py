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
    joined: list[Span] = []
    number = 0
    while number < len(lines):
        last = _closing(text, lines, number, longest)
        joined.append(Span(lines[number].start, lines[last].end))
        number = last + 1
    return joined


def _closing(text: str, lines: Sequence[Span], number: int, longest: int) -> int:
    """Return the number of the last paragraph of a quotation that one leaves open; its own if there is none."""
    opened = _left_open(text, lines[number])
    if opened is None:
        return number
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.end - lines[number].start > longest:
            break
        if text[line.start] in _DOUBLE or text[line.start] == OPENING.get(text[opened]):
            again = opened == lines[number].start and text[line.start] in {text[opened], OPENING.get(text[opened])}
            if not again or not _runs_into(text, lines[number], line, opened):
                break
            if _left_open(text, line) is None:
                return later if _told_behind(text, line) else number  # without a cue each is told for itself
        elif _ends_in(text, line):
            return later if _runs_into(text, lines[number], line, opened) else number
    return number


def _told_behind(text: str, line: Span) -> bool:
    """Whether words follow the quotation that a paragraph opens with, in its sentence: *…», dijo Ana*."""
    behind = text[_top(text, line)[0].outer.end : line.end].lstrip(", ")
    return behind[:1].isalpha() and behind[:1].islower()


def _runs_into(text: str, first: Span, last: Span, opened: int) -> bool:
    """Whether one quotation goes from a mark in the first of some paragraphs into the last of them."""
    whole = _top(text, Span(first.start, last.end))
    return any(quotation.outer.start == opened and quotation.outer.end > last.start for quotation in whole)


def _top(text: str, line: Span) -> list[Quotation]:
    return [quotation for quotation in quotations(text, line) if quotation.depth == 0]


def _left_open(text: str, line: Span) -> int | None:
    """Return where a quotation opens that a paragraph does not close."""
    found = _top(text, line)
    last = found[-1] if found else None
    if last is None or last.closed or last.outer.end != line.end or text[last.outer.start] not in {*_DOUBLE, "»", "”"}:
        return None
    return last.outer.start if last.inner.end - last.inner.start >= _SHORTEST else None


def _ends_in(text: str, line: Span) -> bool:
    """Whether a paragraph closes a quotation that it did not open."""
    found = _top(text, line)
    return bool(found) and not found[0].closed and found[0].outer.start == found[0].inner.start == line.start
