"""Plain text in any encoding."""

from __future__ import annotations

import codecs
import random
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from segun.model import Report
from segun.read import read
from segun.read.sniff import sniff
from segun.read.text import decode

from .conftest import Store

SPANISH = "El alcalde de Peñafría negó la compra: «No la habrá», añadió el señor Núñez según la acción pública."


@pytest.mark.parametrize(
    ("data", "decoder"),
    [
        (SPANISH.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + SPANISH.encode("utf-8"), "utf-8"),
        (SPANISH.encode("cp1252"), "windows-1252"),
        (codecs.BOM_UTF16_LE + SPANISH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + SPANISH.encode("utf-16-be"), "utf-16-be"),
        (SPANISH.encode("utf-16-le"), "utf-16-le"),
        (SPANISH.encode("utf-16-be"), "utf-16-be"),
        (SPANISH.encode("utf-32"), "utf-32-le"),
    ],
)
def test_encodings(data: bytes, decoder: str) -> None:
    assert decode(data) == (SPANISH, decoder)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мэр города отрицал покупку земли, сообщило агентство. Совет потребовал документы о продаже порта.", "cp1251"),
        (
            "Burmistrz zaprzeczył, że miasto kupiło działkę. Rada zażądała dokumentów sprzedaży, mówiąc o śledztwie.",
            "cp1250",
        ),
        ("市長は土地の購入を否定した。議会は港の売却に関する文書を要求し、調査を開始すると発表した。", "shift_jis"),
    ],
)
def test_encodings_that_are_not_western_are_not_taken_for_such(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("cut", range(1, 60))
def test_short_western_text(cut: int) -> None:
    text = f"{SPANISH[:cut]} dijo él."
    assert decode(text.encode("cp1252"))[0] == text


def test_utf8_cut_inside_its_last_character() -> None:
    assert decode("Lo negó el señor Núñez, añadió é".encode()[:-1])[0] == "Lo negó el señor Núñez, añadió \ufffd"


def test_utf8_with_a_strange_byte() -> None:
    data = "Lo negó el señor Núñez, añadió la acción —".encode() + "según".encode("cp1252")
    assert decode(data)[0] == "Lo negó el señor Núñez, añadió la acción —según"


def test_mojibake_is_mended_and_said_so(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("a.txt", "Según el alcalde también.\nTambiÃ©n lo negÃ³ el seÃ±or NÃºÃ±ez.\n"))
    assert found.text == "Según el alcalde también.\nTambién lo negó el señor Núñez.\n"
    assert found.input.mended


def test_good_text_is_not_mended(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("a.txt", SPANISH))
    assert (found.text, found.input.mended, found.input.extractor) == (SPANISH, False, "text")


def test_line_ends_become_line_feeds(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    assert report(store("a.txt", b"uno\r\ndos\rtres\n\r\ncuatro ")).text == "uno\ndos\ntres\n\ncuatro "


def test_one_line_of_a_megabyte(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    text = "El alcalde negó la compra. " * 38_000
    assert report(store("a.txt", text)).text == text


def test_random_bytes_are_refused(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    noise = random.Random(1).randbytes(5_000)  # noqa: S311 - the same bytes each time
    assert "not text" in error(store("a.txt", noise)).problem
    assert error(store("b.txt", noise.replace(b"\0", b"\1"))).problem


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"), max_size=200))
def test_text_comes_back(text: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    data = text.encode("utf-8")
    try:
        assume(sniff(data, "txt") == "text")
    except ValueError:
        assume(False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(data)
        (found,) = read([str(path)])
    assert isinstance(found, Report), found
    assert found.input is not None
    if not found.input.mended:
        assert found.text == re.sub("\r\n?", "\n", text)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_an_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(data)
        for found in read([str(path)]):
            assert str(found)
