"""Where a content ends because the report tells on, and where it goes on although a comma or a quotation parts it."""

from __future__ import annotations

from .table import check, en, es, table

TELLS_ON = [
    es(
        "behind a connective, in the past",
        "El alcalde aseguró que el puente estaba listo, no obstante, la obra se detuvo ayer.",
        "el puente estaba listo ← El alcalde",
    ),
    es(
        "with what followed from it",
        "Los socios decidieron que hacía falta otra bandera, así que se la encargaron a un sastre.",
        "hacía falta otra bandera ← Los socios",
    ),
    es(
        "but not where the content tells of the past itself",
        "El alcalde aseguró que la lluvia mojó los cables, por lo que se apagó la luz.",
        "la lluvia mojó los cables, por lo que se apagó la luz ← El alcalde",
    ),
    es(
        "a connective that hangs over",
        "El remero dijo que estaba mejor, sin embargo.",
        "estaba mejor ← El remero",
    ),
    en(
        "a connective that hangs over",
        "The mayor said the bridge was safe, however.",
        "the bridge was safe ← The mayor",
    ),
]
BEFORE_MAIN = [
    es(
        "a noun in a clause before the main one",
        "Después de que la policía confirmara la muerte del remero, el club suspendió la regata.",
        "la muerte del remero ← la policía",
    ),
    es(
        "a clause in a clause before the main one",
        "Cuando la alcaldesa anunció que cerraría el puente, los vecinos salieron a la calle.",
        "cerraría el puente ← la alcaldesa",
    ),
    en(
        "a clause in a clause before the main one",
        "When the mayor announced that the bridge would close, the neighbours took to the streets.",
        "the bridge would close ← the mayor",
    ),
]
GOES_ON = [
    es(
        "a second wish",
        "Sus vecinos piden al astillero que rectifique y la contraten otra vez.",
        "rectifique y la contraten otra vez ← Sus vecinos",
    ),
    es(
        "a second conjunction behind a comma",
        "Barral acepta que todos dudaban, pero que tuvo que firmar.",
        "todos dudaban, pero que tuvo que firmar ← Barral",
    ),
    es(
        "what is set against it, with a verb that may be a cue",
        "Gil menciona que usará la copla del gremio pero le cambiará dos versos.",
        "usará la copla del gremio pero le cambiará dos versos ← Gil",
    ),
    es(
        "not in another infinitive beside the cue",
        "La portavoz lo buscó para informarle que fue nombrado capitán y animarlo a aceptar el barco.",
        "fue nombrado capitán ← La portavoz",
    ),
    es(
        "not in what somebody is quoted with behind it",
        "El obispo afirmó que el coro se ha desviado, «o que cantaba otra cosa al principio», añadió Barral.",
        "el coro se ha desviado ← El obispo",
        "o que cantaba otra cosa al principio ← Barral",
    ),
    es(
        "a noun behind a preposition, with its phrases",
        "La oficina advierte de fraude en rifas para la regata.",
        "fraude en rifas para la regata ← La oficina",
    ),
    es(
        "not in a sentence quoted behind a colon, small though its first letter is",
        "La pareja anunció que ya prepara la compra de una barca: «incluso hay un trato con el dueño».",
        "ya prepara la compra de una barca ← La pareja",
        "incluso hay un trato con el dueño ← La pareja",
    ),
]


@table([*TELLS_ON, *BEFORE_MAIN, *GOES_ON])
def test_ends(case):
    check(case)
