"""One source of a ledger: its names, what it asserts, who relays it and whom it relays."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from segun.cli.claims import print_claim
from segun.cli.decisions import as_object as decision_object
from segun.cli.decisions import lines
from segun.cli.decisions import on as decisions_on
from segun.cli.flat import as_object
from segun.cli.terminal import console_on, counted, print_fact, print_title
from segun.view import words
from segun.view.visible import excerpt, one_line
from segun.view.voices import nobody

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.ledger.records import Found, StoredSource
    from segun.model import Decision

_CLAIMS, _OTHERS, _NAME = 5, 8, 80


def show_source(ledger: Ledger, source: StoredSource, *, as_json: bool) -> None:
    """Print a source."""
    from segun.ledger.selection import Selection

    latest = list(ledger.find(Selection(sources=(source.row,)), limit=_CLAIMS))
    relaying, relayed = _others(ledger, source)
    decided = decisions(ledger, source.key)
    if as_json:
        from segun.export.jsonl import json_line

        fields: dict[str, Any] = {"source": source.key, **asdict(source)}
        del fields["row"], fields["key"]
        fields |= {"relayed_by": dict(relaying), "relays": dict(relayed), "latest": [*map(as_object, latest)]}
        click.echo(json_line({**fields, "decisions": [*map(decision_object, decided)]}))
        return
    console = console_on()
    grade = f", graded {source.grade}" if source.grade else ", not graded"
    console.print(f"{source.key}  {excerpt(source.name, _NAME)}: {words.kind(source.kind)}{grade}", soft_wrap=True)
    print_fact(console, "names", ", ".join(excerpt(name, _NAME) for name in source.names))
    print_fact(console, "asserts", f"{counted(source.claims, 'claim')}, in {counted(source.reports, 'text')}")
    print_fact(console, "relayed by", _told(relaying))
    print_fact(console, "relays", _told(relayed))
    if latest:
        print_title(console, "The latest that it asserts")
    for found in latest:
        print_claim(found, console)
    if decided:
        print_title(console, "Decisions")
    for line in lines(decided):
        console.print(line, soft_wrap=True)
    if source.claims > len(latest):
        click.echo(f"segun: 'segun find {ledger.path} --source {source.key}' shows all.", err=True)


def decisions(ledger: Ledger, target: str) -> list[Decision]:
    """Return the decisions on a claim or source and what undid them; none where there is none."""
    from segun.ledger.errors import NotInLedgerError

    try:
        return decisions_on(ledger, ledger.decisions(), target)
    except NotInLedgerError:
        return []


def _others(ledger: Ledger, source: StoredSource) -> tuple[Counter[str], Counter[str]]:
    """Count who relays what the source asserts, and whose claims it relays, by their names."""
    from segun.ledger.selection import Selection

    relaying: Counter[str] = Counter()
    relayed: Counter[str] = Counter()
    for found in ledger.find(Selection(sources=(source.row,))):
        relaying.update({_name(link.name) for link in found.relays[:-1] if link.source != source.key})
    for found in ledger.find(Selection(via=(source.row,))):
        relayed.update(_asserting(found, source))
    return relaying, relayed


def _asserting(found: Found, source: StoredSource) -> set[str]:
    last = found.relays[-1]
    return {_name(last.name)} if last.source != source.key else set()


def _name(name: str | None) -> str:
    return one_line(name) if name else nobody()


def _told(others: Counter[str]) -> str:
    shown = [f"{excerpt(name, _NAME)} {many:,}" for name, many in others.most_common(_OTHERS)]
    more = [f"and {len(others) - _OTHERS} more"] if len(others) > _OTHERS else []
    return ", ".join(shown + more)
