"""Where a claim is cut: between its figures, its clauses, and what it denies and what it does not.

A claim may say several things at once (*the agency first gave 40 and raised it to 65*). It is cut at the marks and
conjunctions between its figures and between its clauses, so that each part stands for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from segun.lang.folding import LOWER, UPPER
from segun.match.figures import PEOPLE, TOLL, clocks, counts, days
from segun.match.told import Told
from segun.model import Claim, Span, Spans

_SENTENCE = re.compile(rf"(?<=[.!?…])[\"»”']?\s+(?=[\"«“¿¡({UPPER}0-9])|\n+")
_LARGE = rf"[^\W\d_{LOWER}]"
_MARK = re.compile(r"[;:]\s|\s[—–-]\s")
_COMMA = re.compile(r",\s")
_COLON = re.compile(r"[;:]\s+(?=\S)")
_DATELINE = re.compile(
    r"[^\W\d_][^\n]{1,60}?\([^()\n]{2,40}\)\s*\.?\s*[-–—]+\s+"  # Járkov (Ucrania), 18 jun (Meridia).-
    rf"|{_LARGE}{{3,}}[^\n.]{{0,40}}?\.?\s[-–—]\s(?:[^\W\d_][\w.]*\s?){{0,2}}?\.?\s?(?={_LARGE})"
)
_KEPT = "@#$€£¥%)]\"»”'’"
_NEXT = 4
"""Words behind a number among which the counted are named."""
LEAST = 3
"""Words under which a stretch states nothing."""


def parts(told: Told, claim: Claim) -> Iterator[Spans]:
    """Yield the spans of the parts of a claim."""
    pieces = [piece for span in claim.spans for piece in sentences(told.text, undated(told.text, span))]
    few = sum(bool(figures_in(told, piece)) for piece in pieces) < 2
    denying = {told.denied(told.within(piece)) for piece in pieces if len(told.within(piece)) > LEAST}
    if len(pieces) > 1 and few and len(claim.spans) > 1 and len(denying) < 2:
        yield tuple(undated(told.text, span) for span in claim.spans)
        return
    clauses = list(_clauses(told, claim))
    for piece in pieces:
        yield from ((part,) for part in _cut(told, piece, [at for at in clauses if piece.start < at < piece.end]))


def figured(told: Told, span: Span) -> list[Span]:
    """Return a stretch that belongs to no claim, cut between its figures."""
    return [span] if len(figures_in(told, span)) < 2 else _cut(told, span, ())


def _clauses(told: Told, claim: Claim) -> Iterator[int]:
    """Yield where the clauses of a claim that are joined to each other part: *it made a landing | and four died*.

    Not where the second one goes on without a subject or a figure of its own, and not between two tolls.
    """
    heads = sorted((each.spans[0], each) for each in claim.propositions if each.spans)
    for (before, _), (head, clause) in pairwise(heads):
        first = min((each.span.start for each in clause.arguments if each.span.start >= before.end), default=head.start)
        joined = [mark.start() for mark in told.match.joins.finditer(told.text, before.end, min(first, head.start))]
        within = next((span for span in claim.spans if span.holds(before) and span.holds(head)), None)
        if not joined or within is None:
            continue
        at = joined[-1]
        ours, theirs = Span(within.start, at), Span(at, within.end)
        subject = any(each.role.startswith("nsubj") for each in clause.arguments)
        own = subject or figures_in(told, theirs) or told.match.turns.match(told.text, at)
        if own and not (_toll(told, ours) and _toll(told, theirs)):
            yield at


def _toll(told: Told, span: Span) -> bool:
    """Whether a stretch tells a toll."""
    return any(concept in TOLL for _, _, concept in told.meant(told.within(span)))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences and lines of a stretch."""
    start = span.start
    for mark in _SENTENCE.finditer(text, span.start, span.end):
        yield Span(start, mark.start())
        start = mark.end()
    if start < span.end:
        yield Span(start, span.end)


def undated(text: str, span: Span) -> Span:
    """Return a stretch without the dateline that opens it."""
    if span.start and text[span.start - 1] != "\n":
        return span
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found and found.end() < span.end else span


def figures_in(told: Told, span: Span) -> list[Span]:
    """Return where the numbers and clock times of a stretch stand, in order."""
    found = {each.span for each in counts(told, span)} | {each.span for each in clocks(told, span)}
    return sorted(found)


def _cut(told: Told, span: Span, clauses: Sequence[int]) -> list[Span]:
    """Return a stretch cut between its clauses and its figures, at the strongest mark between two of these."""
    exact = {day.span for day in days(told, span) if day.exact}
    figures = sorted({*figures_in(told, span), *exact})
    numbers = {each.span for each in counts(told, span)}
    tolls = {each.span for each in counts(told, span) if each.of & TOLL}
    cuts = list(clauses)
    for before, after in pairwise(figures):
        if before.end > after.start or (before in tolls and after in tolls):
            continue
        alike = (before in numbers) == (after in numbers)
        opened = _opened(told, span, before, number=before in numbers)
        comma = (_COMMA,) if not _of_them(told, after) and (alike or not opened) else ()
        for marks in (_MARK, *comma, told.match.joins):
            places = [found.start() for found in marks.finditer(told.text, before.end, after.start)]
            if places:
                cuts.append(places[-1])
                break
        else:
            cuts.extend(_sequel(told, span.start, before, after))
    cuts.extend(_contrasts(told, span))
    cuts.extend(_dated(told, span))
    cuts.extend(_turns(told, span))
    edges = sorted({span.start, *cuts, span.end})
    return [trimmed(told.text, Span(start, end)) for start, end in pairwise(edges) if end > start]


def _opened(told: Told, span: Span, figure: Span, *, number: bool) -> bool:
    """Whether a figure only opens a stretch, with hardly a word before a comma: *at 19:40 on Monday, the ferry …*."""
    return len(told.within(Span(span.start, figure.end if number else figure.start))) < LEAST


def _sequel(told: Told, start: int, before: Span, after: Span) -> Iterator[int]:
    """Yield where what went before or came after begins: *closed five schools | after gas was smelt at 02:40*."""
    for mark in told.match.sequels.finditer(told.text, before.end, after.start):
        sides = Span(start, mark.start()), Span(mark.end(), after.start)
        if min(len(told.within(each)) for each in sides) >= LEAST:
            yield mark.start()
            return


def _of_them(told: Told, figure: Span) -> bool:
    """Whether a figure is a part of the number before it: *two of them*."""
    behind = told.within(Span(figure.end, len(told.text)))[:2]
    return " ".join(told.words[at] for at in behind) in told.match.of_them


def _contrasts(told: Told, span: Span) -> Iterator[int]:
    """Yield where a stretch turns: behind a colon, and where what is denied meets what is not."""
    for mark in _COLON.finditer(told.text, span.start, span.end):
        before, after = Span(span.start, mark.start()), Span(mark.end(), span.end)
        long = min(len(told.within(before)), len(told.within(after))) >= LEAST
        if long and (told.text[mark.start()] == ":" or (figures_in(told, before) and figures_in(told, after))):
            yield mark.end()
    for marks in (_COMMA, told.match.joins):
        for mark in marks.finditer(told.text, span.start, span.end):
            after = Span(mark.end(), span.end)
            first, rest = told.within(Span(span.start, mark.start())), told.within(after)
            if len(first) > LEAST and told.denied(first) and not told.denied(rest) and counts(told, after):
                yield mark.end()
                return


def _turns(told: Told, span: Span) -> Iterator[int]:
    """Yield where a further clause is joined: *all were brought down | and that none reached the depot*."""
    for mark in told.match.turns.finditer(told.text, span.start, span.end):
        before, after = Span(span.start, mark.start()), Span(mark.end(), span.end)
        long = min(len(told.within(each)) for each in (before, after)) >= LEAST
        if long and not (_toll(told, before) and _toll(told, after)):
            yield mark.start()


def _dated(told: Told, span: Span) -> Iterator[int]:
    """Yield where people that are counted are then dated: *the 40 army specialists | arrived on 3 September*."""
    exact = [day.span for day in days(told, span) if day.exact]
    for count in counts(told, span):
        if count.of & PEOPLE and not count.of & TOLL and any(day.start > count.span.end for day in exact):
            after = told.within(Span(count.span.end, span.end))[:_NEXT]
            named = [end for _, end, concept in told.meant(after) if concept in count.of]
            if named:
                end = told.spans[named[0] - 1].end
                first = min(day.start for day in exact if day.start > count.span.end)
                yield next((each.start for each in told.predicates if end < each.start < first), end)


def trimmed(text: str, span: Span) -> Span:
    """Return a stretch without the marks and blanks that begin and end it."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in _KEPT):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in _KEPT):
        end -= 1
    return Span(start, end)
