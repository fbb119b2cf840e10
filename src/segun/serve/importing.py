"""Dropped files on their way into the ledger: one job after the other, each with what became of it."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Queue

from segun.errors import ReadError, SegunError, own_fault
from segun.intake import filling
from segun.intake.analyst import Method
from segun.ledger.ledger import Ledger
from segun.model import Report
from segun.read import Overrides, read

REMEMBERED = 50
"""Jobs whose outcome can still be asked for."""


@dataclass(slots=True)
class Job:
    """Some dropped files and what becomes of them."""

    id: str
    by: str
    files: tuple[Path, ...]
    """Where they lie until they were read."""
    overrides: Overrides
    summary: filling.Summary = field(default_factory=filling.Summary)
    met: int = 0
    """Reports that were read so far."""
    state: str = "waiting"
    """``waiting``, ``working``, ``done`` or ``failed``."""
    problem: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed")


class Importer:
    """Works through jobs in a thread of its own.

    Args:
        path: the ledger.
        method: how reports are analysed.
        processes: how many analyse at a time; ``None`` for as many as cores.
    """

    def __init__(self, path: Path, method: Method, processes: int | None = None) -> None:
        self._path, self._method, self._processes = path, method, processes
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: Queue[Job | None] = Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    @staticmethod
    def folder() -> Path:
        """Return a new folder, which only this user can read, for the files of a job."""
        return Path(tempfile.mkdtemp(prefix="segun-import-"))

    def take(self, files: tuple[Path, ...], *, by: str, overrides: Overrides) -> Job:
        """Take a job in, to be done after those that came before.

        Args:
            files: what to read; the folder that holds them is removed afterwards.
            by: who brought them.
            overrides: what holds for every report.
        """
        job = Job(secrets.token_urlsafe(12), by, files, overrides)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > REMEMBERED:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="importer", daemon=True)
                self._thread.start()
        self._queue.put(job)
        return job

    def job(self, id: str) -> Job | None:
        """Return a job, ``None`` where it is not known, or not any more."""
        return self._jobs.get(id)

    def close(self) -> None:
        """Take in nothing more; what is at work is ended with the program, and what is in the ledger stays."""
        self._queue.put(None)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            job.state = "working"
            try:
                self._fill(job)
                job.state = "done"
            except SegunError as error:
                job.problem, job.state = str(error), "failed"
            except Exception as error:  # noqa: BLE001 - one job must not end the others
                job.problem, job.state = str(own_fault(error, "import it again")), "failed"
            finally:
                for folder in {file.parent for file in job.files}:
                    shutil.rmtree(folder, ignore_errors=True)

    def _fill(self, job: Job) -> None:
        def told(summary: filling.Summary) -> None:
            job.summary = summary

        with Ledger(self._path) as ledger:
            filling.put(
                ledger,
                _reports(job),
                f"import {len(job.files)} files by {job.by}",
                method=self._method,
                processes=self._processes,
                told=told,
            )


def _reports(job: Job) -> Iterator[Report | ReadError]:
    """Yield the reports of a job's files, at the names under which they were dropped."""
    for file in job.files:
        for found in read([str(file)], job.overrides):
            job.met += 1
            if isinstance(found, ReadError):
                yield ReadError(found.location.replace(str(file), file.name), found.problem, found.remedy)
            elif found.location is not None:
                yield replace(found, location=found.location.replace(str(file), file.name))
            else:
                yield found
