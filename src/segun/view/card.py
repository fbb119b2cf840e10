"""A claim as a card of 1200 by 630 pixels, to be put into a story: who says it, what, how firmly, in which report."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from segun.view.visible import excerpt

WIDTH, HEIGHT, LEFT = 1200, 630, 72
_TOP, _BOTTOM = 190, 480
_SIZES = ((46, 46), (38, 56), (32, 67), (28, 76))
"""Sizes of the content in pixels, with the letters that a line holds at it."""
_WHO, _FOOT = 50, 92


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where its base lies."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Card:
    """All that is written on a card, as plain text."""

    who: str
    via: str
    content: tuple[Line, ...]
    size: int
    firm: str
    foot: tuple[Line, ...]


def card(who: str, via: str, content: str, firm: str, foot: tuple[str, ...]) -> Card:
    """Lay out a card; what is too long is cut in its middle, so that nothing runs over the edge.

    Args:
        who: the source that asserts it.
        via: through whom it came; empty where directly.
        content: the claim's words.
        firm: how firmly and by what act.
        foot: origins, the report, the permanent address.
    """
    for size, letters in _SIZES:
        room = (_BOTTOM - _TOP) // round(size * 1.3)
        text = excerpt(content, 4_000) if size != _SIZES[-1][0] else excerpt(content, (letters - 6) * room)
        lines = textwrap.wrap(text, letters, break_on_hyphens=False)
        if len(lines) <= room:
            break
    step = round(size * 1.3)
    return Card(
        who=excerpt(who, _WHO - 8),
        via=excerpt(via, _FOOT - 14),
        content=tuple(Line(line, _TOP + 50 + at * step) for at, line in enumerate(lines[:room])),
        size=size,
        firm=excerpt(firm, 70),
        foot=tuple(Line(excerpt(line, _FOOT), HEIGHT - 40 - 28 * at) for at, line in enumerate(reversed(foot)) if line),
    )
