"""DOCX files, as word processors write them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segun.read.draft import Draft, UnreadableError, checked
from segun.read.limits import MAX_UNPACKED
from segun.read.text import mend

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_REMEDY = "Open it in a word processor and save it as DOCX anew, or give its text."
_MADE_BY_PROGRAM = frozenset({"python-docx", "word document"})


def read_docx(data: bytes) -> Draft:
    """Read a DOCX file: paragraphs and table cells in their order, a blank line between them.

    The dates in it say when the file was made, not when the report was published, and are left.

    Args:
        data: the file's bytes, a zip archive.

    Raises:
        UnreadableError: it is another kind of archive, broken, too large unpacked, or holds no text.
    """
    _check_archive(data)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_paragraphs(document))
        title, author = _properties(document)
    except Exception as error:  # python-docx lets the errors of lxml, zipfile and its own lookups out
        raise UnreadableError("The DOCX file is broken.", _REMEDY) from error
    text, mended = mend(text)
    checked(text, "Give a file that holds the report's text; segun does not read writing in images.")
    return Draft(text, "docx", "docx", mended, title=title, byline=author)


def _check_archive(data: bytes) -> None:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("This is a broken zip archive.", _REMEDY) from error
    if "word/document.xml" not in parts:
        office = not parts.keys().isdisjoint({"[Content_Types].xml", "mimetype"})
        kind = "an Office or OpenDocument file" if office else "a zip archive"
        raise UnreadableError(
            f"This is {kind} that is no DOCX.", "Save it as DOCX or PDF; unpack an archive and name the files in it."
        )
    if sum(parts.values()) > MAX_UNPACKED:
        raise UnreadableError(
            f"Unpacked it would be larger than {MAX_UNPACKED // 1_000_000} MB.", "Save it anew without its images."
        )


def _paragraphs(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _cells(block)
        elif block.text.strip():
            yield block.text.strip()


def _cells(table: Table) -> Iterator[str]:
    """Give each cell once: a merged cell stands in every row and column that it spans."""
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            element = cell._tc  # noqa: SLF001 - python-docx has no other mark of a merged cell
            if element not in seen and cell.text.strip():
                yield cell.text.strip()
            seen.add(element)


def _properties(document: Document) -> tuple[str | None, str | None]:
    """Return title and author, without the ones that the program fills in by itself."""
    found = document.core_properties
    title, author = (" ".join((value or "").split()) for value in (found.title, found.author))
    headings = (p.text.strip() for p in document.paragraphs if p.style is not None and p.style.name == "Title")
    heading = next(filter(None, headings), None)
    given = None if title.lower() in _MADE_BY_PROGRAM else title or None
    # One word is the name of an account rather than of a person.
    return given or heading, author if " " in author and author.lower() not in _MADE_BY_PROGRAM else None
