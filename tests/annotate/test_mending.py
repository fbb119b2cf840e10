"""What the model takes for something else: forms that show by their ending what they are, inserted clauses."""

from __future__ import annotations

import pytest

from segun.annotate import models
from segun.annotate.parse import parse
from segun.prepare.paragraphs import paragraphs


@pytest.fixture(scope="module")
def spanish():
    return models.load("es")


def word(nlp, text, wanted):
    (paragraph,) = parse(nlp, text, text, paragraphs(text))
    return next(each for each in paragraph.words if each.text == wanted)


@pytest.mark.parametrize(
    ("text", "form", "person", "number"),
    [
        ("“Recalqué que el pan está duro”, contó la panadera.", "Recalqué", "1", "Sing"),
        ("“Sospecho que llueve”, dijo Simón.", "Sospecho", "1", "Sing"),
        ("— Celebro que haya pan. Mañana habrá más —dijo Inés Roca.", "Celebro", "1", "Sing"),
        ("“El horno se rompió. Admití que la culpa es mía”, dijo Simón.", "Admití", "1", "Sing"),
        ("Inés Roca musita que el horno está frío.", "musita", "3", "Sing"),
        ("Recalcó Inés Roca que el horno está frío.", "Recalcó", "3", "Sing"),
        ("Como recalca la molinera, el horno está frío.", "recalca", "3", "Sing"),
    ],
)
def test_a_verb_is_known_by_its_ending(spanish, text, form, person, number) -> None:
    found = word(spanish, text, form)
    assert found.pos == "VERB"
    assert (found.feats["Person"], found.feats["Number"]) == (person, number)


def test_who_stands_behind_such_a_verb_is_its_subject(spanish) -> None:
    text = "Recalcó Inés Roca que el horno está frío."
    (paragraph,) = parse(spanish, text, text, paragraphs(text))
    (subject,) = paragraph.children(paragraph.words[0], "nsubj")
    assert [each.text for each in paragraph.subtree(subject)] == ["Inés", "Roca"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Le agradece el apoyo que recibió ayer.", "apoyo"),
        ("El aviso que leyó Simón era falso.", "aviso"),
        ("La nota salió en Horno Explica que dirige Inés.", "Explica"),
        ("Vino con dudas, y esa duda que tenía no se fue.", "duda"),
        ("El horno tiene un olor extraño: huele a menta.", "extraño"),
    ],
)
def test_a_noun_or_a_name_stays_one(spanish, text, form) -> None:
    assert word(spanish, text, form).pos != "VERB"


@pytest.mark.parametrize("form", ["dicho", "previsto"])
def test_a_participle_has_no_person(spanish, form) -> None:
    assert "Person" not in word(spanish, f"El acto estaba {form} que sería ayer.", form).feats


def heads(paragraph, *wanted: str) -> list[tuple[str, str]]:
    """Each word's relation, and its head's text."""
    found = {each.text: each for each in paragraph.words}
    return [(found[text].dep, paragraph.head(found[text]).text) for text in wanted]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "main", "of_main"),
    [
        ("El molino, lamentó el alcalde de Roca, abrirá mañana.", "lamentó", "alcalde", "abrirá", "molino"),
        ("Las hornadas, explicó la jefa, Inés Roca, no llegarán hoy.", "explicó", "jefa", "llegarán", "hornadas"),
    ],
)
def test_an_inserted_clause_hangs_on_the_sentence_around_it(spanish, text, verb, subject, main, of_main) -> None:
    (paragraph,) = parse(spanish, text, text, paragraphs(text))
    assert heads(paragraph, verb, subject, of_main) == [("parataxis", main), ("nsubj", verb), ("nsubj", main)]
    assert next(each for each in paragraph.words if each.text == main).dep == "root"


@pytest.mark.parametrize("text", ["Inés, panadera, vino ayer y, cansada, se sentó.", "El pan, la sal, el vino."])
def test_what_is_not_inserted_keeps_its_heads(spanish, text) -> None:
    (paragraph,) = parse(spanish, text, text, paragraphs(text))
    assert all(each.dep != "parataxis" for each in paragraph.words)


def test_whom_a_verb_tells_hangs_on_it(spanish) -> None:
    text = "“El horno está frío”, contó el alcalde a Radio Mar."
    (paragraph,) = parse(spanish, text, text, paragraphs(text))
    assert heads(paragraph, "Radio") == [("obl", "contó")]
