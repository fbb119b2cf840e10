"""A bar on stderr while a long command works: how much is done, how fast, how long it will take."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol


class Advance(Protocol):
    """Tells a bar how far the work is."""

    def __call__(self, done: int, note: str = "") -> None:
        """Show how far the work is.

        Args:
            done: how much is done in all, not since the last call.
            note: a few words behind the bar, such as how many failed; an empty one leaves those before.
        """


@contextmanager
def progress(label: str, total: int | Callable[[], int | None] | None) -> Iterator[Advance]:
    """Show a bar on stderr with count, rate and time left; silent where stderr is no terminal.

    Args:
        label: what is under way, in a word or two.
        total: how much there is, or what counts it, which is asked on a terminal only; ``None`` where nobody knows,
            which leaves the time left out.

    Yields:
        What tells how far the work is; cheap enough to call for every report.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.text import Text

    from segun.view.visible import one_line

    class Pace(ProgressColumn):
        """How many a second, and how long the rest will take."""

        def render(self, task: Task) -> Text:
            return Text(pace(task.finished_speed or task.speed, task.time_remaining, task.elapsed), "dim")

    note_column = TextColumn("{task.fields[note]}", style="dim", markup=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), Pace(), note_column)
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task(label, total=total() if callable(total) else total, note="")

        def advance(done: int, note: str = "") -> None:
            bar.update(task, completed=done)
            if note:
                bar.update(task, note=one_line(note))

        yield advance


@contextmanager
def stages() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar on stderr for each stage of a long command; silent where stderr is no terminal.

    Yields:
        What tells which stage is under way, how much of it is done, and how much there is; 0 where nobody knows.
    """
    with ExitStack() as stack:
        current: dict[str, Advance] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in current:
                stack.close()
                current.clear()
                current[stage] = stack.enter_context(progress(stage, total or None))
            current[stage](done)

        yield told


def pace(speed: float | None, left: float | None, elapsed: float | None) -> str:
    """Return rate and time in words.

    Args:
        speed: how many a second; ``None`` where nothing is known yet.
        left: seconds that the rest will take; ``None`` where nobody knows.
        elapsed: seconds since the beginning.
    """
    parts = []
    if speed:
        parts.append(f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.1f}/min")
    if left is not None:
        parts.append(f"{clock(left)} left")
    elif elapsed is not None:
        parts.append(clock(elapsed))
    return " · ".join(parts)


def clock(seconds: float) -> str:
    """Return a length of time as ``0:07``, ``12:40`` or ``3:02:10``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _silent(done: int, note: str = "") -> None:
    """Tell nobody."""
