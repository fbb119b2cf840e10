"""Whom a paragraph speaks of: its main clauses' subjects, the persons that it names, whoever comes up in passing."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Mention
from segun.lang.lexicon import Grammar

_INSIDE = frozenset({"flat", "compound", "nmod", "conj", "amod"})
"""Relations within a noun phrase; who stands in one is not spoken of by it."""


def subjects(paragraph: Paragraph, grammar: Grammar) -> list[tuple[int, Mention]]:
    """Return the subjects of a paragraph's main clauses that can speak, for later pronouns."""
    found = []
    for word in paragraph.words:
        main = paragraph.head(word).dep in {"root", "conj", "parataxis"}
        if word.dep == "nsubj" and main and _can_speak(word, grammar) and paragraph.quotation_at(word.start) is None:
            found.append((word.start, nominal.mention(paragraph, word, grammar)))
    return [(at, mention) for at, mention in found if mention.kind == "noun"]


def passing(paragraph: Paragraph, grammar: Grammar) -> list[tuple[int, Mention]]:
    """Return whom a paragraph names outside quotations in whatever part of a sentence, in text order."""
    found: list[tuple[int, Mention]] = []
    end = 0
    for word in paragraph.words:
        if word.start < end or word.pos not in {"NOUN", "PROPN"} or word.dep.partition(":")[0] in _INSIDE:
            continue
        told = word.pos == "PROPN" or any(True for _ in paragraph.children(word, "det", "nmod:poss", "nummod"))
        if told and _can_speak(word, grammar) and paragraph.quotation_at(word.start) is None:
            mention = nominal.mention(paragraph, word, grammar)
            if mention.kind == "noun":
                found.append((word.start, mention))
                end = mention.spans[-1].end
    return found


def people(paragraph: Paragraph, grammar: Grammar) -> list[Mention]:
    """Return the persons whom a paragraph names."""
    heads = [w for w in paragraph.words if w.entity in nominal.PERSONS and paragraph.head(w).entity != w.entity]
    return [m for m in (nominal.mention(paragraph, w, grammar) for w in heads if w.pos == "PROPN") if m.kind == "noun"]


def _can_speak(word: Word, grammar: Grammar) -> bool:
    if word.text[0].isupper() and (
        word.entity in nominal.PERSONS | {"ORG"} or (word.pos == "PROPN" and not word.entity)
    ):
        return True
    return any(
        word.norm in grammar.words[c] or word.lemma in grammar.words[c]
        for c in ("nouns.persons", "nouns.organisations", "nouns.groups", "titles")
    )
