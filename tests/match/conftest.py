"""An invented story as six outlets told it, analysed and in a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from segun.cli.main import segun
from segun.ledger.ledger import Ledger
from segun.match import loading
from segun.match.tracing import trace

STORY = Path(__file__).parent / "stories" / "quarry"


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
        return trace(list(loading.told(ledger)))
