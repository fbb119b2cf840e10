"""What a phrase within a sentence attributes: its own clause, and not what its source says next."""

from __future__ import annotations

from .table import check, en, es, table

OWN_CLAUSE = [
    es(
        "behind a reason",
        "El puente cerrará porque, según la alcaldesa, los cables están podridos.",
        "los cables están podridos ← la alcaldesa (adjunct)",
    ),
    es(
        "behind a reason, without commas",
        "El puente cerrará ya que según la alcaldesa los cables están podridos.",
        "los cables están podridos ← la alcaldesa (adjunct)",
    ),
    es(
        "in a reason, and the sentence before it",
        "Algo empaña la regata, pues de acuerdo a tres remeros, el resultado fue amañado.",
        "el resultado fue amañado ← tres remeros (adjunct)",
    ),
    es(
        "behind pero, without commas",
        "La casa estaba vacía pero según los vecinos, alguien cantaba dentro.",
        "alguien cantaba dentro ← los vecinos (adjunct)",
    ),
    en(
        "behind a reason",
        "The bridge will close because, according to the mayor, the cables are rotten.",
        "the cables are rotten ← the mayor (adjunct)",
    ),
]
NEXT_CUE = [
    es(
        "what the source says next",
        "Tal y como ha contado la doctora Barral, comer barro es una locura y advierte que puede matar.",
        "comer barro es una locura ← la doctora Barral (adjunct)",
        "puede matar ← la doctora Barral",
    ),
    es(
        "but not what somebody in the clause says",
        "Según el semanario Faro, la alcaldesa salió al balcón y dijo que no dimitirá.",
        "la alcaldesa salió al balcón y dijo que no dimitirá ← el semanario Faro (adjunct)",
        "no dimitirá ← el semanario Faro › la alcaldesa",
    ),
]


@table([*OWN_CLAUSE, *NEXT_CUE])
def test_scope(case):
    check(case)
