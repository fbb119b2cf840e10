"""JSONL: a report a line, one bad line harms no other."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.errors import ReadError
from segun.model import Report
from segun.read import jsonl, read

from .conftest import Store


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_fields_are_taken_along(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    record = {
        "id": "n-7",
        "text": "Según él,\r\n no. TambiÃ©n ",
        "published": "2024-05-04",
        "title": "Nota",
        "url": "https://faro.example/7",
        "outlet": "El Faro",
        "language": "es_MX",
        "more": [1],
    }
    found = report(store("a.jsonl", lines(record)))
    assert found.text == record["text"]
    assert (found.key, found.published, found.title) == ("n-7", "2024-05-04", "Nota")
    assert (found.location, found.outlet, found.language) == ("https://faro.example/7", "El Faro", "es-MX")
    assert (found.input.extractor, found.input.mended, found.retrieved) == ("jsonl", False, None)


def test_unusable_fields_are_left_out(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    record = {"id": 7, "text": "Según él.", "published": "ayer", "title": 3, "outlet": " ", "language": "español"}
    path = store("a.jsonl", lines(record))
    found = report(path)
    assert (found.key, found.published, found.title, found.outlet, found.language) == ("7", None, None, None, None)
    assert found.location == f"{path}#7"


def test_packed_lines_get_the_name_and_number(store: Store) -> None:
    packed = gzip.compress(lines({"text": "Uno."}, {"text": "Dos.", "id": "x"}, {"text": "Tres."}).encode())
    assert [report.key for report in read([store("a.jsonl.gz", packed)])] == ["a-1", "x", "a-3"]  # type: ignore[union-attr]


BAD = {
    "no text": '{"id": "x"}',
    "no string": '{"text": 3}',
    "blank": '{"text": " \\n"}',
    "broken": '{"text": "x',
    "list": '["text"]',
    "surrogate": '{"text": "a \\ud800 b"}',
    "surrogate in a field": '{"text": "a", "outlet": "\\udfff"}',
    "deep": "[" * 100_000,
    "long number": '{"text": "a", "n": ' + "9" * 10_000 + "}",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_bad_line_names_file_and_line_and_the_others_come(store: Store, bad: str) -> None:
    path = store("a.jsonl", lines({"text": "Uno."}) + "\n" + bad + "\n" + lines({"text": "Tres."}))
    first, error, last = read([path])
    assert isinstance(first, Report)
    assert isinstance(error, ReadError)
    assert isinstance(last, Report)
    assert error.location == f"{path}:3"
    assert error.remedy
    assert last.key == "a-4"


def test_line_that_is_not_utf8(store: Store) -> None:
    path = store("a.jsonl", '{"text": "Según."}\n'.encode("cp1252") + b'{"text": "Dos."}')
    error, report = read([path])
    assert "UTF-8" in str(error)
    assert isinstance(report, Report)


def test_line_too_long_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 100)
    stream = io.BytesIO((lines({"text": "x" * 5_000}) + lines({"text": "Dos."})).encode())
    long, short = jsonl.read_lines(stream)
    assert long.error is not None
    assert (short.number, short.text) == (2, "Dos.")


def test_packed_file_cut_off_gives_what_came_first(store: Store) -> None:
    records = [{"text": f"Informe {number}, según el acta {number * 7919 % 1000}."} for number in range(20_000)]
    packed = gzip.compress(lines(*records).encode())
    *reports, error = read([store("a.jsonl.gz", packed[: len(packed) * 3 // 4])])
    assert len(reports) > 1_000
    assert isinstance(error, ReadError)
    assert "cut off" in error.problem


def test_nothing_but_one_line_is_held(store: Store) -> None:
    packed = gzip.compress(lines({"text": "x" * 1_000_000}).encode() * 50)
    found = read([store("a.jsonl.gz", packed)])
    # The first line is there before the stream has been read through.
    assert isinstance(next(found), Report)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_text_is_unchanged(text: str) -> None:
    (line,) = jsonl.read_lines(io.BytesIO(lines({"text": text}).encode()))
    assert line.text == text
