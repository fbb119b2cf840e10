"""Figures of an evaluation as tables for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from segun.cli.terminal import counted
from segun.gold.figures import Figures
from segun.gold.summary import LABELS, Calibration, Damaged, Summary, move, share
from segun.intake.evaluating import Evaluated
from segun.view.visible import one_line

LABEL = 20
"""Cells of the first column."""
FIRST, CELL = 9, 12
"""Cells of the column of plain figures, and of one of moves."""


def lines(summary: Summary, width: int) -> Iterator[str]:
    """Yield a gold's block.

    Args:
        summary: what is told of it.
        width: cells of the terminal, over which the table of perturbations is cut.
    """
    counts = f"{counted(summary.gold, 'claim')} in the gold, {summary.found:,} found"
    yield f"{one_line(summary.name)}: {counted(summary.texts, 'text')}, {counts}"
    yield ""
    for name, (label, about) in LABELS.items():
        spread = summary.intervals.get(name)
        between = f" (95 % interval {share(name, spread[0])}–{share(name, spread[1])})" if spread else ""
        yield f"  {label:<{LABEL}}{share(name, summary.figures[name]):>{FIRST}}   {about}{between}"
    yield from _damage(summary.figures, summary.damaged, width)


def calibration_line(found: Calibration, golds: int) -> str:
    """Return the calibration over the claims of all golds in words."""
    where = "all golds together" if golds > 1 else "all texts"
    if found.error is None or found.level_error is None:
        return f"Calibration: too few claims to tell ({found.claims:,})."
    return (
        f"Calibration error over {where}: {found.error:.3f} ({counted(found.claims, 'claim')}); "
        f"{found.level_error:.3f} with claims of the same confidence taken together."
    )


def _damage(plain: Figures, damaged: Sequence[Damaged], width: int) -> Iterator[str]:
    if not damaged:
        return
    yield ""
    yield "  How damage to the texts moves each figure, in points:"
    at_once = max(1, (width - 2 - LABEL - FIRST) // CELL)
    for first in range(0, len(damaged), at_once):
        part = damaged[first : first + at_once]
        yield ""
        yield f"  {'':<{LABEL}}{'as it is':>{FIRST}}" + "".join(f"{each.name:>{CELL}}" for each in part)
        for name, (label, _) in LABELS.items():
            moves = "".join(f"{move(name, each.moves[name]):>{CELL}}" for each in part)
            yield f"  {label:<{LABEL}}{share(name, plain[name]):>{FIRST}}{moves}"
        yield f"  {'texts changed':<{LABEL}}{'':>{FIRST}}" + "".join(f"{each.changed:>{CELL}}" for each in part)
    yield ""
    for each in damaged:
        yield f"  {each.name:<{LABEL}}{each.what}"


def to_object(evaluated: Sequence[Evaluated], pooled: Calibration) -> dict[str, Any]:
    """Return an evaluation as JSON: figures from 0 to 1, ``null`` where a gold has nothing that one could count."""
    return {
        "golds": [_gold(each) for each in evaluated],
        "calibration": {
            "claims": pooled.claims,
            "error": pooled.error,
            "level_error": pooled.level_error,
            "bins": [
                {"claims": each.claims, "confidence": each.confidence, "right": each.right} for each in pooled.bins
            ],
        },
    }


def _gold(each: Evaluated) -> dict[str, Any]:
    failures = [{"text": failed.text, "problem": failed.problem} for failed in each.failures]
    summary = each.summary
    if summary is None:
        return {"gold": each.name, "texts": 0, "failures": failures}
    return {
        "gold": each.name,
        "texts": summary.texts,
        "claims": {"gold": summary.gold, "found": summary.found},
        "figures": dict(summary.figures),
        "intervals": {name: list(spread) for name, spread in summary.intervals.items()},
        "constructions": [{"rule": rule.name, "found": rule.found, "right": rule.right} for rule in summary.rules],
        "perturbations": [
            {
                "name": damaged.name,
                "what": damaged.what,
                "texts_changed": damaged.changed,
                "figures": dict(damaged.figures),
                "moves": dict(damaged.moves),
            }
            for damaged in summary.damaged
        ],
        "failures": failures,
    }
