"""Whom the ordinary press means, where its sentences hide it: subjects behind phrases, cues far from their clause."""

from __future__ import annotations

from .table import check, en, es, table

APART = [
    es(
        "a phrase between commas",
        "La pasajera señaló, al revisor del tren, que tenía fiebre.",
        "tenía fiebre ← La pasajera",
    ),
    es(
        "whom it is told, and when",
        "Los vecinos pidieron al alcalde, durante el pleno, que cierre el pozo.",
        "cierre el pozo ← Los vecinos",
    ),
    es(
        "a comma before the conjunction alone",
        "La alcaldesa aseguró por medio de una carta, que el puente abrirá en mayo.",
        "el puente abrirá en mayo ← La alcaldesa",
    ),
    es(
        "a time and a comma",
        "La ministra confirmó el lunes, que habrá tren.",
        "habrá tren ← La ministra",
    ),
    es(
        "a preposition of several words",
        "Un portavoz del puerto ha informado por medio de una nota breve que cerrará el faro.",
        "cerrará el faro ← Un portavoz del puerto",
    ),
    es(
        "what the cue is about, and a clause on it",
        "El gerente informó de la huelga, que empieza hoy.",
        "la huelga ← El gerente",
    ),
    es(
        "a person, and a clause on them",
        "La gerente respondió en la sala al alcalde, que estaba furioso.",
    ),
    es(
        "whom a pronoun doubles",
        "Ana le explicó a su vecino que sobran barcas.",
        "sobran barcas ← Ana",
    ),
    es(
        "what the clause is given as",
        "El médico habló ayer, señalando como motivo principal que faltan camas.",
        "faltan camas ← El médico",
    ),
    es(
        "a copula",
        "Lo que dijo la alcaldesa fue que el puente está roto.",
        "el puente está roto ← la alcaldesa",
    ),
    es("all that was said before", "Llovió tres días, lo que demuestra que el dique era débil."),
    es(
        "a clause and a quotation behind a colon",
        "Desde la cofradía han explicado que por culpa del frío el puente está roto: «Nadie puede pasar».",
        "por culpa del frío el puente está roto ← la cofradía",
        "Nadie puede pasar ← la cofradía",
    ),
]
UNMARKED = [
    es(
        "the subjunctive",
        "La alcaldesa solicitó se le retirara el collar.",
        "se le retirara el collar ← La alcaldesa",
    ),
    es(
        "the indicative",
        "El portavoz aseguró se ha abierto otra zanja.",
        "se ha abierto otra zanja ← El portavoz",
    ),
    es("in a relative clause", "La alcaldesa, que denunció ya fue detenida."),
    es("a relative clause and the main verb", "El robo que denunció ya fue aclarado."),
    es("what somebody says", "Lo que dijo fue mentira."),
]
SUBJECTS = [
    es(
        "behind a phrase without a comma",
        "En la misma carta testigos del robo afirmaron que la puerta estaba abierta.",
        "la puerta estaba abierta ← testigos del robo",
    ),
    es(
        "behind the phrase that follows the cue",
        "El puente está roto, confirmó durante la tarde del lunes la Casa de la Moneda.",
        "El puente está roto ← la Casa de la Moneda",
    ),
    es(
        "a name with a particle",
        "«Venimos a pedir agua», ha afirmado Del Moral en Lisboa.",
        "Venimos a pedir agua ← Del Moral",
    ),
    es(
        "a list of bare nouns",
        "Por el muelle obreros, ancianos y turistas le pedían cantar una copla.",
        "cantar una copla ← obreros, ancianos y turistas",
    ),
    es(
        "how somebody spoke",
        "Ana Soto visitó el puerto. «Todo va bien», afirmó emocionada.",
        "Todo va bien ← Ana Soto",
    ),
    es(
        "two names and a slash",
        "La pareja Soto/Gil anunció que venderá la casa.",
        "venderá la casa ← La pareja Soto/Gil",
    ),
    es(
        "a connective that begins with a negation",
        "No obstante, las autoridades portuarias dicen que se estudia el caso.",
        "se estudia el caso ← las autoridades portuarias",
    ),
    es(
        "out of a quotation",
        "Ana Soto llegó. «El puente es de todos», y cuestionó que el pozo esté seco.",
        "el pozo esté seco ← Ana Soto",
    ),
    es(
        "a clause on an apposition",
        "Ana Gil, candidata del partido por el quinto distrito de Salinas, quien denunció que faltan urnas, se fue.",
        "faltan urnas ← Ana Gil, candidata del partido por el quinto distrito de Salinas",
    ),
    es(
        "what cannot think",
        "Rita Moro habló el martes de un traslado que considera que es caro.",
        "es caro ← Rita Moro",
    ),
    es(
        "where it says so",
        "Ana Soto trajo un mapa donde señaló que el pozo está seco.",
        "el pozo está seco ← Ana Soto",
    ),
    es(
        "a cleft",
        "Rita Moro fue la que tuvo que explicar a los vecinos que el pozo estaba seco.",
        "el pozo estaba seco ← Rita Moro",
    ),
    es("whoever does so", "Hay quien asegura que el pozo está seco.", "el pozo está seco ← quien"),
    es(
        "whom something leads to it",
        "«Me complace informar que abrimos el puente», dijo Ana Soto.",
        "Me complace informar que abrimos el puente ← Ana Soto",
        "abrimos el puente ← Ana Soto › Ana Soto",
    ),
    en(
        "whom something leads to it",
        "The leak forced the board to admit that the mill was unsafe.",
        "the mill was unsafe ← the board",
    ),
    es(
        "whose words a gerund tells",
        "Sobre el señalamiento del sindicato pidiendo que abran el puente, Ana Soto puntualizó que no hay dinero.",
        "abran el puente ← sindicato",
        "no hay dinero ← Ana Soto",
    ),
    es(
        "a body behind a preposition, and a gerund",
        "En la cofradía se limitaron a felicitarle, prometiéndole que recibiría una red.",
        "recibiría una red ← la cofradía",
    ),
    es(
        "a reason that is no purpose",
        "La figura fue polémica al decir que la lluvia era culpa del turismo.",
        "la lluvia era culpa del turismo ← La figura",
    ),
]
AGENCIES = [
    es(
        "behind what it relays",
        "Rita Moro habló ayer. Pero insistió en que el tren es caro, informó la agencia Litoral. "
        "Agregó que hubo huelga.",
        "Pero insistió en que el tren es caro ← la agencia Litoral",
        "el tren es caro ← la agencia Litoral › Rita Moro",
        "hubo huelga ← Rita Moro",
    ),
    es(
        "which cites",
        "Rita Moro dijo que el tren es caro, citó la agencia Litoral.",
        "Rita Moro dijo que el tren es caro ← la agencia Litoral",
        "el tren es caro ← la agencia Litoral › Rita Moro",
    ),
    es(
        "behind another inserted cue",
        "El tren subirá de precio, dijo Rita Moro, informó la agencia Litoral.",
        "El tren subirá de precio, dijo Rita Moro ← la agencia Litoral",
        "El tren subirá de precio ← la agencia Litoral › Rita Moro",
    ),
    es(
        "whom a gerund cites",
        "El diario informó, citando a la agencia Litoral, que el tren es caro.",
        "el tren es caro ← El diario › la agencia Litoral",
    ),
]
ACCUSERS = [
    es(
        "before the charge",
        "El capitán fue acusado por la jueza de robo.",
        "El capitán … de robo ← la jueza",
    ),
    es(
        "behind the charge",
        "El capitán fue acusado de robo por la fiscalía.",
        "El capitán … de robo ← la fiscalía",
    ),
    es(
        "before an infinitive",
        "Rita Moro fue acusada por el presidente de México de mentir.",
        "mentir ← el presidente de México",
    ),
    es(
        "who declares something",
        "El caso fue declarado nulo por la jueza.",
        "El caso … nulo ← la jueza",
    ),
]
CALLED = [
    es(
        "referred to as",
        "El poeta se refiere al rector de Olba, Luis Gil, como «el siervo».",
        "al rector de Olba, Luis Gil, como «el siervo» ← El poeta",
    ),
    en(
        "referred to as",
        "The mayor referred to the bridge as “a disgrace.”",
        "the bridge as “a disgrace ← The mayor",
    ),
    es(
        "a quotation before whom it calls",
        "El alcalde salió del teatro tras llamar «vagos» a los maestros.",
        "vagos» a los maestros ← El alcalde",
    ),
    es("a predicate before its object", "La oposición tacha de ilegal la obra.", "ilegal la obra ← La oposición"),
]
MASKED = [
    es(
        "a date",
        "Lozano vino. No obstante, el *NUMBER* de mayo anunció que se iba.",
        "se iba ← Lozano",
    ),
]
SPEECH = [
    es(
        "what a speaker says of themselves",
        "Ana Soto llegó ayer al puerto. «Yo creo que el puente abrirá en mayo».",
        "Yo creo que el puente abrirá en mayo ← Ana Soto (continued)",
        "el puente abrirá en mayo ← Ana Soto › Ana Soto",
    ),
    es(
        "a clause before the colon is no name",
        "El profesor Larios habló ayer.\n\nEl invento es un sombrero: «Es más caro que otro».",
        "Es más caro que otro ← El profesor Larios",
    ),
    es(
        "who answers",
        "El boxeador Otto Prat ganó. «Un tal Gil vino ayer», reveló Rita Moro, del comité.\n\n"
        "—¿Basta eso?\n\n—No, de hecho, no.",
        "Un tal Gil vino ayer ← Rita Moro, del comité",
        "No, de hecho, no ← Rita Moro, del comité",
    ),
]


@table([*APART, *UNMARKED, *MASKED])
def test_clauses_far_from_their_cue(case):
    check(case)


@table(SUBJECTS)
def test_subjects(case):
    check(case)


@table([*AGENCIES, *ACCUSERS])
def test_agencies_and_accusers(case):
    check(case)


@table([*CALLED, *SPEECH])
def test_names_and_speech(case):
    check(case)
