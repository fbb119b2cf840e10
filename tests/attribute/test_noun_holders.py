"""Nouns that attribute: what carries them, and whose they then are."""

from __future__ import annotations

from .table import check, es, table

HOLDERS = [
    es(
        "a dropped subject took it",
        "Ricardo Gil admitió que dio ayer la orden de vender el faro.",
        "dio ayer la orden de vender el faro ← Ricardo Gil",
        "vender el faro ← Ricardo Gil › Ricardo Gil",
    ),
    es("with it", "Con la promesa de ahorrar gas, Lumen llenó la sala.", "ahorrar gas ← Lumen"),
    es("others look into it", "La policía investiga la denuncia de que hubo fraude.", "hubo fraude ← ∅"),
    es(
        "whom it is addressed to",
        "El alcalde reiteró ayer la invitación a Ana Gil para que visite el faro.",
        "la invitación a Ana Gil para que visite el faro ← El alcalde",
        "visite el faro ← El alcalde › El alcalde",
    ),
]
CONTENTS = [
    es("a perfect infinitive", "La acusación de haber robado la campana es vieja.", "haber robado la campana ← ∅"),
    es("another preposition", "Circularon mensajes sobre que tenía fiebre.", "tenía fiebre ← ∅"),
    es(
        "a complaint for something",
        "El gremio presentó una denuncia ante el juez por la compra de votos.",
        "la compra de votos ← El gremio",
    ),
]


@table(HOLDERS)
def test_whose_it_is(case):
    check(case)


@table(CONTENTS)
def test_what_it_holds(case):
    check(case)
