"""A report: its text with who says what, its claims beside it in reading order, and what people decided of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from segun.ledger.corrections import Corrected
from segun.ledger.ledger import Ledger
from segun.ledger.records import StoredReport
from segun.match import looking, store
from segun.match.records import Derivation, Loss
from segun.model import Analysis, Claim, Decision, wording
from segun.report.rows import Section, section
from segun.serve.desk import Desk
from segun.serve.pages.echo import about_of
from segun.serve.shown import address, page, part
from segun.view.traced.about import About

View = Literal["corrected", "found", "restored"]
VIEWS: tuple[View, ...] = ("corrected", "found", "restored")
"""After decisions; as the program found it; after decisions, with the accents that the text lacks."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the desk knows of a claim beside what the report says."""

    key: str
    review: str
    spans: str
    """Its stretches of the text as ``12-40,52-60``, in code points."""
    notes: tuple[Decision, ...]
    """Notes, verdicts and grades in force."""
    decided: Decision | None
    """The last decision that changed it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as the desk shows it."""

    stored: StoredReport
    section: Section
    marks: Mapping[str, Marks]
    """By the claim's id in its analysis."""
    rejected: tuple[tuple[Claim, Marks, str], ...]
    """The claims that somebody rejected, with their words."""
    sources: tuple[str, ...]
    """Names of the report's sources, to choose from."""
    seen: int
    """The number of the last decision on the text."""
    last: Decision | None
    """The last decision in force by whoever looks, which can be undone."""
    view: View


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a report has from others, and others from it, by the last trace."""

    having: tuple[Derivation, ...]
    """What it has from others; also what it is related to, direction unknown."""
    giving: tuple[Derivation, ...]
    """What others have from it."""
    headlines: tuple[Loss, ...]
    about: Mapping[str, About]
    fresh: looking.Freshness


def lineage_of(ledger: Ledger, key: str) -> Lineage | None:
    """Return what the last trace found of a report, by its key; ``None`` where the ledger was never traced."""
    fresh = looking.freshness(ledger)
    if fresh.made is None:
        return None
    found = store.derivations_of(ledger, key)
    having = tuple(each for each in found if each.report == key or not each.known)
    keys = {end for each in found for end in (each.report, each.parent)} | {key}
    return Lineage(
        having,
        tuple(each for each in found if each not in having),
        tuple(looking.headlines_of(ledger, key)),
        about_of(ledger, keys),
        fresh,
    )


def report(request: Request) -> Response:
    """Show a report."""
    desk: Desk = request.app.state.desk
    view = _view(request)
    with desk.reading() as ledger:
        shown = show(ledger, request.path_params["key"], view, request.state.person.name, below=_whole(request))
        versions = ledger.versions(shown.stored)
        lineage = lineage_of(ledger, shown.stored.key)
    focus = request.query_params.get("claim", "")
    return respond(request, shown, versions=versions, focus=focus, lineage=lineage)


def respond(
    request: Request,
    shown: Shown,
    *,
    focus: str = "",
    versions: Sequence[StoredReport] = (),
    lineage: Lineage | None = None,
    told: str = "",
    status: int = 200,
) -> Response:
    """Return the page of a report, or for htmx its desk alone.

    Args:
        request: what is answered.
        shown: the report.
        focus: the key of the claim to look at.
        versions: the reports that were met at its place.
        lineage: what it has from others and they from it, by the last trace; only the whole page shows it.
        told: what to tell the reader that was done.
        status: the HTTP status.
    """
    answer = page(
        request,
        "desk_report.html.j2" if part(request) else "report_page.html.j2",
        status,
        shown=shown,
        report=shown.section,
        level=1,
        desk=True,
        focus=focus,
        versions=versions,
        lineage=lineage,
        compare_name=lambda parent, child: address("compare", a=parent, b=child),
        report_name=lambda key: address("reports", key),
        views=VIEWS,
        whole=_whole(request),
        here="reports",
    )
    if told:
        answer.headers["HX-Trigger"] = told_header(told)
    return answer


def told_header(words: str) -> str:
    """Return the header by which a part of a page has something told to its reader."""
    import json

    return json.dumps({"segun:told": words}, ensure_ascii=True)


def below(request: Request) -> Response:
    """Show a report's timeline, map and ladder, which come after its text and claims."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        shown = show(ledger, request.path_params["key"], _view(request), request.state.person.name, below=True)
    return page(request, "desk_below.html.j2", shown=shown, report=shown.section, level=1, desk=True)


def since(request: Request) -> Response:
    """Tell whether somebody decided something about a report since it was shown; 204 where nobody did."""
    desk: Desk = request.app.state.desk
    seen = request.query_params.get("seen", "")
    with desk.reading() as ledger:
        stored = ledger.report(request.path_params["key"])
        newer = [
            each
            for each in ledger.decisions_on(stored)
            if each.number > int(seen if seen.isdecimal() else 0) and each.by != request.state.person.name
        ]
    if not newer:
        return Response(status_code=204)
    return page(request, "newer.html.j2", newer=newer, stored=stored)


def show(ledger: Ledger, key: str, view: View, person: str, *, below: bool = False) -> Shown:
    """Return a report as the desk shows it.

    Args:
        ledger: where it is kept.
        key: the report's.
        view: of its text.
        person: who looks.
        below: whether with its timeline, map and ladder.

    Raises:
        NotInLedgerError: there is no such report.
    """
    stored = ledger.report(key)
    decisions = ledger.decisions_on(stored)
    made = ledger.corrected(stored, until=0 if view == "found" else None)
    analysis = made.without_rejected()
    shown = (
        replace(analysis, report=replace(analysis.report, text=_restored(analysis))) if view == "restored" else analysis
    )
    in_force = [each for each in decisions if not each.undone and each.kind != "undo"]
    marks = {claim.id: _marks(made, claim, in_force) for claim in made.analysis.claims}
    text = analysis.report.text
    mine = [each for each in decisions if each.by == person and not each.undone and each.kind not in ("forget", "undo")]
    return Shown(
        stored=stored,
        section=section(1, shown, below=below),
        marks=marks,
        rejected=tuple(
            (claim, marks[claim.id], wording(text, claim.spans))
            for claim in made.analysis.claims
            if marks[claim.id].review == "rejected"
        ),
        sources=tuple(dict.fromkeys(source.name for source in analysis.sources)),
        seen=max((each.number for each in decisions), default=0),
        last=mine[-1] if mine else None,
        view=view,
    )


def written(claim: Claim) -> str:
    """Return a claim's spans as a form has them: ``12-40,52-60``."""
    return ",".join(f"{span.start}-{span.end}" for span in claim.spans)


def _marks(made: Corrected, claim: Claim, in_force: Sequence[Decision]) -> Marks:
    key = made.keys[claim.id]
    own = [each for each in in_force if each.target == key]
    changing = [each for each in own if each.kind in ("accept", "reject", "correct", "add")]
    return Marks(
        key=key,
        review=made.reviews.get(claim.id, "unreviewed"),
        spans=written(claim),
        notes=tuple(each for each in own if each.kind in ("note", "verdict", "grade")),
        decided=changing[-1] if changing else None,
    )


def _restored(analysis: Analysis) -> str:
    from segun.prepare.accents import restore
    from segun.prepare.paragraphs import paragraphs

    text = analysis.report.text
    return restore(text, (analysis.report.language or "").split("-")[0], paragraphs(text))


def _whole(request: Request) -> bool:
    return "whole" in request.query_params


def _view(request: Request) -> View:
    wanted = request.query_params.get("view", "corrected")
    return next((each for each in VIEWS if each == wanted), "corrected")


routes = [
    Route("/reports/{key}", report, name="report"),
    Route("/reports/{key}/below", below, name="below"),
    Route("/reports/{key}/since", since, name="since"),
]
