"""A trace as lines of text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from segun.match.records import Group, Trace
from segun.view.visible import one_line

About = Mapping[str, tuple[str | None, str | None]]
"""Outlet and date of publication of each report, by its key."""
_WIDTH = 100


def overview(trace: Trace, about: About, *, limit: int) -> Iterator[str]:
    """Yield the lines of an overview: claims that most reports carry, launderings, contradictions, circles.

    Args:
        trace: what was found.
        about: outlet and date of each report.
        limit: claims that are listed at most in each part.
    """
    several = sorted((each for each in trace.groups if _carrying(each) > 1), key=_echoed)
    yield f"{len(several)} claims stand in more than one report."
    for group in several[:limit]:
        yield ""
        yield from group_lines(group)
    groups = {group.id: group for group in trace.groups}
    yield from _section(
        "Attribution lost on the way",
        [
            f"{_name(each.report, about)} has it from {_name(each.parent, about)} ({each.how}): "
            f"{_said(loss.before.sources)} said it there, nobody here: “{_short(loss.after.text)}”"
            for each in trace.derivations
            for loss in each.losses
            if loss.kind == "lost"
        ],
        limit,
    )
    yield from _section(
        "Headlines that assert what their text only attributes",
        [
            f"{_name(loss.after.report, about)}: “{_short(loss.after.text)}”; "
            f"in the text {_said(loss.before.sources)} says so"
            for loss in trace.headlines
        ],
        limit,
    )
    yield from _section(
        "Contradictions",
        [
            f"{link.what or 'other'}: “{_short(_first(groups[link.a]))}” against “{_short(_first(groups[link.b]))}”"
            for link in trace.links
            if link.kind == "contradicts"
        ],
        limit,
    )
    yield from _section(
        "Later figures of the same source",
        [
            f"“{_short(_first(groups[link.a]))}” after “{_short(_first(groups[link.b]))}”"
            for link in trace.links
            if link.kind == "revises"
        ],
        limit,
    )
    yield from _section(
        "Citations that lead back to the outlet itself",
        [
            f"{_name(each.report, about)} cites {_name(each.parent, about)}, which has it from the same outlet"
            for each in trace.derivations
            if each.circular
        ],
        limit,
    )
    yield from _section("Outlets", list(_outlets(trace, about)), limit)


def group_lines(group: Group) -> Iterator[str]:
    """Yield the lines of one claim: the number of origins first."""
    count = group.independent_origins
    yield f"{count} independent origin{'' if count == 1 else 's'}: “{_short(_first(group))}”  [{group.id}]"
    yield f"    {one_line(group.sentence)}"
    for origin in group.origins:
        yield f"    {one_line(origin.source)}: {', '.join(one_line(each) for each in origin.reports)}"
    if group.origin_unknown:
        yield f"    origin unknown: {', '.join(one_line(each) for each in group.origin_unknown)}"


def _section(title: str, lines: list[str], limit: int) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"{title} ({len(lines)})"
    yield from (f"    {line}" for line in lines[:limit])
    if len(lines) > limit:
        yield f"    … and {len(lines) - limit} more"


def _outlets(trace: Trace, about: About) -> Iterator[str]:
    first: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    for group in trace.groups:
        if _carrying(group) < 2:
            continue
        reports = sorted({each.statement.report for each in group.members}, key=lambda key: (about[key][1] or "9", key))
        first[about[reports[0]][0] or "?"] += 1
        repeated.update(about[key][0] or "?" for key in reports[1:])
    for outlet in sorted({*first, *repeated}, key=lambda each: (-first[each], each)):
        yield f"{one_line(outlet)}: first with {first[outlet]}, repeats {repeated[outlet]}"


def _carrying(group: Group) -> int:
    return len({each.statement.report for each in group.members})


def _echoed(group: Group) -> tuple[int, int, str]:
    return (-_carrying(group), group.independent_origins, group.id)


def _first(group: Group) -> str:
    return group.members[0].statement.text


def _said(sources: tuple[str | None, ...]) -> str:
    return one_line(" → ".join(source or "somebody" for source in sources)) or "somebody"


def _name(report: str, about: About) -> str:
    outlet, published = about.get(report, (None, None))
    return one_line(f"{outlet or 'no outlet'} ({report}{', ' + published[:10] if published else ''})")


def _short(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= _WIDTH else plain[: _WIDTH - 1].rstrip() + "…"
