from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segun.annotate import models
from segun.annotate.parse import paragraphs_of, parse
from segun.lang.folding import fold
from segun.prepare.paragraphs import paragraphs

PIECES = st.sampled_from(
    [
        "Dijo",
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "El puente está cerrado.",
        "\n",
        "\r\n",
        "  ",
        "—",
        "🌊",
        "don't",
        "inform-\nado",
        "e\u0301",
        ",",
    ]
)


@pytest.fixture(scope="session", params=["es", "en"])
def nlp(request):
    return models.load(request.param)


@pytest.fixture(scope="session")
def english():
    return models.load("en")


@pytest.fixture(scope="session")
def spanish():
    return models.load("es")


def parsed(nlp, text):
    return parse(nlp, text, text, paragraphs(text))


@settings(max_examples=40)
@given(
    st.lists(st.one_of(PIECES, st.text(st.characters(exclude_categories=["Cs"]), max_size=6)), max_size=25).map(
        " ".join
    )
)
def test_words_stand_where_their_offsets_say(text):
    for paragraph in parsed(models.load("es"), text):
        assert all(text[w.start : w.end] == w.text for w in paragraph.words)
        assert all(paragraph.span.holds(w.span) for w in paragraph.words)
        assert all(a.end <= b.start for a, b in pairwise(paragraph.words))
        assert all(not w.text.isspace() for w in paragraph.words)
        covered = {at for w in paragraph.words for at in range(w.start, w.end)}
        assert all(text[at].isspace() for at in range(*paragraph.span) if at not in covered)
        assert [s.first for s in paragraph.sentences[1:]] == [s.last + 1 for s in paragraph.sentences[:-1]]
        assert paragraph.sentences[-1].last == len(paragraph.words) - 1


@given(st.text())
def test_folding_keeps_length(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_no_sentence_begins_inside_quotation_marks(nlp, marks):
    left, right = marks
    text = f"Ana dijo: {left}Uno llegó. Dos se fueron. ¿Quién queda?{right} Nadie contestó."
    (paragraph,) = parsed(nlp, text)
    starts = [paragraph.words[s.first].start for s in paragraph.sentences]
    inside = range(text.index(left) + 1, text.index(right, text.index(left) + 1))
    assert not set(starts) & set(inside)


def test_a_heading_does_not_run_into_the_paragraph_after_it(nlp):
    text = "Puente cerrado\n\nAna llegó."
    assert [p.span.of(text) for p in parsed(nlp, text)] == ["Puente cerrado", "Ana llegó."]
    assert [w.head for p in parsed(nlp, text) for w in p.words if w.dep == "root"]


def test_the_parser_reads_restored_accents_and_the_words_stay_as_read(spanish):
    text, readable = "Segun ella volco.", "Según ella volcó."
    (paragraph,) = parse(spanish, text, readable, paragraphs(text))
    assert [w.text for w in paragraph.words] == ["Segun", "ella", "volco", "."]
    assert paragraph.words[2].pos == "VERB"


def test_heads_children_and_bounds_agree(nlp):
    (paragraph,) = parsed(nlp, "The minister, who was ill, said that the bridge over the river is closed.")
    words = paragraph.words
    for word in words:
        assert all(words[c].head == word.i for c in word.children)
        assert word.left <= word.i <= word.right
        subtree = paragraph.subtree(word)
        assert (subtree[0].i, subtree[-1].i) == (word.left, word.right)


def test_a_doc_of_another_pipeline_is_cut_into_paragraphs(english):
    doc = english("Ann came.\n\nPeter went.")
    assert [p.span.of(doc.text) for p in paragraphs_of(doc)] == ["Ann came.", "Peter went."]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_words_no_paragraphs(nlp, text):
    assert parsed(nlp, text) == []
    assert paragraphs_of(nlp(text)) == []


def test_a_short_line_in_which_no_sentence_ends_is_one(spanish):
    text = "No habrá aumento de tarifas en el puente: Gil\nEl puente se cierra hoy. Ana Gil lo anunció ayer."
    first, second = parse(spanish, text, text, paragraphs(text))
    assert [len(first.sentences), len(second.sentences)] == [1, 2]
