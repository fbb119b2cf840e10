"""What happened when, and who said so when: dated claims on an axis, and those whose date is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from segun.model import Analysis, Claim, Time, wording
from segun.timex import Extent, extent, moment, refers
from segun.view.axis import Axis, axis
from segun.view.reasons import reason
from segun.view.visible import excerpt
from segun.view.voices import Chain, Voice, chain, voices
from segun.view.when import say

_CONTENT, _WORDS = 180, 60
_BROAD = 1.5
"""Hundredths of the axis below which a day or less is a point."""

Relates = Literal["event", "saying"] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated claim."""

    claim: str
    content: str
    """Its content on one line, its middle left out where it is long."""
    chain: Chain
    """Empty where the report itself asserts it."""
    relates: Relates
    """Whether the time tells when it happened or when it was said; ``None`` where that is open."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A closed time with the claims that it dates; ``left`` and ``width`` in hundredths of the axis."""

    value: str
    label: str
    words: tuple[str, ...]
    """The report's own, each wording once."""
    marks: tuple[Mark, ...]
    left: float
    width: float
    """0 for a point."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that an open time may have."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Open:
    """A time whose date the report leaves open."""

    value: str | None
    label: str
    words: str
    candidates: tuple[Guess, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Closed times in their order, and open ones in the order of the text."""

    moments: tuple[Moment, ...]
    open: tuple[Open, ...]
    axis: Axis | None
    """``None`` where there are not two moments to set apart."""
    published: float | None
    """Where on the axis the report was published, in hundredths; ``None`` where it is not on it."""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.moments or self.open)


def timeline(analysis: Analysis) -> Timeline:
    """Lay out the times that date claims.

    Durations, ages and sets date nothing, nor does what only says past, present or future; they are left out, as is a
    time of no claim. Of a claim and another within it that one time dates, the inner one is shown where the time
    tells when something happened, the outer one where it tells when somebody spoke.
    """
    known = voices(analysis)
    claims = {claim.id: claim for claim in analysis.claims}
    dated = [
        (time, extent(time.value), tuple(_mark(analysis, claim, time, known) for claim in _shown(time, claims)))
        for time in sorted(analysis.times, key=lambda time: time.span)
        if time.type in ("DATE", "TIME") and not refers(time.value)
    ]
    closed = [(time, reach, marks) for time, reach, marks in dated if reach is not None and marks]
    published = moment(analysis.report.published)
    scale = _axis([reach for _, reach, _ in closed], published)
    return Timeline(
        moments=_moments(analysis.report.text, closed, scale),
        open=tuple(_open(analysis.report.text, time, marks) for time, reach, marks in dated if reach is None and marks),
        axis=scale,
        published=scale.at(published) if scale and published is not None and scale.holds(published) else None,
    )


def _axis(extents: list[Extent], published: float | None) -> Axis | None:
    if not extents:
        return None
    scale = axis(extents, published)
    moments = {(each.start, each.end) for each in extents}
    return scale if len(moments) > 1 or (published is not None and scale.holds(published)) else None


def _shown(time: Time, claims: Mapping[str, Claim]) -> list[Claim]:
    dated = [claims[id] for id in dict.fromkeys(time.claims) if id in claims]
    around = {claim.id: _around(claim, claims) for claim in dated}
    if time.relates_to == "saying":
        return [claim for claim in dated if not around[claim.id] & around.keys()]
    inside = set().union(*around.values())
    return [claim for claim in dated if claim.id not in inside]


def _around(claim: Claim, claims: Mapping[str, Claim]) -> set[str]:
    """Return the ids of the claims within which this one is nested."""
    found: set[str] = set()
    parent = claim.parent
    while parent is not None and parent in claims and parent not in found:
        found.add(parent)
        parent = claims[parent].parent
    return found


def _mark(analysis: Analysis, claim: Claim, time: Time, known: Mapping[str | None, Voice]) -> Mark:
    content = excerpt(wording(analysis.report.text, claim.spans), _CONTENT)
    return Mark(claim.id, content, chain(claim, known), time.relates_to)


def _moments(
    text: str, closed: Iterable[tuple[Time, Extent, tuple[Mark, ...]]], scale: Axis | None
) -> tuple[Moment, ...]:
    """Bring together what has the same value, in the order of the calendar, of two that start together the longer."""
    grouped: dict[str, tuple[Extent, list[str], list[Mark]]] = {}
    for time, reach, marks in closed:
        _, words, together = grouped.setdefault(time.value or "", (reach, [], []))
        words.append(excerpt(time.span.of(text), _WORDS))
        together.extend(mark for mark in marks if mark not in together)
    in_order = sorted(grouped.items(), key=lambda item: (item[1][0].start, -item[1][0].end))
    return tuple(
        Moment(value, say(value), tuple(dict.fromkeys(words)), tuple(marks), *_place(reach, scale))
        for value, (reach, words, marks) in in_order
    )


def _place(reach: Extent, scale: Axis | None) -> tuple[float, float]:
    if scale is None:
        return 0.0, 0.0
    left, right = scale.at(reach.start), scale.at(reach.end)
    width = round(right - left, 2)
    if reach.end - reach.start <= 1 and width < _BROAD:
        return round((left + right) / 2, 2), 0.0
    return left, width


def _open(text: str, time: Time, marks: tuple[Mark, ...]) -> Open:
    return Open(
        value=time.value,
        label=say(time.value),
        words=excerpt(time.span.of(text), _WORDS),
        candidates=tuple(Guess(say(each.value), excerpt(reason(each.why), 2 * _WORDS)) for each in time.candidates),
        marks=marks,
    )
