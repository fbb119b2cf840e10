"""The format is told by content, the ending only helps."""

from __future__ import annotations

import pytest

from segun.read.draft import UnreadableError
from segun.read.sniff import sniff

MAIL = b"From: Ana Ruiz <ana@faro.example>\nSubject: Nota\nDate: Mon, 28 Apr 2025 10:00:00 +0200\n\nEl alcalde."


@pytest.mark.parametrize(
    ("head", "ending", "expected"),
    [
        (b"%PDF-1.7\n", "txt", "pdf"),
        (b"junk\n%PDF-1.4", "pdf", "pdf"),
        (b"El formato %PDF-1.4 es viejo", "txt", "text"),
        (b"PK\x03\x04", "", "docx"),
        (b"\x1f\x8b\x08", "txt", "gzip"),
        (b"<!DOCTYPE html><p>x", "txt", "html"),
        (b"\xef\xbb\xbf \n<!-- saved --><html>", "", "html"),
        ("<html>".encode("utf-16"), "", "html"),
        (b"<div class='a'>x</div>", "", "html"),
        (b"Hola <p>que tal</p>", "html", "html"),
        (b"Hola <p>que tal</p>", "txt", "text"),
        (b"<3 y nada mas", "html", "text"),
        (b'{"text": "x"}\n{"text": "y"}', "txt", "jsonl"),
        (b'{"id": 1}', "", "jsonl"),
        (b'{"text": "' + b"x" * 65_526, "", "jsonl"),
        (b'broken\n{"text": "y"}', "jsonl", "jsonl"),
        (b"plain words", "jsonl", "text"),
        (b"{entre llaves} dijo", "", "text"),
        (b"", "", "text"),
        (b"WARC/1.0\r\n", "txt", "warc"),
        (b'<?xml version="1.0"?><rss version="2.0">', "xml", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "", "feed"),
        (b'<?xml version="1.0"?><!-- saved --><opml version="2.0">', "xml", "opml"),
        (b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', "xml", "sitemap"),
        (MAIL, "eml", "eml"),
        (MAIL, "txt", "text"),
        (b"Received: by a.example\r\n\tfor b\r\n" + MAIL, "", "eml"),
        (b"From b@faro.example Mon Apr 28 10:00:00 2025\n" + MAIL, "eml", "eml"),
        (b"Subject: " + b"x" * 70_000, "eml", "text"),
        (b"Seg\xfan: el alcalde\n" + MAIL, "eml", "text"),
    ],
)
def test_format(head: bytes, ending: str, expected: str) -> None:
    assert sniff(head, ending) == expected


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"{\\rtf1\\ansi", "txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "doc"),
        (b"\x89PNG\r\n", "png"),
        (b"a.txt" + bytes(252) + b"ustar", "tar"),
        (b"\x00\x00\x00\x20ftypisom", "mp4"),
        (b"SQLite format 3\x00", "db"),
        (b'{\n  "text": "x"\n}', "json"),
    ],
)
def test_known_kinds_that_are_not_read_say_what_to_do(head: bytes, ending: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        sniff(head, ending)
    assert caught.value.problem
    assert caught.value.remedy
