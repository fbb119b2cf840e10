"""Which sources of a ledger may be one, and why: proposals for people, who decide.

Only names that share something are compared (a word, an acronym, an outlet), so that many thousand take seconds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from segun.model import SourceKind
from segun.outlets.loading import Outlets
from segun.outlets.names import acronyms, bracketed, key

_NAMED = frozenset({"person", "organisation", "document"})
_COMMON = 40
"""A word that more sources have tells nothing."""
_SHORT = 5
"""Characters under which one letter makes another name."""
LEAST = 0.5
"""The least score that is proposed."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A source with its names."""

    id: int
    name: str
    aliases: tuple[str, ...]
    kind: SourceKind
    count: int
    """How many claims it asserts or relays."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sources that may be one."""

    a: int
    """The one with more claims."""
    b: int
    score: float
    """0 to 1; how much the names have in common, no probability."""
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    entry: NameEntry
    keys: tuple[str, ...]
    acronyms: frozenset[str]
    written: frozenset[str]
    """Names that are acronyms themselves."""
    outlet: str | None


def propose(entries: Sequence[NameEntry], outlets: Outlets) -> Iterator[Proposal]:
    """Yield pairs of sources that may be one, the likeliest first.

    Args:
        entries: the sources; unnamed ones, groups and places are passed over.
        outlets: the known outlets, whose names mean one source.
    """
    known = [_known(entry, outlets) for entry in entries if entry.kind in _NAMED]
    found = []
    for a, b in _pairs(known):
        score, why = _likeness(a, b)
        if score >= LEAST:
            first, second = sorted((a.entry, b.entry), key=lambda entry: (-entry.count, entry.id))
            found.append(Proposal(first.id, second.id, score, why))
    yield from sorted(found, key=lambda each: (-each.score, each.a, each.b))


def _known(entry: NameEntry, outlets: Outlets) -> _Known:
    names = tuple(dict.fromkeys((entry.name, *entry.aliases)))
    inside = tuple(each for name in names if (each := bracketed(name)))
    outlet = next((found.name for name in (*names, *inside) if (found := outlets.of_name(name))), None)
    is_person = entry.kind == "person"
    return _Known(
        entry,
        tuple(dict.fromkeys(map(key, names))),
        frozenset() if is_person else frozenset().union(*map(acronyms, names)),
        frozenset()
        if is_person
        else frozenset(each for each in (*names, *inside) if re.fullmatch(r"[^\W\d_]{2,8}", each) and each.isupper()),
        outlet,
    )


def _pairs(known: Sequence[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """Yield the pairs that share something, each once."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(known):
        for block in _blocks(each):
            blocks[block].append(number)
    met = set()
    for block, numbers in blocks.items():
        if len(numbers) > _COMMON and not block.startswith("="):
            continue
        for pair in combinations(numbers[: 10 * _COMMON], 2):
            if pair not in met:
                met.add(pair)
                yield known[pair[0]], known[pair[1]]


def _blocks(each: _Known) -> Iterable[str]:
    found = {f"={acronym}" for acronym in each.acronyms | each.written}
    if each.outlet:
        found.add(f"=outlet {each.outlet}")
    for name in each.keys:
        for word in name.split():
            if len(word) > 2:
                found.add(word)
                if len(word) > _SHORT:
                    found |= {f"{word[:4]}…", f"…{word[-4:]}"}
    return found


def _likeness(a: _Known, b: _Known) -> tuple[float, tuple[str, ...]]:
    if ("person" in {a.entry.kind, b.entry.kind}) and a.entry.kind != b.entry.kind:
        return 0.0, ()
    if a.outlet and b.outlet:
        if a.outlet == b.outlet:
            return 0.99, (f"both are names of {a.outlet} in the list of outlets",)
        return 0.0, ()
    shared = set(a.keys) & set(b.keys)
    if shared:
        return 0.97, (f"the same but for spelling, accents or script: {min(shared)}",)
    if a.entry.kind == "person":
        return max((_persons(one, other) for one in a.keys for other in b.keys), default=(0.0, ()))
    for short, long in ((a, b), (b, a)):
        if same := short.written & long.acronyms - long.written:
            return 0.85, (f"{min(same)} are the initials of {long.entry.name}",)
    return max((_organisations(one, other) for one in a.keys for other in b.keys), default=(0.0, ()))


def _persons(one: str, other: str) -> tuple[float, tuple[str, ...]]:
    first, second = sorted((one.split(), other.split()), key=len)
    if not first:
        return 0.0, ()
    if len(first) == 1:
        if first[0] in second[1:] and len(first[0]) > 2:
            return 0.5, (f"the surname {first[0]} alone",)
        return 0.0, ()
    if _is_within(first, second):
        return 0.9, (f"{' '.join(first)} is part of the longer name",)
    if (
        first[-1] == second[-1]
        and len(first) == len(second)
        and all(_abbreviates(x, y) for x, y in zip(first, second, strict=True))
    ):
        return 0.8, ("surname and initials agree",)
    return _spelling(one, other)


def _organisations(one: str, other: str) -> tuple[float, tuple[str, ...]]:
    first, second = sorted((one.split(), other.split()), key=len)
    if len(first) > 1 and _is_within(first, second):
        return 0.7, (f"{' '.join(first)} is part of the longer name",)
    if len(first) > 2 and sorted(first) == sorted(second):
        return 0.85, ("the same words in another order",)
    return _spelling(one, other)


def _spelling(one: str, other: str) -> tuple[float, tuple[str, ...]]:
    longest = max(len(one), len(other))
    if longest <= _SHORT or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return 0.0, ()
    allowed = 1 if longest < 12 else 2
    apart = Levenshtein.distance(one, other, score_cutoff=allowed)
    if apart > allowed:
        return 0.0, ()
    return (0.8 if apart == 1 else 0.65), (f"{'one letter differs' if apart == 1 else 'two letters differ'}",)


def _is_within(short: list[str], long: list[str]) -> bool:
    """Whether the words of one name stand together in the other."""
    return len(short) < len(long) and any(
        long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)
    )


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
