"""What the first words of a content say of the rest: *no cabe duda de que …*, *it is likely that …*, *tal vez …*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Grammar, Runs

Value = tuple[Literal["CT", "PR", "PS", "Uu"], bool]
"""How firm, and whether what follows is denied."""

_KINDS: tuple[tuple[str, Value, Value], ...] = (
    ("stances-of-clauses.certain", ("CT", False), ("Uu", False)),
    ("stances-of-clauses.true", ("CT", False), ("CT", True)),
    ("stances-of-clauses.untrue", ("CT", True), ("CT", False)),
    ("stances-of-clauses.probable", ("PR", False), ("PR", True)),
    ("stances-of-clauses.improbable", ("PR", True), ("PR", False)),
    ("stances-of-clauses.possible", ("PS", False), ("CT", True)),
)
"""Classes of such words, what each makes of what follows, and what it does where it is denied itself."""
_LOOSE = frozenset({"ADV", "CCONJ", "SCONJ", "PUNCT", "INTJ"})
"""What may stand before a stance that opens a clause."""
_LED = 4
"""Words before a stance within its clause at the most: *A su juicio y además, …*."""


@dataclass(frozen=True, slots=True)
class Stance:
    """How far what follows some words is held to be so."""

    first: int
    after: int
    """The first word of what it is said of."""
    value: Value


def stance(paragraph: Paragraph, words: list[Word], grammar: Grammar) -> Stance | None:
    """Return the stance that opens some words of a content, up to its first verb."""
    for at, word in enumerate(words):
        found = stance_at(paragraph, word.i, grammar)
        if found is not None and found.after <= words[-1].i and _leads(paragraph, words[:at], found, grammar):
            return found
        if word.finite or (at > _LED and word.pos == "PUNCT"):
            return None
    return None


def _leads(paragraph: Paragraph, before: list[Word], found: Stance, grammar: Grammar) -> bool:
    """Whether a stance is one on a whole clause: *tal vez llueva*; but not *el alcalde, tal vez cansado, dimitió*."""
    words = paragraph.words
    if any(word.finite for word in words[found.first : found.after]) or all(word.pos in _LOOSE for word in before):
        return True
    passed = grammar.words["negations"] | grammar.words["clitics"]
    verb = next((word for word in words[found.after :] if word.norm not in passed), None)
    return verb is not None and verb.finite


def stance_at(paragraph: Paragraph, at: int, grammar: Grammar) -> Stance | None:
    """Return the stance whose words stand at a place, whatever the tense of its verb: *no cabía duda de que*."""
    best: Stance | None = None
    if _openings(grammar).isdisjoint(_names(paragraph.words[at])):
        return best
    for name, plain, denied in _KINDS:
        after, inside = _length(paragraph, at, grammar.runs[name], grammar)
        if after and (best is None or after > best.after):
            before = at > 0 and paragraph.words[at - 1].norm in grammar.words["negations"]
            best = Stance(at, after, denied if inside or before else plain)
    return best


@cache
def _openings(grammar: Grammar) -> frozenset[str]:
    """Return the words that a stance may begin with."""
    return frozenset[str]().union(*(grammar.runs[name] for name, _, _ in _KINDS))


def _length(paragraph: Paragraph, at: int, runs: Runs, grammar: Grammar) -> tuple[int, bool]:
    """Return the place behind the longest of some runs, 0 for none, and whether a negation stands within it.

    Words of a run stand for themselves or for all forms of a verb; words of degree may stand between them.
    """
    words = paragraph.words
    first = words[at]
    best = (0, False)
    for run in {*runs.get(first.norm, ()), *runs.get(first.lemma, ())}:
        place, denied = at, False
        for token in run:
            while place > at and place < len(words) and token not in _names(words[place]):
                if words[place].norm in grammar.words["negations"] and not denied:
                    denied = True
                elif words[place].norm not in grammar.words["degrees"]:
                    break
                place += 1
            if place >= len(words) or token not in _names(words[place]):
                break
            place += 1
        else:
            best = max(best, (place, denied))
    return best


def _names(word: Word) -> tuple[str, str]:
    return word.norm, word.lemma


def opened(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether a word stands within such words: the noun of *no cabe duda de que* makes no claim."""
    found = (stance_at(paragraph, place, grammar) for place in range(max(at - _LED, 0), at + 1))
    return any(each is not None and each.first <= at < each.after for each in found)
