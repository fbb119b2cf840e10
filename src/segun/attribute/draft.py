"""What the finders of attributions pass on to nesting, continuation and coreference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Frame, Grammar
from segun.model import How, Span

MentionKind = Literal["noun", "pronoun", "dropped", "speaker", "interviewee", "none"]
_EDGE = frozenset(" \t\r\n\u00a0.,;:—–-…―")
_OPEN, _CLOSE = "“«‘„\"'‹", "”»’“\"'›"


@dataclass(slots=True)
class Mention:
    """The words that name a source, or the want of such words.

    ``noun``: a noun phrase. ``pronoun``: *ella*, *who*. ``dropped``: the verb's ending alone. ``speaker``: the first
    person inside somebody's words. ``interviewee``: whoever answers in an interview. ``none``: nobody is named
    (*se informó*).
    """

    kind: MentionKind
    spans: tuple[Span, ...] = ()
    head: Word | None = None
    plural: bool = False
    gender: str = ""
    """``Masc`` or ``Fem`` where the grammar shows it."""
    person: bool = False
    """Whether an apposition gives it a person's name: *the scheduler, Ana Gil*."""
    many: bool = False
    """Whether its verb tells of several, though it names one: *desde el ministerio indicaron*."""
    speaks: bool = True
    """Whether its wording names somebody, or something, that says things: not *her voice*, *the breakfast*."""

    def agrees(self, gender: str) -> bool:
        """Whether a pronoun of some gender may mean it, as far as either shows one; empty shows none."""
        return not gender or self.gender in {"", gender}


NOBODY = Mention("none")


@dataclass(frozen=True, slots=True)
class Complement:
    """A content that a cue governs."""

    spans: tuple[Span, ...]
    frame: Frame
    rule: str
    head: Word | None
    start: int
    """The first word of the content."""


Finder = Callable[[Paragraph, Word, Frame, Grammar, tuple[int, int]], Complement | None]
"""Finds the content of a cue, ``None`` where there is none of its kind.

It is given where the cue stands, the cue, one of its frames, the language, and the first and the last word that the
content may have.
"""


@dataclass(slots=True)
class Draft:
    """An attribution as it was found in one place, before chains are built."""

    paragraph: int
    at: int
    """Offset of the cue, which decides within which content it is nested."""
    cue: tuple[Span, ...]
    source: Mention
    content: list[Span]
    how: How
    frame: Frame | None
    rule: str
    quoted: bool = False
    """Whether the content is direct speech, all of it in quotation marks or a turn of speech."""
    head: Word | None = None
    """The main predicate of the content."""
    negated: bool = False
    """Whether the cue is: *no cree que*."""
    withheld: bool = False
    """Whether a cue that denies stands beside one that does not, and both are denied: *ni confirmó ni desmintió*."""
    parent: Draft | None = None
    final: bool = False
    """Whether an attributing phrase closes its sentence: *…, según X.*"""
    citing: Draft | None = None
    """Whom the source cites for the content: *informó X citando a Y*; an inner relay."""
    cited_by: Draft | None = None
    """Who cites the source: *dijo Y, citado por X*; an outer relay."""
    account: Draft | None = None
    """The earlier attribution whose account this one, or this sentence, stands in."""
    score: float = 0.0
    """How plainly an account carries on; what the thresholds of continuation are held against."""
    sure: float = 1.0
    """How likely content and source are right, 0 to 1, by the second opinion."""
    resolved: tuple[Any, Mention] | None = None
    """The entity that the source is, and the mention by which it is known; set by coreference."""

    @property
    def start(self) -> int:
        """Where the content begins."""
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        """Where the content ends."""
        return max(span.end for span in self.content)

    def holds(self, offset: int) -> bool:
        """Whether the content covers ``offset``."""
        return any(span.start <= offset < span.end for span in self.content)


def tidy(text: str, start: int, end: int) -> Span | None:
    """Return ``[start, end)`` without the white space and punctuation around it; ``None`` where nothing is left.

    A pair of quotation marks around the whole is taken off, too, and a mark or bracket whose partner lies outside.
    """
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE and text[end - 3 : end] != "...":
            end -= 1
        if end - start < 1:
            return None
        first, last = text[start], text[end - 1]
        inside = text[start + 1 : end - 1]
        if first in _OPEN and last in _CLOSE and not any(c in '"“”«»' for c in inside):
            start, end = start + 1, end - 1
        elif (
            last in "([“«"
            or (last == '"' and inside[-1:].isspace())
            or (last in '"”»' and not any(c in '"“«' for c in text[start : end - 1]))
        ):
            end -= 1
        elif first in ")]" or (first in '"“«' and not any(c in '"”»' for c in text[start + 1 : end])):
            start += 1
        else:
            return Span(start, end)


def covered(paragraph: Paragraph, first: int, last: int) -> Span | None:
    """Return the tidy span of the words ``first`` to ``last``, both inclusive; ``None`` where nothing is left."""
    if first > last:
        return None
    words = paragraph.words
    return tidy(paragraph.text, words[first].start, words[last].end)
