"""Verbs of saying that tell what is done or supposed, and what somebody feels about what is so."""

from __future__ import annotations

from .table import Case, check, es, table

DONE = [
    es(
        "what somebody makes sure of, by the verb's own pronoun",
        "El cartero quiere asegurarse que lo oyen.",
    ),
    es(
        "what a speaker makes sure of",
        "“Nos aseguramos que coman”, dijo Inés Roca.",
        "Nos aseguramos que coman ← Inés Roca",
    ),
    es("what somebody makes sure of, with a preposition", "Simón se aseguró de que el horno estaba apagado."),
    es(
        "what people are sure of, without one",
        "Se aseguró que el horno estaba apagado.",
        "el horno estaba apagado ← ∅",
    ),
    es("what a thing sees to", "La nueva caldera garantiza que el horno tendrá calor en invierno."),
    es("what will be found out", "Las pruebas determinarán qué molino vendió el pan."),
    es("whether something is so, which will be found out", "Las pruebas determinarán si el pan tiene plomo."),
    es("what is only supposed", "De confirmarse el incendio, el molino cerrará."),
    es("what to say again means", "El lunes es fiesta. Es decir que el horno no abre."),
    es(
        "what happens in what somebody wants to show",
        "El director quiere rodar una escena en la que un perro salve al cura.",
    ),
    es(
        "what stands in a note that somebody sends out",
        "El gremio difundió una nota en la que la panadera asegura que faltan huevos.",
        "la panadera asegura que faltan huevos ← El gremio",
        "faltan huevos ← El gremio › la panadera",
    ),
    es(
        "what those who listen are told to remember",
        "“Recuerden que mañana es fiesta”, dijo Simón.",
        "Recuerden que mañana es fiesta ← Simón",
    ),
]
FELT = [
    es(
        "what worries those who speak",
        "“Nos preocupa que falten huevos”, dijo Inés Roca.",
        "Nos preocupa que falten huevos ← Inés Roca",
        "falten huevos ← Inés Roca › Inés Roca",
    ),
    es("what surprises somebody", "A la panadera le sorprende que falten huevos.", "falten huevos ← la panadera"),
    es("what worries nobody in particular", "Preocupa que falten huevos."),
    es("what surprises by itself", "El pan de Simón, la noticia sorprende, lleva plomo."),
    es(
        "what somebody is quite sure of",
        "El panadero está completamente seguro de que faltan huevos.",
        "faltan huevos ← El panadero",
    ),
]


@table(DONE)
def test_what_is_done(case: Case) -> None:
    check(case)


@table(FELT)
def test_what_is_felt(case: Case) -> None:
    check(case)
