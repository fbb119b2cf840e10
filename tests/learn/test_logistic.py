"""Weights over named traits: what they find, what is held out, what is believed beforehand."""

from __future__ import annotations

import random
from functools import partial

import pytest

from segun.attribute.judging import probability
from segun.learn.logistic import Example, Method, fitted, held_out, log_odds, scaled


def without(seen, group=lambda each: each.text):
    """The log-odds of each example by weights that have not seen its group."""
    fit = partial(fitted, method=Method(penalty=0.1))
    return held_out(seen, fit, lambda weights, each: log_odds(weights, each.traits), group)


def examples(count=400, seed=7):
    """Examples that are right with odds of 3:1 where *good* holds and 1:3 where it does not."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    found = []
    for number in range(count):
        good = draw.random() < 0.5
        right = draw.random() < (0.75 if good else 0.25)
        noise = f"noise {draw.randrange(3)}"
        found.append(Example(f"t{number % 20}", ("any", noise, *(["good"] if good else [])), right))
    return found


def test_shares_are_found_again():
    weights = fitted(examples(), Method(penalty=0.01))
    good, other = (probability(log_odds(weights, ("any", *more))) for more in (("good",), ()))
    assert good == pytest.approx(0.75, abs=0.08)
    assert other == pytest.approx(0.25, abs=0.08)


def test_a_stronger_penalty_draws_weights_to_what_is_believed():
    near, far = (fitted(examples(), Method(penalty=p, prior={"good": -1.0}))["good"] for p in (0.01, 1e4))
    assert near > 1
    assert far == pytest.approx(-1.0, abs=0.1)


def test_a_rare_trait_keeps_what_is_believed_of_it():
    rare = Example("t0", ("any", "rare"), right=True)
    assert fitted([*examples(), rare], Method(1.0, least=2, prior={"rare": -5}))["rare"] == -5


def test_what_is_held_out_is_not_seen():
    mark = [Example(f"t{n}", ("any", f"text {n}"), right=n % 2 == 0) for n in range(20) for _ in range(5)]
    odds = without(mark)
    assert all(abs(each) < 0.5 for each in odds)  # the trait of a text tells nothing of the others


def test_scaling_makes_too_sure_odds_modest():
    draw = random.Random(3)  # noqa: S311 - the same
    right = [draw.random() < 0.7 for _ in range(500)]
    by, more = scaled([6.0 if draw.random() < 0.9 else -6.0 for _ in right], right)
    assert probability(by * 6.0 + more) == pytest.approx(0.7, abs=0.08)


def test_nothing_seen_leaves_what_is_believed():
    assert fitted([], Method(penalty=1.0, prior={"a": 2.0})) == {"a": 2.0}


def test_kinds_are_held_out_as_texts_are():
    kinds = [Example(f"t{n}", ("any", f"kind {n % 2}"), n % 2 == 0, f"kind {n % 2}") for n in range(40)]
    by_text = without(kinds)
    by_kind = without(kinds, lambda each: each.kind)
    assert by_text[0] > 2
    assert by_text[1] < -2
    assert by_kind[0] < 0 < by_kind[1]  # what is known of the other kind is all that is known
