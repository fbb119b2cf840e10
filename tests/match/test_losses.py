"""What is lost along an edge: a relay has lost only what it tells in the other's words."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.losses import losses
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.voices import Voices
from segun.model import Report

ATTRIBUTED = "The harbour master said that the crane dropped forty anvils."


def only(key, text):
    report = Report(key, text, language="en", outlet="Harbour Post", published="2031-03-01")
    return statements(Told(key, analyze(report)))[0]


@pytest.mark.parametrize(
    ("text", "relayed", "kinds"),
    [
        ("The crane dropped forty anvils.", False, ["lost"]),
        ("The crane dropped forty anvils.", True, ["lost"]),
        ("Forty anvils went down with it on that morning.", False, ["lost"]),
        ("Forty anvils went down with it on that morning.", True, []),
    ],
)
def test_what_a_relay_tells_in_other_words_it_may_have_from_elsewhere(text, relayed, kinds):
    before, after = only("r1", ATTRIBUTED), only("r2", text)
    found = losses([(before, after)], Voices([before, after]), relayed=relayed)
    assert [loss.kind for loss in found] == kinds
