"""Numbers in running text, in figures and in words, whatever the parser made of them.

The text is cut anew here, for parsers cut *12,5%*, *40-60* and *twenty-one* as they please.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from segun.lang.folding import fold
from segun.lang.lexicon import Runs
from segun.lang.numbers import Numerals
from segun.model import Span

_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_PIECE = re.compile(
    r"(?P<other>https?://\S+|www\.\S+|\S+@\S+|[#@]\w+"  # addresses and tags
    r"|\d[\d.,]*(?:[-–/:]\d[\d.,]*){2,}|\d+(?:[/:]\d+)+"  # dates, clocks, telephone numbers, fractions
    r"|[^\W\d_]+[-.]?\d[\w-]*|\d+\s?[ºª](?![CF]))"  # names and ordinals: F-16, G7, 3º
    rf"|(?P<figure>{_FIGURE})"
    r"|(?P<word>[^\W\d_]+(?:['’.][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")


class Piece(NamedTuple):
    """A word, a figure, a mark, or something else that holds digits and counts nothing."""

    kind: str
    text: str
    """As it stands."""
    norm: str
    """Folded."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text writes it; ``first`` and ``last`` are its pieces, both inclusive."""

    first: int
    last: int
    value: float
    scale: float = 1.0
    """The multiplier that it ends in: 1e6 for *3 millones*."""
    figure: str = ""
    """Its digits, where it is written with nothing else."""


def pieces(text: str, span: Span) -> list[Piece]:
    """Cut a stretch of a text; offsets stay those of ``text``."""
    norms = fold(span.of(text))
    found = []
    for match in _PIECE.finditer(text, span.start, span.end):
        start, end = match.span()
        norm = norms[start - span.start : end - span.start]
        found.append(Piece(match.lastgroup or "mark", match[0], norm, start, end))
    return found


def matches(found: Sequence[Piece], at: int, runs: Runs) -> int:
    """Return how many pieces the longest of ``runs`` takes at ``at``; 0 for none."""
    if not 0 <= at < len(found):
        return 0
    for run in runs.get(found[at].norm, ()):
        size = len(run)
        if size == 1 or run == tuple(piece.norm for piece in found[at : at + size]):
            return size
    return 0


def matches_before(found: Sequence[Piece], at: int, runs: Runs, longest: int = 5) -> int:
    """Return how many pieces the longest of ``runs`` takes that end just before ``at``; 0 for none."""
    for size in range(min(longest, at), 0, -1):
        words = tuple(piece.norm for piece in found[at - size : at])
        if words in runs.get(words[0], ()):
            return size
    return 0


def figure(text: str, numerals: Numerals, *, exact: bool = False) -> float | None:
    """Return what a figure stands for, or ``None``.

    Args:
        text: digits, with points, commas or spaces between them.
        numerals: the language.
        exact: whether a multiplier, a unit of measure or a percentage follows, so that three decimals are likely.
    """
    plain = _SPACES.sub("", text)
    marks = {c for c in plain if c in ".,"}
    if len(marks) == 2:
        last = max(marks, key=plain.rindex)
        whole, _, part = plain.rpartition(last)
        return float(f"{re.sub('[.,]', '', whole)}.{part}") if last not in whole else None
    if not marks:
        return float(plain)
    (mark,) = marks
    if _GROUPS.fullmatch(plain) and not (exact and mark == numerals.decimal and plain.count(mark) == 1):
        return float(plain.replace(mark, ""))
    return float(plain.replace(mark, ".")) if plain.count(mark) == 1 else None


def number(found: Sequence[Piece], at: int, numerals: Numerals) -> Number | None:
    """Return the number that begins at a piece, as long as it goes, or ``None``."""
    return _Reader(found, numerals).read(at)


class _Reader:
    """Reads one number from left to right: *dos millones trescientos mil*, *two hundred and five*, *3.5 billion*."""

    def __init__(self, found: Sequence[Piece], numerals: Numerals) -> None:
        self.found = found
        self.numerals = numerals

    def read(self, at: int) -> Number | None:
        start = self._start(at)
        if start is None:
            return None
        current, scale, at_next, first_figure = start
        total, largest, by_figure = 0.0, 0.0, bool(first_figure)
        open_part = True
        while at_next < len(self.found):
            factor = self._factor(at_next, by_figure=by_figure and open_part)
            if factor is not None and (open_part or factor > scale):
                if factor < 1000:
                    current, scale = current * factor, factor
                elif factor > largest and largest:
                    total, current, largest, scale, open_part = (total + current) * factor, 0, factor, factor, False
                else:
                    total, current, largest, scale, open_part = total + current * factor, 0, factor, factor, False
                at_next += 1
                continue
            half = matches(self.found, at_next, self.numerals.half_after)
            if half and (scale >= 1000 or self._scaled(at_next + half)):
                total, current = (total + scale / 2, current) if scale >= 1000 else (total, current + 0.5)
                at_next += half
                continue
            more = self._more(at_next, current, scale, open_part=open_part, by_figure=by_figure)
            if more is None:
                break
            value, at_next, by_figure = more
            current, open_part, scale = (current + value if open_part else value), True, 1.0
        return Number(at, at_next - 1, total + current, scale, first_figure if at_next == at + 1 else "")

    def _start(self, at: int) -> tuple[float, float, int, str] | None:
        """Return the first part's value and scale, the piece after it, and its digits if it is a figure."""
        piece = self.found[at]
        if piece.kind == "figure":
            value = figure(piece.text, self.numerals, exact=self._exact(at + 1))
            return None if value is None else (value, 1.0, at + 1, piece.text)
        half = matches(self.found, at, self.numerals.half_before)
        if half and self._scaled(at + half):
            return 0.5, 1.0, at + half, ""
        if piece.norm in self.numerals.words:
            value = self.numerals.words[piece.norm]
            return value, (value if piece.norm in self.numerals.multipliers else 1.0), at + 1, ""
        if piece.norm in self.numerals.one and self._scaled(at + 1):
            return 1.0, 1.0, at + 1, ""
        return None

    def _exact(self, at: int) -> bool:
        return (
            self._scaled(at)
            or (at < len(self.found) and self.found[at].text in {"%", *self.numerals.measures})
            or matches(self.found, at, self.numerals.percents) > 0
        )

    def _scaled(self, at: int) -> bool:
        return at < len(self.found) and self.found[at].norm in self.numerals.multipliers

    def _factor(self, at: int, *, by_figure: bool) -> float | None:
        piece = self.found[at]
        if piece.norm in self.numerals.multipliers:
            return self.numerals.multipliers[piece.norm]
        return self.numerals.abbreviations.get(piece.norm) if by_figure else None

    def _more(
        self, at: int, current: float, scale: float, *, open_part: bool, by_figure: bool
    ) -> tuple[float, int, bool] | None:
        """Return the next part that adds to the number, the piece after it, and whether it is a figure."""
        piece = self.found[at]
        tens = open_part and not by_figure and 20 <= current % 100 <= 90 and current % 10 == 0
        if piece.text == "-" and tens and self._adjacent(at):
            return self._unit(at + 1)
        if piece.norm in self.numerals.joins:
            if self.numerals.joins_after == "tens":
                return self._unit(at + 1) if tens else None
            if scale < 100 or at + 1 >= len(self.found) or self.found[at + 1].kind == "figure":
                return None
            after = number(self.found, at + 1, self.numerals)
            beyond = after.scale if after is not None and scale == 100 and after.scale >= 1000 else 1
            fits = after is not None and after.value / beyond < scale and self.found[at + 1].norm in self.numerals.words
            return (self.numerals.words[self.found[at + 1].norm], at + 2, False) if fits else None
        if piece.kind == "figure" and not open_part:
            value = figure(piece.text, self.numerals)
            return None if value is None or value >= scale or value != int(value) else (value, at + 1, True)
        added = self.numerals.words.get(piece.norm, 0.0)
        if by_figure or not added or (open_part and (added >= current or current % _room(added))):
            return None
        return None if not open_part and added >= scale else (added, at + 1, False)

    def _unit(self, at: int) -> tuple[float, int, bool] | None:
        added = self.numerals.words.get(self.found[at].norm, 0.0) if at < len(self.found) else 0.0
        return (added, at + 1, False) if 0 < added < 10 else None

    def _adjacent(self, at: int) -> bool:
        near = self.found[max(at - 1, 0) : at + 2]
        return len(near) == 3 and all(one.end == other.start for one, other in pairwise(near))


def _room(value: float) -> int:
    """Return the power of ten that a number must be a multiple of for ``value`` to add to it."""
    return int(10 ** len(str(int(value))))
