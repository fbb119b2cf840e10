from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.geometry import Spot, distance_km, reach

SPOTS = st.builds(Spot, st.floats(-85, 85), st.floats(-180, 180), st.integers(0, 10**7))


def test_a_degree_along_the_equator():
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.19, abs=0.01)


def test_no_town_no_point():
    assert reach(()) is None


def test_one_town_is_the_point():
    assert reach([Spot(10, 20, 5)]) == (10, 20, 0)


def test_the_middle_does_not_depend_on_where_most_towns_are():
    corners = [Spot(0, 0, 1), Spot(0, 2, 1), Spot(2, 0, 1), Spot(2, 2, 1)]
    crowded = [*corners, *[Spot(0.1, 0.1 + n / 1000, 1) for n in range(20)]]
    assert reach(crowded)[:2] == pytest.approx((1, 1))


def test_a_stray_town_does_not_drag_the_point():
    towns = [Spot(40 + n / 10, -3 + m / 10, 1) for n in range(5) for m in range(5)]
    assert reach([*towns, Spot(-30, 100, 1)])[:2] == pytest.approx((40.2, -2.8))


def test_the_antimeridian_cuts_nothing():
    found = reach([Spot(66, 179, 1), Spot(66, -179, 1), Spot(67, 180, 1)])
    assert abs(abs(found.lon) - 180) < 0.5
    assert found.radius_km < 120


@given(st.lists(SPOTS, min_size=1, max_size=30))
def test_the_point_is_on_the_globe(spots):
    found = reach(spots)
    assert -90 <= found.lat <= 90
    assert -180 <= found.lon <= 180
    assert found.radius_km >= 0
