"""Writing on a drawing: how wide it is, and where it fits without covering anything."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

HEIGHT = 15.0
"""SVG units that a line takes at the size in which labels are written."""
_LETTER, _WIDE = 7.5, 13.0


class Rect(NamedTuple):
    """In SVG units; ``x`` and ``y`` are the upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, width: float, height: float) -> bool:
        """Whether it lies on a sheet of this size."""
        return self.x >= 2 and self.y >= 2 and self.x + self.width <= width - 2 and self.y + self.height <= height - 2


def text_width(text: str) -> float:
    """Return about how wide ``text`` is written, in SVG units."""
    return sum(_WIDE if unicodedata.east_asian_width(letter) in "WF" else _LETTER for letter in text)


def free(candidates: Iterable[Rect], taken: list[Rect], width: float, height: float) -> Rect | None:
    """Return the first candidate that lies on the sheet and meets nothing that is taken; ``None`` if all do."""
    for rect in candidates:
        if rect.within(width, height) and not any(rect.meets(other) for other in taken):
            return rect
    return None
