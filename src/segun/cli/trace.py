"""``segun trace``: who only repeats whom, over all reports of a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.options import settings_from, with_settings
from segun.cli.progress import stages
from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.errors import SegunError
from segun.tongue import speaking

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.match.glance import Glance
    from segun.match.records import Trace
    from segun.settings import Value

_SHOWN = 10
_LISTED = 60
"""Entries of each list on the page that gives the overview."""
FAILED = 2


@click.command()
@with_ledger
@click.option("--json", "as_json", is_flag=True, help="Print the whole trace as JSON.")
@click.option(
    "--html", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Also write pages into this folder."
)
@click.option("--again", is_flag=True, help="Trace everything anew, not only what is new or changed.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=_SHOWN, show_default=True, help="Claims to list.")
@click.option("--workers", type=click.IntRange(1, 1_000), default=1, show_default=True, help="Processes that work.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers work instead: tcp://HOST:8786.")
@click.option(
    "--work",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the files between the stages; all workers must see it. [default: LEDGER.tracing]",
)
@click.option("--no-encoder", is_flag=True, help="Do without sentence vectors: faster, weaker across languages.")
@click.option(
    "--one-owner/--each-outlet",
    "one_owner",
    default=None,
    help="Count outlets of one owner as one origin, by your list of outlets, or each by itself. "
    "[default: as in the last trace]",
)
@with_settings("pages")
def trace(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: Path,
    as_json: bool,
    html: Path | None,
    again: bool,
    limit: int,
    workers: int,
    scheduler: str | None,
    work: Path | None,
    no_encoder: bool,
    one_owner: bool | None,
    **given: Value | None,
) -> int:
    """Find in LEDGER which claims say the same, who has them from whom, and how many independent origins each has.

    The result is kept in the ledger: 'segun show' and 'segun find' tell it of each claim. What is printed is an
    overview: the claims that most reports carry, with the number of their independent origins first.

    \b
    Examples:
      segun trace news.segun
      segun trace news.segun --json > trace.json
      segun trace news.segun --limit 50
      segun trace news.segun --html pages/
      segun trace news.segun --workers 4

    A report that copies, rewrites, translates or relays another one adds no origin. A report whose lineage cannot be
    told counts as none and is listed. What people decided (same, different, derived, independent) outweighs what the
    program finds. segun never says that a claim is true.

    Traced again, only the stories that new or changed reports belong to are looked at. Interrupt it at any time: the
    same command goes on from there.
    """
    from segun.engine.tracing import trace_ledger
    from segun.engine.workers import Workers
    from segun.ledger.ledger import Ledger
    from segun.match import store
    from segun.match.glance import glance
    from segun.match.objects import to_object
    from segun.view.traced.text import overview

    settings = settings_from(given)
    with Ledger(ledger) as opened:
        owners = one_owner if one_owner is not None else store.of_owners(opened)
        with stages() as told:
            done = trace_ledger(
                opened,
                Workers(workers, scheduler),
                again=again,
                encoder=not no_encoder,
                owners=owners,
                work=work,
                told=told,
            )
        if owners and one_owner is None:
            note("Outlets of one owner count as one origin, as in the last trace; --each-outlet counts each by itself.")
        for line in _passed_over(opened):
            note(line)
        if html is not None:
            with speaking(settings.interface):
                _write_pages(opened, store.read(opened), glance(opened, _LISTED), html)
        if as_json:
            click.echo(json.dumps(to_object(store.read(opened)), ensure_ascii=False, indent=1))
        else:
            dates = {report.key: (report.outlet, report.published) for report in opened.reports()}
            for line in overview(glance(opened, limit), dates):
                click.echo(line)
    for story, problem in done.failures:
        click.echo(f"segun: the story of {story}: {problem}", err=True)
    if not as_json:
        note(f"{counted(done.reports, 'report')} traced, {done.anew:,} of them now.")
    return FAILED if done.failures else 0


def _passed_over(ledger: Ledger) -> Iterator[str]:
    """Yield what is told of decisions that cannot hold beside later ones."""
    from segun.cli.decisions import told

    overruled = ledger.judgements().overruled
    by_number = {each.number: each for each in ledger.decisions()} if overruled else {}
    for each in overruled:
        first, later = told(by_number[each.number]), told(by_number[each.by])
        yield f"{first[:1].upper()}{first[1:]} is passed over: it cannot hold beside {later}, which came later."


def _write_pages(ledger: Ledger, found: Trace, glance: Glance, folder: Path) -> None:
    """Write the overview, a page for each claim that several reports carry, and one for each derivation."""
    from segun.match.glance import stretch
    from segun.report.trace_pages import pages
    from segun.view.traced.about import About

    about = {}
    for stored in ledger.reports():
        report = ledger.analysis(stored).report
        title = report.title or report.text.strip().partition("\n")[0]
        about[stored.key] = About(stored.key, stored.outlet, stored.published, stored.language, title, report.text)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in pages(found, glance, about, partial(stretch, ledger)):
            (folder / name).write_text(page, encoding="utf-8")
    except OSError as error:
        raise SegunError(f"{folder} cannot be written: {error.strerror}.", "Name another folder.") from error
    note(f"Wrote {folder / 'index.html'}.")
