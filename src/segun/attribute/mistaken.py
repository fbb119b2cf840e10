"""Cues that the parser took for a name or a noun: *Prosecutors in Galt **allege** Nash did*; *…, records **show***."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal
from segun.attribute.cues import how
from segun.attribute.draft import Draft, Mention, covered
from segun.attribute.extent import clause_end, limits, predicate
from segun.lang.lexicon import Grammar

_PHRASE = 2
"""Words from the comma before a document to its cue at the least."""


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


def closing(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a document at the end of a sentence shows, its cue taken for a noun: *…, photos by X **show***."""
    words, sentence = paragraph.words, paragraph.sentence_of(word)
    if word.i < sentence.last - 1 or word.pos not in {"NOUN", "PROPN", "VERB"}:
        return None
    comma = next((k for k in range(word.i - 1, sentence.first, -1) if words[k].norm == ","), None)
    if comma is None or word.i - comma < _PHRASE:
        return None
    frame = next((f for f in grammar.frames(word.norm, word.norm) if "clause" in f.takes and f.document), None)
    head = next((w for w in words[comma + 1 : word.i] if w.pos == "NOUN" and nominal.is_document(w, grammar)), None)
    main = next((w for w in words[sentence.first : comma] if w.finite), None)
    if frame is None or head is None or main is None or any(w.finite for w in words[comma + 1 : word.i]):
        return None
    if head.feats.get("Number") != "Plur" or words[comma + 1].pos in {"ADP", "CCONJ", "SCONJ"}:
        return None  # the plural's form alone is that of the noun
    content = covered(paragraph, sentence.first, comma - 1)
    source = covered(paragraph, comma + 1, word.i - 1)
    if content is None or source is None:
        return None
    who = Mention("noun", (source,), head, plural=True)
    return Draft(
        paragraph.index, word.start, (word.span,), who, [content], how(who, grammar), frame, "parenthetical", head=main
    )
