"""Questions without marks, bare answers, what is set against another's words, and claims that somebody denies."""

from __future__ import annotations

import segun

from .table import Case, analysed, check, en, es, table

QUESTIONS = [
    es(
        "a question and who asks it, without a comma",
        "¿Quién limpiará la fuente? preguntó la regidora Marta Soler.",
        "¿Quién limpiará la fuente? ← la regidora Marta Soler",
    ),
    es(
        "the same without accents and opening marks",
        "Quien limpiara la fuente? pregunto Marta Soler.",
        "Quien limpiara la fuente? ← Marta Soler",
    ),
    es(
        "what somebody wanted to know",
        "¿Cuándo abrirá el molino?, quiso saber el concejal Ruiz.",
        "¿Cuándo abrirá el molino? ← el concejal Ruiz",
    ),
    es(
        "only the question before it",
        "La feria acabó tarde. ¿Y quién recoge? se pregunta el portero.",
        "¿Y quién recoge? ← el portero",
    ),
    es("a question that nobody is said to ask", "¿Vendrá el tren? no lo sabe nadie."),
    en("who asks behind it", "Who would mend the weir? asked Nora Pike.", "Who would mend the weir? ← Nora Pike"),
    en("its subject before the cue", "Why was the mill shut? the mayor asked.", "Why was the mill shut? ← the mayor"),
    en(
        "a cue of several words",
        "Is the well clean? residents wanted to know.",
        "Is the well clean? ← residents",
    ),
    en(
        "the same with a clause",
        "The judge wanted to know whether the witness had lied.",
        "the witness had lied ← The judge",
    ),
]
ANSWERS = [
    es("a bare yes", "Preguntado sobre si habrá feria, el gerente dijo que sí.", "sí ← el gerente"),
    es("a bare no", "Cuestionado sobre si habrá feria, el gerente Ruiz aseguró que no.", "no ← el gerente Ruiz"),
    en(
        "behind a question that was put",
        "Asked whether there would be a fair, Nora Pike said no.",
        "there would be a fair ← ∅",
        "no ← Nora Pike",
    ),
    en("what voters say to a thing", "Voters said no to the weir."),
    en("a no that belongs to a noun", "Reed said no harm was done.", "no harm was done ← Reed"),
]
SET_AGAINST = [
    es(
        "what others say now, behind what was said",
        "La policía dijo que el conductor huyó, pero los vecinos aseguran que se entregó.",
        "el conductor huyó ← La policía",
        "se entregó ← los vecinos",
    ),
    es(
        "the same behind a phrase",
        "Según la policía, el conductor huyó, pero los vecinos aseguran que se entregó.",
        "el conductor huyó ← la policía (adjunct)",
        "se entregó ← los vecinos",
    ),
    es(
        "while somebody maintains something else",
        "Según el alcalde, hay dinero, mientras que el interventor sostiene que la caja está vacía.",
        "hay dinero ← el alcalde (adjunct)",
        "la caja está vacía ← el interventor",
    ),
    es(
        "not what the same person says that others think",
        "Teo Lara dijo que trabajan mucho, pero que los críticos dicen que no basta.",
        "trabajan mucho, pero que los críticos dicen que no basta ← Teo Lara",
        "no basta ← Teo Lara › los críticos",
    ),
    en(
        "what others insist on",
        "Police said the driver fled, but witnesses insist he surrendered.",
        "the driver fled ← Police",
        "he surrendered ← witnesses",
    ),
    en(
        "behind a phrase within the clause",
        "The mayor, according to the clerk, has resigned, but the council insists he has not.",
        "The mayor … has resigned ← the clerk (adjunct)",
        "he has not ← the council",
    ),
    es(
        "two phrases, each with its half",
        "Según el juez, no hay agua; según la jueza, sobra.",
        "no hay agua ← el juez (adjunct)",
        "sobra ← la jueza (adjunct)",
    ),
]
LINKED = [
    es(
        "a subject behind a semicolon and what links it",
        "La empresa dice que pagó; el sindicato, en cambio, denuncia que debe dos meses.",
        "pagó ← La empresa",
        "debe dos meses ← el sindicato",
    ),
    es(
        "what links is no part of a name",
        "El alcalde lo niega; la concejala, por su parte, sostiene que hubo fraude.",
        "hubo fraude ← la concejala",
    ),
]
CLAIMS = [
    es(
        "accusations that are denied",
        "El banco negó las acusaciones del sindicato de que ocultó pérdidas.",
        "las acusaciones del sindicato de que ocultó pérdidas ← El banco",
        "ocultó pérdidas ← El banco › sindicato",
    ),
    es(
        "statements that are rebutted",
        "La ministra desmintió las afirmaciones de la oposición de que el dique se cae.",
        "las afirmaciones de la oposición de que el dique se cae ← La ministra",
        "el dique se cae ← La ministra › la oposición",
    ),
    en(
        "claims that are denied",
        "The bank denied claims by the union that it hid losses.",
        "claims by the union that it hid losses ← The bank",
        "it hid losses ← The bank › the union",
    ),
    en(
        "a suggestion that is dismissed",
        "The minister dismissed a suggestion by the opposition that the dam was failing.",
        "a suggestion by the opposition that the dam was failing ← The minister",
        "the dam was failing ← The minister › the opposition",
    ),
    en(
        "no claim, but whom it is told",
        "The bank denied to the union that it hid losses.",
        "it hid losses ← The bank",
    ),
]
POINTED = [
    es(
        "aquella and este",
        "La ministra Soler habló con el alcalde Teo Lara. Aquella dijo que llueve; este replicó que nieva.",
        "llueve ← La ministra Soler",
        "nieva ← el alcalde Teo Lara",
    ),
    es(
        "aquel of two of one gender",
        "El alcalde discutió con el concejal Ruiz. Aquel afirmó que hay leña.",
        "hay leña ← El alcalde",
    ),
    es(
        "behind según",
        "La fiscal interrogó a la gerente Ana Gil. Según aquélla, hubo fraude.",
        "hubo fraude ← La fiscal (adjunct)",
    ),
    es(
        "este último behind a contracted article",
        "El juez llamó al gerente Ruiz. Este último declaró que pagó la leña.",
        "pagó la leña ← gerente Ruiz",
    ),
    es(
        "whom something is asked of",
        "El sindicato pidió datos a la empresa. Ésta respondió que no los tiene.",
        "no los tiene ← la empresa",
    ),
    es(
        "several",
        "Las vecinas hablaron con los bomberos. Aquellas aseguraron que olía a gas.",
        "olía a gas ← Las vecinas",
    ),
    en(
        "the former and the latter",
        "Nora Pike met Tom Reed. The former said the weir would hold; the latter said it would not.",
        "the weir would hold ← Nora Pike",
        "it would not ← Tom Reed",
    ),
    en("no former mayor", "The former mayor said the weir would hold.", "the weir would hold ← The former mayor"),
]

AHEAD = [
    es("esto before an account", "Esto dijo el ministro: el molino no abrirá.", "el molino no abrirá ← el ministro"),
    es(
        "esto behind a quotation",
        "«El molino no abrirá», esto declaró la alcaldesa Ana Gil.",
        "El molino no abrirá ← la alcaldesa Ana Gil",
    ),
    en(
        "what somebody told",
        "This is what Nora Pike told reporters: the mill will stay shut.",
        "the mill will stay shut ← Nora Pike",
    ),
    es(
        "words of somebody, once",
        "En palabras de la jueza: «No hay leña».",
        "No hay leña ← la jueza (adjunct)",
    ),
    en(
        "the same with a possessive",
        "In the minister's words: “Enough is enough.”",
        "Enough is enough ← the minister (adjunct)",
    ),
]
TOLD_OF = [
    en(
        "who speaks of somebody is not them",
        "Moss, who the judge said was present, left the country.",
        "was present ← the judge",
    ),
    en(
        "the same with a phrase",
        "Tom Reed, who according to the judge was present, left the country.",
        "was present ← the judge (adjunct)",
    ),
    en(
        "a clause that begins with its verb",
        "Nora Moss, who police say drove the truck, was released.",
        "drove the truck ← police",
    ),
    es(
        "whom something is said of",
        "Ruiz, de quien la fiscal afirma que cobró dinero, dimitió ayer.",
        "cobró dinero ← la fiscal",
    ),
    en("what doctors doubt", "Doctors doubt the cure works.", "the cure works ← Doctors"),
    es(
        "who goes on behind a relative clause",
        "La agencia citó a Teo Lara, quien salió al balcón y dijo que habrá feria.",
        "habrá feria ← La agencia › Teo Lara",
    ),
    es(
        "the sentence goes on behind a comma",
        "La alcaldesa recibió a Ruiz, que lloró, y dijo que lo siente.",
        "lo siente ← La alcaldesa",
    ),
]
HEDGED = [
    es(
        "a subjunctive behind quizá",
        "Quizá el río crezca, dijo el alcalde Ruiz.",
        "Quizá el río crezca ← el alcalde Ruiz",
    ),
    es(
        "the same without accents",
        "Quiza el rio crezca, dijo el alcalde Ruiz.",
        "Quiza el rio crezca ← el alcalde Ruiz",
    ),
    es("tal vez", "Tal vez el molino cierre, señaló Teo Lara.", "Tal vez el molino cierre ← Teo Lara"),
    es(
        "what experts doubt",
        "Los expertos dudan que el muro resista otro invierno.",
        "el muro resista otro invierno ← Los expertos",
    ),
    es(
        "the same behind a preposition",
        "Los expertos dudan de que el muro resista otro invierno.",
        "el muro resista otro invierno ← Los expertos",
    ),
    es("no clause", "Quizá cansado, el alcalde dijo que no.", "no ← el alcalde"),
]


@table(HEDGED)
def test_a_clause_is_one_whose_verb_the_parser_does_not_know(case: Case) -> None:
    check(case)


@table(AHEAD)
def test_what_points_to_an_account_is_nobody(case: Case) -> None:
    check(case)


@table(TOLD_OF)
def test_who_speaks_in_what_is_told_of_somebody_is_somebody_else(case: Case) -> None:
    check(case)
    chains = (claim.partition(" ← ")[2].partition(" (")[0].split(" › ") for claim in case.claims)
    assert {source.name for source in analysed(case).sources} == {name for chain in chains for name in chain}


@table(QUESTIONS + ANSWERS)
def test_who_asks_and_who_answers_is_found_without_marks(case: Case) -> None:
    check(case)


@table(SET_AGAINST + LINKED)
def test_a_content_ends_before_what_somebody_else_says_against_it(case: Case) -> None:
    check(case)


@table(CLAIMS)
def test_a_claim_that_somebody_denies_stays_its_own_source_s(case: Case) -> None:
    check(case)


@table(POINTED)
def test_the_former_is_the_first_of_two(case: Case) -> None:
    check(case)


def test_a_bare_no_denies() -> None:
    found = segun.analyze("El gerente Ruiz aseguró que no.", language="es")
    assert [claim.factuality for claim in found.claims] == ["CT-"]


def test_a_source_s_name_is_read_over_the_ends_of_lines() -> None:
    text = "El minis-\ntro Pere-\nda dijo que no abrirá.\n\nPereda añadió que falta leña."
    found = segun.analyze(text, language="es")
    (source,) = found.sources
    assert source.name == "El ministro Pereda"
    assert [span.of(text) for span in source.mentions] == ["El minis-\ntro Pere-\nda", "Pereda"]


def test_a_hyphen_that_a_word_has_stays() -> None:
    found = segun.analyze("El portavoz ruso-\nucraniano Bernal Ojeda dijo que llueve.", language="es")
    assert [source.name for source in found.sources] == ["El portavoz ruso-ucraniano Bernal Ojeda"]
