"""Quotations that run over several paragraphs, closed in a later one than opened."""

from __future__ import annotations

from .table import check, en, es, table

OVER_PARAGRAPHS = [
    es(
        "its cue stands behind the last",
        "El alcalde de Torval habló de la feria:\n"
        "“Los puestos de queso volverán al muelle este año.\n"
        "Un pastor de Lirva no quiere cerrar el suyo, y tampoco hace falta”, dijo.",
        "Los puestos de queso volverán al muelle este año.\n"
        "Un pastor de Lirva no quiere cerrar el suyo, y tampoco hace falta ← El alcalde de Torval",
    ),
    es(
        "others act in its midst",
        "La directora Ana Soto anunció que el coro cantará en mayo:\n"
        '"El teatro tiene por fin un techo nuevo y buenas luces.\n'
        "Los carpinteros trabajaron de noche todo el invierno.\n"
        'Las entradas costarán tres monedas, y los niños no pagarán nada", señaló.',
        "el coro cantará en mayo ← La directora Ana Soto",
        "El teatro tiene por fin un techo nuevo y buenas luces.\n"
        "Los carpinteros trabajaron de noche todo el invierno.\n"
        "Las entradas costarán tres monedas, y los niños no pagarán nada ← La directora Ana Soto",
    ),
    es(
        "it names somebody behind it",
        "«La barca no volverá a salir del puerto en todo el invierno.\n"
        "El motor está roto y nadie vende piezas», lamentó Luis Mora.",
        "La barca no volverá a salir del puerto en todo el invierno.\n"
        "El motor está roto y nadie vende piezas ← Luis Mora",
    ),
    es(
        "each paragraph opens it again",
        "«Primero se apagaron las farolas del muelle y luego todas las demás.\n"
        "»La bomba del pozo dejó de funcionar a las tres», recordó Luis Mora.",
        "Primero se apagaron las farolas del muelle y luego todas las demás.\n"
        "»La bomba del pozo dejó de funcionar a las tres ← Luis Mora",
    ),
    es(
        "another begins before it is closed",
        "“El horno del pueblo cerró en otoño y no volverá a abrir nunca, dijo Ana Gil.\n"
        "“Habrá pan en la plaza”, prometió el alcalde.",
        "Habrá pan en la plaza ← el alcalde",
        fails="the mark that closes a quotation left out",
    ),
    en(
        "each paragraph opens it again",
        "“The ferry was late again on the first day of spring.\n"
        "“Nobody told us why it stopped at the old pier,” said Ann Marsh.",
        "The ferry was late again on the first day of spring.\n"
        "“Nobody told us why it stopped at the old pier ← Ann Marsh",
    ),
]
LOST_MARKS = [
    es(
        "single marks in a quotation whose first mark is lost",
        "El coro canta 'La barca' en la plaza y los vecinos bailan toda la noche\", contó Ana Gil.",
        "El coro canta 'La barca' en la plaza y los vecinos bailan toda la noche ← Ana Gil",
    ),
]

TAKEN_UP = [
    es(
        "one cue, though it is a phrase and a verb",
        "“El puente no se abrirá hasta el año que viene”, así lo señaló ayer Luis Mora.",
        "El puente no se abrirá hasta el año que viene ← Luis Mora (adjunct)",
    ),
    es(
        "what is told behind the phrase",
        "“Hay que pintar el faro antes de mayo”, así lo ha dejado claro la alcaldesa de Lirva y lo repite en un bando.",
        "Hay que pintar el faro antes de mayo ← la alcaldesa de Lirva (adjunct)",
    ),
    es(
        "a sentence told before it",
        "Los vecinos de Lirva cuentan que el pozo está casi seco: “nadie limpió la bomba, aunque pedimos ayuda.\n"
        "En otoño vinieron dos técnicos que no quisieron bajar, y así seguimos”, lamentaron.",
        "el pozo está casi seco ← Los vecinos de Lirva",
        "nadie limpió la bomba, aunque pedimos ayuda.\n"
        "En otoño vinieron dos técnicos que no quisieron bajar, y así seguimos ← Los vecinos de Lirva",
    ),
]


@table(OVER_PARAGRAPHS)
def test_a_quotation_over_several_paragraphs_is_one(case):
    check(case)


@table(LOST_MARKS)
def test_a_quotation_that_lost_a_mark_is_whole(case):
    check(case)


@table(TAKEN_UP)
def test_what_stands_around_a_quotation_is_told_apart_from_it(case):
    check(case)
