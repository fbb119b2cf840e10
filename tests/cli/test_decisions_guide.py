"""The guide's bodies are ones that can be decided."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from segun.ledger.corrections import FIELDS, check
from segun.model import DecisionKind

PAGE = (Path(__file__).parents[2] / "docs" / "decisions-and-forgetting.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split(" | ")] for line in PAGE.splitlines() if line.startswith("| `")
]


def bodies(cell):
    return [json.loads(each) for each in re.findall(r"`([{\[].*?)`", cell)]


def test_every_kind_is_there_with_a_body():
    shown = {row[0].strip("` ") for row in ROWS if len(row) == 4 and (row[2].startswith("`{") or "fields" in row[2])}
    assert shown == set(get_args(DecisionKind))
    for row in ROWS:
        if len(row) == 4 and row[2].startswith("`{"):
            assert all(isinstance(each, dict) for each in bodies(row[2]))


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_correction_is_there_and_its_example_is_sound(field):
    (row, *_) = (row for row in ROWS if len(row) == 3 and row[0].strip("` ") == field)
    for example in bodies(row[1]):
        check({field: example}, 200)
