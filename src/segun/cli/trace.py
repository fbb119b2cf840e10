"""``segun trace``: who only repeats whom, over all reports of a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.errors import SegunError

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.match.records import Trace

_SHOWN = 10


@click.command()
@with_ledger
@click.option("--json", "as_json", is_flag=True, help="Print the whole trace as JSON.")
@click.option(
    "--html", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Also write pages into this folder."
)
@click.option("--again", is_flag=True, help="Trace anew, even where nothing changed since the last time.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=_SHOWN, show_default=True, help="Claims to list.")
def trace(ledger: Path, as_json: bool, html: Path | None, again: bool, limit: int) -> int:
    """Find in LEDGER which claims say the same, who has them from whom, and how many independent origins each has.

    The result is kept in the ledger: 'segun show' and 'segun find' tell it of each claim. What is printed is an
    overview: the claims that most reports carry, with the number of their independent origins first.

    \b
    Examples:
      segun trace news.segun
      segun trace news.segun --json > trace.json
      segun trace news.segun --limit 50
      segun trace news.segun --html pages/

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
            found = find(reports, opened.judgements())
            store.keep(opened, found, program=program(), reports=len(reports), state=state)
        else:
            found = store.read(opened)
        count = opened.count_reports()
        if html is not None:
            _write_pages(opened, found, html)
        dates = {report.key: (report.outlet, report.published) for report in opened.reports()}
    if as_json:
        click.echo(json.dumps(to_object(found), ensure_ascii=False, indent=1))
        return 0
    for line in overview(found, dates, limit=limit):
        click.echo(line)
    note(f"{counted(count, 'report')} traced.")
    return 0


def _write_pages(ledger: Ledger, found: Trace, folder: Path) -> None:
    """Write the overview, a page for each claim that several reports carry, and one for each derivation."""
    from segun.match.reuse.passages import compare
    from segun.report.trace_pages import pages
    from segun.view.traced.about import About

    about = {}
    for stored in ledger.reports():
        report = ledger.analysis(stored).report
        title = report.title or report.text.strip().partition("\n")[0]
        about[stored.key] = About(stored.key, stored.outlet, stored.published, stored.language, title, report.text)
    passages = {
        (each.parent, each.report): compare(about[each.parent].text, about[each.report].text).passages
        for each in found.derivations
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in pages(found, about, passages):
            (folder / name).write_text(page, encoding="utf-8")
    except OSError as error:
        raise SegunError(f"{folder} cannot be written: {error.strerror}.", "Name another folder.") from error
    note(f"Wrote {folder / 'index.html'}.")
