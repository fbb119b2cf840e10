"""What a report's lines show: posts signed behind them, lists behind a colon, headings, headlines and their cue."""

from __future__ import annotations

import segun
from segun.model import wording

from .table import Case, check, es, table

POSTS = [
    es(
        "signed on the line behind",
        "La alcaldesa reaccionó en sus redes.\nHoy es un gran día para el valle. Gracias a los vecinos.\n"
        "— Marta Solana (@martasolana) 3 de mayo de 2019\nLa oposición calla.",
        "Hoy es un gran día para el valle. Gracias a los vecinos ← Marta Solana (@martasolana) (continued)",
    ),
    es(
        "signed on its own line",
        "La alcaldesa reaccionó en sus redes.\nHoy abre el molino — Marta Solana (@martasolana) 3 de mayo de 2019",
        "Hoy abre el molino ← Marta Solana (@martasolana) (continued)",
    ),
    es("nobody's handle", "El molino abre hoy.\n— Obras del puente (fase 2)"),
]

LISTS = [
    es(
        "behind a content that ends with a colon",
        "Solana exigió que se cumplan estos puntos:\n- El Ayuntamiento abrirá el archivo en mayo.\n"
        "- Los vecinos tendrán voz en el consejo.\nEl alcalde no ha respondido.",
        "se cumplan estos puntos ← Solana",
        "El Ayuntamiento abrirá el archivo en mayo ← Solana (continued)",
        "Los vecinos tendrán voz en el consejo ← Solana (continued)",
    ),
    es(
        "numbered with a dash",
        "Según el informe del gremio, las causas son:\n1- La torre no tenía revisión.\n"
        "2- Los muros pueden ceder: son viejos.",
        "las causas son ← el informe del gremio (adjunct)",
        "La torre no tenía revisión ← el informe del gremio (continued)",
        "Los muros pueden ceder: son viejos ← el informe del gremio (continued)",
    ),
    es(
        "behind a cue alone, numbered, with empty lines",
        "El colegio de arquitectos concluye lo siguiente:\n\n1. La torre se inclina tres grados.\n\n"
        "2. El muro norte está agrietado.\n\nLas obras empezarán en junio.",
        "La torre se inclina tres grados ← El colegio de arquitectos (continued)",
        "El muro norte está agrietado ← El colegio de arquitectos (continued)",
    ),
    es("of things", "Los platos más comunes en el valle son:\n- Sopa de ajo\n- Migas con uvas"),
]

HEADLINES = [
    es(
        "a cue behind a colon",
        '"No vamos a vender el molino": advierte la alcaldesa\nLa sala estaba llena.',
        "No vamos a vender el molino ← la alcaldesa",
    ),
    es(
        "all in capitals",
        '"¡NO VAMOS A VENDER EL MOLINO!": ADVIERTE SOLANA A LA JUNTA\nLa sala estaba llena.',
        "NO VAMOS A VENDER EL MOLINO ← SOLANA",
    ),
]

SUMMONED = [
    es(
        "summoned, not cited",
        "El presidente citó a los periodistas para hablar del puente, señalando que se abrirá en junio.",
        "se abrirá en junio ← El presidente",
    ),
]


@table([*POSTS, *LISTS, *HEADLINES, *SUMMONED])
def test_lines(case: Case) -> None:
    check(case)


def test_heading_belongs_to_no_account() -> None:
    text = (
        "La cooperativa de Lirva sostiene que el faro ilumina toda la bahía. Según un estudio que presentó el lunes la "
        "revista Marea, la primera prueba del farol, que siguieron unos 40 pescadores, demostró que alcanza.\n"
        "Una lámpara nueva\nLas barcas podrían necesitar otra lámpara en invierno."
    )
    said = [wording(text, claim.spans) for claim in segun.analyze(text, language="es").claims if claim.relays]
    assert "Las barcas podrían necesitar otra lámpara en invierno" in said
    assert "Una lámpara nueva" not in said
