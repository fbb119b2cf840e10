"""Where the source of an attributing phrase ends: at its comma, or behind an apposition to it."""

from __future__ import annotations

from segun.annotate.words import Paragraph
from segun.lang.lexicon import Grammar

_NAME = 5
"""Words of a name that ends a sentence at the most."""
_TWO = 2
"""Commas around an apposition."""


def one_apposition(paragraph: Paragraph, start: int, last: int, high: int, grammar: Grammar) -> int:
    """Return where the source ends: at its first comma, or behind one short apposition: *según X, doctora en Y, …*."""
    words = paragraph.words
    commas = [k for k in range(start, high + 1) if words[k].norm == ","]
    described = _described(paragraph, commas, last, high, grammar)
    if described is not None:
        return described
    if len(commas) == 1 and last >= commas[0] - 1:
        return _closing(paragraph, start, commas[0], last, high)
    if not commas or last < commas[0]:
        return last
    if len(commas) > 1 and last >= commas[1] - 1 and commas[1] - commas[0] <= 12:
        between = words[commas[0] + 1 : commas[1]]
        apposed = between and not any(w.finite for w in between) and between[0].norm not in grammar.words["relatives"]
        subject = _subject_of_sentence(paragraph, commas, high, grammar)
        if apposed and not subject and not _begins_list(paragraph, commas, high, grammar):
            return commas[1] - 1
    return commas[0] - 1


def _closing(paragraph: Paragraph, start: int, comma: int, last: int, high: int) -> int:
    """Return where the source ends if an apposition may end the sentence: *…, según el alcalde, Juan Pérez.*."""
    words = paragraph.words
    end = high
    while end > comma and words[end].pos == "PUNCT":
        end -= 1
    behind = words[comma + 1 : end + 1]
    named = all(word.pos == "PROPN" for word in behind) and words[comma - 1].text.islower() and len(behind) <= _NAME
    apposed = last >= end and any(word.dep == "appos" and start <= word.head < comma for word in behind)
    closes = behind and (named or apposed) and not any(word.finite for word in behind)
    return end if closes else comma - 1


def _described(paragraph: Paragraph, commas: list[int], last: int, high: int, grammar: Grammar) -> int | None:
    """Return the last word of an apposition before its relative clause: *según Rita, una vecina | que vive allí, …*."""
    words = paragraph.words
    if len(commas) < _TWO or last < commas[0] - 1 or _subject_of_sentence(paragraph, commas, high, grammar):
        return None
    article = words[commas[0] + 1]
    if article.pos != "DET" or article.feats.get("Definite") != "Ind":
        return None
    for word in words[article.i + 1 : commas[1]]:
        if word.norm in grammar.words["relatives"]:
            return word.i - 1 if word.i > article.i + 1 else None
        if word.finite:
            return None
    return None


def _begins_list(paragraph: Paragraph, commas: list[int], high: int, grammar: Grammar) -> bool:
    """Whether what stands between two commas is the first of several subjects: *según Rita, | Gil, Mar y Paz van*."""
    words = paragraph.words
    first, second = words[commas[0] + 1], words[min(commas[1] + 1, high)]
    if first.pos != second.pos or second.i == high:
        return False
    for word in words[second.i : high + 1]:
        if word.finite:
            return any(w.norm in grammar.words["coordinators"] for w in words[second.i : word.i])
        if word.norm == "," and words[word.i + 1].pos != first.pos:
            return False
    return False


def _subject_of_sentence(paragraph: Paragraph, commas: list[int], high: int, grammar: Grammar) -> bool:
    """Whether what looks like an apposition is the sentence's subject: *según X, el detenido, de 30 años, huyó*.

    Then the sentence goes on with its verb, behind what is said of the subject between commas.
    """
    words = paragraph.words
    if words[commas[0] + 1].pos != "DET":
        return False
    for comma in commas[1:]:
        opens = words[min(comma + 1, high)]
        if opens.norm in grammar.words["relatives"] | grammar.words["indefinites"] or opens.pos in {"ADP", "NUM"}:
            continue
        while opens.i < high and opens.norm in grammar.words["clitics"] | grammar.words["negations"]:
            opens = words[opens.i + 1]
        return opens.finite
    return False
