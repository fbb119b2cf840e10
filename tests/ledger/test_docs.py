"""The questions in docs/ledger.md are asked as they stand there."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

QUESTIONS = re.findall(
    r"```sql\n(.*?)```", (Path(__file__).parents[2] / "docs" / "ledger.md").read_text("utf-8"), re.DOTALL
)


def test_there_are_five():
    assert len(QUESTIONS) == 5


@pytest.mark.parametrize("number", range(5))
def test_a_question_is_answered_by_plain_sqlite(ledger, number):
    one = ledger.analysis("port")
    from tests.ledger.conftest import moved

    for outlet in ("Uno", "Dos"):
        ledger.add(moved(one, outlet=outlet, location=f"https://{outlet}.example"))
    changed = one.report.text.replace("lunes", "martes")
    ledger.add(moved(one, text=changed, location="https://Uno.example"))
    with sqlite3.connect(f"{ledger.path.as_uri()}?mode=ro", uri=True) as plain:
        assert plain.execute(QUESTIONS[number]).fetchall()
