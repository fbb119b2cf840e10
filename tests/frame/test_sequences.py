"""Stages told in their order."""

from __future__ import annotations

import pytest

import segun

BARE = str.maketrans("áéíóúüÁÉÍÓÚ", "aeiouuAEIOU")
STAGES = [
    (
        "es",
        "Aprendieron: desde la guardia, pasando a la ronda de noche, luego al timón y finalmente a los abordajes.",
        ["la guardia", "la ronda de noche", "timón", "los abordajes"],
    ),
    (
        "es",
        "Pasaron de la vigilancia a la defensa, luego al ataque y finalmente a la retirada.",
        ["la vigilancia", "la defensa", "ataque", "la retirada"],
    ),
    (
        "en",
        "They went from training to guard duty, then to patrols and finally to assaults.",
        ["training", "guard duty", "patrols", "assaults"],
    ),
    (
        "en",
        "The plan goes from patrols to ambushes, followed by raids and, finally, open battle.",
        ["patrols", "ambushes", "raids", "open battle"],
    ),
    (
        "es",
        "Los soldados empezaron por la vigilancia, seguida de patrullas y finalmente de asaltos.",
        ["la vigilancia", "patrullas", "asaltos"],
    ),
    (
        "es",
        "Primero limpiaron el barco, después cargaron el trigo y por último zarparon.",
        ["limpiaron el barco", "cargaron el trigo", "zarparon"],
    ),
    (
        "en",
        "First they cleaned the boat, then they loaded the wheat and finally they sailed.",
        ["they cleaned the boat", "they loaded the wheat", "they sailed"],
    ),
    (
        "en",
        "The tugs came at night, then entered the dock and finally unloaded the pumps.",
        ["The tugs came at night", "entered the dock", "unloaded the pumps"],
    ),
    (
        "es",
        "Los remolcadores llegaron de noche, luego entraron en la dársena y finalmente descargaron las bombas.",
        ["Los remolcadores llegaron de noche", "entraron en la dársena", "descargaron las bombas"],
    ),
    (
        "es",
        "Inicialmente cavaron zanjas. Más tarde construyeron el muro. Finalmente llenaron el embalse.",
        ["cavaron zanjas", "construyeron el muro", "llenaron el embalse"],
    ),
    (
        "en",
        "First, the company closed the mine. Then it sacked the miners. After that, it sold the lot. Finally, it left.",
        ["the company closed the mine", "it sacked the miners", "it sold the lot", "it left"],
    ),
    (
        "es",
        "En primer lugar, la empresa cerró la mina. En segundo lugar, despidió a los mineros.",
        ["la empresa cerró la mina", "despidió a los mineros"],
    ),
    (
        "es",
        "Primero: cerrar la mina. Segundo: vender las máquinas. Tercero: pagar a los mineros.",
        ["cerrar la mina", "vender las máquinas", "pagar a los mineros"],
    ),
    (
        "es",
        "El plan: a) limpiar el río, b) plantar árboles y c) vender la madera.",
        ["limpiar el río", "plantar árboles", "vender la madera"],
    ),
    (
        "en",
        "The plan:\n1. Clean the river.\n2. Plant trees.\n3. Sell the timber.",
        ["Clean the river", "Plant trees", "Sell the timber"],
    ),
]
NONE = [
    ("es", "El museo abre desde las 8 hasta las 10 y el tren va de Madrid a Barcelona."),
    ("en", "The museum opens from 8 to 10 and the train goes from Madrid to Barcelona."),
    ("es", "El barco fue desde Brea, pasando por Salinares, hasta Puerto Lodo."),
    ("es", "Desde luego, el puente cerró. Finalmente abrió."),
    ("es", "Ana Soto fue la primera en llegar. Luego llegó Pedro."),
    ("en", "The first lady spoke. By then the bridge was closed. He finally left."),
    ("es", "El puente cerró después de la tormenta y luego de la crecida."),
    ("en", "The company closed the mine. It sacked the miners. It left."),
    ("en", "The then-mayor closed the bridge later than planned."),
    ("es", "Abrió el 1. El 2 cerró."),
]


@pytest.mark.parametrize(("language", "text", "steps"), STAGES)
def test_steps(language, text, steps):
    (found,) = segun.analyze(text, language=language).sequences
    assert [step.of(text) for step in found.steps] == steps


@pytest.mark.parametrize(("language", "text", "steps"), [row for row in STAGES if row[0] == "es"])
def test_steps_need_no_accents(language, text, steps):
    bare = text.translate(BARE)
    (found,) = segun.analyze(bare, language=language).sequences
    assert [step.of(bare) for step in found.steps] == [step.translate(BARE) for step in steps]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_ranges_and_loose_words_make_no_sequence(language, text):
    assert segun.analyze(text, language=language).sequences == ()


def test_a_step_ends_with_its_claim():
    text = (
        "Los buques pasaron del dique a la dársena, después a la bocana y por último al mar, según dijo Irene Ferreiro."
    )
    analysis = segun.analyze(text, language="es")
    (found,) = analysis.sequences
    assert [step.of(text) for step in found.steps] == ["dique", "la dársena", "la bocana", "mar"]
    assert {claim.id for claim in analysis.claims if claim.relays} & set(found.claims)
