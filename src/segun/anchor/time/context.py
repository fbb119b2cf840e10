"""What a time is resolved against: the day of publication, the tense, the dates that the text named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from segun.anchor.time.calendar import UNKNOWN_YEAR, at_unit, day_in
from segun.lang.folding import fold
from segun.lang.timewords import TimeWords
from segun.model import Candidate, Span, TimeType

Tense = Literal["past", "future", "present"]
NEAR = 600
"""Characters within which an earlier date is still what *el día 12* is understood by."""
_SENTENCE_END = re.compile(r"[.!?]+[\s\"”»']|\n|; ")
_ANCHOR = re.compile(rf"(?:\d{{4}}|{UNKNOWN_YEAR})(?:-|$|T)")
_WORDS = re.compile(r"[^\W\d_]+")
VERB_REACH = 30
"""Characters within which a word that looks like a verb is taken for the one that governs an expression."""
REACH = 200
"""Characters on either side that a sentence is looked for in."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means."""

    type: TimeType
    value: str | None
    candidates: tuple[Candidate, ...] = ()
    anchors: bool = True
    """Whether later expressions may be understood by it."""


@dataclass(slots=True)
class Context:
    """A text's circumstances; ``named`` grows as the text is read."""

    text: str
    words: TimeWords
    today: date | None
    """The day of publication; never the clock's."""
    tense_of: Callable[[Span], Tense | None]
    weekday: int | None = None
    """The weekday of publication that the text itself gives (*ayer jueves*), where no date is known."""
    years: tuple[tuple[Span, int], ...] = ()
    """The years that the text writes out, in their order."""
    named: list[tuple[Span, str]] = field(default_factory=list)
    """The dates before this place, resolved or open."""

    def tense(self, span: Span) -> Tense | None:
        """Return the tense that governs an expression: what the parse says, else what verbs nearby look like."""
        return self.tense_of(span) or self._worded(span)

    def _worded(self, span: Span) -> Tense | None:
        sentence = self.sentence(span)
        begin, end = max(sentence.start, span.start - VERB_REACH), min(sentence.end, span.end + VERB_REACH)
        best: tuple[int, Tense] | None = None
        for word in _WORDS.finditer(fold(self.text[begin:end])):
            tense = self._tense_word(word.group())
            if tense is None:
                continue
            at = begin + word.start()
            away = span.start - at if at < span.start else at - span.end
            if best is None or away < best[0]:
                best = (away, tense)
        return best[1] if best else None

    def _tense_word(self, word: str) -> Tense | None:
        if word in self.words.past:
            return "past"
        if word in self.words.future:
            return "future"
        if word in self.words.not_future:
            return None
        for size in (5, 4, 3, 2):
            ending = f"-{word[-size:]}"
            if len(word) > size + 1 and ending in self.words.past:
                return "past"
            if len(word) > size + 1 and ending in self.words.future:
                return "future"
        return None

    def sentence(self, span: Span) -> Span:
        """Return the sentence around a place, roughly."""
        begin = max(0, span.start - REACH)
        before = [m.end() for m in _SENTENCE_END.finditer(self.text, begin, span.start)]
        after = _SENTENCE_END.search(self.text, span.end, min(len(self.text), span.end + REACH))
        return Span(before[-1] if before else begin, after.start() if after else min(len(self.text), span.end + REACH))

    def last(self, span: Span, *, within: int | None = None) -> str | None:
        """Return the value of the last date before a place that is at least a year."""
        for where, value in reversed(self.named):
            if within is not None and span.start - where.end > within:
                return None
            return value
        return None

    def last_day(self, span: Span, *, within: int | None = None) -> date | None:
        """Return the last full date before a place."""
        for where, value in reversed(self.named):
            if within is not None and span.start - where.end > within:
                return None
            day = day_in(value)
            if day:
                return day
        return None

    def last_quarter(self, span: Span, *, within: int | None = None) -> str | None:
        """Return the last quarter that was named, rather one that is over: what *a year earlier* compares with."""
        named = [
            value
            for where, value in reversed(self.named)
            if value[4:6] == "-Q" and (within is None or span.start - where.end <= within)
        ]
        current = at_unit(self.today, "Q") if self.today else None
        return next((value for value in named if current is None or value < current), next(iter(named), None))

    def name(self, span: Span, value: str | None) -> None:
        """Note a date for those that follow it."""
        if value and _ANCHOR.match(value) and value != UNKNOWN_YEAR:
            self.named.append((span, value))
