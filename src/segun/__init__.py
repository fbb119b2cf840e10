"""segun reads news reports and says, for every statement in them, according to whom.

The public names are imported when they are first asked for, so that ``import segun`` costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from segun.attribute.continuation import CarryOn
    from segun.gazetteer import Gazetteer
    from segun.ledger.ledger import Ledger
    from segun.ledger.selection import Near, Selection
    from segun.model import Analysis, Claim, Decision, Relay, Report, Source, Span

__version__ = "0.1.0"
__all__ = [
    "Analysis",
    "Claim",
    "Decision",
    "Ledger",
    "Near",
    "Relay",
    "Report",
    "Selection",
    "Source",
    "Span",
    "analyze",
    "read",
]

_WHERE = {
    **dict.fromkeys(("Analysis", "Claim", "Decision", "Relay", "Report", "Source", "Span"), "segun.model"),
    **dict.fromkeys(("Near", "Selection"), "segun.ledger.selection"),
    "Ledger": "segun.ledger.ledger",
    "read": "segun.read",
}


def analyze(
    report: str | Report,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    carry_on: CarryOn = "cautious",
    models: Mapping[str, str] | None = None,
    places: bool = True,
    weights: Path | None = None,
) -> Analysis:
    """Analyse a report: who asserts each statement in it, relayed by whom, how firmly.

    Args:
        report: a text, or a :class:`Report` that :func:`read` gave.
        published: ISO 8601 date or date-time of publication, where the caller knows it.
        outlet: who published it.
        language: BCP 47 tag, where the caller knows it; otherwise it is told from the text.
        carry_on: how readily an account goes on over sentences that do not repeat its attribution.
        models: spaCy models to use instead of the usual ones, by language code.
        weights: of the second opinion, a file that ``segun train`` wrote, instead of those that ship with segun.
        places: whether the names of places are looked up; the gazetteer is built on first need, in about 20 seconds.

    Returns:
        The report with its sources, claims, times, places, quantities and sequences. All spans are half-open, in
        Unicode code points of ``analysis.report.text``.

    Raises:
        UnsupportedLanguageError: segun has no data for the report's language.
        MissingModelError: the language's model is not installed.
        WeightsError: the weights cannot be read.
        GazetteerError: the gazetteer cannot be opened or built; ``places=False`` does without.
    """
    from dataclasses import replace

    from segun import pipeline
    from segun.attribute import judging
    from segun.model import Report as Record

    record = Record(key="text", text=report) if isinstance(report, str) else report
    record = replace(
        record,
        published=published or record.published,
        outlet=outlet or record.outlet,
        language=language or record.language,
    )
    return pipeline.analyze(
        record,
        carry_on=carry_on,
        models=models,
        gazetteer=_gazetteer() if places else None,
        judge=judging.judge(weights),
    )


@cache
def _gazetteer() -> Gazetteer:
    from segun.gazetteer import open_or_build

    return open_or_build()


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'segun' has no attribute {name!r}")
