from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from segun.gold.calibration import BINS, bins, expected_error, levelled
from segun.gold.summary import Calibration
from segun.report.reliability import LEFT, SIDE, TOP, drawing, plot, words

PAIRS = [(at / 100, at % 4 != 0) for at in range(100)]


def found(pairs):
    level = levelled(pairs)
    return Calibration(len(pairs), tuple(bins(level)), expected_error(pairs), expected_error(level))


def test_there_is_a_point_for_each_bin_within_the_square():
    drawn = plot(found(PAIRS))
    assert len(drawn.points) == BINS
    for point in drawn.points:
        assert LEFT <= point.x <= LEFT + SIDE
        assert TOP <= point.y <= TOP + SIDE
        assert point.level == pytest.approx(TOP + SIDE - (point.x - LEFT), abs=0.2)
    assert drawn.points[1].title == "10 claims of confidence 14 % on average: 80 % right"


def test_points_are_larger_for_more_claims():
    drawn = plot(found([(at / 105, True) for at in range(105)]))
    assert len({point.radius for point in drawn.points}) == 2


def test_the_error_is_told_in_words():
    assert words(found(PAIRS)).startswith("Expected calibration error 0.")
    assert "over 100 claims in ten bins" in words(found(PAIRS))
    assert words(found(PAIRS[:9])) == "9 claims: too few to tell whether confidence means what it says."


def test_the_drawing_is_a_file_of_its_own_for_light_and_dark():
    svg = drawing(found(PAIRS))
    tree = ET.fromstring(svg)  # noqa: S314 - our own
    assert len([each for each in tree.iter() if each.tag.endswith("circle")]) == BINS
    assert "prefers-color-scheme: dark" in svg
    assert "href" not in svg
