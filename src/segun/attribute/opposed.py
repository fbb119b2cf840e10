"""Where somebody else's statement is set against one: *la policía dijo que huyó, | pero los vecinos aseguran que …*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar

_OPENERS = ("contrasts", "concessions")
_SUBJECT = 14
"""Words from what opposes to its cue at the most."""


def opposed(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether words at a place set against what stands before them what somebody, named there, says in a clause.

    Args:
        paragraph: where they stand.
        at: the place of the first of them.
        last: the last word that may belong to them.
        grammar: the language.
    """
    words = paragraph.words
    size = 1 if words[at].norm in grammar.words["adversatives"] & grammar.words["coordinators"] else 0
    size = size or max(matching(paragraph, at, grammar.runs[name]) for name in _OPENERS)
    if not size or paragraph.quotation_at(words[at].start) is not None:
        return False
    for word in words[at + size : min(at + size + _SUBJECT, last)]:
        if word.norm in {",", ";", ":", '"'} or word.norm in grammar.words["complementizers"]:
            return False
        if word.finite and word.pos in {"VERB", "AUX"}:
            cue = paragraph.head(word) if word.dep in {"aux", "aux:pass"} else word
            return _says(paragraph, cue, at + size, grammar)
    return False


def _says(paragraph: Paragraph, cue: Word, first: int, grammar: Grammar) -> bool:
    """Whether a verb is a cue, with a subject before it that a noun names, and a clause behind."""
    if not grammar.takes(cue.norm, cue.lemma, "clause"):
        return False
    subjects = (w for w in paragraph.children(cue, "nsubj") if first <= w.i < cue.i and w.pos in {"NOUN", "PROPN"})
    after = paragraph.words[cue.i + 1 : cue.i + 3]
    marked = any(word.norm in grammar.words["complementizers"] for word in after)
    clause = marked or any(child.i > cue.i for child in paragraph.children(cue, "ccomp"))
    return clause and any(True for _ in subjects)
