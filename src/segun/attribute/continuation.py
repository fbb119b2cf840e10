"""Accounts that carry on: which sentences still belong to an attribution that nobody repeats, and where it ends.

A sentence without an attribution of its own gets a score, the sum of the named weights of the features that hold for
it and for the opening of the account: log-odds that the account carries on. They are held against a threshold that
the caller chooses, :data:`THRESHOLDS`, and give the claim its confidence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from segun.annotate.words import Paragraph, Sentence, Word
from segun.attribute.draft import Draft
from segun.attribute.runs import matching
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Grammar

CarryOn = Literal["none", "cautious", "eager"]
THRESHOLDS: dict[CarryOn, float] = {"none": math.inf, "cautious": 0.0, "eager": -1.0}
"""Log-odds from which on a sentence is taken for a part of the account."""
WEIGHTS = {
    "any account": -0.5,
    "an outlet or agency opened it": 0.9,
    "an adjunct at the head of its sentence opened it": 0.7,
    "direct speech opened it": -0.9,
    "already carried on": 0.5,
    "new paragraph": -0.5,
    "new paragraph after somebody who is no outlet": -0.7,
    "linking word": 0.5,
    "no subject of its own": 0.6,
    "tells what happened": 0.7,
    "present tense": -0.6,
    "present tense after a past account": -0.8,
    "conditional of hearsay": 0.8,
    "points back to what was said": 0.3,
    "the report speaks of itself": -5.0,
    "asks or addresses the reader": -2.0,
    "a date of its own opens it": -0.4,
    "somebody else says or does something in it": -0.8,
}
"""What each feature adds to the log-odds. Rounded by hand from a logistic regression over 76 sentences after an
account (es-dev and the project's own texts); ``docs/decisions/0002-continuation.md`` has the table."""
_PAST = frozenset({"Past", "Imp"})


_CLOSED = frozenset({"noun", "small clause", "noun phrase", "turn", "accusation", "infinitive", "opinion"})
"""Constructions that say one thing and open no account."""


@dataclass(slots=True)
class Account:
    """An attribution that may carry on, and what is known of it so far."""

    opener: Draft
    held: list[str]
    """The features of its opening."""
    tense: str
    paragraph: int
    media: bool
    length: int = 0


def opening(draft: Draft, paragraph: Paragraph, sentence: Sentence, media: bool) -> Account | None:
    """Return the account that an attribution opens, or ``None`` for one that cannot carry on.

    Args:
        draft: the attribution.
        paragraph: where it stands.
        sentence: where it stands.
        media: whether its source is an outlet or agency.
    """
    if draft.source.kind == "none" or draft.rule in _CLOSED:
        return None
    held = ["any account"]
    first = paragraph.words[sentence.first].start
    if draft.how == "adjunct" and draft.at - first < 2:
        held.append("an adjunct at the head of its sentence opened it")
    if media:
        held.append("an outlet or agency opened it")
    if draft.quoted:
        held.append("direct speech opened it")
    words = [w for span in draft.content for w in paragraph.inside(span)]
    return Account(draft, held, _tense(words), paragraph.index, media)


def score(account: Account, paragraph: Paragraph, sentence: Sentence, grammar: Grammar) -> tuple[float, list[str]]:
    """Return how plainly a sentence carries the account on, and the names of the features that hold."""
    words = paragraph.words[sentence.first : sentence.last + 1]
    held = _features(account, paragraph, words, grammar)
    return sum(WEIGHTS[name] for name in (*account.held, *held)), held


def follow(account: Account, paragraph: Paragraph) -> None:
    """Take a sentence into the account."""
    account.length += 1
    account.paragraph = paragraph.index


def _features(account: Account, paragraph: Paragraph, words: list[Word], grammar: Grammar) -> list[str]:
    held = []
    first = words[0].i
    if paragraph.index != account.paragraph:
        held.append("new paragraph")
        if not account.media:
            held.append("new paragraph after somebody who is no outlet")
    if account.length:
        held.append("already carried on")
    if any(matching(paragraph, first + skip, grammar.runs["connectives"]) for skip in (0, 1)):
        held.append("linking word")
    main = next((w for w in words if w.dep == "root"), words[0])
    if (
        grammar.words["impersonal"]
        and is_finite(paragraph, main)
        and not any(True for _ in paragraph.children(main, "nsubj", "csubj"))
    ):
        held.append("no subject of its own")
    tense = _tense(words)
    if tense in _PAST:
        held.append("tells what happened")
    elif tense == "Pres":
        held.append("present tense" if account.tense in {"Pres", "Fut"} else "present tense after a past account")
    if _hearsay(words, grammar):
        held.append("conditional of hearsay")
    if words[0].norm in grammar.words["demonstratives"] or any(
        w.norm in grammar.words["demonstratives"] and w.dep == "det" for w in words[:4]
    ):
        held.append("points back to what was said")
    if any(matching(paragraph, w.i, grammar.runs["own-voice"]) for w in words):
        held.append("the report speaks of itself")
    if any(w.norm in {"?", "¿"} for w in words) or any(w.feats.get("Mood") == "Imp" and w.dep == "root" for w in words):
        held.append("asks or addresses the reader")
    if (
        grammar.frames(main.norm, main.lemma)
        and main.pos == "VERB"
        and any(word.pos in {"NOUN", "PROPN"} for word in paragraph.children(main, "nsubj"))
    ):
        held.append("somebody else says or does something in it")
    opening_words = words[:4]
    if any(w.norm in grammar.words["time-heads.words"] for w in opening_words) and any(
        w.pos == "NUM" or w.norm in grammar.words["date-determiners"] for w in opening_words
    ):
        held.append("a date of its own opens it")
    return held


def _tense(words: list[Word]) -> str:
    for word in words:
        if word.finite and (
            word.dep in {"root", "ccomp", "parataxis", "acl"} or word.dep in {"aux", "cop", "aux:pass"}
        ):
            return word.feats.get("Tense", "")
    return ""


def _hearsay(words: list[Word], grammar: Grammar) -> bool:
    """*habría sido*: the conditional of what others say. Spanish and its like mark it in the verb."""
    return any(w.feats.get("Mood") == "Cnd" or w.norm in grammar.words["allegedly"] for w in words)
