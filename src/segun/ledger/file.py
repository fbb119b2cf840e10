"""The file that a ledger is: opened safely, brought to the newest schema, checked.

SQLite in WAL mode with ``synchronous=FULL``: what was acknowledged survives a killed process and a power loss, and
readers never wait for a writer.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from segun.geometry import distance_km
from segun.ledger.errors import LedgerError, UnavailableError

APPLICATION_ID = 0x5E6E0001
"""What tells a ledger from other SQLite files."""
BUSY_SECONDS = 60.0
"""How long a writer waits for another."""
_ENDING = re.compile(r"\d{4}\.sql")
_MAGIC = b"SQLite format 3\0"


def connect(path: Path, *, create: bool = False, readonly: bool = False) -> sqlite3.Connection:
    """Open the ledger at ``path``, after bringing its schema up to date.

    Args:
        path: the file.
        create: whether to make one where there is none.
        readonly: whether nothing will be written; the schema must then be up to date.

    Raises:
        LedgerError: there is none, it is no ledger, it is broken, a newer segun made it, or it cannot be opened.
    """
    if path.is_dir():
        raise LedgerError(f"{path} is a folder.", "Name a file, e.g. news.segun.")
    there = path.exists() and path.stat().st_size > 0
    if not there and not create:
        raise LedgerError(f"There is no ledger {path}.", f"Make one: segun add {path} INPUT…")
    if not there and not path.parent.is_dir():
        raise LedgerError(f"There is no folder {path.parent}.", "Make it first, or name another place.")
    if there:
        _check_kind(path)
    with telling(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{_mode(path) if readonly else 'mode=rwc'}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, path, readonly=readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def newest() -> int:
    """Return the number of the newest schema."""
    return max(_migrations())


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that name the ledger and the remedy.

    Raises:
        LedgerError: in place of ``sqlite3.Error``.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _told(path, error) from error


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock for one transaction: all of it is written, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite's integrity check and the references between tables find wrong; empty where all is well."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"{row[0]} refers to a missing row of {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return found


def _mode(path: Path) -> str:
    """Return how to open a ledger that is only read.

    SQLite keeps a reader's marks in a file beside it. Where that cannot be made, and no writer has one open, the
    ledger is read as a file that nobody changes.
    """
    is_open = path.with_name(path.name + "-wal").exists()
    return "mode=ro" if is_open or os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"


def _check_kind(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error.strerror}.", "Check its permissions.") from error
    if not head.startswith(_MAGIC):
        raise LedgerError(f"{path} is no ledger.", "Name the ledger first, then the inputs: segun add LEDGER INPUT…")


def _prepare(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.create_function("distance_km", 4, distance_km, deterministic=True)
    if not readonly:
        _write_ahead(connection)
    version, application = _state(connection)
    if application != APPLICATION_ID and (version or _holds_tables(connection)):
        raise LedgerError(f"{path} is an SQLite file, but no ledger.", "Name another file.")
    if version > newest():
        raise LedgerError(f"A newer segun made {path} (schema {version}).", "Update segun.")
    if version < newest():
        if readonly:
            raise LedgerError(
                f"An older segun made {path}.", "Open it once for writing: segun add, or segun reanalyze."
            )
        _migrate(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL mode; SQLite itself does not wait here where another process is making the same ledger."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, one step a transaction; another process may be doing the same."""
    for number, script in sorted(_migrations().items()):
        with writing(connection):
            if _state(connection)[0] < number:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """Yield a script's statements; ``executescript`` would commit, and a migration must be whole."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _state(connection: sqlite3.Connection) -> tuple[int, int]:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return int(version), int(connection.execute("PRAGMA application_id").fetchone()[0])


def _holds_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _migrations() -> dict[int, str]:
    folder = files("segun.ledger") / "migrations"
    return {int(each.name[:4]): each.read_text("utf-8") for each in folder.iterdir() if _ENDING.fullmatch(each.name)}


def _told(path: Path, error: sqlite3.Error) -> LedgerError:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return UnavailableError(
            f"The disk with {path} is full.", "Free some space and run it again: what is in the ledger is whole."
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return UnavailableError(
            f"{path} is being written by another process.", "Wait until it is done, then try again."
        )
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return LedgerError(f"{path} is broken: {error}.", "Take it from a backup, or `sqlite3 LEDGER .recover`.")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return LedgerError(f"{path} cannot be opened for this: {error}.", "Check its and its folder's permissions.")
    if code == sqlite3.SQLITE_IOERR:
        return UnavailableError(f"{path}: the disk fails or is full ({error}).", "Check it, then run this again.")
    return LedgerError(f"{path}: {error}.", "Please report it.")
