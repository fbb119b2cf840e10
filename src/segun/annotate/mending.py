"""Forms that show what they are by their ending, where the model takes them for something else.

A small model takes a verb that opens a sentence or somebody's words for a name, *“Señalé que …”*, and mistakes the
first person for the third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from segun import lang
from segun.annotate.words import Word
from segun.lang.lexicon import Grammar

_BEFORE_NOUNS = frozenset({"DET", "ADP", "ADJ", "NUM", "AUX"})
_BEFORE_SPEECH = frozenset({":", '"'})
_MISTAKEN = frozenset({"NOUN", "PROPN", "ADJ"})
"""What a verb is taken for."""


def mend(words: list[Word], read: Sequence[str], language: str) -> None:
    """Mend parts of speech and features, in place.

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
        if word.pos == "VERB" and word.finite:
            _part_name(words, word)


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
