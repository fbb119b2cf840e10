from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.gold.edits import Edit, edited
from segun.gold.perturb import PERTURBATIONS, WIDTH, perturbed
from segun.gold.reading import read
from segun.gold.records import GoldClaim, GoldRelay, GoldText
from segun.model import Span

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = [each.name for each in PERTURBATIONS]
MOVED = ("articles", "gender", "number", "calques")
"""Perturbations that put other words for some; the others leave all but marks, accents and capitals."""
PIECES = (
    *("El nuevo acuerdo", "dijo", "según la ministra", "¿Quién habló?", "«No es así»", "“así”", '"no"', "los rusos"),
    *("extraordinariamente", "la", "the harbour", "comunicación", "…", ".", "!", "\n", "\n\n", "\r\n", " ", "  ", "ß"),
    *("'s", "-", "la que vino", "PÚBLICA", "segura", "¡Ay!", "a word"),
    *("los vecinos afirmaron que", "destacó que", "the mayor says", "according to", "del río", "12.500, 3:15"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60)


@st.composite
def golds(draw):
    text = draw(TEXTS)
    if not text.strip():
        return GoldText("t", text, ())
    solid = [at for at, character in enumerate(text) if not character.isspace()]
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        one, other = sorted((draw(st.sampled_from(solid)), draw(st.sampled_from(solid))))
        spans.append(Span(one, other + 1))
    relay = GoldRelay((spans[0],), spans[1:2], "said")
    claims = (GoldClaim(tuple(spans), (relay,)),)
    return GoldText("t", text, claims, draw(st.sampled_from(["es", "en", None])))


def spans_of(gold):
    return [
        span
        for claim in gold.claims
        for spans in (claim.spans, *(relay.source for relay in claim.relays), *(relay.cue for relay in claim.relays))
        for span in spans
    ]


def plain(name, words):
    """What a perturbation does not change of some words."""
    if name == "accents":
        return words.translate(str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU"))
    if name == "openers":
        return re.sub(r"\s", "", re.sub("[¿¡]", "", words))
    if name == "straight":
        return re.sub("[‘’‹›]", "'", re.sub("[«»“”„]", '"', words))
    if name == "punctuation":
        return re.sub(r"[\s.,;:!?¿¡…]", "", words)
    if name == "quotes":
        return re.sub("[«»“”]", '"', words)
    if name == "capitals":
        return words.upper()
    if name in {"merged", "hyphens"}:
        return re.sub(r"\s", "", words.replace("-\n", ""))
    if name == "stops":
        return re.sub(r"[\s.!?…]", "", words)
    return words


@pytest.mark.parametrize("name", [name for name in NAMES if name not in MOVED])
@given(gold=golds())
def test_a_span_covers_the_same_words_after_it(name, gold):
    after = perturbed(gold, name)
    for before, there in zip(spans_of(gold), spans_of(after), strict=True):
        assert 0 <= there.start < there.end <= len(after.text)
        assert plain(name, there.of(after.text)) == plain(name, before.of(gold.text))


def expected(text, span, edits):
    """What stands where a span stood: its words with the edits within it; ``None`` where one lies across its ends."""
    parts, at = [], span.start
    for edit in edits:
        inside = span.holds(edit.span)
        if not inside and edit.span.touches(span):
            return None
        if inside and not (edit.span.start == edit.span.end and edit.span.start in span):
            parts += [text[at : edit.span.start], edit.instead]
            at = edit.span.end
    return "".join([*parts, text[at : span.end]]).strip()


@pytest.mark.parametrize("name", NAMES)
@given(gold=golds())
def test_a_span_covers_what_became_of_its_words(name, gold):
    edits = list(next(each for each in PERTURBATIONS if each.name == name).edits(gold))
    assert all(one.span.end <= other.span.start for one, other in pairwise(edits))
    wanted = [expected(gold.text, span, edits) for span in spans_of(gold)]
    after = perturbed(gold, name)
    for words, there in zip(wanted, spans_of(after), strict=True):
        assert 0 <= there.start < there.end <= len(after.text)
        if all(wanted):  # else some edits are not made, for they would leave nothing of a span
            assert there.of(after.text) == words


@pytest.mark.parametrize("name", NAMES)
@given(gold=golds())
def test_it_is_the_same_every_time_and_keeps_what_is_no_span(name, gold):
    after = perturbed(gold, name)
    assert after == perturbed(gold, name)
    assert (after.key, after.language, len(after.claims)) == (gold.key, gold.language, len(gold.claims))


def test_each_damages_a_golden_text_and_keeps_its_contents():
    texts = read(GOLDEN / "mission") + read(GOLDEN / "plain")
    for each in PERTURBATIONS:
        damaged = [each(text) for text in texts]
        assert any(after.text != text.text for text, after in zip(texts, damaged, strict=True)), each.name
        for text, after in zip(texts, damaged, strict=True):
            for before, there in zip(spans_of(text), spans_of(after), strict=True):
                words = there.of(after.text)
                assert words.strip() == words
                if each.name not in MOVED:
                    assert plain(each.name, words) == plain(each.name, before.of(text.text))


def test_what_would_leave_nothing_of_a_span_is_not_done():
    text = "Lo vio. ¿"
    gold = GoldText("t", text, (GoldClaim((Span(0, 7),), (GoldRelay((), (Span(8, 9),), "said"),)),))
    assert perturbed(gold, "openers") is gold


def test_insertions_at_its_ends_stay_outside_a_span():
    gold = GoldText("t", "one two three", (GoldClaim((Span(4, 7),), ()),))
    after = edited(gold, [Edit(Span(4, 4), "<"), Edit(Span(5, 5), "-"), Edit(Span(7, 7), ">")])
    assert after.text == "one <t-wo> three"
    assert after.claims[0].spans[0].of(after.text) == "t-wo"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("accents", "¿Qué pasó, Ñandú? Pingüino", "¿Que paso, Ñandu? Pinguino"),
        ("openers", "¿Qué? ¡No!", "Qué? No!"),
        ("quotes", '«a» “b” "c" l\'d', '“a” "b" «c» l\'d'),
        ("quotes", '5" wide', '5" wide'),
        ("capitals", "Cae un puente\nCayó ayer.", "CAE UN PUENTE\nCayó ayer."),
        ("capitals", "Cayó ayer.\nNadie lo vio.", "Cayó ayer.\nNadie lo vio."),
        ("capitals", "Cae un puente", "Cae un puente"),
        ("merged", "Uno.\n\nDos.\r\nTres.\n", "Uno. Dos. Tres.\n"),
        ("stops", "Uno. Dos.\n«Tres.»\nCuatro...", "Uno. Dos\n«Tres»\nCuatro"),
        ("articles", "El alcalde vio la casa, el río y la que vino", "El alcalde vio casa, el río y la que vino"),
        ("articles", "Cerca del río, el alcalde y la casa", "Cerca de río, el alcalde y casa"),
        ("straight", "«a» “b” ‘c’ l’d", "\"a\" \"b\" 'c' l'd"),
        ("punctuation", "Sí, dijo: «No…» ¿12.500 o 3:15? ¡Ay!", "Sí dijo «No» 12.500 o 3:15 Ay"),
        ("gender", "La nueva ley y los otros rusos", "El nueva ley y las otros rusas"),
        ("gender", "Fue a la casa del rey, LOS RUSOS", "Fue al casa del rey, LAS RUSOS"),
        ("number", "Los vecinos dijeron que la autoridad es así", "Los vecino dijeron que la autoridad son así"),
        ("number", "Así varias naciones y los dos jueces", "Así varias nación y los dos jueces"),
        ("calques", "Según él, la ley vale. DESTACÓ QUE no, y  afirmó que sí.",
         "De acuerdo a él, la ley vale. HIZO ÉNFASIS EN QUE no, y  hizo la afirmación de que sí."),
        ("calques", "Segun el, la ley vale. Destaco que no.", "De acuerdo a el, la ley vale. Hizo enfasis en que no."),
    ],
)  # fmt: skip
def test_what_each_does(name, before, after):
    assert perturbed(GoldText("t", before, (), "es"), name).text == after


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "articles",
            "The mayor saw a house and the river, an hour away",
            "The mayor saw house and the river, hour away",
        ),
        ("gender", "He told her friend", "She told her friend"),
        ("number", "Two officers and the mayor says it was so", "Two officer and the mayor says it were so"),
        ("number", "Its success, their boxes and these ladies", "Its success, their box and these ladies"),
        (
            "calques",
            "According to her, he stressed that it is so",
            "In accordance with her, he made emphasis on that it is so",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", None])
def test_what_each_does_in_english(name, before, after, language):
    assert perturbed(GoldText("t", before, (), language), name).text == after


def test_a_cue_that_is_written_otherwise_stays_a_cue():
    text = "La ministra destacó que todo va bien."
    relay = GoldRelay((Span(0, 11),), (Span(12, 19),), "said")
    after = perturbed(GoldText("t", text, (GoldClaim((Span(24, 36),), (relay,)),), "es"), "calques")
    (claim,) = after.claims
    assert [claim.relays[0].cue[0].of(after.text), claim.spans[0].of(after.text)] == ["hizo énfasis en", "todo va bien"]


def test_lines_are_broken_inside_long_words():
    text = "La comunicación extraordinaria del departamento de investigaciones internacionales llegó. " * 3
    after = perturbed(GoldText("t", text.strip() + "\nOtra.", (), "es"), "hyphens").text
    assert "-\n" in after
    assert after.endswith("\n\nOtra.")
    assert max(map(len, after.splitlines())) <= WIDTH
