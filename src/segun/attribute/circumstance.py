"""Phrases that look as if they attributed, and only tell how or when something is done, or what it depends on."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.extent import limits
from segun.attribute.runs import matching
from segun.lang.lexicon import Frame, Grammar

_VARYING = 4
"""Words in which what varies stands before what it varies with."""


def of_manner(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether a phrase for what a law says only tells how something is done: *actuó conforme al protocolo*."""
    before = paragraph.words[paragraph.sentence_of(paragraph.words[at]).first : at]
    inside = any(word.finite for word in before) and before[-1].pos != "PUNCT"
    return inside and bool(matching(paragraph, at, grammar.runs["laws"]))


def of_verb(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether a phrase belongs to the verb right before it: *está de acuerdo con la jueza*."""
    word, before = paragraph.words[at], paragraph.words[max(at - 1, 0)]
    verb = before.pos in {"VERB", "AUX"} and before.sentence == word.sentence
    return verb and word.norm not in grammar.adjunct_heads


def looked_at(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether a phrase for somebody's view is what is looked at: *miró | a los ojos de su prima*."""
    before = paragraph.words[max(at - 1, 0)]
    return bool({before.norm, before.lemma} & grammar.words["looking"])


def varies(paragraph: Paragraph, at: int, head: Word, grammar: Grammar) -> bool:
    """Whether a phrase tells what something depends on, or ends a title: *los plazos varían según el pueblo*.

    So does *según cada caso*; a title is *el Evangelio según San Mateo*.
    """
    if any(word.norm in grammar.words["each"] for word in paragraph.children(head, "det")):
        return True
    first = paragraph.sentence_of(paragraph.words[at]).first
    before = paragraph.words[max(first, at - _VARYING) : at]
    varies = any({word.norm, word.lemma} & grammar.words["varying"] for word in before if word.pos != "NOUN")
    titled = any(word.norm in grammar.words["titled-by"] for word in before[-1:])
    return titled or (varies and before[-1].pos != "PUNCT")


def only_how(paragraph: Paragraph, at: int, frames: tuple[Frame, ...], grammar: Grammar) -> bool:
    """Whether a word for how something is done is no more than that: *así terminó*, but not *así consta en el acta*."""
    runs = grammar.runs
    if matching(paragraph, at, runs["pointing-back"]) or not matching(paragraph, at, runs["standing-back"]):
        return False
    nobody = any(frame.impersonal for frame in frames) or matching(paragraph, at, runs["standing-back"]) > 1
    return at > limits(paragraph, paragraph.words[at])[0] or not nobody  # así se indica en el acta


def is_object(paragraph: Paragraph, at: int, verb: Word, grammar: Grammar) -> bool:
    """Whether a pronoun before a cue means somebody or something, and not all that was said before.

    *lo denunció una vecina*, *lo que dijo*, but not *lo informó la agencia*.
    """
    words = paragraph.words
    if words[at].norm not in grammar.words["pointing-objects"]:
        return False
    subject = words[verb.i + 1].pos in {"DET", "NOUN", "PROPN"} if verb.i + 1 < len(words) else False
    return verb.lemma not in grammar.words["informing"] or verb.i != at + 1 or not subject


def only_when(paragraph: Paragraph, verb: Word, end: int, frames: tuple[Frame, ...], grammar: Grammar) -> bool:
    """Whether a clause tells when something was: *as the crowd applauded*, *as Ana began to speak*, *as he read it*."""
    if all(frame.act == "evaluate" and frame.commitment == "CT" for frame in frames if "clause" in frame.takes):
        return True
    behind = [child for child in paragraph.children(verb, "xcomp", "ccomp", "obj") if child.i > end]
    weak = any(grammar.lemma(verb.norm, verb.lemma) in frame.weak for frame in frames)
    return any(child.dep != "obj" or (weak and not nominal.speaks(child, grammar)) for child in behind)
