"""What a format that holds several reports hands back: e-mail, WARC, feed."""

from __future__ import annotations

from dataclasses import dataclass

from segun.read.draft import Draft, UnreadableError


@dataclass(frozen=True, slots=True)
class Part:
    """One report of an input that holds several."""

    draft: Draft
    name: str
    """What tells it from the input's other reports: ``17`` for a WARC's record, ``acta`` for an attachment.

    The report's key is the input's name, a hyphen and this; empty for the one that the input itself stands for, such
    as the body of an e-mail.
    """
    url: str | None
    """Where it was published; without one its location is the input's own, followed by ``#`` and ``name``."""
    language: str | None
    """BCP 47, where the input states it."""
    retrieved: str | None
    """ISO 8601 date, or date-time with zone."""
    sha256: str
    """Of the bytes that it was read from, in hex."""


class PartError(UnreadableError):
    """A part that cannot be read; the others still come.

    Args:
        where: which part, as its reader is told: *record 17*, *acta.pdf*.
    """

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.args = (where, problem, remedy)
        self.where = where
