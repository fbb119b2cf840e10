"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

import click


def check_place(path: Path) -> None:
    """Find out before the work begins that a file can be written here.

    Raises:
        click.UsageError: the path is a folder, or its folder does not exist.
    """
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder. Give a file's name in it.")
    if not path.parent.is_dir():
        raise click.UsageError(f"There is no folder {path.parent}. Make it first or write elsewhere.")


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Open a file that appears under its name only once all is written; until then what was there stays.

    A device or pipe is written as it is. Characters that UTF-8 has no form for are escaped.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    with _draft(path) as place, place.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        yield file


@contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a file for bytes that appears under its name only once all is written, as :func:`whole` does.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    with _draft(path) as place, place.open("wb") as file:
        yield file


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """Give the place to write to, and move what is there to ``path`` once it is closed."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        yield target
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield draft
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
