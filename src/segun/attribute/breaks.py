"""Words that a hyphen breaks at a line's end, read whole: *el minis-⏎tro Pere-⏎da* is *el ministro Pereda*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from segun.annotate.words import Paragraph
from segun.model import Span

_HYPHENED = re.compile(r"(?<=\w-)\s*\n\s*")
_LINE = re.compile(r"\s*\n\s*")
_BREAK = re.compile(r"-\s*\n\s*")


def breaks(paragraphs: Iterable[Paragraph]) -> list[Span]:
    """Return, in text order, the hyphens with their line ends that stand inside one word."""
    words = (word for paragraph in paragraphs for word in paragraph.words if "\n" in word.text)
    return [
        Span(word.start + found.start(), word.start + found.end())
        for word in words
        for found in _BREAK.finditer(word.text)
    ]


def whole(text: str, span: Span, broken: Sequence[Span]) -> str:
    """Return the wording of a span on one line, without what breaks its words."""
    parts, at = [], span.start
    for each in broken:
        if span.start < each.start and each.end < span.end:
            parts.append(text[at : each.start])
            at = each.end
    read = "".join([*parts, text[at : span.end]])
    return _LINE.sub(" ", _HYPHENED.sub("", read)) if "\n" in read else read
