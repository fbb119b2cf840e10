"""What a cue's own words show to be said by nobody: what somebody refuses to tell, a subject taken for a content."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Complement
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Grammar

_BEFORE = 4
"""Words before a verb among which its negation stands: *no se lo ha querido decir*."""


def left_unsaid(paragraph: Paragraph, cue: Word, grammar: Grammar) -> bool:
    """Whether somebody will not, or cannot, say what an infinitive would: *no quiso | revelar*, *evitó | decir si*."""
    words = paragraph.words
    if cue.feats.get("VerbForm") != "Inf" or cue.i == 0:
        return False
    outer = words[cue.i - 1]
    if outer.norm in grammar.words["infinitive-marks"] and outer.i > 0:
        outer = words[outer.i - 1]
    lemma = grammar.lemma(outer.norm, outer.lemma)
    if lemma in grammar.words["refusing"]:
        return True
    return lemma in grammar.words["willing"] and _denied(paragraph, outer, grammar)


def remarked(paragraph: Paragraph, cue: Word, found: Complement, grammar: Grammar) -> bool:
    """Whether the report says why it tells something itself: *es importante | señalar que*, *es justo | decir que*."""
    words = paragraph.words
    if cue.feats.get("VerbForm") != "Inf" or found.frame.act != "assert" or found.frame.commitment != "CT":
        return False
    near = words[max(cue.i - _BEFORE, 0) : max(cue.i - 1, 0)]
    judged = cue.i > 1 and words[cue.i - 1].norm in grammar.words["worth-saying"]
    return judged and any(word.finite and word.lemma in grammar.words["copulas"] for word in near)


def allowed(paragraph: Paragraph, cue: Word, found: Complement, grammar: Grammar) -> bool:
    """Whether somebody may ask for something, who has not: *los vecinos pueden | solicitar ayuda*."""
    outer = paragraph.words[max(cue.i - 1, 0)]
    able = outer.finite and outer.norm != cue.norm and grammar.lemma(outer.norm, outer.lemma) in grammar.words["may"]
    asks = found.frame.act == "request" and found.rule in {"noun phrase", "oblique", "infinitive"}
    return asks and able and cue.feats.get("VerbForm") == "Inf" and outer.feats.get("Tense") in {"Pres", "Fut"}


def _denied(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a negation stands before a verb, or before its auxiliaries and pronouns."""
    for word in reversed(paragraph.words[max(verb.i - _BEFORE, 0) : verb.i]):
        if word.norm in grammar.words["negations"]:
            return True
        if word.pos not in {"AUX", "PRON", "ADV"} and word.norm not in grammar.words["clitics"]:
            return False
    return False


def taken_up(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a pronoun stands for what a verb is about, and a noun behind it says who: *lo reivindicó | un grupo*."""
    at = verb.i - 1
    while at > 0 and paragraph.words[at].pos == "AUX":
        at -= 1
    return at >= 0 and is_finite(paragraph, verb) and paragraph.words[at].norm in grammar.words["accusatives"]
