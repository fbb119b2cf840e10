"""Dates are taken as stated and never guessed."""

from __future__ import annotations

import pytest

from segun.read.dates import iso, strict_iso


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-04-28", "2025-04-28"),
        (" 20250428 ", "2025-04-28"),
        ("2025/04/28", "2025-04-28"),
        ("2025-04-28T10:30:00+02:00", "2025-04-28T10:30:00+02:00"),
        ("2025-04-28 10:30 +0200", "2025-04-28T10:30:00+02:00"),
        ("2025-04-28T10:30:00Z", "2025-04-28T10:30:00Z"),
        ("2025-04-28T10:30:00", "2025-04-28"),
        ("Mon, 28 Apr 2025 10:30:00 GMT", "2025-04-28T10:30:00+00:00"),
        ("28 Apr 2025 10:30 -0300", "2025-04-28T10:30:00-03:00"),
        ("28/04/2025", None),
        ("3/4/2025", None),
        ("2025-04", None),
        ("2025", None),
        ("2025-02-30", None),
        ("2025-04-28T25:00Z", None),
        ("Mon, 31 Feb 2025 10:30:00 GMT", None),
        ("28 de abril de 2025", None),
        ("ayer", None),
        ("٢٠٢٥-٠٤-٢٨", None),
        ("", None),
    ],
)
def test_iso(value: str, expected: str | None) -> None:
    assert iso(value) == expected


@pytest.mark.parametrize("value", ["2025-04-28T10:30", "20250428", "Mon, 28 Apr 2025 10:30:00 GMT", "2025-13-01"])
def test_what_a_user_types_must_be_whole(value: str) -> None:
    assert strict_iso(value) is None


@pytest.mark.parametrize("value", ["2025-04-28", "2025-04-28T10:30:00+02:00"])
def test_strict_keeps_what_is_whole(value: str) -> None:
    assert strict_iso(value) == value
