"""Folders: every file in them, in one order, nothing that could hang."""

from __future__ import annotations

import gzip
import os
import socket
from pathlib import Path

import pytest

from segun.errors import ReadError
from segun.model import Report
from segun.read import read
from segun.read.folders import files

from .conftest import Store
from .makers import docx, pdf

TEXT = "Según el alcalde, no hubo compra.\n"


def test_order_and_what_is_left_out(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "ñ.txt", "B.txt", ".oculto/x.txt", "b/.x.txt", "a.meta.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}" if name.endswith("json") else TEXT, "utf-8")
    expected = ["B.txt", "a.txt", "b/10.txt", "b/2.txt", "ñ.txt"]
    assert list(files(str(tmp_path))) == [str(tmp_path / name) for name in expected]


def test_reports_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notas").mkdir()
    (tmp_path / "notas" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "notas" / "a.meta.json").write_text('{"outlet": "El Faro"}', "utf-8")
    monkeypatch.chdir(tmp_path)
    (report,) = read(["notas"])
    assert isinstance(report, Report)
    assert (report.key, report.outlet, report.location) == ("a", "El Faro", os.path.join("notas", "a.txt"))  # noqa: PTH118


def test_empty_folder(tmp_path: Path, error) -> None:  # type: ignore[no-untyped-def]
    assert "no files" in error(str(tmp_path)).problem


def test_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "y.txt").symlink_to("x.txt")
    (tmp_path / "a" / "z.txt").symlink_to("z.txt")
    x, y, z = read([str(tmp_path)])
    assert isinstance(x, Report)
    assert isinstance(y, Report)
    assert isinstance(z, ReadError)
    named = tmp_path / "named"
    named.symlink_to(tmp_path / "a", target_is_directory=True)
    assert len(list(read([str(named)]))) == 3


def test_what_is_no_file_never_hangs(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "dir.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "socket.txt"))
        found = list(read([str(tmp_path)]))
    assert len(found) == 3
    for error in found:
        assert isinstance(error, ReadError)
        assert "device or a pipe" in error.problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list everything")
def test_folder_that_may_not_be_listed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    error, report = read([str(tmp_path)])
    assert isinstance(error, ReadError)
    assert isinstance(report, Report)


def test_listing_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    (error,) = files(str(tmp_path))
    assert isinstance(error, ReadError)
    assert "Permission denied" in error.problem


BROKEN = {
    "image.png": b"\x89PNG\r\n\x1a\n",
    "photo.jpg": b"\xff\xd8\xff\xe0",
    "archive.zip": b"PK\x03\x04nothing",
    "archive.7z": b"7z\xbc\xaf\x27\x1c",
    "archive.tar": b"a.txt".ljust(257, b"\0") + b"ustar\x0000",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "note.rtf": b"{\\rtf1\\ansi x}",
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": b"\x00\x01\x02\x03" * 50,
    "cut.txt.gz": gzip.compress(TEXT.encode() * 50)[:40],
    "broken.gz": b"\x1f\x8b\x08\0garbage",
    "broken.pdf": b"%PDF-1.4\nnothing",
    "scan.pdf": pdf([[]]),
    "cut.docx": docx([TEXT])[:500],
    "empty.docx": docx([]),
    "page.html": b"<!DOCTYPE html><html><body></body></html>",
    "lines.jsonl": b"{}\n",
    "data.json": b'[{"text": "x"}]',
    "mail.eml": b"From: a@b.example\nSubject: x\n\n",
    "crawl.warc": b"WARC/1.0\r\n",
    "crawl.warc.gz": gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
    "film.mp4": b"\x00\x00\x00\x20ftypisom",
    "list.opml": b"<opml version='2.0'></opml>",
    "table.parquet": b"PAR1\x15\x04\x15",
}


def test_broken_files_are_named_and_the_rest_comes(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(TEXT + str(number), "utf-8")
    for number, (name, data) in enumerate(BROKEN.items()):
        folder = tmp_path / str(number % 3)
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    found = list(read([str(tmp_path)]))
    errors = [item for item in found if isinstance(item, ReadError)]
    assert len(found) - len(errors) == 100
    assert sorted(error.location.split(":")[0].rsplit("/", 1)[-1] for error in errors) == sorted(BROKEN)
    assert all(error.problem.endswith(".") and error.remedy.endswith(".") for error in errors)


def test_order_does_not_depend_on_the_disk(store: Store, tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    for number in (3, 1, 2):
        store(f"n/{number}.txt", TEXT)
    assert [item.key for item in read([str(tmp_path / "n")]) if isinstance(item, Report)] == ["1", "2", "3"]
