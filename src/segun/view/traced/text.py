"""A trace as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from segun.match.glance import Glance, Listed
from segun.match.records import Group
from segun.view.visible import one_line

About = Mapping[str, tuple[str | None, str | None]]
"""Outlet and date of publication of each report, by its key."""
_WIDTH = 100
T = TypeVar("T")


def overview(glance: Glance, about: About) -> Iterator[str]:
    """Yield the lines of an overview: claims that most reports carry, launderings, contradictions, circles.

    Args:
        glance: what was found.
        about: outlet and date of each report that it names.
    """
    yield f"{glance.several:,} claims stand in more than one report."
    for group in glance.groups:
        yield ""
        yield from group_lines(group)
    yield from _section(
        "Attribution lost on the way",
        glance.lost,
        lambda each: (
            f"{_name(each.report, about)} has it from {_name(each.parent, about)} ({each.how}): "
            f"{_said(each.loss.before.sources)} said it there, nobody here: “{_short(each.loss.after.text)}”"
        ),
    )
    yield from _section(
        "Headlines that assert what their text only attributes",
        glance.headlines,
        lambda loss: (
            f"{_name(loss.after.report, about)}: “{_short(loss.after.text)}”; "
            f"in the text {_said(loss.before.sources)} says so"
        ),
    )
    yield from _section(
        "Contradictions",
        glance.contradictions,
        lambda each: f"{each[0].what or 'other'}: “{_short(_first(each[1]))}” against “{_short(_first(each[2]))}”",
    )
    yield from _section(
        "Later figures of the same source",
        glance.revisions,
        lambda each: f"“{_short(_first(each[1]))}” after “{_short(_first(each[2]))}”",
    )
    yield from _section(
        "Citations that lead back to the outlet itself",
        glance.circles,
        lambda each: (
            f"{_name(each.report, about)} cites {_name(each.parent, about)}, which has it from the same outlet"
        ),
    )
    yield from _section(
        "Outlets",
        glance.outlets,
        lambda role: f"{one_line(role.outlet)}: first with {role.first}, repeats {role.repeats}",
    )


def group_lines(group: Group) -> Iterator[str]:
    """Yield the lines of one claim: the number of origins first."""
    count = group.independent_origins
    yield f"{count} independent origin{'' if count == 1 else 's'}: “{_short(_first(group))}”  [{group.id}]"
    yield f"    {one_line(group.sentence)}"
    for origin in group.origins:
        yield f"    {one_line(origin.source)}: {', '.join(one_line(each) for each in origin.reports)}"
    for one, other in group.unestablished:
        yield f"    independence not established: {one_line(one)} and {one_line(other)}"
    if group.origin_unknown:
        yield f"    origin unknown: {', '.join(one_line(each) for each in group.origin_unknown)}"


def _section(title: str, listed: Listed[T], line: Callable[[T], str]) -> Iterator[str]:
    if not listed.count:
        return
    yield ""
    yield f"{title} ({listed.count:,})"
    yield from (f"    {line(each)}" for each in listed.shown)
    if listed.count > len(listed.shown):
        yield f"    … and {listed.count - len(listed.shown):,} more"


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
