"""A folder of a thousand files of which fifty are broken, each kind in its own way, from the command line."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from segun.ledger.errors import LedgerError
from segun.ledger.ledger import Ledger

ROOT = Path(__file__).parents[2]
COUNT = 1_000


def _docx(size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b" " * size)
    return out.getvalue()


BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n " * 50,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(500),
    "archive.7z": b"7z\xbc\xaf\x27\x1c" + bytes(50),
    "cut.txt.gz": gzip.compress(b"Text that goes on. " * 400)[:-60],
    "twice.txt.gz": gzip.compress(gzip.compress(b"Text.")),
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "bomb.docx": _docx(90_000_000),
    "cut.docx": _docx(1000)[:200],
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "german.txt": "Der Minister sagte am Montag, dass die Brücke gesperrt bleibe. ".encode() * 5,
    "russian.txt": "Министр заявил в понедельник, что мост останется закрытым. ".encode() * 5,
    "binary.txt": bytes(range(256)) * 40,
    "hollow.html": b"<html><head><title>x</title></head><body><script>1</script></body></html>",
    "laughs.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
    "feed.xml": b"<rss><channel><title>x</title></channel></rss>",
    "list.opml": b'<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>',
    "rich.rtf": b"{\\rtf1 hello}",
    "array.json": b"[1, 2, 3]",
    "no-text.jsonl": b'{"id": "x"}\n',
    "half.jsonl": b'{"text": "x\n',
    "tar.tar": b"a.txt" + bytes(252) + b"ustar" + bytes(300),
    "cut.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>",
    "mail.eml": b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    inside = tmp_path_factory.mktemp("many") / "in"
    for half in ("one", "two"):
        (inside / half).mkdir(parents=True)
        for name, content in BROKEN.items():
            (inside / half / f"broken-{name}").write_bytes(content)
    for number in range(COUNT - 2 * len(BROKEN)):
        text = (
            f"Según Radio Marea, el barco {number} llegó al puerto de Salinares."
            if number % 2
            else f"The harbour office said that vessel {number} had left the port of Kallin."
        )
        (inside / ("one", "two")[number % 2] / f"r{number}.txt").write_text(text, encoding="utf-8")
    return inside


def command(ledger, *arguments):
    program = [sys.executable, "-c", "from segun.cli.main import main; main()", "add", str(ledger)]
    return [*program, *map(str, arguments), "--no-places"], {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def add(ledger, *arguments):
    words, environment = command(ledger, *arguments)
    return subprocess.run(words, check=False, capture_output=True, text=True, env=environment, timeout=600)


def stopped(ledger, folder, number):
    """Start adding in a group of its own, and send a signal once something is in; the exit code and what was told."""
    words, environment = command(ledger, folder)
    adding = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True)
    before = reports(ledger)
    while reports(ledger) <= before:
        time.sleep(0.05)
    if number == signal.SIGKILL:
        adding.kill()  # the workers must see by themselves that it is gone
    else:
        os.killpg(adding.pid, number)
    told = adding.communicate(timeout=60)[1]
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            os.killpg(adding.pid, 0)
        except ProcessLookupError:
            return adding.returncode, told
        time.sleep(0.05)
    raise AssertionError("workers are left behind")


def reports(path):
    if not path.exists():
        return 0
    try:
        with Ledger(path, readonly=True) as ledger:
            return sum(1 for _ in ledger.reports())
    except LedgerError:  # it is being made at this moment
        return 0


def test_fifty_ways_to_be_broken():
    assert 2 * len(BROKEN) == 50


def test_what_is_whole_comes_in_and_what_is_broken_is_named_with_its_reason(folder, tmp_path):
    path = tmp_path / "news.segun"
    done = add(path, folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("950 added, 0 already there, 50 failed")
    named = [line for line in done.stderr.splitlines() if line.startswith("segun: ")]
    assert len(named) == 50
    for half in ("one", "two"):
        for name in BROKEN:
            assert any(f"{half}/broken-{name}" in line for line in named), name
    with Ledger(path, readonly=True) as ledger:
        assert ledger.faults() == []
        assert sum(1 for _ in ledger.reports()) == 950
        assert ledger._connection.execute("SELECT count(*) FROM failures").fetchone() == (50,)
    again = add(path, folder, "--strict", "--json")
    assert again.returncode == 2
    summary = json.loads(again.stdout)
    assert (summary["added"], summary["already_there"], len(summary["failed"])) == (0, 950, 50)


def test_stopped_in_whatever_way_it_goes_on_where_it_stopped(folder, tmp_path):
    path = tmp_path / "news.segun"
    code, told = stopped(path, folder, signal.SIGINT)
    assert code == 130
    assert "interrupted" in told
    assert "Run it again" in told
    first = reports(path)
    code, _ = stopped(path, folder, signal.SIGKILL)
    assert code == -signal.SIGKILL
    second = reports(path)
    assert 0 < first < second <= 950
    done = add(path, folder)
    assert f"{950 - second} added, {second} already there, 50 failed" in done.stdout
    with Ledger(path, readonly=True) as ledger:
        assert ledger.faults() == []
        assert sum(1 for _ in ledger.reports()) == 950
