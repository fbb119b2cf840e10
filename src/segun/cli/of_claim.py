"""One claim of a ledger: as a sentence, its relays and anchors, the text around it, its reports, what was decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from rich.text import Text

from segun.cli.claims import speakers
from segun.cli.decisions import as_object as decision_object
from segun.cli.decisions import lines
from segun.cli.flat import as_object
from segun.cli.of_source import decisions
from segun.cli.standing import report_line
from segun.cli.terminal import console_on, counted, print_fact, print_title
from segun.ledger.errors import NotInLedgerError
from segun.ledger.questions import asking, in_analysis
from segun.view import found as worded
from segun.view.ledger import Entry, groups
from segun.view.visible import excerpt, one_line, visible
from segun.view.voices import nobody

if TYPE_CHECKING:
    from rich.console import Console

    from segun.ledger.ledger import Ledger
    from segun.ledger.records import Found
    from segun.model import Analysis, Decision

_AROUND, _LONGEST, _SHOWN = 240, 900, 20
_BLANK = re.compile(r"\s+")
_REVIEWS = ("unreviewed", "accepted", "corrected", "added", "rejected")


def show_claim(ledger: Ledger, key: str, *, as_json: bool) -> None:
    """Print a claim.

    Raises:
        NotInLedgerError: no report carries it any more.
    """
    from segun.cli.traced import print_groups, print_origins
    from segun.ledger.selection import Selection
    from segun.match import store

    everywhere = list(ledger.find(Selection(claim=key, review=_REVIEWS, sort="oldest")))
    if not everywhere:
        raise NotInLedgerError(f"No claim has the key {key!r}.", "`segun find LEDGER` shows claims with their keys.")
    decided = decisions(ledger, key)
    if as_json:
        from segun.export.jsonl import json_line
        from segun.match import looking
        from segun.match.objects import derivation_object, group_object, link_object

        groups_in = store.groups_of(ledger, key)
        reports = {each.statement.report for group in groups_in for each in group.members}
        more = {
            "decisions": [*map(decision_object, decided)],
            "traced": [*map(group_object, groups_in)],
            "derivations": [*map(derivation_object, looking.between(ledger, reports))],
            "links": [link_object(link) for group in groups_in for link, _ in looking.linked(ledger, group.id)],
        }
        for found in everywhere:
            click.echo(json_line({**as_object(found), **more}))
        return
    first = everywhere[0]
    analysis = _analysis(ledger, first, decided)
    with asking(ledger.path) as connection:
        name, parent = in_analysis(connection, first.row)
    entry = next((each for group in groups(analysis) for each in group.entries if each.claim.id == name), None)
    console = console_on()
    console.print(first.key, style="cyan")
    said = (speakers(first), (f" {worded.firmness(first)}: ", "dim"), worded.content(first))
    console.print(Text.assemble(*said), soft_wrap=not console.is_terminal)
    console.print()
    traced = store.groups_of(ledger, key)
    print_origins(ledger, traced, console)
    if entry is not None:
        _facts(entry, analysis, parent, console)
    print_fact(console, "confidence", f"{first.confidence:.0%}")
    print_fact(console, "review", first.review)
    if entry is not None and entry.claim.spans:
        print_title(console, "Around it")
        _around(entry, analysis, console)
    print_title(console, f"In {counted(len(everywhere), 'report')}")
    for found in everywhere[:_SHOWN]:
        console.print(report_line(ledger.report(found.report)), soft_wrap=True)
    if len(everywhere) > _SHOWN:
        console.print(f"and {len(everywhere) - _SHOWN:,} more; --json gives all", style="dim", soft_wrap=True)
    print_groups(ledger, traced, console)
    if decided:
        print_title(console, "Decisions")
    for line in lines(decided):
        console.print(line, soft_wrap=True)


def _analysis(ledger: Ledger, found: Found, decided: list[Decision]) -> Analysis:
    """Return the analysis that holds the claim; of a rejected one, as it was before."""
    rejected = [each.number for each in decided if each.kind == "reject" and not each.undone]
    until = rejected[0] - 1 if found.review == "rejected" and rejected else None
    return ledger.analysis(found.report, until=until)


def _facts(entry: Entry, analysis: Analysis, parent: str | None, console: Console) -> None:
    claim, text = entry.claim, analysis.report.text
    for number, relay in enumerate(claim.relays, start=1):
        name = analysis.source(relay.source).name if relay.source else nobody()
        cue = " … ".join(span.of(text) for span in relay.cue_spans)
        told = f"{number}. {excerpt(name, 120)}"
        told += f", by “{excerpt(cue, 80)}”" if cue else ""
        print_fact(console, "relays" if number == 1 else "", f"{told} ({relay.how})")
    print_fact(console, "when", ", ".join(entry.times))
    print_fact(console, "where", ", ".join(entry.places))
    print_fact(console, "amounts", ", ".join(f"{each.words} {each.figure}".rstrip() for each in entry.amounts))
    print_fact(console, "condition", entry.condition or "")
    print_fact(console, "within", parent or "")
    print_fact(console, "quotation", claim.quotation if claim.quotation != "none" else "")
    print_fact(console, "headline", "yes" if claim.headline else "")
    print_fact(console, "found by", one_line(claim.rule))


def _around(entry: Entry, analysis: Analysis, console: Console) -> None:
    """Print the text around a claim, its words marked: bold on a terminal, between ``»`` and ``«`` elsewhere."""
    text, spans = analysis.report.text, sorted(entry.claim.spans)
    start, end = max(0, spans[0].start - _AROUND), min(len(text), spans[-1].end + _AROUND)
    shown = Text("…" if start else "")
    at = start
    for span in spans:
        shown.append(_plain(text[at : span.start]), "dim")
        words = _plain(span.of(text))
        shown.append(words if console.is_terminal else f"»{words}«", "bold")
        at = span.end
    shown.append(_plain(text[at:end]), "dim").append("…" if end < len(text) else "")
    print_fact(console, "", shown, width=0)


def _plain(words: str) -> str:
    """Return words made visible, white space drawn together but kept at their ends, the middle of many cut."""
    if len(words) > 2 * _LONGEST:
        words = f"{words[:_LONGEST]} […] {words[-_LONGEST:]}"
    return visible(_BLANK.sub(" ", words))
