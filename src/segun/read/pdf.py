"""PDF files that carry their text; scanned pages do not."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import TYPE_CHECKING

from segun.read.draft import Draft, UnreadableError, checked
from segun.read.limits import BUDGET, MAX_CONTENT, MAX_PACKED, MAX_PAGES, MAX_TEXT
from segun.read.lines import body_lines, join_lines
from segun.read.text import mend

if TYPE_CHECKING:
    from pypdf import PdfReader

_NO_TEXT = "Scanned pages need OCR first, e.g. `ocrmypdf`; or give the text."
_BROKEN = "Open it in a PDF reader and save it anew, or give its text."
_LIMITS = {
    "maximum_declared_stream_length": MAX_PACKED,
    "array_based_stream_maximum_output_length": MAX_CONTENT,
    "zlib_maximum_output_length": MAX_CONTENT,
    "lzw_maximum_output_length": MAX_CONTENT,
    "run_length_maximum_output_length": MAX_CONTENT,
    "brotli_maximum_output_length": MAX_CONTENT,
    "stream_decoding_work_maximum_length": 4 * MAX_CONTENT,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": MAX_PAGES,
    "xform_maximum_invocations_per_extraction": 1_000,
}
"""Below pypdf's own limits, which are made for pages full of images."""
_OFTEN = 1_000
"""Reads between two looks at the clock."""
_NO_TITLE = re.compile(r"microsoft word\b|untitled|sin t[ií]tulo|.*\.\w{2,5}\Z", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_pdf(data: bytes) -> Draft:
    """Read a PDF file: its paragraphs with a blank line between them, words broken at line ends joined.

    The dates in it say when the file was made, not when the report was published, and are left.

    Args:
        data: the file's bytes.

    Raises:
        UnreadableError: it is encrypted, broken, or has no text layer.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    clock = _Clock()
    try:
        with apply_configuration(None, **_LIMITS):
            reader = _open(_Watched(data, clock))
            pages = _pages(reader, clock)
            title, author = _information(reader)
    except UnreadableError:
        raise
    except _OutOfTimeError as error:
        raise UnreadableError(
            f"Reading the PDF takes more than {BUDGET:.0f} seconds.", "Split it, or give its text."
        ) from error
    except DependencyError as error:
        raise _locked() from error
    except LimitReachedError as error:
        raise UnreadableError("The PDF holds more than its text can need.", "Split it, or give its text.") from error
    except Exception as error:  # pypdf says that broken files raise other errors than its own
        raise UnreadableError("The PDF is broken.", _BROKEN) from error
    text = "\n\n".join(join_lines(body_lines(pages)))
    text, mended = mend(_SURROGATE.sub("\ufffd", text).replace("\x00", ""))
    checked(text, _NO_TEXT)
    return Draft(text, "pdf", "pdf", mended, title=title, byline=author)


class _OutOfTimeError(BaseException):
    """No ``Exception``, for pypdf goes on after most of them."""


class _Clock:
    """Ends the reading once ``BUDGET`` is spent."""

    def __init__(self) -> None:
        self._end = time.thread_time() + BUDGET

    def check(self, *_: object) -> None:
        if time.thread_time() > self._end:
            raise _OutOfTimeError


class _Watched(io.BytesIO):
    """A file that looks at the clock as it is read: pypdf's loops over a broken file all read on."""

    def __init__(self, data: bytes, clock: _Clock) -> None:
        super().__init__(data)
        self._clock = clock
        self._reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        if not self._reads % _OFTEN:
            self._clock.check()
        return super().read(size)


def _open(stream: io.BytesIO) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(stream, strict=False)
    # Many files are encrypted with an empty password, only to forbid printing.
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()
    return reader


def _pages(reader: PdfReader, clock: _Clock) -> list[list[str]]:
    pages: list[list[str]] = []
    total = 0
    for page in reader.pages:
        written = page.extract_text(visitor_operand_before=clock.check)
        clock.check()
        total += len(written)
        if total > MAX_TEXT:
            raise UnreadableError(f"The PDF has more than {MAX_TEXT:,} characters.", "Split it into reports.")
        pages.append(written.split("\n"))
    return pages


def _information(reader: PdfReader) -> tuple[str | None, str | None]:
    """Return title and author, without the ones that a word processor fills in by itself."""
    found = reader.metadata
    if found is None:
        return None, None
    title, author = (_SURROGATE.sub("", " ".join(str(value or "").split())) for value in (found.title, found.author))
    # One word is the name of an account rather than of a person.
    return (None if _NO_TITLE.match(title) else title or None), (author if " " in author else None)


def _locked() -> UnreadableError:
    return UnreadableError(
        "The PDF is encrypted.", "Save it without its password, e.g. `qpdf --decrypt --password=… IN OUT`."
    )
