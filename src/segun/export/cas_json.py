"""UIMA CAS as JSON 0.4.0: a zip of one file per report, each with its types; otherwise as :mod:`segun.export.cas`."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, BinaryIO

from segun.export.cas import BINARY, DROPS, reading
from segun.export.cas import writing as _writing

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BINARY", "DROPS", "reading", "writing"]


def writing(out: BinaryIO) -> AbstractContextManager[Callable[..., None]]:
    """Give a function that writes one analysis into the zip, as :func:`segun.export.cas.writing` does."""
    return _writing(out, "json")
