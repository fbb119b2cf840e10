from __future__ import annotations

import re
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
PIECES = (
    *("El nuevo acuerdo", "dijo", "según la ministra", "¿Quién habló?", "«No es así»", "“así”", '"no"', "los rusos"),
    *("extraordinariamente", "la", "the harbour", "comunicación", "…", ".", "!", "\n", "\n\n", "\r\n", " ", "  ", "ß"),
    *("'s", "-", "la que vino", "PÚBLICA", "segura", "¡Ay!", "a word"),
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
    if name == "quotes":
        return re.sub("[«»“”]", '"', words)
    if name == "capitals":
        return words.upper()
    if name in {"merged", "hyphens"}:
        return re.sub(r"\s", "", words.replace("-\n", ""))
    if name == "stops":
        return re.sub(r"[\s.!?…]", "", words)
    if name == "agreement":
        return re.sub("[oa]", "o", words, flags=re.IGNORECASE).lower()
    return words


@pytest.mark.parametrize("name", [name for name in NAMES if name != "articles"])
@given(gold=golds())
def test_a_span_covers_the_same_words_after_it(name, gold):
    after = perturbed(gold, name)
    for before, there in zip(spans_of(gold), spans_of(after), strict=True):
        assert 0 <= there.start < there.end <= len(after.text)
        assert plain(name, there.of(after.text)) == plain(name, before.of(gold.text))


@given(gold=golds())
def test_without_articles_a_span_covers_some_of_its_words_in_their_order(gold):
    after = perturbed(gold, "articles")
    for before, there in zip(spans_of(gold), spans_of(after), strict=True):
        assert there.start < there.end
        left, words = there.of(after.text), iter(before.of(gold.text))
        assert all(character in words for character in left)


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
                if each.name != "articles":
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
        ("agreement", "La nueva ley y los otros rusos", "La nuevo ley y los otros rusos"),
    ],
)
def test_what_each_does(name, before, after):
    assert perturbed(GoldText("t", before, (), "es"), name).text == after


def test_lines_are_broken_inside_long_words():
    text = "La comunicación extraordinaria del departamento de investigaciones internacionales llegó. " * 3
    after = perturbed(GoldText("t", text.strip() + "\nOtra.", (), "es"), "hyphens").text
    assert "-\n" in after
    assert after.endswith("\n\nOtra.")
    assert max(map(len, after.splitlines())) <= WIDTH
