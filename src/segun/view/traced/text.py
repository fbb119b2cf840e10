"""A trace as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from segun.match.glance import Dispute, Glance, Listed, Lost
from segun.match.looking import Freshness
from segun.match.records import Derivation, Group, Link, Loss, Statement
from segun.match.telling import whom
from segun.view import words
from segun.view.visible import one_line

About = Mapping[str, tuple[str | None, str | None]]
"""Outlet and date of publication of each report, by its key."""
_WIDTH = 100
T = TypeVar("T")


def overview(glance: Glance, about: About) -> Iterator[str]:
    """Yield the lines of an overview: claims of one source that most reports carry, launderings, contradictions.

    Args:
        glance: what was found.
        about: outlet and date of each report that it names.
    """
    claims = "1 claim stands" if glance.several == 1 else f"{glance.several:,} claims stand"
    yield f"{claims} in more than one report."
    for name in ("single", "multiple", "unknown"):
        listed: Listed[Group] = getattr(glance, name)
        if listed.count:
            yield ""
            yield f"{words.section(name)} ({listed.count:,})"
        for group in listed.shown:
            yield ""
            yield from group_lines(group)
        if listed.count > len(listed.shown):
            yield f"    … and {listed.count - len(listed.shown):,} more"
    yield from _section("lost", glance.lost, lambda each: _lost(each, about))
    yield from _section(
        "headlines",
        glance.headlines,
        lambda loss: (
            f"{_name(loss.after.report, about)}: “{_short(loss.after.text)}”; "
            f"in the text {_said(loss.before.sources)} says so"
        ),
    )
    yield from _section("disputes", glance.disputes, lambda each: _dispute(each, about))
    yield from _section(
        "revisions",
        glance.revisions,
        lambda each: (
            f"{_position(_end(each[0], each[1], 0), about)} after {_position(_end(each[0], each[2], 1), about)}"
        ),
    )
    yield from _section(
        "circles",
        glance.circles,
        lambda each: (
            f"{_name(each.report, about)} cites {_name(each.parent, about)}, which has it from the same outlet"
        ),
    )
    yield from _section(
        "outlets",
        glance.outlets,
        lambda role: f"{one_line(role.outlet)}: first with {role.first}, repeats {role.repeats}",
    )


def group_lines(group: Group) -> Iterator[str]:
    """Yield the lines of one claim: the number of origins first."""
    yield f"{_tally(group)}: “{_short(_first(group))}”  [{group.id}]"
    yield f"    {one_line(group.sentence)}"
    for origin in group.origins:
        yield f"    {one_line(whom(origin.source))}: {', '.join(one_line(each) for each in origin.reports)}"
    for one, other in group.unestablished:
        yield f"    independence not established: {one_line(whom(one))} and {one_line(whom(other))}"
    if group.origin_unknown:
        yield f"    origin unknown: {', '.join(one_line(each) for each in group.origin_unknown)}"


def member_lines(group: Group, about: About) -> Iterator[str]:
    """Yield the lines of a claim's members: who says it in which report, in what words, and why it is one."""
    for each in group.members:
        yield _position(each.statement, about)
        if each.why:
            yield f"    {one_line('; '.join(each.why))}"


def derivation_lines(each: Derivation, about: About) -> Iterator[str]:
    """Yield the lines of what one report has from another: how, why, and what became of the attribution."""
    circle = ", circular" if each.circular else ""
    if each.known:
        ends = f"{_name(each.report, about)} from {_name(each.parent, about)}"
    else:
        ends = f"{_name(each.parent, about)} and {_name(each.report, about)}, direction unknown"
    yield f"{ends}: {each.how}{circle}, {each.confidence:.0%}"
    if each.evidence:
        yield f"    {one_line('; '.join(each.evidence))}"
    yield from (f"    {_loss(loss)}" for loss in each.losses)


def link_line(link: Link, group: Group, other: Group, about: About) -> str:
    """Return the line of what contradicts or revises a claim."""
    ours = link.a == group.id
    how = "contradicted" if link.kind == "contradicts" else "revises" if ours else "revised by"
    there = _end(link, other, 1 if ours else 0)
    return f"{how} ({link.what or 'other'}): {_position(there, about)}; {_tally(other)}  [{other.id}]"


def stale(fresh: Freshness, ledger: str) -> str:
    """Return the sentence that a trace is older than its ledger, empty where it is not."""
    if fresh.made is None or not fresh.stale:
        return ""
    came = [
        f"{count:,} {what}{'' if count == 1 else 's'}"
        for count, what in ((fresh.newer, "report"), (fresh.decided, "decision"))
        if count
    ]
    made = fresh.made.at[:16].replace("T", " ")
    return (
        f"The trace of {made} UTC is older than the ledger: {' and '.join(came)} came since. Run: segun trace {ledger}"
    )


def _tally(group: Group) -> str:
    """Return how many origins a claim has; they are called independent only where that is known."""
    count = group.independent_origins
    if group.unestablished:
        return f"{count} origins, independence not established"
    return f"{count} independent origin{'' if count == 1 else 's'}"


def _lost(each: Lost, about: About) -> str:
    return f"{_name(each.report, about)} has it from {_name(each.parent, about)} ({each.how}): {_loss(each.loss)}"


def _loss(loss: Loss) -> str:
    before, after = _said(loss.before.sources), _said(loss.after.sources)
    told = f"“{_short(loss.after.text)}”"
    if loss.kind == "lost":
        return f"attribution lost, {before} said it there, nobody here: {told}"
    if loss.kind == "strengthened":
        return f"told as certain: {told}, where it was “{_short(loss.before.text)}”"
    if loss.kind == "named":
        return f"given a name, {after}; it was {before}: {told}"
    return f"{words.loss(loss.kind)}, {before} before, {after} after: {told}"


def _dispute(each: Dispute, about: About) -> str:
    ends = " against ".join(_position(said, about) for _, said in each.positions)
    more = f" and {each.count - len(each.positions)} more" if each.count > len(each.positions) else ""
    return f"{each.what or 'other'}: {ends}{more}"


def _end(link: Link, group: Group, at: int) -> Statement:
    """Return the statement of a link's end that conflicts, or the group's first where it is not kept."""
    return link.said[at] if link.said else group.members[0].statement


def _position(said: Statement, about: About) -> str:
    return f"“{_short(said.text)}” ({_said(said.sources) if said.sources else 'itself'}, {_name(said.report, about)})"


def _section(name: str, listed: Listed[T], line: Callable[[T], str]) -> Iterator[str]:
    if not listed.count:
        return
    yield ""
    yield f"{words.section(name)} ({listed.count:,})"
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
