from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.cli.collection import fill


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def change(path, statement):
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)


@pytest.mark.parametrize(
    ("statement", "deep", "told"),
    [
        ("DELETE FROM texts WHERE id = 1", False, "refers to a missing row of texts"),
        ("DELETE FROM claims WHERE id = 3", False, "refers to a missing row of claims"),
        ("DELETE FROM claims WHERE id = 3", True, "refers to a missing row of claims"),
        ("UPDATE relays SET cue = 'x' WHERE claim = 2", True, "the claims of port are not"),
        ("UPDATE times SET value = '1999'", True, "the claims of port are not"),
    ],
)
def test_what_is_wrong_is_named(segun, news, statement, deep, told):
    change(news, statement)
    code, out, err = segun("check", "news.segun", *(["--deep"] if deep else []))
    assert code == 2
    assert told in out
    assert "backup" in err


def test_a_check_changes_nothing(segun, news):
    before = news.read_bytes()
    assert segun("check", "news.segun", "--deep")[0] == 0
    assert news.read_bytes() == before


def test_what_is_no_ledger_is_told(segun, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing of the kind.")
    assert "is no ledger" in segun("check", "a.txt")[2]
    assert segun("check", "nowhere.segun")[0] == 2


def test_a_torn_file_is_found(segun, news):
    data = bytearray(news.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = bytes(4096)
    news.write_bytes(data)
    code, out, err = segun("check", "news.segun")
    assert code == 2
    assert out or "broken" in err
