"""Where the source of an attributing phrase ends: at its comma, or behind an apposition to it."""

from __future__ import annotations

from segun.annotate.words import Paragraph
from segun.lang.lexicon import Grammar


def one_apposition(paragraph: Paragraph, start: int, last: int, high: int, grammar: Grammar) -> int:
    """Return where the source ends: at its first comma, or behind one short apposition: *según X, doctora en Y, …*."""
    words = paragraph.words
    commas = [k for k in range(start, high + 1) if words[k].norm == ","]
    if not commas or last < commas[0]:
        return last
    if len(commas) > 1 and last >= commas[1] - 1 and commas[1] - commas[0] <= 12:
        between = words[commas[0] + 1 : commas[1]]
        apposed = between and not any(w.finite for w in between) and between[0].norm not in grammar.words["relatives"]
        if apposed and not _subject_of_sentence(paragraph, commas, high, grammar):
            return commas[1] - 1
    return commas[0] - 1


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
