"""What is no cue taken as one: a *que* that belongs to other words, verbs in frames that state nothing."""

from __future__ import annotations

from .table import check, en, es, table

OTHER_WORDS = [
    es("sino que", "El brujo no creía en los santos, sino que los usaba de adorno."),
    es(
        "because of what others say",
        "Los socios rechazan el campo, debido a que sostienen que allí hará frío.",
        "allí hará frío ← Los socios",
    ),
    es(
        "at the same time",
        "El senador declaró su apoyo a la obra, al tiempo que cortó la cinta.",
        "su apoyo a la obra ← El senador",
    ),
    es("the first thing", "Debo pintar lo primero que encuentre."),
    es("the one that", "Entre las cartas destacó la que trataba del puerto."),
    es("comparison", "El mote se hizo más mencionado que el propio nombre del perro."),
    es("as if it were", "La tía contó como si fuese un chiste aquel robo."),
    es("the fact that", "Llamó la atención del jurado el hecho de que las barcas queden fuera."),
    es(
        "persons that a relative clause tells of",
        "La alcaldesa teme la reacción de los vecinos que vivan cerca.",
        "la reacción de los vecinos que vivan cerca ← La alcaldesa",
    ),
    en("as if", "Ann Marsh spoke as if the bridge were closed."),
]
FRAMES = [
    es("a pronominal verb without its pronoun", "La aldea le brindó la ocasión de aprender a remar."),
    es("another verb of the same form", "Se creó un fondo para pintar la sala a fin de facilitar el baile."),
    es("in exchange", "Se ofrecían camas a los peregrinos a cambio de limpiar la ermita."),
    es(
        "manner behind a preposition",
        "El convenio de Lirva no ampara de modo alguno el derecho de pesca.",
        "el derecho de pesca ← El convenio de Lirva (document)",
    ),
]
SENSES = [
    es("a thing that makes sure of something", "Las reservas de agua aseguran que el riego llegue al valle."),
    es("nobody who would make sure of it", "No estaría garantizado que alguien revisara los túneles."),
    es("what a thing varies with", "Los plazos varían según el municipio."),
    es("each", "La cuota cambiaría mucho, de acuerdo a cada vecino."),
    es("an infinitive right behind, between commas", "No obstante, el club no piensa ceder, y tras la feria abrirá."),
    es("when, and not what", "Ana Gil se siente mal cuando sube al faro."),
    es("a condition behind what somebody doubts", "Gil no entiende la prisa del alcalde si nadie lo espera."),
    es("as it was done", "Pintarán la sala, tal y como hicieron ayer."),
    es("a meeting", "Y la juez, acabando la cena, nos concedió una entrevista."),
    es(
        "what a gerund asks for",
        "El club ha decidido esconder la copa, pidiendo al rival que no la busque.",
        "no la busque ← El club",
    ),
    es("besides", "Formó parte de la obra La orden, además de que cantó en la fiesta."),
    es("a label", "Consejo: lave las setas con agua fría."),
    es("what the reader is told", "Recuerde que para subir a la barca hay que pagar."),
    es("what the reader is told not to do", "No olvide que la barca sale a las tres."),
    es("what one does rather than something else", "Es mejor avisar que callar, y el club tiene barcas para todos."),
    es("what is looked at", "Tol miró a los ojos de su prima y siguió barriendo."),
    es("what somebody comes to see", "Las barqueras se dieron cuenta de que faltaba un remo."),
    es("an agency gives news of it", "Faro dio cuenta de que faltaba un remo.", "faltaba un remo ← Faro"),
    es("what one decides to do oneself", "El club ha tomado la decisión de vender la barca."),
]


@table(SENSES)
def test_other_senses(case):
    check(case)


NOBODY_SAYS = [
    es(
        "everything",
        "El técnico Marcos Prat perdió. Todo parece indicar que dejará el club.",
        "dejará el club ← ∅",
    ),
    es("feared", "Marcos Prat volvió a casa. Se teme que el río crezca.", "el río crezca ← ∅"),
    es("it seems, behind a name", "Marcos Prat volvió y parece que tiene frío.", "tiene frío ← ∅"),
    es(
        "an infinitive that tells when",
        "La empresa Lumen, que es de Gil, cerró tras confirmarse que el agua estaba sucia.",
        "el agua estaba sucia ← ∅",
    ),
    es("known by now", "Está demostrado que el café despierta.", "el café despierta ← ∅"),
]

SPELLING = [
    es("q for que", "El alcalde dijo q no habrá más obras.", "no habrá más obras ← El alcalde"),
    es(
        "a past without its accent",
        "El alcalde volvió ayer al jardín. Allí menciono que está cansado.",
        "está cansado ← El alcalde",
    ),
]


@table(SPELLING)
def test_careless_spelling(case):
    check(case)


@table(NOBODY_SAYS)
def test_what_nobody_says(case):
    check(case)


@table(OTHER_WORDS)
def test_a_conjunction_of_other_words_opens_no_content(case):
    check(case)


@table(FRAMES)
def test_frames_that_state_nothing(case):
    check(case)
