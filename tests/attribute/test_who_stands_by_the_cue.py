"""Whose words they are by what stands around the cue: how they spoke, whom they told, what the colon ends."""

from __future__ import annotations

from .table import check, es, table

MANNERS = [
    es("an adjective", "«El horno está frío», comentó tajante Rosa Vidal.", "El horno está frío ← Rosa Vidal"),
    es("and no name", "Rosa Vidal llegó. «El horno está frío», dijo sonriente.", "El horno está frío ← Rosa Vidal"),
    es("before a title", "«El horno arde», gritó furioso don Blas Ortega.", "El horno arde ← don Blas Ortega"),
    es("at the head", "Furiosa, la panadera avisó que cerrará el horno.", "cerrará el horno ← la panadera"),
    es("company", "Rosa Vidal llegó. Acompañada de su hija, avisó que cerrará.", "cerrará ← Rosa Vidal"),
    es(
        "who was asked",
        "Consultada por este diario la panadera, Rosa Vidal, negó que cierre el horno.",
        "cierre el horno ← la panadera, Rosa Vidal",
    ),
    es(
        "people, and no manner",
        "Afectados por el humo aseguran que nadie los avisó.",
        "nadie los avisó ← Afectados por el humo",
    ),
]
PHRASES = [
    es(
        "behind two words",
        "Rosa Vidal cerró. Después de la cena con socios del gremio avisó que venderá el horno.",
        "venderá el horno ← Rosa Vidal",
    ),
    es("beside somebody", "Rosa Vidal vino. Junto al alcalde avisó que venderá.", "venderá ← Rosa Vidal"),
]
TOLD = [
    es(
        "an outlet before the subject",
        "El horno está frío desde ayer, señaló a Faro el vocero del gremio.",
        "El horno está frío desde ayer ← el vocero del gremio",
    ),
    es(
        "an outlet with a number",
        "El horno está frío desde ayer, dijo a Canal 24 el área de prensa del gremio.",
        "El horno está frío desde ayer ← el área de prensa del gremio",
    ),
    es(
        "an outlet before a title",
        "«Abriremos el lunes», declaró para La Hogaza don Blas Ortega.",
        "Abriremos el lunes ← don Blas Ortega",
    ),
]
SEEMS = [
    es("to somebody", "A los panaderos les parece que el trigo es caro.", "el trigo es caro ← los panaderos"),
    es("to a pronoun", "Rosa Vidal calló. Le parece que el trigo es caro.", "el trigo es caro ← Rosa Vidal"),
]
AGAIN = [
    es(
        "what was said already",
        "La panadera, Rosa Vidal, ha explicado que el horno abrirá en mayo. Así lo ha dicho en una rueda de prensa.",
        "el horno abrirá en mayo ← La panadera, Rosa Vidal",
    ),
]
DASHES = [
    es(
        "within the marks",
        "«El horno es nuestro —dijo Rosa Vidal— y seguirá abierto».",
        "El horno es nuestro … y seguirá abierto ← Rosa Vidal",
    ),
    es(
        "with an apposition",
        "«El horno es nuestro –afirmó Rosa Vidal, la panadera–. Seguirá abierto».",
        "El horno es nuestro … Seguirá abierto ← Rosa Vidal, la panadera",
    ),
    es(
        "no cue between them",
        "«El horno –el viejo horno de Blas– es nuestro», dijo Rosa Vidal.",
        "El horno –el viejo horno de Blas– es nuestro ← Rosa Vidal",
    ),
]
COLONS = [
    es(
        "what follows",
        "Rosa Vidal abrió la puerta. Y les deseó lo siguiente: «Que nunca falte el pan en casa».",
        "Que nunca falte el pan en casa ← Rosa Vidal",
    ),
    es(
        "several, a line above",
        "Rosa Vidal cerró. Ante esto, los socios han anunciado lo siguiente:\n«Abriremos el lunes el horno».",
        "Abriremos el lunes el horno ← los socios",
    ),
    es(
        "in a relative clause, a line above",
        "Rosa Vidal cerró. Esto es lo que Blas Ortega nos cuenta:\n«Abriremos el lunes el horno».",
        "Abriremos el lunes el horno ← Blas Ortega",
    ),
]


THEMSELVES = [
    es(
        "of whom the clause tells",
        "Rosa Vidal cerró. El maestro Blas Ortega amasó cien panes, según contó ayer.",
        "El maestro Blas Ortega amasó cien panes ← El maestro Blas Ortega (adjunct)",
    ),
    es(
        "of a thing it tells",
        "Rosa Vidal cerró. El horno ardió tres horas, según contó ayer.",
        "El horno ardió tres horas ← Rosa Vidal (adjunct)",
    ),
]
NOUNS = [
    es(
        "what they come to",
        "Los panaderos llegaron a la conclusión de que falta trigo.",
        "falta trigo ← Los panaderos",
    ),
    es("rumours", "Las ventas suben por rumores de que Rosa Vidal cerrará.", "Rosa Vidal cerrará ← ∅"),
]
CLAUSES_BEFORE = [
    es(
        "when somebody else asked",
        "La jefa Rosa Vidal se enfadó luego de que un cliente le preguntara si cerrará. «No pienso cerrar», señaló.",
        "cerrará ← un cliente",
        "No pienso cerrar ← La jefa Rosa Vidal",
    ),
]


@table(MANNERS)
def test_how_somebody_speaks_is_nobody(case):
    check(case)


@table(PHRASES)
def test_a_phrase_is_no_subject(case):
    check(case)


@table(TOLD)
def test_who_tells_an_outlet(case):
    check(case)


@table(SEEMS)
def test_to_whom_it_seems_so(case):
    check(case)


@table(AGAIN)
def test_what_is_said_again_counts_once(case):
    check(case)


@table(DASHES)
def test_a_cue_between_dashes_within_the_marks(case):
    check(case)


@table(COLONS)
def test_who_speaks_behind_a_colon(case):
    check(case)


@table(THEMSELVES)
def test_what_somebody_tells_of_themselves(case):
    check(case)


@table(NOUNS)
def test_whose_conclusion_it_is(case):
    check(case)


@table(CLAUSES_BEFORE)
def test_whose_clause_stands_before(case):
    check(case)


MEANWHILE = [
    es(
        "al mismo tiempo que",
        "«No iremos», sostuvo la diputada, al mismo tiempo que cerraba la puerta.",
        "No iremos ← la diputada",
    ),
    es(
        "al tiempo en que",
        "«No iremos», sostuvo la diputada al tiempo en que el coro se levantaba.",
        "No iremos ← la diputada",
    ),
]


@table(MEANWHILE)
def test_what_happens_meanwhile_is_no_name(case):
    check(case)
