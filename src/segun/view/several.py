"""Many reports as one: those of a selection, their analyses whole or cut down to its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from segun.ledger.corrections import without
from segun.ledger.errors import NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.questions import chosen
from segun.ledger.selection import ALL, Selection
from segun.model import Analysis, Decision

Pair = tuple[Analysis, list[Decision]]
"""An analysis after what people decided, and the decisions on it and its sources."""
_OF_REPORTS = {
    "report": "",
    "outlet": "",
    "language": "",
    "published_from": "",
    "published_to": "",
    "added_since": "",
    "sort": ALL.sort,
}


def carried(ledger: Ledger, wanted: Selection) -> tuple[int, Iterator[Pair]]:
    """Return how many reports carry claims of a selection, and these reports as they are asked for.

    They come whole where the selection asks of reports only, else cut down to its claims.
    """
    if is_all(wanted):
        return ledger.count_reports(), ledger.analyses()
    with ledger.reading() as connection:
        found = chosen(connection, wanted)
    if wanted.report:
        found.setdefault(wanted.report, set())  # it may have no claims
    if replace(wanted, **_OF_REPORTS) == ALL:  # type: ignore[arg-type]
        whole_ones = (ledger.report(key) for key in found)
        return len(found), ((ledger.analysis(each), ledger.decisions_on(each, sources=True)) for each in whole_ones)
    return len(found), (
        (analysis, ledger.decisions_on(ledger.report(analysis.report.key), sources=True))
        for analysis in selected(ledger, found)
    )


def is_all(wanted: Selection) -> bool:
    """Whether a selection leaves nothing out but what was rejected."""
    return replace(wanted, sort=ALL.sort) == ALL


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
