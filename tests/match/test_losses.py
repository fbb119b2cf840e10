"""What is lost along an edge: a relay has lost only what it tells in the other's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segun import analyze
from segun.match.losses import losses
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.voices import Voices
from segun.model import Relay, Report

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


def lost(before, after, **given):
    return list(losses([(before, after)], Voices([before, after]), **given))


def last(key, text):
    report = Report(key, text, language="en", outlet="Harbour Post", published="2031-03-01")
    return statements(Told(key, analyze(report)))[-1]


def test_a_relay_has_what_only_its_parent_told_from_it_in_whatever_words():
    before, after = only("r1", ATTRIBUTED), only("r2", "Forty anvils went down with it on that morning.")
    assert [loss.kind for loss in lost(before, after, relayed=True, only={after.id})] == ["lost"]


def test_who_is_gone_is_lost_though_the_account_of_another_goes_on():
    nurse = last("r1", "A nurse said that the ward had treated forty sailors for burns.")
    before = "The port authority said that the crane was old. "
    after = last("r2", f"{before}The ward had treated forty sailors for burns.")
    going_on = replace(after, claim=replace(after.claim, relays=(Relay(None, (), (), "continued"),)))
    assert [loss.kind for loss in lost(nurse, going_on)] == ["lost"]
    assert lost(nurse, last("r2", f"{before}The ward had treated forty sailors for burns, the captain said.")) == []


def test_what_an_outlet_found_out_is_lost_where_another_states_it():
    before = only("r1", "We counted twelve cranes on the quay at noon.")
    after = only("r2", "There were twelve cranes on the quay at noon.")
    (loss,) = lost(before, after)
    assert (loss.kind, loss.before.sources) == ("lost", ("Harbour Post",))
    assert lost(before, after, relayed=True, only={after.id}) == []
