"""The last trace: what is echoed, what lost its attribution, each claim's graph, and what people decide of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Review, Selection
from segun.match import looking
from segun.match.glance import SECTIONS, Dispute, Glance, Lost, glance, stretch
from segun.match.records import Derivation, Group, Loss
from segun.model import DecisionKind
from segun.report.trace_pages import LISTED as PAGE
from segun.report.trace_pages import listing, quotable
from segun.serve.desk import Desk
from segun.serve.forms import sent
from segun.serve.people.auditing import doing
from segun.serve.shown import address, page
from segun.tongue import gettext as _
from segun.view.traced.about import About
from segun.view.traced.graph import graph
from segun.view.visible import excerpt

LISTED = 40
"""Entries of each list of the overview."""
ON_CLAIMS: tuple[DecisionKind, ...] = ("same", "different")
ON_REPORTS: tuple[DecisionKind, ...] = ("derived", "independent")
HOW = ("copy", "edit", "rewrite", "translation", "relay")


def echo(request: Request) -> Response:
    """Show the last trace at a glance."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        fresh = looking.freshness(ledger)
        found = _glance(desk, ledger) if fresh.made else None
        entries = [each for _, listed in found.sections() for each in listed.shown] if found else []
        about = about_of(ledger, _named(entries))
        reports = ledger.count_reports()
    values: dict[str, Any] = {"fresh": fresh, "found": found, "about": about, "reports": reports, "here": "echo"}
    template = "trace_overview.html.j2" if found else "echo_none.html.j2"
    return page(request, template, trace_base="trace_desk.html.j2", **values, **_names())


def all_of(request: Request) -> Response:
    """Show a page of one list of the overview."""
    desk: Desk = request.app.state.desk
    section, asked = request.path_params["section"], request.query_params.get("page", "1")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1
    if section not in SECTIONS:
        raise NotInLedgerError(_("There is no list %(name)s.", name=section), _("The overview names those there are."))
    with desk.reading() as ledger:
        fresh = looking.freshness(ledger)
        found = stretch(ledger, section, PAGE, (number - 1) * PAGE)
        about = about_of(ledger, _named(found.shown))
    values = {"fresh": fresh, "about": about, "here": "echo", **listing(section, found, number)}
    return page(request, "trace_list.html.j2", trace_base="trace_desk.html.j2", **values, **_names())


def group(request: Request) -> Response:
    """Show one claim of several reports: its origins, and who has it from whom."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        fresh = looking.freshness(ledger)
        found = _group(ledger, request.path_params["group"])
        linked = looking.linked(ledger, found.id)
        reports = sorted({each.statement.report for each in found.members})
        derivations = looking.between(ledger, reports)
        near = looking.beside(ledger, found)
        named = {*reports, *(key for each in found.origins for key in each.reports), *found.origin_unknown}
        about = about_of(ledger, named | _named((link, found, other) for link, other in linked))
    members = sorted(
        found.members, key=lambda each: (about[each.statement.report].published or "9", each.statement.report)
    )
    claims = {each.statement.claim: each.statement for each in members}
    return page(
        request,
        "echo_group.html.j2",
        trace_base="trace_desk.html.j2",
        fresh=fresh,
        group=found,
        sentence=quotable(found),
        members=members,
        linked=linked,
        near=near,
        layout=graph(found, derivations, about),
        about=about,
        claims=claims,
        reports=sorted(reports, key=lambda key: (about[key].published or "9", key)),
        ways=HOW,
        here="echo",
        **_names(),
    )


async def decide(request: Request) -> Response:
    """Take a decision on two claims or two reports of a group, and show the group again."""
    form = await sent(request)
    kind = await run_in_threadpool(take, request, form)
    return RedirectResponse(f"{address('echo', request.path_params['group'])}?told={kind}", 303)


async def join(request: Request) -> Response:
    """Decide that a group says the same as another one, and show the group again."""
    form = await sent(request)
    kind = await run_in_threadpool(_join, request, form)
    return RedirectResponse(f"{address('echo', request.path_params['group'])}?told={kind}", 303)


def _join(request: Request, form: dict[str, str]) -> str:
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        ours = _group(ledger, request.path_params["group"])
        wanted = form.get("other", "").strip().rstrip("/").rpartition("/")[2]
        other = looking.group(ledger, wanted)
        claim = other.members[0].statement.claim if other else wanted
        if other is None and next(ledger.find(Selection(claim=wanted, review=get_args(Review)), limit=1), None) is None:
            raise NotInLedgerError(
                _("No group and no claim has the key %(key)s.", key=excerpt(wanted or form.get("other", ""), 80)),
                _("Give the key of another group, or of a claim of it."),
            )
    target = ours.members[0].statement.claim
    if other is not None and other.id == ours.id:
        raise DecisionError(_("That is the group itself."), _("Give the key of another group, or of a claim of it."))
    return take(request, {**form, "kind": "same", "target": target, "with": claim})


def take(request: Request, form: dict[str, str]) -> str:
    """Take a decision on two claims or two reports, as a form has it, and return its kind.

    Raises:
        DecisionError: it is nothing to decide of two, or the two are none.
    """
    desk: Desk = request.app.state.desk
    kind = next((each for each in (*ON_CLAIMS, *ON_REPORTS) if each == form.get("kind")), None)
    if kind is None:
        raise DecisionError(_("That is nothing to decide of two."), _("Use the form of the page."))
    body = {"with": form.get("with", "")}
    if kind == "derived" and form.get("how"):
        body["how"] = form["how"]
    target = form.get("target", "")
    with desk.deciding() as ledger, doing(ledger, request.state.person, "decide", f"decide {kind}", target):
        ledger.decide(kind, target, body, by=request.state.person.name, why=form.get("why", "").strip())
    return kind


def _group(ledger: Ledger, id: str) -> Group:
    found = looking.group(ledger, id)
    if found is None:
        raise NotInLedgerError(
            _("The last trace has no group %(group)s.", group=id),
            _("Groups change when the ledger is traced again; the overview lists those of now."),
        )
    return found


def _glance(desk: Desk, ledger: Ledger) -> Glance:
    return desk.kept.answer(desk.state(ledger), "glance", lambda: glance(ledger, LISTED))


def _named(found: Iterable[Any]) -> set[str]:
    """Return the keys of the reports that entries of an overview's lists name."""
    keys: set[str] = set()
    for each in found:
        if isinstance(each, Lost):
            keys |= {each.report, each.parent, each.loss.before.report, each.loss.after.report}
        elif isinstance(each, Loss):
            keys |= {each.before.report, each.after.report}
        elif isinstance(each, Derivation):
            keys |= {each.report, each.parent}
        elif isinstance(each, Dispute):
            keys |= {said.report for _, said in each.positions}
        elif isinstance(each, tuple):  # a link and its groups
            link, *groups = each
            keys |= {said.report for said in (*link.said, *(group.members[0].statement for group in groups))}
    return keys


def about_of(ledger: Ledger, keys: Iterable[str]) -> dict[str, About]:
    """Return what pages show of reports, without their texts; one that is gone is told by its key alone."""
    wanted = set(keys)
    known = looking.headings(ledger, wanted)
    return {
        key: About(key, outlet, published, language, title, "")
        for key in wanted
        for outlet, published, language, title in [known.get(key, (None, None, None, None))]
    }


def _names() -> dict[str, Any]:
    """Return the addresses to which the templates of a trace link."""
    return {
        "group_name": lambda group: address("echo", group),
        "compare_name": _compare,
        "edge_name": _compare,
        "list_name": lambda section, number: address("echo", "all", section, page=str(number)),
        "report_name": lambda key: address("reports", key),
        "claim_name": lambda key: address("claims", key),
    }


def _compare(parent: str, child: str) -> str:
    return address("compare", a=parent, b=child)


routes = [
    Route("/echo", echo, name="echo"),
    Route("/echo/{group}", group, name="group"),
    Route("/echo/all/{section}", all_of, name="all_of"),
    Route("/echo/{group}/join", join, methods=["POST"], name="join_groups"),
    Route("/echo/{group}/decide", decide, methods=["POST"], name="decide_pair"),
]
