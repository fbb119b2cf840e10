from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.view.projection import KM, Box, Disc, meridians, parallels, sheet

discs = st.builds(Disc, st.floats(-89, 89), st.floats(-180, 180), st.sampled_from([0.0, 0.0, 30.0, 800.0]))


def of(*points):
    return sheet([Disc(*point) for point in points], 640, 420)


def test_one_point_is_in_the_middle_of_a_sheet_of_some_extent():
    sheet_of_one = of((57, 10))
    assert sheet_of_one.at(57, 10) == pytest.approx((320, 210), abs=0.2)
    assert 640 / sheet_of_one.per_km == pytest.approx(240, rel=0.01)


def test_north_is_up_and_east_is_right():
    on = of((57, 10), (58, 12))
    assert on.at(58, 12)[0] > on.at(57, 10)[0]
    assert on.at(58, 12)[1] < on.at(57, 10)[1]


def test_a_circle_is_round_on_the_middle_parallel():
    on = of((60, 10, 100))
    across, up = on.ellipse(Disc(60, 10, 100))
    assert across == pytest.approx(up, rel=0.02)
    assert up == pytest.approx(100 * on.per_km, abs=0.1)


def test_what_lies_on_both_sides_of_the_antimeridian_is_near():
    on = of((-18, 178), (-14, -172))
    assert on.box.east > 180
    assert on.box.east - on.box.west < 20
    assert on.at(-18, 178)[0] < on.at(-14, -172)[0]
    west, east = on.box.halves()
    assert (west.east, east.west) == (180, -180)
    assert east.east == pytest.approx(on.box.east - 360)


def test_what_is_all_over_the_world_gets_the_whole_world():
    on = of((40, -74), (35, 139), (-33, 151), (51, 0))
    assert (on.box.west, on.box.east) == (-180, 180)
    assert on.height < 420


def test_an_area_is_shown_whole():
    on = of((57, 10, 200))
    for lat, lon in ((57 + 200 / KM, 10), (57 - 200 / KM, 10)):
        assert on.holds(lat, lon)


@given(st.lists(discs, min_size=1, max_size=8))
def test_all_points_lie_on_the_sheet(found):
    on = sheet(found, 640, 420)
    box = on.box
    assert -90 <= box.south < box.north <= 90
    assert -180 <= box.west < box.east <= box.west + 360
    assert 0 < on.height <= 420
    for disc in found:
        if abs(disc.lat) <= 84:
            assert on.holds(disc.lat, disc.lon)
    for half in box.halves():
        assert -180 <= half.west <= half.east <= 180


def test_few_round_lines_cross_the_sheet():
    box = Box(50.3, 34.3, 51.7, 37.7)
    assert list(meridians(box)) == [35, 36, 37]
    assert list(parallels(box)) == [50.5, 51, 51.5]
