"""Inputs as tasks: a file that holds one report goes to a worker whole; one that holds many is read as a stream."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from segun.errors import ReadError, SegunError
from segun.model import Report
from segun.read import Fetch, Overrides, read
from segun.read.folders import files
from segun.read.names import ending
from segun.read.opening import is_folder, opened
from segun.read.packed import CUT_OFF

_ONE = frozenset({"text", "html", "pdf", "docx", "eml"})
"""Formats whose files a worker reads: they hold one report, or a few."""
_STREAMED = frozenset({"jsonl", "ndjson", "warc", "mbox", "xml", "rss", "atom", "opml"})


@dataclass(frozen=True, slots=True)
class File:
    """A file that a worker reads."""

    path: str
    size: int
    """In bytes."""


def units(
    inputs: Sequence[str], overrides: Overrides, fetch: Fetch | None, ledger: Path
) -> Iterator[File | Report | ReadError]:
    """Yield what there is to analyse, in the order of the inputs; nothing is held that is not asked for.

    Args:
        inputs: files, folders, addresses, ``-`` for standard input.
        overrides: what holds for every report.
        fetch: reads addresses.
        ledger: its own files are left out where they lie in a folder that is read.
    """
    own = {str(ledger.absolute()) + ending for ending in ("", "-wal", "-shm", "-journal")}
    for name in inputs:
        if name != "-" and "://" not in name and Path(name).is_dir():
            for found in files(name):
                if isinstance(found, ReadError):
                    yield found
                elif str(Path(found).absolute()) not in own:
                    yield from _unit(found, overrides, fetch)
        else:
            yield from _unit(name, overrides, fetch)


def count(inputs: Sequence[str]) -> int | None:
    """Return how many units there will be, for a progress bar; ``None`` where one of them is a stream."""
    total = 0
    for name in inputs:
        if name == "-" or "://" in name:
            return None
        names = files(name) if Path(name).is_dir() else (name,)
        for found in names:
            if isinstance(found, str) and ending(Path(found).name) in _STREAMED:
                return None
            total += 1
    return total


def _unit(name: str, overrides: Overrides, fetch: Fetch | None) -> Iterator[File | Report | ReadError]:
    if name != "-" and "://" not in name and (size := _size_of_one(name)) is not None:
        yield File(name, size)
    else:
        yield from read([name], overrides, fetch=fetch)


def _size_of_one(name: str) -> int | None:
    """Return the size of a file that a worker reads; ``None`` for a stream."""
    path = Path(name)
    try:
        if is_folder(path):
            return None
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            found = opened(path.name, None, file)
    except (SegunError, *CUT_OFF, OSError, ValueError):
        return 0  # reading it will tell why
    return size if found.format in _ONE else None
