"""What the ordinary Spanish press writes: who is many and has no name, things beside a cue, the speaker's own cues."""

from __future__ import annotations

from .table import check, es, table

SPEAKERS = [
    es(
        "a day without its number",
        "Vega perdió. El *NUMBER* de enero anunció que dejaba el club.",
        "dejaba el club ← Vega",
    ),
    es(
        "for what reason",
        "Vega perdió. Es por ello que propone cerrar el puerto.",
        "cerrar el puerto ← Vega",
    ),
    es(
        "accusations against somebody",
        "Pese a las acusaciones en su contra de robar leña, el jefe sigue.",
        "robar leña ← ∅",
    ),
    es(
        "an opinion in the conditional",
        "Para la exjefa del club, Ana Gil, la venta del molino traería paz al valle.",
        "la venta del molino traería paz al valle ← la exjefa del club, Ana Gil (adjunct)",
    ),
    es(
        "a survey behind a headline's colon",
        "Tol empata con Vera en segundo lugar: sondeo de Faro Norte\nLa obra empezó ayer.",
        "Tol empata con Vera en segundo lugar ← sondeo de Faro Norte",
    ),
    es("many without a name", "Algunos temen que el puente no aguante.", "el puente no aguante ← Algunos"),
    es(
        "whose account does not go on",
        "Otros temen que el puente no aguante. El puente se abrió en 1950.",
        "el puente no aguante ← Otros",
        "El puente se abrió en 1950 ← report",
    ),
    es(
        "a body of people behind a preposition",
        "El alcalde calló ayer. En el sindicato temen que cierre la fábrica.",
        "cierre la fábrica ← el sindicato",
    ),
    es(
        "nobody, where it became known",
        "Horas después se supo que el hombre estaba a salvo.",
        "el hombre estaba a salvo ← ∅",
    ),
    es("known to nobody", "No se sabe si el hombre está a salvo."),
    es(
        "an ending within direct speech",
        "Los inspectores llegaron tarde. «Me dijeron que el papel no valía», contó Ana Soto.",
        "Me dijeron que el papel no valía ← Ana Soto",
        "el papel no valía ← Ana Soto › ∅",
    ),
]
SHORT = [
    es(
        "a conjunction left out behind whom it asks",
        "Gil pidió a la tesorera se haga el pago de las becas.",
        "se haga el pago de las becas ← Gil",
    ),
    es(
        "a word before an inserted cue",
        "Esto, detalló Faro, hace que la pesca sea más cara.",
        "Esto … hace que la pesca sea más cara ← Faro",
    ),
    es(
        "a headline's second verb",
        "Ana Gil deja el valle, llama a votar por Tol\nLa alcaldesa calló ayer.",
        "votar por Tol ← Ana Gil",
    ),
    es("the same as", "Las mareas parecen seguir el mismo ritmo que las lluvias."),
]
THINGS = [
    es(
        "a relative clause on what is said",
        "Las asociaciones destacaron las opciones de reforma que le quedan al barrio.",
        "las opciones de reforma que le quedan al barrio ← Las asociaciones",
    ),
    es(
        "a relative clause in the subjunctive on what is asked for",
        "Los vecinos piden información que justifique que el dinero se destine a la plaza.",
        "información que justifique que el dinero se destine a la plaza ← Los vecinos",
    ),
    es(
        "a relative clause behind a thing that was given",
        "En total, se han concedido mil becas con unos fondos que debían haberse dado al puerto.",
    ),
    es(
        "an infinitive and a conjunction of its own",
        "El exembajador Gil asegura guardar en casa un papel que probaría que el puerto cerró.",
        "guardar en casa un papel que probaría que el puerto cerró ← El exembajador Gil",
    ),
    es("something used to find out", "En la fábrica usan un sensor para determinar si el agua está limpia."),
    es("what something means", "Eso no quiere decir que el pozo esté lleno."),
    es("who refuses to do something", "El portero se negó a entregar la llave del archivo."),
    es("a phrase of the verb before it", "La mayoría de los vecinos está de acuerdo con la alcaldesa Gil."),
    es(
        "a phrase within a name",
        "Vecinos de Boca del Mar piden agua limpia.",
        "agua limpia ← Vecinos de Boca del Mar",
    ),
    es(
        "a clause of circumstance before a cue",
        "A pesar de que el peaje subió en junio, ha trascendido ahora por el diario Faro.",
    ),
]
SPANS = [
    es(
        "what somebody owns to have done",
        "Después el alcalde aceptó haber cobrado dos sueldos.",
        "haber cobrado dos sueldos ← el alcalde",
    ),
    es(
        "an infinitive that the parser lost",
        "El chico dijo no estar de acuerdo con la decisión de la jueza.",
        "no estar de acuerdo con la decisión de la jueza ← El chico",
    ),
    es(
        "a second clause on the cue, the first hung on a noun",
        "Vega relató con calma en los pasillos que padece vértigo y que no subirá.",
        "padece vértigo y que no subirá ← Vega",
    ),
    es(
        "a conjunction behind whom it tells, its clause without anybody acting",
        "El patrón dice a los remeros que ya se firmaron los contratos de pesca.",
        "ya se firmaron los contratos de pesca ← El patrón",
    ),
    es(
        "an adverb taken for a verb",
        "La residente comentó que inclusive podrían estar poniendo agua en la leche y nadie lo notaría.",
        "inclusive podrían estar poniendo agua en la leche y nadie lo notaría ← La residente",
    ),
    es(
        "listed clauses",
        "El portal publicó que la cantante Lia es caníbal, que el clima es un bulo, o que Gil escapó a Lirva.",
        "la cantante Lia es caníbal, que el clima es un bulo, o que Gil escapó a Lirva ← El portal",
    ),
    es(
        "a phrase behind a comma and a conjunction",
        "Llovió toda la noche, y según la alcaldesa, cayó un muro.",
        "cayó un muro ← la alcaldesa (adjunct)",
    ),
    es(
        "a mark the wrong way round",
        "La tesista apuntó que faltan libros. Añadió: ”Es esencial comprar más libros”. Nadie más habló.",
        "faltan libros ← La tesista",
        "Es esencial comprar más libros ← La tesista",
    ),
]
DIRECT = [
    es(
        "an inserted cue of one's own",
        "«El puente, creo, es de todos los que viven aquí», ha precisado Gil.",
        "El puente, creo, es de todos los que viven aquí ← Gil",
        "El puente … es de todos los que viven aquí ← Gil › Gil",
    ),
    es(
        "a cue of one's own with other senses",
        "«Animo a todos los vecinos a que miren las cuentas», ha dicho Gil.",
        "Animo a todos los vecinos a que miren las cuentas ← Gil",
        "miren las cuentas ← Gil › Gil",
    ),
    es(
        "a cue taken for a name",
        'Ana Gil llegó ayer a Lima. Continuó: "Se rompen los cristales de la torre".',
        "Se rompen los cristales de la torre ← Ana Gil",
    ),
    es(
        "a cue taken for a noun",
        'El diario Faro sentencia: "En el equipo hay mucho para discutir".',
        "En el equipo hay mucho para discutir ← El diario Faro",
    ),
    es(
        "a headline of a name and a quotation",
        'Álvaro Gil "Somos el poder y podemos cerrar cuando queramos"\nUn nuevo escándalo se desató ayer en Lirva.',
        "Somos el poder y podemos cerrar cuando queramos ← Álvaro Gil (continued)",
    ),
    es("a numbered postscript", "PD2: No somos enemigos de nadie en este barrio."),
]


@table(SPEAKERS)
def test_speakers(case):
    check(case)


@table(SHORT)
def test_short_ways(case):
    check(case)


@table(THINGS)
def test_things(case):
    check(case)


@table(SPANS)
def test_spans(case):
    check(case)


@table(DIRECT)
def test_direct_speech(case):
    check(case)
