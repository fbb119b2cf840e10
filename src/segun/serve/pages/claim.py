"""A claim at its permanent address: who says it, what stands around it, what is known of it, a card to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from segun.ledger.errors import NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.records import Found
from segun.ledger.selection import Review, Selection
from segun.match import looking, store
from segun.match.records import Group, Link, Statement
from segun.model import Analysis, Claim, Decision
from segun.report.trace_pages import quotable
from segun.serve.desk import Desk
from segun.serve.shown import address, environment, page
from segun.tongue import gettext as _
from segun.view import found as worded
from segun.view import words
from segun.view.card import Card, card
from segun.view.ledger import Entry, groups
from segun.view.visible import excerpt

AROUND, MOST = 420, 2_400
"""Characters of the text before and after a claim, and of all that is shown."""
REPORTS = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the report's text."""

    text: str
    kind: Literal["around", "claim", "cue"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim with all that its page says."""

    found: Found
    """As the earliest of its reports carries it."""
    everywhere: tuple[Found, ...]
    entry: Entry | None
    pieces: tuple[Piece, ...]
    cut: tuple[bool, bool]
    """Whether the text goes on before and after what is shown."""
    cues: tuple[str, ...]
    parent: str | None
    decided: tuple[Decision, ...]
    groups: tuple[Group, ...]
    """Those that tell something: that several reports carry, or else the first."""
    same: tuple[Statement, ...]
    """The other claims of its groups."""
    linked: tuple[tuple[Link, Group, bool], ...]
    """Links of its groups with the group at the other end, and whether that one came first."""
    state: int
    """The number of the ledger's last decision."""
    as_of: str
    """When the ledger changed last, ISO 8601."""

    def part(self, group: Group) -> str:
        """Return what of the claim a group is about; empty where the claim is in one group, so that it is all."""
        if len(self.groups) == 1:
            return ""
        return next(each.statement.text for each in group.members if each.statement.claim == self.found.key)

    @staticmethod
    def end(link: Link, other: Group) -> Statement:
        """Return the statement of a linked group that conflicts, or its first where that is not kept."""
        at = 0 if link.a == other.id else 1
        return link.said[at] if link.said else other.members[0].statement


def claim(request: Request) -> Response:
    """Show a claim."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        shown = show(ledger, request.path_params["key"])
        fresh = looking.freshness(ledger)
        ends = (shown.end(link, other) for link, other, _ in shown.linked)
        outlets = looking.headings(ledger, {each.report for each in (*shown.same, *ends)})
    return page(
        request,
        "claim_page.html.j2",
        shown=shown,
        claim=shown.found,
        fresh=fresh,
        outlets=outlets,
        citation=citation(request, shown),
        most=REPORTS,
        quotable=quotable,
        here="ledger",
    )


def card_page(request: Request) -> Response:
    """Show the claim's card, with what it takes to put it into a story."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        shown = show(ledger, request.path_params["key"])
    return page(
        request,
        "claim_card.html.j2",
        shown=shown,
        claim=shown.found,
        citation=citation(request, shown),
        permanent=_permanent(request, shown.found),
        here="ledger",
    )


def card_svg(request: Request) -> Response:
    """Return the claim's card as a picture."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger:
        shown = show(ledger, request.path_params["key"])
    svg = environment().get_template("claim_card.svg.j2").render(card=_card(request, shown))
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'inline; filename="claim-{shown.found.key}.svg"'}
    return Response(svg, media_type="image/svg+xml", headers=headers)


def show(ledger: Ledger, key: str) -> Shown:
    """Return what a claim's page shows.

    Raises:
        NotInLedgerError: no report carries it.
    """
    wanted = Selection(claim=key, review=get_args(Review), sort="oldest")
    everywhere = tuple(ledger.find(wanted, limit=10 * REPORTS))
    if not everywhere:
        raise NotInLedgerError(
            _("No claim has the key %(key)s.", key=key), _("It may have been forgotten; look for its words instead.")
        )
    first = everywhere[0]
    made = ledger.corrected(first.report)
    id = next((id for id, each in made.keys.items() if each == key), None)
    entry = next((each for group in groups(made.analysis) for each in group.entries if each.claim.id == id), None)
    decided = [each for each in ledger.decisions_on(ledger.report(first.report)) if each.target == key]
    traced = tuple(store.groups_of(ledger, key))
    others = {
        each.statement.claim: each.statement
        for group in traced
        for each in group.members
        if each.statement.claim != key
    }
    linked = [
        (link, other, link.kind == "revises" and link.a == group.id)
        for group in traced
        for link, other in looking.linked(ledger, group.id)
    ]
    pieces, cut = _around(made.analysis, entry.claim) if entry else ((), (False, False))
    every = ledger.decisions()
    return Shown(
        found=first,
        everywhere=everywhere,
        entry=entry,
        pieces=pieces,
        cut=cut,
        cues=tuple(excerpt(link.cue, 80) for link in first.relays if link.cue),
        parent=made.keys.get(entry.claim.parent) if entry and entry.claim.parent else None,
        decided=tuple(decided),
        groups=tuple(looking.telling(traced)),
        same=tuple(others.values()),
        linked=tuple(linked),
        state=every[-1].number if every else 0,
        as_of=_as_of(ledger, every),
    )


def citation(request: Request, shown: Shown) -> str:
    """Return the words in which a claim is cited: who, what, where, the permanent address, the ledger's state."""
    found = shown.found
    return _(
        "%(who)s: %(content)s (%(firm)s). In: %(origin)s. %(address)s, "
        "state of the ledger: %(day)s, decision %(number)s.",
        who=worded.BACK.join(worded.speakers(found)) or _("the report itself"),
        content=worded.content(found),
        firm=worded.firmness(found),
        origin=worded.origin(found),
        address=_permanent(request, found),
        day=words.date(shown.as_of),
        number=shown.state,
    )


def _permanent(request: Request, found: Found) -> str:
    return f"{str(request.base_url).rstrip('/')}{address('claims', found.key)}"


def _card(request: Request, shown: Shown) -> Card:
    found = shown.found
    who, *via = worded.speakers(found) or (_("the report itself"),)
    group = min(shown.groups, key=lambda each: each.independent_origins, default=None)
    return card(
        who,
        _("via %(mouths)s", mouths=worded.BACK.join(via)) if via else "",
        worded.content(found),
        worded.firmness(found),
        (quotable(group) if group and group.carrying > 1 else "", worded.origin(found), _permanent(request, found)),
    )


def _as_of(ledger: Ledger, decisions: list[Decision]) -> str:
    """Return when the last report came in or the last decision was taken."""
    with ledger.reading() as connection:
        added = connection.execute("SELECT max(added) FROM reports").fetchone()[0] or ""
    return max(added, decisions[-1].at if decisions else "")


def _around(analysis: Analysis, given: Claim) -> tuple[tuple[Piece, ...], tuple[bool, bool]]:
    """Return the text around a claim, from a sentence's or paragraph's beginning where one is near."""
    text, spans = analysis.report.text, sorted(given.spans)
    if not spans:
        return (), (False, False)
    cues = [span for relay in given.relays for span in relay.cue_spans]
    start, end = _opening(text, spans[0].start), _closing(text, min(spans[-1].end, spans[0].start + MOST))
    pieces: list[Piece] = []
    marked = sorted(
        [(each.start, each.end, "claim") for each in spans] + [(each.start, each.end, "cue") for each in cues]
    )
    at = start
    for begin, stop, kind in marked:
        first, last = max(begin, at), min(stop, end)
        if first >= last:
            continue
        if first > at:
            pieces.append(Piece(text[at:first], "around"))
        pieces.append(Piece(text[first:last], "claim" if kind == "claim" else "cue"))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end], "around"))
    return tuple(pieces), (start > 0, end < len(text))


def _opening(text: str, at: int) -> int:
    low = max(0, at - AROUND)
    if not low:
        return 0
    found = [text.find(mark, low, at) + len(mark) for mark in ("\n\n", ". ", "\n") if text.find(mark, low, at) >= 0]
    return min(found) if found else max(text.find(" ", low, at) + 1, low)


def _closing(text: str, at: int) -> int:
    high = min(len(text), at + AROUND)
    if high == len(text):
        return high
    found = max(text.rfind(mark, at, high) for mark in (". ", "\n"))
    return found + 1 if found >= 0 else max(text.rfind(" ", at, high), at)


routes = [
    Route("/claims/{key}", claim, name="claim"),
    Route("/claims/{key}/card", card_page, name="claim_card"),
    Route("/claims/{key}/card.svg", card_svg, name="claim_card_svg"),
]
