"""Nouns, phrases and documents that attribute, one short text for each construction and language."""

from __future__ import annotations

from .table import check, en, es, table

NOUNS = [
    es(
        "announcement of",
        "El anuncio de la ministra de que la mina cerrará sorprendió al valle.",
        "la mina cerrará ← la ministra",
    ),
    en(
        "claim that",
        "The minister's claim that the mine will close surprised the valley.",
        "the mine will close ← The minister",
        fails="extent: the main clause is taken into the content",
    ),
    en("claim by", "A claim by the company that the mine is safe was challenged.", "the mine is safe ← the company"),
    es("noun without source", "Crece el rumor de que la mina cerrará.", "la mina cerrará ← ∅"),
    en("noun without source", "The claim that the mine will close spread fast.", "the mine will close ← ∅"),
    es(
        "possessive",
        "El alcalde Luis Arana dimitió ayer. Su promesa de bajar las tasas quedó en nada.",
        "bajar las tasas ← El alcalde Luis Arana",
    ),
    en(
        "possessive",
        "Mayor Luke Arden resigned yesterday. His promise to lower the rates came to nothing.",
        "lower the rates ← Mayor Luke Arden",
    ),
    en(
        "order to",
        "The judge's order to close the harbour took effect on Monday.",
        "close the harbour ← The judge",
    ),
    es("order to", "La orden de la jueza de cerrar el puerto entró en vigor.", "cerrar el puerto ← la jueza"),
    en("fear", "The fear of residents that the dam will burst is growing.", "the dam will burst ← residents"),
    es(
        "fear",
        "Crece el temor de los vecinos a que la presa ceda.",
        "la presa ceda ← los vecinos",
    ),
    es("noun of no saying", "El hecho de que la mina cierre preocupa al valle."),
    en("noun of no saying", "The fact that the mine closed worried the valley."),
]

ADJUNCTS = [
    es(
        "según before", "Según Radio Marea, el ferry volcó de noche.", "el ferry volcó de noche ← Radio Marea (adjunct)"
    ),
    en(
        "according to before",
        "According to Radio Tide, the ferry capsized at night.",
        "the ferry capsized at night ← Radio Tide (adjunct)",
    ),
    es("según after", "El ferry volcó de noche, según Radio Marea.", "El ferry volcó de noche ← Radio Marea (adjunct)"),
    es(
        "según after, no comma",
        "El ferry volcó de noche según la policía.",
        "El ferry volcó de noche ← la policía (adjunct)",
    ),
    en(
        "according to after",
        "The ferry capsized at night, according to Radio Tide.",
        "The ferry capsized at night ← Radio Tide (adjunct)",
    ),
    en(
        "according to after, no comma",
        "The ferry capsized at night according to the police.",
        "The ferry capsized at night ← the police (adjunct)",
    ),
    es(
        "según inside",
        "El ferry, según Radio Marea, volcó de noche.",
        "El ferry … volcó de noche ← Radio Marea (adjunct)",
    ),
    en(
        "according to inside",
        "The ferry, according to Radio Tide, capsized at night.",
        "The ferry … capsized at night ← Radio Tide (adjunct)",
    ),
    es(
        "según with a verb",
        "El ferry volcó de noche, según informó la policía.",
        "El ferry volcó de noche ← la policía (adjunct)",
    ),
    es(
        "según with a verb, before",
        "Según informó la policía, el ferry volcó de noche.",
        "el ferry volcó de noche ← la policía (adjunct)",
    ),
    es("según with a verb, impersonal", "Según se supo ayer, el ferry volcó.", "el ferry volcó ← ∅ (adjunct)"),
    es("como with a verb", "Como dijo Ana Soto, el dique resiste.", "el dique resiste ← Ana Soto (adjunct)"),
    en("as with a verb", "As Ann Marsh said, the dike is holding.", "the dike is holding ← Ann Marsh (adjunct)"),
    es(
        "de acuerdo con",
        "De acuerdo con la ONG Costa Viva, quedan diez nidos.",
        "quedan diez nidos ← la ONG Costa Viva (adjunct)",
    ),
    es("a juicio de", "A juicio de Ana Soto, la obra es inútil.", "la obra es inútil ← Ana Soto (adjunct)"),
    es(
        "a su juicio, en sus palabras",
        "La ingeniera Ana Soto habló tarde. A su juicio, la obra es inútil. Fue, en sus palabras, un capricho caro.",
        "la obra es inútil ← Ana Soto (adjunct)",
        "Fue … un capricho caro ← Ana Soto (adjunct)",
    ),
    es("en opinión de", "En opinión de los vecinos, la obra es inútil.", "la obra es inútil ← los vecinos (adjunct)"),
    es("en palabras de", "En palabras de Ana Soto, la obra es inútil.", "la obra es inútil ← Ana Soto (adjunct)"),
    en(
        "in the words of",
        "In the words of Ann Marsh, the work is useless.",
        "the work is useless ← Ann Marsh (adjunct)",
    ),
    en(
        "in the opinion of",
        "In the opinion of residents, the work is useless.",
        "the work is useless ← residents (adjunct)",
    ),
    en(
        "in somebody's view",
        "Ann Marsh opened the debate. In her view, the work is useless.",
        "the work is useless ← Ann Marsh (adjunct)",
    ),
    es(
        "según la opinión de",
        "Según la opinión de los vecinos, la obra es inútil.",
        "la obra es inútil ← los vecinos (adjunct)",
    ),
    es("para with an opinion", "Para Ana Soto, la obra es un error.", "la obra es un error ← Ana Soto (adjunct)"),
    es("para with a purpose", "Para el lunes, la obra estará lista."),
    es("para with a beneficiary", "La obra es para los vecinos del puerto."),
    en("for with a time", "For two weeks, the road was closed."),
    es("según without source", "Los precios cambian según la temporada."),
    es("según el caso", "La multa varía según el caso."),
    en("according to plan", "Everything went according to plan."),
    es(
        "long source",
        "Según el jefe de bomberos de Almara, el fuego nació en el pajar.",
        "el fuego nació en el pajar ← el jefe de bomberos de Almara (adjunct)",
    ),
    en(
        "long source",
        "According to the head of the fire brigade, the fire began in the barn.",
        "the fire began in the barn ← the head of the fire brigade (adjunct)",
    ),
    es(
        "relative clause on the source",
        "Según Radio Marea, que cita a testigos, el ferry volcó de noche.",
        "el ferry volcó de noche ← Radio Marea › testigos",
    ),
    es(
        "attribution in a relative clause",
        "El ferry, que según Radio Marea iba lleno, volcó de noche.",
        "iba lleno ← Radio Marea (adjunct)",
        fails="extent: the main clause is taken into the content",
    ),
    en(
        "attribution in a relative clause",
        "The ferry, which Radio Tide said was full, capsized at night.",
        "was full ← Radio Tide",
    ),
    es(
        "attribution inside a relative clause",
        "El ferry, que, según dice Radio Marea, iba lleno, volcó de noche.",
        "iba lleno ← Radio Marea (adjunct)",
    ),
]

DOCUMENTS = [
    es(
        "treaty",
        "El tratado establece que cada parte retirará sus tropas.",
        "cada parte retirará sus tropas ← El tratado (document)",
    ),
    en(
        "treaty",
        "The treaty stipulates that each side will withdraw.",
        "each side will withdraw ← The treaty (document)",
    ),
    es("report", "El informe concluye que el dique era débil.", "el dique era débil ← El informe (document)"),
    en("report", "The report concludes that the dike was weak.", "the dike was weak ← The report (document)"),
    es("study", "Un estudio halló que el agua estaba limpia.", "el agua estaba limpia ← Un estudio (document)"),
    en("study", "A study found that the water was clean.", "the water was clean ← A study (document)"),
    es("law forbids", "La ley prohíbe pescar de noche.", "pescar de noche ← La ley (document)"),
    en("law forbids", "The law forbids fishing at night.", "fishing at night ← The law (document)"),
    es("according to a document", "Según el informe, el dique era débil.", "el dique era débil ← el informe (adjunct)"),
    en(
        "according to a document",
        "According to the report, the dike was weak.",
        "the dike was weak ← the report (adjunct)",
    ),
    en("under a law", "Under the treaty, each side must withdraw.", "each side must withdraw ← the treaty (document)"),
    es(
        "under a law",
        "En virtud del tratado, cada parte debe retirarse.",
        "cada parte debe retirarse ← el tratado (document)",
        fails="source: the article in a contraction is lost",
    ),
    es(
        "survey shows",
        "La encuesta muestra que la mitad votará en blanco.",
        "la mitad votará en blanco ← La encuesta (document)",
    ),
    en("survey shows", "The survey shows that half will abstain.", "half will abstain ← The survey (document)"),
    es("thing that shows nothing", "La niebla impide que salgan los barcos."),
    en("in a statement", "The ministry said in a statement that the road is open.", "the road is open ← The ministry"),
    es(
        "in a statement",
        "El ministerio dijo en un comunicado que la vía está abierta.",
        "la vía está abierta ← El ministerio",
    ),
    en(
        "letter",
        "A letter from the council says that the pool will close.",
        "the pool will close ← A letter from the council (document)",
    ),
    es(
        "letter",
        "Una carta del consejo dice que la piscina cerrará.",
        "la piscina cerrará ← Una carta del consejo (document)",
    ),
]


@table(NOUNS)
def test_nouns(case):
    check(case)


@table(ADJUNCTS)
def test_adjuncts(case):
    check(case)


@table(DOCUMENTS)
def test_documents(case):
    check(case)
