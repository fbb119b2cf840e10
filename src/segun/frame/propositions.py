"""Predicates with their arguments."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Draft, tidy
from segun.attribute.sources import is_passive
from segun.frame.commitment import negated
from segun.lang.lexicon import Grammar
from segun.model import Argument, Proposition, Span

_ARGUMENTS = ("nsubj", "csubj", "obj", "iobj", "obl", "ccomp", "xcomp")


def propositions(paragraph: Paragraph, draft: Draft, main: Word | None, grammar: Grammar) -> tuple[Proposition, ...]:
    """Return the proposition of a content's main clause, by its predicate, and of those coordinated with it."""
    if main is None:
        return ()
    heads = [main, *(c for c in paragraph.children(main, "conj") if c.pos in {"VERB", "AUX"} and draft.holds(c.start))]
    return tuple(_proposition(paragraph, head, draft, grammar) for head in heads if draft.holds(head.start))


def _proposition(paragraph: Paragraph, head: Word, draft: Draft, grammar: Grammar) -> Proposition:
    arguments = []
    passive = is_passive(paragraph, head, grammar)
    for child in paragraph.children(head, *_ARGUMENTS):
        role = "nsubj:pass" if passive and child.dep == "nsubj" else child.dep
        span = tidy(paragraph.text, paragraph.words[child.left].start, paragraph.words[child.right].end)
        if span and draft.holds(span.start):
            arguments.append(Argument(role, span))
    return Proposition(
        head.lemma, (Span(head.start, head.end),), "-" if negated(paragraph, head, grammar) else "+", tuple(arguments)
    )
