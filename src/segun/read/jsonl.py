"""JSONL: one report a line, read as a stream, so that a file may be larger than the memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from segun.read.draft import UnreadableError, checked
from segun.read.fields import NO_FIELDS, Fields, load_object, take_fields, whole
from segun.read.limits import MAX_LINE


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a JSONL file: its report, or why there is none."""

    number: int
    """Counted from 1."""
    text: str = ""
    fields: Fields = NO_FIELDS
    sha256: str = ""
    """Of the line's bytes without its line end, in hex."""
    error: UnreadableError | None = None


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """Read every line that is not blank; one that cannot be read does not keep the others from coming.

    Args:
        stream: the bytes, at the start of the first line. Never more than one line of it is held.

    Raises:
        EOFError, OSError, zlib.error: from the stream itself, such as a gzip file that is cut off.
    """
    number = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE and not raw.endswith(b"\n"):
            _skip_line(stream)
            yield Line(number, error=_too_long())
        elif raw.strip() and raw.strip() != b"\xef\xbb\xbf":
            yield _read_line(number, raw.rstrip(b"\r\n"))


def _read_line(number: int, raw: bytes) -> Line:
    try:
        record = load_object(raw)
        text = _text(record)
        fields = take_fields(record)
    except UnreadableError as error:
        return Line(number, error=error)
    return Line(number, text, fields, hashlib.sha256(raw).hexdigest())


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        problem = "`text` is no string." if "text" in record else "The line has no `text`."
        raise UnreadableError(problem, 'Give each line its report\'s text: {"text": "…"}.')
    return checked(whole(text, "text"), "Give `text` the report's text, or leave the line out.")


def _skip_line(stream: BinaryIO) -> None:
    while chunk := stream.readline(1_000_000):
        if chunk.endswith(b"\n"):
            return


def _too_long() -> UnreadableError:
    return UnreadableError(
        f"The line is longer than {MAX_LINE // 1_000_000} MB.", "Split its report into several, one line each."
    )
