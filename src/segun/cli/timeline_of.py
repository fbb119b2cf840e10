"""``segun timeline``: what happened when, over any selection of a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from segun.cli.selecting import Asked, note, tell_left_out, with_selection
from segun.cli.selection_pages import check_html, limit_option, reading, selection_of, write_pages


@click.command()
@with_selection
@limit_option
@click.option("--html", metavar="OUT", callback=check_html, help="Write one self-contained page; '-' is stdout.")
def timeline(ledger: Path, asked: Asked, limit: int | None, html: str | None) -> int:
    """Show what happened when, as the selected claims of LEDGER date it.

    A line is a claim with its date: who says it ← via whom, what, in which report. Dates that the reports leave open
    come at the end, with what they may be. The page has the selected claims of each report with a timeline and a map.

    \b
    Examples:
      segun timeline news.segun
      segun timeline news.segun bridge --event-from 2024-05
      segun timeline news.segun --source Norrel --html norrel.html

    WORDS and the options are those of 'segun find'.
    """
    with selection_of(ledger, asked, limit) as (wanted, chosen, analyses):
        if html is not None:
            write_pages(analyses, len(chosen), html)
        else:
            from segun.cli.dated import print_dated
            from segun.view.dated import dated

            closed, open_ = dated(reading(analyses, len(chosen)))
            print_dated(closed, open_)
            if not closed and not open_:
                note("None of the selected claims is dated." if chosen else "No claim fits.")
        tell_left_out(ledger, wanted)
    return 0
