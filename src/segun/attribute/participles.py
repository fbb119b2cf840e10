"""Participles that the parser takes for verbs or nouns, and verbs and prepositions that it takes for none."""

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


def no_subject(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether what the parser took for a subject says when or how: *Después de la charla | dijo*, *Rodeada de gente*.

    It stands behind a preposition of two words; or it is a participle with one of its own and no article, and nobody.
    """
    words = paragraph.words
    if noun.norm in grammar.words["following"] and words[min(noun.i + 1, len(words) - 1)].norm == ":":
        return True  # contó lo siguiente: …
    first, second = words[noun.left], words[min(noun.left + 1, noun.i)]
    if first.dep == "case" and noun.pos == "PRON":
        return True  # por ello | nos dio su versión
    if first.dep == "case" and first.i < second.i < noun.i:
        return second.pos == "ADP" and second.dep in {"case", "fixed"}
    alone = all(word.pos == "ADV" for word in words[noun.left : noun.i])
    named = noun.pos == "PROPN" and any(word.i != noun.i for word in paragraph.children(noun, "flat"))
    if alone and not named and noun.pos in {"ADJ", "VERB", "NOUN", "PROPN"} and noun.norm in grammar.words["manners"]:
        return True  # Furiosa, anunció que …
    several = noun.feats.get("Number") == "Plur" and words[min(noun.right + 1, len(words) - 1)].norm != ","
    if noun.pos != "ADJ" or noun.left != noun.i or several or paragraph.headline or nominal.is_somebody(noun, grammar):
        return False
    return any(any(True for _ in paragraph.children(c, "case")) for c in paragraph.children(noun) if c.i > noun.i)
