"""What keeps two statements apart although they give the same number: they are of other years, or of other matters.

A report that recalls an earlier case (*in 2011 there were 11 cases too*) or sets another one aside (*the three who died
in a home have nothing to do with this*) gives a number that may well be that of the matter at hand.
"""

from __future__ import annotations

from datetime import date

from segun.match.figures import TOLL
from segun.match.statements import Said
from segun.timex import extent

_LONG_AGO = 183
"""Days before its report from which what a statement tells is another case, which the report recalls."""

_NEAR = 4
"""Words before a name among which it is told that it is a place's."""


def of_two_matters(a: Said, b: Said) -> bool:
    """Whether two statements of one report that give one number are of two matters."""
    return _side_by_side(a, b) or _elsewhere(a, b) or _elsewhere(b, a) or set_aside(a) != set_aside(b)


def recalled(said: Said) -> int | None:
    """Return the year of which a statement tells, where that lies well before its report; ``None`` where it does not.

    A sentence that goes on with a matter (*there, too*) is of the year of the one before it.
    """
    told = said.told
    today = extent((told.analysis.report.published or "")[:10])
    if today is None:
        return None
    inside = told.sentence_of(said.spans[0])
    start, end = told.spans[inside.start].start, said.spans[-1].end
    if not _dates(said, start, end) and told.match.pointing.match(" ".join(told.words[inside.start : inside.stop])):
        before = told.sentence_of(told.spans[inside.start - 1]) if inside.start else inside
        start, end = told.spans[before.start].start, start
    days = _dates(said, start, end)
    if not days or any(last > today.start - _LONG_AGO for _, last in days):
        return None
    return date.fromordinal(int(min(days)[0])).year


def _dates(said: Said, start: int, end: int) -> list[tuple[float, float]]:
    """Return first and last day of the dates that stand in a stretch of a statement's report."""
    times = said.told.analysis.times
    named = (each for each in times if each.type == "DATE" and start <= each.span.start < end)
    return [(covered.start, covered.end) for each in named if (covered := extent(each.value))]


def set_aside(said: Said) -> bool:
    """Whether a statement's sentence says that it is of another matter: *has nothing to do with*."""
    told = said.told
    inside = told.sentence_of(said.spans[0])
    return told.match.unrelated.search(" ".join(told.words[inside.start : inside.stop])) is not None


def _side_by_side(a: Said, b: Said) -> bool:
    """Whether one sentence gives one number twice: *the poll gave her 50, and 50 is what was counted*."""
    one, other = sorted((a, b), key=lambda said: said.spans)
    told, start = other.told, other.spans[0].start
    if told.sentence_of(one.spans[0]).start != told.sentence_of(other.spans[0]).start or one.spans[-1].end > start:
        return False
    before = told.text.rfind(" ", 0, start - 1)
    if not any(told.match.joins.match(told.text, max(0, at)) for at in (start - 1, before)):
        return False
    return any(x.agrees(y) and (x.of & y.of or x.unit == y.unit) for x in a.counts for y in b.counts)


def _elsewhere(a: Said, b: Said) -> bool:
    """Whether the one gives the other's toll of a place that its report speaks of only there."""
    if a.claim.headline or b.claim.headline:
        return False
    if not any(x.of & y.of & TOLL and x.agrees(y) for x in a.counts for y in b.counts):
        return False
    told = a.told
    for span in a.spans:
        inside = told.within(span)
        for at in inside[1:]:
            if told.named(at, inside) and told.words.count(told.words[at]) == 1 and _placed(a, at, inside):
                return True
    return False


def _placed(said: Said, at: int, inside: range) -> bool:
    """Whether a name stands behind a word for where something is: *in the home Villa Alba*."""
    told = said.told
    return any(told.words[each] in told.match.places for each in range(max(inside.start, at - _NEAR), at))
