"""Who owes what to whom, under which condition."""

from __future__ import annotations

import pytest

import segun

BARE = str.maketrans("áéíóúüÁÉÍÓÚ", "aeiouuAEIOU")
OWED = [
    (
        "es",
        "El pacto dispone que, en caso de que alguna de las villas sea inundada, la otra enviará bombas de achique.",
        (
            "enviará bombas de achique",
            "la otra",
            "alguna de las villas",
            "en caso de que alguna de las villas sea inundada",
        ),
    ),
    (
        "en",
        "The pact stipulates that if one of the towns is flooded, the other shall send pumps.",
        ("send pumps", "the other", "one of the towns", "if one of the towns is flooded"),
    ),
    (
        "es",
        "La empresa debe pagar a los vecinos si el dique cede.",
        ("pagar a los vecinos", "La empresa", "los vecinos", "si el dique cede"),
    ),
    (
        "en",
        "The company must pay the residents if the dike breaks.",
        ("pay the residents", "The company", "the residents", "if the dike breaks"),
    ),
    ("es", "El operador está obligado a reparar el dique.", ("reparar el dique", "El operador", None, None)),
    ("en", "The operator is required to repair the dike.", ("repair the dike", "The operator", None, None)),
    (
        "es",
        "El gobierno se comprometió a construir viviendas para las víctimas.",
        ("construir viviendas para las víctimas", "El gobierno", "las víctimas", None),
    ),
    (
        "en",
        "The government undertakes to build houses for the victims.",
        ("build houses for the victims", "The government", "the victims", None),
    ),
    (
        "es",
        "El coronel ordenó a los soldados retirarse del puente.",
        ("retirarse del puente", "los soldados", None, None),
    ),
    ("en", "The colonel ordered the soldiers to leave the bridge.", ("leave the bridge", "the soldiers", None, None)),
    (
        "es",
        "La ministra prometió a los vecinos que el puente reabrirá el lunes.",
        ("el puente reabrirá el lunes", "La ministra", "los vecinos", None),
    ),
    ("es", "El contrato obliga a la empresa a pagar 40 euros.", ("pagar 40 euros", "la empresa", None, None)),
    ("en", "Drivers shall not drink.", ("not drink", "Drivers", None, None)),
]
NONE = [
    ("es", "La empresa cerró la mina."),
    ("en", "The company closed the mine."),
    ("es", "El lago debe de estar seco."),
    ("es", "El lago debería crecer."),
    ("en", "The lake should grow."),
    ("en", "The police had to use ladders."),
    ("es", "Ana Soto dijo que el puente está cerrado."),
    ("es", "La tormenta llegará el lunes."),
]


def owed(text, language):
    def words(spans):
        return " … ".join(span.of(text) for span in spans) or None

    return [
        (each.duty.of(text), words(each.debtor), words(each.creditor), each.condition and each.condition.of(text))
        for each in segun.analyze(text, language=language).obligations
    ]


@pytest.mark.parametrize(("language", "text", "expected"), OWED)
def test_what_is_owed(language, text, expected):
    assert owed(text, language) == [expected]


@pytest.mark.parametrize(("language", "text", "expected"), [row for row in OWED if row[0] == "es"])
def test_obligations_need_no_accents(language, text, expected):
    bare = tuple(part.translate(BARE) if part else part for part in expected)
    assert owed(text.translate(BARE), language) == [bare]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_facts_advice_and_what_is_over_are_no_obligations(language, text):
    assert owed(text, language) == []
