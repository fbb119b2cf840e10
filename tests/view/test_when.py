from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.timex import Extent, extent, moment, refers
from segun.view.when import say


def days(start, end):
    return Extent(date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal())


@pytest.mark.parametrize(
    ("value", "covered"),
    [
        ("2031-03-04", days("2031-03-04", "2031-03-05")),
        ("2031-02", days("2031-02-01", "2031-03-01")),
        ("2031-12", days("2031-12-01", "2032-01-01")),
        ("2031", days("2031-01-01", "2032-01-01")),
        ("199", days("1990-01-01", "2000-01-01")),
        ("19", days("1900-01-01", "2000-01-01")),
        ("2031-W10", days("2031-03-03", "2031-03-10")),
        ("2031-W10-2", days("2031-03-04", "2031-03-05")),
        ("2031-W10-WE", days("2031-03-08", "2031-03-10")),
        ("2031-Q4", days("2031-10-01", "2032-01-01")),
        ("2031-H1", days("2031-01-01", "2031-07-01")),
        # Spring is another half of the year south of the equator.
        ("2031-SP", days("2031-01-01", "2032-01-01")),
        ("2029/2031-02", days("2029-01-01", "2031-03-01")),
    ],
)
def test_a_value_covers_its_true_extent(value, covered):
    assert extent(value) == covered


@pytest.mark.parametrize(
    ("value", "start", "hours"),
    [
        ("2031-03-04T06", 6, 1),
        ("2031-03-04T06:30", 6.5, 1 / 60),
        ("2031-03-04T06:30:00+02:00", 6.5, 1 / 60),
        ("2031-03-04TMO", 6, 6),
        ("2031-03-04TNI", 18, 12),
        ("2031-W10-2TEV", 18, 6),
    ],
)
def test_hours_and_parts_of_days_lie_in_their_day(value, start, hours):
    covered = extent(value)
    begun = date(2031, 3, 4).toordinal() + start / 24
    assert covered.start == pytest.approx(begun)
    assert (covered.end - covered.start) * 24 == pytest.approx(hours, abs=1e-4)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "XXXX-04-28",
        "XXXX-WXX-3",
        "2031-XX",
        "2031-QX",
        "PAST_REF",
        "P3D",
        "FY2031",
        "2031-02-30",
        "2031-13",
        "2031-W54",
        "0000",
        "9999",
        "BC0044",
        "2031/2029",
        "2031/XXXX",
        "soon",
    ],
)
def test_what_is_open_or_no_date_covers_nothing(value):
    assert extent(value) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "date open"),
        ("2031-03-04", "4 March 2031"),
        ("2031-W10-2", "4 March 2031"),
        ("2031-W10-WE", "weekend of 8 March 2031"),
        ("2031-W10", "week 10 of 2031"),
        ("2031-03", "March 2031"),
        ("199", "the 1990s"),
        ("19", "the years 1900–1999"),
        ("2031-SP", "spring 2031"),
        ("2031-Q2", "second quarter of 2031"),
        ("2031-03-04T06:30", "4 March 2031, 06:30"),
        ("2031-03-04TNI", "4 March 2031, night"),
        ("XXXX-04-28", "28 April, year open"),
        ("XXXX-04", "April, year open"),
        ("XXXX", "year open"),
        ("XXXX-SU", "summer, year open"),
        ("XXXX-WXX-3", "a Wednesday, date open"),
        ("XXXX-WXX-WE", "a weekend, date open"),
        ("XXXX-XX-XXTNI", "night, day open"),
        ("2029/2031-02", "2029 – February 2031"),
        ("FY2031", "fiscal year 2031"),
        ("PT3X?", "PT3X?"),
    ],
)
def test_values_are_worded(value, words):
    assert say(value) == words


@given(st.text("0123456789X-WQHTSPUNI:/Z+", max_size=24))
def test_no_value_breaks_it(value):
    covered = extent(value)
    assert covered is None or covered.start < covered.end
    assert say(value) or not value


def test_references_are_told_from_dates():
    assert refers("PRESENT_REF")
    assert not refers("2031")
    assert not refers(None)


def test_published_dates_and_date_times():
    assert moment("2031-03-04") == date(2031, 3, 4).toordinal()
    assert moment("2031-03-04T12:00:00+02:00") == date(2031, 3, 4).toordinal() + 0.5
    assert moment("soon") is None
    assert moment(None) is None
