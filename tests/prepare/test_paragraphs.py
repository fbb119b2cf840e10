from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.prepare.paragraphs import LONGEST, paragraphs

LINES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["\n", "\r\n", "\n\n", " ", ". ", "x" * 90]),
        st.sampled_from(['"', "“", "”", "«", "»", ", dijo Gil de Lirva.", "\n"]),
    ),
    max_size=40,
)
WRAPPED = """\
The ferry left the harbour at nine in the evening with
about two hundred passengers on board, and it met the
storm an hour later off the northern cape, where it lost
its rudder.

The coast guard sent two boats from the nearest station,
which needed three hours to reach it in that sea and took
the passengers off one by one with a rope and a basket
before midnight.
"""


def words(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


@given(LINES.map("".join))
def test_paragraphs_cover_all_but_white_space_in_order_and_apart(text):
    spans = paragraphs(text)
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {at for span in spans for at in range(*span)}
    assert all(c.isspace() for at, c in enumerate(text) if at not in covered)
    assert all(w == w.strip() for w in words(text))
    assert all(span.end - span.start <= LONGEST for span in spans)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r\n\r\n", "\u2028", "\n \t\n"])
def test_a_line_is_a_paragraph(end):
    assert words(f"One.{end}Two.{end}Three.") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_hard_wrapped_text_is_joined(end):
    first, second = words(WRAPPED.replace("\n", end))
    assert (first[:9], first[-11:]) == ("The ferry", "its rudder.")
    assert (second[:15], second[-16:]) == ("The coast guard", "before midnight.")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_breaks_off_goes_on_in_the_next(end):
    text = f"Arde un molino{end}El dueño dijo que el molino{end}llevaba años cerrado.{end}Nadie resultó herido."
    assert [word.replace(end, " ") for word in words(text)] == [
        "Arde un molino",
        "El dueño dijo que el molino llevaba años cerrado.",
        "Nadie resultó herido.",
    ]


def test_a_blank_line_ends_what_breaks_off():
    assert words("Arde un molino\n\nel dueño culpa al rayo") == ["Arde un molino", "el dueño culpa al rayo"]


def test_names_that_a_narrow_column_breaks_are_joined():
    lines = ["Arde un molino", "El alcalde de Torval, Luis", "Meredia, dijo ayer que el", "molino de Santa", "Olaya"]
    lines += ["llevaba años cerrado y que", "nadie lo vigilaba por las", "noches.", "Nadie resultó herido."]
    first, second, third = words("\n".join(lines))
    assert (first, third) == (lines[0], lines[-1])
    assert second.replace("\n", " ") == " ".join(lines[1:-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arde un molino en el valle TORVAL, 3 jun (Meridia) – Un incendio lo destruyó.", "Un incendio lo destruyó."),
        ("Mill destroyed in the valley HELMSTEAD, Nov 9 (Allied) - A fire took it.", "A fire took it."),
        ("Critican el cierre del puerto BELMAR, Orv.- El alcalde habló.", "El alcalde habló."),
    ],
)
def test_a_headline_that_runs_into_its_text_is_parted_at_the_dateline(text, expected):
    headline, body = words(text)
    assert body == expected
    assert not headline.isupper()
    assert text.startswith(f"{headline} ")


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the BBC — Britain's public broadcaster — left early.",
        "The agency ORN (Torval) has left, and the RTV - Which it owned - closed.",
        "INCENDIO EN EL VALLE",
    ],
)
def test_capitals_alone_part_nothing(text):
    assert words(text) == [text]


def test_a_list_of_short_lines_is_not_taken_for_wrapped_text():
    lines = ["The harbour opened.", "The ferry sailed.", "The storm came.", "The boats returned.", "Nobody was hurt."]
    assert words("\n".join(lines)) == lines


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence():
    text = " ".join(f"Sentence number {n} says very little." for n in range(400))
    pieces = words(text)
    assert len(pieces) > 1
    assert all(piece.startswith("Sentence") and piece.endswith(".") for piece in pieces)


def test_a_paragraph_without_sentences_is_cut_between_words():
    pieces = words("word " * 2000)
    assert set(" ".join(pieces).split()) == {"word"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \t"])
def test_nothing_gives_nothing(text):
    assert paragraphs(text) == []


def test_a_line_goes_on_where_the_next_begins_in_lower_case():
    assert words("La barca salió de noche con\ndos remeros.\nNadie la vio.") == [
        "La barca salió de noche con\ndos remeros.",
        "Nadie la vio.",
    ]


def test_a_text_broken_again_and_again_goes_on_with_names_too():
    broken = (
        "Hallan una barca\nLa barca de la señora\nAna Soto, que\nvive junto al\nrío, salió\nanoche con\n"
        "y sin\n*NUMBER* cabras.\nNadie la vio."
    )
    assert words(broken) == ["Hallan una barca", broken[17:-14], "Nadie la vio."]


@pytest.mark.parametrize("text", ["Sube el pan.\nbaja el vino.", "Sube el pan\n\nbaja el vino", "Pide:\nagua"])
def test_a_line_that_is_finished_or_set_apart_stays_alone(text):
    assert len(words(text)) == 2


def test_a_line_that_is_a_mark_alone_closes_no_quotation():
    assert words('", dijo Gil a los del puerto.\n"') == ['", dijo Gil a los del puerto.', '"']
