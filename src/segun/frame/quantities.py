"""Quantities: a number, what it counts, and how nearly."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.frame.amounts import HYPHENS, Amount, amount_at, beginnings
from segun.frame.naming import names
from segun.frame.numbers import Piece, matches, matches_before, pieces
from segun.frame.units import Unit, is_article, is_plural, measure_at, unit_of
from segun.lang.numbers import Numerals
from segun.model import Quantity, Span

_STANDS_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "root"})
"""Relations in which a number stands for what it counts: *two were wounded*, *unos 1.200 de ellos*."""
_NEARLY = frozenset("~≈±+><")


def quantities(paragraph: Paragraph, numerals: Numerals) -> Iterator[Quantity]:
    """Yield the quantities of a paragraph in order; dates, years and numbers that only name are none.

    Args:
        paragraph: where to look; offsets are those of its report's text.
        numerals: how the language writes numbers.
    """
    found = pieces(paragraph.text, paragraph.span)
    starts = {word.start: word for word in paragraph.words}
    done = 0
    for at in beginnings(found, numerals):
        amount = amount_at(found, at, numerals) if at >= done else None
        if amount is None:
            continue
        done = amount.last + 1
        if _is_part(found, amount, numerals):
            continue
        unit = unit_of(paragraph, found, amount, numerals, starts)
        if _counts(paragraph, found, amount, unit, numerals, starts):
            yield _quantity(paragraph, found, amount, unit, numerals)
            while unit is not None and done < len(found) and found[done].start < unit.end:
                done += 1


def _quantity(
    paragraph: Paragraph, found: list[Piece], amount: Amount, unit: Unit | None, numerals: Numerals
) -> Quantity:
    start, end, approximate = _approximation(found, amount, unit, numerals)
    lower, upper = amount.number.value, amount.upper.value if amount.upper is not None else None
    if upper is not None and amount.upper is not None and amount.number.scale == 1 and amount.upper.scale >= 1000:
        lower = lower * amount.upper.scale if lower <= upper / amount.upper.scale else lower
    sign = found[start - 1] if start else None
    if sign is not None and sign.text in {"-", "−"} and sign.end == found[start].start and amount.sign is None:
        before = paragraph.text[sign.start - 1 : sign.start] if sign.start > paragraph.span.start else ""
        if before in {" ", "(", "\u00a0"} and upper is None:
            start, lower = start - 1, -lower
    return Quantity(Span(found[start].start, end), lower, unit.words if unit else None, upper, approximate)


def _is_part(found: list[Piece], amount: Amount, numerals: Numerals) -> bool:
    """Whether a number is only part of something written without a space, which is none: *mid-20*, *2-1*, *3rd*."""
    before, first = (found[amount.first - 1] if amount.first else None), found[amount.first]
    glued = before is not None and before.end == first.start
    if glued and before is not None and before.kind in {"word", "figure", "other"}:
        return True
    if glued and before is not None and before.text in HYPHENS | {"/", ":", "_", "."} and amount.first > 1:
        further = found[amount.first - 2]
        if further.end == before.start and further.kind != "mark":
            return True
    if amount.last + 1 >= len(found):
        return False
    last, after = found[amount.last], found[amount.last + 1]
    if after.start != last.end or last.text == amount.sign:
        return False
    if after.kind == "word":
        return last.kind == "figure" and measure_at(found, amount.last + 1, numerals) is None
    follows = found[amount.last + 2] if amount.last + 2 < len(found) else None
    joined = follows is not None and follows.start == after.end
    if follows is None or not joined or after.text not in HYPHENS | {"/", ":", "+"}:
        return False
    return follows.kind != "word" or not _tied(follows, numerals) if after.text in HYPHENS else True


def _tied(piece: Piece, numerals: Numerals) -> bool:
    """Whether a word after a hyphen is what the number counts: *a 10-mile walk*, *40-odd houses*."""
    return piece.norm in numerals.measure_words or ("-", piece.norm) in numerals.approximate_after.get("-", ())


def _counts(
    paragraph: Paragraph,
    found: list[Piece],
    amount: Amount,
    unit: Unit | None,
    numerals: Numerals,
    starts: dict[int, Word],
) -> bool:
    """Whether a number counts something that the text names, and is neither an article, a time, nor a name."""
    word = starts.get(found[amount.number.first].start)
    unitless = unit is None or unit.noun is not None
    if unitless and names(found, (amount.first, amount.last), amount.number, unit.noun if unit else None, numerals):
        return False
    if unit is not None and unit.noun is not None and amount.hyphened and not is_plural(unit.noun):
        return False
    if is_article(found, amount, numerals) and unitless:
        return amount.upper is not None or (unit is not None and word is not None and word.pos == "NUM")
    return unit is not None or _stands_alone(paragraph, found, amount, starts)


def _stands_alone(paragraph: Paragraph, found: list[Piece], amount: Amount, starts: dict[int, Word]) -> bool:
    last = amount.upper.last if amount.upper is not None else amount.number.last
    parts = [starts.get(found[at].start) for at in range(amount.number.first, last + 1)]
    heads = [word for word in parts if word is not None]
    if amount.hyphened or not heads:
        return False
    if any(word.pos in {"NUM", "NOUN", "PRON"} and word.dep in _STANDS_ALONE for word in heads):
        return True
    inside = {word.i for word in heads}
    return any(
        word.head not in inside and paragraph.words[word.head].pos == "VERB" and word.dep in _STANDS_ALONE
        for word in heads
    )


def _approximation(found: list[Piece], amount: Amount, unit: Unit | None, numerals: Numerals) -> tuple[int, int, bool]:
    """Return the first piece and the end, the words that say how nearly included, and whether any do."""
    start, end, nearly = amount.first, found[amount.last].end, False
    while size := matches_before(found, start, numerals.approximate):
        start, nearly = start - size, True
    if start and found[start - 1].text in _NEARLY and found[start - 1].end == found[start].start:
        start, nearly = start - 1, True
    at = amount.last + 1
    if unit is not None:
        end = max(end, unit.end)
    direct = matches(found, at, numerals.approximate_after)
    while at < len(found) and found[at].start < end:
        at += 1
    later = matches(found, at, numerals.approximate_after)
    if direct:
        return start, max(end, found[amount.last + direct].end), True
    if at < len(found) and found[at].text == "+" and found[at].start == end:
        return start, found[at].end, True
    return start, (found[at + later - 1].end if later else end), nearly or later > 0
