"""Headlines and headings: their verb first or last, their speaker beside a colon or beside a quotation."""

from __future__ import annotations

from .table import check, es, table

BODY = "\nLa sesión se celebró ayer. Hubo gritos."
VERB_FIRST = [
    es(
        "a noun without a determiner",
        f"Exigen regidores del PRV salida de Barral{BODY}",
        "salida de Barral ← regidores del PRV",
    ),
    es(
        "a name, and a noun that looks like a participle",
        f"Propone Barral impuesto a barcas para pagar el puente{BODY}",
        "impuesto a barcas para pagar el puente ← Barral",
    ),
    es(
        "a cue that else takes a clause",
        f"Advierte Gil riesgo de colapso en el hospital{BODY}",
        "riesgo de colapso en el hospital ← Gil",
    ),
    es(
        "somebody for an office",
        f"Propone Barral a Ana Gil para el consejo{BODY}",
        "a Ana Gil para el consejo ← Barral",
    ),
    es("nobody, a clause", f"Descubren que las barcas no usan gasolina{BODY}", "las barcas no usan gasolina ← ∅"),
    es("nobody, a noun", f"Anuncian cierre del puente por obras{BODY}", "cierre del puente por obras ← ∅"),
    es("nobody behind a topic", f"Otro fraude: descubren que Barral fue suplantado{BODY}", "Barral fue suplantado ← ∅"),
    es("a noun that is no verb", f"Denuncia por robo en el puente{BODY}"),
]


@table(VERB_FIRST)
def test_verb_first(case):
    check(case)


SPEAKERS = [
    es(
        "a name behind a colon, and no verb",
        f"Narvia, segunda economía de todo el valle: CRN{BODY}",
        "Narvia, segunda economía de todo el valle ← CRN",
    ),
    es(
        "a cue with whom it answers before a colon",
        f"Gil responde a Barral: no me voy a callar{BODY}",
        "no me voy a callar ← Gil",
    ),
    es(
        "a participle and a cue last",
        f"Bien ganada la copa de los remeros, dice Ana Gil{BODY}",
        "Bien ganada la copa de los remeros ← Ana Gil",
    ),
    es("two names and what they are", f"Ana y Luis: los nombres más comunes del valle{BODY}"),
]
LAST = [
    es(
        "no comma before the cue",
        "La brigada es quien abrió la presa declara uno de los pastores.",
        "La brigada es quien abrió la presa ← uno de los pastores",
    ),
    es(
        "a question before a comma",
        "¿Dónde está el remero y cómo luce hoy?, se preguntan muchas personas.",
        "Dónde está el remero y cómo luce hoy ← muchas personas",
    ),
    es("what somebody does not mean to do", "No obstante, y pese a todo, la escuela no piensa ceder un metro."),
    es("what seems to be", "Después de la cena, la disputa parece haber quedado zanjada."),
]


@table([*SPEAKERS, *LAST])
def test_speakers(case):
    check(case)
