"""``segun show``: a ledger, or one claim, report or source in it."""

from __future__ import annotations

from pathlib import Path

import click

from segun.cli.files import check_place
from segun.cli.selecting import with_ledger
from segun.cli.terminal import MOST


@click.command()
@with_ledger
@click.argument("what", required=False, metavar="[CLAIM|REPORT|SOURCE]")
@click.option("--diff", is_flag=True, help="REPORT: what changed since the version before it.")
@click.option("--at", metavar="DECISION|DATE", help="REPORT: as it was after this decision, or at the end of this day.")
@click.option("--html", metavar="OUT", help="REPORT: also write one self-contained page; '-' is stdout.")
@click.option("--reports", is_flag=True, help="List the reports of the ledger.")
@click.option("--limit", type=click.IntRange(1, MOST), help="With --reports: how many at most.")
@click.option("--check", is_flag=True, help="Test whether the ledger is sound; exit code 2 where it is not.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: of a report what 'segun report --json' prints.")
def show(  # noqa: PLR0913 - one argument an option
    *,
    ledger: Path,
    what: str | None,
    diff: bool,
    at: str | None,
    html: str | None,
    reports: bool,
    limit: int | None,
    check: bool,
    as_json: bool,
) -> int:
    """Show how LEDGER stands, or all that it has of one claim, report or source.

    CLAIM is a key or its first digits, as 'segun find' prints them. REPORT is a key, an id, or the address or path
    where it was read. SOURCE is a key, a name, or words of one. Where it may mean several things, they are listed.

    \b
    Examples:
      segun show news.segun
      segun show news.segun 3f9a12
      segun show news.segun https://example.org/bridge --diff
      segun show news.segun bridge-collapse --at 2024-05-31
      segun show news.segun bridge-collapse --html bridge.html
      segun show news.segun "Osk Courier"

    Of a claim it shows its relays, what dates and places it, the text around it, every report that carries it, what the
    last trace found (who says the same and why, its origins, who has it from whom, what contradicts it), and what was
    decided of it; of a report its ledger, as reviewers corrected it, what it has from others and they from it, and its
    versions; of a source its names, what it asserts, who relays it and whom it relays. Of the whole ledger it says when
    it was traced, and whether the trace is older than the ledger. Nothing is written to the ledger.
    """
    from segun.cli import standing
    from segun.ledger.ledger import Ledger

    _check_options(what, of_ledger=reports or check, of_report=diff or at is not None or html is not None)
    if limit is not None and not reports:
        raise click.UsageError("--limit goes with --reports.")
    if html == "-" and as_json:
        raise click.UsageError("Both --html - and --json go to stdout. Give the page a file.")
    if diff and (at is not None or html is not None or as_json):
        raise click.UsageError("--diff stands alone.")
    if html is not None and html != "-":
        check_place(Path(html))
    with Ledger(ledger, readonly=True) as opened:
        if check:
            return standing.check(opened)
        if reports:
            standing.show_reports(opened, limit, as_json=as_json)
        elif what is None:
            standing.show_standing(opened, as_json=as_json)
        else:
            from segun.cli.one import show_one

            show_one(opened, what, diff=diff, at=at, as_json=as_json, html=html)
    return 0


def _check_options(what: str | None, *, of_ledger: bool, of_report: bool) -> None:
    if what is None and of_report:
        raise click.UsageError("--diff, --at and --html are of a report. Name one: segun show LEDGER REPORT.")
    if what is not None and of_ledger:
        raise click.UsageError("--reports and --check are of the whole ledger. Name nothing in it.")
