"""What a relative clause tells of: *una fuente cercana al caso, que pidió anonimato*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.beside import NOMINAL
from segun.attribute.draft import Mention, tidy
from segun.lang.lexicon import Grammar


def antecedent(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return what a relative clause belongs to, and behind it the pronoun that stands for it in the clause."""
    noun = _speaker_above(paragraph, paragraph.head(verb), verb, grammar)
    if noun.pos not in NOMINAL:
        return None
    found = nominal.mention(paragraph, _before_aside(paragraph, noun, verb.left), grammar)
    cut = tidy(paragraph.text, found.spans[0].start, min(found.spans[0].end, verb.start)) if found.spans else None
    if cut is not None and noun.end <= verb.start:
        found = replace(found, spans=(cut,))  # a letter | saying that
    relative = next((w for w in paragraph.children(verb, "nsubj") if w.norm in grammar.words["relatives"]), None)
    if found.kind != "noun" or relative is None or relative.start < found.spans[-1].end:
        return found
    return replace(found, spans=(*found.spans, relative.span))


def _speaker_above(paragraph: Paragraph, noun: Word, verb: Word, grammar: Grammar) -> Word:
    """Return what a clause behind a comma tells of: *una fuente cercana al caso, que pidió anonimato*, and no case."""
    words = paragraph.words
    above = noun
    while words[verb.left].norm == "," or words[max(0, verb.left - 1)].norm == ",":
        above = paragraph.head(above)
        if above.pos not in {"NOUN", "PROPN", "ADJ"} or above.dep == "root":
            return noun
        if {above.norm, above.lemma} & grammar.words["nouns.unnamed"] or nominal.is_person(above, grammar):
            speaks = noun.pos == "PROPN" or (nominal.speaks(noun, grammar) and not nominal.is_document(noun, grammar))
            return noun if speaks else above
    return noun


def _before_aside(paragraph: Paragraph, noun: Word, clause: int) -> Word:
    """Return what a relative clause behind an aside belongs to: *un estudio, publicado en Litoral, que revela*.

    Args:
        paragraph: where they stand.
        noun: what the parser took for its antecedent.
        clause: the first word of the relative clause.
    """
    words = paragraph.words
    if words[clause].norm != "," and words[max(0, clause - 1)].norm != ",":
        return noun
    opens = next((at for at in range(noun.i, paragraph.sentence_of(noun).first, -1) if words[at].norm == ","), None)
    if opens is None:
        return noun
    aside = words[opens + 1]
    participle = aside.dep in {"acl", "amod"} and (aside.pos == "ADJ" or aside.feats.get("VerbForm") == "Part")
    before = paragraph.head(aside)
    return before if participle and before.i < opens and before.pos in NOMINAL else noun
