"""What a verb of saying tells that nobody says: what is made sure of, found out, done, or only supposed."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import sources
from segun.attribute.draft import Complement, Mention
from segun.attribute.runs import matching, phrase_length
from segun.lang.lexicon import Grammar

CLAUSES = frozenset({"clause", "bare clause", "parenthetical"})
"""Rules whose contents are clauses."""


def only_does(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether a verb of saying with a content tells what somebody does, or supposes, and not what they say.

    Args:
        paragraph: where it stands.
        word: the verb.
        found: what would be its content.
        source: who would say so.
        grammar: the language.
    """
    return (
        _supposed(paragraph, word, grammar)
        or _ensures(paragraph, word, found, source, grammar)
        or _acts(paragraph, word, found, grammar)
        or _only_purpose(paragraph, word, found, source, grammar)
        or _to_find_out(paragraph, word, found, grammar)
    )


def _supposed(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a cue opens a condition, or stands in one not met: *De confirmarse el robo*, *si hubieran dicho*."""
    marks = any(mark.norm in grammar.words["whether"] for mark in paragraph.children(word, "mark"))
    if marks and any(aux.norm in grammar.words["unreal-auxiliaries"] for aux in paragraph.children(word, "aux")):
        return True
    words, first = paragraph.words, paragraph.sentence_of(word).first
    bare = word.feats.get("VerbForm") == "Inf" and word.i > 0
    opens = bare and (word.i - 1 == first or words[word.i - 2].pos == "PUNCT")
    return opens and words[word.i - 1].norm in grammar.words["supposing"]


def _ensures(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether a thing makes sure that something is so: *las reservas aseguran que el agua llegue a todos*."""
    lemma = grammar.lemma(word.norm, word.lemma)
    if lemma not in grammar.words["ensuring"] or found.rule != "clause":
        return False
    if _makes_sure(paragraph, word, grammar):
        return True
    aim = word.feats.get("VerbForm") == "Inf" and _for(paragraph, word, grammar)  # hará más para asegurar que
    thing = aim or (source.kind == "noun" and not source.speaks)
    nobody = source.kind == "none" and not sources.is_impersonal(paragraph, word, grammar)
    wished = any(w.feats.get("Mood") == "Sub" for span in found.spans for w in paragraph.inside(span))
    return nobody or (thing and (wished or lemma in grammar.words["guaranteeing"]))


def _makes_sure(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether somebody makes sure of something: *asegurarse que*, *nos aseguramos que*, *se aseguró de que*."""
    own = grammar.words["reflexives"]
    if not word.finite:
        return word.norm.endswith(tuple(own))
    before = paragraph.words[word.i - 1] if word.i else None
    if before is None or before.norm not in own:
        return False
    after = paragraph.words[word.i + 1] if word.i + 1 < len(paragraph.words) else word
    return before.norm not in grammar.words["impersonal"] or after.pos == "ADP"


def _acts(paragraph: Paragraph, word: Word, found: Complement, grammar: Grammar) -> bool:
    """Whether an infinitive right behind a verb between commas says what is done: *…, el club no piensa | ceder, …*."""
    at = word.i + phrase_length(paragraph, word, grammar) + 1
    after = paragraph.words[at : at + 1]
    return found.rule == "parenthetical" and any(each.feats.get("VerbForm") == "Inf" for each in after)


def _to_find_out(paragraph: Paragraph, word: Word, found: Complement, grammar: Grammar) -> bool:
    """Whether somebody only wants to know something: *reúne al jurado para determinar que*, *hace falta ver si*."""
    finds = grammar.lemma(word.norm, word.lemma) in grammar.words["finding-out"]
    if finds and word.feats.get("Tense") == "Fut":
        opens, first = paragraph.words[max(found.start - 1, 0)], paragraph.words[found.start]
        asked = opens.norm in grammar.words["whether"] or first.norm in grammar.words["question-words"]
        return found.rule == "clause" and asked  # las pruebas determinarán si
    if not finds or word.feats.get("VerbForm") != "Inf":
        return False
    if found.rule == "noun phrase" or _for(paragraph, word, grammar):
        return _for(paragraph, word, grammar)
    outer, openers = paragraph.head(word), _asking(grammar)
    asked = paragraph.words[max(found.start - 1, 0)].norm in openers or paragraph.words[found.start].norm in openers
    return asked and outer.i < word.i and outer.lemma in grammar.words["needing"]


def _asking(grammar: Grammar) -> frozenset[str]:
    """Return what opens a question: *si*, *qué*, *whether*."""
    return grammar.words["whether"] | (grammar.words["question-words"] - grammar.words["complementizers"])


def _for(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether words of purpose stand right before an infinitive: *para confirmar*, *con el fin de asegurar*."""
    if word.i and paragraph.words[word.i - 1].norm in grammar.words["purpose-marks"]:
        return True
    return any(matching(paragraph, word.i - size, grammar.runs["purpose-ends"]) == size for size in (3, 4))


def _only_purpose(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether a cue says what for: *para garantizar la atención*, *usan un sensor para determinar si hay agua*."""
    if word.feats.get("VerbForm") != "Inf" or word.dep not in {"advcl", "acl"}:
        return False
    if any(mark.norm in grammar.words["reason-openers"] for mark in paragraph.children(word, "mark", "case")):
        return False  # fue criticada por decir que
    asked = found.start > 0 and paragraph.words[found.start - 1].norm in grammar.words["whether"]
    clause = found.rule in CLAUSES and (asked or (source.kind == "noun" and not source.speaks))
    return clause or (found.rule == "noun phrase" and found.frame.act == "promise")
