"""Where a content ends, and what stands between commas and is no cue."""

from __future__ import annotations

from .table import check, en, es, table

ENDS = [
    es(
        "before what was not told",
        "Marta Sol dijo que vendrá en julio, sin dar más detalles.",
        "vendrá en julio ← Marta Sol",
    ),
    es(
        "before what was not told, behind an inserted cue",
        "El puente cerrará en mayo, dijo Marta Sol, sin ofrecer más datos.",
        "El puente cerrará en mayo ← Marta Sol",
    ),
    es(
        "before what was not told, behind a noun",
        "Marta Sol negó el robo, sin referirse a la carta.",
        "el robo ← Marta Sol",
    ),
    en(
        "before what was not told",
        "Marta Sol said the bridge would close, without giving details.",
        "the bridge would close ← Marta Sol",
    ),
    es(
        "not before what is done without",
        "Marta Sol dijo que entraron en la casa, sin romper la puerta.",
        "entraron en la casa, sin romper la puerta ← Marta Sol",
    ),
    es(
        "before a connective whose verb stands outside",
        "Hasta ayer, el capitán había dicho que estaba mejor, sin embargo, el aumento de las cargas de la semana "
        "pasada, sobre todo las del lunes, trajeron dolores.",
        "estaba mejor ← el capitán",
    ),
    es(
        "before a question that is the main clause",
        "Y si Marta ya te dijo que no quiere ir, ¿por qué insistes tanto?",
        "no quiere ir ← Marta",
    ),
    es(
        "before another cue and its quotation",
        "Marta Sol publicó que los versos se refieren a las noticias y agrega: «nada importa».",
        "los versos se refieren a las noticias ← Marta Sol",
        "nada importa ← Marta Sol",
    ),
    es(
        "before a quotation behind a colon that has its cue behind it",
        "El médico reveló que los otros no tuvieron la misma suerte: «por desgracia no despertarán nunca», confesó.",
        "los otros no tuvieron la misma suerte ← El médico",
        "por desgracia no despertarán nunca ← El médico",
    ),
]
BEGINS = [
    es(
        "behind the conjunction of a reason",
        "Marta Sol pidió calma, pues, dijo, no somos un país de ratones.",
        "calma ← Marta Sol",
        "no somos un país de ratones ← Marta Sol",
    ),
    es(
        "before a phrase that opens what is judged",
        "Para Marta Sol, detrás del incendio, hay una banda de ladrones.",
        "detrás del incendio, hay una banda de ladrones ← Marta Sol (adjunct)",
    ),
    es(
        "several things that somebody is called",
        "Varios vecinos la tildaron de «rara», «fea» o «lo peor del barrio».",
        "«rara», «fea» o «lo peor del barrio» ← Varios vecinos",
    ),
]
NO_CUES = [
    es(
        "the verb of a sentence behind a connective",
        "Sin embargo, desde Lugo hicieron notar las muchas grietas del puente, lo que ha provocado un escándalo.",
    ),
    es(
        "the verb of a sentence that tells whom and of what",
        "De igual forma, previno a los vecinos de no comprar en la tienda, debido a que hay muchas falsas.",
    ),
    es(
        "a verb that is made a candidate",
        "Gil será elegido por los vecinos; en el invierno de 2012, se postuló para el mismo cargo.",
    ),
    es(
        "everything that seems",
        "El domingo el club dio a conocer que el fallo de Gil, en la portería, todo parece indicar por un descuido.",
        "el fallo de Gil, en la portería, todo parece indicar por un descuido ← el club",
    ),
]


@table([*ENDS, *BEGINS, *NO_CUES])
def test_ends_of_contents(case):
    check(case)
