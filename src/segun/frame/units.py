"""What a number counts: a sign, a percentage, a unit of measure, or a noun."""

from __future__ import annotations

from dataclasses import dataclass

from segun.annotate.words import Paragraph, Word
from segun.frame.amounts import HYPHENS, Amount
from segun.frame.numbers import Piece, matches, number
from segun.lang.numbers import Numerals

_PREDETERMINED = frozenset({"amod", "det", "advmod", "compound", "nmod", "punct"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts, as the text words it."""

    words: str
    end: int
    """Offset where it ends."""
    noun: Word | None = None


def unit_of(
    paragraph: Paragraph, found: list[Piece], amount: Amount, numerals: Numerals, starts: dict[int, Word]
) -> Unit | None:
    """Return the unit of a number: its sign, a percentage, a measure, or the noun after it."""
    if amount.sign is not None:
        return Unit(amount.sign, found[amount.last].end)
    at = _after(found, amount, numerals)
    if at >= len(found):
        return None
    size = matches(found, at, numerals.percents)
    if size:
        end = found[at + size - 1].end
        return Unit(paragraph.text[found[at].start : end], end)
    measure = measure_at(found, at, numerals)
    if measure is not None:
        return Unit(measure[0], found[at + measure[1] - 1].end)
    if found[at].text in HYPHENS and at + 1 < len(found) and _touches(found, at + 1):
        at += 1
        if found[at].norm in numerals.measure_words:
            return Unit(found[at].text, found[at].end)
        at += 1
    multiplied = found[amount.last].norm in numerals.multipliers or amount.number.scale >= 1000
    if multiplied and found[at].norm in numerals.of:
        at += 1
    elif matches(found, at, numerals.partitive) and not is_article(found, amount, numerals):
        at += matches(found, at, numerals.partitive)
        noun = _noun(paragraph, found, at, starts)
        return _named(paragraph, noun, numerals) if noun is not None and is_plural(noun) else None
    noun = _noun(paragraph, found, at, starts)
    if noun is None or "\n" in paragraph.text[found[amount.last].end : noun.start]:
        return None
    return _named(paragraph, noun, numerals)


def measure_at(found: list[Piece], at: int, numerals: Numerals) -> tuple[str, int] | None:
    """Return an abbreviated unit that begins at a piece, and how many pieces it takes."""
    if at >= len(found):
        return None
    for measure in numerals.measures:
        if not measure.startswith(found[at].text):
            continue
        words, size = "", 0
        while len(words) < len(measure) and at + size < len(found) and (not size or _touches(found, at + size)):
            words += found[at + size].text
            size += 1
        if words == measure and (at + size >= len(found) or not _touches(found, at + size) or _ends(found[at + size])):
            return words, size
    return None


def _touches(found: list[Piece], at: int) -> bool:
    return found[at - 1].end == found[at].start


def _ends(piece: Piece) -> bool:
    return piece.kind == "mark" and piece.text not in "/²³"


def _after(found: list[Piece], amount: Amount, numerals: Numerals) -> int:
    """Return the piece after a number, over what says how nearly, or the same number in figures: *ocho (8) barcos*."""
    at = amount.last + 1
    again = number(found, at + 1, numerals) if at + 2 < len(found) and found[at].text == "(" else None
    if (
        again is not None
        and again.value == amount.number.value
        and found[min(again.last + 1, len(found) - 1)].text == ")"
    ):
        return again.last + 2
    size = matches(found, at, numerals.approximate_after)
    return at + size if size and found[at].text not in HYPHENS else at


def _noun(paragraph: Paragraph, found: list[Piece], at: int, starts: dict[int, Word]) -> Word | None:
    """Return the noun after a number, adjectives before it left aside."""
    word = first = starts.get(found[at].start) if at < len(found) else None
    words = paragraph.words
    steps = 0
    while word is not None and steps < 4:
        if word.pos in {"NOUN", "PROPN"}:
            while word.i + 1 < len(words) and word.dep == "compound" and word.head == word.i + 1:
                word = words[word.i + 1]
            return word
        hyphen = word.norm in HYPHENS
        last = word.i + 1 >= len(words) or word.dep not in _PREDETERMINED
        if last or (word.pos not in {"ADJ", "ADV"} and not (word.pos == "VERB" and word.dep == "amod") and not hyphen):
            break
        word = words[word.i + 1]
        steps += 1
    return first if first is not None and _nominal(first) else None


def _nominal(word: Word) -> bool:
    """Whether an adjective or participle stands for those it is said of: *1.140 evacuadas*."""
    participle = word.pos == "ADJ" or word.feats.get("VerbForm") == "Part"
    return participle and word.feats.get("Number") == "Plur"


def _named(paragraph: Paragraph, noun: Word, numerals: Numerals) -> Unit:
    words = paragraph.words
    start, end = noun, noun
    if noun.i and words[noun.i - 1].norm in numerals.square:
        start = words[noun.i - 1]
    if noun.i + 1 < len(words) and words[noun.i + 1].norm in numerals.square:
        end = words[noun.i + 1]
    return Unit(paragraph.text[start.start : end.end], end.end, noun)


def is_plural(noun: Word) -> bool:
    """Whether nothing shows a noun to be singular."""
    return noun.feats.get("Number") != "Sing"


def is_article(found: list[Piece], amount: Amount, numerals: Numerals) -> bool:
    """Whether a numeral is one that is mostly an article: *un*, *one*."""
    return amount.number.first == amount.number.last and found[amount.number.first].norm in numerals.articles
