"""Who has a claim from whom, as a graph over time: outlets are lanes, reports stand in them in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from segun.match.records import Derivation, Group
from segun.tongue import gettext as _
from segun.view.reasons import reason
from segun.view.traced.about import About
from segun.view.visible import excerpt
from segun.view.words import derived

LEFT, TOP, ROW, GAP, WIDTH = 190.0, 34.0, 46.0, 64.0, 760.0
"""Pixels: before the lanes' beginning, above the first lane, between lanes, between reports at least, of the time."""
LETTER, LINE, NODE = 6.0, 13.0, 9.0
"""Pixels that a letter of a label takes, a label in height, and half of a report's circle with its rim."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where along its edge a label may stand, the likeliest first."""
MOST = 40
"""Reports that are drawn; the others are counted."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report in the graph."""

    report: str
    x: float
    y: float
    title: str
    kind: str
    """``first`` where it has the claim from no other report here, ``repeat`` where it has, ``unknown`` where its
    lineage cannot be told."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A derivation between two reports of the graph."""

    path: str
    """SVG path data."""
    how: str
    label: str
    x: float
    y: float
    """Where the middle of its label stands, beside those of the others where there is room."""
    laundered: bool
    known: bool
    title: str
    parent: str
    report: str
    """The keys of its ends."""


@dataclass(frozen=True, slots=True)
class Lane:
    """An outlet's row."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class GraphLayout:
    """All that is drawn, with its size in pixels."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lanes: tuple[Lane, ...]
    days: tuple[tuple[str, float], ...]
    """A day and where its first report stands."""
    width: float
    height: float
    more: int
    """Reports that are not drawn."""


def graph(group: Group, derivations: Sequence[Derivation], about: Mapping[str, About]) -> GraphLayout:
    """Return the layout of one claim's graph.

    Args:
        group: the claim.
        derivations: of the whole ledger; those between its reports are drawn.
        about: every report, by its key.
    """
    keys = sorted({each.statement.report for each in group.members}, key=lambda key: _rank(about, key))
    drawn, more = keys[:MOST], max(0, len(keys) - MOST)
    rows = list(dict.fromkeys(_outlet(about, key) for key in drawn))
    lanes = {name: TOP + at * ROW for at, name in enumerate(rows)}
    across = _places(drawn, about)
    edges = [each for each in derivations if each.report in across and each.parent in across]
    having = {each.report for each in edges}
    nodes = tuple(
        Node(
            key,
            across[key],
            lanes[_outlet(about, key)],
            _title(about, key),
            "unknown" if key in group.origin_unknown else "repeat" if key in having else "first",
        )
        for key in drawn
    )
    where = {node.report: node for node in nodes}
    days: dict[str, float] = {}
    for key in drawn:
        days.setdefault((about[key].published or "")[:10] or _("no date"), across[key])
    return GraphLayout(
        nodes,
        _edges(edges, where, about),
        tuple(Lane(excerpt(name, 18), y) for name, y in lanes.items()),
        tuple(_spaced(days)),
        max(across.values(), default=LEFT) + 76,
        TOP + len(rows) * ROW,
        more,
    )


def _places(keys: Sequence[str], about: Mapping[str, About]) -> dict[str, float]:
    """Return where each report stands: in proportion to time, and never too near to the one before."""
    times = [_seconds(about[key].published) for key in keys]
    known = [time for time in times if time is not None]
    span = max(known) - min(known) if known else 0.0
    found: dict[str, float] = {}
    last = LEFT - GAP
    for key, time in zip(keys, times, strict=True):
        wanted = LEFT + (WIDTH * (time - min(known)) / span if time is not None and span else 0.0)
        last = max(last + GAP, wanted)
        found[key] = last
    return found


def _edges(
    derivations: Sequence[Derivation], where: Mapping[str, Node], about: Mapping[str, About]
) -> tuple[Edge, ...]:
    taken = [(node.x, node.y + LINE / 2, NODE) for node in where.values()]
    return tuple(_edge(each, where[each.parent], where[each.report], about, taken) for each in derivations)


def _edge(
    each: Derivation, parent: Node, child: Node, about: Mapping[str, About], taken: list[tuple[float, float, float]]
) -> Edge:
    bend = max(28.0, (child.x - parent.x) / 2)
    if parent.y == child.y:  # over the reports between them
        lift = parent.y - ROW * 0.42
        ends = [(parent.x, parent.y - 8), (parent.x, lift), (child.x, lift), (child.x, child.y - 9)]
    else:
        ends = [
            (parent.x + 8, parent.y),
            (parent.x + bend, parent.y),
            (child.x - bend, child.y),
            (child.x - 9, child.y),
        ]
    start, *others = (f"{x:.0f},{y:.0f}" for x, y in ends)
    label = _label(each)
    x, y = _free(ends, len(label) * LETTER / 2, taken)
    told = _(
        "%(child)s from %(parent)s: %(how)s; %(evidence)s",
        child=_outlet(about, each.report),
        parent=_outlet(about, each.parent),
        how=derived(each.how),
        evidence="; ".join(map(reason, each.evidence)),
    )
    path = f"M{start} C{' '.join(others)}"
    return Edge(path, each.how, label, x, y, each.laundered, each.known, told, each.parent, each.report)


def _label(each: Derivation) -> str:
    lost = "⚠ " + _("attribution lost") if each.laundered else ""
    circle = "↺ " + _("circular") if each.circular else ""
    return " ".join(part for part in (derived(each.how), lost, circle) if part)


def _free(
    ends: Sequence[tuple[float, float]], half: float, taken: list[tuple[float, float, float]]
) -> tuple[float, float]:
    """Return the point nearest to the middle of a curve where a label covers no other and no report, and take it.

    Args:
        ends: of a cubic Bézier curve, its control points between them.
        half: the label's width, halved.
        taken: what stands there so far: middle across and down, and half of the width.
    """
    places = [_on(ends, at) for at in _ALONG]
    clear = (
        (x, y)
        for x, y in places
        if all(abs(x - across) >= half + other or abs(y - down) >= LINE for across, down, other in taken)
    )
    x, y = next(clear, places[0])
    taken.append((x, y, half))
    return x, y


def _on(ends: Sequence[tuple[float, float]], at: float) -> tuple[float, float]:
    parts = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (sum(part * end[axis] for part, end in zip(parts, ends, strict=True)) for axis in (0, 1))
    return x, y


def _spaced(days: Mapping[str, float]) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for day, x in days.items():
        if not found or x - found[-1][1] >= GAP * 1.3:
            found.append((day, x))
    return found


def _outlet(about: Mapping[str, About], key: str) -> str:
    return about[key].outlet or key


def _title(about: Mapping[str, About], key: str) -> str:
    report = about[key]
    return " · ".join(part for part in (report.outlet, report.published, report.title or key) if part)


def _rank(about: Mapping[str, About], key: str) -> tuple[float, str]:
    when = _seconds(about[key].published)
    return (float("inf") if when is None else when, key)


def _seconds(published: str | None) -> float | None:
    try:
        return datetime.fromisoformat(published or "").timestamp()
    except ValueError:
        return None
