"""Contents that go on with what takes them up or adds to them, where they end before it, and whose they are."""

from __future__ import annotations

from .table import Case, check, es, table

GOES_ON = [
    es(
        "one more statement behind a semicolon",
        "Ana Soto agregó que faltan camas en Lirva; además de que se cierran dos salas en agosto.",
        "faltan camas en Lirva; además de que se cierran dos salas en agosto ← Ana Soto",
    ),
    es(
        "parallel phrases behind a semicolon",
        "Gil dijo que habrá un sorteo de dos plazas para músicos; de veinte plazas para actores.",
        "habrá un sorteo de dos plazas para músicos; de veinte plazas para actores ← Gil",
    ),
    es(
        "a sentence of its own behind a semicolon",
        "Gil confirmó que habrá luz; los socios viven en Lirva.",
        "habrá luz ← Gil",
    ),
    es(
        "a bare noun with a relative clause",
        "Ana Soto anunció que grabará otra vez su «Balada gris», pieza que ella dirigirá con su hermano.",
        "grabará otra vez su «Balada gris», pieza que ella dirigirá con su hermano ← Ana Soto",
    ),
    es(
        "a bare noun that takes up the clause",
        "El alcalde plantea que los barcos paguen, medida que la jueza impediría si gana.",
        "los barcos paguen, medida que la jueza impediría si gana ← El alcalde",
    ),
]
ENDS = [
    es(
        "a connective at the end",
        "Se prevé que la playa se abra el lunes, en tanto, los socios hicieron una fiesta en la arena.",
        "la playa se abra el lunes ← ∅",
    ),
]
SIDES = [
    es(
        "for a thing",
        "El fiscal se pronunció por un aumento de las penas.",
        "un aumento de las penas ← El fiscal",
    ),
    es(
        "for doing something",
        "Los vecinos se mostraron a favor de cerrar la calle.",
        "cerrar la calle ← Los vecinos",
    ),
    es("against it", "El alcalde se dijo en contra de una tregua.", "una tregua ← El alcalde"),
    es(
        "things that are for something",
        "El museo mostró cuadros a favor de la paz.",
        "El museo mostró cuadros a favor de la paz ← report",
    ),
]
WHOSE = [
    es(
        "a quotation that explains what a passive tells",
        "Según Faro Azul, los barcos fueron hallados en la costa: «No había nadie a bordo de ninguno».",
        "los barcos fueron hallados en la costa ← Faro Azul (adjunct)",
        "No había nadie a bordo de ninguno ← Faro Azul",
    ),
    es(
        "a quotation that explains a clause with a wording in it",
        "La jefa asegura que la «marea gris» mata peces en los ríos: «Perdemos cada año lo que otros ganan».",
        "la «marea gris» mata peces en los ríos ← La jefa",
        "Perdemos cada año lo que otros ganan ← La jefa",
    ),
    es(
        "the clause of an infinitive of purpose",
        "Soto quiso rodar una cinta para demostrarles que el cine local es mejor.",
        "el cine local es mejor ← Soto",
    ),
    es(
        "what one wants to find out first",
        "Para verificar que no se venda el agua, la alcaldía instalará un puesto.",
        "Para verificar que no se venda el agua, la alcaldía instalará un puesto ← report",
    ),
    es(
        "who calls somebody something before what that is",
        "El portero fue reconocido por los niños como el mejor del año.",
        "El portero … el mejor del año ← los niños",
    ),
]


@table(GOES_ON)
def test_what_goes_on(case: Case) -> None:
    """A content goes on with what adds to it, a statement of its own does not belong to it."""
    check(case)


@table(ENDS)
def test_what_ends(case: Case) -> None:
    """A content holds no connective of what follows."""
    check(case)


@table(SIDES)
def test_what_somebody_is_for(case: Case) -> None:
    """Who speaks out for something or against it attributes it."""
    check(case)


@table(WHOSE)
def test_whose_words(case: Case) -> None:
    """What stands right before a clause or a quotation need not be its cue."""
    check(case)
