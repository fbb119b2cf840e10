"""Where a command's data and progress go: ledger, JSON or page, and the line on stderr that says what is under way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from segun.cli.files import whole

if TYPE_CHECKING:
    from rich.console import Console

    from segun.model import Analysis

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

    console = _console(out, color=color)
    first = True

    def write_ledger(analysis: Analysis) -> None:
        nonlocal first
        if not first:
            console.print()
        first = False
        print_ledger(analysis, console)
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


def nothing(_: Analysis) -> None:
    """Print nothing: stdout is the page's."""


def write_page(shown: Sequence[Analysis], html: str) -> None:
    """Write the reports as one page to a file, or to stdout."""
    from segun.report.page import render

    page = render(shown)
    if html == STDOUT:
        sys.stdout.write(page)
        return
    with whole(Path(html)) as file:
        file.write(page)
    if sys.stderr.isatty():
        click.echo(f"Wrote {html}", err=True)
