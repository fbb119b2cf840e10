"""The files in a folder, at any depth, in an order that is the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator

from segun.errors import ReadError
from segun.read.names import printable
from segun.read.sidecar import ENDING


def files(folder: str) -> Iterator[str | ReadError]:
    """Give the files in a folder and in the folders in it.

    Within each folder the names are in order of their code points, files and folders mixed. Hidden files and folders
    and sidecars are left out. A link to a file is followed, a link to a folder is not, so that no loop can be entered.
    One folder's names are held at a time, and those of the folders around it.

    Args:
        folder: the path as the user gave it; the paths given begin with it.

    Yields:
        A path, or the error that stands for a folder that cannot be listed, after which the rest still comes.
    """
    todo: list[Iterator[tuple[str, bool]]] = [iter([(folder, True)])]
    while todo:
        path, is_folder = next(todo[-1], (None, False))
        if path is None:
            todo.pop()
        elif not is_folder:
            yield path
        elif isinstance(listed := _listed(path), ReadError):
            yield listed
        else:
            todo.append(listed)


def _listed(folder: str) -> Iterator[tuple[str, bool]] | ReadError:
    names: list[str] = []
    folders: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _wanted(entry):
                    names.append(entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        folders.add(entry.name)
    except OSError as error:
        return ReadError(
            printable(folder), f"The folder cannot be listed: {error.strerror}.", "Change its permissions or its name."
        )
    names.sort()
    return ((os.path.join(folder, name), name in folders) for name in names)  # noqa: PTH118 - Path drops "./"


def _wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name.endswith(ENDING):
        return False
    try:
        return not (entry.is_symlink() and entry.is_dir())
    except OSError:  # a loop of links: opening it will say so
        return True
