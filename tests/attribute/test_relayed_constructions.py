"""Constructions of outlets that relay outlets: communiqués, inserted phrases, who is cited and by whom."""

from __future__ import annotations

from .table import check, en, es, table

CLAUSES = [
    es(
        "a phrase inserted behind the conjunction",
        "Una guardia declaró ante la jueza que, según los pastores, el alcalde mandó cerrar el puente.",
        "según los pastores, el alcalde mandó cerrar el puente ← Una guardia",
        "el alcalde mandó cerrar el puente ← Una guardia › los pastores (adjunct)",
        "cerrar el puente ← Una guardia › los pastores › el alcalde",
    ),
    es(
        "the same conjunction joins a second clause",
        "Dos concejales han dicho que la alcaldesa está «cansada» y que les ha pedido callar hasta mayo.",
        "la alcaldesa está «cansada» y que les ha pedido callar hasta mayo ← Dos concejales",
        "callar hasta mayo ← Dos concejales › la alcaldesa",
    ),
    es(
        "an infinitive before what the outer conjunction joins",
        "El informe concluye que la mina cerró un pozo sin avisar y que los obreros lo supieron por la radio.",
        "la mina cerró un pozo sin avisar y que los obreros lo supieron por la radio ← El informe (document)",
    ),
    es(
        "a relative clause that ends before the main verb",
        "Un diplomático que pidió no ser nombrado dijo que el faro está apagado.",
        "no ser nombrado ← Un diplomático … que",
        "el faro está apagado ← Un diplomático",
    ),
    es(
        "a second cue that calls something names",
        "El canciller afirmó que la visita no cambia nada y calificó los rumores de cuentos viejos.",
        "la visita no cambia nada ← El canciller",
        "los rumores de cuentos viejos ← El canciller",
    ),
    es(
        "past tenses told by a cue of the present",
        "El cónsul escribe que Tol le pidió dinero y amenazó con cerrar el puerto.",
        "Tol le pidió dinero y amenazó con cerrar el puerto ← El cónsul",
        "dinero ← El cónsul › Tol",
        "cerrar el puerto ← El cónsul › Tol",
    ),
    es(
        "a colon before a clause with a cue of its own",
        "La empresa niega haber cortado la luz: el cable, dice la nota, fue robado.",
        "haber cortado la luz ← La empresa",
        "el cable … fue robado ← la nota (document)",
    ),
    es(
        "a noun between cue and conjunction",
        "Lamo confirmó vía redes sociales que los presos resultaron heridos.",
        "los presos resultaron heridos ← Lamo",
    ),
    es("what is only held", "La presidenta celebró una reunión con los mineros."),
    en(
        "a time before the conjunction",
        "Meanwhile, Ketteria said the previous day that its troops hold the bridge.",
        "its troops hold the bridge ← Ketteria",
    ),
    en(
        "a verb taken for a noun",
        "Prosecutors in Kelm allege that the banker told two clerks that the vault was empty.",
        "the banker told two clerks that the vault was empty ← Prosecutors in Kelm",
        "the vault was empty ← Prosecutors in Kelm › the banker",
    ),
]

SOURCES = [
    es(
        "who acts in a relative clause without a subject",
        "El diario publicó que Mena tuvo una reunión con Ruiz en la que instó al alcalde a cerrar el puente.",
        "Mena tuvo una reunión con Ruiz en la que instó al alcalde a cerrar el puente ← El diario",
        "cerrar el puente ← El diario › Mena",
    ),
    es(
        "a demonstrative that looks like a verb",
        "Dicho pacto obliga a cada parte a entregar sus mapas.",
        "entregar sus mapas ← Dicho pacto (document)",
    ),
    es(
        "a law with a capital",
        "El Convenio de Lodos establece que nadie puede cruzar el río.",
        "nadie puede cruzar el río ← El Convenio de Lodos (document)",
    ),
    es(
        "a time between cue and source",
        "La coalición no aceptará el recuento, avanzó de madrugada su jefa de campaña, Teresa Lamo.",
        "La coalición no aceptará el recuento ← su jefa de campaña, Teresa Lamo",
    ),
    es(
        "one of many without a class",
        "«El muelle se hunde», confesó uno de los vigilantes.",
        "El muelle se hunde ← uno de los vigilantes",
    ),
    es(
        "the cited in gerunds",
        'La agencia citó al mariscal llamando a los pilotos "hijos del viento" y prometiendo que volverán pronto.',
        'a los pilotos "hijos del viento" ← La agencia › mariscal',
        "volverán pronto ← La agencia › mariscal",
    ),
    en(
        "who is cited in quotation marks",
        'Kavin Radio took a harder line. Citing a "source close to the court", it reported that the judge had left.',
        'the judge had left ← it › a "source close to the court',
    ),
    en(
        "the paper is the newspaper",
        "The opposition's newspaper, Torch, wrote that the dam leaks. The paper added that two gates are open.",
        "the dam leaks ← The opposition's newspaper, Torch",
        "two gates are open ← The paper (document)",
    ),
]

QUOTED = [
    es(
        "words of a sentence",
        "La directora explicó que las puertas respondieron «con normalidad» y que nadie salió.",
        "las puertas respondieron «con normalidad» y que nadie salió ← La directora",
    ),
    es(
        "asked of somebody",
        "La diputada pidió a los alcaldes «calma y datos, no reproches».",
        "calma y datos, no reproches ← La diputada",
    ),
    es(
        "speech that goes on behind a second cue",
        "«Es un geólogo», reza la nota que la embajada publicó en su página, «y exigimos verlo hoy mismo».",
        "Es un geólogo … y exigimos verlo hoy mismo ← la nota (document)",
        "verlo hoy mismo ← la nota (document) › la nota (document)",
        fails="who speaks in the first person in a document is the document",
    ),
    es(
        "counted",
        "El ministerio cifró en 340 las bajas enemigas.",
        "340 las bajas enemigas ← El ministerio",
    ),
]


@table([*CLAUSES, *SOURCES, *QUOTED])
def test_relayed(case):
    check(case)
