"""Reasons that ledgers keep in English are shown in the language that is spoken."""

from __future__ import annotations

import pytest

from segun.tongue import speaking
from segun.view.reasons import _SENTENCES, reason
from segun.view.traced.about import About


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("decided by people", "decidido por personas"),
        ("the text adds Corvera, to the north", "el texto añade Corvera, to the north"),
        ("most like r01, likeness 0.82", "más parecida a r01, parecido 0,82"),
        ("figures in common: 12 = twelve", "cifras en común: 12 = twelve"),
        ("wording 0.97", "redacción 0,97"),
        ("the same matter, another toll; likeness 0.9", "el mismo asunto, otro balance de víctimas; parecido 0,9"),
        ("the text names 2031, and the weekday agrees", "el texto nombra 2031, y el día de la semana coincide"),
        ("62% of its words stand in r01", "62 % de sus palabras están en r01"),
        ("3 of its 4 statements are in a (b)", "de sus 4 enunciados, en a (b) están 3"),
        ("credits The %(x)s Post in its byline or dateline", "acredita a The %(x)s Post en su firma o data"),
        ("names a line\nbreak as a source", "nombra a a line\nbreak como fuente"),
    ],
)
def test_a_sentence_with_its_places(kept, shown):
    assert reason(kept) == kept
    with speaking("es"):
        assert reason(kept).replace("\xa0", " ") == shown


def test_a_sentence_that_is_not_known_stands_as_it_is():
    with speaking("es"):
        assert reason("somebody dreamt of 40%") == "somebody dreamt of 40%"
        assert reason("likeness high") == "likeness high"
        assert reason("") == ""


def test_every_sentence_is_recognised_and_translated():
    for each in _SENTENCES:
        filled = each
        for place, value in (
            ("count", "3"),
            ("size", "4"),
            ("score", "0.5"),
            ("share", "5%"),
            ("year", "2031"),
        ):
            filled = filled.replace(f"%({place})s", value)
        for place in ("place", "outlet", "report", "source", "words"):
            filled = filled.replace(f"%({place})s", "X")
        assert "%(" not in filled
        with speaking("es"):
            assert reason(filled) != filled, each


def test_a_report_that_a_sentence_names_is_shown_by_its_outlet():
    about = {
        "r01": About("r01", "Harbour <Post>", None, None, None, ""),
        "r02": About("r02", None, None, None, None, ""),
    }
    assert reason("62% of its words stand in r01", about) == "62% of its words stand in Harbour <Post>"
    assert reason("3 of its 4 statements are in r02", about) == "3 of its 4 statements are in r02"
    with speaking("es"):
        assert reason("most like r01, likeness 0.5", about) == "más parecida a Harbour <Post>, parecido 0,5"
