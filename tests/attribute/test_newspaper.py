"""What Spanish newspapers write: how a quotation closes, who goes on speaking, whose an opinion is."""

from __future__ import annotations

from .table import check, es, table

CLOSING = [
    es(
        "verb that ends a speech",
        "“No hay dinero para la obra”, finalizó Ana Gil.",
        "No hay dinero para la obra ← Ana Gil",
    ),
    es(
        "infinitive behind its verb",
        "“No hay dinero para la obra”, llegó a decir la alcaldesa de Lumbrera.",
        "No hay dinero para la obra ← la alcaldesa de Lumbrera",
    ),
    es(
        "infinitive behind a conjunction",
        "“No hay dinero para la obra”, tuvo que reconocer Ana Gil.",
        "No hay dinero para la obra ← Ana Gil",
    ),
    es(
        "gerund behind its verb",
        "“No hay dinero para la obra”, concluyó diciendo la alcaldesa de Lumbrera.",
        "No hay dinero para la obra ← la alcaldesa de Lumbrera",
    ),
]


@table(CLOSING)
def test_verbs_that_close_direct_speech(case):
    check(case)


SUBJECTS = [
    es(
        "a headline's first words are nobody",
        "Sorpresa en Lumbrera: aseguran que el alcalde dejará el cargo\n\nEl alcalde calló ayer todo el día.",
        "el alcalde dejará el cargo ← ∅",
    ),
    es(
        "nobody stands in the words of another sentence",
        "La ministra remachó la frase. Y concluyó pidiendo calma: “Ustedes son la niebla, ustedes son el ruido”.",
        "Ustedes son la niebla, ustedes son el ruido ← La ministra",
    ),
]


@table(SUBJECTS)
def test_who_is_no_subject(case):
    check(case)
