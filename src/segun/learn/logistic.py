"""Logistic regression over named traits that hold or do not: small, exact, and the same every time it is run.

Ridge-penalised maximum likelihood by Newton's method (le Cessie & van Houwelingen 1992).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol, TypeVar

import numpy as np

_STEPS = 100
_ENOUGH = 1e-7


class _OfText(Protocol):
    @property
    def text(self) -> str:
        """The key of its text; examples of one text are held out together."""


Seen = TypeVar("Seen", bound=_OfText)
"""What was seen once in a text."""


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen once."""

    text: str
    """The key of its text; examples of one text are held out together."""
    traits: tuple[str, ...]
    right: bool
    kind: str = ""
    """What kind of text it is: the set that it is of, and its language."""


@dataclass(frozen=True, slots=True)
class Method:
    """How weights are fitted."""

    penalty: float
    """How strongly a weight is drawn to what is believed of its trait beforehand."""
    least: int = 1
    """Examples that must have a trait for it to be fitted; one that fewer have keeps what is believed of it."""
    prior: Mapping[str, float] = field(default_factory=dict)
    """What is believed of a trait beforehand; 0 where nothing is."""


def fitted(examples: Sequence[Example], method: Method) -> dict[str, float]:
    """Return the weight of each trait.

    Args:
        examples: what was seen.
        method: how to fit.
    """
    names = frequent((each.traits for each in examples), method)
    if not names:
        return dict(method.prior)
    matrix = _matrix(examples, names)
    wanted = np.array([each.right for each in examples], dtype=float)
    prior = np.array([method.prior.get(name, 0.0) for name in names])
    weights = prior.copy()
    for _ in range(_STEPS):
        shares = shares_of(matrix @ weights)
        slope = matrix.T @ (shares - wanted) + method.penalty * (weights - prior)
        curve = (matrix * (shares * (1 - shares))[:, None]).T @ matrix + method.penalty * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < _ENOUGH:
            break
    return {**method.prior, **dict(zip(names, weights.tolist(), strict=True))}


def frequent(seen: Iterable[Sequence[str]], method: Method) -> list[str]:
    """Return the traits that enough of what was seen has to be fitted, sorted."""
    counts = Counter(name for traits in seen for name in dict.fromkeys(traits))
    return sorted(name for name, count in counts.items() if count >= method.least)


def shares_of(odds: np.ndarray) -> np.ndarray:
    """Return the probabilities of log-odds."""
    shares: np.ndarray = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return shares


def held_out(
    examples: Sequence[Seen],
    fit: Callable[[Sequence[Seen]], Mapping[str, float]],
    odds: Callable[[Mapping[str, float], Seen], float],
    group: Callable[[Seen], str] = attrgetter("text"),
) -> list[float]:
    """Return the log-odds of each example by weights that were fitted without its text, or its other ``group``.

    Args:
        examples: what was seen.
        fit: gives weights for some of them.
        odds: gives the log-odds of one by some weights.
        group: by what examples are held out together.
    """
    found = [0.0] * len(examples)
    groups = [group(each) for each in examples]
    for name in dict.fromkeys(groups):
        weights = fit([each for each, own in zip(examples, groups, strict=True) if own != name])
        for at, each in enumerate(examples):
            if groups[at] == name:
                found[at] = odds(weights, each)
    return found


def log_odds(weights: Mapping[str, float], traits: Iterable[str]) -> float:
    """Return the sum of the weights of some traits."""
    return sum(weights.get(name, 0.0) for name in dict.fromkeys(traits))


def scaled(odds: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Return by what to multiply log-odds, and what to add then, so that they tell shares (Platt 1999).

    As there, the shares wanted are those of one right and one wrong example more, so that odds which part right from
    wrong entirely are not multiplied without end.

    Args:
        odds: of examples that the weights have not seen.
        right: whether each is.
    """
    matrix = np.column_stack([odds, np.ones(len(odds))])
    true = np.array(right, dtype=bool)
    wanted = np.where(true, (true.sum() + 1) / (true.sum() + 2), 1 / ((~true).sum() + 2))
    found = np.zeros(2)
    for _ in range(_STEPS):
        shares = shares_of(matrix @ found)
        slope = matrix.T @ (shares - wanted)
        curve = (matrix * (shares * (1 - shares))[:, None]).T @ matrix + 1e-6 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < _ENOUGH:
            break
    return float(found[0]), float(found[1])


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, each in enumerate(examples):
        for name in each.traits:
            if name in place:
                matrix[row, place[name]] = 1.0
    return matrix
