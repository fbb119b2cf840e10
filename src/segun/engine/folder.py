"""A folder of Parquet files with texts, analysed and traced without a ledger: files in, files out."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from segun import __version__
from segun.attribute.continuation import CarryOn
from segun.engine import frames, stages, steps
from segun.engine.analysing import analyse
from segun.engine.resuming import digest, prepare
from segun.engine.running import Task, run
from segun.engine.workers import Workers
from segun.errors import SegunError
from segun.ledger.judging import Judgements
from segun.match.program import program

_STORIES = "stories.parquet"


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did."""

    reports: int
    stories: int
    failures: tuple[tuple[str, str], ...]
    """Reports, or stories by a report of theirs, that failed, and why."""


def trace_folder(
    source: Path,
    target: Path,
    workers: Workers,
    *,
    carry_on: CarryOn = "cautious",
    places: bool = True,
    encoder: bool = True,
    told: steps.Tell = lambda _stage, _done, _total: None,
) -> Done:
    """Analyse and trace the texts of a folder.

    Args:
        source: a folder of Parquet files with a column ``text`` and, where they are known, ``id``, ``published``,
            ``outlet``, ``title``, ``byline``, ``language``, ``location``. A file is a task.
        target: a folder. It gets ``analysed`` (a file for each file read), ``found`` (what was found, by stories) and
            ``stories.parquet`` (each report's story); ``work`` is there until the end. What an earlier run, or an
            interrupted one, left is used as far as it was made of the same files with the same options.
        workers: who does the work; they must see both folders.
        carry_on: how readily an account goes on.
        places: whether the names of places are looked up.
        encoder: whether sentence vectors are used, where they are installed.
        told: told how far the work is.

    Raises:
        SegunError: there is no Parquet file, or none that can be read, two reports have one id, or a folder cannot be
            written.
    """
    inputs = sorted(source.glob("*.parquet"))
    if not inputs:
        raise SegunError(f"{source} holds no Parquet files.", "Name a folder with files that end in .parquet.")
    analysed, work, results = (target / name for name in ("analysed", "work", "found"))
    try:
        analysed.mkdir(parents=True, exist_ok=True)
        made_of = {each.name: _made_of(each, carry_on, places=places) for each in inputs}
        _drop(analysed, made_of)
        if not prepare(work, digest(program(encoder=encoder), made_of)):
            shutil.rmtree(results, ignore_errors=True)
            (target / _STORIES).unlink(missing_ok=True)
        tasks = [
            Task(analysed / each.name, analyse, (each, analysed / each.name, carry_on, places, made_of[each.name]))
            for each in inputs
        ]
        run(tasks, workers, lambda done, total: told("Analysing", done, total))
        where, failures = _where([task.target for task in tasks])
        if not where and failures and {name for name, _ in failures} <= {each.name for each in inputs}:
            name, problem = failures[0]
            raise SegunError(f"No file of {source} can be read. Of {name}:", problem)
        keyed = [
            Task(work / f"keys-{each.name}", stages.index, (analysed / each.name, work / f"keys-{each.name}"))
            for each in inputs
        ]
        run(keyed, workers, lambda done, total: told("Indexing", done, total))
        members = steps.together([task.target for task in keyed], (), workers, work, told)
        told_of = (stages.written(Judgements()), encoder)
        paths = steps.tell(members, lambda wanted: _rows(where, wanted), told_of, workers, work, told)
        results.mkdir(exist_ok=True)
        for path in paths:
            failures += [(row["story"], row["object"]) for row in frames.some(path, "kind", ["failure"])]
            shutil.copyfile(path, results / path.name)
        columns = {
            "report": [key for keys in members.values() for key in keys],
            "story": [story for story, keys in members.items() for _ in keys],
        }
        frames.write(target / _STORIES, columns, frames.STORIES)
    except OSError as error:
        raise SegunError(f"{target} cannot be written: {error.strerror or error}.", "Name another folder.") from error
    shutil.rmtree(work, ignore_errors=True)
    return Done(len(where), len(members), tuple(failures))


def _made_of(source: Path, carry_on: CarryOn, *, places: bool) -> str:
    """Return a digest of what the analyses of a file's texts depend on."""
    told = source.stat()
    return digest(__version__, carry_on, places, told.st_size, told.st_mtime_ns)


def _drop(analysed: Path, made_of: Mapping[str, str]) -> None:
    """Remove the analyses of files that have changed or are gone, and those made with other options."""
    for each in analysed.glob("*.parquet"):
        if frames.made_of(each) != made_of.get(each.name):
            each.unlink()


def _where(paths: Sequence[Path]) -> tuple[dict[str, Path], list[tuple[str, str]]]:
    """Return the file of each analysed report, and those that failed with the reason.

    Raises:
        SegunError: two reports have one id.
    """
    found: dict[str, Path] = {}
    failures = []
    for path in paths:
        table = frames.table(path)
        for key, problem in zip(table["report"].to_pylist(), table["problem"].to_pylist(), strict=True):
            if problem is not None:
                failures.append((key, problem))
            elif key in found:
                raise SegunError(
                    f"Two reports have the id {key!r}: in {found[key].name} and {path.name}.", "Give each its own."
                )
            else:
                found[key] = path
    return found, failures


def _rows(where: dict[str, Path], wanted: Sequence[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield reports with their stories, each file read once."""
    story = dict(wanted)
    by_file: dict[Path, list[str]] = defaultdict(list)
    for key, _ in wanted:
        by_file[where[key]].append(key)
    read: dict[str, dict[str, Any]] = {}
    for path in sorted(by_file):
        found = frames.some(path, "report", by_file[path])
        read.update(
            (row["report"], row) for row in found if row["problem"] is None
        )  # a row that failed may have its id
    for key, _ in wanted:
        yield {**read[key], "story": story[key]}
