"""What confidence is worth on texts that nobody has read.

Rules and traits are made by reading mistakes, on the very texts that weights are fitted on. So weights that have not
seen a text still gain by what people learned from it, and the shares of held-out texts are too high for others. What
the program said of texts before anybody had read its mistakes, and whether it was right, tells by how much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from segun.attribute.judging import logit
from segun.errors import SegunError
from segun.learn.logistic import scaled

FEW = 100
"""Outcomes without which nothing is told."""

Outcome = tuple[float, bool]
"""The confidence of a claim, 0 to 1, and whether it is right."""


class OutcomesError(SegunError):
    """A file of outcomes that cannot be read."""


def lines(gold: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield outcomes as lines of a file that :func:`outcomes_in` reads, without their ends.

    Args:
        gold: the name of the gold that they are of.
        outcomes: of its claims.
    """
    for confidence, right in outcomes:
        yield json.dumps({"gold": gold, "confidence": round(confidence, 4), "right": right}, ensure_ascii=False)


def outcomes_in(path: Path) -> list[Outcome]:
    """Read the outcomes of a file.

    Args:
        path: JSON Lines with 'confidence' and 'right', as ``segun evaluate --outcomes`` writes them.

    Raises:
        OutcomesError: it cannot be read, or a line is none.
    """
    try:
        written = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise OutcomesError(f"{path} cannot be read: {error}.", _REMEDY) from error
    return [_outcome(line, f"{path}, line {number}") for number, line in enumerate(written, start=1)]


def _outcome(line: str, where: str) -> Outcome:
    try:
        each = json.loads(line)
        confidence, right = float(each["confidence"]), each["right"]
    except (ValueError, KeyError, TypeError) as error:
        raise OutcomesError(f"{where} is no outcome.", _REMEDY) from error
    if not (isinstance(right, bool) and 0 <= confidence <= 1):
        raise OutcomesError(f"{where} is no outcome.", _REMEDY)
    return confidence, right


def worth(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Return by what to multiply log-odds, and what to add then, for them to hold on texts that nobody has read.

    Args:
        outcomes: of such texts; of none, log-odds stay as they are.

    Raises:
        OutcomesError: they are too few, or all right or all wrong.
    """
    if not outcomes:
        return 1.0, 0.0
    if len(outcomes) < FEW or len({right for _, right in outcomes}) < 2:
        raise OutcomesError(f"It takes {FEW} outcomes, right ones and wrong ones; here are {len(outcomes)}.", _REMEDY)
    return scaled([logit(confidence) for confidence, _ in outcomes], [right for _, right in outcomes])


_REMEDY = "Write outcomes of unread texts with 'segun evaluate GOLD --outcomes FILE'."
