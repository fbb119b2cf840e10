"""From examples to weights, and how good they are on texts that they were not fitted on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from statistics import median_low

from segun.attribute.judging import Weights, logit, probability
from segun.gold.calibration import expected_error
from segun.learn import following
from segun.learn.following import Following
from segun.learn.logistic import Example, Method, fitted, held_out, log_odds, scaled
from segun.learn.unread import Outcome, worth
from segun.learn.watching import Examples

METHOD = Method(penalty=4.0, least=3)
"""How the weights of attributions are fitted."""
FOLLOWING = Method(
    penalty=1.5,
    least=3,
    prior={
        "the report speaks of itself": -5.0,
        "judges what was said": -4.0,
        "asks or addresses the reader": -2.0,
        "set against what was said": -1.0,
        "conditional of hearsay": 1.5,
        "past perfect": 0.8,
        "its subject is the source": -0.8,
        "the same source speaks again behind it": 0.6,
        "linking word": 0.5,
        "begins as a content does": 2.0,
        "tells what was not told": -2.0,
    },
)
"""How those of sentences that follow one are. The prior is what is known of the genre about traits that few have."""
RIGHT = replace(METHOD, prior={"no subject, though the language leaves none out": -1.5})
"""The prior is what is known of grammar: where a subject must stand and none was seen, the parse is wrong."""
ANY = "any"
"""The trait that each attribution has; it carries what scaling adds."""
_SMALL = 0.02
"""A weight below which a trait tells nothing."""
_STEP = 0.01
_AS_GOOD = 0.001
"""Difference of F1 that so few texts do not tell."""


@dataclass(frozen=True, slots=True)
class Trained:
    """Weights, and figures of weights that were fitted with one text, or one kind of text, left out each time."""

    weights: Weights
    sentences: int
    """Sentences after an attribution that the gold says something of."""
    attributions: int
    carried_recall: float
    carried_precision: float
    kept_f1: float
    """F1 of the attributions that are kept."""
    all_f1: float
    """The same where all are kept."""
    calibration_error: float | None


def trained(
    examples: Examples, unread: Sequence[Outcome] = (), method: Method = RIGHT, follow: Method = FOLLOWING
) -> Trained:
    """Fit the weights.

    Args:
        examples: what was seen in gold texts.
        unread: what weights that were fitted without any such outcomes said of texts that nobody had read.
        method: how to fit those of attributions.
        follow: how to fit those of the sentences that follow one.

    Returns:
        Weights. The sums of those of attributions are scaled to what held-out examples show, so that they mean shares:
        by kinds of texts held out where there are several, for their share is to hold on texts of other kinds, too;
        then to what the outcomes of unread texts show. The figures are those before this last step.

    Raises:
        OutcomesError: the outcomes are too few.
    """
    by, more = worth(unread)
    carried, carried_odds = _following(examples.continuation, follow)
    several = len({each.kind for each in examples.right}) > 1
    right, odds = _scaled(examples.right, method, "kind" if several else "text")
    shares = [probability(each) for each in odds]
    correct = [each.right for each in examples.right]
    least = _best_least(shares, correct, examples.gold)
    seen = [
        (each.right, odds > 0) for each, odds in zip(examples.continuation, carried_odds, strict=True) if _whole(each)
    ]
    both = sum(goes_on and says for goes_on, says in seen)
    return Trained(
        Weights(carried, _rounded(_times(right, by, more)), round(probability(by * logit(least) + more), 3)),
        len(seen),
        len(examples.right),
        both / max(1, sum(goes_on for goes_on, _ in seen)),
        both / max(1, sum(says for _, says in seen)),
        _f1(shares, correct, examples.gold, least),
        _f1(shares, correct, examples.gold, 0.0),
        expected_error(list(zip(shares, correct, strict=True))),
    )


def _whole(example: Following) -> bool:
    """Whether a sentence was asked about with the account where the gold has it."""
    return example.share >= 1


def _following(examples: Sequence[Following], method: Method) -> tuple[dict[str, float], list[float]]:
    """Return weights, and the log-odds of each example by weights that have not seen its text."""
    if len({each.right for each in examples}) < 2:
        return {}, [0.0] * len(examples)
    odds = held_out(examples, partial(following.fitted, method=method), following.odds)
    return _rounded(following.fitted(examples, method)), odds


def _scaled(examples: Sequence[Example], method: Method, group: str) -> tuple[dict[str, float], list[float]]:
    """Return weights, and the log-odds of each example by weights that have not seen its group; both scaled alike."""
    if len({each.right for each in examples}) < 2:
        return {}, [0.0] * len(examples)
    odds = held_out(
        examples,
        partial(fitted, method=method),
        lambda weights, each: log_odds(weights, each.traits),
        attrgetter(group),
    )
    by, more = scaled(odds, [each.right for each in examples])
    return _times(fitted(examples, method), by, more), [by * each + more for each in odds]


def _times(weights: Mapping[str, float], by: float, more: float) -> dict[str, float]:
    """Return weights whose sums are so many times as high, and higher by so much."""
    found = {name: by * value for name, value in weights.items()}
    found[ANY] = found.get(ANY, 0.0) + more
    return found


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in sorted(weights.items()) if abs(value) >= _SMALL}


def _best_least(shares: Sequence[float], right: Sequence[bool], gold: int) -> float:
    """Return the probability from which attributions are kept: the middle one of those that do about as well.

    The lowest would keep what is false in unread texts, the highest leave out what only other languages word so.
    """
    found = {round(at * _STEP, 2): 0.0 for at in range(61)}
    for least in found:
        found[least] = _f1(shares, right, gold, least)
    best = max(found.values())
    return median_low(least for least, f1 in found.items() if f1 >= best - _AS_GOOD)


def _f1(shares: Sequence[float], right: Sequence[bool], gold: int, least: float) -> float:
    kept = [fits for share, fits in zip(shares, right, strict=True) if share >= least]
    return 2 * sum(kept) / (len(kept) + gold) if kept else 0.0
