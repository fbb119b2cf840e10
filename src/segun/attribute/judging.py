"""The second opinion: how likely an attribution is right, and whether an account carries on, by learned weights.

Candidates come from the grammar; each is described by named traits that are the same in every language, and the sum of
their weights is the log-odds (logistic regression). A trait without a weight counts nothing. The weights are data,
``weights.toml``, that ``segun train`` writes; docs/training.md says on which texts they were fitted.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from segun.attribute.draft import Draft
from segun.errors import SegunError
from segun.model import Span

_PARTS = ("continuation", "right")


class WeightsError(SegunError):
    """A file of weights that cannot be read."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by the names of traits."""

    continuation: Mapping[str, float]
    """What each trait adds to the log-odds that an account carries on over a sentence."""
    right: Mapping[str, float]
    """What each adds to the log-odds that an attribution's content and source are right."""
    least: float = 0.0
    """How likely right an attribution must be to be kept, 0 to 1."""


class Judge:
    """Gives the second opinion.

    Args:
        weights: of the traits.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def carries_on(self, sentences: Sequence[tuple[Span, Sequence[str]]]) -> float:
        """Return the log-odds that an account carries on over the first of some sentences.

        Args:
            sentences: those over which the account may carry on, with their traits, up to where it must end.
        """
        return going_on([self._alone(traits) for _, traits in sentences])

    def _alone(self, traits: Iterable[str]) -> float:
        return math.fsum(self.weights.continuation.get(name, 0.0) for name in traits)

    def right(self, traits: Iterable[str], draft: Draft) -> float:
        """Return how likely an attribution is right, 0 to 1.

        Args:
            traits: of the attribution.
            draft: it; of interest to who learns only.
        """
        del draft
        return probability(math.fsum(self.weights.right.get(name, 0.0) for name in traits))

    def keeps(self, probability: float) -> bool:
        """Whether an attribution that is so likely right is kept."""
        return probability >= self.weights.least


def going_on(alone: Sequence[float]) -> float:
    """Return the log-odds that an account carries on over the first of some sentences, by those of each alone.

    Each way to end the account weighs as much as the sum of the log-odds of the sentences before that end. It goes on
    where all ways that end it later outweigh the one that ends it here.
    """
    total = -math.inf
    for odds in reversed(alone):
        total = odds + max(total, 0.0) + math.log1p(math.exp(-abs(total)))
    return total


def probability(log_odds: float) -> float:
    """Return log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def logit(probability: float) -> float:
    """Return a probability as log-odds; what is nearer to 0 or 1 than 0.0001 counts as that."""
    share = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))


@cache
def judge(path: Path | None = None) -> Judge:
    """Return the judge with some weights.

    Args:
        path: the weights; ``None`` for those that ship with segun.

    Raises:
        WeightsError: they cannot be read.
    """
    try:
        written = (path or files("segun.attribute") / "weights.toml").read_text("utf-8")
        given = tomllib.loads(written)
        least = float(given["right"].pop("least"))
        carried, right = ({name: float(value) for name, value in given[part].items()} for part in _PARTS)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(
            f"{path or 'weights.toml'} holds no weights: {error}.", "Write them with 'segun train'."
        ) from error
    return Judge(Weights(carried, right, least))
