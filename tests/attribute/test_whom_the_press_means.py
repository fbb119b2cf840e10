"""Whom the press means by what it does not name: who is called to mind again, nobody, sources behind prepositions."""

from __future__ import annotations

import segun

from .table import check, es, table

SENT = [
    es(
        "what is written in a document, quoted",
        "«Las pruebas se harán el lunes», se informa en el escrito.",
        "Las pruebas se harán el lunes ← el escrito (document)",
    ),
    es(
        "a body behind a verb and its infinitive",
        "Desde el Ayuntamiento también han querido aclarar que la obra terminará en mayo.",
        "la obra terminará en mayo ← el Ayuntamiento",
    ),
    es(
        "sources without a name",
        "Se supo por fuentes policiales que el ladrón huyó.",
        "el ladrón huyó ← fuentes policiales",
    ),
    es(
        "a document, and a clause on what it says",
        "Los vecinos enviaron ayer una carta en la que se pide al alcalde abrir el parque.",
        "abrir el parque ← una carta (document)",
    ),
]

CALLED_TO_MIND = [
    es(
        "a name, and a verb read as a part of it",
        "Marta Gil felicita a Ruiz y le pide apoyar la paz.",
        "apoyar la paz ← Marta Gil",
    ),
    es(
        "an office below another",
        "El alcalde Luis Mas llegó ayer. La vicefiscal denunció a la banda. «No volverán», dijo.",
        "No volverán ← La vicefiscal",
    ),
    es(
        "the subject, not whom its sentence speaks of",
        "Marta Gil recibió una carta del empresario Juan Roa, quien se comprometió a invertir en la región. "
        "«Estoy muy contenta», destacó.",
        "invertir en la región ← empresario Juan Roa … quien",
        "Estoy muy contenta ← Marta Gil",
    ),
    es(
        "a noun for what persons do",
        "La ministra dijo que no. Ayer las pacifistas lanzaron un lema. Además, aseguran que el lema es viejo.",
        "no ← La ministra",
        "el lema es viejo ← las pacifistas",
    ),
    es(
        "the subject of a clause, behind what it is done after",
        "El diario dijo que la empresa vendía datos incluso después de declarar que ya no los compartiría con nadie.",
        "la empresa vendía datos incluso después de declarar que ya no los compartiría con nadie ← El diario",
        "ya no los compartiría con nadie ← El diario › la empresa",
    ),
    es(
        "one, not a team",
        "El entrenador Luis Mas saludó ayer a la afición. Después los Rojos ganaron el partido. "
        "«Estoy contento», dijo.",
        "Estoy contento ← El entrenador Luis Mas",
    ),
]

NOBODY = [
    es(
        "what is judged, whoever does it",
        "Marta Gil habló ayer. Es típico decir que los jóvenes son vagos.",
        "los jóvenes son vagos ← ∅",
    ),
]


@table([*SENT, *CALLED_TO_MIND, *NOBODY])
def test_whom_it_means(case):
    check(case)


def test_letters_of_a_name_are_the_person():
    text = "El senador Iván Marco Toro Luna dijo que no irá. IMTL dijo que la obra seguirá."
    assert len(segun.analyze(text, language="es").sources) == 1
