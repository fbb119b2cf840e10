"""Attributions inside others: chains of two and three, citations, direct speech in direct speech."""

from __future__ import annotations

from .table import check, en, es, table

NESTED = [
    en(
        "citing before the verb",
        "Radio Tide, citing the harbour office, says all boats are back.",
        "all boats are back ← Radio Tide › the harbour office",
    ),
    es(
        "citing before the verb",
        "Radio Marea, citando a la capitanía del puerto, informó de que todos los barcos volvieron.",
        "todos los barcos volvieron ← Radio Marea › la capitanía del puerto",
    ),
    es(
        "verb inside an adjunct",
        "Según Radio Marea, el ministro dijo que el puerto cerrará.",
        "el ministro dijo que el puerto cerrará ← Radio Marea (adjunct)",
        "el puerto cerrará ← Radio Marea › el ministro",
    ),
    en(
        "verb inside an adjunct",
        "According to Radio Tide, the minister said that the harbour will close.",
        "the minister said that the harbour will close ← Radio Tide (adjunct)",
        "the harbour will close ← Radio Tide › the minister",
    ),
    es(
        "verb inside a verb",
        "KANA informó que el general afirmó que la ciudad cayó.",
        "el general afirmó que la ciudad cayó ← KANA",
        "la ciudad cayó ← KANA › el general",
    ),
    en(
        "verb inside a verb",
        "KANA reported that the general claimed that the city had fallen.",
        "the general claimed that the city had fallen ← KANA",
        "the city had fallen ← KANA › the general",
    ),
    es(
        "three deep",
        "KANA informó que el ministro dijo que el general creía que la ciudad caería.",
        "el ministro dijo que el general creía que la ciudad caería ← KANA",
        "el general creía que la ciudad caería ← KANA › el ministro",
        "la ciudad caería ← KANA › el ministro › el general",
    ),
    en(
        "three deep",
        "KANA reported that the minister said that the general believed that the city would fall.",
        "the minister said that the general believed that the city would fall ← KANA",
        "the general believed that the city would fall ← KANA › the minister",
        "the city would fall ← KANA › the minister › the general",
    ),
    es(
        "order inside a report",
        "KANA informó que el presidente ordenó cerrar la frontera.",
        "el presidente ordenó cerrar la frontera ← KANA",
        "cerrar la frontera ← KANA › el presidente",
    ),
    en(
        "order inside a report",
        "KANA reported that the president ordered the army to close the border.",
        "the president ordered the army to close the border ← KANA",
        "to close the border ← KANA › the president",
    ),
    es(
        "document inside a report",
        "KANA recuerda que el tratado obliga a devolver la isla.",
        "el tratado obliga a devolver la isla ← KANA",
        "devolver la isla ← KANA › el tratado (document)",
    ),
    en(
        "citing",
        "Radio Tide reported, citing the coast guard, that the ferry capsized.",
        "the ferry capsized ← Radio Tide › the coast guard",
    ),
    es(
        "citing",
        "Radio Marea informó, citando a la guardia costera, que el ferry volcó.",
        "el ferry volcó ← Radio Marea › la guardia costera",
    ),
    en(
        "citing between two clauses",
        "Radio Tide reported that the ferry capsized, citing the coast guard, and that nobody was hurt.",
        "the ferry capsized … and that nobody was hurt ← Radio Tide › the coast guard",
        fails="citing: the longer part of the content alone is kept",
    ),
    en(
        "citing at the head",
        "Citing the coast guard, Radio Tide reported that the ferry capsized.",
        "the ferry capsized ← Radio Tide › the coast guard",
        fails="citing: at the head of the sentence it is not found",
    ),
    es(
        "citing at the end",
        "El ferry volcó, informó Radio Marea citando a la guardia costera.",
        "El ferry volcó ← Radio Marea › la guardia costera",
    ),
    en(
        "quote as saying",
        "The Post quoted Colonel Marsh as saying that the bridge had been blown up.",
        "the bridge had been blown up ← The Post › Colonel Marsh",
    ),
    es(
        "quoted by",
        "El ferry iba lleno, dijo el capitán, citado por Radio Marea.",
        "El ferry iba lleno ← Radio Marea › el capitán",
    ),
    es(
        "adjunct inside a clause",
        "Ana Soto dijo que, según la policía, el ferry iba lleno.",
        "según la policía, el ferry iba lleno ← Ana Soto",
        "el ferry iba lleno ← Ana Soto › la policía (adjunct)",
    ),
    en(
        "adjunct inside a clause",
        "Ann Marsh said that, according to police, the ferry was full.",
        "according to police, the ferry was full ← Ann Marsh",
        "the ferry was full ← Ann Marsh › police (adjunct)",
    ),
    es(
        "adjunct at the end covers the whole",
        "El ministro dijo que el puerto cerrará, según Radio Marea.",
        "El ministro dijo que el puerto cerrará ← Radio Marea (adjunct)",
        "el puerto cerrará ← Radio Marea › El ministro",
    ),
    en(
        "adjunct at the end covers the whole",
        "The minister said that the harbour will close, according to Radio Tide.",
        "The minister said that the harbour will close ← Radio Tide (adjunct)",
        "the harbour will close ← Radio Tide › The minister",
    ),
    es(
        "direct speech inside direct speech",
        "«El alcalde me dijo: “No vendas”», contó Ana Soto.",
        "El alcalde me dijo: “No vendas” ← Ana Soto",
        "No vendas ← Ana Soto › El alcalde",
    ),
    en(
        "direct speech inside direct speech",
        "“The mayor told me: ‘Do not sell it,’” Ann Marsh recalled.",
        "The mayor told me: ‘Do not sell it,’ ← Ann Marsh",
        "Do not sell it ← Ann Marsh › The mayor",
    ),
    es(
        "clause inside direct speech",
        "«El alcalde dijo que pagaría la obra», contó Ana Soto.",
        "El alcalde dijo que pagaría la obra ← Ana Soto",
        "pagaría la obra ← Ana Soto › El alcalde",
    ),
    en(
        "clause inside direct speech",
        '"The mayor said that he would pay for the work," Ann Marsh said.',
        "The mayor said that he would pay for the work ← Ann Marsh",
        "he would pay for the work ← Ann Marsh › The mayor",
    ),
    en(
        "first person inside direct speech",
        '"I believe that the dam will hold," Ann Marsh said.',
        "I believe that the dam will hold ← Ann Marsh",
        "the dam will hold ← Ann Marsh › Ann Marsh",
    ),
    es(
        "first person inside direct speech",
        "«Creo que la presa aguantará», dijo Ana Soto.",
        "Creo que la presa aguantará ← Ana Soto",
        "la presa aguantará ← Ana Soto › Ana Soto",
    ),
]


@table(NESTED)
def test_nesting(case):
    check(case)
