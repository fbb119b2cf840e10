"""DOCX files, as word processors write them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from segun.read.draft import Draft, UnreadableError, checked
from segun.read.limits import MAX_ELEMENTS, MAX_ENTRIES, MAX_UNPACKED
from segun.read.text import mend

if TYPE_CHECKING:
    from zipfile import ZipFile

    from docx.document import Document
    from docx.table import Table

_REMEDY = "Open it in a word processor and save it as DOCX anew, or give its text."
_PIECE = 65_536
_FIRST = 20
"""Paragraphs and tables among which a title is looked for."""
_MADE_BY_PROGRAM = frozenset({"python-docx", "word document"})


def read_docx(data: bytes) -> Draft:
    """Read a DOCX file: paragraphs and table cells in their order, a blank line between them.

    The dates in it say when the file was made, not when the report was published, and are left.

    Args:
        data: the file's bytes, a zip archive.

    Raises:
        UnreadableError: it is another kind of archive, broken, too large unpacked, or holds no text.
    """
    parts = _parts(data)
    import docx

    try:
        document = docx.Document(io.BytesIO(_packed(parts)))
        text = "\n\n".join(_paragraphs(document))
        title, author = _properties(document)
    except Exception as error:  # python-docx lets the errors of lxml, zipfile and its own lookups out
        raise UnreadableError("The DOCX file is broken.", _REMEDY) from error
    text, mended = mend(text)
    checked(text, "Give a file that holds the report's text; segun does not read writing in images.")
    return Draft(text, "docx", "docx", mended, title=title, byline=author)


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts that are XML, unpacked, and of the others, such as images, that they are there.

    What an archive says of its sizes need not be true: each part is unpacked up to the limit and no further.
    """
    import zipfile

    # Counted first: a list of a million parts takes far more memory than the archive.
    if data.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise UnreadableError(f"It has more than {MAX_ENTRIES:,} parts.", _REMEDY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            _check_kind(names)
            parts: dict[str, bytes] = {}
            left = MAX_UNPACKED
            for name in names:
                parts[name] = _unpacked(archive, name, left) if name.endswith((".xml", ".rels")) else b""
                left -= len(parts[name])
    except UnreadableError:
        raise
    except Exception as error:  # zipfile lets those of its parts out
        raise UnreadableError("This is a broken zip archive.", _REMEDY) from error
    _check_markup(parts)
    return parts


def _check_kind(names: Sequence[str]) -> None:
    if "word/document.xml" not in names:
        office = not {"[Content_Types].xml", "mimetype"}.isdisjoint(names)
        kind = "an Office or OpenDocument file" if office else "a zip archive"
        raise UnreadableError(
            f"This is {kind} that is no DOCX.", "Save it as DOCX or PDF; unpack an archive and name the files in it."
        )


def _unpacked(archive: ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as part:
        # In small pieces: asked for all at once, zipfile unpacks what it is not told about.
        found = b"".join(iter(partial(part.read, _PIECE), b"")) if archive.getinfo(name).file_size <= limit else None
    if found is None or len(found) > limit:
        raise UnreadableError(
            f"Unpacked it would be larger than {MAX_UNPACKED // 1_000_000} MB.", "Split it into reports."
        )
    return found


def _check_markup(parts: Mapping[str, bytes]) -> None:
    if any(b"<!DOCTYPE" in part.replace(b"\0", b"") for part in parts.values()):
        raise UnreadableError("It declares entities, as no word processor does.", _REMEDY)
    if sum(part.count(b"<") for part in parts.values()) > 2 * MAX_ELEMENTS:
        raise UnreadableError(f"It has more than {MAX_ELEMENTS:,} elements.", "Split it into reports.")


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of ``parts`` that says the truth about them."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _paragraphs(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _cells(block)
        elif block.text.strip():
            yield block.text.strip()


def _cells(table: Table) -> Iterator[str]:
    """Give the text of each cell, row by row, once.

    Not by ``row.cells``, which repeats a cell for every row and column that it says it spans, be it a thousand million.
    """
    written: Any = table._tbl  # noqa: SLF001 - python-docx has no other list of the cells as they are written
    for cell in written.iter_tcs():
        text = "\n".join(paragraph.text for paragraph in cell.p_lst).strip()
        if text:
            yield text


def _properties(document: Document) -> tuple[str | None, str | None]:
    """Return title and author, without the ones that the program fills in by itself."""
    from docx.text.paragraph import Paragraph

    found = document.core_properties
    title, author = (" ".join((value or "").split()) for value in (found.title, found.author))
    # Each look at a style searches all of them.
    blocks = islice(document.iter_inner_content(), _FIRST)
    first = [block for block in blocks if isinstance(block, Paragraph)]
    headings = (p.text.strip() for p in first if p.style is not None and p.style.name == "Title")
    heading = next(filter(None, headings), None)
    given = None if title.lower() in _MADE_BY_PROGRAM else title or None
    # One word is the name of an account rather than of a person.
    return given or heading, author if " " in author and author.lower() not in _MADE_BY_PROGRAM else None
