"""Whom a text credits outside its claims: agencies in datelines, brackets and lines of their own, and its byline.

A credit is told by its place. Who is named inside a sentence (*según EFE*, *told Reuters*) is a source, not a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from segun.model import Credit, Span
from segun.read.agencies import fold, load_agencies

_WORD = r"[A-Z][\w'’.&+-]*"
_LINK = r"(?:de|del|de la|de los|de las|la|las|los|el|da|do|dos|van|von|der|di|al|bin|ibn|of|the|for)"
_NAME = rf"(?:(?:[Ee]l|[Ll]a|[Tt]he) )?{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,5}}"
_PERSON = rf"{_WORD}(?: (?:{_LINK} )?{_WORD}){{1,4}}"
_AND = r"(?:\s*[,;/&]\s*(?:(?:y|e|and) )?|\s+(?:y|e|and)\s+)"
_PHRASE = (
    r"(?:(?:[Cc]on|CON) (?:informacion|INFORMACION|informaciones|datos|reportes?|material|despachos?)"
    r"(?: adicional(?:es)?)? (?:del|de las?|de los|de|DE)\b"
    r"|[Ww]ith (?:additional )?(?:information|reporting|files|material|reports?|contributions?) (?:from|by)"
    r"|(?:[Aa]dditional )?[Rr]eporting by|[Cc]ompiled from"
    r"|[Ii]nformacion de\b|(?:[Ff]uentes?|FUENTES?|[Ss]ources?|[Cc]reditos?|[Aa]gencias?):)"
)
_PLACE_OF_WORK = rf"(?: (?:in|en|desde|from) {_NAME}(?:{_AND}{_NAME})*)?"
_EDITORS = r"(?:\s*[;.]\s*(?:[Ww]riting|[Ee]diting|[Aa]dditional reporting|[Ee]dici[oó]n|[Ee]ditado)\b[^()]{0,120})?"
_DATE = (
    r"(?:\d{1,2}(?:[ /.-](?:de )?[A-Za-z]{3,10}\.?)?(?:[ /.-](?:de |del )?\d{2,4})?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
)
_DASH = r"(?:-|–|—)"
_DESK = re.compile(r"(?:Redacci[oó]n|REDACCI[OÓ]N)(?: (?:de )?[A-ZÁÉÍÓÚ][\w'’.-]*(?: [A-ZÁÉÍÓÚ][\w'’.-]*){0,3})?")
_BYLINE_LINES = 6
_LONGEST_LINE = 240
_EDGE = 400


@dataclass(frozen=True, slots=True)
class Found:
    """What a text credits."""

    byline: str | None = None
    credits: tuple[Credit, ...] = ()
    """In text order. A span covers the name as it is written, ``name`` is the agency's one name."""
    stretches: tuple[Span, ...] = ()
    """The datelines, brackets and lines that hold them, which assert nothing."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    agency: re.Pattern[str]
    datelines: tuple[re.Pattern[str], ...]
    bracket: re.Pattern[str]
    bracket_at_start: re.Pattern[str]
    bracket_at_end: re.Pattern[str]
    line: re.Pattern[str]
    phrase: re.Pattern[str]
    tail: re.Pattern[str]
    byline: re.Pattern[str]


def find_credits(text: str) -> Found:
    """Find byline and credits of a report.

    Args:
        text: the report's text, with or without its accents.

    Returns:
        The byline, the credits with half-open spans in ``text``, and the stretches that hold them.
    """
    found: list[Found] = []
    byline: str | None = None
    end = len(text.rstrip())
    number = 0
    for match in re.finditer(r"[^\r\n]+", text):
        # Only a paragraph's edges are looked at, so that one of a megabyte costs no more than a short one.
        line = _Line(text, match.start(), match.end())
        if line.blank:
            continue
        number += 1
        here = _of_line(line, first=number == 1, last=line.end >= end)
        if here.byline and (number <= _BYLINE_LINES or line.end >= end):
            byline = byline or here.byline
        elif here.byline:
            here = Found()
        found.append(here)
    return Found(
        byline,
        tuple(chain.from_iterable(part.credits for part in found)),
        tuple(chain.from_iterable(part.stretches for part in found)),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of a text, without the white space around it."""

    text: str
    start: int
    end: int

    @property
    def blank(self) -> bool:
        return self.text[self.start : self.end].isspace()

    def tight(self) -> _Line:
        """Return the line without the white space around it."""
        span = _tight(self.text, self.start, self.end)
        return replace(self, start=span.start, end=span.end)


def _of_line(loose: _Line, *, first: bool, last: bool) -> Found:
    line = loose.tight()
    patterns = _patterns()
    if line.end - line.start <= _LONGEST_LINE:
        whole = _whole_line(line, fold(line.text[line.start : line.end]), patterns)
        if whole is not None:
            return whole
    head = fold(line.text[line.start : min(line.end, line.start + _EDGE)])
    parts: list[Found] = []
    openings = (*patterns.datelines, patterns.bracket_at_start) if first else patterns.datelines
    if match := next((match for pattern in openings if (match := pattern.match(head))), None):
        parts.append(_credited(line.text, line.start, match.span(), match.span("who")))
    if last:
        offset = max(line.start, line.end - _EDGE)
        tail = fold(line.text[offset : line.end])
        if match := patterns.bracket_at_end.search(tail) or patterns.tail.search(tail):
            parts.append(_credited(line.text, offset, match.span(), match.span("who")))
    return Found(
        None,
        tuple(dict.fromkeys(credit for part in parts for credit in part.credits)),
        tuple(dict.fromkeys(stretch for part in parts for stretch in part.stretches)),
    )


def _whole_line(line: _Line, written: str, patterns: _Patterns) -> Found | None:
    """Return what a line credits that is nothing but a credit or byline, or ``None`` where it is more."""
    stretch = (0, len(written))
    if match := patterns.byline.fullmatch(written):
        byline = line.text[line.start + match.start("who") : line.start + match.end("who")]
        rest = match.span("rest")
        credited = _agencies_in(line.text, line.start, rest) if rest[0] >= 0 else ()
        return Found(byline, credited, (Span(line.start, line.end),))
    if _DESK.fullmatch(line.text[line.start : line.end]):
        return Found(line.text[line.start : line.end], (), (Span(line.start, line.end),))
    if match := patterns.line.fullmatch(written):
        found = _credited(line.text, line.start, stretch, stretch)
        desk = _DESK.match(line.text, line.start, line.end)
        return replace(found, byline=desk.group()) if desk and found.credits else found
    for pattern in (patterns.phrase, patterns.bracket):
        if match := pattern.fullmatch(written):
            return _credited(line.text, line.start, stretch, match.span("who"))
    return None


def _credited(text: str, offset: int, stretch: tuple[int, int], who: tuple[int, int]) -> Found:
    """Return the credits in ``who``: after a phrase every name, elsewhere the agencies."""
    written = fold(text[offset + who[0] : offset + who[1]])
    phrase = re.match(rf"{_PHRASE}\s*", written)
    if phrase:
        credited = tuple(_named(text, offset + who[0] + phrase.end(), written[phrase.end() :]))
    else:
        credited = _agencies_in(text, offset, who)
    return Found(None, credited, (_tight(text, offset + stretch[0], offset + stretch[1]),))


def _tight(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _agencies_in(text: str, offset: int, within: tuple[int, int]) -> tuple[Credit, ...]:
    start = offset + within[0]
    written = fold(text[start : offset + within[1]])
    return tuple(_agency(text, start, match) for match in _patterns().agency.finditer(written))


def _named(text: str, start: int, written: str) -> Iterator[Credit]:
    """Give every name in a list of names, which an agency's form may cut across (*Agence France-Presse*)."""
    names = re.split(r"(?:\s+(?:in|en|desde|from)\s+[A-Z]|\s*;|\.\s)", written, maxsplit=1)[0]
    position = 0
    for cut in chain(re.finditer(_AND, names), [None]):
        end = cut.start() if cut else len(names)
        piece = names[position:end]
        stripped = piece.strip(" .()*")
        if stripped:
            begin = start + position + piece.index(stripped)
            match = _patterns().agency.fullmatch(stripped)
            span = Span(begin, begin + len(stripped))
            yield _agency(text, begin, match) if match else Credit(span.of(text), span)
        position = cut.end() if cut else end


def _agency(text: str, offset: int, match: re.Match[str]) -> Credit:
    names = load_agencies().names
    span = Span(offset + match.start(), offset + match.end())
    form = match.group()
    name = names.get(form) or names.get(re.sub(r"^(?:[Aa]gencia|AGENCIA) ", "", form))
    return Credit(name or span.of(text), span)


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    agency = rf"(?<![\w-]){load_agencies().pattern}"
    agencies = rf"{agency}(?:(?:{_AND}|\s*[-–—+|]\s*){agency})*"
    names = rf"(?:{agency}|{_NAME})(?:{_AND}(?:{agency}|{_NAME}))*"
    phrase = rf"{_PHRASE}\s*{names}{_PLACE_OF_WORK}{_EDITORS}"
    place = r"[A-Z](?:(?![()\"“”«»!?:;]|\. [A-Z]).){0,60}?"
    dash = rf"\s*[.,:]?\s*{_DASH}+(?=\s|[A-Z¿¡\"“«])"
    # EFE signs with the initials of who wrote: EFE abc/de.
    signed = rf"{agency}(?: [a-z]{{2,4}}(?:/[a-z]{{2,4}})*)?"
    piece = rf"(?:{signed}|Redaccion|REDACCION|{_DATE}|{_NAME})"
    between = r"(?:\s*[|/,·•;]\s*|\s+[-–—]\s+|\s+(?:y|e|and)\s+)"
    # Pieces first, then a look back that one of them is an agency, would backtrack; the look ahead comes first.
    line = rf"(?=(?:.*?{between})?{signed}(?:{between}|[.*]?$)){piece}(?:{between}{piece}){{0,5}}[.*]?"
    return _Patterns(
        agency=re.compile(agency),
        datelines=(
            re.compile(rf"(?:{place}[\s,.]*)?\(\s*(?P<who>{agencies})(?:[^()]{{0,24}})?\){dash}"),
            # Without a dash (AP) may as well explain a name, unless nothing but a place in capitals or a date precedes.
            re.compile(
                rf"(?:[A-Z][A-Z ]{{2,40}},?\s*)?(?:{_NAME},\s+)?(?:{_DATE}\s*)?"
                rf"\((?P<who>{agencies})\)\s*[.:]?(?=\s)"
            ),
            re.compile(
                rf"(?:(?:{_NAME}|{_DATE})\s*[,./|]\s*){{0,4}}(?P<who>{agencies})\s*(?:\.\s*{_DASH}+|(?<=\s){_DASH}+(?=\s)|{_DASH}{{2,}})"
            ),
        ),
        bracket=re.compile(rf"[(\[]\s*(?P<who>{agencies}|{phrase})\s*\.?[)\]]\.?"),
        bracket_at_start=re.compile(rf"\(\s*(?P<who>{agencies}|{phrase})\s*\)"),
        bracket_at_end=re.compile(rf"\(\s*(?P<who>{agencies}|{phrase})\s*\)[\s.]*$"),
        line=re.compile(line),
        phrase=re.compile(rf"[*–—-]?\s*(?P<who>{phrase})\s*[.*]?"),
        tail=re.compile(rf"(?<=[.!?\"”»)])\s+(?P<who>{agencies}|{phrase})\.?$"),
        byline=re.compile(
            rf"(?:Por|POR|By|BY|Escrito por|Written by|Texto|Text)\s*:?\s+(?P<who>{_PERSON}(?:{_AND}{_PERSON})*?)"
            rf"(?P<rest>\s*(?:[,|/–—(-]|\s(?:en|in)\s)\s*[^.!?]{{2,80}}?)?"
        ),
    )
