"""Statements that are parted from their cue, what is asked for with *para que*, and who speaks again behind others."""

from __future__ import annotations

from .table import check, es, table

PARTED = [
    es(
        "a sentence that goes on behind what is told of its speaker",
        "“El jabón no cura la gripe”, explicó Berta Lago, quien dirige el equipo, “pero reduce el contagio”.",
        "El jabón no cura la gripe … pero reduce el contagio ← Berta Lago",
    ),
    es(
        "a cue of many within a sentence about one thing",
        "Los técnicos hablaron ayer. El plan, explicaron, podría reducir el tráfico.",
        "Los técnicos hablaron ayer ← report",
        "El plan … podría reducir el tráfico ← Los técnicos",
    ),
    es(
        "a quotation right behind a sentence, the blank between them lost",
        'El cantante escribió a las víctimas."Amigos de Lerma, mi abrazo a las familias", expresó el artista.',
        "Amigos de Lerma, mi abrazo a las familias ← el artista",
    ),
]
ASKED = [
    es(
        "a call to somebody",
        "La alcaldía hizo un llamado a los vecinos para que ahorren agua.",
        "ahorren agua ← La alcaldía",
    ),
    es(
        "a petition that somebody signs",
        "Los vecinos firmaron una petición en la red para que reabran el museo.",
        "reabran el museo ← Los vecinos",
    ),
    es(
        "a question opens no account",
        "Los guardias preguntaron si el fotógrafo era de Lerma. El hombre se marchó con su cámara.",
        "el fotógrafo era de Lerma ← Los guardias",
        "El hombre se marchó con su cámara ← report",
    ),
    es("what something is used for", "Los vecinos compraron una sirena para que reabran el museo."),
]
HELD = [
    es(
        "an opinion without a comma on one of many",
        "Para el rector Tomás Urbina una de las causas del retraso es la falta de cemento.",
        "una de las causas del retraso es la falta de cemento ← el rector Tomás Urbina (adjunct)",
    ),
    es(
        "what somebody calls themselves",
        "El portero se declaró inocente del robo.",
        "inocente del robo ← El portero",
    ),
    es(
        "an infinitive behind a negation, and a conjunction of its own",
        "Gil dijo no tener datos que prueben el robo.",
        "no tener datos que prueben el robo ← Gil",
    ),
    es(
        "being sure, the preposition left out",
        '"Estoy seguro que el barrio lo celebrará", dijo Gil.',
        "Estoy seguro que el barrio lo celebrará ← Gil",
        "el barrio lo celebrará ← Gil › Gil",
    ),
    es("what a thing is held to be", "La feria se declaró abierta ayer."),
]
AGAIN = [
    es(
        "who speaks, behind whoever speaks in their words",
        '"¿Quién paga la obra?", se pregunta el dueño de la noria.\n\n'
        '"Nadie cree a Rosa Gil, que dijo que la obra es barata", sostiene.\n\n'
        '"Queremos una auditoría", indica.',
        "¿Quién paga la obra ← el dueño de la noria",
        "Nadie cree a Rosa Gil, que dijo que la obra es barata ← el dueño de la noria",
        "la obra es barata ← el dueño de la noria › Rosa Gil",
        "Queremos una auditoría ← el dueño de la noria",
    ),
]
SAID_OF = [
    es(
        "persons accused within a phrase",
        "La policía detuvo ayer en Lerma a seis jóvenes acusados de cometer graves robos a dos ancianas.",
        "cometer graves robos a dos ancianas ← ∅",
    ),
    es(
        "a verdict called a victory",
        "El gremio celebró el fallo como una victoria propia.",
        "el fallo como una victoria propia ← El gremio",
    ),
    es(
        "those among whom many say so",
        "El museo gastó mil euros en flores, tal y como apuntan en Faro Norte.",
        "El museo gastó mil euros en flores ← Faro Norte (adjunct)",
    ),
    es(
        "a clause behind a comma and the cue's subject",
        "Puntualizó la alcaldesa de Lerma, que lo más grave es el retraso.",
        "lo más grave es el retraso ← la alcaldesa de Lerma",
    ),
]
ADVICE = [
    es("what is best done", "Lo mejor es comprobar que la pared está seca."),
    es("what the reader can do", "El usuario abre la puerta. Con eso puedes asegurarte de que nadie entra."),
    es("what is beyond doubt", "No cabe duda que el lunes será un día triste para Lerma."),
]
LETTERS = [
    es(
        "letters that only look Latin",
        "La роlicía dijо que el hоmbre entró роr la ventana.",
        "el hоmbre entró роr la ventana ← La роlicía",
    ),
]


@table([*PARTED, *ASKED, *HELD, *AGAIN, *SAID_OF, *ADVICE, *LETTERS])
def test_parted_and_asked(case):
    check(case)
