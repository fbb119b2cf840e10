from __future__ import annotations

from datetime import date

import pytest

from segun.anchor.time.calendar import at_unit, feast, moved


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        (date(2024, 2, 29), 1, "Y", date(2025, 2, 28)),
        (date(2025, 1, 31), 1, "M", date(2025, 2, 28)),
        (date(2025, 3, 31), -1, "M", date(2025, 2, 28)),
        (date(2025, 12, 31), 1, "D", date(2026, 1, 1)),
        (date(2025, 5, 1), -1, "Q", date(2025, 2, 1)),
        (date(2025, 5, 1), -2, "10Y", date(2005, 5, 1)),
        (date(2025, 5, 1), 1, "15D", date(2025, 5, 16)),
        (date(9999, 12, 31), 1, "D", None),
        (date(3, 1, 1), -5, "Y", None),
        (date(2025, 1, 1), 1, "TH", None),
    ],
)
def test_moving_keeps_to_the_calendar(start, count, unit, expected):
    assert moved(start, count, unit) == expected


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("Y", "2024"),
        ("M", "2024-12"),
        ("W", "2025-W01"),
        ("Q", "2024-Q4"),
        ("6M", "2024-H2"),
        ("10Y", "202"),
        ("100Y", "20"),
        ("WE", "2025-W01-WE"),
    ],
)
def test_the_unit_that_a_day_lies_in(unit, value):
    assert at_unit(date(2024, 12, 30), unit) == value


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("12-25", 2024, date(2024, 12, 25)),
        ("easter", 2025, date(2025, 4, 20)),
        ("easter-2", 2000, date(2000, 4, 21)),
        ("easter", 1999, date(1999, 4, 4)),
        ("11#4#4", 1999, date(1999, 11, 25)),
        ("5#-1#1", 2024, date(2024, 5, 27)),
    ],
)
def test_feasts(code, year, day):
    assert feast(code, year) == day
