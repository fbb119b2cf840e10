"""One report of a ledger: its claims as ``segun report`` prints them, its versions, when it was seen."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from rich.text import Text

from segun.cli.decisions import lines
from segun.cli.ledger import print_ledger
from segun.cli.output import write_page
from segun.cli.standing import report_line
from segun.cli.terminal import console_on, counted, print_title
from segun.cli.timeline import print_timeline
from segun.ledger.errors import LedgerError, NotInLedgerError
from segun.ledger.questions import asking, sightings
from segun.view.visible import excerpt, one_line, visible

if TYPE_CHECKING:
    from rich.console import Console

    from segun.ledger.ledger import Ledger
    from segun.ledger.records import Change, StoredReport
    from segun.model import Analysis

_SAME, _SIGHTINGS, _NAME = 160, 8, 120
_BLANK = re.compile(r"\s+")
_STYLES = {"gone": "red strike", "new": "green"}
_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}


def show_report(ledger: Ledger, report: StoredReport, *, at: str | None, as_json: bool, html: str | None) -> None:
    """Print a report, as JSON or as a page where that is wanted.

    Args:
        ledger: an open ledger.
        report: it.
        at: the number of a decision, or a day or moment, up to which decisions count; ``None`` for all.
        as_json: whether to print the contract's JSON.
        html: where the page goes, ``-`` for stdout.

    Raises:
        NotInLedgerError: there is no such decision.
    """
    analysis = ledger.analysis(report, until=None if at is None else _until(ledger, at))
    if html is not None:
        from segun.cli.atlas import Atlas

        atlas = Atlas()
        write_page([analysis], html, towns=atlas.towns, area=atlas.area)
        if html == "-":
            return
    if as_json:
        from segun.export.jsonl import dumps

        click.echo(dumps(analysis))
        return
    _print(ledger, report, analysis)


def show_difference(ledger: Ledger, report: StoredReport) -> None:
    """Print what changed in a report since the version before it; of the first version, to the next one.

    Raises:
        LedgerError: there is one version only.
    """
    versions = ledger.versions(report)
    place = next(at for at, each in enumerate(versions) if each.row == report.row)
    if len(versions) == 1:
        raise LedgerError(
            f"There is one version only of {one_line(report.key)!r}.",
            "A second one comes when `segun add` finds other words at the same place.",
        )
    before, after = versions[max(place - 1, 0) : max(place - 1, 0) + 2]
    console = console_on()
    console.print(f"From  {report_line(before)}", soft_wrap=True)
    console.print(f"To    {report_line(after)}", soft_wrap=True)
    for label, old, new in (
        ("outlet", before.outlet, after.outlet),
        ("published", before.published, after.published),
        ("title", before.title, after.title),
    ):
        if old != new:
            told = [excerpt(each, _NAME) if each else "none" for each in (old, new)]
            console.print(f"{label}: {told[0]} → {told[1]}", soft_wrap=True)
    console.print()
    changes = ledger.changes(before, after)
    if all(change.kind == "same" for change in changes):
        console.print("The words are the same.")
        return
    shown = Text.assemble(*(_change(change, console) for change in changes))
    console.print(shown, soft_wrap=not console.is_terminal)


def _print(ledger: Ledger, report: StoredReport, analysis: Analysis) -> None:
    from segun.cli.traced import print_derivations

    console = console_on()
    print_ledger(analysis, console)
    print_timeline(analysis, console)
    print_title(console, "In the ledger")
    console.print(f"{report.report_id}  {one_line(report.place or 'place unknown')}", soft_wrap=True)
    with asking(ledger.path) as connection:
        seen = sightings(connection, report.row)
    first = [at[:16].replace("T", " ") for at in seen[:_SIGHTINGS]]
    more = f" and {len(seen) - _SIGHTINGS:,} times more" if len(seen) > _SIGHTINGS else ""
    console.print(f"Seen {counted(len(seen), 'time')}: {', '.join(first)}{more} (UTC)", soft_wrap=True)
    print_derivations(ledger, report.key, console)
    versions = ledger.versions(report)
    if len(versions) > 1:
        print_title(console, "Versions at this place")
        for each in versions:
            console.print(f"{'▸' if each.row == report.row else ' '} {report_line(each)}", soft_wrap=True)
    decided = ledger.decisions_on(report)
    if decided:
        print_title(console, "Decisions")
    for line in lines(decided):
        console.print(line, soft_wrap=True)
    if len(versions) > 1:
        sys.stdout.flush()
        click.echo(f"segun: 'segun show {ledger.path} {report.report_id} --diff' shows what changed.", err=True)


def _until(ledger: Ledger, at: str) -> int:
    """Return the number of the last decision that counts."""
    if at.isdecimal():
        last = len(ledger.decisions())
        if int(at) > last:
            raise NotInLedgerError(
                f"There is no decision {at}; the last one is {last}.", "`segun decisions LEDGER` lists them."
            )
        return int(at)
    from segun.read.dates import strict_iso

    moment = strict_iso(at)
    if moment is None:
        raise click.UsageError(
            f"--at '{at}' is neither a decision's number nor a date. Give 12, 2024-05-31 or 2024-05-31T18:00:00+02:00."
        )
    if len(moment) > 10:
        moment = datetime.fromisoformat(moment).astimezone(UTC).isoformat(timespec="milliseconds")
    return ledger.until(moment)


def _change(change: Change, console: Console) -> tuple[str, str]:
    """Return a stretch with its style; words that stayed are cut in their middle."""
    shown = visible(_BLANK.sub(" ", change.words))
    if change.kind == "same":
        if len(shown) > _SAME:
            half = _SAME // 2
            shown = f"{shown[:half].rsplit(' ', 1)[0]} […] {shown[-half:].split(' ', 1)[-1]}"
        return shown, "dim"
    if console.is_terminal and not console.no_color:
        return shown, _STYLES[change.kind]
    before, after = _SIGNS[change.kind]
    return f"{before}{shown}{after}", ""
