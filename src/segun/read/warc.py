"""WARC: the pages that a crawler recorded, each a report with its address and the time of its recording.

The records are taken apart here and not by ``warcio``, which holds lines and chunks of any length in memory, goes on
after a wrong length with whatever it finds, and stops at the first record that it does not understand.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO
from urllib.parse import urlsplit

from segun.read.dates import strict_iso
from segun.read.draft import UnreadableError
from segun.read.extract import extract
from segun.read.http import Response, body, fields, media_type, parse_response
from segun.read.limits import MAX_FAULTS, MAX_HEADER, MAX_PACKED
from segun.read.parts import Part, PartError
from segun.read.stretches import Members, Plain, Stretches, Window

_LOG = logging.getLogger(__name__)
_ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "xhtml",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "txt",
    "": "",
}
"""Of what is read, by its media type; what states none is told by its content."""
_FAMILIES = frozenset({"application", "audio", "font", "image", "text", "video"})
_KINDS = frozenset({"warcinfo", "request", "metadata", "revisit", "conversion", "continuation"})
_MARK = b"WARC/"
_WRONG = "Its Content-Length is wrong."
_RECORD_ANEW = "Record the page anew."
_DAMAGED = "The file is damaged; fetch or make it again."
_SUCCESS = frozenset({200, 201, 203})


@dataclass(frozen=True, slots=True)
class _Record:
    """A record, its content no longer than it says."""

    number: int
    fields: dict[str, str]
    content: bytes = b""
    whole: bool = True
    """Whether ``content`` is all of it; else its beginning."""

    @property
    def kind(self) -> str:
        return self.fields.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """Where the page was, without the brackets that some crawlers put round it."""
        return self.fields.get("warc-target-uri", "").strip("<>").replace(" ", "%20")


class _Count:
    """How many records there were, how much of the file was broken, and what was passed over."""

    def __init__(self) -> None:
        self.records = self.faults = 0
        self.passed: Counter[str] = Counter()

    def told(self) -> str:
        return ", ".join(f"{count:,} {kind}" for kind, count in self.passed.most_common(5)) or "nothing"


def read_warc(stream: BinaryIO, *, packed: bool) -> Iterator[Part | PartError]:
    """Read the pages in a WARC, one at a time; the file may be of any size.

    Pages are ``response`` records with a status of success and ``resource`` records, of HTML, PDF, DOCX or plain text.
    Everything else is passed over, counted by kind, and logged at the end at level INFO. A record that lies about its
    length or is broken is one error; what follows it is looked for by its mark.

    Args:
        stream: the file from its start; wound over what is passed over where it can be.
        packed: whether it is packed with gzip, as a whole or each record by itself.

    Yields:
        Each page, with its number among the records as name; the error says ``record 17``.

    Raises:
        UnreadableError: it holds no page at all.
    """
    count = _Count()
    found = 0
    for record in _records(Members(stream) if packed else Plain(stream), count):
        try:
            part = record if isinstance(record, PartError) else _page(record)
        except UnreadableError as error:
            part = PartError(f"record {count.records}", error.problem, error.remedy)
        if isinstance(part, str):
            count.passed[part] += 1
            continue
        found += 1
        yield part
    _LOG.info("%d records, %d pages and errors; passed over: %s", count.records, found, count.told())
    if not found:
        raise UnreadableError(
            f"The WARC holds no page; passed over: {count.told()}.", "Give one that holds pages as they came."
        )


def _records(stretches: Stretches, count: _Count) -> Iterator[_Record | PartError]:
    """Give every record, and an error for each place where the file is broken."""
    broken = False
    while stretches.advance():
        first = count.records
        faults = 0
        for found in _in_stretch(Window(stretches), stretches, count):
            fault = isinstance(found, PartError)
            faults += fault
            # What begins by chance like a stretch, where the next one is looked for, is the same damage.
            if not (fault and broken and count.records == first):
                yield found
            if count.faults + faults > MAX_FAULTS:
                break
        broken = stretches.fault is not None
        count.faults += faults or broken
        if count.faults > MAX_FAULTS:
            yield PartError("the rest", f"It is broken in more than {MAX_FAULTS} places.", _DAMAGED)
            return


def _in_stretch(window: Window, stretches: Stretches, count: _Count) -> Iterator[_Record | PartError]:
    told = False
    """Whether what is broken from here to the next record is told."""
    while not _at_end(window):
        if not window.starts(_MARK):
            if not told:
                yield PartError(f"after record {count.records}", "Here is something that is no record.", _DAMAGED)
            told = True
            if not window.seek(b"\n" + _MARK):
                break
            continue
        count.records += 1
        record: _Record | PartError
        try:
            record = _read_record(window, count.records)
        except UnreadableError as error:
            record = PartError(f"record {count.records}", stretches.fault or error.problem, error.remedy)
        if stretches.fault is not None and not isinstance(record, PartError):
            record = PartError(f"record {count.records}", stretches.fault, _DAMAGED)
        told = isinstance(record, PartError)
        yield record
        if told:
            window.seek(b"\n" + _MARK)
    if stretches.fault is not None and not told:
        yield PartError(f"after record {count.records}", stretches.fault, _DAMAGED)


def _at_end(window: Window) -> bool:
    window.skip_blank()
    return window.ends()


def _read_record(window: Window, number: int) -> _Record:
    """Take a record.

    Raises:
        UnreadableError: its header is broken, or its length is missing or wrong; its content is not taken.
    """
    stated = fields(_header(window))
    written = stated.get("content-length", "")
    if not (written.isascii() and written.isdigit() and len(written) < len(str(2**63))):
        raise UnreadableError("It states no length.", _DAMAGED)
    length = int(written)
    record = _Record(number, stated)
    if length <= MAX_PACKED + MAX_HEADER and not _unwanted(record):
        if window.closes(length, _MARK):
            return replace(record, content=window.take(length))
    else:
        head = window.peek(min(length, MAX_HEADER))
        if window.skip(length) and window.closes(0, _MARK):
            return replace(record, content=head, whole=len(head) == length)
    raise UnreadableError(_WRONG, _DAMAGED)


def _header(window: Window) -> bytes:
    header = b""
    while line := window.line(MAX_HEADER - len(header)):
        header += line
        if not line.strip():
            return header
    raise UnreadableError("Its header does not end.", _DAMAGED)


def _unwanted(record: _Record) -> str:
    """Return what kind of thing a record is that cannot be a page; empty for one that may be."""
    if record.kind not in {"response", "resource"}:
        return f"{record.kind if record.kind in _KINDS else 'other'} records"
    try:
        parts = urlsplit(record.address)
    except ValueError:
        return "other records"
    if parts.scheme not in {"http", "https", "ftp", "file"}:
        return "other records"
    return "robots.txt" if parts.path.endswith("/robots.txt") else ""


def _page(record: _Record) -> Part | str:
    """Return the page that a record holds, or the kind of thing that it is.

    Raises:
        UnreadableError: it is a page that cannot be read.
    """
    if unwanted := _unwanted(record):
        return unwanted
    stated = record.fields.get("content-type")
    response = Response(200, {"content-type": stated or ""}, record.content)
    if record.kind == "response":
        if media_type(stated) not in {"application/http", ""}:
            return "other records"
        response = parse_response(record.content)
    if response.status not in _SUCCESS:
        return f"answers of status {response.status}"
    if response.kind not in _ENDINGS:
        family = response.kind.partition("/")[0]
        return f"{family if family in _FAMILIES else 'other'} files"
    if not record.whole:
        raise UnreadableError(f"The page is larger than {MAX_PACKED // 1_000_000} MB.", "Leave it out.")
    if "warc-truncated" in record.fields or "warc-segment-number" in record.fields:
        raise UnreadableError("The page was cut off or split as it was recorded.", _RECORD_ANEW)
    data = body(response)
    if not data.strip():
        return "empty pages"
    draft = extract(data, _ENDINGS[response.kind], response.charset)
    date = strict_iso(record.fields.get("warc-date", ""))
    return Part(draft, str(record.number), record.address, None, date, hashlib.sha256(data).hexdigest())
