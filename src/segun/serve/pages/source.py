"""A source: what it asserts and relays, who has it from whom, its names and grade, and what people decide about it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun.ledger import chain, finding, listing
from segun.ledger.errors import ConflictError, DecisionError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.listing import Name
from segun.ledger.records import StoredSource
from segun.ledger.reviewing import RELIABILITY
from segun.model import Decision, DecisionKind
from segun.serve import labels
from segun.serve.asked import Asked
from segun.serve.desk import Desk
from segun.serve.forms import body_of, number, whole
from segun.serve.pages.ledger import COLUMNS, Rows, count_of, rows_of
from segun.serve.people.auditing import doing
from segun.serve.shown import address, page
from segun.tongue import gettext as _
from segun.view.visible import excerpt

KINDS = ("merge", "split", "rename", "grade")
"""What people decide about a source here."""
AT_FIRST = 12
"""Lines of a list that are seen at once; the others open."""
MOST = 100
"""Lines that it has at all."""
PROPOSED = 12
"""Names that are proposed for what somebody has written of one."""
_CHOSEN = re.compile(r"·\s*([0-9a-f]{10})\s*$")
_LONG = 90

Pairs = list[tuple[str, str]]
Relation = tuple[str, str, int]
"""Key, name and number of claims."""


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in words."""

    decision: Decision
    words: str
    also: tuple[str, str] | None = None
    """Key and name of a source that a split made."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A source with all that its page says."""

    source: StoredSource
    names: tuple[Name, ...]
    asserts: int
    """Claims, once for each report that carries them; so are the next two."""
    relays: int
    direct: int
    reports: int
    relayed_by: tuple[Relation, ...]
    relayed: tuple[Relation, ...]
    sole: int
    """Claims that several reports carry and whose only origin it is."""
    traced: bool
    decided: tuple[Told, ...]
    grade: Told | None
    done: Told | None
    """What was decided just now."""
    seen: int
    """The number of the ledger's last decision."""
    asked: Asked
    """The claims that are listed: its own, or those that it relays where it asserts none."""
    rows: Rows


def source(request: Request) -> Response:
    """Show a source; the address of one that was merged leads to the one that it went into."""
    desk: Desk = request.app.state.desk
    key, done = request.path_params["key"], request.query_params.get("done", "")
    with desk.reading() as ledger:
        now = _home(ledger, key)
        if now != key:
            return RedirectResponse(address("sources", now, **({"done": done} if done else {})), 302)
        shown = show(desk, ledger, key, whole(done) or 0)
    return page(
        request,
        "source_page.html.j2",
        shown=shown,
        asked=shown.asked,
        rows=shown.rows,
        columns=COLUMNS,
        grades=RELIABILITY,
        at_first=AT_FIRST,
        most_lines=MOST,
        here="sources",
    )


def names(request: Request) -> Response:
    """Return sources whose names have some words, as the options of a list of proposals.

    The words are the parameter ``q``, or the one of the field itself, ``source``; ``but`` is the key of a source that
    is not meant. An option's value is a name and a key, which :func:`chosen` reads.
    """
    desk: Desk = request.app.state.desk
    asked = request.query_params
    words = _CHOSEN.sub("", asked.get("q") or asked.get("source") or "").strip()
    with desk.reading() as ledger, ledger.reading() as connection:
        found = listing.sources(connection, words, limit=PROPOSED + 1)
    but = asked.get("but", "")
    return page(request, "source_names.html.j2", found=[each for each in found if each.key != but][:PROPOSED])


def chosen(written: str) -> str:
    """Return the source that a field with proposals means: the key of the one that was taken, else what was written."""
    found = _CHOSEN.search(written)
    return found[1] if found else written.strip()


async def decide(request: Request) -> Response:
    """Take the decision that a form asks for, and show the source after it."""
    from starlette.concurrency import run_in_threadpool

    form = await request.form()
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    return await run_in_threadpool(_take, request, pairs)


def _take(request: Request, pairs: Pairs) -> Response:
    desk: Desk = request.app.state.desk
    person, form = request.state.person, dict(pairs)
    kind = form.get("kind", "") if form.get("kind") in KINDS else ""
    with desk.deciding() as ledger:
        key = _home(ledger, request.path_params["key"])
        try:
            with doing(ledger, person, "decide", f"decide {kind}".strip(), key):
                body = _body(kind, form, pairs)
                seen = number(form, "seen") if "seen" in form else None
                wanted = (cast("DecisionKind", kind), key, body)
                made = ledger.decide_together([wanted], by=person.name, why=form.get("why", "").strip(), seen=seen)
        except ConflictError as conflict:
            with ledger.reading() as connection:
                theirs = _told(connection, conflict.decisions, key)
            return page(
                request,
                "source_conflict.html.j2",
                409,
                theirs=theirs,
                pairs=[pair for pair in pairs if pair[0] not in ("csrf", "seen")],
                seen=max(each.number for each in conflict.decisions),
                key=key,
                here="sources",
            )
    return RedirectResponse(address("sources", made[0].target, done=str(made[0].number)), 303)


def _body(kind: str, form: Mapping[str, str], pairs: Pairs) -> dict[str, Any]:
    if kind == "merge":
        return {"source": chosen(form.get("source", ""))}
    if kind == "split":
        ticked = [value for name, value in pairs if name == "names"]
        if not ticked:
            raise DecisionError(_("No name was ticked."), _("Tick the names that belong to somebody else."))
        return {"names": ticked}
    if kind in KINDS:
        return body_of(kind, form)
    raise DecisionError(_("The form does not say what to decide."), _("Use the form of the page."))


def show(desk: Desk, ledger: Ledger, key: str, done: int = 0) -> Shown:
    """Return what a source's page shows.

    Args:
        desk: keeps what was counted.
        ledger: an open ledger.
        key: of a source that has names.
        done: the number of the decision that was taken just now, 0 for none.
    """
    own, via = Asked((("source", key),)), Asked((("via", key),))
    asserts, relays = (count_of(desk, ledger, each, each.selection(ledger)) for each in (own, via))
    asked = own if asserts or not relays else via
    rows = rows_of(ledger, asked.selection(ledger), 0)
    sole = _sole_origins(desk, ledger)
    with ledger.reading() as connection:
        stored = next(finding.sources(connection, ledger.named(key)))
        relayed_by, relayed = listing.relations(connection, stored.row)
        decisions = chain.on_source(connection, _keys(connection, stored))
        decided = _told(connection, decisions, key)
        return Shown(
            source=stored,
            names=tuple(listing.names(connection, stored.row)),
            asserts=asserts,
            relays=relays,
            direct=listing.direct(connection, stored.row),
            reports=listing.reports_of(connection, stored.row),
            relayed_by=tuple(relayed_by),
            relayed=tuple(relayed),
            sole=sole.get(stored.row, 0),
            traced=connection.execute("SELECT 1 FROM traces").fetchone() is not None,
            decided=decided,
            grade=next((each for each in reversed(decided) if _is_grade(each.decision, key)), None),
            done=_done(connection, decided, done),
            seen=chain.last(connection),
            asked=asked,
            rows=rows,
        )


def _is_grade(decision: Decision, key: str) -> bool:
    return decision.kind == "grade" and decision.target == key and not decision.undone and bool(decision.body)


def _home(ledger: Ledger, key: str) -> str:
    with ledger.reading() as connection:
        found = listing.home(connection, key)
    if found is None:
        raise NotInLedgerError(
            _("No source has the key %(key)s.", key=key), _("Look for its name in the list of sources.")
        )
    return found


def _keys(connection: sqlite3.Connection, source: StoredSource) -> list[str]:
    """Return the keys of a source and of those that were merged into it."""
    rows = connection.execute(
        "SELECT DISTINCT s.key FROM names n JOIN sources s ON s.id = n.home WHERE n.source = ?", (source.row,)
    )
    return list(dict.fromkeys([source.key, *(row[0] for row in rows)]))


def _sole_origins(desk: Desk, ledger: Ledger) -> Mapping[int, int]:
    def count() -> Mapping[int, int]:
        with ledger.reading() as connection:
            return listing.sole_origins(connection)

    return desk.kept.answer(desk.state(ledger), "sole origins", count)


def _done(connection: sqlite3.Connection, decided: Iterable[Told], wanted: int) -> Told | None:
    """Return what was decided just now about the source, or taken back."""
    if not wanted:
        return None
    about = {each.decision.number: each for each in decided}
    decision = chain.one(connection, wanted)
    if decision is None or decision.number in about:
        return about.get(wanted)
    undid = about.get(chain.undone_by(connection, decision)[-1].number)
    return Told(decision, undid.words) if undid else None


def _told(connection: sqlite3.Connection, decisions: Sequence[Decision], key: str) -> tuple[Told, ...]:
    """Return decisions in words, as seen from a source."""
    return tuple(_in_words(connection, each, key) for each in decisions)


def _in_words(connection: sqlite3.Connection, decision: Decision, key: str) -> Told:
    body = decision.body
    if body is None:
        return Told(decision, labels.decision(decision))
    about = _called(connection, decision.target)
    if decision.kind == "merge":
        return Told(
            decision,
            _("%(name)s was merged into %(other)s.", name=_called(connection, str(body.get("source"))), other=about),
        )
    if decision.kind == "split":
        into, gone = str(body.get("into")), _names_of(connection, body.get("names", ()))
        words = _("Split off %(other)s: %(names)s.", names=", ".join(gone), other=about)
        return Told(decision, words, (into, gone[0] if gone else into) if into != key and not decision.undone else None)
    if decision.kind == "rename":
        return Told(decision, _("Renamed: %(name)s.", name=excerpt(str(body.get("name")), _LONG)))
    if decision.kind == "grade":
        grade = str(body.get("grade"))
        return Told(decision, _("Grade %(grade)s: %(words)s.", grade=grade, words=labels.reliability(grade)))
    if decision.kind == "note":
        return Told(decision, _("Note: %(note)s", note=excerpt(str(body.get("note")), 600)))
    return Told(decision, labels.decision(decision))


def _called(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT name FROM sources WHERE key = ?", (key,)).fetchone()
    return excerpt(row[0] if row else key, _LONG)


def _names_of(connection: sqlite3.Connection, forms: Iterable[str]) -> list[str]:
    found = []
    for form in forms:
        row = connection.execute("SELECT name FROM names WHERE form = ?", (form,)).fetchone()
        found.append(excerpt(row[0] if row else form, _LONG))
    return found


routes = [
    Route("/sources/names", names, name="source_names"),
    Route("/sources/{key}", source, name="source"),
    Route("/sources/{key}/decide", decide, methods=["POST"], name="source_decide"),
]
