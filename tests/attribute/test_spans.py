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


@table(CUES)
def test_cues_of_several_words_and_without_a_subject(case):
    check(case)


@table(INSERTED)
def test_a_cue_inserted_in_its_content(case):
    check(case)


@table(EXTENTS)
def test_where_a_content_ends(case):
    check(case)
