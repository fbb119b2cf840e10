"""How right analyses are, over all texts of a gold together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from segun.gold.calibration import expected_error
from segun.gold.comparing import ALIKE, Compared
from segun.model import Claim

RESAMPLES = 1_000
SEED = 20261127
_OTHERS = ("factuality", "quotation", "speech_act")


@dataclass(frozen=True, slots=True)
class Share:
    """Precision, recall and F1 of something that is found, or not."""

    hits: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(slots=True)
class Tally:
    """Counts of one text or of several."""

    n: Counter[str] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each attributed claim, and whether it is right."""

    def add(self, other: Tally) -> None:
        """Add another's counts."""
        self.n.update(other.n)
        self.sure.extend(other.sure)

    def share(self, name: str) -> Share:
        """Return precision, recall and F1 of a figure."""
        return Share(self.n[name], self.n[f"{name} found"], self.n["gold"])

    def rate(self, name: str, of: str) -> float | None:
        """Return a share, ``None`` where there is nothing that it could be of."""
        return self.n[name] / self.n[of] if self.n[of] else None


def tally(compared: Compared) -> Tally:
    """Return one text's counts."""
    found = Tally()
    n = found.n
    for i, j in compared.strict:
        if compared.gold[i].neutral:
            n["neutral strict"] += 1
            continue
        right = compared.strict_source(i, j)
        n["sc50"] += right
        n[f"{compared.gold[i].quotation} hit"] += right
    for i, gold in enumerate(compared.gold):
        if gold.neutral:
            n["neutral matched"] += i in compared.matched
            continue
        n["gold"] += 1
        n[f"{gold.quotation}"] += 1
        _of_claim(compared, i, n)
    n["sc50 found"] = len(compared.found) - n["neutral strict"]
    n["content found"] = n["end_to_end found"] = len(compared.found) - n["neutral matched"]
    n["end_to_end"] = n["source"]
    if compared.own_words:
        n["false"] += sum(len(words & compared.own_words) / len(words) >= ALIKE for words in compared.found_words)
        n["in own voice"] += len(compared.found_words)
    found.sure.extend((claim.confidence, right) for claim, right in compared.right())
    return found


def _of_claim(compared: Compared, i: int, n: Counter[str]) -> None:
    """Count what is right of a claim that the gold asks for."""
    gold, j = compared.gold[i], compared.matched.get(i)
    source = j is not None and compared.innermost(i, j)
    chain = j is not None and compared.chain(i, j)
    if gold.last.how == "continued":
        n["continued"] += 1
        n["continued right"] += source
    if len(gold.needed) > 1:
        n["nested"] += 1
        n["nested right"] += chain
    if j is None:
        return
    n["content"] += 1
    n["source"] += source
    n["chain"] += chain
    claim = compared.found[j]
    for name in _OTHERS:
        wanted = getattr(gold, name)
        if wanted:
            n[f"{name} told"] += 1
            n[f"{name} right"] += wanted == getattr(claim, name)


Figures = dict[str, float | None]


def figures(total: Tally) -> Figures:
    """Return the figures by name; ``None`` where a gold has nothing that one could count."""
    sc50, content, whole = total.share("sc50"), total.share("content"), total.share("end_to_end")
    return {
        "sc50 precision": sc50.precision,
        "sc50 recall": sc50.recall,
        "sc50 f1": sc50.f1,
        "recall direct": total.rate("direct hit", "direct"),
        "recall mixed": total.rate("mixed hit", "mixed"),
        "recall indirect": total.rate("indirect hit", "indirect"),
        "content f1": content.f1,
        "end_to_end f1": whole.f1,
        "source_acc": total.rate("source", "content"),
        "chain_acc": total.rate("chain", "content"),
        "nested_recall": total.rate("nested right", "nested"),
        "continued_recall": total.rate("continued right", "continued"),
        "false_attribution": total.rate("false", "in own voice"),
        **{f"{name}_acc": total.rate(f"{name} right", f"{name} told") for name in _OTHERS},
        "calibration_error": expected_error(total.sure),
    }


def summed(tallies: Iterable[Tally]) -> Tally:
    """Return the counts of several texts together."""
    total = Tally()
    for each in tallies:
        total.add(each)
    return total


def interval(
    tallies: Sequence[Tally], figure: Callable[[Tally], float], resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure over texts.

    Args:
        tallies: the counts of each text.
        figure: what is told of the counts of several.
        resamples: how many times the texts are drawn anew.
        seed: the same seed gives the same interval.
    """
    draw = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    drawn = sorted(figure(summed(draw.choices(tallies, k=len(tallies)))) for _ in range(resamples))
    return drawn[int(0.025 * resamples)], drawn[int(0.975 * resamples) - 1]


def by_rule(several: Iterable[Compared]) -> Iterator[tuple[str, int, int]]:
    """Yield each construction with how many claims it found and how many of these are right, most first."""
    made, right = Counter[str](), Counter[str]()
    for compared in several:
        for claim, fits in compared.right():
            made[_rule(claim)] += 1
            right[_rule(claim)] += fits
    for rule, count in made.most_common():
        yield rule, count, right[rule]


def _rule(claim: Claim) -> str:
    return claim.rule or "unknown"
