"""What the text says came before what."""

from __future__ import annotations

import pytest

import segun

BARE = str.maketrans("áéíóúüÁÉÍÓÚ", "aeiouuAEIOU")
ORDERS = [
    (
        "es",
        "Los reclutas entrenaron en el bosque.",
        "Cuando estuvieron listos, fueron al puente.",
        "Cuando estuvieron listos",
    ),
    (
        "en",
        "The recruits trained in the woods.",
        "Once they were ready, they went to the bridge.",
        "Once they were ready",
    ),
    ("es", "La empresa cerró la mina.", "Luego despidió a los mineros.", "Luego"),
    ("en", "The company closed the mine.", "It then sacked the miners.", "then"),
    ("es", "La empresa cerró la mina.", "Dos días después despidió a los mineros.", "después"),
    ("en", "The company closed the mine.", "Two days later it sacked the miners.", "later"),
    ("es", "La policía cerró el puente.", "Acto seguido, los vecinos salieron.", "Acto seguido"),
    ("en", "The police closed the bridge.", "Subsequently, the villagers left.", "Subsequently"),
    ("es", "Los soldados asaltaron el puente.", "Tras el asalto, volvieron a casa.", "Tras el asalto"),
    ("en", "The soldiers stormed the bridge.", "After storming it, they went home.", "After storming it"),
]
REVERSED = [
    ("es", "El temporal pasó.", "Antes de eso, los vecinos habían salido.", "Antes de eso"),
    ("en", "The storm passed.", "Before that, the villagers had left.", "Before that"),
    ("en", "The soldiers assaulted the bridge.", "Before the assault, they had trained.", "Before the assault"),
]
NONE = [
    ("es", "La empresa cerró la mina. Despidió a los mineros."),
    ("en", "The company closed the mine. It sacked the miners."),
    ("es", "La empresa cerró la mina. Desde luego, los mineros protestaron."),
    ("en", "The mine closed. Since then it has been flooded. Sooner or later it will open."),
    ("en", "The mine opened. It closed later than planned."),
    ("es", "La empresa cerró la mina y luego despidió a los mineros."),
    ("es", "La ley cambió. Cuando llueve, el río crece."),
    ("en", "The law changed. After the harvest, the village sleeps."),
    ("es", "En primer lugar, la ley es mala. En segundo lugar, nadie la cumple."),
]


def told(analysis):
    text = analysis.report.text
    words = {claim.id: text[claim.spans[0].start : claim.spans[-1].end] for claim in analysis.claims}
    return [(words[order.before], words[order.after], order.cue.of(text)) for order in analysis.orders]


@pytest.mark.parametrize(("language", "first", "second", "cue"), ORDERS)
def test_what_came_later(language, first, second, cue):
    analysis = segun.analyze(f"{first} {second}", language=language)
    assert told(analysis) == [(first.rstrip("."), second.rstrip("."), cue)]


@pytest.mark.parametrize(("language", "first", "second", "cue"), [row for row in ORDERS if row[0] == "es"])
def test_orders_need_no_accents(language, first, second, cue):
    first, second, cue = (part.translate(BARE) for part in (first, second, cue))
    analysis = segun.analyze(f"{first} {second}", language=language)
    assert told(analysis) == [(first.rstrip("."), second.rstrip("."), cue)]


@pytest.mark.parametrize(("language", "first", "second", "cue"), REVERSED)
def test_what_came_earlier(language, first, second, cue):
    analysis = segun.analyze(f"{first} {second}", language=language)
    assert told(analysis) == [(second.rstrip("."), first.rstrip("."), cue)]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_textual_sequence_is_no_order(language, text):
    assert segun.analyze(text, language=language).orders == ()


def test_a_chain_orders_each_claim_after_the_one_before():
    text = "First, the company closed the mine. Then it sacked the miners. Finally, it left."
    analysis = segun.analyze(text, language="en")
    assert [order.cue.of(text) for order in analysis.orders] == ["Then", "Finally"]
    assert [order.after for order in analysis.orders][:-1] == [order.before for order in analysis.orders][1:]
