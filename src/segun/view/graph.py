"""Who relays whom: the report, its sources and the relays between them, laid out for an SVG."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from segun.model import Analysis
from segun.view.visible import excerpt
from segun.view.voices import Chain, Voice, chain, in_text_order, voices

NODE_WIDTH = 164
_LINE, _PADDING, _COUNT, _PASS_HEIGHT = 17, 9, 16, 10
_GAP_X, _GAP_Y, _MARGIN = 60, 12, 8
_SCREENFUL = 560
_LETTERS, _MOST_LINES = 17, 3


@dataclass(frozen=True, slots=True)
class Node:
    """The report or a source; ``x`` and ``y`` are its upper left corner, all measures in SVG units."""

    voice: Voice | None
    """``None`` for the report itself."""
    name: str
    lines: tuple[str, ...]
    asserts: int
    """Claims that it asserts on its own authority, as far as the report tells."""
    relays: int
    """Claims of others that come through it."""
    column: int
    x: int
    y: int
    height: int
    width: int = NODE_WIDTH


@dataclass(frozen=True, slots=True)
class Edge:
    """A relay: what ``teller`` relays of ``told``."""

    teller: Node
    told: Node
    count: int
    path: str
    """The curve, as SVG path data."""
    x: int
    y: int
    """Where the count is written."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges inside ``width`` by ``height`` SVG units."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: int
    width: int
    height: int


def graph(analysis: Analysis) -> Graph:
    """Lay out who relays whom in columns: the report on the left, sources by their greatest depth in any chain.

    An edge over several columns passes between the nodes of those that it crosses, never behind one, where it would
    seem to belong to it.
    """
    known = voices(analysis)
    chains = [chain(claim, known) for claim in in_text_order(analysis)]
    relays = _relays(chains)
    columns = _columns(known, chains, relays)
    slots = _slots(columns, {item: _lines(_name(analysis, item)) for item in (None, *known.values())})
    nodes = {item: _node(analysis, item, slot, chains) for item, slot in slots.items() if not isinstance(item, _Pass)}
    edges = tuple(_edge(nodes[pair[0]], nodes[pair[1]], count, slots) for pair, count in relays.items())
    width = max(node.x + node.width for node in nodes.values()) + _MARGIN
    # An edge within a column bulges to the right of it.
    width += _GAP_X // 2 if any(edge.told.column <= edge.teller.column for edge in edges) else 0
    height = max(slot.y + slot.height for slot in slots.values()) + _MARGIN
    return Graph(tuple(nodes.values()), edges, len(columns), width, height)


@dataclass(frozen=True, slots=True)
class _Pass:
    """The place where an edge passes a column in which it neither starts nor ends."""

    teller: Voice | None
    told: Voice
    column: int


@dataclass(frozen=True, slots=True)
class _Slot:
    column: int
    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


_Item = Voice | _Pass | None
"""What takes room in a column; ``None`` is the report."""


def _relays(chains: list[Chain]) -> dict[tuple[Voice | None, Voice], int]:
    """Count the claims that each relay carries; two unnamed voices in a row make none."""
    found: dict[tuple[Voice | None, Voice], int] = {}
    for mouths in chains:
        for teller, told in dict.fromkeys(zip((None, *mouths), mouths, strict=False)):
            if teller != told:
                found[teller, told] = found.get((teller, told), 0) + 1
    return found


def _columns(
    known: Mapping[str | None, Voice], chains: list[Chain], relays: Mapping[tuple[Voice | None, Voice], int]
) -> list[list[_Item]]:
    reached = dict.fromkeys(known.values(), 1)
    for mouths in chains:
        for at, voice in enumerate(mouths, start=1):
            reached[voice] = max(reached[voice], at)
    # A depth that nobody kept would leave a column empty.
    column_of = {depth: column for column, depth in enumerate(sorted(set(reached.values())), start=1)}
    place: dict[Voice | None, int] = {voice: column_of[depth] for voice, depth in reached.items()}
    place[None] = 0
    columns: list[list[_Item]] = [[None], *([] for _ in column_of)]
    for voice in known.values():
        columns[place[voice]].append(voice)
    for teller, told in relays:
        for column in range(place[teller] + 1, place[told]):
            columns[column].append(_Pass(teller, told, column))
    return _ordered(columns, relays)


def _ordered(columns: list[list[_Item]], relays: Mapping[tuple[Voice | None, Voice], int]) -> list[list[_Item]]:
    """Order each column by the mean height of what leads to its members, so that few edges cross."""
    height: dict[_Item, float] = {None: 0.5}
    ordered = [columns[0]]
    for column in columns[1:]:
        wanted = {item: _mean_height(item, height, relays) for item in column}
        in_order = sorted(column, key=lambda item: (wanted[item], _number(item)))
        height.update((item, (at + 0.5) / len(in_order)) for at, item in enumerate(in_order))
        ordered.append(in_order)
    return ordered


def _mean_height(item: _Item, height: Mapping[_Item, float], relays: Mapping[tuple[Voice | None, Voice], int]) -> float:
    if isinstance(item, _Pass):
        before: list[_Item] = [_Pass(item.teller, item.told, item.column - 1)]
        before = before if before[0] in height else [item.teller]
    else:
        before = [
            passing
            for teller, told in relays
            if told == item
            for passing in [_last_pass(teller, told, height) or teller]
        ]
    heights = [height[each] for each in before if each in height]
    return sum(heights) / len(heights) if heights else 0.5


def _last_pass(teller: Voice | None, told: Voice, placed: Mapping[_Item, float]) -> _Pass | None:
    passes = [item for item in placed if isinstance(item, _Pass) and (item.teller, item.told) == (teller, told)]
    return max(passes, key=lambda item: item.column, default=None)


def _number(item: _Item) -> float:
    voice = item.told if isinstance(item, _Pass) else item
    return (voice.number if voice else 0) or float("inf")


def _slots(columns: list[list[_Item]], lines: Mapping[Voice | None, tuple[str, ...]]) -> dict[_Item, _Slot]:
    def height(item: _Item) -> int:
        return _PASS_HEIGHT if isinstance(item, _Pass) else len(lines[item]) * _LINE + _COUNT + 2 * _PADDING

    tall = [sum(height(item) + _GAP_Y for item in column) - _GAP_Y for column in columns]
    found: dict[_Item, _Slot] = {}
    for at, column in enumerate(columns):
        # In a graph that has to be scrolled every column starts at the top, so that the report is seen first.
        y = _MARGIN + (0 if max(tall) > _SCREENFUL else (max(tall) - tall[at]) // 2)
        for item in column:
            shown = () if isinstance(item, _Pass) else lines[item]
            found[item] = _Slot(at, _MARGIN + at * (NODE_WIDTH + _GAP_X), y, height(item), shown)
            y += height(item) + _GAP_Y
    return found


def _name(analysis: Analysis, voice: Voice | None) -> str:
    report = analysis.report
    return voice.name if voice else excerpt(report.outlet or report.title or report.key, 200)


def _lines(name: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(name, _LETTERS, break_on_hyphens=False, max_lines=_MOST_LINES, placeholder=" …")) or (
        "?",
    )


def _node(analysis: Analysis, voice: Voice | None, slot: _Slot, chains: list[Chain]) -> Node:
    return Node(
        voice=voice,
        name=_name(analysis, voice),
        lines=slot.lines,
        asserts=sum(1 for mouths in chains if (mouths[-1] if mouths else None) == voice),
        relays=sum(1 for mouths in chains if (voice in mouths[:-1] if voice else bool(mouths))),
        column=slot.column,
        x=slot.x,
        y=slot.y,
        height=slot.height,
    )


def _edge(teller: Node, told: Node, count: int, slots: Mapping[_Item, _Slot]) -> Edge:
    x, y = teller.x + teller.width, teller.y + teller.height // 2
    end_y = told.y + told.height // 2
    path = f"M{x} {y}"
    if told.column <= teller.column:
        end_x = told.x + told.width
        bulge = max(x, end_x) + _GAP_X // 2
        return Edge(
            teller, told, count, f"{path}C{bulge} {y} {bulge} {end_y} {end_x} {end_y}", bulge - 8, (y + end_y) // 2
        )
    for column in range(teller.column + 1, told.column):
        passed = slots[_Pass(teller.voice, told.voice, column)] if told.voice else None
        if passed:
            path += f"{_curve(x, y, passed.x, passed.middle)}H{passed.x + NODE_WIDTH}"
            x, y = passed.x + NODE_WIDTH, passed.middle
    # Counts stand at the far ends, where edges that leave one node are apart, on the side from which none comes.
    beside = end_y - 8 if end_y <= y else end_y + 16
    return Edge(teller, told, count, path + _curve(x, y, told.x, end_y), told.x - 13, beside)


def _curve(x: int, y: int, end_x: int, end_y: int) -> str:
    half = (x + end_x) // 2
    return f"C{half} {y} {half} {end_y} {end_x} {end_y}"
