"""What is told of a gold's evaluation: the figures, how sure they are, and how damage to the texts moves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun.gold.calibration import Bin, bins, expected_error, levelled
from segun.gold.figures import Figures, Tally, figures, interval, summed

INTERVALS = {"sc50 f1": "sc50", "content f1": "content", "end_to_end f1": "end_to_end"}
"""Figures that are told with an interval, and the counts they come from."""

LABELS = {
    "sc50 precision": ("sc50 precision", "of the found claims: content of half the same words and the right source"),
    "sc50 recall": ("sc50 recall", "of the claims in the gold: the same"),
    "sc50 f1": ("sc50 F1", "both together"),
    "recall direct": ("  direct speech", "sc50 recall of the claims in direct speech"),
    "recall mixed": ("  mixed", "of those partly word for word"),
    "recall indirect": ("  indirect", "of those in indirect speech"),
    "content f1": ("content F1", "contents alike by half of their words, whoever says it"),
    "end_to_end f1": ("end to end F1", "content and innermost source right"),
    "source_acc": ("source", "of the right contents: innermost source right"),
    "chain_acc": ("chain", "of the right contents: all sources right, in their order"),
    "nested_recall": ("nested", "of claims with several sources: content and chain right"),
    "continued_recall": ("continued", "of claims by an account that carries on: content and source right"),
    "false_attribution": ("false attribution", "of the found claims: the report's own words; less is better"),
    "factuality_acc": ("factuality", "of the right contents"),
    "quotation_acc": ("quotation", "of the right contents: direct, mixed or indirect"),
    "speech_act_acc": ("speech act", "of the right contents"),
    "calibration_error": ("calibration error", "how far confidence and the share right lie apart; less is better"),
}
"""How each figure is named where it is shown, and what it is of, by its name in the program."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """What a perturbation does to the figures."""

    name: str
    what: str
    changed: int
    """Texts that it changed; the others count as they are."""
    figures: Figures
    moves: Figures
    """By how much each figure is higher than over the same texts without the damage."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction, the claims that it found, and how many of them are right."""

    name: str
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One gold's evaluation."""

    name: str
    texts: int
    gold: int
    """Attributed claims that the gold asks for."""
    found: int
    """Attributed claims that were found, without those that cost nothing."""
    figures: Figures
    intervals: Mapping[str, tuple[float, float]]
    """95 % bootstrap intervals over the texts, by the name of their figure; none of a single text."""
    rules: tuple[Rule, ...]
    damaged: tuple[Damaged, ...] = ()
    sure: tuple[tuple[float, bool], ...] = ()
    """Confidence of each found claim, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether confidence means what it says, over the claims of all golds together."""

    claims: int
    bins: tuple[Bin, ...]
    """Claims of the same confidence count alike, whichever bin they fall into."""
    error: float | None
    """As the figure of each gold; ``None`` where there are fewer claims than bins."""
    level_error: float | None
    """The same over ``bins``: not raised by the order of claims of the same confidence."""


def summarize(
    name: str, tallies: Sequence[Tally], rules: Iterable[tuple[str, int, int]], damaged: Sequence[Damaged] = ()
) -> Summary:
    """Return what is told of a gold.

    Args:
        name: what to call it.
        tallies: the counts of each text.
        rules: constructions with how many claims they found and how many of these are right; one may come again.
        damaged: what perturbations did to the figures.
    """
    total = summed(tallies)
    made, right = Counter[str](), Counter[str]()
    for rule, count, fits in rules:
        made[rule] += count
        right[rule] += fits
    return Summary(
        name,
        len(tallies),
        total.n["gold"],
        total.n["content found"],
        figures(total),
        _intervals(tallies) if len(tallies) > 1 else {},
        tuple(Rule(rule, count, right[rule]) for rule, count in made.most_common()),
        tuple(damaged),
        tuple(total.sure),
    )


def damage(name: str, what: str, changed: int, pairs: Sequence[tuple[Tally, Tally]]) -> Damaged:
    """Return what a perturbation did.

    Args:
        name: the perturbation's.
        what: what it does, in a few words.
        changed: texts that it changed.
        pairs: for each text its counts as it is, and with the damage.
    """
    before = figures(summed(one for one, _ in pairs))
    after = figures(summed(other for _, other in pairs))
    return Damaged(name, what, changed, after, {each: _less(after[each], before[each]) for each in after})


def calibration(summaries: Iterable[Summary]) -> Calibration:
    """Return the calibration over the claims of several golds together."""
    pairs = [pair for summary in summaries for pair in summary.sure]
    level = levelled(pairs)
    return Calibration(len(pairs), tuple(bins(level)), expected_error(pairs), expected_error(level))


def share(name: str, value: float | None) -> str:
    """Return a figure in words: in per cent, the calibration error as a number from 0 to 1."""
    if value is None:
        return "–"
    return f"{value:.3f}" if name == "calibration_error" else f"{100 * value:.1f}"


def move(name: str, value: float | None) -> str:
    """Return a difference of figures with its sign, in points of a per cent; 0 where it rounds to nothing."""
    if value is None:
        return "–"
    shown = f"{value:+.3f}" if name == "calibration_error" else f"{100 * value:+.1f}"
    return "0" if float(shown) == 0 else shown.replace("-", "−")


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _intervals(tallies: Sequence[Tally]) -> dict[str, tuple[float, float]]:
    return {figure: interval(_only(tallies, count), _f1(count)) for figure, count in INTERVALS.items()}


def _f1(count: str) -> Callable[[Tally], float]:
    return lambda total: total.share(count).f1


def _only(tallies: Sequence[Tally], count: str) -> list[Tally]:
    """Return the counts that a share needs and no others: they are summed a thousand times."""
    names = ("gold", count, f"{count} found")
    return [Tally(Counter({name: tally.n[name] for name in names})) for tally in tallies]
