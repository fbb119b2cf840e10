"""How far contents reach, and cues of several words, copulas and phrases that have no subject."""

from __future__ import annotations

from .table import check, en, es, table

CUES = [
    es(
        "a cue of several words in a form the lemmatiser misses",
        "La Oficina Central (OCT) dio a conocer que el puerto reabre el lunes.",
        "el puerto reabre el lunes ← La Oficina Central (OCT)",
    ),
    es(
        "como and a cue of several words",
        "Como puso de relieve el semanario La Voz, los barcos nunca salieron del puerto.",
        "los barcos nunca salieron del puerto ← el semanario La Voz (adjunct)",
    ),
    en(
        "as X put it",
        "As the agency put it, the harbour is for rent.",
        "the harbour is for rent ← the agency (adjunct)",
    ),
    en(
        "if X is to be believed",
        "The bank has sold its gold, if the account given by the Courier is to be believed.",
        "The bank has sold its gold ← the Courier (adjunct)",
    ),
    en(
        "quoted as saying",
        "The general was quoted as saying that the war was over.",
        "the war was over ← The general",
    ),
    es(
        "a copula before a colon",
        'El médico fue tajante: "No hay ningún enfermo en el barco".',
        "No hay ningún enfermo en el barco ← El médico",
    ),
    es(
        "out of a document",
        "Del informe se desprende que la fiebre salió de un campamento.",
        "la fiebre salió de un campamento ← informe (document)",
    ),
    es(
        "out of a house",
        "Tal y como se indica desde el ministerio, la flota fue revisada en enero.",
        "la flota fue revisada en enero ← el ministerio (adjunct)",
    ),
    es(
        "nobody is named",
        "El gobernador dimitirá el lunes, según trascendió.",
        "El gobernador dimitirá el lunes ← ∅ (adjunct)",
    ),
]

INSERTED = [
    es(
        "what y joins goes on",
        "La planta usará energía solar, añadió Sedano, y reducirá el consumo de gas.",
        "La planta usará energía solar … y reducirá el consumo de gas ← Sedano",
    ),
    en(
        "behind a semicolon",
        "The road is closed; the bridge, said the mayor, is open.",
        "the bridge … is open ← the mayor",
    ),
    es(
        "a document, before a negation",
        "La medida, reza el texto, no tiene relación con las denuncias.",
        "La medida … no tiene relación con las denuncias ← el texto (document)",
    ),
    es(
        "the subject of the content says nothing",
        "La decana Maia Londer habló poco. Pidió que nadie firme. El muro, puntualizó, no resiste más.",
        "nadie firme ← La decana Maia Londer",
        "El muro … no resiste más ← La decana Maia Londer",
    ),
    es("a verb of many with its object", "Los buques se reúnen en la bahía, esperan la niebla y salen en fila."),
]

EXTENTS = [
    es(
        "a day before de que",
        "El diario informó ayer de que, al menos desde febrero, los barcos cruzan el estrecho.",
        "al menos desde febrero, los barcos cruzan el estrecho ← El diario",
    ),
    es(
        "a condition stays with its threat",
        "Adic amenazó con cerrar el faro si los barcos no pagan.",
        "cerrar el faro si los barcos no pagan ← Adic",
    ),
    en(
        "provided that is no cue",
        "Article 4 entitles the islands to close the bay for a month provided that both sides have been heard.",
        "close the bay for a month provided that both sides have been heard ← Article 4 (document)",
    ),
    es(
        "a threat is a claim of its own",
        "El ministro juró que no cederá el puerto y amenazó con cortar el agua.",
        "no cederá el puerto ← El ministro",
        "cortar el agua ← El ministro",
    ),
    es(
        "a quoted predicate",
        "El consejero ha calificado la obra de «modelo para el campo» y ha recordado que las ayudas siguen abiertas.",
        "la obra de «modelo para el campo ← El consejero",
        "las ayudas siguen abiertas ← El consejero",
    ),
    es(
        "what is set against a phrase",
        "El puente está cerrado, según la policía, pero los vecinos lo cruzan cada día.",
        "El puente está cerrado ← la policía (adjunct)",
    ),
]

ENDINGS = [
    es(
        "a concession on somebody else",
        "La naviera aseguró que el barco es nuevo, pese a que ningún marinero lo ha visto.",
        "el barco es nuevo ← La naviera",
    ),
    en(
        "a concession on somebody else",
        "The company declared that the boat was new, even as its crew lined up for masks.",
        "the boat was new ← The company",
    ),
    es(
        "a concession of the source's own stays",
        "La naviera dijo que acata la multa, aunque no la comparte.",
        "acata la multa, aunque no la comparte ← La naviera",
    ),
    es(
        "a noun that takes up what was said",
        "El alcalde dijo que el muelle es seguro, cosa que los pescadores desmienten.",
        "el muelle es seguro ← El alcalde",
    ),
    en(
        "a noun that takes up what was said",
        "The mayor insisted that the pier was safe, a claim contradicted by two divers.",
        "the pier was safe ← The mayor",
    ),
    es(
        "reasons of the source",
        "La jueza ordenó cerrar el muelle, al considerar que la viga estaba podrida.",
        "cerrar el muelle ← La jueza",
        "la viga estaba podrida ← La jueza",
    ),
    en(
        "a statement joined to it",
        "The mayor argued that the pier was safe, and the divers warned that a beam was rotten.",
        "the pier was safe ← The mayor",
        "a beam was rotten ← the divers",
    ),
    es(
        "a verb joined to the cue behind an infinitive",
        "La sentencia condena a la naviera a limpiar el muelle y cierra mañana el caso.",
        "limpiar el muelle ← La sentencia (document)",
    ),
    es(
        "a cue with its subject closes the sentence",
        "El detenido reconoció haber robado el barco, reportó la emisora Voz del Norte.",
        "El detenido reconoció haber robado el barco ← la emisora Voz del Norte",
        "haber robado el barco ← la emisora Voz del Norte › El detenido",
    ),
    es(
        "but according to somebody else",
        "La norma exige que el barco tenga motor, pero, según un marinero, nadie lo comprueba.",
        "el barco tenga motor ← La norma (document)",
        "nadie lo comprueba ← un marinero (adjunct)",
    ),
]

OPINIONS = [
    es(
        "a possessive",
        "El alcalde no aceptó el informe. A su juicio, el muelle es seguro.",
        "el muelle es seguro ← El alcalde (adjunct)",
    ),
    es(
        "a possessive in a relative clause",
        "El alcalde criticó a la naviera, que en su opinión engaña a todos.",
        "engaña a todos ← El alcalde (adjunct)",
    ),
    es(
        "an apposition",
        "Para Irene Soto, del semanario La Red, la obra es un desastre.",
        "la obra es un desastre ← Irene Soto, del semanario La Red (adjunct)",
    ),
]

WITHIN = [
    es(
        "a cue at the head of a relative clause",
        "El alcalde presentó un plan que, dijo, reducirá el ruido.",
        "reducirá el ruido ← El alcalde",
    ),
    es(
        "who has seen the document follows",
        "El puerto prevé comprar tres barcos, de acuerdo con un borrador al que ha tenido acceso este diario.",
        "El puerto prevé comprar tres barcos ← un borrador (adjunct)",
        "comprar tres barcos ← un borrador › El puerto",
    ),
]


@table(ENDINGS)
def test_a_content_ends_before_what_the_report_adds(case):
    check(case)


@table(OPINIONS)
def test_whose_opinion_it_is(case):
    check(case)


@table(WITHIN)
def test_attributions_of_one_clause(case):
    check(case)


@table(CUES)
def test_cues_of_several_words_and_without_a_subject(case):
    check(case)


@table(INSERTED)
def test_a_cue_inserted_in_its_content(case):
    check(case)


@table(EXTENTS)
def test_where_a_content_ends(case):
    check(case)
