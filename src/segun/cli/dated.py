"""Dated claims of several reports on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.text import Text

from segun.cli.terminal import console_on
from segun.view.dated import Dated
from segun.view.found import BACK, itself
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from rich.console import Console

_DATE, _NAME = 22, 60


def print_dated(closed: list[Dated], open_: list[Dated]) -> None:
    """Write a line for each: date, who says it ← via whom, what, in which report; wrapped on a terminal only."""
    console = console_on()
    width = min(max((len(one_line(each.value or "?")) for each in (*closed, *open_)), default=0), _DATE)
    for line in closed:
        _line(line, width, console)
    if open_:
        if closed:
            console.print()
        console.print(Text("Date open", "bold"))
    for line in open_:
        _line(line, width, console)
        for guess in line.candidates:
            told = f"{' ' * (width + 2)}perhaps {guess.label}: {guess.why}"
            console.print(Text(told, "dim"), soft_wrap=True)


def _line(line: Dated, width: int, console: Console) -> None:
    who = Text(line.speakers[0], "bold") if line.speakers else Text(itself(), "dim")
    via = "".join(BACK + name for name in line.speakers[1:])
    then = "(said then) " if line.relates == "saying" else ""
    more = f" and {len(line.reports) - 1:,} more" if len(line.reports) > 1 else ""
    outlet = f"{excerpt(line.outlet, _NAME)}, " if line.outlet else ""
    about = f" · {outlet}{one_line(line.reports[0])}{more}"
    date = set_cell_size(one_line(line.value or "?"), width)
    shown = Text.assemble(who, via, ": ", (then, "dim"), line.content, (about, "dim"))
    if not console.is_terminal:
        console.print(Text.assemble(date, "  ", shown), soft_wrap=True)
        return
    for at, part in enumerate(shown.wrap(console, max(console.width - width - 2, 20))):
        part.rstrip()
        console.print(Text.assemble((date if at == 0 else " " * width, "cyan"), "  ", part), soft_wrap=True)
