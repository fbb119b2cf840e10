"""Which module takes the text out of a format that holds one report, imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable

from segun.read.draft import Draft, UnreadableError, checked
from segun.read.limits import MAX_PACKED, MAX_PLAIN
from segun.read.sniff import Format, sniff
from segun.read.text import decode, mend, read_text


def extractor(format_: Format) -> tuple[Callable[[bytes], Draft], int]:
    """Return what reads a format, and how many bytes it takes."""
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


def extract(data: bytes, ending: str = "", charset: str | None = None) -> Draft:
    """Read the one report of a file that lies in another, such as an attachment or what a server answered.

    Args:
        data: the file's bytes.
        ending: the ending of its name, in lower case without the dot; a hint only.
        charset: the encoding that its surroundings name.

    Raises:
        UnreadableError: it is too large, of a kind that is not read there, broken, or without text.
    """
    if not data:
        raise UnreadableError("It is empty.", "Leave it out.")
    format_ = sniff(data[:65_536], ending)
    if format_ not in {"text", "html", "pdf", "docx"}:
        raise UnreadableError(f"This is another {format_} file inside.", "Take it out and name it by itself.")
    read, limit = extractor(format_)
    too_large(data, limit)
    if format_ == "html":
        from segun.read.html import read_html

        return read_html(data, charset)
    return read(data) if format_ != "text" or charset is None else _in_charset(data, charset)


def too_large(data: bytes, limit: int) -> None:
    """Refuse ``data`` of more than ``limit`` bytes.

    Raises:
        UnreadableError: it has more.
    """
    if len(data) > limit:
        raise UnreadableError(
            f"It is larger than {limit // 1_000_000} MB.", "Split it into reports, one file or one JSONL line each."
        )


def _in_charset(data: bytes, charset: str) -> Draft:
    text, decoder = decode(data, charset)
    text, mended = mend(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Draft(checked(text, "Give a file that holds the report's text."), decoder, "text", mended)
