"""PDF and DOCX files, made here."""

from __future__ import annotations

import io
import zipfile

import pytest

from segun.read import docx as docx_module
from segun.read import pdf as pdf_module

from .conftest import Store
from .makers import docx, encrypted, pdf

LINES = [
    "El alcalde de Villar negó ayer que el ayuntamiento com-",
    "prara los terrenos del puerto a la empresa de su hermano.",
    "La oposición pidió los papeles.",
    "“No los hay”, añadió el señor Núñez en la sesión del pleno",
    "de la semana.",
]
TEXT = (
    "El alcalde de Villar negó ayer que el ayuntamiento comprara los terrenos del puerto a la empresa de su hermano. "
    "La oposición pidió los papeles.\n\n“No los hay”, añadió el señor Núñez en la sesión del pleno de la semana."
)


def test_pdf(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("acta.pdf", pdf([LINES], title="Acta del pleno", author="Ana Ruiz")))
    assert found.text == TEXT
    assert (found.key, found.title, found.byline, found.published) == ("acta", "Acta del pleno", "Ana Ruiz", None)
    assert (found.input.decoder, found.input.extractor) == ("pdf", "pdf")


def test_paragraph_goes_on_over_the_page_break(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    assert report(store("acta.pdf", pdf([[*LINES[:1], "1"], [*LINES[1:], "2"]]))).text == TEXT


def test_title_and_author_of_programs_are_left(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("acta.pdf", pdf([LINES], title="Microsoft Word - acta.docx", author="admin")))
    assert (found.title, found.byline) == (None, None)


def test_encrypted_pdf(store: Store, report, error) -> None:  # type: ignore[no-untyped-def]
    assert "encrypted" in error(store("a.pdf", encrypted(pdf([LINES]), "secret"))).problem
    assert report(store("b.pdf", encrypted(pdf([LINES]), ""))).text == TEXT


def test_pdf_without_text_layer(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    assert "OCR" in error(store("a.pdf", pdf([[]]))).remedy


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + b"\xff\x00" * 500, pdf([LINES])[:300]])
def test_broken_pdf(store: Store, error, data: bytes) -> None:  # type: ignore[no-untyped-def]
    assert error(store("a.pdf", data)).problem


def test_pdf_with_too_much_text(store: Store, error, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pdf_module, "MAX_TEXT", 100)
    assert "Split" in error(store("a.pdf", pdf([LINES]))).remedy


def test_docx(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    data = docx(
        ["Primero: según él.", " ", "Segundo."], title="Nota", author="Ana Ruiz", table=[["a", "b"], ["c", "d"]]
    )
    found = report(store("nota.docx", data))
    assert found.text == "Primero: según él.\n\na\n\nb\n\nc\n\nd\n\nSegundo."
    assert (found.key, found.title, found.byline, found.published) == ("nota", "Nota", "Ana Ruiz", None)
    assert (found.input.decoder, found.input.extractor) == ("docx", "docx")


def test_merged_cell_comes_once(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    import docx as library

    document = library.Document()
    grid = document.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(1, 1)).text = "Según él."
    out = io.BytesIO()
    document.save(out)
    assert report(store("a.docx", out.getvalue())).text == "Según él."


def test_docx_defaults_are_left(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("nota.txt", docx(["Según él."])))
    assert (found.title, found.byline, found.input.extractor) == (None, None, "docx")


def test_docx_without_text(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    assert "no text" in error(store("a.docx", docx([]))).problem


def test_zip_that_is_no_docx(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Según él.")
    assert "no DOCX" in error(store("a.docx", out.getvalue())).problem


def test_docx_that_is_broken(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    assert "broken" in error(store("a.docx", out.getvalue())).problem
    assert "broken" in error(store("b.docx", docx(["Según él."])[:500])).problem


def test_zip_bomb(store: Store, error, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(docx_module, "MAX_UNPACKED", 1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", " " * 2_000_000)
    assert "Unpacked" in error(store("a.docx", out.getvalue())).problem
