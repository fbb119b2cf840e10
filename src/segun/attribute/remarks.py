"""Quotations that a sentence calls somebody's words: *«…», fueron las palabras de Ana*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal
from segun.attribute.draft import NOBODY
from segun.attribute.speech import Speech, inverted, is_speech, quoting
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_PERIPHRASIS = 3
"""Words behind a quotation among which the verb of *se lee en*, *se puede leer en* stands."""
_OF_WORDS = 8
"""Words behind a quotation among which stands what it is called: *fueron algunas de las palabras de*."""


def as_words(paragraph: Paragraph, quotation: Quotation, segment: list[Word], grammar: Grammar) -> Speech | None:
    """A quotation that is said to be somebody's words: *«…», fueron las palabras de Ana*, *«…», es lo que dice Ana*."""
    written = _stands_written(paragraph, quotation, segment, grammar)
    if written is not None:
        return written
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
        span = Span(copula.start, word.end)
        if said and of_whom and of_whom[0].pos == "ADP":
            source = beside.behind(paragraph, of_whom[0].i + 1, segment[-1].i, grammar)
            return Speech([quotation], None, source, None, "quotation, cue", span) if source is not None else None
        among = segment[at - 1].pos == "DET" and any(w.norm in grammar.words["indefinites"] for w in segment[1:at])
        if said and among:  # fueron algunos de los comentarios que dejó la noticia
            return Speech([quotation], None, NOBODY, None, "quotation, cue", span)
    return None


def _stands_written(paragraph: Paragraph, quotation: Quotation, segment: list[Word], grammar: Grammar) -> Speech | None:
    """A quotation that is read or heard in something: *«…», se lee en la carta*."""
    impersonal = bool(segment) and segment[0].norm in grammar.words["impersonal"] and is_speech(paragraph, quotation)
    for at, word in enumerate(segment[1:_PERIPHRASIS], 1):
        opens = segment[at + 1 : at + 2]
        if not impersonal or word.lemma not in grammar.words["reading"]:
            continue
        if not opens or opens[0].norm not in grammar.words["whence-written"]:
            return None
        source = beside.behind(paragraph, opens[0].i + 1, segment[-1].i, grammar)
        if source is None or not nominal.is_document(source.head, grammar):
            return None
        return Speech([quotation], None, source, None, "quotation, cue", Span(segment[0].start, word.end))
    return None
