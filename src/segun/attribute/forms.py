"""The person, number, tense and mood of a verb, by whatever word bears them, and whether it is denied."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Grammar


def tense(paragraph: Paragraph, verb: Word) -> tuple[str, str]:
    """Return a verb's mood and tense."""
    bearer = paragraph.bearer(verb)
    return bearer.feats.get("Mood", ""), bearer.feats.get("Tense", "")


def person(paragraph: Paragraph, verb: Word) -> tuple[str, str]:
    """Return a verb's person, the third where none is shown, and its number."""
    bearer = paragraph.bearer(verb)
    return bearer.feats.get("Person", "3"), bearer.feats.get("Number", "")


def same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two forms may have one subject; a past tense may show no number."""
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def denied(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a negation hangs on a verb."""
    return any(child.norm in grammar.words["negations"] for child in paragraph.children(verb))


def one_of_many(paragraph: Paragraph, noun: Word, verb: Word) -> bool:
    """Whether a name stands alone before a verb in the plural: *fuentes citadas por El Faro | aseguran*."""
    alone = noun.pos == "PROPN" and noun.feats.get("Number") != "Plur" and noun.i < verb.i
    return alone and verb.feats.get("Number") == "Plur" and not any(True for _ in paragraph.children(noun, "conj"))
