"""What is no cue taken as one: a *que* that belongs to other words, verbs in frames that state nothing."""

from __future__ import annotations

from .table import check, en, es, table

OTHER_WORDS = [
    es("sino que", "El brujo no creía en los santos, sino que los usaba de adorno."),
    es(
        "because of what others say",
        "Los socios no quieren el campo, debido a que dicen que allí hará frío.",
        "allí hará frío ← Los socios",
    ),
    es("at the same time", "El senador declaró su apoyo a la obra, al tiempo que cortó la cinta."),
    es("the first thing", "Tengo que escribir lo primero que se me ocurra."),
    es("the one that", "Entre las cuestiones destacó la que trataba del puerto."),
    es("comparison", "El mote se hizo más mencionado que el propio nombre del perro."),
    es("as if it were", "La tía contó como si fuera una broma el robo."),
    es("the fact that", "Llamó la atención de los médicos el hecho de que los taxis queden fuera."),
    es(
        "persons that a relative clause tells of",
        "El guarda prohibirá la entrada a los vecinos que lleguen tarde.",
        "la entrada a los vecinos que lleguen tarde ← El guarda",
    ),
    en("as if", "Ann Marsh spoke as if the bridge were closed."),
]
FRAMES = [
    es("a pronominal verb without its pronoun", "El pueblo le brindó la oportunidad de volver a empezar."),
    es("another verb of the same form", "Se creó un fondo para pintar la sala a fin de facilitar el baile."),
    es("in exchange", "Se ofrecían camas a los peregrinos a cambio de limpiar la ermita."),
    es(
        "manner behind a preposition",
        "El convenio de Lirva no ampara de forma automática el derecho de pesca.",
        "el derecho de pesca ← El convenio de Lirva (document)",
    ),
]


@table(OTHER_WORDS)
def test_a_conjunction_of_other_words_opens_no_content(case):
    check(case)


@table(FRAMES)
def test_frames_that_state_nothing(case):
    check(case)
