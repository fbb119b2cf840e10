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
    ),
    es(
        "citing at the end",
        "El ferry volcó, informó Radio Marea citando a la guardia costera.",
        "El ferry volcó ← Radio Marea › la guardia costera",
    ),
    en(
        "quoted by someone as saying",
        "Ann Marsh was quoted by Radio Tide as saying that the ferry capsized.",
        "the ferry capsized ← Radio Tide › Ann Marsh",
    ),
    es(
        "a report to which somebody had access",
        "El ministerio prevé comprar dos ferris, de acuerdo con un borrador al que tuvo acceso Radio Marea.",
        "El ministerio prevé comprar dos ferris ← un borrador (adjunct)",
        "comprar dos ferris ← un borrador › El ministerio",
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
    es(
        "the second que is the outer cue's",
        "La ministra dijo que el puerto pidió la ayuda de la marina y que nadie vino.",
        "el puerto pidió la ayuda de la marina y que nadie vino ← La ministra",
        "la ayuda de la marina ← La ministra › el puerto",
    ),
    es(
        "the second que is the outer cue's",
        "La ministra dijo que el alcalde exigió cerrar el puerto y que los barcos salieron.",
        "el alcalde exigió cerrar el puerto y que los barcos salieron ← La ministra",
        "cerrar el puerto ← La ministra › el alcalde",
    ),
    es(
        "the next verb is the outer source's",
        "El alcalde asegura que fue advertido por los técnicos de que el muro cedía, y niega haber ordenado abrirlo.",
        "fue advertido por los técnicos de que el muro cedía ← El alcalde",
        "el muro cedía ← El alcalde › los técnicos",
        "haber ordenado abrirlo ← El alcalde",
    ),
    es(
        "what seems so to the speaker",
        "«Nos parece que alguien miente», dijo Ana Soto.",
        "Nos parece que alguien miente ← Ana Soto",
        "alguien miente ← Ana Soto › Ana Soto",
    ),
    es(
        "the speaker's hope",
        "«Nuestra esperanza es que el río baje», dijo Ana Soto.",
        "Nuestra esperanza es que el río baje ← Ana Soto",
        "el río baje ← Ana Soto › Ana Soto",
    ),
    en(
        "the speaker's hope",
        '"Our hope is that the river falls," Ann Marsh said.',
        "Our hope is that the river falls ← Ann Marsh",
        "the river falls ← Ann Marsh › Ann Marsh",
    ),
    es(
        "a relative pronoun as the source",
        "Radio Marea cita a un práctico, según el cual el ferry iba lleno.",
        "el ferry iba lleno ← Radio Marea › un práctico (adjunct)",
    ),
    en(
        "a relative pronoun as the source",
        "The mayor read a report according to which the dam is cracked.",
        "the dam is cracked ← a report (adjunct)",
    ),
    en(
        "whoever is quoted speaks in a relative clause",
        "Radio Tide quoted two pilots, who say that the ferry was full.",
        "the ferry was full ← Radio Tide › two pilots",
    ),
    es(
        "carried by",
        "Un informe interno, adelantado por la web Faro, revela que el dique se agrietó. "
        "El agua había subido un metro.",
        "el dique se agrietó ← la web Faro › Un informe interno (document)",
        "El agua había subido un metro ← la web Faro › Un informe interno (continued)",
    ),
    es(
        "called something inside a report",
        "El diario publica que el informe califica el recorte de «inevitable».",
        "el informe califica el recorte de «inevitable» ← El diario",
        "el recorte de «inevitable» ← El diario › el informe (document)",
    ),
    en(
        "a pronoun behind words in which another spoke",
        "Clara Marsh said the mayor had promised that the dam would hold. The valley was empty, she added.",
        "the mayor had promised that the dam would hold ← Clara Marsh",
        "the dam would hold ← Clara Marsh › the mayor",
        "The valley was empty ← she",
    ),
    en(
        "the cited document speaks again",
        "Radio Tide reported, citing a memo, that the dam above the town had cracked from top to bottom in the very "
        "first night of the year and that the gates were open. The memo says that nobody was warned.",
        "the dam above the town had cracked from top to bottom in the very first night of the year and that the gates "
        "were open ← Radio Tide › a memo",
        "nobody was warned ← Radio Tide › The memo (document)",
        carry_on="eager",
    ),
    en(
        "somebody unnamed in a document",
        "The plant left leaking tanks in use for at least four years, says a court filing. "
        "Photographs of the cracks had been deleted from a shared drive. "
        "In one email a manager wrote: “Do not go looking”.",
        "The plant left leaking tanks in use for at least four years ← a court filing (document)",
        "Photographs of the cracks had been deleted from a shared drive ← a court filing (continued)",
        "Do not go looking ← a court filing › a manager",
    ),
]


@table(NESTED)
def test_nesting(case):
    check(case)
