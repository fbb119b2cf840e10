"""What a cue's own words show to be said by nobody: what somebody refuses to tell, a subject taken for a content."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Complement
from segun.attribute.runs import matching
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Frame, Grammar

_CONDITION = 2
"""Words of a condition at the least."""
_BEFORE = 4
"""Words before a verb among which its negation stands: *no se lo ha querido decir*."""


def left_unsaid(paragraph: Paragraph, cue: Word, grammar: Grammar) -> bool:
    """Whether somebody will not, or cannot, say what an infinitive would: *no quiso | revelar*, *evitó | decir si*.

    Or has not done so: *has yet to | say*, *avoided | saying*.
    """
    words = paragraph.words
    gerund = cue.feats.get("VerbForm") == "Ger" or cue.feats.get("Aspect") == "Prog"
    if not (gerund or cue.feats.get("VerbForm") == "Inf") or cue.i == 0:
        return False
    outer = words[cue.i - 1]
    if outer.norm in grammar.words["infinitive-marks"] and outer.i > 0:
        outer = words[outer.i - 1]
    if outer.norm in grammar.words["not-yet"] and outer.i < cue.i - 1:
        return True
    lemma = grammar.lemma(outer.norm, outer.lemma)
    if lemma in grammar.words["refusing"]:
        return True
    return lemma in grammar.words["willing"] and _denied(paragraph, outer, grammar)


def left_open(paragraph: Paragraph, cue: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether somebody neither says nor denies something: *ni confirmó ni | desmintió*, *would not confirm or | deny*.

    Of the two verbs one denies and one does not, and both are denied.
    """
    words, at = paragraph.words, cue.i - 1
    skipped = grammar.words["clitics"] | grammar.words["infinitive-marks"] | {","}
    joins = grammar.words["disjunctions"]
    while at > 0 and words[at].norm not in joins and (words[at].norm in skipped or words[at].pos == "ADV"):
        at -= 1
    if at < 1 or words[at].norm not in joins:
        return False
    joint = words[at]
    other = words[at - 1] if words[at - 1].norm != "," else words[max(at - 2, 0)]
    frames = [f for f in grammar.frames(other.norm, other.lemma) if f.takes & {"clause", "quote"}]
    if not frames or frames[0].denies == frame.denies:
        return False
    near = words[max(other.i - _BEFORE, 0) : other.i]
    marks = grammar.words["negations"] | grammar.words["without"]
    refused = any(grammar.lemma(word.norm, word.lemma) in grammar.words["refusing"] for word in near)
    return refused or any(word.norm in marks for word in (*near, joint))


def only_supposed(paragraph: Paragraph, found: Complement, grammar: Grammar) -> bool:
    """Whether a content is nothing but a condition, so that it says nothing: *Unless it rains | , the match goes on*.

    Who says all of it may stand behind: *Unless it rains, the match goes on | , the club said*. A bare *sí* is none.
    """
    condition, *rest = ([*paragraph.inside(span)] for span in found.spans)
    if len(condition) < _CONDITION or not matching(paragraph, condition[0].i, grammar.runs["conditional-starts"]):
        return False
    if sum(word.finite for word in condition) > 1 or any(word.norm == "," for word in condition):
        return False
    return all(_only_says([word for word in part if word.finite], grammar) for part in rest)


def _only_says(verbs: list[Word], grammar: Grammar) -> bool:
    """Whether the verbs of some words are one that tells whose words others are: *the club said*."""
    return len(verbs) == 1 and grammar.takes(verbs[0].norm, verbs[0].lemma, "quote")


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
