from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_every_import_keeps_to_the_layers():
    # a process of its own: import-linter silences the loggers that are there
    lint = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(lint, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_no_module_grows_past_its_purpose(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 450
