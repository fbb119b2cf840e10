"""Invented stories as several outlets told them, analysed and in ledgers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from segun.cli.main import segun
from segun.ledger.ledger import Ledger
from segun.ledger.packing import keys
from segun.match.told import Told
from segun.match.tracing import trace

STORIES = Path(__file__).parent / "stories"


def told_of(ledger):
    """Yield every report of a ledger as matching sees it."""
    for stored in ledger.reports():
        analysis = ledger.analysis(stored)
        yield Told(stored.key, analysis, {claim.id: key for key, claim in keys(analysis)})


def added(story, folder):
    """Return a ledger with the reports of a story, by their files' names."""
    path = folder / f"{story}.segun"
    files = sorted(str(each) for each in (STORIES / story).glob("r*.txt"))
    result = CliRunner().invoke(segun, ["add", str(path), *files, "--no-places", "--processes", "1"])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture(scope="session")
def story_ledger(tmp_path_factory):
    """A ledger with six reports of a quarry's collapse, keys r01 to r06."""
    return added("quarry", tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="session")
def traced(story_ledger):
    with Ledger(story_ledger) as ledger:
        return trace(list(told_of(ledger)))


@pytest.fixture(scope="session")
def ferry(tmp_path_factory):
    """The trace of eight reports of a ferry's accident."""
    with Ledger(added("ferry", tmp_path_factory.mktemp("story"))) as ledger:
        return trace(list(told_of(ledger)))


@pytest.fixture(scope="session")
def march(tmp_path_factory):
    """The trace of eight reports of a march that was shot at."""
    with Ledger(added("march", tmp_path_factory.mktemp("story"))) as ledger:
        return trace(list(told_of(ledger)))
