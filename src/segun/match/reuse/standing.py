"""An outlet's standing lines: *subscribe to our newsletter*, *photo: Ada Linde*; they assert nothing to be traced.

A line is one where it begins with words for such lines, or where reports of its outlet that have no other line in
common all have it, word for word, and it gives no figure and names no source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from segun.match.figures import clocks, counts, days
from segun.match.told import Told
from segun.model import Span

_LONGEST = 45
"""Words of a standing line at most."""
_MARKS = frozenset(":/|©")
"""Marks behind a word for a picture, before whose it is."""
_LEAST = 4
"""Words of a line that is told by its coming back."""
_TIMES = 3
"""Reports of an outlet from which a line that comes back is a standing one; two are enough if it names the outlet."""


def standing(reports: Sequence[Told]) -> dict[str, list[Span]]:
    """Return where the standing lines of each report stand, by its key."""
    found: dict[str, list[Span]] = {told.key: [] for told in reports}
    by_outlet: dict[str, list[Told]] = defaultdict(list)
    for told in reports:
        found[told.key] = [span for span in _lines(told) if _begins(told, span)]
        if told.outlet_form:
            by_outlet[told.outlet_form].append(told)
    for several in by_outlet.values():
        for key, spans in _coming_back(several).items():
            found[key] = sorted({*found[key], *spans})
    return found


def _lines(told: Told) -> Iterator[Span]:
    """Yield where the lines of a report stand, below its first one."""
    start = 0
    for number, line in enumerate(told.text.split("\n")):
        if number and line.strip() and len(told.within(Span(start, start + len(line)))) <= _LONGEST:
            yield Span(start, start + len(line))
        start += len(line) + 1


def _begins(told: Told, span: Span) -> bool:
    """Whether a line begins with words for such lines: *subscribe to*, *photo:*."""
    first = told.within(span)[:1]
    behind = told.text[told.spans[first[0]].end :].lstrip(" ")[:1] if first else ""
    if first and told.words[first[0]] in told.match.captions and behind in _MARKS:
        return True
    return told.match.standing.match(" ".join(told.words[at] for at in told.within(span))) is not None


def _coming_back(reports: Sequence[Told]) -> Mapping[str, list[Span]]:
    """Return where lines stand that come back in reports of one outlet which share no other line."""
    places: dict[str, dict[str, Span]] = defaultdict(dict)
    for told in reports:
        for span in _lines(told):
            words = " ".join(told.words[at] for at in told.within(span))
            if words.count(" ") + 1 >= _LEAST:
                places[words].setdefault(told.key, span)
    shared: dict[str, set[str]] = defaultdict(set)
    """The lines of each report that another one has too."""
    for words, where in places.items():
        if len(where) > 1:
            for key in where:
                shared[key].add(words)
    by_key = {told.key: told for told in reports}
    found: dict[str, list[Span]] = defaultdict(list)
    for words, where in places.items():
        alone = {key: span for key, span in where.items() if shared[key] == {words}}
        if len(alone) < 2 or not all(_tells_nothing(by_key[key], span) for key, span in where.items()):
            continue
        named = f" {next(iter(reports)).outlet_form} " in f" {words} "
        if len(alone) >= _TIMES or named:
            for key, span in where.items():
                found[key].append(span)
    return found


def _tells_nothing(told: Told, span: Span) -> bool:
    """Whether a line gives no figure and nobody is said to have said it."""
    if counts(told, span) or clocks(told, span) or days(told, span):
        return False
    return not any(claim.relays and span.touches(each) for claim in told.analysis.claims for each in claim.spans)
