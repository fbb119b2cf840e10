from __future__ import annotations

import sqlite3

import pytest
from tests.cli.collection import EVIL, add_evil, fill

from segun.ledger.ledger import Ledger

HOW = ("--why", "her request", "--by", "Irune")


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def test_without_a_terminal_it_shows_what_would_go_and_does_nothing(segun, news):
    before = news.read_bytes()
    code, out, err = segun("forget", "news.segun", "port", *HOW)
    assert (code, out) == (2, "")
    assert "1 report would go:\n  port  La Voz de Brea · 2031-04-02 · El puerto de Salinares" in err
    assert "--yes" in err
    assert news.read_bytes() == before


def test_with_yes_it_goes_and_what_went_is_counted(segun, news):
    code, out, _ = segun("forget", "news.segun", "port", *HOW, "--yes")
    assert code == 0
    assert out.startswith("Forgotten: 1 report, 1 text, 15 claims, ")
    assert "puerto" not in news.read_bytes().decode("utf-8", "replace")
    assert segun("check", "news.segun", "--deep") == (0, "Sound.\n", "")


def test_everywhere_takes_the_copies_too(segun, news):
    assert "stays in 1 other report" in segun("forget", "news.segun", "copy", *HOW)[2]
    code, out, err = segun("forget", "news.segun", "copy", *HOW, "--everywhere", "--yes")
    assert code == 0
    assert out.startswith("Forgotten: 2 reports, 1 text, ")
    assert "stays in" not in err


def test_somebody_has_to_decide_for_a_reason(segun, news):
    assert "--by NAME" in segun("forget", "news.segun", "port", "--why", "w", "--yes")[2]
    assert "--why" in segun("forget", "news.segun", "port", "--by", "Irune", "--yes")[2]
    assert "reason" in segun("forget", "news.segun", "port", "--by", "Irune", "--why", " ", "--yes")[2]
    with Ledger(news) as ledger:
        assert ledger.report("port")


def test_a_reader_that_keeps_the_words_readable_is_told_of(segun, news, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr("segun.ledger.file.BUSY_SECONDS", 0.2)
    reader = connect(news)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM texts").fetchone()
    code, out, err = segun("forget", "news.segun", "port", *HOW, "--yes")
    assert code == 0
    assert out.startswith("Forgotten")
    assert "Another process reads news.segun" in err
    reader.close()


def test_nothing_of_a_report_steers_the_terminal(segun, news):
    add_evil(news)
    _, out, err = segun("forget", "news.segun", f"evil{EVIL}", *HOW, "--yes")
    assert "[U+001B]" in err
    assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
