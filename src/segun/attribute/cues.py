"""What all cues share: the span of the words that say so, and in what way they do."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Mention
from segun.lang.lexicon import Grammar
from segun.model import How, Span


def pronominal(word: Word, grammar: Grammar) -> bool:
    """Whether the verb carries *se* by itself: *se quejó*, *se preguntó*."""
    lemma = grammar.lemma(word.norm, word.lemma)
    return lemma.endswith("se") or f"{lemma}se" in grammar.verbs


def how(source: Mention, grammar: Grammar) -> How:
    """Return whether a source says something or, being a document, lays it down."""
    return "document" if nominal.is_document(source.head, grammar) and source.kind == "noun" else "said"


def cue_span(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Span:
    """Return the words of a verb with its auxiliaries: *ha añadido*, *se informó*."""
    first = verb.i
    while (
        first > 0
        and paragraph.words[first - 1].head == verb.i
        and (
            paragraph.words[first - 1].dep in {"aux", "aux:pass", "expl:pass", "expl", "cop"}
            or paragraph.words[first - 1].norm in grammar.words["impersonal"]
        )
    ):
        first -= 1
    return Span(paragraph.words[first].start, verb.end)


def is_quoted(paragraph: Paragraph, content: list[Span]) -> bool:
    """Whether a content stands in quotation marks, all of it."""
    return bool(content) and all(
        any(q.inner.start <= span.start and span.end <= q.outer.end for q in paragraph.quotations if q.depth == 0)
        for span in content
    )
