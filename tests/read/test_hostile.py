"""Input made to fill the memory or never to end: refused with a reason, in a few seconds at most."""

from __future__ import annotations

import gzip
import io
import json
import logging
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from segun.errors import ReadError
from segun.model import Report
from segun.read import pdf as pdf_module
from segun.read import read

from .conftest import Store
from .makers import assembled, docx, page, pdf

SECONDS = 15.0
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def _soon(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that takes long; none takes more than a second or two where nothing else runs."""
    caplog.set_level(logging.CRITICAL, "pypdf")  # keeping its hundred thousand warnings takes longer than the reading
    start = time.thread_time()
    yield
    assert time.thread_time() - start < SECONDS


def document(body: bytes, before: bytes = b"") -> bytes:
    """Return a DOCX file with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(["x"]))) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in made.namelist():
            written = b"<?xml version='1.0'?>%s<w:document %s><w:body>%s</w:body></w:document>" % (before, WORD, body)
            archive.writestr(name, written if name == "word/document.xml" else made.read(name))
    return out.getvalue()


def understated(data: bytes) -> bytes:
    """Return the archive, its main part said to have 100 bytes."""
    name = b"word/document.xml"
    out = bytearray(data)
    at = out.rfind(name)
    entry = out.rfind(b"PK\x01\x02", 0, at)
    struct.pack_into("<I", out, entry + 24, 100)
    struct.pack_into("<I", out, struct.unpack_from("<I", out, entry + 42)[0] + 22, 100)
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), more, data)


def one_page(content: bytes, *more: bytes, resources: bytes = b"/Font << /F1 3 0 R >>") -> bytes:
    """Return a PDF of one page; ``more`` are objects from the seventh on."""
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << %s >> >>" % resources,
            content,
            b"<< >>",
            *more,
            b"<< >>",
        ]
    )


def forms(depth: int, width: int) -> bytes:
    """Return a PDF whose page draws a form that draws a form … each several times."""
    draw = b"/X Do\n" * width
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> "
    made = [stream(draw, kind % (8 + number)) for number in range(depth)]
    return one_page(stream(draw), *made, resources=b"/XObject << /X 7 0 R >> /Font << /F1 3 0 R >>")


ENTITIES = b'<!DOCTYPE d [<!ENTITY a "lol">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + number, b"&%c;" % (97 + number) * 10) for number in range(9)
)
QUOTED = " ".join(f'a{number}="<>"' for number in range(9_999))
SPACES = b" " * 70_000_000

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("a.docx", lambda: document(SPACES), "larger than 60 MB"),
    "zip bomb that lies": ("a.docx", lambda: understated(document(SPACES)), "broken"),
    "entities": ("a.docx", lambda: document(b"<w:p>&j;</w:p>", ENTITIES + b"]>"), "entities"),
    "entities in UTF-16": (
        "a.docx",
        lambda: document(b"", ENTITIES.decode().encode("utf-16-le") + "]>".encode("utf-16-le")),
        "entities",
    ),
    "elements": ("a.docx", lambda: document(b"<w:p/>" * 3_000_000), "elements"),
    "depth": ("a.docx", lambda: document(b"<w:p>" * 100_000), "broken"),
    "flate bomb": ("a.pdf", lambda: one_page(stream(zlib.compress(SPACES), b"/Filter /FlateDecode ")), "more than"),
    "operators": (
        "a.pdf",
        lambda: one_page(stream(zlib.compress(b"1 " * 1_500_000), b"/Filter /FlateDecode ")),
        "more than",
    ),
    "brackets": ("a.pdf", lambda: b"%PDF-1.4\n1 0 obj\n" + b"<<" * 200_000 + b"\nstartxref\n9\n%%EOF", "broken"),
    "page tree in a circle": (
        "a.pdf",
        lambda: assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        "",
    ),
    "forms": ("a.pdf", lambda: forms(10, 10), ""),
    "page of 200 MB": ("a.html", lambda: b"<!DOCTYPE html>" + b"<p>hola</p>" * 2_000_000, "larger than 20 MB"),
    "tags": ("a.html", lambda: page("<p>x" * 1_000_000).encode(), "elements"),
    "attributes": ("a.html", lambda: page(f"<p {QUOTED}>x").encode(), "attributes"),
    "bare attributes": ("a.html", lambda: page(f'<p a=x" {"b " * 9_999}>x').encode(), "attributes"),
    "attributes of all": ("a.html", lambda: page(("<p " + "a " * 400 + ">x") * 1_000).encode(), "attributes"),
    "entities in a page": ("a.html", lambda: b"<?xml version='1.0'?>" + ENTITIES + b"]><html>&j;</html>", ""),
    "gzip bomb": ("a.txt.gz", lambda: gzip.compress(SPACES), "larger than 20 MB"),
    "endless line": ("a.jsonl.gz", lambda: gzip.compress(b'{"text": "' + SPACES), "200 times"),
    "brackets in a line": ("a.jsonl", lambda: b'{"text": ' + b"[" * 1_000_000 + b"\n", ""),
    "multiparts": (
        "a.eml",
        lambda: b"From: a\nSubject: x\n" + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 9_000,
        "groups of parts",
    ),
    "parts": (
        "a.eml",
        lambda: b"From: a\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhola\n" * 9_999,
        "pieces",
    ),
    "boundaries": ("a.eml", lambda: b"From: a\nSubject: x\n\n" + b"--b\n\nhola\n" * 20_000, "lines or parts"),
    "parameters": (
        "a.eml",
        lambda: b"From: a\nSubject: x\nContent-Type: text/plain" + b'; a="' * 200_000 + b"\n\nx",
        "absurdly long",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_with_a_reason(store: Store, case: str) -> None:
    name, make, told = CASES[case]
    *_, last = read([store(name, make())])
    assert isinstance(last, ReadError)
    assert told in last.problem
    assert last.problem.endswith(".")
    assert last.remedy.endswith(".")


@pytest.mark.parametrize(
    "data", [pdf([["Según él."]] * 3), b"%PDF-1.4\n1 0 obj\n" + b"<<" * 100_000 + b"\nstartxref\n9\n%%EOF"]
)
def test_reading_that_never_ends(store: Store, error, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pdf_module, "BUDGET", 0.0)
    assert "seconds" in error(store("a.pdf", data)).problem


def test_cell_over_many_columns_comes_once(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    assert report(store("a.docx", document(b"<w:tbl><w:tr>" + cell + b"</w:tr></w:tbl>"))).text == "x"


def test_pictures_are_not_unpacked(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO(docx(["Según él."]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", SPACES)
    assert report(store("a.docx", out.getvalue())).text == "Según él."


def test_lines_after_a_dense_stretch_are_not_lost_without_word(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segun.read.packed.MAX_PACKED", 1_000_000)
    lines = json.dumps({"text": "Según él."}).encode() + b"\n" + b"\n" * 1_100_000
    first, last = read([store("a.jsonl.gz", gzip.compress(lines))])
    assert isinstance(first, Report)
    assert isinstance(last, ReadError)


@pytest.mark.parametrize(
    "make",
    [
        partial(str.join, "", ["<time datetime='2025-04-28'>x</time>"] * 20_000),
        partial(str.join, "", ["<span itemprop='author'>Ana Ruiz</span>"] * 20_000),
        partial(str.join, "", [f"<h1>t{number}</h1>" for number in range(20_000)]),
    ],
)
def test_page_that_states_too_much(store: Store, make: Callable[[], str]) -> None:
    text = "<p>Según el alcalde de Villar, no hubo compra de terrenos.</p>"
    head = f"<title>{'hola ' * 100_000}</title><script type='application/ld+json'>[{'{},' * 500_000}{{}}]</script>"
    (found,) = read([store("a.html", page(f"<article>{'<div>' * 100}{text}{make()}</article>", head))])
    assert isinstance(found, Report)
    assert found.published is None


def test_script_is_no_tag(store: Store, report: Any) -> None:
    script = f"<script>if (a <b) {{ {'x = y; ' * 5_000} }}</script>"
    text = "Según el alcalde de Villar, no hubo compra de terrenos en el puerto."
    assert report(store("a.html", page(f"{script}<article><p>{text}</p></article>"))).text == text
