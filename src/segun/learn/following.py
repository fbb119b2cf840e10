"""Weights by which accounts carry on, fitted on whole stretches of sentences and not on each sentence alone.

What is said of a sentence hangs on those behind it (:meth:`segun.attribute.judging.Judge.carries_on`), so the weights
are fitted on the same sums: a chain of sentences with one place where the account ends, a conditional random field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from segun.attribute.judging import going_on
from segun.learn.logistic import Method, frequent, log_odds, shares_of

_STEPS = 60
_ENOUGH = 1e-5
_SHORTEST = 1e-3


@dataclass(frozen=True, slots=True)
class Following:
    """A sentence that was asked about once, with those behind it."""

    text: str
    """The key of its text; examples of one text are held out together."""
    sentences: tuple[tuple[str, ...], ...]
    """The traits of the sentence, and of those behind it over which the account could carry on as well."""
    right: bool
    """Whether it carries on over the sentence."""
    share: float = 1.0
    """How much it counts."""


def odds(weights: Mapping[str, float], example: Following) -> float:
    """Return the log-odds that the account carries on."""
    return going_on([log_odds(weights, traits) for traits in example.sentences])


def fitted(examples: Sequence[Following], method: Method) -> dict[str, float]:
    """Return the weight of each trait: penalised maximum likelihood, by Gauss and Newton's steps.

    Args:
        examples: what was seen.
        method: how to fit; only sentences that were asked about count for how many examples have a trait.
    """
    names = frequent((each.sentences[0] for each in examples), method)
    if not names:
        return dict(method.prior)
    chains = _Chains(examples, names)
    wanted = np.array([each.right for each in examples], dtype=float)
    shares = np.array([each.share for each in examples])
    prior = np.array([method.prior.get(name, 0.0) for name in names])
    weights = prior.copy()

    def loss(at: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        total, slopes = chains.sums(at)
        missed = shares * (np.logaddexp(0, total) - wanted * total)
        return float(missed.sum() + method.penalty / 2 * ((at - prior) ** 2).sum()), total, slopes

    worth, total, slopes = loss(weights)
    for _ in range(_STEPS):
        likely = shares_of(total)
        slope = slopes.T @ (shares * (likely - wanted)) + method.penalty * (weights - prior)
        spread = shares * likely * (1 - likely)
        curve = (slopes * spread[:, None]).T @ slopes + method.penalty * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        tried = loss(weights - step)
        while tried[0] > worth and np.abs(step).max() > _SHORTEST:
            step = step / 2
            tried = loss(weights - step)
        weights = weights - step
        worth, total, slopes = tried
        if np.abs(step).max() < _ENOUGH:
            break
    return {**method.prior, **dict(zip(names, weights.tolist(), strict=True))}


class _Chains:
    """The traits of all sentences as numbers: example, place behind the sentence asked about, trait."""

    def __init__(self, examples: Sequence[Following], names: Sequence[str]) -> None:
        place = {name: at for at, name in enumerate(names)}
        longest = max(len(each.sentences) for each in examples)
        self.traits = np.zeros((len(examples), longest, len(names)))
        self.there = np.zeros((len(examples), longest), dtype=bool)
        for row, each in enumerate(examples):
            self.there[row, : len(each.sentences)] = True
            for behind, traits in enumerate(each.sentences):
                self.traits[row, behind, [place[name] for name in traits if name in place]] = 1.0

    def sums(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the log-odds of each example, and how they change with each weight."""
        alone = self.traits @ weights
        count, longest, names = self.traits.shape
        total, slopes = np.full(count, -np.inf), np.zeros((count, names))
        for at in range(longest - 1, -1, -1):
            there = self.there[:, at]
            slopes = np.where(there[:, None], self.traits[:, at] + shares_of(total)[:, None] * slopes, slopes)
            total = np.where(there, alone[:, at] + np.logaddexp(0, total), total)
        return total, slopes
