"""Where paragraphs begin and end."""

from __future__ import annotations

import re
from itertools import pairwise

from segun.lang.folding import LOWER
from segun.model import Span
from segun.prepare.long_quotations import over_paragraphs

LONGEST = 4_000
"""Characters that the parser is given at once; a longer paragraph is cut at the end of a sentence."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BLOCK = re.compile(r"\S(?:.*\S)?(?:\r?\n[^\S\r\n]*\S.*)*")
_LARGE = rf"[^\W\d_{LOWER}]"
"""A capital, or a letter of an alphabet without small ones."""
_TEXT = rf"(?={_LARGE}|[¿¡\"“«])"
_CUT = re.compile(rf"[.!?…][\"”»’')\]]*\s+(?=[\"“«‘'(¿¡]*{_LARGE})|\s+")
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^\n!?;:\"“«]{{0,80}}?)?\(?[^()\n!?]{{2,40}}\)\s*\.?\s*[-–—]{{1,2}}\s*{_TEXT}"
    rf"|{_LARGE}{{3,31}}(?:, [^\W\d_]{{3,20}})?\s[–—-]{{1,2}}\s{_TEXT}"
    rf"|{_LARGE}[\w ,/]{{2,50}}\.[-–—]{{1,2}}\s*{_TEXT}"
)
"""*Járkov (Ucrania), 18 jun (Meridia).-*, *NAIROBI —*, *Madrid, 3 de enero.-* at a paragraph's head."""
_WORD = re.compile(r"[^\W\d_]+")
_HEADLINE = 200
"""Characters that a headline may have that runs into its text."""
_SHORT = 3
"""Words, or letters of a place in capitals, that such a headline and a dateline have at least."""
_OFTEN = 4
"""Lines in mid-sentence from which on a text counts as broken, where they are one in so many."""
_BREAK = re.compile(r"[^\S\r\n\u2028\u2029\x0b\x0c\x85]*(?:\r\n|\s)[^\S\r\n\u2028\u2029\x0b\x0c\x85]*")
"""The end of one line, and not of two."""
_OPENS = re.compile(r"[*\"“«(]?\w")
_STOPS = frozenset('.!?…:)»”"')
_ENDS = (".", "!", "?", "…", ":", ";", '"', "”", "»", "’", "'", ")")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of ``text`` in order, without the white space around them.

    A line is a paragraph, unless the text is wrapped at a fixed width with blank lines between its paragraphs; those
    that one quotation runs over are one.
    """
    pattern = _BLOCK if _wrapped(text) else _LINE
    found = [span for match in pattern.finditer(text) if (span := _trimmed(text, match.start(), match.end()))]
    found = _rejoined(text, found)
    found = [*_parted(text, found[0]), *found[1:]] if found else []
    found = over_paragraphs(text, found, LONGEST)
    return [piece for span in found for piece in _pieces(text, _undated(text, span))]


def _rejoined(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines that a break in mid-sentence parted: the next one goes on in lower case.

    Where that happens again and again, as in a text that was wrapped at no fixed width, a name may go on, too.
    """
    breaks = [_goes_on(text, before, line) for before, line in pairwise(lines)]
    broken = breaks.count("lower")
    often = broken >= _OFTEN and broken * _OFTEN >= len(lines)
    joined = lines[:1]
    for number, (line, how) in enumerate(zip(lines[1:], breaks, strict=True)):
        if how == "lower" or (how and often and number):  # the first may be a headline
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, before: Span, line: Span) -> str:
    """Tell how a line begins that may go on with the one before: in ``lower`` case, or with any ``other`` word."""
    if not _BREAK.fullmatch(text, before.end, line.start) or text[before.end - 1] in _STOPS:
        return ""
    if text[line.start].islower():
        return "lower"
    return "other" if _OPENS.match(text, line.start) else ""


def _parted(text: str, first: Span) -> list[Span]:
    """Part a headline from the text that it runs into, where a dateline stands between them.

    *Hallan a dos montañeros TORVAL, 3 jun (Novapress) – Dos montañeros …*: the lines of the text were joined.
    """
    before: list[str] = []
    for word in _WORD.finditer(text, first.start, min(first.end, first.start + _HEADLINE)):
        place = word.group()
        if len(before) >= _SHORT and len(place) >= _SHORT and place.isupper() and not before[-1].isupper():
            dated = _DATELINE.match(text, word.start(), first.end)
            if dated and dated.group().rstrip(" -–—").endswith((")", ".")):
                headline = _trimmed(text, first.start, word.start())
                return [*([headline] if headline else []), Span(word.start(), first.end)]
        before.append(place)
    return [first]


def _undated(text: str, span: Span) -> Span:
    """Return a paragraph without the dateline that opens it, which asserts nothing."""
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found and found.end() < span.end else span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _wrapped(text: str) -> bool:
    """Whether most lines break in mid-sentence at about the same width."""
    lines = text.split("\n")
    broken = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(broken) < 4 or max(broken) > 120:
        return False
    cut = sum(not line.rstrip().endswith(_ENDS) for line, after in pairwise(lines) if line.strip() and after.strip())
    return cut >= 0.6 * len(broken) and min(sorted(broken)[len(broken) // 4 :]) >= 0.6 * max(broken)


def _pieces(text: str, span: Span) -> list[Span]:
    """Cut a paragraph that is too long for the parser."""
    pieces: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        cuts = list(_CUT.finditer(text, start + LONGEST // 2, start + LONGEST))
        sentences = [m for m in cuts if not m.group()[0].isspace()]
        best = sentences[-1] if sentences else cuts[-1] if cuts else None
        end = best.end() if best else start + LONGEST
        piece = _trimmed(text, start, end)
        if piece:
            pieces.append(piece)
        start = end
    last = _trimmed(text, start, span.end)
    return [*pieces, last] if last else pieces
