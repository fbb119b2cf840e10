"""Who relays whom over many reports: the strongest relays, laid out in columns from the outlets to who asserts."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun.ledger.spreads import Relayed
from segun.view.visible import excerpt

WIDTH, HEIGHT = 190, 46
_ACROSS, _DOWN, _MARGIN, _LETTERS, _LINES = 110, 12, 8, 25, 2
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Mouth:
    """An outlet or a source; ``x`` and ``y`` are its upper left corner, all measures in SVG units."""

    key: str
    name: str
    lines: tuple[str, ...]
    outlet: bool
    asserts: bool
    """Whether somebody has a claim from it here; else it only relays."""
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Strand:
    """What one mouth has from another."""

    teller: Mouth
    told: Mouth
    claims: int
    path: str
    width: float
    x: int
    y: int
    """Where the count is written."""


@dataclass(frozen=True, slots=True)
class Relaying:
    """All that is drawn."""

    mouths: tuple[Mouth, ...]
    strands: tuple[Strand, ...]
    width: int
    height: int


_Id = tuple[bool, str]


def relaying(pairs: Sequence[Relayed]) -> Relaying:
    """Lay out who relays whom; what would lead back is drawn backwards."""
    names: dict[_Id, str] = {}
    edges: list[tuple[_Id, _Id, int]] = []
    for pair in pairs:
        teller, told = (pair.outlet, pair.teller), (False, pair.told)
        names.setdefault(teller, pair.teller_name)
        names.setdefault(told, pair.told_name)
        edges.append((teller, told, pair.claims))
    columns = _columns(names, edges)
    order = _ordered(columns, edges)
    told_of = {told for _, told, _ in edges}
    tallest = max((len(each) for each in order), default=0)
    mouths: dict[_Id, Mouth] = {}
    for at, column in enumerate(order):
        top = _MARGIN + (tallest - len(column)) * (HEIGHT + _DOWN) // 2
        for row, each in enumerate(column):
            name = excerpt(names[each], 200)
            lines = textwrap.wrap(name, _LETTERS, break_on_hyphens=False, max_lines=_LINES, placeholder=" …")
            place = (_MARGIN + at * (WIDTH + _ACROSS), top + row * (HEIGHT + _DOWN))
            mouths[each] = Mouth(each[1], name, tuple(lines) or ("?",), each[0], each in told_of, *place)
    most = max((many for _, _, many in edges), default=1)
    strands = tuple(_strand(mouths[a], mouths[b], many, most) for a, b, many in edges)
    return Relaying(
        tuple(mouths.values()),
        strands,
        2 * _MARGIN + len(order) * (WIDTH + _ACROSS) - _ACROSS + (40 if order else 0),
        2 * _MARGIN + tallest * (HEIGHT + _DOWN) - _DOWN,
    )


def _columns(names: Iterable[_Id], edges: Sequence[tuple[_Id, _Id, int]]) -> dict[_Id, int]:
    """Return each mouth's column: one further than the furthest of its tellers, strongest relays first."""
    column = dict.fromkeys(names, 0)
    ahead: dict[_Id, set[_Id]] = defaultdict(set)
    for teller, told, _ in sorted(edges, key=lambda each: -each[2]):
        if teller != told and not _leads(told, teller, ahead):
            ahead[teller].add(told)
    outlets = any(outlet for outlet, _ in column)
    column = {each: int(outlets and not each[0]) for each in column}
    for _ in range(len(column)):
        moved = False
        for teller, following in ahead.items():
            for told in following:
                if column[told] <= column[teller]:
                    column[told] = column[teller] + 1
                    moved = True
        if not moved:
            break
    return column


def _leads(start: _Id, end: _Id, ahead: Mapping[_Id, set[_Id]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        fresh = ahead.get(at, set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _ordered(columns: Mapping[_Id, int], edges: Sequence[tuple[_Id, _Id, int]]) -> list[list[_Id]]:
    """Return the columns' mouths from top to bottom, each near the middle of what it is joined with."""
    weight: dict[_Id, int] = defaultdict(int)
    near: dict[_Id, list[tuple[_Id, int]]] = defaultdict(list)
    for a, b, many in edges:
        weight[a] += many
        weight[b] += many
        near[a].append((b, many))
        near[b].append((a, many))
    used = sorted(set(columns.values()))
    order = [sorted((each for each in columns if columns[each] == at), key=lambda each: -weight[each]) for at in used]
    for sweep in range(_SWEEPS):
        row = {each: at - len(column) / 2 for column in order for at, each in enumerate(column)}
        for column in order if sweep % 2 else order[::-1]:
            column.sort(key=lambda each: sum(row[other] * many for other, many in near[each]) / max(weight[each], 1))
            row.update({each: at - len(column) / 2 for at, each in enumerate(column)})
    return order


def _strand(teller: Mouth, told: Mouth, many: int, most: int) -> Strand:
    x, y, y2 = teller.x + WIDTH, teller.y + HEIGHT // 2, told.y + HEIGHT // 2
    if told.x > teller.x:
        half = (x + told.x) // 2
        path, at = f"M{x} {y}C{half} {y} {half} {y2} {told.x} {y2}", (told.x - 16, y2 - 5)
    else:
        end = told.x + WIDTH
        bulge = max(x, end) + _ACROSS // 2
        path, at = f"M{x} {y}C{bulge} {y} {bulge} {y2} {end} {y2}", (bulge - 14, (y + y2) // 2)
    return Strand(teller, told, many, path, round(1 + 7 * many / most, 1), *at)
