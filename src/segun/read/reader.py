"""Inputs to reports: opens each, tells its format, hands it to that format's module, adds what is found around it."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from segun.errors import ReadError
from segun.model import Input, Report
from segun.read.credits import find_credits
from segun.read.dates import strict_iso
from segun.read.draft import Draft, UnreadableError
from segun.read.fields import Fields, bcp47
from segun.read.jsonl import Line, read_lines
from segun.read.limits import HEAD, MAX_PACKED, MAX_PLAIN
from segun.read.names import STDIN, Keys, ending, printable, stem
from segun.read.sidecar import read_sidecar, sidecar_of
from segun.read.sniff import sniff
from segun.read.text import read_text

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CUT_OFF = (EOFError, zlib.error, gzip.BadGzipFile)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of every report, whatever the inputs say."""

    published: str | None = None
    """ISO 8601 date, or date-time with zone."""
    outlet: str | None = None
    language: str | None = None
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """An input whose first bytes are known and whose stream still begins with them."""

    name: str
    location: str | None
    head: bytes
    stream: BinaryIO


def read(inputs: Sequence[str], overrides: Overrides = Overrides()) -> Iterator[Report | ReadError]:
    """Read reports, one by one, in the order of the inputs.

    Args:
        inputs: paths of text, HTML, PDF, DOCX, JSONL files, each as it is or packed with gzip; ``-`` is standard
            input. A sidecar named along with its report is not read twice.
        overrides: what holds for every report.

    Yields:
        A report, or the error that stands for an input or line that is none; the rest still comes. Keys are unique
        within one call. ``published`` is only ever what an input, its sidecar or ``overrides`` states.
    """
    if error := _refused(overrides):
        yield error
        return
    keys = Keys()
    sidecars = {str(sidecar_of(Path(name))) for name in inputs if _plain(name)}
    for name in inputs:
        if str(Path(name)) in sidecars:
            continue
        for found in _read_input(name):
            yield found if isinstance(found, ReadError) else _finished(found, keys, overrides)


def _plain(name: str) -> bool:
    return name != "-" and bool(Path(name).name) and not name.endswith(".meta.json")


def _refused(overrides: Overrides) -> ReadError | None:
    if overrides.published is not None and strict_iso(overrides.published) is None:
        return ReadError(
            "published",
            f"{overrides.published!r} is no ISO 8601 date.",
            "Write 2025-04-28, or with time and zone 2025-04-28T10:30+02:00.",
        )
    if overrides.language is not None and bcp47(overrides.language) is None:
        return ReadError(
            "language", f"{overrides.language!r} is no language code.", "Write a BCP 47 code: es, es-MX, en."
        )
    return None


def _finished(report: Report, keys: Keys, overrides: Overrides) -> Report:
    """Return the report with its key, its credits and what the user says of it."""
    found = find_credits(report.text)
    published = strict_iso(overrides.published) if overrides.published is not None else report.published
    return replace(
        report,
        key=keys.take(report.key),
        published=published,
        outlet=overrides.outlet or report.outlet,
        language=bcp47(overrides.language) if overrides.language is not None else report.language,
        byline=report.byline or found.byline,
        credits=found.credits,
    )


def _read_input(name: str) -> Iterator[Report | ReadError]:
    shown = "standard input" if name == "-" else printable(name)
    try:
        if name == "-":
            yield from _read_stream(STDIN, None, sys.stdin.buffer, Fields)
            return
        path = Path(name)
        with path.open("rb") as stream:
            yield from _read_stream(printable(path.name), shown, stream, lambda: read_sidecar(path))
    except ReadError as error:
        yield error
    except UnreadableError as error:
        yield ReadError(shown, error.problem, error.remedy)
    except _CUT_OFF:
        yield ReadError(shown, "The gzip file is broken or cut off.", "Fetch or pack it again.")
    except FileNotFoundError:
        yield ReadError(shown, "There is no such file.", "Check the name and the folder that you are in.")
    except IsADirectoryError:
        yield ReadError(shown, "This is a folder.", f"Name the files in it, e.g. {shown.rstrip('/')}/*.txt.")
    except PermissionError:
        yield ReadError(shown, "You may not read this file.", "Change its permissions, or copy it as who may read it.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield ReadError(shown, f"It cannot be opened: {reason}.", "Check the name and the disk.")


def _read_stream(
    name: str, location: str | None, stream: BinaryIO, sidecar: Callable[[], Fields]
) -> Iterator[Report | ReadError]:
    opened = _open(name, location, stream)
    if name.endswith(".meta.json"):
        raise UnreadableError("This is a sidecar.", "Name the report beside it; its sidecar is read with it.")
    if not opened.head:
        raise UnreadableError("It is empty.", "Give a file that holds the report's text.")
    format_ = sniff(opened.head, ending(name))
    if format_ == "gzip":
        # One layer is usual; a second is read as what it is, not as text.
        opened = _open(name, location, cast("BinaryIO", gzip.GzipFile(fileobj=opened.stream)))
        if not opened.head:
            raise UnreadableError("It is empty.", "Give a file that holds the report's text.")
        format_ = sniff(opened.head, ending(name))
    if format_ == "gzip":
        raise UnreadableError("It is packed with gzip twice.", "Unpack it.")
    if format_ == "jsonl":
        yield from _read_jsonl(opened)
        return
    extract, limit = _extractor(format_)
    data = opened.stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(
            f"It is larger than {limit // 1_000_000} MB.", "Split it into reports, one file or one JSONL line each."
        )
    draft = extract(data)
    yield _from_draft(opened, draft, hashlib.sha256(data).hexdigest(), sidecar())


def _extractor(format_: str) -> tuple[Callable[[bytes], Draft], int]:
    """Return what reads a format, imported only now, and how many bytes it takes."""
    if format_ == "html":
        from segun.read.html import read_html

        return read_html, MAX_PLAIN
    if format_ == "pdf":
        from segun.read.pdf import read_pdf

        return read_pdf, MAX_PACKED
    if format_ == "docx":
        from segun.read.docx import read_docx

        return read_docx, MAX_PACKED
    return read_text, MAX_PLAIN


def _open(name: str, location: str | None, stream: BinaryIO) -> _Opened:
    head = b""
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    return _Opened(name, location, head, cast("BinaryIO", io.BufferedReader(_Again(head, stream), HEAD)))


def _from_draft(opened: _Opened, draft: Draft, sha256: str, given: Fields) -> Report:
    return Report(
        key=stem(opened.name),
        text=draft.text,
        language=given.language,
        published=given.published or draft.published,
        title=given.title or draft.title,
        outlet=given.outlet or draft.outlet,
        byline=draft.byline,
        location=given.url or opened.location,
        input=Input(sha256, draft.decoder, draft.extractor, draft.mended),
    )


def _read_jsonl(opened: _Opened) -> Iterator[Report | ReadError]:
    shown = opened.location or "standard input"
    lines = 0
    for lines, line in enumerate(read_lines(opened.stream), start=1):  # noqa: B007 - the count is used after the loop
        if line.error is not None:
            yield ReadError(f"{shown}:{line.number}", line.error.problem, line.error.remedy)
        else:
            yield _from_line(opened, line)
    if not lines:
        raise UnreadableError("It holds no lines.", 'Give each report a line: {"text": "…"}.')


def _from_line(opened: _Opened, line: Line) -> Report:
    fields = line.fields
    return Report(
        key=fields.id or f"{stem(opened.name)}-{line.number}",
        text=line.text,
        language=fields.language,
        published=fields.published,
        title=fields.title,
        outlet=fields.outlet,
        # With the line, so that the same text twice in a file stays two reports.
        location=fields.url or f"{opened.location or STDIN}:{line.number}",
        input=Input(line.sha256, "utf-8", "jsonl"),
    )


class _Again(io.RawIOBase):
    """A stream that begins again with the bytes already taken from it, for one that cannot be rewound."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if self._head:
            count = min(len(target), len(self._head))
            target[:count] = self._head[:count]
            self._head = self._head[count:]
            return count
        chunk = self._rest.read(len(target))
        target[: len(chunk)] = chunk
        return len(chunk)
