"""Cues that the parser took for a part of the name behind them: *Prosecutors in Galt **allege** Nash took it*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside
from segun.attribute.cues import how
from segun.attribute.draft import Draft, covered
from segun.attribute.extent import clause_end, limits, predicate
from segun.lang.lexicon import Grammar


def mistaken(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a word attributes that can only be a cue, between who speaks and a clause without a conjunction."""
    if word.dep != "compound" or word.norm not in grammar.forms or word.text != word.norm:
        return None
    if {word.norm, word.lemma} & grammar.nouns.keys():
        return None
    frames = grammar.frames(word.norm, word.lemma)
    frame = next((f for f in frames if "clause" in f.takes and not f.weak & {word.norm, word.lemma}), None)
    source = beside.right_before(paragraph, word, grammar)
    _, last = limits(paragraph, word)
    finite = next((w for w in paragraph.words[word.i + 2 : last + 1] if w.finite), None)
    if frame is None or source is None or finite is None or (word.norm == word.lemma and not source.plural):
        return None  # Galt state television
    head = predicate(paragraph, finite)
    end = clause_end(paragraph, word, head, word.i + 1, last, grammar)
    span = covered(paragraph, word.i + 1, end)
    if span is None or span.end < finite.end:
        return None
    way = how(source, grammar)
    return Draft(paragraph.index, word.start, (word.span,), source, [span], way, frame, "bare clause", head=head)
