"""Quantities: a number, what it counts, and how nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar, Numerals
from segun.model import Quantity, Span

_DIGITS = re.compile(r"[$€£]?\d+(?:[.,\u00a0]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\u00a0]\d{3})+")
_STANDS_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "root"})
"""Relations in which a number stands for what it counts: *two were wounded*, *unos 1.200 de ellos*."""
_UNITS = ("%", "€", "$", "£")


def value(word: str, numerals: Numerals) -> float | None:
    """Return the number that a word or figure stands for, or ``None``."""
    bare = word.strip("$€£%")
    if _DIGITS.fullmatch(bare):
        if _THOUSANDS.fullmatch(bare):
            return float(re.sub(r"[.,\u00a0]", "", bare))
        plain = bare.replace("\u00a0", "")
        other = "," if numerals.decimal == "." else "."
        plain = (
            plain.replace(other, "").replace(numerals.decimal, ".")
            if numerals.decimal in plain
            else plain.replace(",", ".")
        )
        return float(plain) if plain.count(".") <= 1 else None
    return numerals.words.get(word)


def quantities(paragraph: Paragraph, grammar: Grammar, numerals: Numerals) -> Iterator[Quantity]:
    """Yield the quantities of a paragraph in order; dates, years and numbers that only name are none."""
    words = paragraph.words
    at = 0
    while at < len(words):
        number, last = _number(words, at, numerals)
        if number is None or _only_names(words, at, last, numerals):
            at = max(at, last) + 1
            continue
        top, upper = _upper(words, last, grammar, numerals)
        unit, end = _unit(paragraph, top, numerals)
        if _no_quantity(words[at], unit, upper, words[end], numerals):
            at = end + 1
            continue
        start, approximate = _approximation(paragraph, at, grammar)
        yield Quantity(Span(words[start].start, words[end].end), number, unit, upper, approximate)
        at = end + 1


def _no_quantity(word: Word, unit: str | None, upper: float | None, last: Word, numerals: Numerals) -> bool:
    """Whether a number is an article, a time, or counts nothing that the text names."""
    if last.norm in numerals.durations:
        return True
    if word.norm in numerals.articles and (unit is None or word.pos != "NUM"):
        return True
    return unit is None and upper is None and not (word.pos in {"NUM", "NOUN", "PRON"} and word.dep in _STANDS_ALONE)


def _number(words: list[Word], at: int, numerals: Numerals) -> tuple[float | None, int]:
    number = value(words[at].norm, numerals)
    if number is None:
        return None, at
    if words[at].norm in numerals.articles and words[at].pos != "NUM":
        return None, at
    last = at
    while last + 1 < len(words) and words[last + 1].norm in numerals.multipliers:
        number *= numerals.multipliers[words[last + 1].norm]
        last += 1
    return number, last


def _only_names(words: list[Word], at: int, last: int, numerals: Numerals) -> bool:
    before = words[at - 1] if at else None
    after = words[last + 1] if last + 1 < len(words) else None
    if before is not None and (
        before.norm in numerals.not_counted or before.norm.endswith("-") or before.pos == "PROPN"
    ):
        return True
    if before is not None and before.norm == "#":
        return True
    if (
        after is not None
        and after.norm in numerals.of
        and last + 2 < len(words)
        and words[last + 2].norm in numerals.months
    ):
        return True
    nearby = {w.norm for w in words[max(0, at - 1) : last + 2]}
    if nearby & numerals.months:
        return True
    text = words[at].text
    year = text.isdigit() and len(text) == 4 and 1500 <= int(text) <= 2100
    return year and not (after is not None and after.pos == "NOUN" and words[at].head == after.i)


def _upper(words: list[Word], last: int, grammar: Grammar, numerals: Numerals) -> tuple[int, float | None]:
    """Return the last word of the number and, for a range, its upper end: *entre 40 y 60*, *40-60*."""
    if last + 2 < len(words) and words[last + 1].norm in grammar.words["range-joiners"] | {"-", "–"}:
        upper, end = _number(words, last + 2, numerals)
        if upper is not None:
            return end, upper
    return last, None


def _unit(paragraph: Paragraph, last: int, numerals: Numerals) -> tuple[str | None, int]:
    words = paragraph.words
    text = words[last].text
    if text[0] in _UNITS:
        return text[0], last
    if last and words[last - 1].norm in _UNITS:
        return words[last - 1].norm, last
    if last + 1 >= len(words):
        return None, last
    after = words[last + 1]
    if after.norm in _UNITS:
        return after.text, last + 1
    if last + 2 < len(words) and f"{after.norm} {words[last + 2].norm}" in numerals.percent:
        return f"{after.text} {words[last + 2].text}", last + 2
    if after.norm in numerals.percent:
        return after.text, last + 1
    step = last + 2 if after.norm in numerals.of and words[last].norm in numerals.multipliers else last + 1
    end = step
    while (
        end < len(words)
        and words[end].pos in {"ADJ", "DET", "ADV"}
        and words[end].dep in {"amod", "det", "advmod", "compound"}
    ):
        end += 1
    if end < len(words) and words[end].pos in {"NOUN", "PROPN"} and end - step < 3:
        while end + 1 < len(words) and words[end].dep == "compound" and words[end].head == end + 1:
            end += 1
        return words[end].text, end
    return None, last


def _approximation(paragraph: Paragraph, at: int, grammar: Grammar) -> tuple[int, bool]:
    for back in (3, 2, 1):
        start = at - back
        if start >= 0 and matching(paragraph, start, grammar.runs["approximate"]) == back:
            return start, True
    if at and paragraph.words[at - 1].norm in grammar.words["between"]:
        return at - 1, False
    return at, False
