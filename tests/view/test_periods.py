"""Dates of many claims on one axis."""

from segun.ledger.spreads import Stretch
from segun.view.periods import periods


def test_days_are_columns_and_a_month_is_a_bar() -> None:
    found = periods([Stretch("2031-04-02", "2031-04-02", 3), Stretch("2031-04-01", "2031-04-30", 2)])
    assert found is not None
    assert found.unit == "day"
    assert [(each.first, each.claims) for each in found.columns] == [("2031-04-02", 3)]
    assert [(each.first, each.last, each.claims) for each in found.bars] == [("2031-04-01", "2031-04-30", 2)]


def test_what_is_brushed_lies_within_the_axis() -> None:
    found = periods(
        [Stretch("2020-01-01", "2020-01-01", 1), Stretch("2031-04-02", "2031-04-02", 1)], "2031-04", "2031-04"
    )
    assert found is not None
    assert found.before == 1
    assert found.brushed is not None
    assert 0 <= found.brushed[0] < found.brushed[1] <= 100


def test_nothing_dated_is_no_axis() -> None:
    assert periods([]) is None
