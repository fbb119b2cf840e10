"""What a format's module hands back, and how it says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from segun.errors import SegunError
from segun.read.limits import MAX_TEXT


class UnreadableError(SegunError):
    """An input that a format's module cannot read; the reader turns it into a ``ReadError`` with the location."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with the metadata that its file states, before key, location and credits are added."""

    text: str
    decoder: str
    """The encoding, or the format that carries its own."""
    extractor: str
    mended: bool = False
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None


def checked(text: str, remedy: str) -> str:
    """Return ``text`` unchanged where it is neither blank nor longer than ``MAX_TEXT``.

    Args:
        text: what was taken out of the input.
        remedy: what to do where it is blank.

    Raises:
        UnreadableError: it is blank or too long.
    """
    if not text or text.isspace():
        raise UnreadableError("It holds no text.", remedy)
    if len(text) > MAX_TEXT:
        raise UnreadableError(
            f"The text has {len(text):,} characters; a report may have {MAX_TEXT:,}.",
            "Split it into reports, one file or one JSONL line each.",
        )
    return text
