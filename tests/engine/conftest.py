"""A small invented world in which outlets copy each other, and ledgers of it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack
from segun.match import store

BENCH = Path(__file__).parents[2] / "bench" / "copying.py"
REPORTS = 300


@pytest.fixture(scope="session")
def world():
    """Analysed reports in the order of time, more than a ledger may have and be one story."""
    spec = importlib.util.spec_from_file_location("copying_world", BENCH)
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.Copying(REPORTS, seed=3).analyses())


@pytest.fixture
def filled(tmp_path, world):
    """Makes a ledger with some of the world's reports."""

    def make(name="world.segun", reports=world):
        path = tmp_path / name
        put(path, reports)
        return path

    return make


def put(path, analyses):
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("test", "test")
        ledger.keep([pack(each, each.report, "test") for each in analyses], "test", run)
        ledger.end(run)


def everything(path):
    """Return all rows of a trace, sorted, as they stand in the ledger."""
    tables = ("traced", "groups", "members", "derivations", "links", "headlines")
    with Ledger(path) as ledger, ledger.reading() as connection:
        found = {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in tables}  # noqa: S608
        assert store.made(ledger).reports == connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    assert found["groups"]
    assert found["derivations"]
    return found
