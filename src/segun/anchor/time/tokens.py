"""A text as words with codes: numbers read, words of several parts joined."""

from __future__ import annotations

import re
from typing import NamedTuple

from segun.anchor.time.vocabulary import MARK, OTHER, Values, Vocabulary, number_classes
from segun.lang.folding import fold
from segun.lang.timewords import TimeWords

_MARKS = str.maketrans("–—’‘", "--''")
_GLUE = frozenset("$€£#@_&=+\\")
_NOTHING: Values = {}
_SCHOOL_YEAR = re.compile(r"[12]\d{3}/(?:[12]\d)?\d\d(?!\d)")
_SCALES = frozenset({100, 1000})


class Token(NamedTuple):
    """A word, number or mark of the text."""

    start: int
    end: int
    word: str
    code: str
    values: Values


_Piece = tuple[str, str, int, int]


def tokens(text: str, vocabulary: Vocabulary, words: TimeWords) -> list[Token]:
    """Return the words, numbers and marks of a text in their order.

    Args:
        text: the text as read; offsets are its code points.
        vocabulary: the codes of the language's words.
        words: what the language says of capitals, names and joiners.
    """
    folded = fold(text).translate(_MARKS)
    pieces: list[_Piece] = [(m.lastgroup or "", m[0], *m.span()) for m in vocabulary.tokens.finditer(folded)]
    known, phrases = vocabulary.words, vocabulary.phrases
    found: list[Token] = []
    at, size = 0, len(pieces)
    while at < size:
        kind, word, start, end = pieces[at]
        if kind in {"word", "mark"}:
            if word not in known and word not in phrases:
                found.append(Token(start, end, word, OTHER if kind == "word" else MARK, _NOTHING))
                at += 1
                continue
            token, used = _known(text, pieces, at, vocabulary, words)
            found.append(token)
            at += used
        else:
            after_known = bool(found) and found[-1].code != OTHER
            found.append(_figures(folded, pieces[at], vocabulary, after_known=after_known, day_first=words.day_first))
            at += 1
    return found


def _known(text: str, pieces: list[_Piece], at: int, vocabulary: Vocabulary, words: TimeWords) -> tuple[Token, int]:
    """Return the token that begins at a piece, and of how many pieces it is made."""
    _, word, start, end = pieces[at]
    for parts, code, values in vocabulary.phrases.get(word, ()):
        last = at + len(parts) - 1
        if last < len(pieces) and all(pieces[at + n][1] == part for n, part in enumerate(parts)):
            return Token(start, pieces[last][3], " ".join(parts), code, values), len(parts)
    if word not in vocabulary.words:
        return Token(start, end, word, OTHER if word.isalpha() else MARK, _NOTHING), 1
    code, values = vocabulary.words[word]
    if "number" in values:
        value, used = _spelt(pieces, at, vocabulary, words)
        if used > 1:
            joined = vocabulary.numbers.get(number_classes(value), OTHER)
            return Token(start, pieces[at + used - 1][3], "", joined, {"number": value}), used
    if (word in words.capital and not text[start].isupper()) or (
        word in words.names and text[start].isupper() and _in_name(text, pieces, at, vocabulary)
    ):
        return Token(start, end, word, OTHER, _NOTHING), 1
    return Token(start, end, word, code, values), 1


def _in_name(text: str, pieces: list[_Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word that no rule knows stands beside this one with only a blank between."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(pieces):
            kind, word, start, end = pieces[other]
            between = text[min(end, pieces[at][3]) : max(start, pieces[at][2])]
            if kind == "word" and word not in vocabulary.words and text[start].isupper() and between == " ":
                return True
    return False


def _spelt(pieces: list[_Piece], at: int, vocabulary: Vocabulary, words: TimeWords) -> tuple[float, int]:
    """Return the value of a number in words, and how many pieces it takes: *treinta y dos*, *nineteen ninety-one*."""
    total, used = _number(pieces, at, vocabulary), 1
    if total is None:
        return 0.0, 1
    while True:
        ahead = at + used
        joined = ahead < len(pieces) and pieces[ahead][1] in words.joiners
        following = _number(pieces, ahead + joined, vocabulary)
        if following is None:
            return total, used
        tens = total % 100 in range(20, 100, 10)
        if tens and 0 < following < 10:
            total += following
        elif joined:
            return total, used
        elif following in _SCALES and 0 < total < following:
            total *= following
        elif (total % 1000 == 0 and following < 1000) or (total % 100 == 0 and following < 100):
            total += following
        elif total in range(11, 22) and following in range(10, 100):  # nineteen ninety
            total = total * 100 + following
        else:
            return total, used
        used += 1 + joined


def _number(pieces: list[_Piece], at: int, vocabulary: Vocabulary) -> float | None:
    if at >= len(pieces):
        return None
    found = vocabulary.words.get(pieces[at][1])
    value = found[1].get("number") if found else None
    return None if value is None else float(value)


def _figures(folded: str, piece: _Piece, vocabulary: Vocabulary, *, after_known: bool, day_first: bool) -> Token:
    kind, word, start, end = piece
    if kind == "gap" or _glued(folded, start, end, after_known=after_known):
        return Token(start, end, word, MARK, _NOTHING)
    if kind == "number":
        value = _amount(word)
        code = MARK if value is None else vocabulary.numbers.get(number_classes(value, figures=word), MARK)
        return Token(start, end, word, code, {"number": value} if value is not None else _NOTHING)
    if kind == "mixed":
        whole, top, bottom = ([0] + [int(part) for part in re.findall(r"\d+", word)])[-3:]
        code = vocabulary.numbers[number_classes(0.5, figures="0.5")]
        return Token(start, end, word, code, {"number": whole + top / bottom})
    if kind == "nth":
        value = float("".join(c for c in word if c.isdigit()))
        kinds = {"nth", "nth-day"} if 1 <= value <= 31 else {"nth"}
        return Token(start, end, word, vocabulary.numbers[frozenset(kinds)], {"number": value})
    parts = [int(part) for part in "".join(c if c.isdigit() else " " for c in word).split()]
    shape = _shape(kind, parts, day_first=day_first)
    return Token(start, end, word, vocabulary.numbers[frozenset({kind})] if shape else MARK, {kind: shape})


def _shape(kind: str, parts: list[int], *, day_first: bool) -> str:
    """Return a composite of figures in ISO form, empty where it can be none."""
    if kind in {"clock", "dotclock"}:
        return f"{parts[0]:02}:{parts[1]:02}" if parts[0] <= 24 and parts[1] <= 59 else ""
    first, second, third = parts
    if kind == "iso":
        year, month, day = first, second, third
    else:
        day, month = (first, second) if day_first else (second, first)
        if month > 12:
            day, month = month, day
        year = third if third > 99 else third + (1900 if third > 50 else 2000)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _amount(word: str) -> float | None:
    """Return the value of figures with marks: groups of three are thousands, anything else is a fraction."""
    if word.isascii() and word.isdigit():
        return float(word) if len(word) < 10 else None
    parts = word.replace(",", ".").split(".")
    if not word.isascii():
        return None
    if len(parts) == 2 and len(parts[1]) != 3:
        return float(f"{parts[0]}.{parts[1]}")
    if len(parts[0]) <= 3 and len(parts) <= 4 and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts))
    return None


def _glued(folded: str, start: int, end: int, *, after_known: bool) -> bool:
    """Whether figures are part of something else: a price, a code, a share, *covid-19*, *Ley 5/2015*."""
    before = folded[start - 1 : start]
    if before and (before.isalnum() or before in _GLUE):
        return True
    if before == "/" and start > 1 and folded[start - 2].isdigit():
        return not _SCHOOL_YEAR.fullmatch(folded[max(0, start - 5) : end])
    if before in {"-", "/"} and start > 1 and folded[start - 2].isalpha() and not after_known:
        return True
    if folded[end : end + 1] == "/" and folded[end + 1 : end + 2].isdigit():
        return not _SCHOOL_YEAR.match(folded, start)
    return folded[end : end + 1] in {"%", "€", "$", "£"}
