"""The gazetteer's SQLite file: its tables, and how one is opened for reading."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from segun.model import PlaceKind

KINDS: tuple[PlaceKind, ...] = ("continent", "region", "country", "adm1", "adm2", "town", "site")
NAME, ALIAS = 0, 1
"""``name.how``: an official name in its own or a supported language, or any other."""

_TABLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,      -- GeoNames' id; below 0: an entry of segun's own, with a slug
    slug TEXT,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,       -- a place in KINDS
    country TEXT,
    adm1 INTEGER,
    adm2 INTEGER,
    lat REAL,
    lon REAL,
    population INTEGER NOT NULL DEFAULT 0,
    radius REAL NOT NULL DEFAULT 0,
    capital INTEGER,             -- 0: of its country, 1: of its first-level area
    disputed TEXT,
    code TEXT                    -- GeoNames' code of an area: US.LA, US.LA.077
);
CREATE TABLE spelling (entry INTEGER PRIMARY KEY, names TEXT NOT NULL); -- one name a line
CREATE TABLE name (key TEXT, entry INTEGER, how INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE skeleton (skeleton TEXT, key TEXT, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
CREATE TABLE abbreviation (written TEXT, entry INTEGER, PRIMARY KEY (written, entry)) WITHOUT ROWID;
CREATE TABLE member (region INTEGER, country TEXT, PRIMARY KEY (region, country)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX entry_slug ON entry (slug) WHERE slug IS NOT NULL;
CREATE UNIQUE INDEX entry_code ON entry (code) WHERE code IS NOT NULL;
CREATE INDEX entry_towns ON entry (population DESC, lat, lon) WHERE kind = 5 AND population >= 5000;
CREATE INDEX entry_areas ON entry (kind) WHERE kind < 3;
"""


def create(db: sqlite3.Connection) -> None:
    """Lay out an empty file that is written once: without a journal, as a crash leaves it unused."""
    db.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;")
    db.executescript(_TABLES)


def create_indexes(db: sqlite3.Connection) -> None:
    """Make the indexes, after the rows."""
    for statement in _INDEXES.split(";"):  # executescript would end the transaction
        db.execute(statement)


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for reading, with a page cache of 16 MB and no memory mapping.

    Raises:
        sqlite3.Error: it is no SQLite file or cannot be opened.
    """
    # A built file is never written again, only replaced: immutable spares the locks.
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    db.execute("PRAGMA cache_size=-16000")
    db.execute("PRAGMA mmap_size=0")
    db.execute("SELECT 1 FROM meta LIMIT 1")
    return db


def put_meta(db: sqlite3.Connection, key: str, value: Any) -> None:
    """Store a value under a name, as JSON."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, json.dumps(value, ensure_ascii=False)))


def get_meta(db: sqlite3.Connection, key: str, default: Any = None) -> Any:
    """Return the value stored under a name, ``default`` where there is none."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return default if row is None else json.loads(row[0])
