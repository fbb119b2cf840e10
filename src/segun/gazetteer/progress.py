"""Shows how far the gazetteer's building is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str, int, int], None]
"""Told what is under way, how much of it is done and how much there is (0 where nobody knows)."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Tell nobody."""


@contextmanager
def shown() -> Iterator[Tell]:
    """Give what shows progress on stderr; it is silent where that is no terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    percent = TextColumn("{task.percentage:>3.0f}%")
    columns = (TextColumn("{task.description}"), BarColumn(), percent, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Gazetteer", total=None)

        def tell(what: str, done: int, every: int) -> None:
            bar.update(task, description=f"Gazetteer: {what}", completed=done, total=every or None)

        yield tell
