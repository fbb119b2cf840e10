"""How a ledger stands, on a terminal or as JSON: what ``segun show LEDGER`` prints."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.terminal import console_on, counted, print_fact, print_title
from segun.ledger.questions import Run, Standing, asking, standing
from segun.view import words
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from segun.ledger.ledger import Ledger
    from segun.ledger.records import StoredReport
    from segun.match.looking import Freshness

BROKEN = 2
_FAILURES, _LONGEST = 10, 100


def show_standing(ledger: Ledger, *, as_json: bool) -> None:
    """Print how a ledger stands."""
    from segun.match.looking import freshness

    path = ledger.path
    with asking(path) as connection:
        found = standing(connection)
    fresh = freshness(ledger)
    if as_json:
        from segun.export.jsonl import json_line

        traced = {**asdict(fresh.made), "newer": fresh.newer, "decided": fresh.decided} if fresh.made else None
        size = path.stat().st_size
        click.echo(json_line({"ledger": str(path), "bytes": size, **asdict(found), "traced": traced}))
        return
    console = console_on()
    print_fact(console, "ledger", f"{one_line(str(path))}, {path.stat().st_size / 1e6:,.1f} MB")
    for label, value in _facts(found):
        print_fact(console, label, value)
    if found.reports:
        print_fact(console, "traced", _traced(fresh, path))
    if found.last_run is not None:
        _run(found.last_run, console)
    sys.stdout.flush()
    click.echo(
        f"segun: 'segun show {path} --reports' lists the reports; --check tests whether the file is sound.", err=True
    )


def check(ledger: Ledger) -> int:
    """Print what is wrong with a ledger and return the exit code."""
    faults = ledger.faults()
    for fault in faults:
        click.echo(one_line(fault))
    if faults:
        sys.stdout.flush()
        click.echo(f"segun: {ledger.path} is not sound. Take it from a backup, or `sqlite3 LEDGER .recover`.", err=True)
        return BROKEN
    click.echo("The file, its tables and its chain of decisions are sound.")
    return 0


def show_reports(ledger: Ledger, limit: int | None, *, as_json: bool) -> None:
    """Print a line for each report, in the order in which they came."""
    if as_json:
        from segun.export.jsonl import json_line

        for report in islice(ledger.reports(), limit):
            fields = asdict(report)
            del fields["row"]
            click.echo(json_line(fields))
        return
    console = console_on()
    for report in islice(ledger.reports(), limit):
        console.print(report_line(report), soft_wrap=True, highlight=False)


def report_line(report: StoredReport) -> str:
    """Return a report in a line: key, outlet, date, claims, version, place."""
    facts = [
        excerpt(report.outlet, _LONGEST) if report.outlet else "outlet unknown",
        one_line(words.date(report.published)),
        counted(report.claims, "claim"),
        f"version {report.version}" if report.version > 1 else "",
        one_line(report.place or ""),
    ]
    return f"{one_line(report.key)}  {' · '.join(fact for fact in facts if fact)}"


def _facts(found: Standing) -> list[tuple[str, str]]:
    reports = [counted(found.reports, "report"), counted(found.texts, "text")]
    if found.outlets:
        reports.append(f"of {counted(found.outlets, 'outlet')}")
    if found.places:
        reports.append(f"{counted(found.places, 'place')} with changed words or dates")
    claims = f"{counted(found.claims, 'claim')}, {found.attributed:,} attributed"
    if found.carried != found.claims:
        claims += f"; {found.carried:,} with each report that carries them"
    if found.rejected:
        claims += f"; {found.rejected:,} rejected"
    languages = ", ".join(f"{one_line(words.language(code))} {many:,}" for code, many in found.languages)
    return [
        ("reports", ", ".join(reports)),
        ("claims", claims),
        ("sources", f"{found.sources:,}"),
        ("languages", languages),
        ("published", _period(found)),
        ("decisions", f"{found.decisions:,}" if found.decisions else ""),
    ]


def _traced(fresh: Freshness, path: Path) -> str:
    from segun.view.traced.text import stale

    if fresh.made is None:
        return f"never; segun trace {one_line(str(path))} finds who only repeats whom"
    made = f"{_moment(fresh.made.at)} UTC, {counted(fresh.made.reports, 'report')}"
    return one_line(stale(fresh, str(path))) if fresh.stale else made


def _period(found: Standing) -> str:
    undated = f"{found.undated:,} without a date" if found.undated else ""
    if found.first is None or found.last is None:
        return undated
    first, last = found.first[:10], found.last[:10]
    told = words.date(first) if first == last else f"{words.date(first)} to {words.date(last)}"
    return f"{one_line(told)}; {undated}" if undated else one_line(told)


def _run(run: Run, console: Console) -> None:
    end = f"ended {_moment(run.ended)}" if run.ended else "cut off, or still at work; run it again to go on"
    print_title(console, f"Last run: {excerpt(run.command, _LONGEST)}")
    print_fact(console, "began", f"{_moment(run.started)} UTC, {end}")
    print_fact(console, "by", one_line(run.program))
    print_fact(console, "met", counted(run.seen, "report"))
    if run.failures:
        print_fact(console, "failed", f"{len(run.failures):,}")
    for failure in run.failures[:_FAILURES]:
        told = f"{failure.place}: {failure.problem} {failure.remedy}"
        print_fact(console, "", excerpt(told, 4 * _LONGEST))
    if len(run.failures) > _FAILURES:
        print_fact(console, "", f"and {len(run.failures) - _FAILURES:,} more; --json gives all")


def _moment(at: str) -> str:
    return at[:16].replace("T", " ")
