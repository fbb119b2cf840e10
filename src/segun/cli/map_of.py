"""``segun map``: where, over any selection of a ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.files import whole
from segun.cli.selecting import Asked, note, tell_left_out, with_selection
from segun.cli.selection_pages import check_html, limit_option, reading, selection_of, write_pages

if TYPE_CHECKING:
    from segun.model import Analysis


@click.command()
@with_selection
@limit_option
@click.option("--geojson", metavar="OUT", callback=check_html, help="Write the claims with a place as GeoJSON.")
@click.option("--html", metavar="OUT", callback=check_html, help="Write one self-contained page; '-' is stdout.")
def map(ledger: Path, asked: Asked, limit: int | None, geojson: str | None, html: str | None) -> int:
    """Show where what the selected claims of LEDGER tell took place.

    Without an option a line for each place: what is known of it, how many claims name it, and who asserts them. GeoJSON
    has a feature for each claim and place, with a point only where the place's own point is known; '-' is standard
    output. The page has the selected claims of each report with a timeline and a map.

    \b
    Examples:
      segun map news.segun
      segun map news.segun --near 51.3,35.2,50 --geojson near.geojson
      segun map news.segun flood --from 2024-05 --html flood.html

    WORDS and the options are those of 'segun find'.
    """
    if geojson is not None and html is not None:
        raise click.UsageError("--geojson and --html exclude each other. Run it twice.")
    with selection_of(ledger, asked, limit) as (wanted, chosen, analyses):
        if html is not None:
            write_pages(analyses, len(chosen), html)
        elif geojson is not None:
            _write(analyses if geojson == "-" else reading(analyses, len(chosen)), geojson)
        else:
            _print(reading(analyses, len(chosen)), any_fits=bool(chosen))
        tell_left_out(ledger, wanted)
    return 0


def _write(analyses: Iterable[Analysis], geojson: str) -> None:
    from segun.export.geojson import writing

    if geojson == "-":
        with writing(sys.stdout) as write:
            for analysis in analyses:
                write(analysis)
        return
    with whole(Path(geojson)) as file, writing(file) as write:
        for analysis in analyses:
            write(analysis)


def _print(analyses: Iterable[Analysis], *, any_fits: bool) -> None:
    from segun.cli.placed import print_placed
    from segun.view.placed import placed

    found = placed(analyses)
    if not found:
        note("None of the selected claims names a place." if any_fits else "No claim fits.")
    print_placed(found)
