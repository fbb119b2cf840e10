"""Where the words of a text stand."""

from __future__ import annotations

import re

from segun.model import Span

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def word_spans(text: str) -> list[Span]:
    """Return the words of a text in order; offsets are code points of the text as read."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]
