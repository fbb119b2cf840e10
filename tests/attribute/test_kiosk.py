"""What newspapers, posts and satire write besides: who is meant by an ending, where a content stops, what announces."""

from __future__ import annotations

from .table import check, en, es, table

SPEAKERS = [
    es(
        "nouns joined for one person",
        "Así lo cree la académica y escritora Rosa Vidal. «Es una palabra con dos acentos», ha explicado Vidal. "
        "La académica ha dicho que «espera que guste mucho».",
        "Es una palabra con dos acentos ← Vidal",
        "espera que guste mucho ← La académica",
        "guste mucho ← La académica › La académica",
    ),
    es(
        "whoever is named before a colon",
        "El club planea otra imagen, y por eso creen en el nuevo presidente, Luis Rey: «Usaremos a los jóvenes del "
        "filial. No importa su edad», señaló.",
        "Usaremos a los jóvenes del filial. No importa su edad ← el nuevo presidente, Luis Rey",
    ),
    es(
        "the subject of the sentence that leads to a quotation",
        "El sacristán que vio el robo habló en la radio sobre los registros donde la fiscalía halló libros: «Ojalá que "
        "esto saque a la luz los hechos», agregó.",
        "Ojalá que esto saque a la luz los hechos ← El sacristán",
    ),
    es(
        "an ending of one means no group",
        "Algunos usuarios quedaron sorprendidos. Ante estos hechos, VISANT ofreció ayuda, aclaró que solo falló una "
        "pantalla.",
        "solo falló una pantalla ← VISANT",
    ),
    es(
        "a preposition before the relative pronoun",
        "El portavoz de la Liga, Luis Arriz, exige la dimisión inmediata de Santos, a la que acusa de robar pan.",
        "la dimisión inmediata de Santos ← El portavoz de la Liga, Luis Arriz",
        "robar pan ← El portavoz de la Liga, Luis Arriz",
    ),
    es(
        "a text in which somebody writes",
        "El club emitió un escueto boletín en el que insiste en que su bebida cumple todas las normas.",
        "su bebida cumple todas las normas ← El club",
    ),
    es(
        "a person who is no object",
        "Me cuenta mi cuñada que cierran la tienda en septiembre.",
        "cierran la tienda en septiembre ← mi cuñada",
    ),
    es(
        "the object of an infinitive is no subject",
        "Ana Gil volvió al pueblo. Al repasar las cuentas de la peña avisó de que faltaban dos cajas.",
        "faltaban dos cajas ← Ana Gil",
    ),
    es(
        "all that was said is nobody",
        "Los horarios cambiaron varias veces, lo cual demostraría que nunca los respetaron.",
    ),
]


@table(SPEAKERS)
def test_who_speaks(case):
    check(case)


ENDS = [
    es(
        "a verb of the cue's tense behind a clause of another",
        "La consejera dijo que la ley es mala y abandonó la sala.",
        "la ley es mala ← La consejera",
    ),
    es(
        "a second cue behind it",
        "Larra aceptó que los resultados no se dieron pero reprochó la falta de refuerzos.",
        "los resultados no se dieron ← Larra",
        "la falta de refuerzos ← Larra",
    ),
    es(
        "a verb behind a noun phrase",
        "Su compañero Gil Pech exigió la renuncia de Barrán y, acto seguido, se quedó dormido en su asiento.",
        "la renuncia de Barrán ← Su compañero Gil Pech",
    ),
    es(
        "the main verb behind a relative clause",
        "La vecina que denunció la falta de agua en el barrio viejo, habló ayer en la radio.",
        "la falta de agua en el barrio viejo ← La vecina",
    ),
    es(
        "a sentence quoted behind a colon",
        'Ana Gil cree que faltan datos sobre la cena: "Quien se duerme en el sofá suele cenar tarde y mal".',
        "faltan datos sobre la cena ← Ana Gil",
        "Quien se duerme en el sofá suele cenar tarde y mal ← Ana Gil",
    ),
    es(
        "a name behind a colon",
        'La ministra dijo que tiene un lema: "Paciencia".',
        'tiene un lema: "Paciencia" ← La ministra',
    ),
    es(
        "another quotation of somebody else's in the same sentence",
        '"Me da risa", dijo Soto en el muelle, luego de que el autor de La playa aseguró que si el forastero mandara, '
        '"sería un disparate mayúsculo".',
        "Me da risa ← Soto",
        'si el forastero mandara, "sería un disparate mayúsculo ← el autor de La playa',
    ),
    es(
        "an inserted cue behind a conjunction",
        "Nava afirmó que la ley salda una deuda y rechazó las críticas de la oposición, toda vez que, "
        "dijo, se realizaron once foros.",
        "la ley salda una deuda ← Nava",
        "las críticas de la oposición ← Nava",
        "se realizaron once foros ← Nava",
    ),
    es(
        "a semicolon behind a phrase",
        "La oferta es baja, según reveló el periodista Luis Paz; el presidente del club prometió que nadie sale.",
        "La oferta es baja ← el periodista Luis Paz (adjunct)",
        "nadie sale ← el presidente del club",
    ),
    es(
        "no comma before a phrase",
        "El alcalde sostuvo que el puente cerró según la policía.",
        "el puente cerró según la policía ← El alcalde",
        "el puente cerró ← El alcalde › la policía (adjunct)",
    ),
    en(
        "a subject with ages that the parser gives to the cue",
        "Tobias Wren, prosecuting, said Dean Ockley, 34, and Kirsty Mabb, 31, first knocked on the widow's door in May "
        "2022 with a leaflet about free lessons for her grandchildren.",
        "Dean Ockley, 34, and Kirsty Mabb, 31, first knocked on the widow's door in May 2022 with a leaflet about free "
        "lessons for her grandchildren ← Tobias Wren, prosecuting",
    ),
]


@table(ENDS)
def test_where_a_content_ends(case):
    check(case)


NONE = [
    es("an infinitive that something is compared with", "Ana Gil volvió. Prefiere beber agua que tomar vino."),
    es("what somebody stays", "El club juega en el estadio viejo, en donde Rey se mantendrá como presidente."),
    es("a name in quotation marks", "Gil fue abogado de los “Lobos”, también defendió a Pardo en el juicio."),
    es(
        "a pronoun for what was said",
        "La Alcaldía insiste en que habrá buses nuevos en diciembre, los usuarios lo dudan.",
        "habrá buses nuevos en diciembre ← La Alcaldía",
    ),
    es("what is found out some day", "Si se confirma que el puente está roto, la calle cerrará."),
    es("a picture and whom it is by", "El faro ardió de noche.\n\nImagen: archivo de la marina vieja"),
    es("a photo that a paper leaked", "La foto que ha filtrado un conocido diario muestra el puente."),
]


@table(NONE)
def test_what_attributes_nothing(case):
    check(case)


OPINIONS = [
    es(
        "no comma behind the phrase",
        "Para el economista Fabio Lenis el problema es de fondo.",
        "el problema es de fondo ← el economista Fabio Lenis (adjunct)",
    ),
    es(
        "a sentence quoted behind it",
        'Para el economista el problema es de fondo: "Cada alza baja a la gente del bus y la sube a la moto".',
        "el problema es de fondo ← el economista (adjunct)",
        "Cada alza baja a la gente del bus y la sube a la moto ← el economista",
    ),
    es(
        "a verb that points to its colon",
        "El concejal Luis Tejada lo resumió así ante los vecinos: los árboles están enfermos y no aguantarán otro año.",
        "los árboles están enfermos y no aguantarán otro año ← El concejal Luis Tejada",
    ),
    es(
        "whose version it is",
        "Distinta es la versión del dirigente comunal Isidro Mamani: nadie entró en el campamento.",
        "nadie entró en el campamento ← dirigente comunal Isidro Mamani",
    ),
    es(
        "whose conclusion the sentence before is",
        "Las ranas de la sierra cantan más agudo que hace veinte años. Es la conclusión de un estudio del museo.",
        "Las ranas de la sierra cantan más agudo que hace veinte años ← un estudio del museo (document)",
    ),
]


@table(OPINIONS)
def test_whose_words_they_are(case):
    check(case)


TURNS = [
    es(
        "labels with a full stop",
        "Entrevista con Nieves Orduña, alcaldesa de Lumbrera.\nP. ¿Vendrá el tren?\nR. No, este año no vendrá nadie.",
        "No, este año no vendrá nadie ← Nieves Orduña",
        "¿Vendrá el tren? ← ∅",
    ),
    es(
        "an answer of two sentences",
        "Entrevista con Nieves Orduña.\nP. ¿Vendrá el tren?\nR. Este año no vendrá nadie. Faltan las vías.",
        "Este año no vendrá nadie. Faltan las vías ← Nieves Orduña",
        "¿Vendrá el tren? ← ∅",
    ),
    es(
        "dashes alone",
        "Nieves Orduña dirigió el puerto.\n\n—¿Cuántos quedaban?\n—Quedaban nueve estibadores. Los conté yo.\n\n"
        "—Hoy cobran todos.\n—La plantilla no cobra desde enero.",
        "Quedaban nueve estibadores. Los conté yo ← Nieves Orduña",
        "La plantilla no cobra desde enero ← Nieves Orduña",
    ),
    es("dashes of a list", "El puerto cerró ayer.\n—Nueve grúas siguen paradas.\n—Dos barcos siguen fuera del puerto."),
    es(
        "initials",
        'La actriz Marcela Ibarra deja la serie. "Me voy mañana", dijo Ibarra.\nM.I.: Me ofrecieron más dinero ayer.',
        "Me voy mañana ← Ibarra",
        "Me ofrecieron más dinero ayer ← M.I",
    ),
    es("a name that begins with a letter", "R. Gil llegó ayer al pueblo con su hija. Nadie lo esperaba."),
]


@table(TURNS)
def test_labels_of_turns(case):
    check(case)


ANNOUNCED = [
    es(
        "an account that a sentence announces",
        "El mando naval de Tarsia difundió el lunes un parte. En la noche del domingo, la infantería desembarcó en la "
        "isla y capturó el faro junto con catorce militares. Las baterías fueron suprimidas con fuego de cañón.",
        "En la noche del domingo, la infantería desembarcó en la isla y capturó el faro junto con catorce militares "
        "← El mando naval de Tarsia (continued)",
        "Las baterías fueron suprimidas con fuego de cañón ← El mando naval de Tarsia (continued)",
    ),
    es(
        "an account announced by way of an agency",
        "El mando naval de Tarsia difundió, por conducto de la agencia oficial Olmar, una cronología del asalto. La "
        "infantería desembarcó de noche en la isla y capturó el faro junto con catorce militares.",
        "La infantería desembarcó de noche en la isla y capturó el faro junto con catorce militares ← El mando naval "
        "de Tarsia (continued)",
    ),
    en(
        "an account that somebody's memory announces",
        "The mayor remembers an orderly night. The guests had left by ten o'clock, and two policemen stood at the "
        "gate of the old mill until dawn.",
        "The guests had left by ten o'clock, and two policemen stood at the gate of the old mill until dawn ← The "
        "mayor (continued)",
    ),
]


@table(ANNOUNCED)
def test_accounts_that_are_announced(case):
    check(case)
