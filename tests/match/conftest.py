"""An invented story as six outlets told it, analysed and in a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from segun.cli.main import segun
from segun.ledger.ledger import Ledger
from segun.ledger.packing import keys
from segun.match.told import Told
from segun.match.tracing import trace

STORY = Path(__file__).parent / "stories" / "quarry"


def told_of(ledger):
    """Yield every report of a ledger as matching sees it."""
    for stored in ledger.reports():
        analysis = ledger.analysis(stored)
        yield Told(stored.key, analysis, {claim.id: key for key, claim in keys(analysis)})


@pytest.fixture(scope="session")
def story_ledger(tmp_path_factory):
    """A ledger with the story's reports, keys r01 to r06."""
    path = tmp_path_factory.mktemp("story") / "quarry.segun"
    files = sorted(str(each) for each in STORY.glob("r*.txt"))
    result = CliRunner().invoke(segun, ["add", str(path), *files, "--no-places", "--processes", "1"])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture(scope="session")
def traced(story_ledger):
    with Ledger(story_ledger) as ledger:
        return trace(list(told_of(ledger)))
