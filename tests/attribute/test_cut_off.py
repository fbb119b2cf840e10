"""Texts that break off in the middle of a sentence: an excerpt, a page that ended, a line that was cut."""

from __future__ import annotations

import pytest

import segun
from segun.model import wording

SENTENCES = [
    ("es", "El juez ordenó a la empresa que, dijo, vació el pozo y que sus dueños negaron, que pagara."),
    (
        "es",
        "Según el cual, a su juicio, y como puso de relieve Ana, el puente que cerraron no aguanta, pero, según Gil,",
    ),
    ("es", "Pidió a los vecinos que no salgan y tildó a la junta de «farsa», si bien reconoció que el faro se apagó."),
    ("es", "Hay muchas, ―la mejor después de las demás, como decía Olivares―, pero la que más dura es otra."),
    ("en", "The firm's head, Ines Aldana, blamed the slow pace on a shortage of poles, which he says were stolen."),
    ("en", "The charterer he suspects knew everything. Three other ships on which he had sailed, she said, were lost."),
    (
        "en",
        "In her view, the plan, the letter makes clear, is safe, and they denied that it was called “absurd”.",
    ),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_text_may_end_behind_any_word(language, text):
    ends = [at for at, character in enumerate(text) if character == " "]
    for end in [*ends, len(text)]:
        cut = text[:end]
        for claim in segun.analyze(cut, language=language, places=False).claims:
            assert all(0 <= span.start < span.end <= len(cut) for span in claim.spans)
            assert wording(cut, claim.spans)
