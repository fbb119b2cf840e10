"""A console on which a report's words are never taken for markup."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST = 1_000_000_000
"""More than there is of anything; what a user may give as a number."""


def console_on(out: TextIO | None = None) -> Console:
    """Return a console on ``out``, by default stdout; coloured where a terminal has colours and NO_COLOR is unset."""
    from rich.console import Console

    return Console(file=out or sys.stdout, highlight=False, markup=False, emoji=False)


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun, thousands parted: *1,234 claims*."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def print_fact(console: Console, label: str, value: str | Text, *, width: int = 12) -> None:
    """Write a line of a label and its value, wrapped behind the label; nothing where the value is empty.

    Args:
        console: where to.
        label: a word or two.
        value: made visible already.
        width: cells that the label takes, with the indent of two before it.
    """
    from rich.text import Text

    shown = Text(value) if isinstance(value, str) else value
    for at, line in enumerate(shown.wrap(console, max(console.width - width - 2, 20)) if shown.plain else ()):
        line.rstrip()
        console.print(Text.assemble("  ", (f"{label if at == 0 else '':<{width}}", "dim"), line), soft_wrap=True)


def print_title(console: Console, title: str) -> None:
    """Write a heading after an empty line."""
    from rich.text import Text

    console.print()
    console.print(Text(title, "bold"), soft_wrap=True)
