"""CSV: a row for each time and place of each claim, of any number of reports in one table with one line of names.

A claim with two times and three places gives six rows; one with a time and no place gives a row whose place is empty.
Columns are in :data:`COLUMNS`; new ones may come after the last, none changes its place. Several names in one cell are
parted by ``" > "`` (sources, outermost first) or ``"; "`` (candidates). UTF-8, comma, line feed, RFC 4180's quotes.

A cell of a report's words that a spreadsheet would take for a formula (it begins with ``= + - @`` or their full-width
forms, a tab or a line end) gets an apostrophe before it. White space is drawn together, and control characters become
U+FFFD. Numbers stay numbers.

Dropped: claims without time and without place; times and places without a claim; the report's text and all offsets;
quantities, sequences, orders, obligations and propositions; of sources everything but their names; a place's
alternatives, and why they and candidates are there.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from segun.export.geojson import sources
from segun.export.shared import cell
from segun.model import Analysis, Claim, Decision, Place, Time, wording
from segun.tongue import marked

DROPS = marked(
    "Claims without time and without place, what is tied to no claim, the text with all offsets, quantities, order, "
    "obligations, propositions, and decisions."
)
BINARY = False

COLUMNS = (
    "report",
    "report_id",
    "outlet",
    "published",
    "language",
    "claim",
    "content",
    "sources",
    "source",
    "factuality",
    "speech_act",
    "quotation",
    "claim_confidence",
    "time_words",
    "time_type",
    "time_value",
    "time_relates_to",
    "time_candidates",
    "place_words",
    "place_name",
    "place_country",
    "place_kind",
    "place_lat",
    "place_lon",
    "place_inside",
    "place_gazetteer_id",
    "place_confidence",
    "place_metonymy",
    "place_disputed",
)
"""``source`` is the innermost of ``sources``; both are empty where the report itself asserts the claim."""

Cell = str | float | None


def rows(analysis: Analysis) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one analysis, claims in their order, cells as :data:`COLUMNS` names them."""
    for claim in analysis.claims:
        times: list[Time | None] = [time for time in analysis.times if claim.id in time.claims]
        places: list[Place | None] = [place for place in analysis.places if claim.id in place.claims]
        if not times and not places:
            continue
        head = _claim(analysis, claim)
        for time in times or [None]:
            for place in places or [None]:
                yield (*head, *_time(analysis.report.text, time), *_place(analysis.report.text, place))


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Write the line of names to ``out`` and give a function that writes one analysis' rows; nothing is kept."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)

    def write(analysis: Analysis, decisions: Sequence[Decision] = ()) -> None:  # noqa: ARG001
        writer.writerows(rows(analysis))

    yield write


def _claim(analysis: Analysis, claim: Claim) -> tuple[Cell, ...]:
    report = analysis.report
    names = sources(analysis, claim)
    return (
        cell(report.key),
        report.id,
        cell(report.outlet),
        cell(report.published),
        cell(report.language),
        cell(claim.id),
        cell(wording(report.text, claim.spans)),
        cell(" > ".join(names)),
        cell(names[-1] if names else None),
        claim.factuality,
        claim.speech_act,
        claim.quotation,
        claim.confidence,
    )


def _time(text: str, time: Time | None) -> tuple[Cell, ...]:
    if time is None:
        return (None,) * 5
    return (
        cell(time.span.of(text)),
        time.type,
        cell(time.value),
        time.relates_to,
        cell("; ".join(candidate.value for candidate in time.candidates)),
    )


def _place(text: str, place: Place | None) -> tuple[Cell, ...]:
    if place is None:
        return (None,) * 11
    return (
        cell(place.span.of(text)),
        cell(place.name),
        cell(place.country),
        place.kind,
        place.lat,
        place.lon,
        cell(place.inside.name if place.inside else None),
        cell(place.gazetteer_id),
        place.confidence,
        "yes" if place.metonymy else "no",
        cell(place.disputed),
    )
