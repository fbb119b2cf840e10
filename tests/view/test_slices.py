from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import at, bare, claim, ferry, port

from segun.model import Relay, Source, Span
from segun.view.slices import Label, paragraphs

SOURCES = (Source("s", "Ana", "person", ()), Source("t", "Luis", "person", ()))


def labels(analysis):
    text = analysis.report.text
    return [
        (label.claim, text[slice.span.start :].split("\n")[0][:12], label.first)
        for paragraph in paragraphs(analysis)
        for slice in paragraph.slices
        for label in slice.labels
        if label.shown
    ]


def find(analysis, words):
    text = analysis.report.text
    found = [part for each in paragraphs(analysis) for part in each.slices if part.span.of(text) == words]
    assert len(found) == 1
    return found[0]


@st.composite
def analyses(draw):
    text = draw(st.text(st.sampled_from('ab .\n\r«»"é'), max_size=60))
    place = st.integers(0, len(text) + 3)
    spans = st.lists(st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair))), max_size=3).map(tuple)
    relays = st.lists(
        st.builds(Relay, st.sampled_from(["s", "t", None]), spans, spans, st.sampled_from(["said", "continued"])),
        max_size=3,
    ).map(tuple)
    made = draw(st.lists(st.tuples(spans, relays, spans, st.sampled_from(["direct", "indirect"])), max_size=6))
    claims = [
        claim(f"c{at}", content, *mouths, quoted_wording=quoted, quotation=quotation)
        for at, (content, mouths, quoted, quotation) in enumerate(made)
    ]
    return bare(text, *claims, sources=SOURCES)


@given(analyses())
def test_slices_cover_the_text_once_whatever_crosses(analysis):
    text = analysis.report.text
    covered = [at for part in paragraphs(analysis) for slice in part.slices for at in range(*slice.span)]
    assert covered == [at for at, char in enumerate(text) if char not in "\r\n"]


@given(analyses())
def test_a_slice_belongs_to_just_the_claims_that_hold_it(analysis):
    for paragraph in paragraphs(analysis):
        for slice in paragraph.slices:
            holding = {each.id for each in analysis.claims if any(span.holds(slice.span) for span in each.spans)}
            # An empty span lies nowhere, not even in the slice around it.
            filled = {each.id: [span for span in each.spans if span.start < span.end] for each in analysis.claims}
            touching = {id for id, spans in filled.items() if any(span.touches(slice.span) for span in spans)}
            assert set(slice.claims) == holding == touching


@given(analyses())
def test_a_claim_begins_at_most_once(analysis):
    begun = [
        label.claim for part in paragraphs(analysis) for slice in part.slices for label in slice.labels if label.first
    ]
    assert len(begun) == len(set(begun))


def test_who_speaks_stands_before_every_stretch():
    assert labels(ferry()) == [
        ("b", '"We felt one', True),
        ("c", "the pilot ha", True),
        ("d", "two officers", True),
        ("e", "the radar ha", True),
        ("f", "It had been ", True),
        ("g", "anyone would", True),
    ]


def test_a_label_stands_before_the_opening_quotation_mark_and_again_after_an_interruption():
    found = [label for label in labels(port()) if label[0] == "c7"]
    assert found == [("c7", "«No vamos a ", True), ("c7", "«El muelle e", False)]


def test_an_outer_voice_is_named_again_after_an_inner_one():
    text = "Ana said that Luis lied about it and that she left."
    outer = claim("o", (Span(14, 50),), Relay("s", at(text, "Ana"), at(text, "said"), "said"))
    inner = claim("i", at(text, "it"), *outer.relays, Relay("t", at(text, "Luis"), at(text, "lied"), "said"))
    assert [label[0] for label in labels(bare(text, outer, inner, sources=SOURCES))] == ["o", "i", "o"]


def test_claims_are_given_from_the_outermost_to_the_innermost():
    assert find(port(), "el dique podría ceder").claims == ("c13", "c14", "c15")


def test_sources_cues_and_quoted_wording_are_told_apart():
    analysis = port()
    assert find(analysis, "Radio Marea").sources == ("s1",)
    assert find(analysis, "informó").cue
    assert find(analysis, "chicos de Ferreiro").quoted
    assert not find(analysis, "hubiera heridos").quoted
    assert find(analysis, "No vamos a esperar otra marea").quoted


def test_the_headline_is_a_paragraph_of_its_own():
    assert [part.headline for part in paragraphs(port())] == [True, False, False, False, False, False]


def test_one_label_serves_two_claims_that_begin_together():
    text = "Dijo Ana que cree Luis que ceden."
    outer = claim("o", (Span(13, 32),), Relay("s", (), (), "said"))
    inner = claim("i", (Span(13, 20),), *outer.relays, Relay("t", (), (), "said"))
    assert [label[0] for label in labels(bare(text, outer, inner, sources=SOURCES))] == ["i", "o"]


def test_two_sources_of_the_same_words_are_both_named():
    text = "Ana and Luis say that they won."
    claims = (claim("a", at(text, "they won"), Relay("s", (), (), "said")),)
    claims += (replace(claims[0], id="b", relays=(Relay("t", (), (), "said"),)),)
    assert [label[0] for label in labels(bare(text, *claims, sources=SOURCES))] == ["a", "b"]


@pytest.mark.parametrize(("how", "near"), [("said", True), ("continued", False)])
def test_a_source_right_before_its_words_need_not_be_repeated(how, near):
    text = "Ana said that they won."
    said = claim("a", at(text, "they won"), Relay("s", at(text, "Ana"), at(text, "said"), how))
    slice = find(bare(text, said, sources=SOURCES), "they won")
    assert slice.labels == (Label("a", first=True, shown=True, near=near),)


def test_an_empty_text_has_no_paragraphs():
    assert paragraphs(bare("")) == ()
