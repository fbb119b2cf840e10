"""The pages of a trace: an overview, one for each claim that several reports carry, two texts side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from segun.match.glance import Glance, Listed
from segun.match.records import Derivation, Group, Link, Statement, Trace
from segun.match.telling import sentence
from segun.report.page import environment, hashed, static
from segun.report.sides import compared
from segun.tongue import ENGLISH, language
from segun.tongue import gettext as _
from segun.view.traced.about import About
from segun.view.traced.graph import graph
from segun.view.words import section as section_title

_STYLES = ("palette.css", "page.css", "trace.css")
LISTED = 200
"""Entries of each page of a list of which the overview shows the beginning."""
Stretch = Callable[[str, int, int], Listed[Any]]
"""Reads so many entries of a list, by its name, behind so many others."""
Shared = tuple[Group, Statement, Statement]
"""A claim that two reports carry, with what either says."""
_UNSAFE = re.compile(r"[^\w.-]+")


def overview_name() -> str:
    """Return the file name of the overview."""
    return "index.html"


def group_name(group: str) -> str:
    """Return the file name of a claim's page."""
    return f"claim-{_safe(group)}.html"


def compare_name(parent: str, child: str) -> str:
    """Return the file name of the page that shows two reports side by side."""
    return f"compare-{_safe(parent)}-{_safe(child)}.html"


def list_name(section: str, number: int) -> str:
    """Return the file name of a page of one list of the overview; pages are numbered from 1."""
    return f"all-{_safe(section)}-{number}.html"


def pages(
    trace: Trace, glance: Glance, about: Mapping[str, About], stretch: Stretch | None = None
) -> Iterator[tuple[str, str]]:
    """Yield file name and HTML of every page.

    Args:
        trace: what was found.
        glance: the same at a glance.
        about: every report, by its key.
        stretch: what reads the rest of a list that the overview only begins; without it the rest is not listed.
    """
    yield overview_name(), overview_page(glance, about)
    for section, listed in glance.sections():
        count = -(-listed.count // LISTED) if stretch and listed.count > len(listed.shown) else 0
        for number in range(1, count + 1):
            found = stretch(section, LISTED, (number - 1) * LISTED) if stretch else listed
            yield list_name(section, number), list_page(section, found, number, about)
    every = _Index(trace)
    for group in trace.groups:
        if group.carrying > 1 or every.linked[group.id]:
            yield group_name(group.id), _group_page(every, group, about)
    for each in trace.derivations:
        yield compare_name(each.parent, each.report), compare_page(each, about, every.shared(each))


def overview_page(glance: Glance, about: Mapping[str, About]) -> str:
    """Return the page that begins a trace: what is echoed most, what lost its attribution, what contradicts what."""
    return _page("trace_overview.html.j2", _("Echo or confirmation"), found=glance, about=about)


def list_page(section: str, listed: Listed[Any], number: int, about: Mapping[str, About]) -> str:
    """Return a page of one list of the overview.

    Args:
        section: the list's name.
        listed: what stands on it.
        number: of the page, from 1.
        about: every report, by its key.
    """
    return _page("trace_list.html.j2", section_title(section), about=about, **listing(section, listed, number))


def listing(section: str, listed: Listed[Any], number: int) -> dict[str, Any]:
    """Return what the template of a page of one list shows."""
    return {
        "section": section,
        "listed": listed,
        "number": number,
        "pages": -(-listed.count // LISTED),
        "skipped": (number - 1) * LISTED,
    }


def group_page(trace: Trace, group: Group, about: Mapping[str, About]) -> str:
    """Return the page of one claim: how many origins it has, who they are, and the graph of who has it from whom."""
    return _group_page(_Index(trace), group, about)


class _Index:
    """A trace by what its pages ask for.

    Args:
        trace: it.
    """

    def __init__(self, trace: Trace) -> None:
        self.groups = {each.id: each for each in trace.groups}
        self.linked: dict[str, list[Link]] = defaultdict(list)
        self.derived: dict[str, list[Derivation]] = defaultdict(list)
        for link in trace.links:
            self.linked[link.a].append(link)
            self.linked[link.b].append(link)
        for each in trace.derivations:
            self.derived[each.report].append(each)
        self._said: dict[str, dict[str, Statement]] = defaultdict(dict)
        for group in trace.groups:
            for member in group.members if group.carrying > 1 else ():
                self._said[member.statement.report].setdefault(group.id, member.statement)

    def shared(self, each: Derivation) -> list[Shared]:
        """Return the claims that both reports of a derivation carry, with what each says, in the parent's order."""
        ours, theirs = self._said[each.parent], self._said[each.report]
        found = [(self.groups[name], ours[name], theirs[name]) for name in ours.keys() & theirs.keys()]
        return sorted(found, key=lambda one: (one[1].spans, one[0].id))


def _group_page(every: _Index, group: Group, about: Mapping[str, About]) -> str:
    linked = [(link, every.groups[link.b if link.a == group.id else link.a]) for link in every.linked[group.id]]
    members = sorted(
        group.members, key=lambda each: (about[each.statement.report].published or "9", each.statement.report)
    )
    derived = [each for key in {each.statement.report for each in members} for each in every.derived[key]]
    return _page(
        "trace_claim.html.j2",
        group.members[0].statement.text,
        group=group,
        members=members,
        linked=linked,
        sentence=quotable(group),
        layout=graph(group, sorted(derived, key=lambda each: (each.report, each.parent)), about),
        about=about,
    )


def compare_page(each: Derivation, about: Mapping[str, About], shared: Sequence[Shared] = ()) -> str:
    """Return the page of a derivation: both texts, what changed in what was taken over, what was lost.

    Args:
        each: the derivation.
        about: every report, by its key.
        shared: the claims that both carry, each with what the parent and the child say.
    """
    parent, child = about[each.parent], about[each.report]
    if each.known:
        title = _("%(child)s from %(parent)s", child=child.outlet or child.key, parent=parent.outlet or parent.key)
    else:
        title = _("%(one)s beside %(other)s", one=parent.outlet or parent.key, other=child.outlet or child.key)
    found = compared(parent, child, each.passages, each.losses, [(one, other) for _, one, other in shared])
    values = {"each": each, "parent": parent, "child": child, "found": found, "shared": shared, "about": about}
    return _page("trace_compare.html.j2", title, **values)


def quotable(group: Group) -> str:
    """Return what can be quoted of a group's origins; the ledger keeps it in English."""
    if language() == ENGLISH:
        return group.sentence
    return sentence(group.carrying, group.origins, group.origin_unknown, group.unestablished, group.circular)


def _page(template: str, title: str, **values: object) -> str:
    style = "".join(static(name) for name in _STYLES)
    made = environment().get_template(template)
    return made.render(
        title=title,
        style=Markup(style),  # noqa: S704 - our own files
        style_hash=hashed(style),
        group_name=group_name,
        compare_name=compare_name,
        edge_name=compare_name,
        list_name=list_name,
        **values,
    )


def _safe(name: str) -> str:
    return _UNSAFE.sub("_", name)[:80]
