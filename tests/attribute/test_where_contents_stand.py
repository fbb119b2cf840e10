"""Where the content of a cue stands: behind whom it tells, behind how long ago, with what is quoted behind a comma."""

from __future__ import annotations

from .table import Case, check, es, table

FAR = [
    es(
        "behind how long ago",
        "Ana Pardo pidió hace tres semanas que el molino abriera los domingos.",
        "el molino abriera los domingos ← Ana Pardo",
    ),
    es(
        "behind how long ago, where it is a document's",
        "La gaceta publicó hace unos meses que resulta falso que el faro cierre.",
        "resulta falso que el faro cierre ← La gaceta",
    ),
    es(
        "behind whom it tells, where the clause has no subject",
        "La jefa dijo a los concejales que no piensa marcharse.",
        "no piensa marcharse ← La jefa",
    ),
    es(
        "behind whom it tells, with a second clause",
        "Ana Pardo contó a la revista Marea que sufre vértigo y que no subirá al faro.",
        "sufre vértigo y que no subirá al faro ← Ana Pardo",
    ),
    es(
        "behind the press that it tells, before a quotation behind a colon",
        "Tras la cena Leo Mora dijo a los medios que la niña dormía ya: «Todo va bien por aquí», afirmó.",
        "la niña dormía ya ← Leo Mora",
        "Todo va bien por aquí ← Leo Mora",
    ),
    es(
        "but not behind whom a quotation behind a colon is told",
        "Leo Mora dijo a los vecinos que viven cerca: «Todo va bien por aquí».",
        "Todo va bien por aquí ← Leo Mora",
    ),
    es("but behind what it is about", "La actriz comentó sobre la boda que aseguran habrá pronto."),
    es(
        "behind a cue that the parser took for a name",
        "Ana Pardo presentó su plan. Recalca que se pintará el faro.",
        "se pintará el faro ← Ana Pardo",
    ),
]
ASKED = [
    es(
        "with the word that asks",
        "Pardo preguntó qué harán los vecinos.",
        "qué harán los vecinos ← Pardo",
    ),
    es(
        "with its preposition",
        "La ministra explicó en qué consiste la reforma.",
        "en qué consiste la reforma ← La ministra",
    ),
    es("whoever it is done to, and no question", "La alcaldesa agradeció a quienes ayudaron a los vecinos."),
]
ENDS = [
    es(
        "before a concession with a cue and an adverb",
        "El alcalde niega que los guardias duerman, aunque sí admite que conviene cambiar los turnos.",
        "los guardias duerman ← El alcalde",
        "conviene cambiar los turnos ← El alcalde",
    ),
    es(
        "behind a quotation that says it again",
        "El cura dijo que añora a más vecinos en la ermita, “muchas familias están llenas de miedo”.",
        "añora a más vecinos en la ermita, “muchas familias están llenas de miedo” ← El cura",
    ),
    es(
        "behind a wording, before what is not told",
        'La liga dio a conocer que Pardo deberá parar un mes, "por su primera falta grave", sin especificar cuál.',
        'Pardo deberá parar un mes, "por su primera falta grave" ← La liga',
    ),
    es(
        "behind a quotation that a second cue follows",
        "Ana Pardo dijo que no irá a la feria, “estoy cansada”, y pidió perdón.",
        "no irá a la feria, “estoy cansada” ← Ana Pardo",
        "perdón ← Ana Pardo",
    ),
    es(
        "behind what followed from it, in a passive",
        "La clínica detalló que la niña tenía golpes, por lo que fue llevada a Lirva.",
        "la niña tenía golpes, por lo que fue llevada a Lirva ← La clínica",
    ),
    es(
        "with nothing but what was exhorted",
        "Ana Pardo exhortó a confiar en sus manos y seguir remando.",
        "confiar en sus manos y seguir remando ← Ana Pardo",
    ),
]
SET_AGAINST = [
    es(
        "a concession that asks for something",
        "El alcalde dijo que el plan es bueno, aunque pidió paciencia a los vecinos.",
        "el plan es bueno ← El alcalde",
        "paciencia a los vecinos ← El alcalde",
    ),
    es(
        "but not one on what many say",
        "El alcalde dijo que el plan es bueno, pese a que llega con mucho retraso.",
        "el plan es bueno, pese a que llega con mucho retraso ← El alcalde",
    ),
    es(
        "what its source says of it",
        "El ministro dijo que el muelle traerá trabajo, lo que calificó de histórico.",
        "el muelle traerá trabajo ← El ministro",
        "histórico ← El ministro",
    ),
    es(
        "in spite of it",
        "El jurado señala que el guion llega tarde, pese a lo cual ha decidido que conviene leerlo.",
        "el guion llega tarde ← El jurado",
        "conviene leerlo ← El jurado",
    ),
    es(
        "but not what follows from it",
        "El ministro dijo que faltan grúas, lo que hace que los barcos esperen meses.",
        "faltan grúas, lo que hace que los barcos esperen meses ← El ministro",
    ),
    es(
        "nor what it shows",
        "El guarda dice que hay huellas, lo que indica que alguien sube al faro.",
        "hay huellas, lo que indica que alguien sube al faro ← El guarda",
    ),
    es(
        "what somebody else says of it",
        "La liga avaló que el portero saliera con casco, lo que, a juicio de la portavoz, rompe el reglamento.",
        "el portero saliera con casco ← La liga",
        "rompe el reglamento ← la portavoz (adjunct)",
    ),
    es(
        "who said what is denied",
        "La jefa negó que hubiera pacto, como denunció Leo Mora.",
        "hubiera pacto ← La jefa",
        "hubiera pacto ← Leo Mora (adjunct)",
    ),
    es(
        "who told what is denied, without a name",
        "El técnico descartó que vaya a marcharse, como se rumoró el lunes.",
        "vaya a marcharse ← El técnico",
    ),
    es(
        "two who have one verb",
        "Se esperaba que se cerrara la escuela, pero Layla y Mora pagaron la obra del patio.",
        "se cerrara la escuela ← ∅",
    ),
]
PHRASES = [
    es(
        "what points back behind and",
        "La coral sigue sin sala y así lo denunció Ana Pardo.",
        "La coral sigue sin sala ← Ana Pardo (adjunct)",
    ),
    es(
        "behind and",
        "El río bajó mucho y según la alcaldesa no hay peligro.",
        "no hay peligro ← la alcaldesa (adjunct)",
    ),
    es(
        "behind and, within a clause",
        "La jueza dijo que los presos son vecinos y de acuerdo a la Ley de Aguas pueden votar.",
        "los presos son vecinos y de acuerdo a la Ley de Aguas pueden votar ← La jueza",
        "pueden votar ← La jueza › la Ley de Aguas (document)",
    ),
    es(
        "what points back behind a semicolon",
        "El faro se caerá en abril; así lo dijo la perita Ruiz.",
        "El faro se caerá en abril ← la perita Ruiz (adjunct)",
    ),
    es(
        "this",
        "Lo que falta es pintura, esto lo señaló la directora del faro.",
        "Lo que falta es pintura ← la directora del faro (adjunct)",
    ),
    es(
        "an opinion before what is quoted behind a colon",
        'Para el portavoz, en la aldea está muy extendida la costumbre de callar: "Nadie habla de eso".',
        "en la aldea está muy extendida la costumbre de callar ← el portavoz (adjunct)",
        "Nadie habla de eso ← el portavoz",
    ),
]


@table([*FAR, *ASKED, *ENDS, *SET_AGAINST, *PHRASES])
def test_where_a_content_stands(case: Case) -> None:
    check(case)
