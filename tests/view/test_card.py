"""The card stays within its edges, whatever a claim holds."""

from segun.view.card import HEIGHT, card


def test_long_content_is_cut_so_that_all_lines_stay_above_the_foot() -> None:
    made = card("Radio Marea", "", "the quay stays closed " * 400, "says", ("a report",))
    assert len(made.content) > 3
    assert max(line.y for line in made.content) < min(line.y for line in made.foot) < HEIGHT
    assert all(len(line.text) <= 76 for line in made.content)


def test_steering_characters_are_written_out() -> None:
    assert "[U+202E]" in card("x\u202ey", "", "a", "says", ()).who
