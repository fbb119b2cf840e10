"""Constructions of the press: inserted cues, gerunds, comparisons, who quotes whom, what points back."""

from __future__ import annotations

from .table import check, en, es, table

INSERTED = [
    es(
        "subject that was taken for an object",
        "La foto corresponde a un actor, asegura su gerencia.",
        "La foto corresponde a un actor ← su gerencia",
    ),
    en(
        "cue of several words",
        "The plan is safe, the letter makes clear.",
        "The plan is safe ← the letter (document)",
    ),
    en("cue with a particle", "It would not stop, Ana Gil went on.", "It would not stop ← Ana Gil"),
    en("the particle opens a phrase", "He arrived late, went on stage and sang."),
    es(
        "relative clause, no cue",
        "La secretaria, que declaró después, contó que rompía los recibos.",
        "rompía los recibos ← La secretaria",
    ),
    en(
        "relative clause, no cue",
        "The clerk, who testified later, said the books were gone.",
        "the books were gone ← The clerk",
    ),
]

CONTENTS = [
    en("gerund", "The clerk admitted stealing the money.", "stealing the money ← The clerk"),
    en("passive gerund", "Luz Ortega recalled being sent home.", "being sent home ← Luz Ortega"),
    en("gerund of a request", "The board recommended closing two schools.", "closing two schools ← The board"),
    en("participle of a noun", "The report describing the mill is lost."),
    es(
        "por qué",
        "El edil preguntó por qué nadie había limpiado el río.",
        "por qué nadie había limpiado el río ← El edil",
    ),
    es(
        "comparison",
        "El médico comparó el virus con un ladrón.",
        "el virus con un ladrón ← El médico",
    ),
    es(
        "comparison of somebody",
        "La fiscal vinculó al alcalde con la trama.",
        "al alcalde con la trama ← La fiscal",
    ),
]

RELAYS = [
    en(
        "quoted by",
        "Ana Gil was quoted by Radio Tide as saying that the gate would stay shut.",
        "the gate would stay shut ← Radio Tide › Ana Gil",
    ),
    es(
        "quoted by",
        "Ana Gil fue citada por Radio Marea diciendo que la puerta seguirá cerrada.",
        "la puerta seguirá cerrada ← Radio Marea › Ana Gil",
    ),
    es(
        "so it was said",
        "El puente abrirá en mayo. Así lo anunció ayer la alcaldesa de Lirva.",
        "El puente abrirá en mayo ← la alcaldesa de Lirva (adjunct)",
    ),
    es(
        "so it stands written",
        "La balsa goteaba desde enero. Así consta en el informe del perito.",
        "La balsa goteaba desde enero ← el informe del perito (adjunct)",
    ),
    es(
        "so it is in a sheet",
        "La balsa goteaba desde enero. Así figura en un parte de mantenimiento, firmado por el jefe de turno.",
        "La balsa goteaba desde enero ← un parte de mantenimiento (adjunct)",
    ),
    es(
        "so it follows",
        "La balsa goteaba desde enero. Así se desprende de la sentencia.",
        "La balsa goteaba desde enero ← la sentencia (adjunct)",
    ),
    es(
        "so it came about",
        "La balsa goteaba desde enero. Así terminó el pleno.",
        "La balsa goteaba desde enero ← report",
    ),
]


READ = [
    es(
        "read in a letter",
        "«No pienso volver a remar este año», se lee en la carta.",
        "No pienso volver a remar este año ← la carta",
    ),
    es(
        "heard in a recording",
        "«Mañana tiramos la caja al río con todo dentro» se oye en el audio.",
        "Mañana tiramos la caja al río con todo dentro ← el audio",
    ),
    es(
        "some of the comments",
        "«La fuente nueva es muy fea, vuelvan a poner la vieja», fueron algunos de los comentarios que dejó la obra.",
        "La fuente nueva es muy fea, vuelvan a poner la vieja ← ∅",
    ),
    es(
        "seen in a report",
        "En el informe se puede ver que el río creció dos metros en abril.",
        "el río creció dos metros en abril ← el informe (document)",
    ),
]

BEHIND = [
    es(
        "clause with a copula, bare subject",
        "El pan de algas será el plato del futuro, aseguran expertos",
        "El pan de algas será el plato del futuro ← expertos",
    ),
    es(
        "whom somebody tells, behind a comma",
        "El club perdió dos barcas, contó la alcaldesa, a la agencia Litoral.",
        "El club perdió dos barcas ← la alcaldesa",
    ),
    es(
        "adverb before the preposition of a clause",
        "La alcaldesa insistió también en que el puente abrirá.",
        "el puente abrirá ← La alcaldesa",
    ),
    es(
        "question without quotation marks",
        "La reportera se acercó y le dijo: ¿Cuánto cuesta el pan?",
        "¿Cuánto cuesta el pan? ← La reportera",
    ),
    es("several without a name", "Para algunos, la obra es un fracaso.", "la obra es un fracaso ← algunos (adjunct)"),
    es(
        "concession, no condition",
        "Si bien se espera que Gil pueda ganar la regata, hay más remeras en la lista.",
        "Gil pueda ganar la regata ← ∅",
    ),
]


@table([*INSERTED, *CONTENTS, *RELAYS, *READ, *BEHIND])
def test_press(case):
    check(case)
