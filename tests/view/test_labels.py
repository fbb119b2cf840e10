from __future__ import annotations

from segun.view.labels import Rect, free, text_width


def test_the_first_place_that_is_free_is_taken():
    places = [Rect(-5, 10, 20, 10), Rect(10, 10, 20, 10), Rect(40, 10, 20, 10)]
    assert free(places, [], 100, 100) == places[1]
    assert free(places, [Rect(5, 5, 10, 10)], 100, 100) == places[2]
    assert free(places, [Rect(0, 0, 100, 100)], 100, 100) is None


def test_edges_may_meet():
    assert not Rect(0, 0, 10, 10).meets(Rect(10, 0, 10, 10))
    assert Rect(0, 0, 10, 10).meets(Rect(9, 9, 10, 10))


def test_wide_letters_take_more_room():
    assert text_width("東京") > text_width("ab")
