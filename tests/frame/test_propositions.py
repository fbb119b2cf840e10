"""Predicates, their arguments and polarity."""

from __future__ import annotations

import pytest

import segun


def propositions(language, text):
    (claim,) = (c for c in segun.analyze(text, language=language).claims if c.relays)
    return claim.propositions


@pytest.mark.parametrize(
    ("language", "text", "predicate", "polarity", "arguments"),
    [
        (
            "es",
            "Ana Soto dijo que la empresa cerró la mina.",
            "cerrar",
            "+",
            {("nsubj", "la empresa"), ("obj", "la mina")},
        ),
        (
            "en",
            "Ann Marsh said that the company closed the mine.",
            "close",
            "+",
            {("nsubj", "the company"), ("obj", "the mine")},
        ),
        (
            "es",
            "Ana Soto dijo que la empresa no cerró la mina.",
            "cerrar",
            "-",
            {("nsubj", "la empresa"), ("obj", "la mina")},
        ),
        (
            "en",
            "Ann Marsh said that the company did not close the mine.",
            "close",
            "-",
            {("nsubj", "the company"), ("obj", "the mine")},
        ),
        (
            "en",
            "Ann Marsh said that the mine was closed by the company.",
            "close",
            "+",
            {("nsubj:pass", "the mine"), ("obl:agent", "by the company")},
        ),
        pytest.param(
            "es",
            "Ana Soto dijo que la mina fue cerrada por la empresa.",
            "cerrar",
            "+",
            {("nsubj:pass", "la mina"), ("obl:agent", "por la empresa")},
            marks=pytest.mark.xfail(strict=True, reason="the agent of a Spanish passive is a plain obl"),
        ),
    ],
)
def test_arguments(language, text, predicate, polarity, arguments):
    (found,) = propositions(language, text)
    assert (found.predicate, found.polarity) == (predicate, polarity)
    assert {(a.role, a.span.of(text)) for a in found.arguments} == arguments


@pytest.mark.parametrize(
    ("language", "text", "predicates"),
    [
        ("es", "Ana Soto dijo que la empresa cerró la mina y despidió a los mineros.", ["cerrar", "despedir"]),
        ("en", "Ann Marsh said that the company closed the mine and paid the miners.", ["close", "pay"]),
    ],
)
def test_coordinated_predicates_each_make_one(language, text, predicates):
    assert [p.predicate for p in propositions(language, text)] == predicates


def test_a_proposition_lies_inside_its_claim():
    text = "Según Radio Marea, que emite desde el puerto, la empresa cerró la mina en mayo."
    for claim in segun.analyze(text, language="es").claims:
        for proposition in claim.propositions:
            for span in (*proposition.spans, *(a.span for a in proposition.arguments)):
                assert any(c.start <= span.start < c.end for c in claim.spans)
