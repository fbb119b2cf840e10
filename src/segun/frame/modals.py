"""Modal verbs that suppose rather than oblige or allow: *debe de estar*, *pudo haber sido*, *must have been*."""

from __future__ import annotations

from typing import Literal

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Grammar

_NEAR = 4
"""Words from a modal verb to the infinitive of the perfect, or to its participle, at the most."""


def supposed(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> Literal["PR", "PS"] | None:
    """Return how firmly a modal verb of a predicate supposes what it says, ``None`` where none does.

    *Debe de haber salido*, *debió de salir*, *must have left* is probable, *pudo haber salido* possible.
    """
    for modal in (predicate, *paragraph.children(predicate, "aux", "cop")):
        musts = {modal.norm, modal.lemma} & grammar.words["must-be"]
        if not (musts or modal.norm in grammar.words["can-be"]):
            continue
        behind = paragraph.words[modal.i + 1 : modal.i + 1 + _NEAR]
        if not behind:
            continue
        if musts and behind[0].norm in grammar.words["must-be-marks"]:
            return "PR"
        if _perfect(paragraph, behind, grammar):
            return "PR" if musts else "PS"
    return None


def _perfect(paragraph: Paragraph, behind: list[Word], grammar: Grammar) -> bool:
    """Whether an infinitive of the perfect opens some words, adverbs before it left aside: *haberlo visto*."""
    for word in behind:
        if word.lemma.partition(" ")[0] in grammar.words["perfect-auxiliaries"]:
            near = paragraph.words[word.i + 1 : word.i + 1 + _NEAR]
            first = next((each for each in near if each.pos != "ADV"), None)
            return first is not None and first.feats.get("VerbForm") == "Part"
        if word.pos not in {"ADV", "PART"}:
            return False
    return False
