"""What Spanish newspapers write: how a quotation closes, who goes on speaking, whose an opinion is."""

from __future__ import annotations

from .table import check, en, es, table

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
    es(
        "two names before a verb of one",
        "Ana Gil abrió el pleno. En la moción de Lumbrera, Alba y Valdera contra el ruido (en la que hay dos errores) "
        "ha señalado que el puente está cerrado.",
        "el puente está cerrado ← Ana Gil",
    ),
]


@table(SUBJECTS)
def test_who_is_no_subject(case):
    check(case)


CONCEDED = [
    es(
        "the speaker concedes",
        "La ministra dijo que el plan sigue, aunque reconoció que faltan fondos.",
        "el plan sigue ← La ministra",
        "faltan fondos ← La ministra",
    ),
    es(
        "what the speaker says is conceded",
        "La ministra dijo que el plan sigue, aunque faltan fondos.",
        "el plan sigue, aunque faltan fondos ← La ministra",
    ),
    en(
        "a pronoun concedes",
        "The governor said that rates would hold, though she acknowledged that prices had risen.",
        "rates would hold ← The governor",
        "prices had risen ← The governor",
    ),
]


@table(CONCEDED)
def test_a_concession_with_a_cue(case):
    check(case)


HAPPENING = [
    es(
        "a subject that lasts is no cue",
        "La ministra dijo que, a pesar de un invierno que estuvo por encima de lo esperado, las metas se mantienen.",
        "a pesar de un invierno que estuvo por encima de lo esperado, las metas se mantienen ← La ministra",
    ),
]


@table(HAPPENING)
def test_what_happens_by_itself(case):
    check(case)


SPEAKERS = [
    es(
        "a person speaks, and no report in passing",
        "La ministra Olga Prat presentó el plan. El paro subió, según el informe. “Hay que esperar”, comentó.",
        "El paro subió ← el informe (adjunct)",
        "Hay que esperar ← La ministra Olga Prat",
    ),
]


@table(SPEAKERS)
def test_who_speaks_by_an_ending_alone(case):
    check(case)


ADJUNCTS = [
    es(
        "the sentence's subject is no apposition to the source",
        "Según la Policía, el detenido, de 30 años, huyó el lunes.",
        "el detenido, de 30 años, huyó el lunes ← la Policía (adjunct)",
    ),
    es(
        "an apposition to the source",
        "Según Ana Gil, portavoz del club, el delantero está lesionado.",
        "el delantero está lesionado ← Ana Gil, portavoz del club (adjunct)",
    ),
    es(
        "a clause that begins with whom it comes from",
        "El testigo declaró ante la jueza que, según los vecinos, el coche era robado.",
        "según los vecinos, el coche era robado ← El testigo",
        "el coche era robado ← El testigo › los vecinos (adjunct)",
    ),
    es(
        "a relative clause that does",
        "La Policía halló el coche que, según los vecinos, llevaba un mes en la calle.",
        "llevaba un mes en la calle ← los vecinos (adjunct)",
    ),
]


@table(ADJUNCTS)
def test_how_far_the_source_of_an_adjunct_goes(case):
    check(case)


HEADLINES = [
    es(
        "a place before the colon",
        "Lumbrera: la alcaldesa descarta subir los impuestos\n\nEl pleno duró dos horas y no hubo votación alguna.",
        "subir los impuestos ← la alcaldesa",
    ),
    es(
        "whoever speaks before the colon",
        "Olga Prat: el puente no caerá\n\nEl pleno duró dos horas y no hubo votación alguna.",
        "el puente no caerá ← Olga Prat",
    ),
]


@table(HEADLINES)
def test_what_stands_before_a_headlines_colon(case):
    check(case)


NOUNS = [
    es(
        "source between a noun and its infinitive",
        "La orden del juez de registrar la casa llegó el lunes.",
        "registrar la casa ← juez",
    ),
]


@table(NOUNS)
def test_sources_of_nouns(case):
    check(case)


WHO = [
    es(
        "desde behind a clause that the parser hung it on",
        "Aunque no se hizo una oferta formal, desde el diario Faro informaron que el club desea fichar a Rodri Gil.",
        "el club desea fichar a Rodri Gil ← el diario Faro",
    ),
    es(
        "a verb that goes on in the clause below",
        "La presidenta ha recordado cuando Ana Gil fue a Lumbrera a abrir un museo y dijo estar “en Valdera”.",
        "cuando Ana Gil fue a Lumbrera a abrir un museo y dijo estar “en Valdera” ← La presidenta",
        "estar “en Valdera” ← La presidenta › Ana Gil",
    ),
    es(
        "name behind where it was said",
        "El móvil es peligroso, señala en un comunicado Juan Gil.",
        "El móvil es peligroso ← Juan Gil",
    ),
]


@table(WHO)
def test_who_says_it(case):
    check(case)


CLAUSES = [
    es(
        "infinitives as its subject",
        "Los expertos explican que ni llevar gorra ni recibir un golpe en el pecho puede causar calvicie.",
        "ni llevar gorra ni recibir un golpe en el pecho puede causar calvicie ← Los expertos",
    ),
]


@table(CLAUSES)
def test_how_far_a_clause_goes(case):
    check(case)


AFTER = [
    es(
        "the sentence behind a quotation",
        "El portavoz dijo que la obra costará dos millones. “Es mucho, pero el puente lo vale”. La oposición lo niega.",
        "la obra costará dos millones ← El portavoz",
        "Es mucho, pero el puente lo vale ← El portavoz (continued)",
    ),
    es(
        "a quotation behind words that name somebody else",
        "La portavoz dijo que la obra costará dos millones y que Luis Paz la pagará. "
        "“Es mucho, pero el puente lo vale”. Llueve.",
        "la obra costará dos millones y que Luis Paz la pagará ← La portavoz",
        "Es mucho, pero el puente lo vale ← La portavoz (continued)",
    ),
    es(
        "a sentence about the quotation",
        "“Es un error”. Con estas palabras respondió Ana Gil a la prensa.",
        "Es un error ← Ana Gil",
    ),
]


@table(AFTER)
def test_sentences_behind_direct_speech(case):
    check(case)


PENALTIES = [
    es(
        "years of prison",
        "La Fiscalía pide seis años de cárcel para el tesorero.",
        "seis años de cárcel para el tesorero ← La Fiscalía",
    ),
    es("hours of delay", "El tren anunció dos horas de retraso."),
]


@table(PENALTIES)
def test_times_that_somebody_asks_for(case):
    check(case)


WHERE = [
    es(
        "where it was said, before the clause",
        "La alcaldesa aseguró en la radio que no habrá cortes.",
        "no habrá cortes ← La alcaldesa",
    ),
    es(
        "where it was said, and a clause with an insertion",
        "La alcaldesa aseguró ayer en la radio que, pese a la sequía, no habrá cortes.",
        "pese a la sequía, no habrá cortes ← La alcaldesa",
    ),
    es("a relative clause on where", "La alcaldesa habló en la radio que dirige su hermano."),
    es("a relative clause that lacks its object", "La alcaldesa dijo en una entrevista que concedió ayer."),
    es(
        "a cue that closes its sentence",
        "El puente está cerrado, mantiene la guardia en una crónica que la cadena Faro leyó entera.",
        "El puente está cerrado ← la guardia",
    ),
]


@table(WHERE)
def test_clauses_behind_a_place(case):
    check(case)


ADDRESSED = [
    es(
        "whom, and behind what, before the clause",
        "El ministro explicó a los medios tras la reunión que no habrá recortes.",
        "no habrá recortes ← El ministro",
    ),
    es("a relative clause on whom", "La ministra contestó a los diputados que la insultaron."),
    es(
        "a subject with an apposition of its own",
        "De acuerdo con el parte médico, el herido, un joven de 20 años, está grave.",
        "el herido, un joven de 20 años, está grave ← el parte médico (adjunct)",
    ),
]


@table(ADDRESSED)
def test_phrases_between_source_and_content(case):
    check(case)


NO_CONTENT = [
    es("a reason", "El Gobierno espera un dato peor en mayo, ya que el jueves el instituto difundirá el índice."),
    es("a purpose", "El hospital emitió una alerta para garantizar la atención de los pacientes."),
    es("an excuse", "El técnico pidió disculpas por lo sucedido."),
]


@table(NO_CONTENT)
def test_what_is_no_content(case):
    check(case)


AGAIN = [
    es(
        "whoever spoke in the paragraph before",
        "La senadora Ana Prat dijo que el alcalde negó el pago de la obra.\n\nRecordó que todos vieron los sobres.",
        "el alcalde negó el pago de la obra ← La senadora Ana Prat",
        "el pago de la obra ← La senadora Ana Prat › el alcalde",
        "todos vieron los sobres ← La senadora Ana Prat",
    ),
]


@table(AGAIN)
def test_who_goes_on_in_the_next_paragraph(case):
    check(case)
