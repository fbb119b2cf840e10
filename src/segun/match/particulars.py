"""In what two statements differ that tells of two matters: place, day, measure, substance.

News of one kind is written alike: *a bus overturned in Villalba on Tuesday*, *a bus overturned in Orvane on Friday*.
What differs is a word or two that no count of rare words makes much of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from segun import lang
from segun.lang.concepts import Concepts
from segun.match.records import LinkOf
from segun.match.statements import Said
from segun.match.told import Told
from segun.model import Span, Spans
from segun.timex import extent

_DATED = re.compile(r"\d{4}-\d\d-\d\d")
_MARK = re.compile(r"[,;:.!?()…—–\n]")
_REACH = 7
"""Words behind *in* among which the name of a place stands: *in the public baths of Orvane*."""
_HEADED = 3
"""Words behind a thing among which the name of where it is stands: *the district hospital of Orvane*."""
_SPELT = 0.7
"""Likeness of two spellings from which they may be one name: *Verkhny*, *Verjni*."""
_LETTERS = 4
_BESIDE = 2
"""Words behind a verb by which somebody gives a figure among which the day stands on which they do."""
_TURN = 1.0
"""Days by which two days that only their report's date tells (*yesterday*) may be off."""
_WEEK, _SOON = 7, 3
"""Days of a week, and those between two reports within which *Sunday* is one Sunday."""
_CLOSE = 0.1
"""Share by which two amounts in two measures may differ: 12 acres are 4.9 hectares."""
_MEASURES: dict[str, tuple[str, tuple[float, ...]]] = {
    "metre": ("length", (1.0,)),
    "centimetre": ("length", (0.01,)),
    "kilometre": ("length", (1000.0,)),
    "mile": ("length", (1609.0, 1852.0)),
    "nautical_mile": ("length", (1852.0,)),
    "hectare": ("area", (1.0,)),
    "tonne": ("mass", (1000.0,)),
    "kilogram": ("mass", (1.0,)),
    "litre": ("volume", (1.0,)),
}
"""What each concept of a measure measures, and how much of it; miles at sea are mostly called miles."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a statement names."""

    words: tuple[str, ...]
    """Those of its name, without what spellings may differ in."""
    concepts: frozenset[str]
    """What they mean: of a state its concept, whatever the language calls it."""
    entries: frozenset[str]
    """Their entries in the gazetteer."""
    language: str
    of: str = ""
    """The concept of the thing whose place it is (*the hospital of Orvane*), empty where it is that of all."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a statement names."""

    first: float
    last: float
    """As :mod:`segun.timex` counts days; the last is exclusive."""
    named: bool
    """Whether the words name it (*Tuesday*, *the 4th*), and do not count from the report's date (*yesterday*)."""
    today: float | None = None
    """The day of the report, where its words name no more than a weekday."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Where, when, and of how much of what a statement tells."""

    places: tuple[Place, ...]
    days: tuple[Dated, ...]
    measures: tuple[tuple[str, float], ...]
    """Concepts of measures with the numbers of them."""
    substances: frozenset[str]


def particulars(said: Said) -> Particulars:
    """Return the particulars of a statement; of a part that names no place or no day, those of its claim."""
    told = said.told
    whole = said.spans if said.around else (*said.spans, *said.claim.spans)
    places = tuple(_places(told, said.spans)) or tuple(_places(told, whole))
    dated = any(each.type == "DATE" and span.holds(each.span) for each in told.analysis.times for span in said.spans)
    days = tuple(_days(told, said.spans if dated else whole))
    measures = tuple(_measures(said))
    known = Concepts.load(told.language).of("substances")
    meant = (concept for span in said.spans for _, _, concept in told.meant(told.within(span)))
    return Particulars(places, days, measures, known.intersection(meant))


def differing(a: Said, b: Said, ours: Particulars, theirs: Particulars) -> frozenset[str]:
    """Return in what two statements differ: *place*, *day*, *measure*, *substance*."""
    found = set()
    if _elsewhere(a, b, ours.places, theirs.places):
        found.add("place")
    if ours.days and theirs.days and all(_apart(x, y) for x in ours.days for y in theirs.days):
        found.add("day")
    if ours.measures and theirs.measures and not any(_alike(x, y) for x in ours.measures for y in theirs.measures):
        found.add("measure")
    if ours.substances and theirs.substances and ours.substances.isdisjoint(theirs.substances):
        found.add("substance")
    return frozenset(found)


def conflicting(
    a: Said, b: Said, ours: Particulars, theirs: Particulars, differ: frozenset[str], *, bound: bool
) -> LinkOf | None:
    """Return in what two statements that differ contradict each other, ``None`` where they tell of two matters.

    What differs in one particular may be one event told in two ways where something else binds the two; what happened
    after the other was published, or of another substance, or elsewhere on another day, is another event.

    Args:
        a: a statement.
        b: one of another report.
        ours: the first one's particulars.
        theirs: the other one's.
        differ: in what they differ.
        bound: whether a source, a name or an hour that both have binds them.
    """
    if not bound or differ not in (frozenset({"place"}), frozenset({"day"})):
        return None
    if differ == {"place"}:
        return "place"
    first, earlier, later = (a, ours, theirs) if a.told.rank <= b.told.rank else (b, theirs, ours)
    today = extent((first.told.analysis.report.published or "")[:10])
    if today is None:
        return "time"
    after = any(day.first >= today.end for day in later.days)
    return None if after and any(day.first < today.end for day in earlier.days) else "time"


def _places(told: Told, spans: Spans) -> Iterator[Place]:
    """Yield the names of places in some stretches: behind *in*, and of things that are somewhere."""
    dated = [each.span for each in told.analysis.times]
    done: set[int] = set()
    for span in spans:
        inside = told.within(span)
        for at in inside:
            if told.words[at] in told.match.places:
                for run in _runs(told, _phrase(told, at + 1, inside, _REACH), inside, dated):
                    if run.start not in done:
                        done.add(run.start)
                        yield _place(told, run)
        for _, end, concept in told.meant(inside):
            if concept in told.things:
                for run in _runs(told, _phrase(told, end, inside, _HEADED + 1), inside, dated):
                    if run.start not in done and told.words[run.start - 1] in told.match.whose:
                        done.add(run.start)
                        yield _place(told, run, concept)


def _phrase(told: Told, start: int, inside: range, reach: int) -> range:
    """Return the words from one on, to the next mark, predicate or place, or at most so many."""
    end = start
    while end < min(inside.stop, start + reach):
        before = told.spans[end - 1].end if end else 0
        if _MARK.search(told.text, before, told.spans[end].start) or told.words[end] in told.match.places:
            break
        if any(each.touches(told.spans[end]) for each in told.predicates):
            break
        end += 1
    return range(start, end)


def _runs(told: Told, phrase: range, inside: range, dated: list[Span]) -> Iterator[range]:
    """Yield the names among some words: runs of words with a capital that are no dates."""
    start = None
    for at in (*phrase, phrase.stop):
        name = at < phrase.stop and told.named(at, inside) and not any(each.touches(told.spans[at]) for each in dated)
        if name and start is None:
            start = at
        if not name and start is not None:
            yield range(start, at)
            start = None


def _place(told: Told, run: range, of: str = "") -> Place:
    where = Span(told.spans[run.start].start, told.spans[run.stop - 1].end)
    entries = (each.gazetteer_id for each in told.analysis.places if each.span.touches(where))
    return Place(
        tuple(told.name_of(told.words[at]) for at in run),
        frozenset(concept for start, _, concept in told.meant(run) if start in run),
        frozenset(each for each in entries if each),
        told.language,
        of,
    )


def _elsewhere(a: Said, b: Said, ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> bool:
    """Whether both name where it was, of the same thing, and neither report knows the other's places."""
    if not any(x.of == y.of for x in ours for y in theirs):
        return False
    if any(_one_place(x, y) for x in ours for y in theirs):
        return False
    return not any(_known(x, b.told) for x in ours) and not any(_known(y, a.told) for y in theirs)


def _one_place(a: Place, b: Place) -> bool:
    """Whether two names may be one place's: the one holds the other, or they are spelt alike."""
    if a.entries & b.entries or a.concepts & b.concepts:
        return True
    few, many = sorted((a.words, b.words), key=len)
    alike = (any(_spelt_alike(x, y) for y in many) for x in few)
    return any(alike) if a.language != b.language else all(alike)  # Upper Karash, Alto Karash


def _known(place: Place, told: Told) -> bool:
    """Whether a report has all words of a place's name somewhere, or a word for the state that it is."""
    if place.concepts & {concept for _, _, concept in told.meanings}:
        return True
    words = _name_words(told)
    return all(word in words or any(_spelt_alike(word, other) for other in words) for word in place.words)


@lru_cache(maxsize=2_000)
def _name_words(told: Told) -> frozenset[str]:
    """Return the words of a report that are written with a capital, as names are compared."""
    return frozenset(
        told.name_of(word) for word, span in zip(told.words, told.spans, strict=True) if span.of(told.text)[0].isupper()
    )


@lru_cache(maxsize=50_000)
def _spelt_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _LETTERS or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SPELT


def _days(told: Told, spans: Iterable[Span]) -> Iterator[Dated]:
    """Yield the days that some stretches name for what happened."""
    words = lang.timewords(told.language).classes.get("weekday", {}) if told.language in lang.supported() else {}
    known = list(spans)
    today = extent((told.analysis.report.published or "")[:10])
    for time in told.analysis.times:
        if time.relates_to == "saying" or not any(span.holds(time.span) for span in known):
            continue
        named = any(told.words[at] in words for at in told.within(time.span))
        figures = any(letter.isdigit() for letter in time.span.of(told.text))
        value = time.value or ""
        if time.type not in {"DATE", "TIME"} or not _DATED.match(value) or (time.type == "TIME" and not named):
            continue
        if _as_told(told, time.span) or not (named or figures or len(told.within(time.span)) == 1):
            continue  # raised it on Monday to 19; two days earlier
        covered = extent(value[:10])
        if covered is not None and covered.end - covered.start <= 1:
            night = value.endswith("TNI")
            weekday = today.start if today is not None and named and not figures else None
            yield Dated(covered.start, covered.end + night, named or figures, weekday)


def _as_told(told: Told, day: Span) -> bool:
    """Whether a day is that of a figure's telling: it stands right beside a verb by which somebody gives one."""
    inside = told.within(day)
    beside = (*told.words[max(0, inside.start - _BESIDE) : inside.start], *told.words[inside.stop : inside.stop + 1])
    return not told.match.counting.isdisjoint(beside)


def _apart(a: Dated, b: Dated) -> bool:
    """Whether two days are two; one weekday in two reports of the same days may be this week's or the last one's."""
    if a.today is not None and b.today is not None and abs(a.today - b.today) <= _SOON:
        week = a.first - b.first
        if week and week % _WEEK == 0:
            return False
    slack = 0.0 if a.named and b.named else _TURN
    return a.last + slack <= b.first or b.last + slack <= a.first


def _measures(said: Said) -> Iterator[tuple[str, float]]:
    """Yield the measures of a statement with their numbers, without those that are squared: *cubic metres*."""
    told = said.told
    square = lang.numerals(told.language).square if said.counts else frozenset()
    for each in said.counts:
        behind = told.within(each.span).stop
        if not square.isdisjoint(told.words[behind : behind + 2]):
            continue
        yield from ((concept, each.low) for concept in each.of if concept in _MEASURES)


def _alike(a: tuple[str, float], b: tuple[str, float]) -> bool:
    """Whether two amounts may be one: the same measure, whatever the number, or as much in another one."""
    if a[0] == b[0]:
        return True
    (kind, sizes), (other, theirs) = _MEASURES[a[0]], _MEASURES[b[0]]
    if kind != other:
        return False
    amounts = ((a[1] * size, b[1] * another) for size in sizes for another in theirs)
    return any(abs(x - y) <= _CLOSE * max(x, y) for x, y in amounts)
