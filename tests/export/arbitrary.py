"""Analyses of any shape that the records allow, for what writes them and reads them back."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from segun.model import (
    Alternative,
    Analysis,
    Area,
    Argument,
    Candidate,
    Claim,
    Credit,
    Factuality,
    How,
    Input,
    Obligation,
    Order,
    Place,
    PlaceKind,
    Proposition,
    Quantity,
    Quotation,
    Relay,
    Report,
    Sequence,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Time,
    TimeType,
)

LETTERS = st.one_of(
    st.sampled_from("aé ñ\n\r\t\x00\x0b\x85\u2028\ufffd\ufffe🌊𝔘\ud83c\udf0a\\u"), st.characters(exclude_categories=[])
)
TEXTS = st.text(LETTERS, max_size=60)
WORDS = st.text(LETTERS, min_size=1, max_size=12)
CONFIDENCES = st.floats(0, 1)
NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False))
MAYBE = st.one_of(st.none(), st.text(LETTERS, max_size=8))


def _one_of(literal):
    return st.sampled_from(get_args(literal))


def _some(values, most=2):
    return st.lists(values, max_size=most).map(tuple)


@st.composite
def analyses(draw, texts=TEXTS):
    text = draw(texts)
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(*sorted(ends)))
    spans = _some(span, 3)
    source_ids = draw(st.lists(WORDS, unique=True, max_size=3))
    claim_ids = draw(st.lists(WORDS, unique=True, max_size=3))
    some_claims = st.lists(st.sampled_from(claim_ids), unique=True, max_size=2).map(tuple) if claim_ids else st.just(())
    maybe_claim = st.one_of(st.none(), st.sampled_from(claim_ids)) if claim_ids else st.none()
    maybe_source = st.one_of(st.none(), st.sampled_from(source_ids)) if source_ids else st.none()
    relay = st.builds(Relay, maybe_source, spans, spans, _one_of(How))
    proposition = st.builds(
        Proposition, WORDS, spans, st.sampled_from("+-"), _some(st.builds(Argument, st.text(LETTERS, max_size=4), span))
    )
    claims = [
        draw(
            st.builds(
                Claim,
                st.just(id),
                spans,
                _some(relay),
                _one_of(Quotation),
                _one_of(Factuality),
                _one_of(SpeechAct),
                CONFIDENCES,
                spans,
                st.one_of(st.none(), span),
                maybe_claim,
                _some(proposition),
                st.booleans(),
                maybe_claim,
                st.text(LETTERS, max_size=4),
            )
        )
        for id in claim_ids
    ]
    sources = [
        draw(st.builds(Source, st.just(id), WORDS, _one_of(SourceKind), spans, _some(st.text(LETTERS, max_size=4))))
        for id in source_ids
    ]
    area = st.builds(Area, WORDS, MAYBE, MAYBE)
    time = st.builds(
        Time,
        span,
        _one_of(TimeType),
        MAYBE,
        some_claims,
        st.sampled_from([None, "event", "saying"]),
        _some(st.builds(Candidate, WORDS, MAYBE.map(str))),
    )
    place = st.builds(
        Place,
        span,
        MAYBE,
        MAYBE,
        st.one_of(st.none(), st.floats(-90, 90)),
        st.one_of(st.none(), st.floats(-180, 180)),
        st.one_of(st.none(), area),
        CONFIDENCES,
        some_claims,
        MAYBE,
        st.one_of(st.none(), _one_of(PlaceKind)),
        st.booleans(),
        MAYBE,
        _some(st.builds(Alternative, WORDS, MAYBE, MAYBE, WORDS)),
        st.text(LETTERS, max_size=4),
    )
    maybe_number = st.one_of(st.none(), NUMBERS)
    quantity = st.builds(Quantity, span, maybe_number, MAYBE, maybe_number, st.booleans(), some_claims)
    a_claim = st.sampled_from(claim_ids or [""])
    return Analysis(
        report=Report(
            key=draw(WORDS),
            text=text,
            language=draw(st.sampled_from([None, "es", "en-GB"])),
            published=draw(MAYBE),
            retrieved=draw(st.sampled_from([None, "2031-03-10T08:00:00Z"])),
            title=draw(MAYBE),
            outlet=draw(MAYBE),
            byline=draw(MAYBE),
            credits=draw(_some(st.builds(Credit, WORDS, span))),
            location=draw(st.one_of(MAYBE, st.just("https://wire.example/a?b=1#c"))),
            input=draw(st.one_of(st.none(), st.builds(Input, WORDS, WORDS, WORDS, st.booleans()))),
        ),
        sources=tuple(sources),
        claims=tuple(claims),
        times=draw(_some(time)),
        places=draw(_some(place)),
        quantities=draw(_some(quantity)),
        sequences=draw(_some(st.builds(Sequence, spans, some_claims), 1)),
        orders=draw(_some(st.builds(Order, a_claim, a_claim, span), 1)) if claim_ids else (),
        obligations=draw(_some(st.builds(Obligation, a_claim, span, spans, spans, st.one_of(st.none(), span)), 1))
        if claim_ids
        else (),
    )
