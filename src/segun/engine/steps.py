"""The steps from keys to findings that a ledger and a folder of Parquet files have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from segun.engine import frames, stages
from segun.engine.running import Task, run
from segun.engine.workers import Workers
from segun.match.stories.edges import LEAST, summed
from segun.match.stories.joining import stories

WHOLE = 40
"""Reports up to which a collection is one story."""
PART = 500
"""Reports of a task."""
_KEYS = 8_000_000
"""Keys of a task, of which each takes some tens of bytes of memory."""

Tell = Callable[[str, int, int], None]
"""Takes a stage, how much of it is done, and how much there is; 0 where nobody knows."""
Rows = Callable[[Sequence[tuple[str, str]]], Iterator[dict[str, Any]]]
"""Yields :data:`segun.engine.frames.REPORTS` for keys of reports, each given with its story."""


def together(
    indexed: Sequence[Path], held: Iterable[Sequence[str]], workers: Workers, folder: Path, told: Tell
) -> dict[str, list[str]]:
    """Return the reports of each story by time; a story is called by its first one.

    Args:
        indexed: keys of all reports (:data:`segun.engine.frames.KEYS`).
        held: reports that are of one story whatever they share; those that are not there are passed over.
        workers: who does the work.
        folder: where the files between the stages are.
        told: told how far the work is.
    """
    tables = [frames.table(path).select(["report", "time"]) for path in indexed]
    names = [name for each in tables for name in each["report"].to_pylist()]
    times = np.concatenate([each["time"].to_numpy() for each in tables])
    order = sorted(range(len(names)), key=lambda at: (times[at], names[at]))
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    ordered = [names[at] for at in order]
    if len(names) <= WHOLE:
        return {ordered[0]: ordered} if ordered else {}
    pairs = _pairs(indexed, workers, folder, told)
    pairs[:, :2] = place[pairs[:, :2]]
    number = {name: at for at, name in enumerate(ordered)}
    known = ([number[key] for key in keys if key in number] for keys in held)
    found: dict[str, list[str]] = defaultdict(list)
    for name, home in zip(ordered, stories(len(ordered), summed(pairs), known, least=LEAST), strict=True):
        found[ordered[home]].append(name)
    return found


def tell(
    found: Mapping[str, Sequence[str]],
    rows: Rows,
    arguments: tuple[str, bool],
    workers: Workers,
    folder: Path,
    told: Tell,
) -> list[Path]:
    """Return the files with what was found in some stories (:data:`segun.engine.frames.FOUND`).

    Args:
        found: reports by their story.
        rows: reads them.
        arguments: what people decided, and whether sentence vectors are used, for :func:`segun.engine.stages.tell`.
        workers: who does the work.
        folder: where the files between the stages are.
        told: told how far the work is.
    """
    tasks = []
    for number, batch in enumerate(_batches(found.items())):
        source, target = folder / f"stories-{number:05}.parquet", folder / f"found-{number:05}.parquet"
        if not target.exists() and not source.exists():
            frames.write_rows(source, rows(batch), frames.REPORTS)
        tasks.append(Task(target, stages.tell, (source, target, *arguments)))
        told("Preparing", number + 1, 0)
    run(tasks, workers, lambda done, total: told("Tracing", done, total))
    return [task.target for task in tasks]


def _pairs(indexed: Sequence[Path], workers: Workers, folder: Path, told: Tell) -> np.ndarray:
    parts = max(1, -(-sum(frames.values(path, "keys") for path in indexed) // _KEYS))
    targets = [folder / f"pairs-{part:05}.parquet" for part in range(parts)]
    tasks = [Task(target, stages.share, (tuple(indexed), target, at, parts)) for at, target in enumerate(targets)]
    run(tasks, workers, lambda done, total: told("Comparing", done, total))
    tables = [frames.table(target) for target in targets]
    return np.concatenate(
        [np.column_stack([each[name].to_numpy() for name in ("a", "b", "shared")]) for each in tables]
    )


def _batches(found: Iterable[tuple[str, Sequence[str]]]) -> Iterator[list[tuple[str, str]]]:
    """Yield reports with their story, whole stories, about as many reports each time."""
    batch: list[tuple[str, str]] = []
    for story, keys in found:
        batch.extend((key, story) for key in keys)
        if len(batch) >= PART:
            yield batch
            batch = []
    if batch:
        yield batch
