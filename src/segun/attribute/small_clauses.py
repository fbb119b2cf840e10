"""What somebody or something is called: *calificó la medida de ilegal*, *called the report "theatre"*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import covered
from segun.attribute.extent import before_next_verb, limits
from segun.attribute.sources import is_passive
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

_LONGEST = 12
"""Words behind a cue among which the quotation that names its object begins."""
_ENDS = frozenset({",", ".", ";", ":", ")", "!", "?"})


def small_clause(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar
) -> tuple[tuple[Span, ...], int] | None:
    """Return the object and its predicate behind a cue, and the first word; ``None`` where one is missing."""
    _, last = limits(paragraph, verb)
    passive = is_passive(paragraph, verb, grammar)
    objects = [c for c in paragraph.children(verb, "obj", "ccomp") if c.i > verb.i and c.i <= last and c.pos != "VERB"]
    clitic = [
        c
        for c in paragraph.children(verb, "obj", "iobj")
        if c.i < verb.i and c.pos == "PRON" and c.norm not in grammar.words["reflexives"]
    ]
    quoted = None if passive else _quoted(paragraph, verb, last, frame, grammar)
    if quoted is not None:
        span = covered(paragraph, verb.i + 1, quoted)
        return ((span,), verb.i + 1) if span is not None else None
    predicates = [c for c in _predicates(paragraph, verb, frame, objects, grammar) if verb.i < c.i <= last]
    if not predicates or not (objects or clitic or passive):
        return None
    inner = [*objects, *predicates]
    first = min(max(w.left, verb.i + 1) for w in inner)
    while first < last and paragraph.words[first].norm in frame.predicate_prepositions:
        first += 1
    end = min(max(w.right for w in inner), last)
    if passive:
        end = _before_agent(paragraph, verb, end, grammar)
    else:
        end = before_next_verb(paragraph, inner[0], end, grammar)
    span = covered(paragraph, first, end)
    if span is None:
        return None
    if passive:
        for subject in paragraph.children(verb, "nsubj"):
            a, b = nominal.phrase(paragraph, subject, grammar)
            named = covered(paragraph, a, b)
            if named and named.end <= span.start:
                return (named, span), first
    return (span,), first


def _before_agent(paragraph: Paragraph, verb: Word, end: int, grammar: Grammar) -> int:
    """Cut the agent off a passive's predicate: *fue calificado de ilegal por el juez*."""
    for at in range(verb.i + 2, end + 1):
        if paragraph.words[at].norm in grammar.words["agents"]:
            return at - 1
    return end


def _quoted(paragraph: Paragraph, verb: Word, last: int, frame: Frame, grammar: Grammar) -> int | None:
    """Return the last word of a quotation behind an object that says what that is: *called the report "theatre"*.

    A capital at its head makes it a title, unless a preposition stands before it: *tildó el libro de «Basura»*.
    """
    words = paragraph.words
    for at in range(verb.i + 2, min(verb.i + _LONGEST, last)):
        if words[at].norm in _ENDS or words[at].finite:
            return None
        if words[at].norm != '"':
            continue
        quotation = paragraph.quotation_at(words[at + 1].start)
        named = any(w.pos in {"NOUN", "PROPN"} for w in words[verb.i + 1 : at])
        marked = words[at - 1].norm in frame.predicate_prepositions
        bare = frame.bare_predicate and words[at - 1].pos in {"NOUN", "PROPN"} and words[at + 1].text[0].islower()
        if quotation is None or not quotation.closed or not named or not (marked or bare):
            return None
        end = paragraph.inside(quotation.outer)[-1].i
        behind = words[end + 1].norm if end < last else "."
        more = any(w.norm == '"' for w in words[end + 1 : last + 1])
        return end if behind in _ENDS or (behind in grammar.words["coordinators"] and not more) else None
    return None


def _predicates(
    paragraph: Paragraph, verb: Word, frame: Frame, objects: list[Word], grammar: Grammar
) -> Iterator[Word]:
    for child in paragraph.children(verb, "xcomp", "obl", "ccomp", "advcl", "nmod", "obj", "amod"):
        cases = {w.norm for w in paragraph.children(child, "case", "mark") if w.i < child.i}
        if (child.i > verb.i and cases & frame.predicate_prepositions) or (
            frame.bare_predicate and child.dep in {"xcomp", "ccomp"} and _says_what(child)
        ):
            yield child
    for noun in objects:
        for child in paragraph.children(noun, "nmod", "amod", "acl"):
            cases = {w.norm for w in paragraph.children(child, "case", "mark") if w.i < child.i}
            if cases & frame.predicate_prepositions and child.pos == "ADJ":
                yield child  # calificó la decisión de inaceptable
    if frame.bare_predicate and any(c.i < verb.i for c in paragraph.children(verb, "nsubj")):
        for other in objects[1:]:
            if paragraph.words[other.left].norm in grammar.words["indefinites"] and not nominal.is_time(other, grammar):
                yield other  # considera la propuesta un insulto
    marks = frame.predicate_prepositions - {"de"}
    for word, after in pairwise(paragraph.words[verb.i + 1 : verb.right + 1]):
        if word.norm in {",", ";", "."} or word.finite:
            break
        names = after.norm == '"' and word.norm in frame.predicate_prepositions  # la tildó de «farsa»
        if (word.norm in marks or names) and word.head > word.i:
            yield paragraph.head(word)
            break


def _says_what(predicate: Word) -> bool:
    """Whether a word can say what something is called: *unfounded*, *a liar*, *una farsa*."""
    return predicate.pos in {"NOUN", "PROPN", "ADJ"} or predicate.feats.get("VerbForm") == "Part"
