"""``segun trace``: who only repeats whom, over all reports of a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import click

from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted

_SHOWN = 10


@click.command()
@with_ledger
@click.option("--json", "as_json", is_flag=True, help="Print the whole trace as JSON.")
@click.option("--again", is_flag=True, help="Trace anew, even where nothing changed since the last time.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=_SHOWN, show_default=True, help="Claims to list.")
def trace(ledger: Path, as_json: bool, again: bool, limit: int) -> int:
    """Find in LEDGER which claims say the same, who has them from whom, and how many independent origins each has.

    The result is kept in the ledger: 'segun show' and 'segun find' tell it of each claim. What is printed is an
    overview: the claims that most reports carry, with the number of their independent origins first.

    \b
    Examples:
      segun trace news.segun
      segun trace news.segun --json > trace.json
      segun trace news.segun --limit 50

    A report that copies, rewrites, translates or relays another one adds no origin. A report whose lineage cannot be
    told counts as none and is listed. What people decided (same, different, derived, independent) outweighs what the
    program finds. segun never says that a claim is true.
    """
    from segun.ledger.ledger import Ledger
    from segun.match import loading, store
    from segun.match.objects import to_object
    from segun.match.program import program
    from segun.match.tracing import trace as find
    from segun.view.traced.text import overview

    with Ledger(ledger) as opened:
        state, made = loading.state(opened), store.made(opened)
        if again or made is None or made.state != state or made.program != program():
            reports = list(loading.told(opened))
            found = find(reports)
            store.keep(opened, found, program=program(), reports=len(reports), state=state)
        else:
            found = store.read(opened)
        count = opened.count_reports()
        dates = {report.key: (report.outlet, report.published) for report in opened.reports()}
    if as_json:
        click.echo(json.dumps(to_object(found), ensure_ascii=False, indent=1))
        return 0
    for line in overview(found, dates, limit=limit):
        click.echo(line)
    note(f"{counted(count, 'report')} traced.")
    return 0
