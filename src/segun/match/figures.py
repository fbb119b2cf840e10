"""Figures that statements can agree or differ in: counts with what they count, clock times, and days."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from segun import lang
from segun.frame.amounts import amount_at, beginnings
from segun.frame.numbers import matches, pieces
from segun.match.told import Told
from segun.match.who import INSTITUTIONS
from segun.model import Quantity, Span
from segun.timex import extent

TOLL = frozenset({"die", "injure", "missing"})
"""Concepts that tolls count; their figures belong together: *one dead and four wounded*."""
_DEAD = "toll"
"""A word for the number of the dead."""
PEOPLE = frozenset(
    {
        "child",
        "civilian",
        "crew",
        "employee",
        "farmer",
        "firefighter",
        "fisherman",
        "instructor",
        "migrant",
        "miner",
        "passenger",
        "patient",
        "person",
        "police",
        "protester",
        "resident",
        "soldier",
        "student",
        "tourist",
        "woman",
    }
)
"""Concepts of those whom a toll may count: *four workers have died*."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
APART = 20
"""Minutes from which two clock times are two."""
_NOON = 720
_DIGIT = re.compile(r"\d")
_DAY = len("2025-06-18")
_ROUND = 1_000
"""Whole numbers from which a round one may stand for a more exact one."""
_MONTH = 31
"""Days of the longest month."""
_SUFFIX = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r",?\s")
"""What stands between a weekday and its day of the month."""
_AFTER, _BEFORE = 5, 4
"""Words after and before a number among which the thing counted is looked for."""
_NOBODY = 5
"""Words before a toll among which its denial is looked for: *no one on the site was hurt*."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts."""

    span: Span
    low: float
    high: float
    of: frozenset[str]
    """Concepts of what is counted; none where the words do not say it."""
    approximate: bool = False
    unit: str = ""
    """Stem of the word for what is counted, empty where there is none."""

    def agrees(self, other: Count) -> bool:
        """Whether the two may be the same number: ranges that meet, or a round number near another one."""
        slack = 0.1 * max(self.high, other.high) if self.approximate or other.approximate else 0.0
        slack = max(slack, _rounding(self.low, other.low), _rounding(other.low, self.low))
        return self.low <= other.high + slack and other.low <= self.high + slack


def _rounding(value: float, exact: float) -> float:
    """Return how far a round number may be from a more exact one: 300,000 from 311,204, or 27 from 26.8."""
    if exact == value or (exact % 1 == 0 and value < _ROUND):
        return 0.0
    step = 1
    while value and value % (10 * step) == 0:
        step *= 10
    return min(step / 2, 0.05 * value) if exact % step else 0.0


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day."""

    span: Span
    minutes: int
    """After midnight."""
    loose: bool = False
    """Whether the words leave open which half of the day it is: *twenty past nine*."""

    def agrees(self, other: Clock) -> bool:
        """Whether the two may be the same time."""
        turn = 720 if self.loose or other.loose else 1440
        apart = abs(self.minutes - other.minutes) % turn
        return min(apart, turn - apart) <= APART


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a period of days, that is named."""

    span: Span
    first: float
    last: float
    """Days as :mod:`segun.timex` counts them; the last is exclusive."""
    exact: bool
    """Whether it is one day that the words themselves name, not one that was told from another."""


@lru_cache(maxsize=20_000)
def counts(told: Told, span: Span) -> tuple[Count, ...]:
    """Return the numbers of a stretch that count something, in order."""
    return tuple(_counts(told, span))


def _counts(told: Told, span: Span) -> list[Count]:
    if told.language not in lang.supported():
        return []
    numerals = lang.numerals(told.language)
    found = pieces(told.text, span)
    times = [time.span for time in told.analysis.times if time.span.touches(span) and time.type in {"DATE", "TIME"}]
    quantities = told.analysis.quantities
    result: list[Count] = []
    done = 0
    for at in beginnings(found, numerals):
        amount = amount_at(found, at, numerals) if at >= done else None
        if amount is None:
            continue
        done = amount.last + 1
        where = Span(found[amount.first].start, found[amount.last].end)
        if any(where.touches(time) for time in times):
            continue
        low = amount.number.value
        before = told.within(where).start - 1
        if before >= 0 and told.words[before] in told.match.negations:  # no one was hurt; three, and not two
            continue
        quantity = next((each for each in quantities if each.span.touches(where)), None)
        if (quantity is None and _of_a_date(told, where, low)) or _ordinal(told, where, low):
            continue
        behind = matches(found, done, numerals.partitive)
        whole = amount_at(found, done + behind, numerals) if behind else None
        if whole is not None:  # 21 of its 86 passengers: what all of them are is told, not counted
            done = whole.last + 1
        named = _named(told, quantity, where)
        of = _counted(told, Span(where.start, found[whole.last].end) if whole else where, span, named)
        if low == 1 and amount.upper is None and not of & TOLL and not named:
            continue  # one of them; but: one tank
        high = max(low, amount.upper.value) if amount.upper else low
        nearly = any(each.approximate and each.span.touches(where) for each in quantities)
        if not named and of.isdisjoint(told.things | PEOPLE | TOLL) and _of_a_name(told, where):
            continue
        unit = told.stem(told.words[named.stop - 1]) if named else ""
        if not named and not of:
            of, unit = _number_of(told, where, span)
        opener = {found[amount.first].norm, told.words[before] if before >= 0 else ""}
        if amount.upper and not opener.isdisjoint(told.match.from_):  # raised from 21 to 58
            for each in (amount.number, amount.upper):
                at_ = Span(found[each.first].start, found[each.last].end)
                result.append(Count(at_, each.value, each.value, of, nearly, unit))
            continue
        result.append(Count(where, low, high, of, nearly, unit))
    if len(result) == 1 and not result[0].of & TOLL:  # four workers of the quarry have died
        tolls = {concept for _, _, concept in told.meant(told.within(span)) if concept in TOLL}
        if len(tolls) == 1 and (not result[0].of or result[0].of & PEOPLE):
            result = [replace(result[0], of=result[0].of | tolls)]
    result += _nths(told, span, result)
    return sorted((*result, *_ones(told, span, result), *_noughts(told, span, result)), key=lambda each: each.span)


def _ordinal(told: Told, where: Span, value: float) -> bool:
    """Whether letters that are no measure go on from a number (*the 18th*), or it is *a* of *a third patient*."""
    behind = told.within(where).stop
    if value == 1 and behind < len(told.words) and told.words[behind] in told.match.nths:
        return True
    suffix = _SUFFIX.match(told.text, where.end)
    return suffix is not None and suffix[0] not in lang.numerals(told.language).measures


def _of_a_date(told: Told, where: Span, value: float) -> bool:
    """Whether a number goes on from a weekday: *Friday 18*."""
    if not 1 <= value <= _MONTH:
        return False
    inside = told.within(where)
    before = told.spans[max(0, inside.start - 2) : inside.start]
    dates = [each.span for each in told.analysis.times if each.type == "DATE"]
    return any(
        date.end == word.end and _GAP.fullmatch(told.text, date.end, where.start) for date in dates for word in before
    )


def _of_a_name(told: Told, where: Span) -> bool:
    """Whether a number is what a thing before it is called: *train 88*, *polling station 14*."""
    before = told.within(where).start - 1
    if before < 0 or told.words[before] in told.match.idle:
        return False
    if told.text[told.spans[before].end : where.start].strip(" \u00a0"):
        return False
    return told.text[where.start].isdigit() and any(
        concept in told.things for _, end, concept in told.meant(range(max(0, before - 3), before + 1)) if end > before
    )


def clocks(told: Told, span: Span) -> list[Clock]:
    """Return the clock times of a stretch."""
    return [
        Clock(
            Span(time.span.start, time.span.end - (told.text[time.span.end - 1] == ",")),
            at := int(clock[1]) * 60 + int(clock[2]),
            at < _NOON and not _DIGIT.search(time.span.of(told.text)),
        )
        for time in told.analysis.times
        if span.start <= time.span.start < span.end and (clock := _CLOCK.search(time.value or ""))
    ]


def days(told: Told, span: Span) -> list[Day]:
    """Return the days of a stretch that are no clock times and do not tell when somebody spoke."""
    found = []
    for time in told.analysis.times:
        dated = span.holds(time.span) and time.type == "DATE" and time.relates_to != "saying"
        exact = any(letter.isdigit() for letter in time.span.of(told.text)) and len(time.value or "") == _DAY
        if dated and (covered := extent(time.value)):
            found.append(Day(time.span, covered.start, covered.end, exact))
    return found


def _named(told: Told, quantity: Quantity | None, where: Span) -> range:
    """Return the words by which a quantity names what it counts, behind its number; none where it does not."""
    if quantity is None or not quantity.unit:
        return range(0)
    inside = told.within(Span(where.end, max(where.end, quantity.span.end)))
    return inside or range(0)


def _counted(told: Told, where: Span, span: Span, named: range) -> frozenset[str]:
    """Return the concepts of what a number counts: those next after it, or the nearest toll before it."""
    inside = told.within(span)
    here = told.within(where)
    measured = [concept for _, _, concept in told.meant(named) if concept in told.measures]
    if measured or _measures(told, here, inside):
        return frozenset(measured[:1])
    article = here.stop < inside.stop and told.words[here.stop] in told.match.idle
    behind = told.meant(range(here.stop, min(here.stop + 1 + article, inside.stop)))
    if behind and behind[0][2] in told.measures:  # raised it to 4,100 the hectares burned
        return frozenset({behind[0][2]})
    after = range(here.stop, min(here.stop + _AFTER, inside.stop))
    for at in after:  # not past the next number
        if any(letter.isdigit() for letter in told.words[at]):
            after = range(here.stop, at)
            break
    found = [each for each in told.meant(after) if each[2] not in told.describing]  # 18 new tents
    tolls = [concept for _, _, concept in found if concept in TOLL]
    if tolls:
        return frozenset(tolls[:1])
    if named:
        found = [each for each in found if each[0] < named.stop]
    elif found and (found[0][2] in told.uncounted or found[0][2] in INSTITUTIONS):  # 18,000 if you ask the ministry
        found = []
    if found:
        first = found[0][0]
        return frozenset(concept for start, _, concept in found if start == first)
    if named:
        return frozenset()
    before = told.meant(range(max(inside.start, here.start - _BEFORE), here.start))
    nearest = frozenset(concept for _, _, concept in before if concept in TOLL)
    if nearest or not any(concept == _DEAD for _, _, concept in told.meant(inside)):
        return nearest
    return frozenset({"die"})  # the toll stands at four


def _number_of(told: Told, where: Span, span: Span) -> tuple[frozenset[str], str]:
    """Return what a number that ends its clause counts: *the number of customers affected was 34,500*."""
    inside = told.within(span)
    before = range(inside.start, told.within(where).start)
    for at in reversed(before):
        size = next((len(run) for run in told.match.number_of if tuple(told.words[at : at + len(run)]) == run), 0)
        if size and at + size in before:
            found = told.meant(range(at + size, at + size + 1))
            return frozenset(concept for _, _, concept in found), told.stem(told.words[at + size])
    return frozenset(), ""


def _measures(told: Told, here: range, inside: range) -> bool:
    """Whether a number is followed by a measure, and so counts nothing: *40 km downstream*."""
    if here.stop >= inside.stop:
        return False
    numerals = lang.numerals(told.language)
    return told.spans[here.stop].of(told.text) in numerals.measures or told.words[here.stop] in numerals.measure_words


def _nths(told: Told, span: Span, known: list[Count]) -> list[Count]:
    """Return the tolls that have reached a number: *a fourth protester has died*."""
    if any(each.of & TOLL for each in known):
        return []
    inside = told.within(span)
    found = told.meant(inside)
    tolls = [concept for _, _, concept in found if concept in TOLL]
    for at in inside[1:]:
        number = told.match.nths.get(told.words[at])
        if number and tolls and told.words[at - 1] in told.match.ones:
            behind = [concept for start, _, concept in found if at < start <= at + 2]
            if any(concept in PEOPLE or concept in TOLL for concept in behind) and not told.denied(inside):
                return [Count(told.spans[at], number, number, frozenset(tolls[:1]))]
    return []


def _ones(told: Told, span: Span, known: list[Count]) -> list[Count]:
    """Return the tolls of one: *un muerto*."""
    found = []
    for start, end, concept in told.meant(told.within(span)):
        if concept in TOLL and start and told.words[start - 1] in told.match.ones and start - 1 in told.within(span):
            where = Span(told.spans[start - 1].start, told.spans[end - 1].end)
            if not any(each.span.touches(where) for each in known):
                found.append(Count(where, 1, 1, frozenset({concept})))
    return found


def _noughts(told: Told, span: Span, known: list[Count]) -> list[Count]:
    """Return the tolls of nobody: *no hay muertos*, *nobody was killed*."""
    found = []
    inside = told.within(span)
    for start, end, concept in told.meant(inside):
        if concept not in TOLL:
            continue
        before = range(max(inside.start, start - _NOBODY), start)
        denied = next((at for at in reversed(before) if told.words[at] in told.match.negations), None)
        if denied is None:
            continue
        where = Span(told.spans[denied].start, told.spans[end - 1].end)
        if not any(
            each.span.start < where.end + 12 and where.start < each.span.end and TOLL & each.of for each in known
        ):
            found.append(Count(where, 0, 0, frozenset({concept})))
    return found
