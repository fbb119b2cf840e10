"""A ledger at a glance: what is echoed most, what lost its attribution, what contradicts what, who originates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from segun.match.records import Derivation, Group, Link, Loss, Trace
from segun.view.traced.about import About

MOST = 60
"""Entries of a list that are shown."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A claim that several reports carry."""

    group: Group
    carrying: int


@dataclass(frozen=True, slots=True)
class Role:
    """What an outlet does: how often it is first with a claim that others carry too, and how often it repeats one."""

    outlet: str
    reports: int
    first: int
    repeats: int
    launders: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows."""

    reports: int
    echoed: tuple[Echo, ...]
    """Most carried first, those of one origin or none before the others."""
    launderings: tuple[tuple[Derivation, Loss], ...]
    headlines: tuple[Loss, ...]
    contradictions: tuple[tuple[Link, Group, Group], ...]
    revisions: tuple[tuple[Link, Group, Group], ...]
    circles: tuple[Derivation, ...]
    roles: tuple[Role, ...]
    about: Mapping[str, About]


def overview(trace: Trace, about: Mapping[str, About]) -> Overview:
    """Return the overview of a trace."""
    echoed = [Echo(group, count) for group in trace.groups if (count := carrying(group)) > 1]
    groups = {group.id: group for group in trace.groups}
    linked = [(link, groups[link.a], groups[link.b]) for link in trace.links]
    echoed.sort(key=lambda each: (-each.carrying, each.group.independent_origins, each.group.id))
    return Overview(
        len(about),
        tuple(echoed[:MOST]),
        tuple((each, loss) for each in trace.derivations for loss in each.losses if loss.kind == "lost")[:MOST],
        trace.headlines[:MOST],
        tuple(each for each in linked if each[0].kind == "contradicts")[:MOST],
        tuple(each for each in linked if each[0].kind == "revises")[:MOST],
        tuple(each for each in trace.derivations if each.circular)[:MOST],
        tuple(roles(trace, about)[:MOST]),
        about,
    )


def roles(trace: Trace, about: Mapping[str, About]) -> list[Role]:
    """Return what each outlet does, those that originate most first."""
    first: Counter[str] = Counter()
    repeats: Counter[str] = Counter()
    launders = Counter(_outlet(about, each.report) for each in trace.derivations if each.laundered)
    for group in trace.groups:
        if carrying(group) > 1:
            keys = sorted(
                {each.statement.report for each in group.members}, key=lambda key: (about[key].published or "9", key)
            )
            first[_outlet(about, keys[0])] += 1
            repeats.update(_outlet(about, key) for key in keys[1:])
    reports = Counter(_outlet(about, key) for key in about)
    found = [Role(name, reports[name], first[name], repeats[name], launders[name]) for name in reports]
    return sorted(found, key=lambda role: (-role.first, role.outlet))


def carrying(group: Group) -> int:
    """Return how many reports carry a claim."""
    return len({each.statement.report for each in group.members})


def _outlet(about: Mapping[str, About], key: str) -> str:
    return about[key].outlet or "no outlet"
