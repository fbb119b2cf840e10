"""Whom a paragraph speaks of: its main clauses' subjects, the persons that it names, whoever comes up in passing."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, participles
from segun.attribute.draft import Mention
from segun.lang.lexicon import Grammar

_INSIDE = frozenset({"flat", "compound", "nmod", "conj", "amod"})
"""Relations within a noun phrase; who stands in one is not spoken of by it."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def subjects(paragraph: Paragraph, grammar: Grammar) -> list[tuple[int, Mention]]:
    """Return the subjects of a paragraph's main clauses that can speak, for later pronouns."""
    found = []
    for word in paragraph.words:
        if word.dep != "nsubj" or word.pos not in _NOMINAL or not _of_main(paragraph.head(word)):
            continue
        if paragraph.quotation_at(word.start) is None and not participles.no_subject(paragraph, word, grammar):
            mention = nominal.mention(paragraph, word, grammar)
            named = word.pos == "PROPN" and word.text[0].isupper()
            if mention.kind == "noun" and (named or mention.person or _can_speak(word, grammar)):
                found.append((word.start, mention))
    return found


def _of_main(verb: Word) -> bool:
    """Whether a verb is a main clause's, or that of the clause before it: *Lo que vio Ana es un lobo*."""
    fronted = verb.dep in {"ccomp", "csubj"} and verb.i < verb.head
    return verb.dep in {"root", "conj", "parataxis"} or fronted


def passing(paragraph: Paragraph, grammar: Grammar) -> list[tuple[int, Mention]]:
    """Return whom a paragraph names outside quotations in whatever part of a sentence, in text order."""
    found: list[tuple[int, Mention]] = []
    end = 0
    for word in paragraph.words:
        inside = word.dep.partition(":")[0] in _INSIDE and not _told(paragraph, word, grammar)
        if word.start < end or word.pos not in {"NOUN", "PROPN"} or inside:
            continue
        if word.dep == "root" and not word.entity:
            continue  # Quedé con Ana: a verb that the parser takes for a name
        counted = any(True for _ in paragraph.children(word, "nummod"))
        told = word.pos == "PROPN" or counted or nominal.is_definite(paragraph, word, grammar)
        mention = _speaker(paragraph, word, grammar) if told else None
        if mention is not None:
            found.append((word.start, mention))
            end = mention.spans[-1].end
    return found


def joined(paragraph: Paragraph, grammar: Grammar) -> list[tuple[int, Mention]]:
    """Return whom a paragraph names behind *and*, *or* within a noun phrase: her lawyer, of *Ana and her lawyer*."""
    found = []
    for word in paragraph.words:
        head = paragraph.head(word)
        pair = word.dep == "conj" and word.pos in {"NOUN", "PROPN"} and head.pos in _NOMINAL
        mention = _speaker(paragraph, word, grammar) if pair else None
        if mention is not None:
            found.append((word.start, mention))
    return found


def _speaker(paragraph: Paragraph, word: Word, grammar: Grammar) -> Mention | None:
    """Return whom a noun outside quotations names, if they can speak."""
    if not _can_speak(word, grammar) or paragraph.quotation_at(word.start) is not None:
        return None
    mention = nominal.mention(paragraph, word, grammar)
    return mention if mention.kind == "noun" else None


def _told(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether somebody whom the parser hung on a thing is told or asked for it: *pidió datos a | la empresa*."""
    to = any(case.norm in grammar.words["personal-object"] for case in paragraph.children(word, "case"))
    return to and word.dep == "nmod" and paragraph.head(word).dep == "obj"


def people(paragraph: Paragraph, grammar: Grammar) -> list[Mention]:
    """Return the persons whom a paragraph names."""
    heads = [w for w in paragraph.words if w.entity in nominal.PERSONS and paragraph.head(w).entity != w.entity]
    return [m for m in (nominal.mention(paragraph, w, grammar) for w in heads if w.pos == "PROPN") if m.kind == "noun"]


def _can_speak(word: Word, grammar: Grammar) -> bool:
    if word.text[0].isupper() and (
        word.entity in nominal.PERSONS | {"ORG"} or (word.pos == "PROPN" and not word.entity)
    ):
        return True
    return nominal.is_agent_noun(word, grammar) or nominal.is_for_speakers(word, grammar)
