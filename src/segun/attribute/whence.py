"""Sources behind a preposition: *desde el ministerio indicaron que*, *del informe se desprende que*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, sources
from segun.attribute.antecedents import antecedent
from segun.attribute.draft import Mention
from segun.lang.lexicon import Grammar

_PLACES = frozenset({"LOC", "GPE", "FAC"})
_NEAR = 8
"""Words of a phrase before a verb at the most."""


def whence(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who or what a cue without a subject comes from; ``None`` where no phrase says so."""
    nobody = sources.is_impersonal(paragraph, verb, grammar) or _transpires(verb, grammar)
    nobody = nobody or _it_is_said(paragraph, verb, grammar)
    lead = sources.leader(paragraph, verb)
    plural = sources.dropped(paragraph, lead).plural
    informants = grammar.words["informants"]
    near = [*paragraph.children(verb, "obl", "obj", "nmod"), *_right_before(paragraph, lead)]
    for child in near if lead is verb else [*near, *paragraph.children(lead, "obl", "obj", "nmod")]:
        cases = {case.norm for case in paragraph.children(child, "case")}
        written = nobody and cases & grammar.words["whence-written"] and nominal.is_document(child, grammar)
        spoken = cases & grammar.words["whence-spoken"] and (nobody or plural)
        spoken = spoken or (
            plural and cases & grammar.words["whence-among"] and _opens(paragraph, child, verb, grammar)
        )
        heard = nobody and cases & grammar.words["whence-heard"] and {child.norm, child.lemma} & informants
        if (written or spoken or heard) and nominal.speaks(child, grammar) and not nominal.is_time(child, grammar):
            found = nominal.mention(paragraph, child, grammar)
            return replace(found, many=plural)
        relative = nobody and cases & grammar.words["whence-written"] and child.norm in grammar.words["relatives"]
        if nobody and cases & grammar.words["whence-written"] and child.pos == "PRON":
            document = _document_before(paragraph, child, grammar)
            if document is not None:
                return nominal.mention(paragraph, document, grammar)
        above = antecedent(paragraph, verb, grammar) if relative and verb.dep.startswith("acl") else None
        if above is not None and nominal.is_document(above.head, grammar):
            return above
    return None


def _document_before(paragraph: Paragraph, pronoun: Word, grammar: Grammar) -> Word | None:
    """Return the document that a pronoun means: *Difundió una nota. En ella* (*En la misma*) *se afirma que …*."""
    known = grammar.words["person-pronouns"] | grammar.words["thing-pronouns"] | grammar.words["whence-same"]
    before = reversed(paragraph.words[: pronoun.left]) if pronoun.norm in known else ()
    return next((word for word in before if word.pos == "NOUN" and nominal.is_document(word, grammar)), None)


def _it_is_said(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a passive has for its subject only what stands for its clause: *it is said in the note that …*."""
    subjects = [child.norm for child in paragraph.children(verb, "nsubj")]
    stands = bool(subjects) and grammar.words["thing-pronouns"].issuperset(subjects)
    return stands and sources.is_passive(paragraph, verb, grammar)


def among(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return those among whom many say so, right behind a cue: *como apuntan | en Faro Norte*."""
    for child in paragraph.children(verb, "obl", "nmod"):
        cases = {case.norm for case in paragraph.children(child, "case")}
        behind = child.left == verb.i + 1 and cases & grammar.words["whence-among"]
        if verb.feats.get("Number") == "Plur" and behind and nominal.speaks(child, grammar):
            return replace(nominal.mention(paragraph, child, grammar), many=True)
    return None


def _opens(paragraph: Paragraph, noun: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a phrase with a body of people opens a sentence: *En el sindicato temen que …*.

    A place stands for those who speak for it where they say so: *En Moscú aseguran que …*, not *En Faro prohíben …*.
    """
    says = any(word.norm in grammar.words["complementizers"] for word in paragraph.words[verb.i + 1 : verb.i + 2])
    named = noun.pos == "PROPN" and (says or noun.entity not in _PLACES)
    body = named or any(
        {noun.norm, noun.lemma} & grammar.words[f"nouns.{name}"] for name in ("organisations", "groups")
    )
    held = {noun.norm, noun.lemma} & grammar.words["nouns.held"]
    return body and not held and noun.left == paragraph.sentence_of(noun).first


def _right_before(paragraph: Paragraph, verb: Word) -> list[Word]:
    """Return the noun of the phrase right before a verb, whatever the parser hung it on."""
    first = paragraph.sentence_of(verb).first
    near = paragraph.words[max(first, verb.i - _NEAR) : verb.i]
    while any(word.pos == "PUNCT" or word.finite for word in near):
        near = near[1:]
    return [word for word in near if word.pos in {"NOUN", "PROPN"} and word.left >= verb.i - len(near)][:1]


def where(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return in what something stands written, whatever that is called: *así figura en un parte*."""
    for child in paragraph.children(verb, "obl", "obj", "nmod"):
        cases = {case.norm for case in paragraph.children(child, "case")}
        held = {child.norm, child.lemma} & grammar.words["nouns.held"]  # no: así lo dijo en una reunión
        other = nominal.is_time(child, grammar) or bool(held)
        if cases & grammar.words["whence-written"] and child.pos == "NOUN" and not other:
            return nominal.mention(paragraph, child, grammar)
    return None


def _transpires(verb: Word, grammar: Grammar) -> bool:
    """Whether a verb has no speaker as its subject: *consta que*, *trascendió que*."""
    return any(frame.impersonal for frame in grammar.frames(verb.norm, verb.lemma))
