"""A ledger's trace, stage by stage: only stories that new, changed or removed reports touch are traced anew."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from segun.engine import frames, stages, steps
from segun.engine.resuming import digest, prepare
from segun.engine.running import Task, run
from segun.engine.steps import PART, WHOLE, Tell
from segun.engine.workers import Workers
from segun.errors import SegunError
from segun.ledger.judging import Judgements
from segun.ledger.ledger import Ledger
from segun.match import loading, looking, store
from segun.match.program import program


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did."""

    reports: int
    """In the ledger."""
    anew: int
    """Reports of the stories that were traced anew."""
    failures: tuple[tuple[str, str], ...] = ()
    """Stories, by a report of theirs, on which segun failed, and why."""


@dataclass(slots=True)
class _Plan:
    """Which reports are to be looked at."""

    states: dict[str, str]
    unread: list[str]
    """Reports whose keys are not known."""
    fresh: set[str]
    """Reports whose pairs are wanted: the unread ones, and those of stories that lost or changed a report."""
    held: dict[str, list[str]] = field(default_factory=dict)
    """Reports of stories that stay as they are, or grow."""
    gone: set[str] = field(default_factory=set)
    """Stories that are no more what they were."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a run goes about its work."""

    workers: Workers
    folder: Path
    encoder: bool
    owners: bool
    told: Tell


def trace_ledger(
    ledger: Ledger,
    workers: Workers = Workers(),  # noqa: B008 - it does not change
    *,
    again: bool = False,
    encoder: bool = True,
    owners: bool = False,
    work: Path | None = None,
    told: Tell = lambda _stage, _done, _total: None,
) -> Outcome:
    """Trace what is new in a ledger, and keep the result in it.

    Args:
        ledger: open for writing.
        workers: who does the work.
        again: whether everything is traced anew.
        encoder: whether sentence vectors are used, where they are installed.
        owners: whether outlets of one owner, by the ledger's list of outlets, count as one origin.
        work: folder for the files between the stages, which all workers must see; by default beside the ledger. What
            an interrupted run left there is used by the next one.
        told: called with the stage, how many of its tasks are done, and how many there are.

    Raises:
        LedgerError: the ledger cannot be read or written.
        SegunError: the folder cannot be written, or workers died again and again.
    """
    known, decided = program(encoder=encoder, owners=owners), ledger.judgements()
    plan = _plan(ledger, loading.states(ledger, decided, owners=owners), known, again=again)
    if not plan.fresh and not plan.gone:
        if looking.freshness(ledger).stale:
            store.confirm(ledger, len(plan.states))
        return Outcome(len(plan.states), 0)
    folder = work or ledger.path.with_name(ledger.path.name + ".tracing")
    prepare(folder, digest(known, plan.states, sorted(plan.fresh)))
    try:
        found = _run(ledger, plan, decided, known, _Way(workers, folder, encoder, owners, told))
    except OSError as error:
        raise SegunError(
            f"{folder} cannot be written: {error.strerror or error}.", "Free some space, or name another folder."
        ) from error
    shutil.rmtree(folder, ignore_errors=True)
    return found


def _plan(ledger: Ledger, states: dict[str, str], known: str, *, again: bool) -> _Plan:
    made = store.made(ledger)
    current = made is not None and made.program == known and not again
    before = store.traced(ledger) if current else {}
    if current and states == {key: state for key, (state, _) in before.items()}:
        return _Plan(states, [], set())
    if min(len(before), len(states)) <= WHOLE:
        return _Plan(states, list(states), set(states), gone={store.EVERYTHING})
    unread = [key for key, state in states.items() if key not in before or before[key][0] != state]
    changed = {story for key, (state, story) in before.items() if states.get(key) != state}
    fresh = set(unread)
    held: dict[str, list[str]] = defaultdict(list)
    for key, (_, story) in before.items():
        if story not in changed:
            held[story].append(key)
        elif key in states:
            fresh.add(key)
    return _Plan(states, unread, fresh, dict(held), changed)


def _run(ledger: Ledger, plan: _Plan, decided: Judgements, known: str, way: _Way) -> Outcome:
    indexed = _index(ledger, plan, way)
    held = [*plan.held.values(), *loading.joined(ledger, decided)]
    members = steps.together(indexed, held, way.workers, way.folder, way.told)
    touched = {name: keys for name, keys in members.items() if not plan.fresh.isdisjoint(keys)}
    where = {key: story for story, keys in touched.items() for key in keys}
    gone = plan.gone | {story for story, keys in plan.held.items() if any(key in where for key in keys)}
    paths = steps.tell(
        touched,
        lambda wanted: loading.rows(ledger, wanted, owners=way.owners),
        (stages.written(decided), way.encoder),
        way.workers,
        way.folder,
        way.told,
    )
    failures: list[tuple[str, str]] = []
    store.keep(
        ledger,
        _found(paths, failures),
        program=known,
        reports=len(plan.states),
        gone=gone,
        traced={key: (plan.states[key], story) for key, story in where.items()},
        keys=_keys(indexed, plan),
    )
    return Outcome(len(plan.states), len(where), tuple(failures))


def _index(ledger: Ledger, plan: _Plan, way: _Way) -> list[Path]:
    """Return the files with the keys of all reports: those of new ones first, then those that the ledger knows."""
    tasks = []
    parts = range(0, len(plan.unread), PART)
    for at in parts:
        source, target = way.folder / f"reports-{at:08}.parquet", way.folder / f"keys-{at:08}.parquet"
        if not source.exists() and not target.exists():
            batch = [(key, "") for key in plan.unread[at : at + PART]]
            frames.write_rows(source, loading.rows(ledger, batch, owners=way.owners), frames.REPORTS)
        tasks.append(Task(target, stages.index, (source, target)))
        way.told("Reading", min(at + PART, len(plan.unread)), len(plan.unread))
    run(tasks, way.workers, lambda done, total: way.told("Indexing", done, total))
    known = way.folder / "known.parquet"
    unread = set(plan.unread)
    rest = (
        {"report": key, "time": time, "fresh": key in plan.fresh, "keys": np.frombuffer(blob, dtype="<i8")}
        for key, time, blob in store.keys(ledger)
        if key in plan.states and key not in unread
    )
    frames.write_rows(known, rest, frames.KEYS)
    return [*(task.target for task in tasks), known]


def _found(paths: Sequence[Path], failures: list[tuple[str, str]]) -> Iterable[Mapping[str, Any]]:
    for path in paths:
        for row in frames.rows(path):
            if row["kind"] == "failure":
                failures.append((row["story"], row["object"]))
            else:
                yield row


def _keys(indexed: Sequence[Path], plan: _Plan) -> Iterable[tuple[str, float, bytes]]:
    unread = set(plan.unread)
    for path in indexed:
        found = frames.table(path)
        for name, time, keys in zip(found["report"], found["time"], found["keys"], strict=True):
            key = name.as_py()
            if key in unread:
                yield key, time.as_py(), keys.values.to_numpy().astype("<i8").tobytes()
