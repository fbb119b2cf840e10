from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.timex import Extent, extent
from segun.view.axis import axis


def of(*values, also=None):
    return axis([extent(value) for value in values], extent(also).start if also else None)


def labels(scale):
    return [tick.label for tick in scale.ticks if tick.label]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("2031-03-04", "2031-03-07"), ["4 Mar 2031", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]),
        (("2031-03", "2031-06"), ["Mar 2031", "Apr 2031", "May 2031", "Jun 2031", "Jul 2031"]),
        (("2011", "2014"), ["2011", "2012", "2013", "2014", "2015"]),
        (("19",), ["1900", "1920", "1940", "1960", "1980", "2000"]),
        (("2031-03-04T08:00", "2031-03-04TEV"), ["09:00", "12:00", "15:00", "18:00", "21:00", "5 Mar"]),
    ],
)
def test_ticks_fit_the_span(values, expected):
    assert labels(of(*values)) == expected


def test_a_day_that_no_hour_divides_has_no_hours():
    assert not any(":" in label for label in labels(of("2031-03-04", "2031-03-05")))


def test_years_far_apart_stay_legible():
    scale = of("1453-05-29", "2031-03-04", "2031-04-04")
    assert len(scale.pieces) == 2
    assert len(scale.breaks) == 1
    first, second, third = (scale.at(extent(value).start) for value in ("1453-05-29", "2031-03-04", "2031-04-04"))
    assert first < scale.breaks[0] < second
    assert third - second > 10


def test_what_is_apart_anyway_is_drawn_to_one_scale():
    assert of("1453", "1900", "2031").breaks == ()


def test_a_bar_is_as_long_as_what_it_covers():
    scale = of("2030", "2031-01")
    bar = scale.at(extent("2030").end) - scale.at(extent("2030").start)
    month = scale.at(extent("2031-01").end) - scale.at(extent("2031-01").start)
    assert bar / month == pytest.approx(365 / 31, rel=0.01)


def test_the_published_date_is_taken_in_only_where_it_is_near():
    near, far = of("2031-03-04", "2031-03-09", also="2031-03-12"), of("1990", "1991", also="2031-03-12")
    assert near.holds(extent("2031-03-12").start)
    assert not far.holds(extent("2031-03-12").start)


@given(
    st.lists(
        st.tuples(st.floats(700_000, 760_000), st.floats(0.001, 4000)).map(lambda pair: Extent(pair[0], sum(pair))),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_dates_they_keep_their_order_and_labels_do_not_collide(extents):
    scale = axis(extents)
    starts = sorted(each.start for each in extents)
    places = [scale.at(start) for start in starts]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert all(scale.holds(start) for start in starts)
    written = [tick for tick in scale.ticks if tick.label]
    for before, after in pairwise(written):
        assert after.x - before.x > (len(before.label) + len(after.label)) * 0.6
