"""Forms that show what they are by their ending, where the model takes them for something else.

A small model takes a verb that opens a sentence or somebody's words for a name, *“Señalé que …”*, and mistakes the
first person for the third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from segun import lang
from segun.annotate.insertions import reattach
from segun.annotate.words import Word
from segun.lang.lexicon import Grammar

_BEFORE_NOUNS = frozenset({"DET", "ADP", "ADJ", "NUM", "AUX"})
_BEFORE_SPEECH = frozenset({":", '"'})
_ENDS = frozenset({".", ","})
_PRESENT = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Person": "3"}
_NAME = 10
"""Words that a noun phrase has behind its head at the most."""
_MISTAKEN = frozenset({"NOUN", "PROPN", "ADJ"})
"""What a verb is taken for."""


def mend(words: list[Word], read: Sequence[str], language: str) -> None:
    """Mend parts of speech, features and heads, in place.

    Args:
        words: of a paragraph, their heads set.
        read: each of them as the parser read it, accents restored, in lower case.
        language: its code; nothing is mended in one that is not supported.
    """
    if language not in lang.supported():
        return
    grammar = lang.grammar(language)
    known = grammar.words
    gerunds, persons, determiners = tuple(known["gerunds"]), known["nouns.persons"], known["determiners"]
    for word in words:
        if word.pos == "VERB" and word.finite and gerunds and word.norm.endswith(gerunds):
            word.feats = {"VerbForm": "Ger"}
        if word.pos == "VERB" and word.i and word.norm in persons and words[word.i - 1].norm in determiners:
            word.pos, word.feats = "NOUN", {}
        shown = grammar.persons.get(read[word.i])
        if shown is not None and _is_cue(words, word, shown, grammar):
            word.pos, word.feats = "VERB", dict(shown)
        if word.pos == "NOUN" and _has_subject(words, word, grammar):
            word.pos, word.feats = "VERB", dict(shown or _PRESENT)
        if word.pos == "NOUN" and (led := _led(words, word, grammar)):
            word.pos, word.feats = "VERB", dict(shown or _PRESENT)
            _make_subject(led, word)
        if word.pos == "VERB" and word.finite:
            _part_name(words, word)
        if word.dep == "nmod":
            _part_told(words, word, grammar)
        if word.dep == "nsubj" and word.pos == "PROPN":
            _join_name(words, word)
        if word.dep == "appos":
            _part_subject(words, word)
    reattach(words, _opening(language))


@cache
def _opening(language: str) -> frozenset[str]:
    """Return the words that open a clause of their own."""
    known = lang.grammar(language).words
    return known["complementizers"] | known["relatives"] | known["coordinators"] | known["subordinators"]


def _is_cue(words: list[Word], word: Word, shown: Mapping[str, str], grammar: Grammar) -> bool:
    """Whether a form that may be a verb's is one, by what stands around it: *Señalé que*, but not *el aviso que*."""
    if word.pos in {"VERB", "AUX"} and word.feats.get("Person") == shown["Person"]:
        return False
    before = words[word.i - 1] if word.i else None
    after = words[word.i + 1] if word.i + 1 < len(words) else None
    opens = before is None or not before.text[-1].isalnum()
    speech = after is not None and after.norm in _BEFORE_SPEECH
    if after is None or not (speech or after.norm in grammar.words["complementizers"]):
        told = shown["Tense"] == "Past" and shown["Person"] == "3"
        return (opens and word.pos == "PROPN" and told) or _manner(word, before, after, grammar)
    if opens or before is None:
        return not speech and word.norm not in grammar.nouns
    noun = word.norm in grammar.nouns or (word.pos in {"NOUN", "ADJ"} and shown["Person"] == "1")  # su apoyo que
    return not noun and word.text.islower() and before.pos not in _BEFORE_NOUNS


def _has_subject(words: list[Word], word: Word, grammar: Grammar) -> bool:
    """Whether the parser gave a form of a cue a subject, and no copula, as if it were a verb: *La junta | duda de que*.

    What follows is a conjunction, or the end of the sentence behind a comma: *…, the chamber estimates*.
    """
    if word.norm not in grammar.forms or not word.text.islower() or not 0 < word.i < len(words) - 1:
        return False
    before, after = words[word.i - 1], words[word.i + 1]
    if (before.head == word.i and before.pos == "ADJ") or before.pos not in {"NOUN", "PROPN", "ADJ", "PUNCT"}:
        return False
    near = words[max(word.i - _NAME, 0) : word.i]
    subject = next((each for each in reversed(near) if each.head == word.i and each.dep.startswith("nsubj")), None)
    if subject is None or any(each.head == word.i and each.dep == "cop" for each in near):
        return False
    if after.norm in grammar.words["noun-conjunction"] and word.i + 2 < len(words):
        after = words[word.i + 2]
    inserted = any(each.norm == "," for each in words[max(subject.i - _NAME, 0) : subject.i])
    return after.norm in grammar.words["complementizers"] or (after.norm in _ENDS and inserted)


def _led(words: list[Word], word: Word, grammar: Grammar) -> list[Word]:
    """Return whom a form of a cue that ends a phrase behind a word like *as* has for its subject: *as | RT | informs,*.

    A name, or one that an article says to be one: *as police reports* are papers.
    """
    after = words[word.i + 1].norm if word.i + 1 < len(words) else ""
    if word.norm not in grammar.forms or not word.text.islower() or after not in _ENDS:
        return []
    near = reversed(words[max(word.i - _NAME, 0) : word.i])
    mark = next((each for each in near if each.dep == "mark" and each.norm in grammar.manner), word)
    opens = not mark.i or words[mark.i - 1].pos == "PUNCT"
    subject = words[mark.i + 1 : word.i]
    if not opens or not subject or any(each.finite or each.pos in {"ADP", "PUNCT"} for each in subject):
        return []
    whole = all(mark.i < each.head <= word.i for each in subject)
    one = subject[-1].pos == "PROPN" or (subject[-1].pos == "NOUN" and subject[0].pos == "DET")
    return subject if one and whole else []


def _make_subject(phrase: Sequence[Word], verb: Word) -> None:
    """Hang a phrase on a verb as its subject, in place."""
    head = phrase[-1]
    for word in phrase[:-1]:
        if word.head == verb.i:
            word.head, word.dep = head.i, "det" if word.pos == "DET" else "compound"
    head.head, head.dep = verb.i, "nsubj"


def _manner(word: Word, before: Word | None, after: Word | None, grammar: Grammar) -> bool:
    """Whether a form stands between a word like *como* and its subject: *como recalca | la alcaldesa*."""
    if before is None or after is None or word.norm in grammar.nouns or word.pos not in _MISTAKEN:
        return False
    led = before.norm in grammar.adjunct_heads or before.norm in grammar.manner
    return led and (after.pos == "PROPN" or after.norm in grammar.words["determiners"])


def _part_name(words: list[Word], verb: Word) -> None:
    """Make a subject, in place, of the name that the parser took for more of a verb's: *Aclaró | Marta Gil que*."""
    first: Word | None = None
    for at in range(verb.i + 1, len(words)):
        word = words[at]
        if word.head != verb.i or not word.dep.startswith("flat"):
            break
        if first is None:
            word.dep, first = "nsubj", word
        else:
            word.head = first.i


def _part_told(words: list[Word], noun: Word, grammar: Grammar) -> None:
    """Hang, in place, whom a verb tells on it, and not on its subject behind it: *dijo el alcalde | a Radio Mar*."""
    subject = words[noun.head]
    while subject.dep == "nmod" and subject.head < subject.i:
        subject = words[subject.head]
    verb = words[subject.head]
    cites = verb.lemma in grammar.words["citing"]
    told = cites or noun.pos == "PROPN" or noun.lemma in grammar.words["nouns.outlets"]
    if not told or subject.dep != "nsubj" or not verb.i < subject.i < noun.i or verb.pos != "VERB":
        return
    marks = (word for word in words[subject.i + 1 : noun.i] if word.head == noun.i and word.dep == "case")
    if subject.lemma not in grammar.words["nouns.seeking"] and any(
        mark.norm in grammar.words["personal-object"] for mark in marks
    ):
        noun.head, noun.dep = verb.i, "obl"


def _join_name(words: list[Word], name: Word) -> None:
    """Make an apposition, in place, of a name that became a second subject: *state news agency | TASK reported*."""
    first = name.i
    while first and words[first - 1].head == name.i and words[first - 1].pos == "PROPN":
        first -= 1
    noun = words[first - 1] if first else name
    if noun.pos == "NOUN" and noun.dep == name.dep and noun.head == name.head and name.i < name.head:
        name.head, name.dep = noun.i, "appos"


def _part_subject(words: list[Word], noun: Word) -> None:
    """Make a subject, in place, of an apposition right before a verb without one: *…, | the mayor said*."""
    near = words[noun.i + 1 : noun.i + _NAME]
    verb = next((word for word in near if word.pos == "VERB" and word.finite), None)
    if verb is None or verb.dep != "parataxis":
        return
    first = noun.i
    while first and words[first - 1].head == noun.i:
        first -= 1
    whole = all(noun.i <= word.head < verb.i for word in words[noun.i + 1 : verb.i])
    bare = not any(word.head == verb.i and word.dep.startswith("nsubj") for word in words[first : verb.i])
    if whole and bare and first and words[first - 1].norm == "," and noun.head < first - 1:
        noun.head, noun.dep = verb.i, "nsubj"
