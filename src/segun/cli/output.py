"""Where a command's data and progress go: ledger, JSON, page or tables, and the line on stderr while it works."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from segun.cli.files import check_place, whole

if TYPE_CHECKING:
    from rich.console import Console

    from segun.model import Analysis
    from segun.view.map import AreaOf, Towns

STDOUT = "-"


def status() -> Callable[[str], AbstractContextManager[object]]:
    """Return what shows a line of progress on stderr while something runs; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        return lambda _: nullcontext()
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True)
    return lambda name: console.status(Text(f"Analysing {name}"))


def writer(out: TextIO, *, as_json: bool, color: bool | None) -> Callable[[Analysis], None]:
    """Return what writes one analysis to ``out``, at once, so that a reader in a pipe need not wait."""
    if as_json:
        from segun.export.jsonl import dumps

        def write_json(analysis: Analysis) -> None:
            out.write(dumps(analysis).rstrip("\n") + "\n")
            out.flush()

        return write_json

    from segun.cli.ledger import print_ledger
    from segun.cli.timeline import print_timeline

    console = _console(out, color=color)
    first = True

    def write_ledger(analysis: Analysis) -> None:
        nonlocal first
        if not first:
            console.print()
        first = False
        print_ledger(analysis, console)
        print_timeline(analysis, console)
        out.flush()

    return write_ledger


def _console(out: TextIO, *, color: bool | None) -> Console:
    """Return a console in which a report's words are never taken for markup.

    ``color`` set wins over NO_COLOR and over what ``out`` is.
    """
    from rich.console import Console

    plain: dict[str, Any] = {"file": out, "highlight": False, "markup": False, "emoji": False}
    if color is None:
        return Console(**plain)
    if color:
        environ = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        return Console(**plain, force_terminal=True, no_color=False, _environ=environ)
    return Console(**plain, no_color=True, color_system=None)


@dataclass(frozen=True)
class Outputs:
    """Where a command's outputs go: files, ``-`` for stdout, ``None`` for nowhere."""

    html: str | None
    as_json: bool
    geojson: str | None
    csv: str | None
    output: str | None
    """Of ledger or JSON; ``None`` is stdout."""

    def check(self) -> None:
        """Find out before the work begins that all can be written.

        Raises:
            click.UsageError: two go to stdout, or a file cannot be written where it is wanted.
        """
        beside = {"--html": self.html, "--geojson": self.geojson, "--csv": self.csv}
        taking = [f"{option} {STDOUT}" for option, place in beside.items() if place == STDOUT]
        if taking and self.as_json and self._prints:
            raise click.UsageError(f"Both {taking[0]} and --json go to stdout. Give one of them a file: --output OUT.")
        if len(taking) > 1:
            raise click.UsageError(f"Both {taking[0]} and {taking[1]} go to stdout. Give one of them a file.")
        for place in (*beside.values(), self.output):
            if place is not None and place != STDOUT:
                check_place(Path(place))

    def writers(self, stack: ExitStack, *, color: bool | None) -> list[Callable[[Analysis], None]]:
        """Return what writes one analysis after another, but to the page; ``stack`` closes the files.

        Ledger or JSON stay away where something else takes stdout.
        """
        found = []
        if not self._prints:
            found.append(writer(stack.enter_context(whole(Path(str(self.output)))), as_json=self.as_json, color=color))
        elif STDOUT not in (self.html, self.geojson, self.csv):
            found.append(writer(sys.stdout, as_json=self.as_json, color=color))
        if self.geojson is not None:
            found.append(_collector(self.geojson, _geojson, stack))
        if self.csv is not None:
            found.append(_collector(self.csv, _table, stack))
        return found

    @property
    def _prints(self) -> bool:
        return self.output is None or self.output == STDOUT


_OPTIONS = (
    click.option("--html", metavar="OUT", help="Also write one self-contained page for the browser; '-' is stdout."),
    click.option("--geojson", metavar="OUT", help="Also write the claims with a place as GeoJSON; '-' is stdout."),
    click.option("--csv", metavar="OUT", help="Also write the claims with a date or place as CSV; '-' is stdout."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON instead of the ledger, one report a line."),
    click.option("-o", "--output", metavar="OUT", help="Write the ledger or the JSON to this file instead of stdout."),
)


def with_outputs(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say where its outputs go, passed on together as ``to``."""

    @wraps(command)
    def gathered(**given: Any) -> int:
        names = [each.name for each in fields(Outputs)]
        to = Outputs(**{name: given.pop(name) for name in names})
        return command(to=to, **given)

    for option in reversed(_OPTIONS):
        option(gathered)
    return gathered


_Format = Callable[[TextIO], AbstractContextManager[Callable[["Analysis"], None]]]
"""Opens a table or collection on a file and gives what writes one analysis into it."""


def _geojson(out: TextIO) -> AbstractContextManager[Callable[[Analysis], None]]:
    from segun.export.geojson import writing

    return writing(out)


def _table(out: TextIO) -> AbstractContextManager[Callable[[Analysis], None]]:
    from segun.export.table import writing

    return writing(out)


def _collector(place: str, kind: _Format, stack: ExitStack) -> Callable[[Analysis], None]:
    """Return what writes one analysis after another to ``place``; it is opened for the first and closed by ``stack``.

    Where every input fails nothing is written, and what was there stays.
    """
    write: Callable[[Analysis], None] | None = None

    def collect(analysis: Analysis) -> None:
        nonlocal write
        if write is None:
            out = sys.stdout if place == STDOUT else stack.enter_context(_file(place))
            write = stack.enter_context(kind(out))
        write(analysis)

    return collect


def write_page(shown: Sequence[Analysis], html: str, *, towns: Towns | None = None, area: AreaOf | None = None) -> None:
    """Write the reports as one page to a file, or to stdout.

    Args:
        shown: the reports.
        html: the file, or ``-``.
        towns: gives the ground of the maps.
        area: gives the extent of areas on the maps.
    """
    from segun.report.page import render

    page = render(shown, towns=towns, area=area)
    if html == STDOUT:
        sys.stdout.write(page)
        return
    with _file(html) as file:
        file.write(page)


@contextmanager
def _file(place: str) -> Iterator[TextIO]:
    """Open a file that is there once it is whole, and say so on a terminal."""
    with whole(Path(place)) as file:
        yield file
    if sys.stderr.isatty():
        click.echo(f"Wrote {place}", err=True)
