"""How outlets that relay each other tell: phrases that time parts, news that is denied, names beside *newspaper*."""

from __future__ import annotations

import pytest

import segun


def told(text: str, language: str) -> list[str]:
    """Each claim that somebody makes, as *source > source: content*."""
    analysis = segun.analyze(text, language=language, places=False)
    names = {source.id: source.name for source in analysis.sources}
    return [
        " > ".join(names.get(relay.source or "", "-") for relay in claim.relays)
        + ": "
        + " […] ".join(span.of(text) for span in claim.spans)
        for claim in analysis.claims
        if claim.relays
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La agencia Lirio dio cuenta este domingo de un ensayo de sirenas.",
            "La agencia Lirio: un ensayo de sirenas",
        ),
        ("La agencia Lirio dio cuenta ayer de que la presa cerró.", "La agencia Lirio: la presa cerró"),
        (
            "Lirio transmite, con referencia a una fuente en el ministerio de puertos, que la tasa subió en enero.",
            "Lirio > una fuente en el ministerio de puertos: la tasa subió en enero",
        ),
        (
            "La radio Faro desmintio a ultima hora la noticia sobre el incendio.",
            "La radio Faro: la noticia sobre el incendio",
        ),
        ("El presidente saliente, Ivo Marsal, se proclamó vencedor.", "El presidente saliente, Ivo Marsal: vencedor"),
        ('El general lo llamó "hermano mayor".', "El general: hermano mayor"),
        (
            "Ana Soto es la alcaldesa. Para ella, los temores del puerto son fantasías.",
            "Ana Soto: los temores del puerto son fantasías",
        ),
        (
            "La agencia Lirio relata los entresijos de la cumbre. Las conversaciones duraron once horas.",
            "La agencia Lirio: Las conversaciones duraron once horas",
        ),
        (
            "El mando comunicó, según transmite la agencia Lirio, que volvieron 48 soldados. Todos recibieron agua.",
            "la agencia Lirio > El mando: Todos recibieron agua",
        ),
        (
            "El ministerio hizo publico un comunicado. En el mismo se señala que la tropa fue enviada en mayo.",
            "un comunicado: la tropa fue enviada en mayo",
        ),
        ("El ministerio difundió una nota. En ella se afirma que el puente cerró.", "una nota: el puente cerró"),
        (
            "El jefe, Ivo Marsal, se mostró convencido ante la agencia Lirio de que el país vendrá solo.",
            "El jefe, Ivo Marsal: el país vendrá solo",
        ),
        (
            "El canal habló con los vecinos. Los ingenieros forasteros, cuentan estos, sacaron fotos y se fueron.",
            "los vecinos: Los ingenieros forasteros […] sacaron fotos y se fueron",
        ),
    ],
)
def test_spanish(text: str, found: str) -> None:
    assert found in told(text, "es")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "She took the note but did not agree, the newspaper Evening Strand wrote, referring to an official.",
            "the newspaper Evening Strand > an official: She took the note but did not agree",
        ),
        (
            "In a post of the chief, Radu Minev, it is said that the drones were cheap.",
            "a post of the chief, Radu Minev: the drones were cheap",
        ),
        ("In the letter it was claimed that the mayor knew.", "the letter: the mayor knew"),
        ("It is said in the village that the bridge is unsafe.", "-: the bridge is unsafe"),
        ("As RT informs, the volunteers arrived in May.", "RT: the volunteers arrived in May"),
        ("As the agency notes, the volunteers arrived in May.", "the agency: the volunteers arrived in May"),
        ("The volunteers, as RT reports, arrived in May.", "RT: The volunteers […] arrived in May"),
        (
            "As the newspaper Seaman's Word informs, the volunteers arrived in May.",
            "the newspaper Seaman's Word: the volunteers arrived in May",
        ),
    ],
)
def test_english(text: str, found: str) -> None:
    assert found in told(text, "en")


@pytest.mark.parametrize(
    ("headline", "speaks"),
    [
        ("CANJE EN EL PUENTE: 96 SOLDADOS VUELVEN A CASA", False),
        ("RESCATE EN LA MINA: SALEN TRES HOMBRES", False),
        ("MINISTRO EN FUNCIONES: NO HABRA TREGUA", True),
        ("JEFE DE LA LIGA: NO HABRA TREGUA", True),
    ],
)
def test_what_happens_somewhere_says_nothing_in_capitals(headline: str, speaks: bool) -> None:
    text = f"{headline}\n\nEl alcalde cerró el puente ayer."
    assert bool(told(text, "es")) is speaks


@pytest.mark.parametrize(
    "text",
    [
        "The files, as police reports, are kept in a safe.",
        "The hospital admitted forty patients to its wards.",
        "The club admits women to its meetings.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text, "en") == []
