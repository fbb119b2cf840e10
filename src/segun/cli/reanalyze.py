"""``segun reanalyze``: bring a ledger up to date with this version of segun and these settings."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.options import settings_from, with_settings
from segun.cli.progress import progress
from segun.cli.selecting import with_ledger
from segun.cli.terminal import counted
from segun.view.visible import one_line

if TYPE_CHECKING:
    from segun.intake.filling import Summary
    from segun.settings import Value

FAILED = 2


@click.command()
@with_ledger
@with_settings("analysis", "work")
@click.option("--no-places", is_flag=True, help="Do not look up the names of places.")
@click.option("--strict", is_flag=True, help="Exit with code 2 where a report could not be analysed.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def reanalyze(ledger: Path, no_places: bool, strict: bool, as_json: bool, **given: Value | None) -> int:
    """Analyse again what another version of segun, or other settings, analysed.

    What is found now is put in force; earlier analyses stay in LEDGER, and people's decisions hold on for every claim
    that is found in the same words. What is up to date is left alone, so a second run does nothing. Interrupt it at any
    time: the same command goes on from there. Others can ask the ledger meanwhile.

    \b
    Examples:
      segun reanalyze news.segun
      segun reanalyze news.segun --processes 1
      segun reanalyze news.segun --continue none

    A report that cannot be analysed keeps the analysis it has; it is named at the end and in the ledger's failures.
    """
    from segun.intake import filling
    from segun.intake.analyst import Method
    from segun.ledger.ledger import Ledger

    settings = settings_from(given)
    models = tuple(sorted(settings.models.items()))
    method = Method(settings.carry_on, models, places=not no_places, weights=settings.weights)
    with Ledger(ledger) as opened:
        total = opened.count_outdated(method.program)
        with progress("Analysing", total) as advance:
            summary = filling.Summary()

            def told(now: filling.Summary) -> None:
                nonlocal summary
                summary = now
                advance(now.added + len(now.failures), f"{len(now.failures):,} failed" if now.failures else "")

            try:
                filling.reanalyze(opened, method=method, processes=settings.processes, told=told)
            except KeyboardInterrupt:
                click.echo(f"segun: interrupted; {summary.added:,} are done. Run it again to go on.", err=True)
                raise
    _tell(summary, total, method.program, as_json=as_json)
    return FAILED if strict and summary.failures else 0


def _tell(summary: Summary, total: int, program: str, *, as_json: bool) -> None:
    if as_json:
        failed = [{"place": each.place, "problem": each.problem, "remedy": each.remedy} for each in summary.failures]
        found = {"outdated": total, "renewed": summary.added, "failed": failed, "program": program}
        click.echo(json.dumps({**found, "seconds": round(summary.seconds, 3)}, ensure_ascii=False))
        return
    if not total:
        click.echo(f"Everything is up to date: {program}.")
        return
    done = counted(summary.added, "analysis", "analyses")
    click.echo(f"{done} renewed, {len(summary.failures):,} failed; {summary.seconds:,.1f} s. Now: {program}.")
    sys.stdout.flush()
    for each in summary.failures:
        click.echo(f"segun: {one_line(each.place)}: {one_line(each.problem)} {one_line(each.remedy)}", err=True)
