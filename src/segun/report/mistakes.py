"""Mistakes as a reader looks at them: the sentences with both contents, both chains, the rule, and the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from segun.annotate.words import Paragraph
from segun.gold.comparing import Compared
from segun.gold.records import Fault, GoldClaim, Mistake
from segun.model import Analysis, Claim, Relay, Span, Spans, wording
from segun.view.visible import excerpt

FAULTS: tuple[Fault, ...] = ("missed", "wrong span", "wrong source", "wrong chain", "false")
EXCERPT = 240
"""Characters of a source or cue that are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words over which nothing begins or ends."""

    text: str
    gold: bool
    """Whether they belong to the content of the gold."""
    found: bool
    """Whether they belong to the content that was found."""
    source: bool
    cue: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A line of a sentence's parse; ``i`` and ``head`` count the words of the paragraph from 0."""

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    head_text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that a mistake is about."""

    pieces: tuple[Piece, ...]
    parse: tuple[Token, ...]
    apart: bool
    """Whether other sentences stand between it and the one before."""


@dataclass(frozen=True, slots=True)
class Link:
    """One relay of a chain, in words."""

    source: str
    """Empty where nobody is named."""
    name: str
    """The fullest name of the source where its words here are others, else empty."""
    cue: str
    how: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A mistake with all that is shown of it."""

    fault: Fault
    key: str
    """The text's."""
    language: str | None
    construction: str
    """The rule that found the claim; of a missed one, what kind of claim the gold has."""
    cue: str
    """Lemmas of the innermost cue, or that there is none."""
    sentences: tuple[Sentence, ...]
    gold: tuple[Link, ...] | None
    found: tuple[Link, ...] | None
    confidence: float | None
    """Of the found claim, 0 to 1."""


def shown(compared: Compared, paragraphs: Sequence[Paragraph]) -> Iterator[Shown]:
    """Yield the mistakes of an analysis in the order of its text.

    Args:
        compared: the analysis against its gold.
        paragraphs: the parse that the analysis was made from.
    """
    for mistake in compared.mistakes():
        yield Shown(
            mistake.fault,
            mistake.key,
            compared.analysis.report.language,
            _construction(mistake),
            _cue(mistake, paragraphs),
            tuple(_sentences(mistake, paragraphs)),
            None if mistake.gold is None else _gold_chain(mistake.gold, compared.analysis.report.text),
            None if mistake.found is None else _found_chain(mistake.found, compared.analysis),
            None if mistake.found is None else mistake.found.confidence,
        )


def _construction(mistake: Mistake) -> str:
    if mistake.found is not None:
        return mistake.found.rule or "unknown"
    gold = mistake.gold
    return "" if gold is None else f"not found: {gold.quotation or 'of unknown kind'}, {gold.last.how}"


def _cue(mistake: Mistake, paragraphs: Sequence[Paragraph]) -> str:
    if mistake.found is not None:
        spans, how = mistake.found.relays[-1].cue_spans, mistake.found.relays[-1].how
    elif mistake.gold is not None:
        spans, how = mistake.gold.last.cue, mistake.gold.last.how
    else:
        return ""
    words = [w for p in paragraphs for span in spans if p.span.touches(span) for w in p.words if w.span.touches(span)]
    lemmas = " ".join(word.lemma or word.norm for word in words)
    return excerpt(lemmas, EXCERPT) if lemmas else f"no cue, {how}"


def _sentences(mistake: Mistake, paragraphs: Sequence[Paragraph]) -> Iterator[Sentence]:
    """Yield the sentences that hold a content or a cue of the mistake."""
    layers = _Layers(mistake)
    last: tuple[int, int] | None = None
    for at, paragraph in enumerate(paragraphs):
        for number, sentence in enumerate(paragraph.sentences):
            words = paragraph.words[sentence.first : sentence.last + 1]
            if not words:
                continue
            span = Span(words[0].start, words[-1].end)
            if not any(span.touches(each) for each in layers.wanted):
                continue
            follows = last is None or last == (at, number - 1) or (last[0] == at - 1 and number == 0)
            last = (at, number)
            parse = tuple(
                Token(w.i, w.text, w.lemma, w.pos, w.dep, w.head, "" if w.head == w.i else paragraph.head(w).text)
                for w in words
            )
            yield Sentence(tuple(layers.pieces(span, paragraph.text)), parse, not follows)


class _Layers:
    """What the words of a mistake's sentences are."""

    def __init__(self, mistake: Mistake) -> None:
        gold, found = mistake.gold, mistake.found
        self.gold: Spans = gold.spans if gold else ()
        self.found: Spans = found.spans if found else ()
        ours: Iterable[Relay] = found.relays if found else ()
        theirs = gold.relays if gold else ()
        self.source = (*(s for r in theirs for s in r.source), *(s for r in ours for s in r.source_spans))
        self.cue = (*(s for r in theirs for s in r.cue), *(s for r in ours for s in r.cue_spans))
        self.wanted = (*self.gold, *self.found, *self.cue)

    def pieces(self, sentence: Span, text: str) -> Iterator[Piece]:
        """Yield the sentence cut at every boundary of a layer."""
        layers = (self.gold, self.found, self.source, self.cue)
        inside = {at for spans in layers for span in spans for at in span if sentence.start < at < sentence.end}
        for start, end in pairwise(sorted({*sentence, *inside})):
            piece = Span(start, end)
            yield Piece(piece.of(text), *(any(span.holds(piece) for span in spans) for spans in layers))


def _gold_chain(claim: GoldClaim, text: str) -> tuple[Link, ...]:
    return tuple(
        Link(_words(text, relay.source), "", _words(text, relay.cue), relay.how, relay.optional)
        for relay in claim.relays
    )


def _found_chain(claim: Claim, analysis: Analysis) -> tuple[Link, ...]:
    return tuple(_link(relay, analysis) for relay in claim.relays)


def _link(relay: Relay, analysis: Analysis) -> Link:
    text = analysis.report.text
    name = excerpt(analysis.source(relay.source).name, EXCERPT) if relay.source is not None else ""
    words = _words(text, relay.source_spans)
    return Link(words or name, name if words and name != words else "", _words(text, relay.cue_spans), relay.how, False)


def _words(text: str, spans: Spans) -> str:
    return excerpt(wording(text, spans), EXCERPT)
