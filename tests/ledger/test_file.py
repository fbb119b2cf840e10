from __future__ import annotations

import sqlite3

import pytest

from segun.ledger import file
from segun.ledger.errors import LedgerError
from segun.ledger.ledger import Ledger


def test_a_ledger_is_made_only_where_one_is_wanted(tmp_path):
    path = tmp_path / "a.segun"
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(path)
    assert not path.exists()
    Ledger(path, create=True).close()
    with Ledger(path) as ledger:
        assert ledger.faults() == []


def test_it_is_written_for_power_loss_and_readers_do_not_wait(empty):
    asked = empty._connection.execute
    assert asked("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert asked("PRAGMA synchronous").fetchone()[0] == 2  # FULL
    assert asked("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"not a database, but a text", "is no ledger"), (b"SQLite format 3\0" + b"\xff" * 200, "broken")],
)
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path, content, told):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=told):
        Ledger(path, create=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(path, create=True)


def test_a_folder_and_a_missing_folder_are_told(tmp_path):
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger(tmp_path, create=True)
    with pytest.raises(LedgerError, match="There is no folder"):
        Ledger(tmp_path / "no" / "a.segun", create=True)


def test_a_newer_programs_ledger_is_refused(tmp_path):
    path = tmp_path / "a.segun"
    Ledger(path, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    with pytest.raises(LedgerError, match="newer segun"):
        Ledger(path)


def test_migrations_run_one_by_one_and_each_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.segun"
    first = file._migrations()
    Ledger(path, create=True).close()
    newer = {**first, max(first) + 1: "CREATE TABLE later (a INTEGER) STRICT;\nINSERT INTO later VALUES (1);"}
    monkeypatch.setattr(file, "_migrations", lambda: newer)
    with pytest.raises(LedgerError, match="older segun"):
        Ledger(path, readonly=True)
    with Ledger(path) as ledger:
        assert ledger._connection.execute("SELECT a FROM later").fetchall() == [(1,)]
    broken = {**newer, max(newer) + 1: "CREATE TABLE half (a) STRICT;\nCREATE TABLE later (a);"}
    monkeypatch.setattr(file, "_migrations", lambda: broken)
    with pytest.raises(LedgerError):
        Ledger(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == max(newer)
        assert raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone()[0] == 0


def test_the_first_schema_never_changes_again():
    """A ledger made by a released version must stay readable: a change is a new file, not an edit of an old one."""
    assert sorted(file._migrations()) == list(range(1, file.newest() + 1))


def test_a_readonly_ledger_cannot_be_written(ledger):
    with Ledger(ledger.path, readonly=True) as reader, pytest.raises(LedgerError, match="cannot be opened for this"):
        reader.begin("add", "x")


def test_a_full_disk_is_told_and_what_was_there_stays(ledger):
    pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    before = ledger.count()
    with pytest.raises(LedgerError, match="full"):
        ledger.begin("x" * 1_000_000, "test")
    ledger._connection.execute("PRAGMA max_page_count = 1000000")
    assert ledger.count() == before
    assert ledger.faults() == []


def test_two_writers_wait_for_each_other(ledger, monkeypatch):
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    with Ledger(ledger.path) as other:
        with file.writing(ledger._connection), pytest.raises(LedgerError, match="another process"):
            other.begin("add", "x")
        assert other.begin("add", "x") > 0
