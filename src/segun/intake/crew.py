"""Workers: processes that each do one task at a time, and can be lost without losing more than that task.

``concurrent.futures`` gives up all tasks where one process dies, and cannot stop one that hangs; hostile inputs can do
both.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Each worker keeps to one core; the crew is what spreads."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a task has no result."""

    problem: str


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Any = None
    until: float = 0.0
    busy: bool = False


class Crew(Generic[Task, Result]):
    """A fixed number of worker processes.

    Args:
        size: how many.
        begin: called once in each process with ``argument``; gives the function that does a task. Both must be
            importable by name.
        argument: what ``begin`` gets; pickled.
        seconds: how long a task may take; it gets one task.
    """

    def __init__(
        self,
        size: int,
        begin: Callable[[Any], Callable[[Task], Result]],
        argument: Any,
        seconds: Callable[[Task], float],
    ) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._begin = begin
        self._argument = argument
        self._seconds = seconds
        self._workers = [self._hire() for _ in range(size)]

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Lost]]:
        """Yield tasks with their results, in the order in which they are done; tasks are taken as workers are free."""
        waiting = iter(tasks)
        more = True
        while True:
            for worker in self._workers:
                if more and not worker.busy:
                    more = self._give(worker, waiting)
            busy = [worker for worker in self._workers if worker.busy]
            if not busy:
                return
            yield from self._collect(busy)

    def close(self) -> None:
        """End all workers at once, whatever they do."""
        for worker in self._workers:
            self._dismiss(worker)
        self._workers = []

    def _give(self, worker: _Worker, waiting: Iterator[Task]) -> bool:
        try:
            worker.task = next(waiting)
        except StopIteration:
            return False
        worker.until = time.monotonic() + self._seconds(worker.task)
        worker.busy = True
        with suppress(OSError):  # a worker that is gone tells so when its pipe is read
            worker.pipe.send(worker.task)
        return True

    def _collect(self, busy: Sequence[_Worker]) -> Iterator[tuple[Task, Result | Lost]]:
        """Wait until a worker is done, lost or late, and yield what came."""
        now = time.monotonic()
        soonest = max(0.0, min(worker.until for worker in busy) - now)
        ready = set(wait([worker.pipe for worker in busy], timeout=min(soonest, 3600.0)))
        for worker in busy:
            if worker.pipe in ready:
                yield worker.task, self._received(worker)
            elif time.monotonic() >= worker.until:
                allowed = round(self._seconds(worker.task))
                yield worker.task, self._replaced(worker, f"It took longer than {allowed} seconds.")

    def _received(self, worker: _Worker) -> Result | Lost:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            code = worker.process.exitcode
            how = f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
            return self._replaced(worker, f"The process that worked on it ended {how}.")
        worker.task, worker.busy = None, False
        if isinstance(result, BaseException):
            raise result
        found: Result = result
        return found

    def _replaced(self, worker: _Worker, problem: str) -> Lost:
        self._dismiss(worker)
        self._workers[self._workers.index(worker)] = self._hire()
        return Lost(problem)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._begin, self._argument), daemon=True)
        before = {name: os.environ.get(name) for name in _THREADS}
        os.environ.update(dict.fromkeys(_THREADS, "1"))
        try:
            process.start()
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
        theirs.close()
        return _Worker(process, ours)

    def _dismiss(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join(5)
        worker.pipe.close()


def _work(pipe: Connection, begin: Callable[[Any], Callable[[Any], Any]], argument: Any) -> None:
    """Do tasks until the pipe closes, which it does when whoever gives them ends in whatever way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt reaches the whole group; who gives the tasks decides
    work = begin(argument)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            result = work(task)
        except Exception as error:  # noqa: BLE001 - it is raised where the results are read
            result = error
        try:
            pipe.send(result)
        except OSError:
            return
