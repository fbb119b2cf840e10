"""Find the times of a text and give each its value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from segun.anchor.time import hours, lengths, periods, points
from segun.anchor.time.calendar import day_in
from segun.anchor.time.context import Context, Sense, Tense
from segun.anchor.time.grammar import Found, found, grammar
from segun.anchor.time.vocabulary import YEARS
from segun.model import Span, Time

MAKERS: Mapping[str, Callable[[Found, Context], Sense | None]] = {
    "date": points.dated,
    "deictic": points.deictic,
    "feast": points.feast_day,
    "season": points.season,
    "year": points.year,
    "decade": points.decade,
    "century": points.century,
    "fixed": points.fixed,
    "anaphoric": points.anaphoric,
    "period": periods.period,
    "last-named": periods.last_named,
    "part-of-year": periods.part_of_year,
    "duration": lengths.duration,
    "repeated": lengths.repeated,
    "ago": lengths.ago,
    "away": lengths.away,
    "part-of-day": hours.part_of_day,
    "clock": hours.clock,
    "nothing": lambda _found, _at: None,
}
"""What gives a wording its meaning, by the name that the rules of a language call it by."""


def no_tense(_: Span) -> Tense | None:
    """Say nothing of the tense, for those who have no parse."""
    return None


def times(
    text: str,
    language: str,
    published: str | None,
    *,
    tense: Callable[[Span], Tense | None] = no_tense,
    counting: Collection[int] = (),
) -> tuple[Time, ...]:
    """Return the time expressions of a text with their values, in order of position, not overlapping.

    Args:
        text: the text as read; spans are half-open, in its code points.
        language: a code that has a ``times.toml``.
        published: the day, or date and time, of publication in ISO 8601. Without it, or where it names no full day,
            what depends on it stays open.
        tense: tells the tense of the verb that governs an expression; ``None`` where it cannot tell.
        counting: where numbers begin that count something: none is the day of a weekday before it.

    Raises:
        FileNotFoundError: the language has no ``times.toml``.
    """
    matched = [_without_count(each, counting) for each in found(text, language)]
    at = Context(
        text,
        grammar(language).words,
        _day_of_publication(published),
        tense,
        weekday=_weekday(matched),
        years=tuple((each.span, each.integer("y") or 0) for each in matched if (each.integer("y") or 0) in YEARS),
    )
    made: list[Time] = []
    for each in matched:
        sense = MAKERS[each.rule.make](each, at)
        if sense is None:
            continue
        made.append(Time(each.span, sense.type, sense.value, candidates=sense.candidates))
        if sense.anchors and sense.type in {"DATE", "TIME"}:
            at.name(each.span, sense.value)
    return tuple(made)


def _without_count(each: Found, counting: Collection[int]) -> Found:
    """Return a weekday without the number behind it where that counts something: *el martes 4 muertos*."""
    day, weekday = each.tokens.get("d"), each.tokens.get("w")
    if day is None or weekday is None or "m" in each.tokens or day.start not in counting or each.span.end != day.end:
        return each
    tokens = {name: token for name, token in each.tokens.items() if name != "d"}
    return replace(each, span=Span(each.span.start, weekday.end), tokens=tokens)


def _day_of_publication(published: str | None) -> date | None:
    day = day_in(published)
    return day if day and day.year in YEARS else None


def _weekday(matched: list[Found]) -> int | None:
    """Return the weekday of publication where a wording joins the two: *ayer jueves* was written on a Friday."""
    for each in matched:
        if "k" in each.tokens and "w" in each.tokens:
            return ((each.integer("w") or 0) - 1 - (each.integer("k") or 0)) % 7 + 1
    return None
