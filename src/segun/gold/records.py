"""What a gold says of a text, and what comes of holding an analysis against it.

Offsets are half-open, in code points of the text that the gold is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from segun.model import Claim, Factuality, How, Quotation, Span, Spans, SpeechAct

Fault = Literal["missed", "wrong span", "wrong source", "wrong chain", "false"]
"""A claim that was not found; found with other words; with another innermost source; with another chain around it;
one that the gold does not have."""


@dataclass(frozen=True, slots=True)
class GoldRelay:
    """One source between the reader and the content."""

    source: Spans
    """Empty where nobody is named."""
    cue: Spans
    how: How
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A content and who stands between it and the reader, outermost first; none where the report itself asserts it."""

    spans: Spans
    relays: tuple[GoldRelay, ...]
    factuality: Factuality | None = None
    quotation: Quotation | None = None
    speech_act: SpeechAct | None = None
    required: bool = False
    """Whether it counts although all of its relays are optional."""

    @property
    def needed(self) -> tuple[GoldRelay, ...]:
        """The relays that every reader finds."""
        return tuple(relay for relay in self.relays if not relay.optional)

    @property
    def neutral(self) -> bool:
        """Whether finding it costs nothing and missing it neither."""
        return bool(self.relays) and not self.needed and not self.required

    @property
    def last(self) -> GoldRelay:
        """The innermost relay that every reader finds, or the innermost one."""
        return (self.needed or self.relays)[-1]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its gold."""

    key: str
    text: str
    claims: tuple[GoldClaim, ...]
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One place where an analysis and the gold differ."""

    fault: Fault
    key: str
    """The text's."""
    gold: GoldClaim | None
    found: Claim | None

    @property
    def where(self) -> Span:
        """The stretch from the first to the last word that it is about."""
        spans = [span for each in (self.gold, self.found) if each is not None for span in each.spans]
        return Span(min(span.start for span in spans), max(span.end for span in spans))
