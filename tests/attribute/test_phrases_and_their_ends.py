"""Phrases that state nothing, whose half of a sentence a phrase attributes, and where contents end behind phrases."""

from __future__ import annotations

from .table import check, es, table

EXAMPLES = [
    es(
        "examples behind a noun without an article",
        "El pabellón servirá para celebrar otros actos como bodas o ferias.",
    ),
    es("examples in what something is said in", "El oficio está mal visto en pueblos vecinos como Lirva o Torvel."),
    es(
        "examples behind a comma",
        "Al referirse a las quejas que hay, como en el caso de las ruedas, Ana Soto dijo que habrá turnos.",
        "habrá turnos ← Ana Soto",
    ),
    es("what goes with what", "El té de salvia, que se toma en ayunas, se asocia con mejores notas entre los alumnos."),
    es(
        "what somebody is called, still",
        "El coro presentó a la directora como una visionaria.",
        "a la directora como una visionaria ← El coro",
    ),
]
SHOWN = [
    es("news", "La pianista Rita Mora dio a conocer una noticia que alegra a todo el barrio."),
    es("a list", "El museo dio a conocer la lista de salas que cerrarán en mayo."),
    es("pictures", "Tres revistas informaron sobre las fotos de la verbena."),
    es(
        "news of something",
        "El museo dio a conocer la noticia de que cerrará la sala.",
        "cerrará la sala ← El museo",
    ),
]
FINDING_OUT = [
    es("what is needed", "Los biólogos necesitan determinar si las truchas duermen menos."),
    es("what it is for", "Las pruebas son para ver si el motor aguanta la cuesta."),
    es("what one seeks", "El ensayo busca verificar si el agua es potable."),
    es(
        "what for, in what somebody says",
        "La alcaldesa señaló que un jurado probará los quesos, tortas y panes, para determinar que son dignos.",
        "un jurado probará los quesos, tortas y panes, para determinar que son dignos ← La alcaldesa",
    ),
]
NOUNS = [
    es(
        "solidarity",
        "La rectora expresó su solidaridad con las familias de los remeros.",
        "su solidaridad con las familias de los remeros ← La rectora",
    ),
    es(
        "a proposal to do something",
        "La propuesta del alcalde para cerrar el mercado no gustó a nadie.",
        "cerrar el mercado ← alcalde",
    ),
    es(
        "what somebody brought up",
        "El planteamiento del sindicato de acabar con los turnos gusta a los jóvenes.",
        "acabar con los turnos ← sindicato",
    ),
]
HALVES = [
    es(
        "an apposition with a relative clause",
        "A decir de Rita Mora, una vecina que vio el vídeo, el salto es muy grave.",
        "el salto es muy grave ← Rita Mora, una vecina (adjunct)",
    ),
    es(
        "a verb taken for a noun, behind and",
        "Gil vivió años en la isla y ahora, según cuenta en su carta, cría cabras en el valle.",
        "ahora … cría cabras en el valle ← Gil (adjunct)",
    ),
    es(
        "two phrases, each over its half",
        "El pozo bajó dos metros, según la alcaldesa, y el arroyo otros tres, de acuerdo con el instituto.",
        "El pozo bajó dos metros ← la alcaldesa (adjunct)",
        "el arroyo otros tres ← el instituto (adjunct)",
    ),
    es(
        "a reason whose subject stands first",
        "Gil cerró el horno porque cualquier vecino, según la ordenanza, puede pedirlo.",
        "cualquier vecino … puede pedirlo ← la ordenanza (document)",
    ),
    es(
        "several subjects behind a source",
        "De acuerdo con datos del portal Prado Abierto, Portugal, Grecia y Malta son los países con más cortes.",
        "Portugal, Grecia y Malta son los países con más cortes ← portal Prado Abierto (adjunct)",
    ),
]
ENDS = [
    es(
        "what a preposition lacks",
        "Gil dijo que estaba «listo para volver» y que se dormía con la idea de que algún día tendría un barco.",
        "estaba «listo para volver» y que se dormía con la idea de que algún día tendría un barco ← Gil",
        "algún día tendría un barco ← Gil › ∅",
    ),
    es(
        "a conjunction that tells when",
        "Los guardas están pidiendo tener más cuidado después de que se quemara el mayor pinar del valle.",
        "tener más cuidado ← Los guardas",
    ),
    es(
        "what is told of what is announced",
        "Rita Mora anunció una gira que arrancará en junio, en la cual recorrerá toda la costa.",
        "una gira que arrancará en junio, en la cual recorrerá toda la costa ← Rita Mora",
    ),
    es(
        "what the report tells of it",
        "Luego el juez ordenó una limpieza, de la cual se ocupó su primo.",
        "una limpieza ← el juez",
    ),
]


@table(EXAMPLES)
def test_examples_are_no_names(case):
    check(case)


@table(SHOWN)
def test_what_is_shown_says_nothing(case):
    check(case)


@table(FINDING_OUT)
def test_what_somebody_wants_to_know_is_not_said(case):
    check(case)


@table(NOUNS)
def test_nouns_that_count(case):
    check(case)


@table(HALVES)
def test_a_phrase_attributes_its_own_half(case):
    check(case)


@table(ENDS)
def test_where_contents_end(case):
    check(case)
