"""The pages of a trace: an overview, one for each claim that several reports carry, two texts side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from segun.match.glance import Glance
from segun.match.records import Derivation, Group, Trace
from segun.match.telling import sentence
from segun.report.page import environment, hashed, static
from segun.report.sides import compared
from segun.tongue import ENGLISH, language
from segun.tongue import gettext as _
from segun.view.traced.about import About
from segun.view.traced.graph import graph

_STYLES = ("palette.css", "page.css", "trace.css")
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


def pages(trace: Trace, glance: Glance, about: Mapping[str, About]) -> Iterator[tuple[str, str]]:
    """Yield file name and HTML of every page.

    Args:
        trace: what was found.
        glance: the same at a glance.
        about: every report, by its key.
    """
    yield overview_name(), overview_page(glance, about)
    for group in trace.groups:
        if group.carrying > 1:
            yield group_name(group.id), group_page(trace, group, about)
    for each in trace.derivations:
        yield compare_name(each.parent, each.report), compare_page(each, about)


def overview_page(glance: Glance, about: Mapping[str, About]) -> str:
    """Return the page that begins a trace: what is echoed most, what lost its attribution, what contradicts what."""
    return _page("trace_overview.html.j2", _("Echo or confirmation"), found=glance, about=about)


def group_page(trace: Trace, group: Group, about: Mapping[str, About]) -> str:
    """Return the page of one claim: how many origins it has, who they are, and the graph of who has it from whom."""
    groups = {each.id: each for each in trace.groups}
    linked = [
        (link, groups[link.b if link.a == group.id else link.a]) for link in trace.links if group.id in (link.a, link.b)
    ]
    members = sorted(
        group.members, key=lambda each: (about[each.statement.report].published or "9", each.statement.report)
    )
    return _page(
        "trace_claim.html.j2",
        group.members[0].statement.text,
        group=group,
        members=members,
        linked=linked,
        sentence=quotable(group),
        layout=graph(group, trace.derivations, about),
        about=about,
    )


def compare_page(each: Derivation, about: Mapping[str, About]) -> str:
    """Return the page of a derivation: both texts, what changed in what was taken over, what was lost."""
    parent, child = about[each.parent], about[each.report]
    title = _("%(child)s from %(parent)s", child=child.outlet or child.key, parent=parent.outlet or parent.key)
    found = compared(parent, child, each.passages)
    return _page("trace_compare.html.j2", title, each=each, parent=parent, child=child, found=found)


def quotable(group: Group) -> str:
    """Return what can be quoted of a group's origins; the ledger keeps it in English."""
    if language() == ENGLISH:
        return group.sentence
    return sentence(group.carrying, group.origins, group.origin_unknown, group.unestablished)


def _page(template: str, title: str, **values: object) -> str:
    style = "".join(static(name) for name in _STYLES)
    made = environment().get_template(template)
    return made.render(
        title=title,
        style=Markup(style),  # noqa: S704 - our own files
        style_hash=hashed(style),
        group_name=group_name,
        compare_name=compare_name,
        **values,
    )


def _safe(name: str) -> str:
    return _UNSAFE.sub("_", name)[:80]
