"""The weights by which accounts carry on are fitted on stretches of sentences, and judged the same way."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from segun.attribute.judging import Judge, Weights, going_on
from segun.learn.following import Following, _Chains, fitted, odds
from segun.learn.logistic import Method
from segun.model import Span

SAID, DOUBTFUL, OWN = ("any", "said"), ("any", "doubtful"), ("any", "own")
STRETCHES = [
    Following("a", (SAID, SAID, OWN), right=True),
    Following("a", (SAID, OWN), right=True),
    Following("a", (OWN,), right=False),
    Following("b", (SAID, DOUBTFUL, SAID), right=True),
    Following("b", (DOUBTFUL, SAID), right=True),
    Following("c", (DOUBTFUL, OWN), right=False),
    Following("c", (OWN, OWN), right=False),
]


def test_the_last_sentence_is_judged_alone():
    assert going_on([0.7]) == 0.7


def test_every_way_to_end_the_account_is_weighed():
    one, two, three = -0.4, 1.1, -2.0
    later = sum(math.exp(total) for total in (one, one + two, one + two + three))
    assert going_on([one, two, three]) == pytest.approx(math.log(later))


def test_what_follows_decides_on_a_sentence_in_doubt():
    weights = fitted(STRETCHES, Method(penalty=0.1))
    judge = Judge(Weights(weights, {}))

    def on(*sentences: tuple[str, ...]) -> bool:
        return judge.carries_on([(Span(0, 1), traits) for traits in sentences]) > 0

    assert on(DOUBTFUL, SAID)
    assert not on(DOUBTFUL, OWN)
    assert on(SAID, OWN)


def test_learning_and_judging_add_up_alike():
    weights = fitted(STRETCHES, Method(penalty=1.0))
    judge = Judge(Weights(weights, {}))
    for each in STRETCHES:
        asked = judge.carries_on([(Span(0, 1), traits) for traits in each.sentences])
        assert odds(weights, each) == pytest.approx(asked)


def test_the_slopes_are_those_of_the_sums():
    chains = _Chains(STRETCHES, ["any", "doubtful", "own", "said"])
    at, small = np.array([0.2, -0.3, -1.0, 0.8]), 1e-6
    _, slopes = chains.sums(at)
    for name in range(len(at)):
        more = at.copy()
        more[name] += small
        assert (chains.sums(more)[0] - chains.sums(at)[0]) / small == pytest.approx(slopes[:, name], abs=1e-4)


def test_a_share_counts_for_as_much_as_it_says():
    twice = [*STRETCHES, STRETCHES[-1]]
    shared = [*STRETCHES[:-1], replace(STRETCHES[-1], share=2.0)]
    method = Method(penalty=1.0)
    assert fitted(shared, method) == pytest.approx(fitted(twice, method), abs=1e-4)


def test_a_trait_that_few_have_keeps_what_is_believed_of_it():
    weights = fitted(STRETCHES, Method(penalty=1.0, least=3, prior={"said": -3.0, "own": -2.0}))
    assert weights["own"] == -2.0
    assert weights["said"] > -3.0
    assert "doubtful" not in weights
