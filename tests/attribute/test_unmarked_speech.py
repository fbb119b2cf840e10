"""Direct speech behind a clause without a mark, called somebody's words, between dashes, beside a name."""

from __future__ import annotations

from .table import check, es, table

BODY = "\nLa sesión se celebró ayer. Hubo gritos."
CLAUSE = [
    es(
        "the subject's words",
        "Algunos vecinos han mostrado su enfado «a mí me toca pagar, está mal que falte a la fiesta».",
        "a mí me toca pagar, está mal que falte a la fiesta ← Algunos vecinos",
    ),
    es(
        "a headline's",
        f"Alcaldesa rompió el silencio y habló del puente «No me acostaría sin haberlo visto»{BODY}",
        "No me acostaría sin haberlo visto ← Alcaldesa",
    ),
    es("but a title", "La cantante estrenó ayer su disco «Yo no sé por qué me fui de aquí tan pronto»."),
]
WORDS = [
    es(
        "what a crowd shouts",
        "Los vecinos cortaron el puente al grito de «De aquí nadie se mueve».",
        "De aquí nadie se mueve ← Los vecinos",
    ),
    es(
        "what it is called",
        "«¡Se le extraña en el río!», fueron algunos de los comentarios de los seguidores.",
        "Se le extraña en el río ← los seguidores",
    ),
    es(
        "what somebody says",
        "«Esto da pena», es lo que dice media aldea.",
        "Esto da pena ← media aldea",
    ),
    es("but a word", "«Mula» es la palabra de Ana Gil que más gustó."),
    es(
        "a second quotation with its own cue",
        "«Veo el valle en paz», dijo Gil, y «el trabajo de los regidores es digno de aplauso», celebró.",
        "Veo el valle en paz ← Gil",
        "el trabajo de los regidores es digno de aplauso ← Gil",
    ),
]
DASHES = [
    es(
        "within a quotation",
        "«Cuando todo ardía —continuó Gil—, un remero nos dio la solución».",
        "Cuando todo ardía … un remero nos dio la solución ← Gil",
    ),
    es(
        "hyphens that lean on the words",
        "En el puerto, -dice Ana Gil- se debe contratar a más mujeres.",
        "En el puerto … se debe contratar a más mujeres ← Ana Gil",
    ),
]
BESIDE = [
    es(
        "a name behind it",
        f"«Diez pesos es demasiado para un remero» Ana Gil{BODY}",
        "Diez pesos es demasiado para un remero ← Ana Gil (continued)",
    ),
    es(
        "a mark with a blank behind the colon",
        f'Gil :" Debemos remar contra todos"{BODY}',
        "Debemos remar contra todos ← Gil",
    ),
    es("a catchword, and not its speaker", f"«Las puertas del río»: Un vecino halla un libro raro{BODY}"),
]


@table([*CLAUSE, *WORDS, *DASHES, *BESIDE])
def test_unmarked(case):
    check(case)
