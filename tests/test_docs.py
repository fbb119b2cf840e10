from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from segun.settings import SETTINGS

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "requirements").glob("*.md")]


def test_the_reference_of_the_command_line_is_up_to_date():
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_setting_is_in_the_reference():
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        assert f"| `{setting.name}` | `{setting.variable}` | `{setting.option}` |" in reference


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_shows_two_set_up_commands_and_their_files_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 bootstrap\.py (.+)$", readme, re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] == "test"
    (example,) = re.findall(r"examples/\S+", commands[0])
    assert (ROOT / example).is_file()
