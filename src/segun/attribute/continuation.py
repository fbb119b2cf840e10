"""Accounts that carry on: which sentences still belong to an attribution that nobody repeats, and where it ends.

A sentence without an attribution of its own gets a score, the sum of the named weights of the features that hold for
it. The score is held against a threshold that the caller chooses; see :data:`THRESHOLDS`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from segun.annotate.words import Paragraph, Sentence, Word
from segun.attribute.runs import matching
from segun.attribute.draft import Draft
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Grammar

CarryOn = Literal["none", "cautious", "eager"]
THRESHOLDS: dict[CarryOn, float] = {"none": math.inf, "cautious": 1.0, "eager": 0.2}
WEIGHTS = {
    "opened by an adjunct at its head": 1.7,
    "opened by an adjunct elsewhere": 0.6,
    "opened by an outlet, agency or document": 0.9,
    "opened by a verb": 0.1,
    "already carried on": 0.35,
    "new paragraph": -0.35,
    "each further sentence": -0.08,
    "linking word": 0.6,
    "no subject of its own": 0.7,
    "shares a name or noun with the account": 0.45,
    "shares nothing with the account": -0.6,
    "same tense as the account": 0.35,
    "present tense after a past account": -0.7,
    "conditional of hearsay": 1.2,
    "points back to what was said": 0.4,
    "the report speaks of itself": -5.0,
    "asks or addresses the reader": -2.0,
    "after direct speech": -0.9,
    "a date of its own opens it": -0.7,
}
"""What each feature adds; drawn up on the project's own texts and checked on es-dev, not fitted."""


@dataclass(slots=True)
class Account:
    """An attribution that may carry on, and what is known of it so far."""

    opener: Draft
    kind: float
    length: int
    tense: str
    nouns: set[str]
    paragraph: int
    media: bool


def opening(draft: Draft, paragraph: Paragraph, sentence: Sentence, media: bool, grammar: Grammar) -> Account | None:
    """Return the account that an attribution opens, or ``None`` for one that cannot carry on."""
    if draft.source.kind == "none" or draft.rule in {"noun", "small clause", "noun phrase", "turn", "accusation", "infinitive", "opinion"}:
        return None
    if draft.how == "adjunct":
        first = paragraph.words[sentence.first].start
        text = paragraph.text[first : draft.at]
        at_head = len(text) < 2 or not any(s.start < draft.at - 2 for s in draft.content)  # noqa: PLR2004
        kind = WEIGHTS["opened by an adjunct at its head" if at_head else "opened by an adjunct elsewhere"]
    else:
        kind = WEIGHTS["opened by a verb"]
    if (media or draft.how == "document") and draft.how != "adjunct":
        kind += WEIGHTS["opened by an outlet, agency or document"]
    if draft.quoted:
        kind += WEIGHTS["after direct speech"]
    words = [w for span in draft.content for w in paragraph.inside(span)]
    return Account(draft, kind, 0, _tense(words, paragraph), _nouns(words, grammar), paragraph.index, media)


def score(account: Account, paragraph: Paragraph, sentence: Sentence, grammar: Grammar) -> tuple[float, list[str]]:
    """Return how plainly a sentence carries the account on, and the names of the features that hold."""
    words = paragraph.words[sentence.first : sentence.last + 1]
    held = _features(account, paragraph, words, grammar)
    total = account.kind + sum(WEIGHTS[name] for name in held) + WEIGHTS["each further sentence"] * account.length
    return total, held


def follow(account: Account, paragraph: Paragraph, sentence: Sentence, grammar: Grammar) -> None:
    """Take a sentence into the account."""
    words = paragraph.words[sentence.first : sentence.last + 1]
    account.length += 1
    account.paragraph = paragraph.index
    account.nouns |= _nouns(words, grammar)


def _features(account: Account, paragraph: Paragraph, words: list[Word], grammar: Grammar) -> list[str]:
    held = []
    first = words[0].i
    if paragraph.index != account.paragraph:
        held.append("new paragraph")
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
    shared = _nouns(words, grammar) & account.nouns
    held.append("shares a name or noun with the account" if shared else "shares nothing with the account")
    tense = _tense(words, paragraph)
    if tense and tense == account.tense:
        held.append("same tense as the account")
    elif tense == "Pres" and account.tense in {"Past", "Imp"}:
        held.append("present tense after a past account")
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
    opening_words = words[:4]
    if any(w.norm in grammar.words["time-heads.words"] for w in opening_words) and any(
        w.pos == "NUM" or w.norm in {"el", "on", "este", "last"} for w in opening_words
    ):
        held.append("a date of its own opens it")
    return held


def _tense(words: list[Word], paragraph: Paragraph) -> str:
    for word in words:
        if word.finite and (word.dep in {"root", "ccomp", "parataxis", "acl"} or word.dep in {"aux", "cop", "aux:pass"}):
            return word.feats.get("Tense", "")
    return ""


def _nouns(words: list[Word], grammar: Grammar) -> set[str]:
    times = grammar.words["time-heads.words"]
    return {w.lemma[:6] for w in words if w.pos in {"NOUN", "PROPN"} and len(w.lemma) > 3 and w.lemma not in times}  # noqa: PLR2004


def _hearsay(words: list[Word], grammar: Grammar) -> bool:
    """*habría sido*: the conditional of what others say. Spanish and its like mark it in the verb."""
    return any(w.feats.get("Mood") == "Cnd" or w.norm in grammar.words["allegedly"] for w in words)
