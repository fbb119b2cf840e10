"""Why two statements count as the same, in what people see: the figures, days, places, names and words of both.

*figures in common: doce personas = twelve people*, *places in common: Puerto Almadía*. The sentences are English, as
all that a ledger keeps; :mod:`segun.view.reasons` says them in other languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from segun.lang.folding import fold
from segun.match.figures import Clock, Count
from segun.match.likeness import Likeness
from segun.match.statements import Said
from segun.match.terms import NAMED, terms
from segun.model import Span

F = TypeVar("F", Count, Clock)
MOST = 6
"""Words in common that are named, the rarest first."""
_BEHIND = 4
"""Words behind a number among which the one for what it counts is looked for."""
_LIKE = 0.5
"""Meaning from which it is told."""


def why(said: Said, other: Said, found: Likeness, rarity: Mapping[str, float]) -> tuple[str, ...]:
    """Return why a statement counts as the same as another one, the strongest reason first.

    Args:
        said: it.
        other: the one of another report that is most like it.
        found: how alike the two are.
        rarity: how rare each term is.
    """
    common = terms(said) & terms(other)
    places, names, held = _names(said, common)
    listed = (
        ("figures in common: ", _pairs(said, other, said.counts, other.counts, _counted)),
        (
            "hours in common: ",
            _pairs(said, other, said.clocks, other.clocks, _written),
        ),
        ("days in common: ", list(_days(said, other))),
        ("places in common: ", places),
        ("names in common: ", names),
        ("words in common: ", _words(said, common, rarity, held | _of_figures(said) | said.speaking)),
    )
    told = [f"most like {other.report}, likeness {found.score:.2f}"]
    told += [label + ", ".join(dict.fromkeys(each)) for label, each in listed if each]
    meaning = found.features.get("meaning", 0.0)
    if meaning >= _LIKE:
        told.append(f"wording {meaning:.2f}")
    return tuple(told)


def _pairs(
    said: Said, other: Said, ours: Sequence[F], theirs: Sequence[F], shown: Callable[[Said, F], str]
) -> list[str]:
    """Return the figures that agree, each as both statements write it."""
    found = []
    for mine in ours:
        agreeing = [yours for yours in theirs if _agree(mine, yours)]
        if agreeing:
            found.append(_both(shown(said, mine), shown(other, agreeing[0])))
    return found


def _agree(mine: Count | Clock, yours: Count | Clock) -> bool:
    """Whether two figures may be one; of numbers as far as told also of one thing."""
    if isinstance(mine, Count) and isinstance(yours, Count):
        return mine.agrees(yours) and (not (mine.of and yours.of) or not mine.of.isdisjoint(yours.of))
    return isinstance(mine, Clock) and isinstance(yours, Clock) and mine.agrees(yours)


def _written(said: Said, clock: Clock) -> str:
    return clock.span.of(said.told.text)


def _counted(said: Said, count: Count) -> str:
    """Return a number with what it counts where that stands right behind it: *doce personas*."""
    told, start = said.told, count.span.start
    behind = told.within(Span(count.span.end, said.spans[-1].end))[:_BEHIND]
    meant = {end - 1 for _, end, concept in told.meant(behind) if concept in count.of} if behind else set()
    last = next((at for at in behind if at in meant or (count.unit and told.stem(told.words[at]) == count.unit)), None)
    return Span(start, count.span.end if last is None else told.spans[last].end).of(told.text)


def _days(said: Said, other: Said) -> Iterator[str]:
    for mine in said.days:
        for yours in other.days:
            if mine.first < yours.last and yours.first < mine.last and mine.last - mine.first <= 1:
                yield _both(mine.span.of(said.told.text), yours.span.of(other.told.text))
                break


def _names(said: Said, common: frozenset[str]) -> tuple[list[str], list[str], frozenset[int]]:
    """Return the names in common as a statement writes them: those of places, the others, and where they stand."""
    told = said.told
    shared = {at for start, end, concept in _meant(said) if f"c:{concept}" in common for at in range(start, end)}
    figures = _of_figures(said)

    def holds(at: int, within: range) -> bool:
        known = at in shared or NAMED + told.name_of(told.words[at]) in common
        return known and at not in figures and told.named(at, within)

    places: list[str] = []
    others: list[str] = []
    held: set[int] = set()
    for run in _runs(said, holds):
        where = Span(told.spans[run.start].start, told.spans[run.stop - 1].end)
        area = next((place.span for place in told.analysis.places if place.span.touches(where)), None)
        whole = area if area is not None and area.holds(where) else where  # Puerto Almadía, of which one word is known
        (others if area is None else places).append(whole.of(told.text))
        held.update(run)
    return places, others, frozenset(held)


def _meant(said: Said) -> list[tuple[int, int, str]]:
    return [each for span in said.spans for each in said.told.meant(said.told.within(span))]


def _of_figures(said: Said) -> frozenset[int]:
    """Return the indexes of the words of a statement's figures."""
    spans = (*said.figures, *(each.span for each in said.days))
    return frozenset(at for span in spans for at in said.told.within(span))


def _runs(said: Said, holds: Callable[[int, range], bool]) -> Iterator[range]:
    """Yield the longest runs of a statement's words that hold; a small word between two that do goes with them."""
    told = said.told
    for span in said.spans:
        within = told.within(span)
        start = last = -1
        for at in within:
            if at in said.speaking or not holds(at, within):
                continue
            idle = all(told.words[between] in told.match.idle for between in range(last + 1, at))
            near = (
                last >= 0
                and at - last <= 2
                and idle
                and not _stops(told.text[told.spans[last].end : told.spans[at].start])
            )
            if not near:
                if last >= 0:
                    yield range(start, last + 1)
                start = at
            last = at
        if last >= 0:
            yield range(start, last + 1)


def _stops(between: str) -> bool:
    """Whether a mark stands between two words."""
    return any(not (letter.isalpha() or letter.isspace()) for letter in between)


def _words(said: Said, common: frozenset[str], rarity: Mapping[str, float], but: frozenset[int]) -> list[str]:
    """Return the words in common that are rarest, as a statement writes them, without some of them by index."""
    told = said.told
    found = {
        start: rarity.get(f"c:{concept}", 0.0)
        for start, end, concept in _meant(said)
        if f"c:{concept}" in common and but.isdisjoint(range(start, end))
    }
    for at in (at for span in said.spans for at in told.within(span)):
        term = "w:" + told.stem(told.words[at])
        if term in common and at not in but:
            found.setdefault(at, rarity.get(term, 0.0))
    ranked = dict.fromkeys(
        told.spans[at].of(told.text).lower() for at in sorted(found, key=lambda at: (-found[at], at))
    )
    return list(ranked)[:MOST]


def _both(mine: str, yours: str) -> str:
    """Return what two statements write, once where they write it alike: *doce personas = twelve people*."""
    ours, theirs = " ".join(mine.split()), " ".join(yours.split())
    return ours if fold(ours) == fold(theirs) else f"{ours} = {theirs}"
