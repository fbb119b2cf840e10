"""What holds for every input: keys, sidecars, overrides, and errors instead of tracebacks."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from segun.errors import ReadError
from segun.model import Report
from segun.read import Overrides, read
from segun.read import extract as extract_module

from .conftest import Store

TEXT = "Según el alcalde, no hubo compra.\n"


def keys(*inputs: str) -> list[str]:
    return [found.key if isinstance(found, Report) else f"! {found.problem}" for found in read(inputs)]


def test_keys_are_names_without_endings_and_unique(store: Store, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second, third = store("a.txt", TEXT), store("b/a.txt", TEXT), store("a-2", TEXT)
    assert keys(first, second, third, first) == ["a", "a-2", "a-2-2", "a-3"]


@pytest.mark.parametrize(
    ("name", "key"), [("a.b.txt", "a.b"), ("acta 3.4 de mayo", "acta 3.4 de mayo"), (".hidden", ".hidden")]
)
def test_key_of_a_name(store: Store, report, name: str, key: str) -> None:  # type: ignore[no-untyped-def]
    assert report(store(name, TEXT)).key == key


def test_packed_text(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("a.txt.gz", gzip.compress(TEXT.encode())))
    assert (found.key, found.text) == ("a", TEXT)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, report) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    found = report("-")
    assert (found.key, found.text, found.location) == ("stdin", TEXT, None)


def test_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (json.dumps({"text": "x" * 100_000}) + "\n" + json.dumps({"text": TEXT}) + "\n{}\n").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    first, second, error = read(["-"])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.key, second.key, second.text) == ("stdin-1", "stdin-2", TEXT)
    assert isinstance(error, ReadError)
    assert error.location == "standard input:3"


def test_sidecar(store: Store) -> None:
    path = store("a.txt", TEXT)
    fields = {
        "id": "z",
        "published": "2024-05-04",
        "title": "T",
        "url": "https://faro.example",
        "outlet": "El Faro",
        "language": "es",
    }
    sidecar = store("a.meta.json", json.dumps(fields))
    (found,) = read([path, sidecar])
    assert isinstance(found, Report)
    assert (found.key, found.text, found.published, found.title) == ("a", TEXT, "2024-05-04", "T")
    assert (found.location, found.outlet, found.language) == ("https://faro.example", "El Faro", "es")


@pytest.mark.parametrize("content", ["{", "[]", b"\xff", '{"outlet": "\\ud800"}', b" " * 1_000_001])
def test_broken_sidecar_is_an_error_that_names_it(store: Store, error, content: bytes | str) -> None:  # type: ignore[no-untyped-def]
    path = store("a.txt", TEXT)
    store("a.meta.json", content)
    assert error(path).location.endswith("a.meta.json")


def test_sidecar_alone_is_no_report(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    assert "sidecar" in error(store("a.meta.json", "{}")).problem


def test_overrides_count_for_more(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    path = store("a.txt", TEXT)
    store("a.meta.json", json.dumps({"published": "2024-05-04", "outlet": "El Faro", "language": "es"}))
    found = report(path, published="2025-01-01T10:00Z", outlet="La Voz", language="en")
    assert (found.published, found.outlet, found.language) == ("2025-01-01T10:00:00Z", "La Voz", "en")


@pytest.mark.parametrize(
    "overrides",
    [Overrides(published="4/5/2024"), Overrides(published="2024-05-04T10:00"), Overrides(language="Spanish")],
)
def test_overrides_that_cannot_be_are_one_error(store: Store, overrides: Overrides) -> None:
    path = store("a.txt", TEXT)
    (found,) = read([path, path], overrides)
    assert isinstance(found, ReadError)
    assert found.remedy


def test_byline_and_credits_are_found(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("a.txt", "Compra negada\nPor Ana Ruiz\nVILLAR (EFE) - El alcalde la negó."))
    assert (found.byline, [credit.name for credit in found.credits]) == ("Ana Ruiz", ["EFE"])


def test_bad_inputs_are_errors_and_the_rest_comes(store: Store, tmp_path: Path) -> None:
    good = store("a.txt", TEXT)
    bad = [
        str(tmp_path / "none.txt"),
        store("empty.txt", ""),
        store("blank.txt", " \n\t\n"),
        store("nul.txt", b"El alcalde\0\0\1neg\xf3"),
        store("broken.gz", b"\x1f\x8b\x08\0garbage"),
        store("cut.txt.gz", gzip.compress(os.urandom(5_000))[:2_000]),
        store("empty.gz", gzip.compress(b"")),
        store("twice.gz", gzip.compress(gzip.compress(TEXT.encode()))),
        store("lines.jsonl", "{}\n"),
        "a\0b",
        "x" * 5_000,
    ]
    for path in bad:
        error, report = read([path, good])
        assert isinstance(error, ReadError), path
        assert error.problem.endswith(".")
        assert error.remedy.endswith(".")
        assert isinstance(report, Report), path


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(store: Store, error) -> None:  # type: ignore[no-untyped-def]
    path = store("a.txt", TEXT)
    Path(path).chmod(0)
    assert "may not" in error(path).problem


def test_permission_error_is_explained(store: Store, error, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = store("a.txt", TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    assert "may not" in error(path).problem


def test_file_and_text_limits(store: Store, error, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    assert "5,000,000" in error(store("a.txt", "x " * 2_500_001)).problem
    monkeypatch.setattr(extract_module, "MAX_PLAIN", 1_000)
    assert "Split" in error(store("b.txt", TEXT * 100)).remedy


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/ni\xf1o.txt"
    try:
        Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (found,) = read([os.fsdecode(path)])
    assert isinstance(found, Report)
    assert found.key == "ni\ufffdo"
    assert found.id


def test_name_with_half_a_character(error) -> None:  # type: ignore[no-untyped-def]
    assert error("ni\ud800o.txt").location == "ni\ufffdo.txt"


def test_addresses_are_only_fetched_by_what_is_given(store: Store) -> None:
    path = store("a.txt", TEXT)
    address = "https://faro.example/a"
    (error,) = read([address])
    assert isinstance(error, ReadError)
    assert (error.location, "segun add" in error.remedy) == (address, True)

    def fetch(asked: str, /) -> Iterator[Report | ReadError]:
        yield Report("a", "Según ella, sí.", location=asked)
        yield ReadError(asked, "It is gone.", "Leave it out.")

    _, second, third = read([path, address], Overrides(outlet="El Faro"), fetch=fetch)
    assert isinstance(second, Report)
    assert (second.key, second.location, second.outlet) == ("a-2", address, "El Faro")
    assert isinstance(third, ReadError)


def test_importing_loads_no_format_library() -> None:
    heavy = {"trafilatura", "lxml", "pypdf", "docx", "charset_normalizer", "ftfy", "htmldate"}
    code = "import sys, segun.read; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not heavy & set(loaded)
