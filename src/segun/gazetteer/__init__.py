"""The gazetteer: places with their names in all scripts, built once from packages that hold GeoNames' data."""

from __future__ import annotations

from pathlib import Path

from segun.gazetteer.records import Entry, Match
from segun.gazetteer.store import Gazetteer

__all__ = ["Entry", "Gazetteer", "Match", "build", "open_or_build"]


def open_or_build(path: Path | None = None) -> Gazetteer:
    """Open the gazetteer; where there is none yet, build it first, with progress where stderr is a terminal.

    Building takes its data from two packages, which are installed first where they are missing.

    Args:
        path: the file; ``None`` takes the one in the user's data folder.

    Raises:
        MissingGazetteerError: it is not built and its data cannot be had.
        GazetteerError: it cannot be built or opened.
    """
    from segun.gazetteer.paths import gazetteer_file

    where = path or gazetteer_file()
    if not where.is_file():
        build(where)
    return Gazetteer(where)


def build(path: Path) -> None:
    """Build the gazetteer, and install its data first where they are missing.

    Args:
        path: the file; an older one stays as it is until the new one is whole.

    Raises:
        MissingGazetteerError: the data cannot be had.
        GazetteerError: the data cannot be read, or the file cannot be written.
    """
    from segun.gazetteer import builder, packages, progress
    from segun.gazetteer.errors import MissingGazetteerError

    try:
        sources = packages.find()
    except MissingGazetteerError:
        sources = packages.install()
    with progress.shown() as tell:
        builder.build(path, sources, tell)
