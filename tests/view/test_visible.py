from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from segun.view.visible import excerpt, one_line, visible


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_that_steers_is_left(text):
    shown = visible(text)
    assert not [char for char in shown if unicodedata.category(char) == "Cc" and char not in "\t\n"]
    assert not [char for char in shown if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"}]
    assert not [char for char in shown if unicodedata.bidirectional(char) in {"LRI", "RLI", "FSI", "PDI"}]
    shown.encode()


def test_a_direction_mark_is_written_out():
    assert visible("a\u202eb") == "a[U+202E]b"


def test_an_escape_is_written_out_and_words_stay():
    assert visible("\x1b[31mrojo ñandú") == "[U+001B][31mrojo ñandú"


def test_line_ends_are_one_kind():
    assert visible("a\r\nb\rc") == "a\nb\nc"


def test_one_line_draws_white_space_together():
    assert one_line(" a\n\n  b\t") == "a b"


def test_an_excerpt_keeps_what_is_short():
    assert excerpt("El muelle es nuestro", 20) == "El muelle es nuestro"


def test_an_excerpt_leaves_out_the_middle():
    shown = excerpt("beginning " + "x" * 1_000_000 + " end", 40)
    assert shown.startswith("beginning ")
    assert shown.endswith(" end")
    assert "[…]" in shown
    assert len(shown) < 50


def test_an_excerpt_is_cut_between_words():
    assert excerpt("the crew first cleared the channel and finally towed the barges", 40) == (
        "the crew first cleared the […] the barges"
    )
    assert excerpt("x" * 100, 40) == "x" * 30 + " […] " + "x" * 10
