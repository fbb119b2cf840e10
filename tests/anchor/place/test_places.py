from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun import lang
from segun.anchor.anchors import placed
from segun.annotate import models
from segun.annotate.parse import parse
from segun.model import Report
from segun.pipeline import analyze
from segun.prepare.paragraphs import paragraphs

sys.path.insert(0, str(Path(__file__).parent))
from atlas import Atlas


def places(text, language, claims=()):
    parsed = parse(models.load(language), text, text, paragraphs(text))
    return placed(parsed, claims, language, Atlas())


def by_words(text, language):
    return {place.span.of(text): place for place in places(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "name", "id"),
    [
        ("es", "La explosión ocurrió en Lubrin. La ciudad está en Verland.", "Lubrin", "t2"),
        ("es", "La explosión ocurrió en Lubrin, cerca de Oskorovo, en la provincia de Kostra.", "Lubrin", "t1"),
        ("es", "Las tropas de Salinia llegaron a la ciudad de Lubrin.", "Lubrin", "t1"),
        ("en", "The blast was heard in Lubrin, Kostra, on Monday.", "Lubrin", "t1"),
        ("en", "Flooding closed schools in Tamberley, and in Lubrin the market stayed open.", "Lubrin", "t2"),
    ],
)
def test_a_name_is_settled_by_what_the_report_names(language, text, name, id):
    assert by_words(text, language)[name].gazetteer_id == id


def test_what_decided_and_what_else_it_could_be_is_told():
    place = by_words("The blast was heard in Lubrin, Kostra, on Monday.", "en")["Lubrin"]
    assert place.why == "the text adds Kostra"
    assert [a.gazetteer_id for a in place.alternatives] == ["t2"]


def test_a_name_has_one_sense_in_a_report():
    text = (
        "Hubo un incendio en Lubrin. Oskorovo, en la provincia de Kostra, mandó bomberos."
        "\n\nEn Lubrin ya no hay llamas."
    )
    assert {p.gazetteer_id for p in places(text, "es") if p.span.of(text) == "Lubrin"} == {"t1"}


def test_a_village_that_no_gazetteer_has_gets_the_area_and_no_pin():
    text = "Hubo combates en la provincia de Kostra, cerca de Nova Velisha y en Oskorovo."
    village = by_words(text, "es")["Nova Velisha"]
    assert (village.lat, village.lon, village.gazetteer_id) == (None, None, None)
    assert village.inside.gazetteer_id == "p1"
    assert village.why


def test_the_beginning_of_a_longer_name_is_not_that_place():
    assert [p.span.of("Cruzaron en Lubrin del Sur.") for p in places("Cruzaron en Lubrin del Sur.", "es")] in (
        [],
        ["Lubrin del Sur"],
    )


def test_a_small_place_far_from_all_else_is_not_believed():
    text = "Hubo combates en la provincia de Kostra: en Lubrin, en Oskorovo y en Tamberley."
    place = by_words(text, "es")["Tamberley"]
    assert place.lat is None
    assert place.inside.gazetteer_id == "p1"
    assert "far from" in place.why
    assert place.alternatives[0].gazetteer_id == "t4"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Universidad de Lubrin publicó un estudio sobre el sueño."),
        ("es", "Ayer habló Marta Lubrin sobre el presupuesto. Lubrin pidió más fondos."),
        ("en", "Mr. Lubrin said that he would resign."),
        ("en", "He was hit by a car on Lubrin Street."),
    ],
)
def test_persons_institutions_and_streets_are_no_places(language, text):
    assert places(text, language) == ()


def test_who_sits_there_is_no_place_where_something_happened():
    text = "Salin dijo que retirará sus tropas de Lubrin."
    analysis = analyze(Report("x", text, language="es"), gazetteer=Atlas())
    found = {p.span.of(text): p.metonymy for p in analysis.places}
    assert found == {"Salin": True, "Lubrin": False}


def test_a_place_is_tied_to_the_claims_whose_content_names_it():
    text = "El portavoz afirmó que las tropas entraron en Lubrin."
    analysis = analyze(Report("x", text, language="es"), gazetteer=Atlas())
    assert analysis.places[0].claims == (analysis.claims[0].id,)


def test_without_a_gazetteer_there_are_no_places():
    assert analyze(Report("x", "Hubo un incendio en Lubrin.", language="es")).places == ()


@pytest.mark.parametrize("language", lang.supported())
def test_a_type_word_is_of_a_kind_that_there_is(language):
    words = lang.placewords(language)
    assert words.before
    assert "RU" in words.demonyms.values()


@given(st.text(alphabet="Lubrin Kostr,.\n“”áÑß-ıİ", max_size=80))
def test_spans_lie_in_the_text_in_order_and_apart(text):
    found = places(text, "en") if text.strip() else ()
    ends = [0, *(p.span.end for p in found)]
    for place, end in zip(found, ends, strict=False):
        assert end <= place.span.start < place.span.end <= len(text)
