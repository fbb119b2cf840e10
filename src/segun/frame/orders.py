"""What the text says came before what, between claims: *luego*, *tras el asalto*, *cuando estuvieron listos*.

Only words that say so make an order; that one sentence follows another says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from segun import lang
from segun.annotate.words import Paragraph, Word
from segun.attribute.runs import matching
from segun.frame.stages import Chain, opens_clause
from segun.lang.lexicon import Grammar
from segun.lang.process import Connectives
from segun.model import Claim, Order, Span

_STEM = 5
"""Letters by which a noun and a verb are known for the same event: *entrenaron*, *entrenamiento*."""
_CLAUSE_ENDS = frozenset(",;:.")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN"})
_NEAR = 3
"""Words that may stand between a conjunction and the claim that it opens."""


class _Told:
    """The claims of a report by where they stand."""

    def __init__(self, paragraphs: Sequence[Paragraph], claims: tuple[Claim, ...]) -> None:
        self.paragraphs = paragraphs
        self.claims = [claim for claim in claims if not claim.headline]

    def at(self, offset: int) -> Claim | None:
        """Return the smallest claim that holds an offset."""
        holding = [(s.end - s.start, c) for c in self.claims for s in c.spans if s.start <= offset < s.end]
        return min(holding, key=lambda pair: pair[0])[1] if holding else None

    def before(self, claim: Claim, cue: Span, paragraph: Paragraph, number: int) -> Claim | None:
        """Return the claim that ends last before a cue, in its sentence or the one before, the same source's first."""
        own = _stretch(paragraph, number)
        held = self._inside(Span(own.start, cue.start), claim)
        if held:
            return held[-1]
        earlier = self._sentence_before(paragraph, number)
        found = self._inside(earlier, claim) if earlier is not None else []
        same = [other for other in found if _source(other) == _source(claim)]
        nearest = same or found
        return nearest[-1] if nearest else None

    def _inside(self, stretch: Span, claim: Claim) -> list[Claim]:
        """Return the claims that end in a stretch and have no part of ``claim``, in order."""
        found = [
            other
            for other in self.claims
            if stretch.start < other.spans[-1].end <= stretch.end
            and other.id != claim.id
            and not any(s.touches(t) for s in other.spans for t in claim.spans)
        ]
        return sorted(found, key=lambda other: (other.spans[-1].end, -other.spans[0].start))

    def _sentence_before(self, paragraph: Paragraph, number: int) -> Span | None:
        if number > 0:
            return _stretch(paragraph, number - 1)
        if paragraph.index == 0:
            return None
        previous = self.paragraphs[paragraph.index - 1]
        if previous.headline or not previous.sentences:
            return None
        return _stretch(previous, len(previous.sentences) - 1)


def _stretch(paragraph: Paragraph, number: int) -> Span:
    sentence = paragraph.sentences[number]
    return Span(paragraph.words[sentence.first].start, paragraph.words[sentence.last].end)


def _source(claim: Claim) -> str | None:
    return claim.relays[-1].source if claim.relays else None


def orders(
    paragraphs: Sequence[Paragraph], claims: tuple[Claim, ...], chained: Iterable[Chain], language: str
) -> tuple[Order, ...]:
    """Return which claims the text says came before which others, in text order, each pair once.

    Args:
        paragraphs: the parsed paragraphs.
        claims: the report's claims.
        chained: its chains of stages.
        language: a supported language's code.
    """
    told, grammar, words = _Told(paragraphs, claims), lang.grammar(language), lang.process(language).order
    found = [*_chained(chained, told)]
    adverbs, clauses = {*words.later, *words.earlier}, {*words.after, *words.before}
    for paragraph in paragraphs:
        for word in paragraph.words:
            if word.norm in adverbs:
                found.extend(_adverbs(paragraph, word, told, grammar, words))
            if word.norm in clauses:
                found.extend(_clauses(paragraph, word, told, grammar, words))
    seen: dict[tuple[str, str], Order] = {}
    for order in sorted(found, key=lambda order: order.cue):
        if (order.after, order.before) not in seen:
            seen.setdefault((order.before, order.after), order)
    return tuple(seen.values())


def _chained(chained: Iterable[Chain], told: _Told) -> Iterator[Order]:
    for chain in chained:
        for one, other in pairwise(chain.stages) if chain.temporal else ():
            first, second = told.at(one.span.start), told.at(other.span.start)
            if first is not None and second is not None and first.id != second.id and other.cue is not None:
                yield Order(first.id, second.id, other.cue)


def _adverbs(paragraph: Paragraph, word: Word, told: _Told, grammar: Grammar, words: Connectives) -> Iterator[Order]:
    """Yield the order that an adverb makes with what was told just before: *luego*, *before that*."""
    later, earlier = matching(paragraph, word.i, words.later), matching(paragraph, word.i, words.earlier)
    size = max(later, earlier)
    if not size or not _is_adverb(paragraph, word, size, grammar, words):
        return
    cue = Span(word.start, paragraph.words[word.i + size - 1].end)
    claim = told.at(word.start)
    if claim is None or claim.headline or _inner(paragraph, word, claim):
        return
    other = told.before(claim, cue, paragraph, word.sentence)
    if other is not None:
        yield Order(other.id, claim.id, cue) if later >= earlier else Order(claim.id, other.id, cue)


def _is_adverb(paragraph: Paragraph, word: Word, size: int, grammar: Grammar, words: Connectives) -> bool:
    after = paragraph.words[word.i + size].norm if word.i + size < len(paragraph.words) else ""
    before = paragraph.words[word.i - 1].norm if word.i else ""
    if after in words.not_before or before in words.not_after:
        return False
    if opens_clause(paragraph, word.i, grammar):
        return True
    timed = before in grammar.words["time-heads.words"] or before.removesuffix("s") in grammar.words["time-heads.words"]
    adverb = word.pos == "ADV" and paragraph.head(word).pos in {"VERB", "AUX"}
    return timed or (adverb and word.dep in {"advmod", "obl"})


def _inner(paragraph: Paragraph, word: Word, claim: Claim) -> bool:
    """Whether the claim itself tells, in the same sentence, what came before: *they trained and then left*."""
    own = {word.i, word.head, *paragraph.head(word).children}
    start = max(paragraph.words[paragraph.sentence_of(word).first].start, claim.spans[0].start)
    return any(
        other.finite and other.i not in own and other.start >= start
        for other in paragraph.words[paragraph.sentence_of(word).first : word.i]
    )


def _clauses(paragraph: Paragraph, word: Word, told: _Told, grammar: Grammar, words: Connectives) -> Iterator[Order]:
    """Yield the order that a clause or noun of time makes: *tras el asalto*, *once they were ready*."""
    after, before = matching(paragraph, word.i, words.after), matching(paragraph, word.i, words.before)
    size = max(after, before)
    if not size or word.i + size >= len(paragraph.words):
        return
    initial = opens_clause(paragraph, word.i, grammar)
    end = _clause_end(paragraph, word.i + size)
    inside = paragraph.words[word.i + size : end]
    claim = told.at(word.start)
    if claim is None or not inside:
        return
    cue = Span(word.start, paragraph.words[word.i + size - 1].end)
    done_only = matching(paragraph, word.i, words.when_done) == size
    event = told.at(next((w.start for w in inside[:_NEAR] if w.pos != "PUNCT"), word.start))
    if event is not None and event.id != claim.id and not done_only and event.spans[0].start >= cue.end:
        yield Order(event.id, claim.id, cue) if after >= before else Order(claim.id, event.id, cue)
        return
    done = done_only and initial and any(w.norm in words.done for w in inside)
    if (done or not done_only) and initial and not _inner(paragraph, word, claim):
        whole = Span(word.start, inside[-1].end)
        other = told.before(claim, whole, paragraph, word.sentence)
        if other is not None and (done or _same_event(inside, other, told)):
            yield Order(other.id, claim.id, whole) if after >= before else Order(claim.id, other.id, whole)


def _clause_end(paragraph: Paragraph, first: int) -> int:
    last = paragraph.sentence_of(paragraph.words[min(first, len(paragraph.words) - 1)]).last
    return next((at for at in range(first, last + 1) if paragraph.words[at].text in _CLAUSE_ENDS), last + 1)


def _same_event(inside: Sequence[Word], claim: Claim, told: _Told) -> bool:
    """Whether the first noun or verb of a clause takes up one of the claim."""
    event = next((w for w in inside if w.pos in _CONTENT and len(w.norm) >= _STEM), None)
    if event is None:
        return False
    stem = event.norm[:_STEM]
    return any(
        word.norm.startswith(stem)
        for paragraph in told.paragraphs
        for span in claim.spans
        if paragraph.span.touches(span)
        for word in paragraph.inside(span)
        if word.pos in _CONTENT
    )
