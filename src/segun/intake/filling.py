"""Putting inputs into a ledger, and bringing a ledger up to date: tasks to the crew, what comes back to the ledger."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from segun.errors import ReadError
from segun.intake.analyst import Analyst, Done, Method, at_its_place, failure
from segun.intake.crew import Crew, Lost
from segun.intake.inputs import File, units
from segun.ledger.keeping import Kept
from segun.ledger.ledger import Ledger
from segun.ledger.packing import Packed
from segun.ledger.records import Failure
from segun.model import Report
from segun.read import Fetch, Overrides

BATCH = 32
"""Reports that one transaction may hold."""
PATIENCE = 1.0
"""Seconds that a report may wait for its transaction."""
SECONDS = 120.0
"""How long one input may take, and a text of 100,000 characters more for each further one."""
SHOWN = 1_000
"""Changed reports that a summary names; all are counted."""

NO_OVERRIDES = Overrides()

Task = File | Report


@dataclass(slots=True)
class Summary:
    """What became of the inputs."""

    added: int = 0
    known: int = 0
    """Already in the ledger; seen once more."""
    shared: int = 0
    """Of the added: those whose text the ledger had from elsewhere."""
    forgotten: int = 0
    """Kept out, because somebody had them forgotten."""
    changed: int = 0
    """Of the added: those whose place had other words or another date before."""
    changes: list[tuple[str, int]] = field(default_factory=list)
    """The first of the changed, with their version."""
    failures: list[Failure] = field(default_factory=list)
    claims: int = 0
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """Reports that are in the ledger or kept out on purpose."""
        return self.added + self.known + self.forgotten

    def count(self, kept: Kept) -> None:
        """Count one report."""
        if kept.state == "known":
            self.known += 1
        elif kept.state == "forgotten":
            self.forgotten += 1
        else:
            self.added += 1
            self.shared += kept.state == "shared"
            if kept.version > 1:
                self.changed += 1
                if len(self.changes) < SHOWN:
                    self.changes.append((kept.key, kept.version))


@dataclass(frozen=True, slots=True)
class Again:
    """A report to analyse although the ledger has an analysis of it."""

    report: Report


Told = Callable[[Summary], None]
"""Called whenever reports were acknowledged, for a progress bar."""
Begin = Callable[[tuple[Path, Method, Overrides]], Callable[[Task | Again], list[Done]]]
"""Called once in each worker; gives the function that does a task."""


def add(
    ledger: Ledger,
    inputs: Sequence[str],
    *,
    method: Method,
    overrides: Overrides,
    processes: int | None = None,
    fetch: Fetch | None = None,
    told: Told | None = None,
    begin: Begin | None = None,
) -> Summary:
    """Put inputs into a ledger; what is in it already is only seen once more.

    Args:
        ledger: open for writing. Each report is in it whole once ``told`` has counted it, whatever happens then.
        inputs: files, folders, addresses, ``-`` for standard input.
        method: how reports are analysed.
        overrides: what holds for every report.
        processes: how many analyse; by default as many as cores.
        fetch: reads addresses; without it they are refused.
        told: called as reports come in.
        begin: what each worker begins with; by default :func:`analysing`.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    met = units(inputs, overrides, fetch, ledger.path)
    found = (at_its_place(each) if isinstance(each, Report) else each for each in met)
    return put(
        ledger,
        found,
        " ".join(["add", *inputs[:20]]),
        method=method,
        overrides=overrides,
        processes=processes,
        told=told,
        begin=begin,
    )


def put(
    ledger: Ledger,
    found: Iterator[File | Report | ReadError],
    command: str,
    *,
    method: Method,
    overrides: Overrides = NO_OVERRIDES,
    processes: int | None = None,
    told: Told | None = None,
    begin: Begin | None = None,
) -> Summary:
    """Put into a ledger what was found, as :func:`add` does of its inputs.

    Args:
        ledger: open for writing.
        found: files to read, reports, and what could not be read.
        command: what was asked for, as the ledger writes it down.
        method: how reports are analysed.
        overrides: what holds for every report that a worker reads.
        processes: how many analyse; by default as many as cores.
        told: called as reports come in.
        begin: what each worker begins with; by default :func:`analysing`.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    run = ledger.begin(command, method.program)
    arriving = _Arriving(ledger, run, method.program, told)
    crew = _crew(ledger, method, overrides, processes, begin or analysing)
    with closing(crew):
        for task, result in crew.results(_tasks(found, arriving)):
            arriving.take(_done(task, result))
    arriving.close()
    ledger.end(run)
    return arriving.summary


def reanalyze(ledger: Ledger, *, method: Method, processes: int | None = None, told: Told | None = None) -> Summary:
    """Analyse again what another program or method analysed; old analyses stay readable.

    Stopped at any moment, it goes on where it stopped.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    run = ledger.begin("reanalyze", method.program)
    summary, started = Summary(), time.monotonic()
    crew = _crew(ledger, method, Overrides(), processes, analysing)
    with closing(crew):
        for task, result in crew.results(map(Again, ledger.outdated(method.program))):
            for done in _done(task, result):
                if isinstance(done, Packed):
                    summary.added += ledger.renew(done)
                elif isinstance(done, Failure):
                    summary.failures.append(done)
            summary.seconds = time.monotonic() - started
            if told is not None:
                told(summary)
    ledger.fail(run, summary.failures)
    ledger.end(run)
    return summary


@dataclass
class _Arriving:
    """Gathers what comes back from the crew into transactions."""

    ledger: Ledger
    run: int
    program: str
    told: Told | None
    summary: Summary = field(default_factory=Summary)
    _batch: list[Packed | Report] = field(default_factory=list)
    _failed: list[Failure] = field(default_factory=list)
    _started: float = field(default_factory=time.monotonic)
    _waiting_since: float = 0.0

    def take(self, results: Iterable[Done]) -> None:
        """Take results in; they are acknowledged with the next transaction."""
        for done in results:
            if isinstance(done, Failure):
                self._failed.append(done)
                continue
            if not self._batch:
                self._waiting_since = time.monotonic()
            self._batch.append(done)
            if len(self._batch) >= BATCH:
                self.flush()
        if self._batch and time.monotonic() - self._waiting_since > PATIENCE:
            self.flush()
        if self._failed and not self._batch:
            self.flush()

    def flush(self) -> None:
        """Put what has come into the ledger, and acknowledge it."""
        for kept in self.ledger.keep(self._batch, self.program, self.run) if self._batch else ():
            self.summary.count(kept)
        if self._failed:
            self.ledger.fail(self.run, self._failed)
            self.summary.failures += self._failed
        self._batch, self._failed = [], []
        self.summary.seconds = time.monotonic() - self._started
        if self.told is not None:
            self.told(self.summary)

    def close(self) -> None:
        """Put the rest in."""
        self.flush()


def _tasks(found: Iterator[File | Report | ReadError], arriving: _Arriving) -> Iterator[Task]:
    for unit in found:
        if isinstance(unit, ReadError):
            arriving.take([failure(unit.location, unit)])
        else:
            yield unit


def _crew(
    ledger: Ledger, method: Method, overrides: Overrides, processes: int | None, begin: Begin
) -> Crew[Task | Again, list[Done]]:
    size = processes or os.cpu_count() or 1
    return Crew(size, begin, (ledger.path, method, overrides), _seconds)


def analysing(argument: tuple[Path, Method, Overrides]) -> Callable[[Task | Again], list[Done]]:
    """Return what a worker does: it reads, and analyses what the ledger does not have.

    Args:
        argument: the ledger, how reports are analysed, and what holds for every one of them.
    """
    analyst = Analyst(*argument)

    def work(task: Task | Again) -> list[Done]:
        if isinstance(task, File):
            return list(analyst.file(task.path))
        if isinstance(task, Again):
            return [analyst.again(task.report)]
        return [analyst.report(task)]

    return work


def _seconds(task: Task | Again) -> float:
    if isinstance(task, File):
        return SECONDS * (1 + task.size / 100_000)
    report = task.report if isinstance(task, Again) else task
    return SECONDS * (1 + len(report.text) / 100_000)


def _done(task: Task | Again, result: list[Done] | Lost) -> list[Done]:
    if not isinstance(result, Lost):
        return result
    if isinstance(task, File):
        place = task.path
    else:
        report = task.report if isinstance(task, Again) else task
        place = report.location or report.key
    return [Failure(place, result.problem, "Split it, or leave it out.")]
