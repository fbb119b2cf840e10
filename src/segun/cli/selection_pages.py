"""A selection of a ledger as the analyses of its reports, and the page of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.files import check_place
from segun.cli.progress import progress
from segun.cli.selecting import Asked, note
from segun.cli.terminal import MOST
from segun.errors import SegunError

if TYPE_CHECKING:
    from segun.ledger.selection import Selection
    from segun.model import Analysis

ON_A_PAGE = 200
"""Reports, each with its text, that a browser shows without trouble."""

limit_option = click.option(
    "--limit", type=click.IntRange(1, MOST), help="Take so many claims at most, in the order of --sort."
)


@contextmanager
def selection_of(
    path: Path, asked: Asked, limit: int | None
) -> Iterator[tuple[Selection, Mapping[str, set[str]], Iterator[Analysis]]]:
    """Open a ledger and give the selection, its claims by their report, and the reports' analyses cut down to them.

    Raises:
        SegunError: the ledger cannot be read, or a name means nothing in it.
        click.UsageError: rejected claims are asked for.
    """
    if "rejected" in asked.review:
        raise click.UsageError("Rejected claims stand on no timeline and no map. 'segun find' lists them.")
    from segun.ledger.ledger import Ledger
    from segun.ledger.questions import asking, chosen
    from segun.view.several import selected

    with Ledger(path, readonly=True) as ledger:
        wanted = asked.selection(ledger)
        with asking(path) as connection:
            found = chosen(connection, wanted, limit=limit)
        if limit is not None and sum(map(len, found.values())) == limit < (total := ledger.count(wanted)):
            note(f"{limit:,} of {total:,} claims are taken.")
        yield wanted, found, selected(ledger, found)


def reading(analyses: Iterator[Analysis], count: int) -> Iterator[Analysis]:
    """Yield analyses under a bar, which is gone once they are read: not for what prints while it reads.

    Args:
        analyses: what came of some reports.
        count: how many there are.
    """
    with progress("Reading", count) as advance:
        for number, analysis in enumerate(analyses, start=1):
            advance(number)
            yield analysis


def write_pages(analyses: Iterator[Analysis], count: int, html: str) -> None:
    """Write the page of some reports.

    Args:
        analyses: what came of them.
        count: how many there are.
        html: the file, or ``-`` for stdout.

    Raises:
        SegunError: there are more than a page holds, or none.
    """
    from segun.cli.atlas import Atlas
    from segun.cli.output import write_page

    if count > ON_A_PAGE:
        raise SegunError(
            f"The page would hold {count:,} reports, each with its text; {ON_A_PAGE} are the most.",
            "Narrow the selection, or take the first claims only with --limit.",
        )
    shown = list(reading(analyses, count))
    if not shown:
        raise SegunError("No claim fits, so there is no page to write.", "Widen the selection.")
    atlas = Atlas()
    write_page(shown, html, towns=atlas.towns, area=atlas.area)


def check_html(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Find out before the work begins that a file can be written.

    Raises:
        click.UsageError: it cannot.
    """
    if value is not None and value != "-":
        check_place(Path(value))
    return value
