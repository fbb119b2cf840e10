"""What reviewers do to claims: accept, reject, correct, add, divide, join, note, undo. Each is a decision of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast, get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.ledger import chain, concurring
from segun.ledger.attributing import unlocated
from segun.ledger.composing import dividing, joining
from segun.ledger.errors import ConflictError, DecisionError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.reviewing import Wanted
from segun.model import (
    Analysis,
    Claim,
    Decision,
    DecisionKind,
    Factuality,
    Quotation,
    Relay,
    SourceKind,
    Span,
    SpeechAct,
    wording,
)
from segun.serve.desk import Desk
from segun.serve.forms import body_of, correction, number, sent, source_at
from segun.serve.pages.report import respond, show, written
from segun.serve.people.auditing import doing
from segun.serve.people.visitors import allowed
from segun.serve.shown import address, page, part
from segun.tongue import gettext as _

SIMPLE = ("accept", "reject", "note", "verdict", "grade")
_EMPTY = Claim("", (), (), quotation="none", factuality="CT+", speech_act="assert", confidence=1.0)


@dataclass(frozen=True, slots=True)
class At:
    """A claim in a report."""

    report: str
    """The report's key."""
    key: str
    claim: Claim
    analysis: Analysis
    keys: Mapping[str, str]
    """Every claim's key by its id."""
    source: str
    """The name of its innermost source, empty where the report itself asserts it."""
    seen: int


async def decide(request: Request) -> Response:
    """Take the decision that a form asks for, and show the report after it."""
    return await _decided(request, request.path_params["key"])


async def add(request: Request) -> Response:
    """Add a claim that the program missed."""
    return await _decided(request, "")


async def _decided(request: Request, key: str) -> Response:
    from starlette.concurrency import run_in_threadpool

    form = await sent(request)
    return await run_in_threadpool(_take, request, key, form)


def _take(request: Request, key: str, form: dict[str, str]) -> Response:
    desk: Desk = request.app.state.desk
    person, report, kind = request.state.person, form.get("report", ""), form.get("kind", "")
    seen = number(form, "seen") if "seen" in form else None
    with desk.deciding() as ledger:
        try:
            with doing(ledger, person, "decide", f"decide {kind}", key or report):
                steps, focus, told = _steps(ledger, report, key, form, seen)
                made = ledger.decide_together(steps, by=person.name, why=form.get("why", "").strip(), seen=seen)
        except ConflictError as conflict:
            return page(
                request, "conflict.html.j2", 409, conflict=conflict, form=form, action=request.url.path, report=report
            )
        told = " ".join((told, *map(_unlocated, unlocated(made[0].body or {}))))
        if form.get("as") == "row":
            return _row(request, ledger, key, report, told)
        if form.get("as") == "claim":
            return RedirectResponse(address("claims", focus), 303)
        shown = show(ledger, report, "corrected", person.name) if part(request) else None
    if shown is None:
        return RedirectResponse(address("reports", report, claim=focus), 303)
    return respond(request, shown, focus=focus, told=told)


def _unlocated(name: str) -> str:
    """Say that the text does not name a source as its reviewer does, and what can be done."""
    return _(
        "The text does not hold the words “%(name)s”, so nothing is learnt from the claim: "
        "say where the text names the source, or that it is somebody unnamed.",
        name=name,
    )


def _steps(
    ledger: Ledger, report: str, key: str, form: dict[str, str], seen: int | None
) -> tuple[list[Wanted], str, str]:
    """Return the decisions of a form, the claim to look at afterwards, and what to tell."""
    kind = form.get("kind", "")
    if kind == "add":
        body = correction(form, None, "")
        return [("add", report, body)], "", _("The claim was added.")
    if kind in SIMPLE:
        told = {"accept": _("Accepted."), "reject": _("Rejected.")}.get(kind, _("Noted."))
        return [(cast("DecisionKind", kind), key, body_of(kind, form))], key, told
    at = _at(ledger, report, key)
    if kind == "correct":
        body = correction(form, at.claim, at.source)
        if not body:
            with ledger.reading() as connection:  # somebody may have corrected it alike meanwhile
                concurring.check(connection, kind, at.key, body, concurring.unseen(connection, seen))
            raise DecisionError(_("Nothing was changed."), _("Change a field, or accept the claim as it is."))
        return [("correct", at.key, body)], at.key, _("Corrected.")
    if kind == "divide":
        return dividing(at.analysis, at.keys, at.key, number(form, "at"), report), at.key, _("The claim was divided.")
    if kind == "join":
        return joining(at.analysis, at.keys, [at.key, form.get("with", "")]), at.key, _("The claims were joined.")
    raise DecisionError(_("'%(kind)s' is nothing that people decide here.", kind=kind), _("Use the form of the page."))


def _row(request: Request, ledger: Ledger, key: str, report: str, told: str) -> Response:
    """Return the claim as a row of the list."""
    from segun.ledger.selection import Review, Selection
    from segun.serve.pages.ledger import COLUMNS
    from segun.serve.pages.report import told_header

    every = get_args(Review)
    found = next(ledger.find(Selection(claim=key, report=report, review=every), limit=1))
    answer = page(request, "row.html.j2", claim=found, columns=COLUMNS)
    answer.headers["HX-Trigger"] = told_header(told)
    return answer


async def undo(request: Request) -> Response:
    """Undo a decision, and with it those that were taken together with it; go back to the report or source."""
    from starlette.concurrency import run_in_threadpool

    form = await sent(request)

    def taken_back() -> Response:
        desk: Desk = request.app.state.desk
        person, report, wanted = request.state.person, form.get("report", ""), number(form, "number")
        with desk.deciding() as ledger:
            with doing(ledger, person, "decide", "decide undo", str(wanted)):
                undone = ledger.undo_together(_together(ledger, wanted), by=person.name)
            if form.get("source"):
                done = {"done": str(undone[-1].number)} if undone else {}
                return RedirectResponse(address("sources", form["source"], **done), 303)
            shown = show(ledger, report, "corrected", person.name) if report and part(request) else None
        if shown is None:
            return RedirectResponse(address("reports", report) if report else "/decisions", 303)
        return respond(request, shown, told=_("Undone."))

    return await run_in_threadpool(taken_back)


def _together(ledger: Ledger, wanted: int) -> list[int]:
    """Return the numbers of the decisions that one action took, the one that is wanted among them."""
    with ledger.reading() as connection:
        if chain.one(connection, wanted) is None:
            raise NotInLedgerError(_("There is no decision %(number)s.", number=wanted), _("Load the page again."))
        return chain.together(connection, wanted) or [wanted]


def edit(request: Request) -> Response:
    """Show the form that corrects, divides, joins or annotates a claim; alone for htmx, else as a page."""
    allowed(request, "decide")
    desk: Desk = request.app.state.desk
    asked = request.query_params
    kind = asked.get("kind", "correct")
    with desk.reading() as ledger:
        at = _at(ledger, asked.get("report", ""), request.path_params["key"])
    values: dict[str, Any] = {"kind": kind, "verb": _verb(kind)}
    text = at.analysis.report.text
    if kind == "divide":
        where = asked.get("at", "")
        middle = int(where) if where.isdecimal() and len(where) < 10 else at.claim.spans[0].end
        values |= {
            "at": middle,
            "before": _clipped(text, at.claim, 0, middle),
            "after": _clipped(text, at.claim, middle, len(text)),
        }
    if kind == "join":
        values |= _others(at)
    return _form(request, at, f"/claims/{at.key}/decide", values)


def adding(request: Request) -> Response:
    """Show the form that adds a claim to a report."""
    allowed(request, "decide")
    desk: Desk = request.app.state.desk
    asked = request.query_params
    key = request.path_params["key"]
    with desk.reading() as ledger:
        stored = ledger.report(key)
        made = ledger.analysis(stored)
        seen = max((each.number for each in ledger.decisions_on(stored)), default=0)
    at = At(stored.key, "", _EMPTY, made, {}, "", seen)
    values = {"kind": "add", "verb": _("Add the claim"), "spans": asked.get("spans", "")}
    return _form(request, at, f"/reports/{stored.key}/claims", values)


def _form(request: Request, at: At, action: str, values: dict[str, Any]) -> Response:
    inner: Relay | None = at.claim.relays[-1] if at.claim.relays else None
    kind = at.analysis.source(inner.source).kind if inner and inner.source else "person"
    shown: dict[str, Any] = {
        "action": action,
        "report_key": at.report,
        "seen": at.seen,
        "claim": at.claim,
        "source": at.source,
        "source_kind": kind,
        "source_at": source_at(at.claim),
        "spans": written(at.claim),
        "content": wording(at.analysis.report.text, at.claim.spans),
        "lang": at.analysis.report.language or "",
        "source_kinds": get_args(SourceKind),
        "factualities": get_args(Factuality),
        "acts": get_args(SpeechAct),
        "quotations": get_args(Quotation),
        "names": [each.name for each in at.analysis.sources],
        "here": "reports",
    }
    return page(request, "edit.html.j2" if part(request) else "edit_page.html.j2", **(shown | values))


def _at(ledger: Ledger, report: str, key: str) -> At:
    stored = ledger.report(report)
    made = ledger.corrected(stored)
    id = next((id for id, each in made.keys.items() if each == key), None)
    claim = next((each for each in made.analysis.claims if each.id == id), None)
    if claim is None:
        raise NotInLedgerError(_("No claim here has the key %(key)s.", key=key), _("Load the page again."))
    decisions: Sequence[Decision] = ledger.decisions_on(stored)
    last = claim.relays[-1] if claim.relays else None
    source = made.analysis.source(last.source).name if last and last.source else ""
    seen = max((each.number for each in decisions), default=0)
    return At(stored.key, key, claim, made.analysis, made.keys, source, seen)


def _others(at: At) -> dict[str, Any]:
    """Return the claims that one may be joined with; the next one in the text stands first."""
    start = at.claim.spans[0].start
    rest = sorted(
        (each for each in at.analysis.claims if each.id != at.claim.id and each.spans),
        key=lambda each: (each.spans[0].start < start, abs(each.spans[0].start - start)),
    )
    others = [(at.keys[each.id], wording(at.analysis.report.text, each.spans)) for each in rest]
    return {"others": others, "with": others[0][0] if others else ""}


def _clipped(text: str, claim: Claim, first: int, last: int) -> str:
    parts = (Span(max(span.start, first), min(span.end, last)) for span in claim.spans)
    return wording(text, (span for span in parts if span.start < span.end))


def _verb(kind: str) -> str:
    return {"divide": _("Divide"), "join": _("Join"), "note": _("Write it down")}.get(kind, _("Correct the claim"))


routes = [
    Route("/claims/{key}/decide", decide, methods=["POST"], name="decide"),
    Route("/claims/{key}/edit", edit, name="edit"),
    Route("/reports/{key}/claims", add, methods=["POST"], name="add"),
    Route("/reports/{key}/add", adding, name="adding"),
    Route("/decisions/undo", undo, methods=["POST"], name="undo"),
]
