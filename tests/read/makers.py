"""Files for the tests, made when they run."""

from __future__ import annotations

import io
from collections.abc import Sequence


def pdf(pages: Sequence[Sequence[str]], title: str | None = None, author: str | None = None) -> bytes:
    """Return a PDF with one line of text for each string; characters of Windows-1252 only."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
        stream = b"BT /F1 10 Tf 12 TL 50 780 Td\n" + shown + b"ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    fields = [(name, value) for name, value in (("Title", title), ("Author", author)) if value is not None]
    objects.append(
        b"<< " + b" ".join(b"/%s (%s)" % (name.encode(), _escaped(value)) for name, value in fields) + b" >>"
    )
    return assembled(objects)


def encrypted(data: bytes, password: str) -> bytes:
    """Return the PDF under a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(
    paragraphs: Sequence[str], title: str | None = None, author: str | None = None, table: Sequence[Sequence[str]] = ()
) -> bytes:
    """Return a DOCX file, with a table after its first paragraph where one is given."""
    from docx import Document

    document = Document()
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph)
        if number == 0 and table:
            grid = document.add_table(len(table), len(table[0]))
            for row, cells in zip(grid.rows, table, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
    if title is not None:
        document.core_properties.title = title
    if author is not None:
        document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(body: str, head: str = "") -> str:
    """Return an HTML page."""
    return f'<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def record(
    content: bytes,
    kind: str = "response",
    address: str = "https://faro.example/nota",
    length: int | None = None,
    media: str = "application/http; msgtype=response",
    more: str = "",
) -> bytes:
    """Return a WARC record; ``length`` is what it says of its content where that is to be a lie."""
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-04-28T10:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\n{more}Content-Type: {media}\r\n"
        f"Content-Length: {len(content) if length is None else length}\r\n\r\n"
    )
    return header.encode() + content + b"\r\n\r\n"


def answer(body: bytes, media: str = "text/html; charset=utf-8", status: int = 200, more: str = "") -> bytes:
    """Return an HTTP response."""
    return f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
