"""What happened when over several reports: dated claims in the order of the calendar, and those whose date is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from segun.model import Analysis
from segun.timex import extent
from segun.view.timeline import Guess, Mark, Relates, timeline


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim with one of its dates, and every report that carries it in the same words of the same text."""

    value: str | None
    content: str
    speakers: tuple[str, ...]
    """Who asserts it, then via whom; empty for the report itself."""
    relates: Relates
    reports: tuple[str, ...]
    """Their keys."""
    outlet: str | None
    """Of the first of them."""
    candidates: tuple[Guess, ...] = ()
    """Values that an open date may have."""


_Key = tuple[str | None, str, str]


def dated(analyses: Iterable[Analysis]) -> tuple[list[Dated], list[Dated]]:
    """Return the claims with a closed date in the order of the calendar, then those whose date is open.

    A claim with two dates stands twice. Nothing of a report is kept but its lines.
    """
    closed: dict[_Key, Dated] = {}
    open_: dict[_Key, Dated] = {}
    for analysis in analyses:
        text = analysis.report.text_id
        for found, is_open, claim in _of(analysis):
            lines = open_ if is_open else closed
            key = (found.value, text, claim)
            before = lines.get(key)
            lines[key] = replace(before, reports=before.reports + found.reports) if before else found
    return sorted(closed.values(), key=_order), list(open_.values())


def _of(analysis: Analysis) -> Iterator[tuple[Dated, bool, str]]:
    when = timeline(analysis)
    for moment in when.moments:
        for mark in moment.marks:
            yield _line(analysis, moment.value, mark), False, mark.claim
    for each in when.open:
        for mark in each.marks:
            yield replace(_line(analysis, each.value, mark), candidates=each.candidates), True, mark.claim


def _line(analysis: Analysis, value: str | None, mark: Mark) -> Dated:
    names = tuple(voice.short for voice in reversed(mark.chain))
    report = analysis.report
    return Dated(value, mark.content, names, mark.relates, (report.key,), report.outlet)


def _order(line: Dated) -> tuple[float, float]:
    reach = extent(line.value)
    return (reach.start, -reach.end) if reach else (float("inf"), 0.0)
