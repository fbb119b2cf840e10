"""Many reports as one: their analyses cut down to chosen claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from segun.ledger.corrections import without
from segun.ledger.errors import NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.model import Analysis


def selected(ledger: Ledger, chosen: Mapping[str, set[str]]) -> Iterator[Analysis]:
    """Yield the analyses of reports with some of their claims only, as people corrected them.

    What is tied to none of these claims goes as well: times, places, quantities, sequences, sources.

    Args:
        ledger: an open ledger.
        chosen: the claims by their report's key, as :func:`segun.ledger.questions.chosen` gives them.
    """
    for key, claims in chosen.items():
        try:
            analysis = ledger.analysis(key)
        except NotInLedgerError:  # forgotten since it was chosen
            continue
        yield only(analysis, claims)


def only(analysis: Analysis, claims: set[str]) -> Analysis:
    """Return an analysis with these claims only and what is tied to them."""
    left = without(analysis, {claim.id for claim in analysis.claims} - claims)
    return replace(
        left,
        times=tuple(time for time in left.times if time.claims),
        places=tuple(place for place in left.places if place.claims),
        quantities=tuple(each for each in left.quantities if each.claims),
        sequences=tuple(each for each in left.sequences if each.claims),
    )
