"""Who is the source where the press writes loosely: commas before verbs, endings alone, clauses about others."""

from __future__ import annotations

from .table import check, es, table

PARTED = [
    es(
        "a comma behind a subject that a phrase precedes",
        "En un vídeo breve, la ex alcaldesa, asegura que conoce las urgencias del partido.",
        "conoce las urgencias del partido ← la ex alcaldesa",
    ),
    es(
        "a bare plural",
        "En redes sociales, clientes de la tienda Prado, reportaron que una pantalla se había roto.",
        "una pantalla se había roto ← clientes de la tienda Prado",
    ),
    es(
        "the sentence's first words",
        "Los sindicatos, creen que no habrá acuerdo.",
        "no habrá acuerdo ← Los sindicatos",
    ),
    es(
        "a body named last in the subject",
        "En las llamadas, el abanderado de la coalición Faro Nuevo, destacó el interés del país en firmar acuerdos.",
        "el interés del país en firmar acuerdos ← el abanderado de la coalición Faro Nuevo",
    ),
    es("a cue inserted in a sentence", "La alcaldesa, dijo ayer, vendrá al puerto."),
    es(
        "a phrase of circumstance",
        "El juez escuchó al testigo. Con la fiscal, reconoció que faltan pruebas.",
        "faltan pruebas ← El juez",
    ),
]

NOBODY_ACTS = [
    es(
        "a relative clause with an impersonal cue",
        "La vocera presentó la imagen del barco, que se espera que llegue en mayo.",
        "llegue en mayo ← ∅",
    ),
    es(
        "somebody's words that nobody in particular tells of",
        "No es la primera vez que Luis Gil se ve en apuros, pues ayer se difundió que habría dicho que no vendrá.",
        "habría dicho que no vendrá ← ∅",
        "no vendrá ← ∅ › Luis Gil",
    ),
]

DROPPED = [
    es(
        "a meeting is no body of people",
        "Los abogados protestan por el trato. En esta audiencia, pidieron que una enfermera pueda visitarlo.",
        "una enfermera pueda visitarlo ← Los abogados",
    ),
    es(
        "whence words in quotation marks come",
        "La agencia Norte calló. «Estudiaremos la mejora», han reconocido desde fuentes oficiales.",
        "Estudiaremos la mejora ← fuentes oficiales",
    ),
    es(
        "a subject within the words of another",
        "Oller aseguró que la obra es cara y el ayuntamiento necesita dinero. «Faltan camiones», indicó.",
        "la obra es cara y el ayuntamiento necesita dinero ← Oller",
        "Faltan camiones ← Oller",
    ),
    es(
        "a reason behind a plural subject that the parser missed",
        "A unas horas de la boda, integrantes del Colectivo Norte hicieron un acto frente al palacio para mostrar su "
        "rechazo, pues aseguraron que sobra ruido.",
        "sobra ruido ← integrantes del Colectivo Norte",
    ),
    es(
        "a subject behind its verb and a fixed phrase",
        "La Secretaría de Montes firmó el acuerdo. «La tala se paró», dijo al respecto Pedro Mas, titular del ramo.",
        "La tala se paró ← Pedro Mas, titular del ramo",
    ),
    es(
        "a gerund behind clauses on others",
        "El secretario Luis Mas reveló que los vecinos podrán denunciar a los Testigos que se queden en la puerta por "
        "más de una hora, señalando que la norma vale en mayo.",
        "los vecinos podrán denunciar a los Testigos que se queden en la puerta por más de una hora ← El secretario "
        "Luis Mas",
        "la norma vale en mayo ← El secretario Luis Mas",
    ),
    es(
        "a gerund behind a relative clause on who speaks",
        "Lo firmó la portavoz, Ana Gil, quien asegura que ahora se estudian medidas, descartando que cierre el puerto.",
        "ahora se estudian medidas ← la portavoz, Ana Gil",
        "cierre el puerto ← la portavoz, Ana Gil",
    ),
    es(
        "a gerund behind a law's clause",
        "Luis Mas mencionó que no existe una ley que prohíbe que alguien silbe en la calle, señalando que esta norma "
        "es un paso grande.",
        "no existe una ley que prohíbe que alguien silbe en la calle ← Luis Mas",
        "alguien silbe en la calle ← Luis Mas › una ley (document)",
        "esta norma es un paso grande ← Luis Mas",
    ),
    es(
        "the first person behind what their own words name",
        "«Según la ley, creo que el puerto cierra», dijo la directora.",
        "Según la ley, creo que el puerto cierra ← la directora",
        "creo que el puerto cierra ← la directora › la ley (document)",
        "el puerto cierra ← la directora › la ley › la directora",
    ),
    es(
        "a colon behind a sentence that others are named in",
        "Los vecinos comentan que el museo cierra en mayo y la alcaldesa calla:\n"
        "«La mayoría se marchó hace años y nadie volvió».",
        "el museo cierra en mayo y la alcaldesa calla ← Los vecinos",
        "La mayoría se marchó hace años y nadie volvió ← Los vecinos",
    ),
]


@table(PARTED)
def test_a_subject_that_a_comma_parts_from_its_cue(case):
    check(case)


@table(NOBODY_ACTS)
def test_nobody_is_named(case):
    check(case)


@table(DROPPED)
def test_whom_an_ending_means(case):
    check(case)
