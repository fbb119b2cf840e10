"""Quotations that a sentence calls somebody's words: *«…», fueron las palabras de Ana*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside
from segun.attribute.speech import Speech, inverted, is_speech, quoting
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_OF_WORDS = 8
"""Words behind a quotation among which stands what it is called: *fueron algunas de las palabras de*."""


def as_words(paragraph: Paragraph, quotation: Quotation, segment: list[Word], grammar: Grammar) -> Speech | None:
    """A quotation that is said to be somebody's words: *«…», fueron las palabras de Ana*, *«…», es lo que dice Ana*."""
    copula = segment[0] if segment else None
    is_or_went = grammar.words["copulas"] | grammar.words["moves"]  # fueron
    if copula is None or not copula.finite or copula.lemma not in is_or_went or not is_speech(paragraph, quotation):
        return None
    for at, word in enumerate(segment[1:_OF_WORDS], 1):
        if word.norm in grammar.words["complementizers"] and at < len(segment) - 1:
            cue = segment[at + 1]
            frame = quoting(cue, grammar)
            if frame is None or not cue.finite:
                return None
            return Speech([quotation], cue, inverted(paragraph, cue, segment, grammar), frame, "quotation, cue")
        said = {word.norm, word.lemma} & (grammar.words["nouns.utterances"] | grammar.words["nouns.remarks"])
        of_whom = segment[at + 1 : at + 2]
        if said and of_whom and of_whom[0].pos == "ADP":
            source = beside.behind(paragraph, of_whom[0].i + 1, segment[-1].i, grammar)
            span = Span(copula.start, word.end)
            return Speech([quotation], None, source, None, "quotation, cue", span) if source is not None else None
    return None
