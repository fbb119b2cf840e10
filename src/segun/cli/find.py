"""``segun find``: ask a ledger for claims."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from segun.cli.files import check_place, whole
from segun.cli.selecting import Asked, note, tell_left_out, with_selection
from segun.cli.terminal import MOST, console_on, counted

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.ledger.records import Found
    from segun.ledger.selection import Selection

ON_A_TERMINAL = 50
"""Claims of a page on a terminal, where nobody says how many."""


@dataclass(frozen=True)
class _Page:
    """Which stretch of the claims is asked for."""

    limit: int | None
    skip: int
    paged: bool
    """Whether the user counts in pages."""

    @classmethod
    def of(cls, limit: int | None, skip: int | None, page: int | None, *, by_default: int | None) -> _Page:
        if skip is not None and page is not None:
            raise click.UsageError("--skip and --page exclude each other. Give one of them.")
        if page is not None:
            size = limit or ON_A_TERMINAL
            return cls(size, (page - 1) * size, paged=True)
        size_or_none = by_default if limit is None else limit or None
        return cls(size_or_none, skip or 0, paged=skip is None)

    def next(self, shown: int) -> str:
        """Return the option that shows what follows."""
        if self.paged and self.limit:
            return f"--page {self.skip // self.limit + 2}"
        return f"--skip {self.skip + shown}"


@click.command()
@with_selection
@click.option("--limit", type=click.IntRange(0, MOST), help="How many at most; 50 on a terminal, 0 for all.")
@click.option("--skip", type=click.IntRange(0, MOST), help="Pass over so many first.")
@click.option("--page", type=click.IntRange(1, MOST), help="Which page of --limit claims, counted from 1.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one claim a line.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--parquet", metavar="OUT", type=click.Path(path_type=Path), help="Write a Parquet file instead.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="Write to this file.")
def find(  # noqa: PLR0913 - one argument an option
    *,
    ledger: Path,
    asked: Asked,
    limit: int | None,
    skip: int | None,
    page: int | None,
    as_json: bool,
    as_csv: bool,
    parquet: Path | None,
    output: Path | None,
) -> int:
    """Ask LEDGER for claims: by what they say, who says so, via whom, how firmly, when and where.

    All WORDS must be in a claim, in any form, with or without accents. Within one argument "…" keeps words together,
    word* takes every ending, -word leaves out. Without WORDS and options it gives every claim.

    \b
    Examples:
      segun find news.segun bridge collapse
      segun find news.segun '"state of emergency" -rumour' --language en
      segun find news.segun --source Norrel --via "Osk Courier" --from 2024-05
      segun find news.segun --factuality PS+,PR+ --speech-act predict --sort confidence
      segun find news.segun --near 51.3,35.2,50 --event-from 2024-05-01 --event-to 2024-05-31
      segun find news.segun --outlet "La Voz de Brea" --csv > voz.csv

    A row reads: key, who says it ← via whom, how firmly, what, when, where, in which report. 'segun show LEDGER KEY'
    tells all of one. In a pipe a claim takes one line and nothing is cut off. What a filter leaves out because it is
    not known is told on stderr.
    """
    from segun.cli.traced import tell_older
    from segun.ledger.ledger import Ledger

    if sum((as_json, as_csv, parquet is not None)) > 1:
        raise click.UsageError("--json, --csv and --parquet exclude each other. Give one of them.")
    if parquet is not None and output is not None:
        raise click.UsageError("--parquet names its own file. Leave out --output.")
    for path in (parquet, output):
        if path is not None:
            check_place(path)
    as_table = not (as_json or as_csv or parquet)
    on_terminal = as_table and output is None and sys.stdout.isatty()
    part = _Page.of(limit, skip, page, by_default=ON_A_TERMINAL if on_terminal else None)

    with Ledger(ledger, readonly=True) as opened:
        wanted = asked.selection(opened)
        claims = opened.find(wanted, limit=part.limit if part.limit is not None else -1, skip=part.skip)
        shown = _write(claims, as_json=as_json, as_csv=as_csv, parquet=parquet, output=output)
        tell_left_out(ledger, wanted)
        if shown:
            tell_older(opened)
        _tell_rest(opened, wanted, part, shown, always=on_terminal)
    return 0


def _write(claims: Iterator[Found], *, as_json: bool, as_csv: bool, parquet: Path | None, output: Path | None) -> int:
    from segun.cli import flat

    if parquet is not None:
        return flat.write_parquet(claims, parquet)
    with _out(output) as out:
        if as_json:
            return flat.write_json(claims, out)
        if as_csv:
            return flat.write_csv(claims, out)
        return _print(claims, out)


def _print(claims: Iterator[Found], out: TextIO) -> int:
    from segun.cli.claims import print_claim

    console = console_on(out)
    count = 0
    for count, found in enumerate(claims, start=1):  # noqa: B007 - it is what is returned
        print_claim(found, console)
    return count


def _tell_rest(ledger: Ledger, wanted: Selection, part: _Page, shown: int, *, always: bool) -> None:
    """Say how many there are and how to see more, on a terminal or where some were not shown."""
    if shown and not always and part.skip == 0 and (part.limit is None or shown < part.limit):
        return
    total = ledger.count(wanted)
    if not shown:
        note(
            "No claim fits."
            if not total
            else f"There are only {counted(total, 'claim')}: give a smaller --page or --skip."
        )
    elif always or part.skip + shown < total:
        more = f"; next page: {part.next(shown)}" if part.skip + shown < total else ""
        note(f"{shown:,} of {counted(total, 'claim')}{more}.")


@contextmanager
def _out(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with whole(output) as file:
        yield file
