"""Who has a claim from whom, as a graph over time: outlets are lanes, reports stand in them in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from segun.match.records import Derivation, Group
from segun.tongue import gettext as _
from segun.tongue.dates import day_in, month, of_year
from segun.view.reasons import reason
from segun.view.traced.about import About
from segun.view.visible import one_line
from segun.view.words import date, derived, loss

LEFT, TOP, ROW, GAP, WIDTH = 190.0, 56.0, 58.0, 64.0, 760.0
"""Pixels: before the lanes' beginning, above the first lane, between lanes, between reports at least, of the time."""
LANE_GAP = 118.0
"""Between two reports of one lane at least: what stands below each is not wider."""
BELOW, LINE, NODE = 22.0, 13.0, 9.0
"""From a report down to the first line of how it has the claim, from line to line, and half of its circle."""
_NAME = 25
"""Letters in a line of an outlet's name."""
MOST = 40
"""Reports that are drawn; the others are counted."""
LETTER, STEM, STEP, CORNER = 6.0, 16.0, 5.0, 5.0
"""Pixels of a letter, from a report to where its first edge turns at least, from edge to edge, and of a corner."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a report has the claim: what stands below it, once for all edges of one kind."""

    how: str
    label: str
    y: float


@dataclass(frozen=True, slots=True)
class Node:
    """A report in the graph."""

    report: str
    x: float
    y: float
    title: str
    kind: str
    """``first`` where it has the claim from no other report here, ``repeat`` where it has, ``related`` where it is not
    known who has it from whom, ``unknown`` where its lineage cannot be told."""
    hour: str
    """When it was published, empty where the time of the day is not given."""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A derivation between two reports of the graph."""

    path: str
    """SVG path data."""
    how: str
    label: str
    losses: tuple[str, ...]
    """How attributions changed along it: kinds, each once."""
    circular: bool
    known: bool
    title: str
    parent: str
    report: str
    """The keys of its ends."""


@dataclass(frozen=True, slots=True)
class Lane:
    """An outlet's row."""

    lines: tuple[str, ...]
    """Its name, in lines."""
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

    @property
    def hows(self) -> tuple[str, ...]:
        """The kinds of edges that there are, for a legend; ``related`` where the direction is unknown."""
        return tuple(dict.fromkeys(each.how if each.known else "related" for each in self.edges))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of reports that there are."""
        return frozenset(node.kind for node in self.nodes)

    def into(self, report: str) -> tuple[Edge, ...]:
        """Return the edges by which a report, by its key, has the claim."""
        return tuple(each for each in self.edges if each.report == report)


def graph(group: Group, derivations: Sequence[Derivation], about: Mapping[str, About]) -> GraphLayout:
    """Return the layout of one claim's graph.

    Args:
        group: the claim.
        derivations: those between its reports are drawn.
        about: every report, by its key.
    """
    keys = sorted({each.statement.report for each in group.members}, key=lambda key: _rank(about, key))
    drawn, more = keys[:MOST], max(0, len(keys) - MOST)
    rows = list(dict.fromkeys(_outlet(about, key) for key in drawn))
    lanes = {name: TOP + at * ROW for at, name in enumerate(rows)}
    across = _places(drawn, about)
    edges = [each for each in derivations if each.report in across and each.parent in across]
    nodes = tuple(_node(key, across[key], lanes[_outlet(about, key)], group, edges, about) for key in drawn)
    days: dict[str, float] = {}
    for key in drawn:
        days.setdefault(_day(about[key].published), across[key])
    return GraphLayout(
        nodes,
        _edges(edges, {node.report: node for node in nodes}, about),
        tuple(Lane(_lines(name), y) for name, y in lanes.items()),
        tuple(days.items()),
        max([x + 76 for x in across.values()] + [x + _width(day) for day, x in days.items()], default=LEFT),
        TOP + len(rows) * ROW,
        more,
    )


def _node(key: str, x: float, y: float, group: Group, edges: Sequence[Derivation], about: Mapping[str, About]) -> Node:
    into = [each for each in edges if each.known and each.report == key]
    related = any(not each.known and key in (each.report, each.parent) for each in edges)
    kind = "unknown" if key in group.origin_unknown else "repeat" if into else "related" if related else "first"
    labels = list(dict.fromkeys((each.how, _label(each)) for each in into))
    marks = tuple(Mark(how, label, y + BELOW + at * LINE) for at, (how, label) in enumerate(labels[:2]))
    return Node(key, x, y, _title(about, key), kind, _hour(about[key].published), marks)


def _places(keys: Sequence[str], about: Mapping[str, About]) -> dict[str, float]:
    """Return where each report stands: in proportion to time, and never too near to the ones before."""
    times = [_seconds(about[key].published) for key in keys]
    known = [time for time in times if time is not None]
    span = max(known) - min(known) if known else 0.0
    found: dict[str, float] = {}
    last = LEFT - GAP
    day, free = "", LEFT
    lanes: dict[str, float] = {}
    for key, time in zip(keys, times, strict=True):
        wanted = LEFT + (WIDTH * (time - min(known)) / span if time is not None and span else 0.0)
        lane = _outlet(about, key)
        last = max(last + GAP, lanes.get(lane, LEFT - LANE_GAP) + LANE_GAP, wanted)
        if _day(about[key].published) != day:  # its name stands above, and must not run into the one before
            last, day = max(last, free), _day(about[key].published)
            free = last + _width(day)
        found[key] = lanes[lane] = last
    return found


def _edges(
    derivations: Sequence[Derivation], where: Mapping[str, Node], about: Mapping[str, About]
) -> tuple[Edge, ...]:
    leaving: dict[str, list[Node]] = {}
    coming: dict[str, list[str]] = {}
    for each in derivations:
        leaving.setdefault(each.parent, []).append(where[each.report])
        coming.setdefault(each.report, []).append(each.parent)
    made = []
    for each in derivations:
        parent, child = where[each.parent], where[each.report]
        mine = sorted(coming[each.report], key=lambda key: (where[key].y, key))
        aside = (mine.index(each.parent) - (len(mine) - 1) / 2) * min(STEP, 2 * CORNER / len(mine))
        path = _path(parent, child, _trunk(parent, leaving[each.parent], each), aside)
        made.append(_edge(each, path, about))
    return tuple(made)


def _trunk(parent: Node, children: Sequence[Node], each: Derivation) -> float:
    """Return how far beside a report the edge to one of its children goes up or down, past what stands below it.

    Those that lead farthest do so nearest to it, so that none crosses another.
    """
    ordered = sorted(children, key=lambda node: (-abs(node.y - parent.y), node.x))
    rank = next(at for at, node in enumerate(ordered) if node.report == each.report)
    label = max((len(mark.label) for mark in parent.marks), default=0)
    stem = max(STEM, min(GAP / 2, label * LETTER / 2 + CORNER))
    return stem + min(STEP, (GAP - NODE - CORNER - stem) / len(ordered)) * rank


def _path(parent: Node, child: Node, trunk: float, aside: float) -> str:
    """Return an edge's path: out of the parent, up or down, into the child; over those between in one lane.

    Args:
        parent: where it begins.
        child: where it ends.
        trunk: how far beside the parent it goes up or down.
        aside: how far below the child's middle it comes in, where several do.
    """
    if parent.y == child.y:
        lift = parent.y - ROW * 0.42
        return (
            f"M{parent.x:.0f},{parent.y - NODE:.0f} C{parent.x:.0f},{lift:.0f} {child.x:.0f},{lift:.0f} "
            f"{child.x:.0f},{child.y - NODE:.0f}"
        )
    along = 1 if child.x > parent.x else -1
    down = 1 if child.y > parent.y else -1
    x, turn, end = parent.x + along * trunk, CORNER * along, child.y + aside
    return (
        f"M{parent.x + along * NODE:.0f},{parent.y:.0f} H{x - turn:.0f} "
        f"Q{x:.0f},{parent.y:.0f} {x:.0f},{parent.y + CORNER * down:.0f} V{end - CORNER * down:.1f} "
        f"Q{x:.0f},{end:.1f} {x + turn:.0f},{end:.1f} H{child.x - along * NODE:.0f}"
    )


def _edge(each: Derivation, path: str, about: Mapping[str, About]) -> Edge:
    values = {
        "child": _outlet(about, each.report),
        "parent": _outlet(about, each.parent),
        "how": derived(each.how),
        "evidence": "; ".join(reason(line, about) for line in each.evidence),
    }
    if each.known:
        told = _("%(child)s from %(parent)s: %(how)s; %(evidence)s", **values)
    else:
        told = _("%(parent)s and %(child)s, direction unknown: %(how)s; %(evidence)s", **values)
    losses = tuple(dict.fromkeys(each.kind for each in each.losses))
    told = "; ".join((told, *map(loss, losses)))
    return Edge(path, each.how, _label(each), losses, each.circular, each.known, told, each.parent, each.report)


def _label(each: Derivation) -> str:
    marks = (derived(each.how), "⚠" if each.losses else "", "↺" if each.circular else "")
    return " ".join(part for part in marks if part)


def _lines(name: str) -> tuple[str, ...]:
    """Return a name in at most two lines, parted at the ends of words."""
    return tuple(wrap(one_line(name), _NAME, max_lines=2, placeholder=" …"))


def _day(published: str | None) -> str:
    """Return the day of a report: *4 May 2032*."""
    try:
        when = datetime.fromisoformat(published or "")
    except ValueError:
        return _("no date")
    return of_year(day_in(when.day, month(when.month, "abbreviated")), str(when.year))


def _width(day: str) -> float:
    """Return how wide the name of a day is, with some room behind it."""
    return len(day) * LETTER + NODE


def _hour(published: str | None) -> str:
    """Return the time of the day of a report, empty where only its day is given."""
    if _seconds(published) is None or len(published or "") <= len("2032-05-04"):
        return ""
    return f"{datetime.fromisoformat(published or ''):%H:%M}"


def _outlet(about: Mapping[str, About], key: str) -> str:
    return about[key].outlet or key


def _title(about: Mapping[str, About], key: str) -> str:
    report = about[key]
    return " · ".join(part for part in (report.outlet, date(report.published), report.title or key) if part)


def _rank(about: Mapping[str, About], key: str) -> tuple[float, str]:
    when = _seconds(about[key].published)
    return (float("inf") if when is None else when, key)


def _seconds(published: str | None) -> float | None:
    try:
        return datetime.fromisoformat(published or "").timestamp()
    except ValueError:
        return None
