"""``NAME.meta.json`` beside ``NAME.txt``: what a file cannot say about itself."""

from __future__ import annotations

from pathlib import Path

from segun.errors import ReadError
from segun.read.draft import UnreadableError
from segun.read.fields import Fields, load_object, take_fields
from segun.read.limits import MAX_SIDECAR
from segun.read.names import stem

ENDING = ".meta.json"


def sidecar_of(path: Path) -> Path:
    """Return where the sidecar of the report at ``path`` would lie, whether it is there or not."""
    return path.with_name(stem(path.name) + ENDING)


def read_sidecar(path: Path) -> Fields:
    """Return the fields of the sidecar of the report at ``path``, empty ones where it has none.

    Raises:
        ReadError: the sidecar is there and cannot be read; a report without its date would be worse than none.
    """
    sidecar = sidecar_of(path)
    try:
        with sidecar.open("rb") as stream:
            raw = stream.read(MAX_SIDECAR + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Fields()
    except OSError as error:
        raise ReadError(
            str(sidecar), f"The sidecar cannot be opened: {error.strerror}.", "Make it readable or move it away."
        ) from error
    if len(raw) > MAX_SIDECAR:
        raise ReadError(str(sidecar), "The sidecar is larger than 1 MB.", "Keep only the fields that segun reads.")
    try:
        return take_fields(load_object(raw))
    except UnreadableError as error:
        raise ReadError(str(sidecar), error.problem, error.remedy) from error
