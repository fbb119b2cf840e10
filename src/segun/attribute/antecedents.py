"""What a relative clause tells of: *una fuente cercana al caso, que pidió anonimato*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.beside import NOMINAL
from segun.attribute.draft import Mention, tidy
from segun.lang.lexicon import Grammar

_WORD = 20
"""Code points that a word and its blank have at the most."""


def antecedent(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return what a relative clause belongs to, and behind it the pronoun that stands for it in the clause."""
    noun = _person_above(paragraph, verb, grammar) or _speaker_above(paragraph, paragraph.head(verb), verb, grammar)
    if noun.pos not in NOMINAL or _cleft(paragraph, noun):
        return None
    found = nominal.mention(paragraph, _before_aside(paragraph, noun, verb.left), grammar)
    taken = paragraph.head(verb)
    ends = taken.start if taken.norm in grammar.words["again"] and taken.i > noun.i else verb.start
    cut = tidy(paragraph.text, found.spans[0].start, min(found.spans[0].end, ends)) if found.spans else None
    if cut is not None and noun.end <= verb.start:
        found = replace(found, spans=(cut,))  # a letter | saying that
    relative = next((w for w in paragraph.children(verb, "nsubj") if w.norm in grammar.words["relatives"]), None)
    if found.kind != "noun" or relative is None or relative.start < found.spans[-1].end:
        return found
    return replace(found, spans=(*found.spans, relative.span))


def told_on(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return the verb of the relative clause that another goes on with: *citó a Gil, quien calló | y dijo que …*.

    The clause stands behind a comma, and none stands between it and what *and* joins to it.
    """
    words = paragraph.words
    if verb.dep != "conj" or not verb.finite:
        return None
    before = words[paragraph.head(verb).i + 1 : verb.i]
    joint = next((w for w in reversed(before) if w.norm in grammar.words["coordinators"]), None)
    mark = next((w for w in reversed(before) if w.norm in {",", ";", ":", '"'}), None)
    if joint is None or mark is None or not mark.i < joint.i or any(w.finite for w in words[joint.i + 1 : verb.i]):
        return None
    relative = words[mark.i + 1]
    clause = paragraph.head(relative)
    opens = relative.norm in grammar.words["relatives"] and relative.dep == "nsubj" and clause.dep.startswith("acl")
    if not opens or not relative.i < clause.i < joint.i or not clause.finite:
        return None
    alike = all(clause.feats.get(name) == verb.feats.get(name) for name in ("Mood", "Tense", "Person", "Number"))
    return clause if alike and sum(w.finite for w in words[mark.i : joint.i]) == 1 else None


def _cleft(paragraph: Paragraph, noun: Word) -> bool:
    """Whether a clause tells for what reason or where something is: *es por ello que propone cerrar*."""
    return all(any(True for _ in paragraph.children(noun, relation)) for relation in ("cop", "case"))


def _person_above(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return whom *quien* means: *Ana Gil, candidata por Faro, | quien denunció*, and no place.

    The same for *misma que*: the noun that it takes up.
    """
    words = paragraph.words
    relative = next((w for w in words[verb.left : verb.i] if w.norm in grammar.words["relatives"]), None)
    if relative is None or relative.i < 2:
        return None
    noun = paragraph.head(verb)
    again = noun.norm in grammar.words["again"] and noun.i == relative.i - 1
    person = relative.norm in grammar.words["person-relatives"]
    comma = words[noun.i - 1 if again else relative.i - 1].norm == ","
    if not (again and comma) and not (person and noun.i < relative.i):
        return None
    above = paragraph.head(noun) if again else noun
    while not (again or above.entity in nominal.PERSONS or nominal.is_person(above, grammar)):
        above = paragraph.head(above)
        if above.pos not in NOMINAL or above.dep == "root" or above.i > noun.i:
            return None
    named = above.dep == "appos" and paragraph.head(above).entity in nominal.PERSONS
    return paragraph.head(above) if named else above


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


def stands_in(other: Mention, mention: Mention) -> bool:
    """Whether a mention stands in what is told of another, whom it cannot mean: *Moss, who | the judge said was there*.

    Words of two paragraphs have places of their own, but what stands behind a name by its place stands near it, too.
    """
    head, inner = other.head, mention.head
    if head is None or inner is None or not head.i < inner.i <= head.right:
        return False
    return inner.start - head.start < _WORD * (inner.i - head.i)
