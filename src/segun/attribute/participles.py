"""Participles that the parser takes for verbs, and verbs that it takes for participles."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.lang.lexicon import Grammar

_JOINED = frozenset({"ccomp", "advcl", "parataxis", "conj"})
"""How the one may then hang on the other."""


def only_noun(paragraph: Paragraph, verb: Word) -> Word | None:
    """Return the subject of a sentence's verb that the parser took for its participle: *Kana reported that …*.

    It is the noun that the sentence would consist of if the participle, which has a clause of its own, were none.
    """
    sentence = paragraph.sentence_of(verb)
    clause = any(child.i > verb.i for child in paragraph.children(verb, "ccomp"))
    if verb.dep != "acl" or not clause:
        return None
    before = paragraph.words[sentence.first : verb.i]
    root = next((word for word in before if word.dep == "root" and word.pos in {"NOUN", "PROPN"}), None)
    return None if any(word.finite or word.norm == ":" for word in before) else root


def behind_noun(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return the participle that the parser took for the sentence's verb: *a video watched three times claims …*.

    Args:
        paragraph: where they stand.
        verb: what is then the sentence's verb, finite and without a subject in a language that leaves none out.
        grammar: the language.
    """
    if grammar.words["impersonal"] or not verb.finite:
        return None
    joined = [paragraph.head(verb)] if verb.dep in _JOINED else list(paragraph.children(verb, *_JOINED))
    verbs = (w for w in joined if w.i < verb.i and w.finite and w.feats.get("Tense") == "Past")
    taken = next((w for w in verbs if not any(paragraph.children(w, "mark"))), None)
    if taken is None:
        return None
    between = paragraph.words[taken.i + 1 : verb.i]
    linked = any(w.pos in {"SCONJ", "CCONJ"} or w.finite or w.norm == '"' for w in between)
    times = all(nominal.is_time(child, grammar) for child in paragraph.children(verb, "nsubj"))
    return taken if times and not linked else None
