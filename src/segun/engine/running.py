"""Tasks on an executor: what a former run has done is not done again, and a worker that dies costs its tasks only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from segun.engine.workers import Workers
from segun.errors import SegunError

_DEATHS = 3
"""Times that workers may die before the run gives up."""


@dataclass(frozen=True, slots=True)
class Task:
    """A call that writes one file."""

    target: Path
    work: Callable[..., None]
    arguments: tuple[Any, ...]


def run(tasks: Sequence[Task], workers: Workers, told: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Do all tasks whose file is not there.

    Args:
        tasks: what to do, in any order.
        workers: who does it.
        told: called with how many are done and how many there are.

    Raises:
        SegunError: workers died again and again, or the disk is full.
    """
    for _ in range(_DEATHS):
        left = [task for task in tasks if not task.target.exists()]
        told(len(tasks) - len(left), len(tasks))
        if not left:
            return
        executor, before = workers.executor(), len(tasks) - len(left)
        waiting: list[Future[None]] = []
        try:
            _work(executor, left, waiting, lambda done, before=before: told(before + done, len(tasks)))  # type: ignore[misc]
        except BrokenExecutor:  # a worker was killed: its pool is gone, what others wrote is there
            continue
        except OSError as error:
            raise SegunError(
                f"A step could not read or write its files: {error}.", "Free some space, and run it again: it goes on."
            ) from error
        finally:
            for each in waiting:
                each.cancel()
            executor.shutdown(wait=True)
    if any(not task.target.exists() for task in tasks):
        raise SegunError(
            f"Workers died {_DEATHS} times.", "They may lack memory: take fewer of them, and run it again: it goes on."
        )


def _work(executor: Executor, tasks: Sequence[Task], waiting: list[Future[None]], told: Callable[[int], None]) -> None:
    for done, task in enumerate(tasks):
        waiting.append(executor.submit(task.work, *task.arguments))
        if waiting[-1].done():
            told(done + 1)
    for done, each in enumerate(as_completed(waiting), start=1):
        each.result()
        told(done)
