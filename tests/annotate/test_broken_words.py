"""Words that a hyphen breaks at the end of a line are one word, where they stand."""

from __future__ import annotations

import segun
from segun.model import Report
from segun.pipeline import analyze_and_parse

TEXT = """\
El ministro de Obras Públicas de la región ha inform-
ado que la fuga de la central dejó diez personas her-
idas en la zona y que no hay riesgo alguno para los
vecinos. La vecina Ana Soto explicó que el frente ruso-
ucraniano seguía como estaba, y que nadie lo vio venir.

La segunda parte del informe, de la que nadie habla,
dice que la central no tenía permiso.
"""


def test_a_broken_cue_is_found_where_it_stands():
    first, *_ = segun.analyze(TEXT, places=False).claims
    assert [span.of(TEXT) for span in first.relays[0].cue_spans] == ["ha inform-\nado"]
    assert first.spans[0].of(TEXT).endswith("alguno para los\nvecinos")
    assert first.relays[0].source_spans[0].of(TEXT) == "El ministro de Obras Públicas de la región"


def test_a_hyphen_of_the_word_s_own_stays():
    parsed = analyze_and_parse(Report("broken", TEXT))[1]
    words = [word.norm for word in parsed[0].words]
    assert "heridas" in words
    assert "ucraniano" in words
    assert "rusoucraniano" not in words
