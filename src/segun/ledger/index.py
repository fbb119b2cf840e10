"""The tables that are asked: claims with their relays, times, places, quantities and words, drawn from analyses.

They can be made anew from analyses and decisions at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from segun.ledger.corrections import Corrected
from segun.ledger.words import fold, indexed
from segun.model import AREAS, Claim, Place, Quantity, Source, Time, wording
from segun.timex import extent

NameOf = Callable[[Source], int]
"""Gives the row of a source's name."""


def index(connection: sqlite3.Connection, analysis: int, found: Corrected, name_of: NameOf, *, bare: bool) -> None:
    """Write the rows of an analysis in place of those it had; the caller holds the write lock.

    Args:
        connection: an open ledger.
        analysis: its row.
        found: what it holds after decisions.
        name_of: gives the row of a source's name.
        bare: whether its text is written without accents.
    """
    clear(connection, analysis)
    made = found.analysis
    names = {source.id: name_of(source) for source in made.sources}
    rows = {}
    for number, claim in enumerate(made.claims, start=1):
        rows[claim.id] = row = _claim(connection, analysis, number, claim, found)
        _relays(connection, row, claim, names, made.report.text)
        content = wording(made.report.text, claim.spans, " ")
        stems = indexed(content, made.report.language, marked=not bare)
        connection.execute(
            "INSERT INTO words (rowid, marked, bare) VALUES (?, ?, ?)", (row, *(("", stems) if bare else (stems, "")))
        )
    for time in made.times:
        _time(connection, time, [rows[id] for id in time.claims if id in rows], made.report.text)
    for place in made.places:
        _place(connection, place, [rows[id] for id in place.claims if id in rows], made.report.text)
    for quantity in made.quantities:
        _quantity(connection, quantity, [rows[id] for id in quantity.claims if id in rows], made.report.text)


def clear(connection: sqlite3.Connection, analysis: int) -> None:
    """Remove the rows of an analysis; the caller holds the write lock."""
    claims = "SELECT id FROM claims WHERE analysis = ?"
    connection.execute(f"DELETE FROM words WHERE rowid IN ({claims})", (analysis,))
    connection.execute(f"DELETE FROM points WHERE id IN (SELECT id FROM places WHERE claim IN ({claims}))", (analysis,))
    connection.execute("DELETE FROM claims WHERE analysis = ?", (analysis,))


def _claim(connection: sqlite3.Connection, analysis: int, number: int, claim: Claim, found: Corrected) -> int:
    text = found.analysis.report.text
    made = connection.execute(
        "INSERT INTO claims (analysis, key, number, name, content, factuality, speech_act, quotation, confidence, "
        "depth, continued, headline, parent, condition, review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            analysis,
            found.keys[claim.id],
            number,
            claim.id,
            wording(text, claim.spans),
            claim.factuality,
            claim.speech_act,
            claim.quotation,
            claim.confidence,
            len(claim.relays),
            int(claim.continued),
            int(claim.headline),
            found.keys.get(claim.parent) if claim.parent else None,
            claim.condition.of(text) if claim.condition else None,
            found.reviews.get(claim.id, "unreviewed"),
        ),
    )
    return int(made.lastrowid or 0)


def _relays(connection: sqlite3.Connection, row: int, claim: Claim, names: dict[str, int], text: str) -> None:
    last = len(claim.relays)
    connection.executemany(
        "INSERT INTO relays (claim, level, innermost, name, cue, how) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                row,
                level,
                int(level == last),
                names[relay.source] if relay.source else None,
                wording(text, relay.cue_spans),
                relay.how,
            )
            for level, relay in enumerate(claim.relays, start=1)
        ],
    )


def _time(connection: sqlite3.Connection, time: Time, claims: list[int], text: str) -> None:
    first, last = days(time.value)
    connection.executemany(
        "INSERT INTO times (claim, words, type, value, first, last, relates_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(claim, time.span.of(text), time.type, time.value, first, last, time.relates_to) for claim in claims],
    )


def days(value: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day, in ISO 8601, of a TIMEX3 value; ``None`` where it is open."""
    reach = extent(value)
    if reach is None:
        return None, None
    try:
        last = max(int(reach.start), int(reach.end - 1e-6))
        return date.fromordinal(int(reach.start)).isoformat(), date.fromordinal(last).isoformat()
    except (ValueError, OverflowError):
        return None, None


def _place(connection: sqlite3.Connection, place: Place, claims: list[int], text: str) -> None:
    for claim in claims:
        made = connection.execute(
            "INSERT INTO places (claim, words, name, form, kind, country, lat, lon, inside, gazetteer_id, metonymy) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                claim,
                place.span.of(text),
                place.name,
                fold(place.name or place.span.of(text)),
                place.kind,
                place.country,
                place.lat,
                place.lon,
                place.inside.name if place.inside else None,
                place.gazetteer_id,
                int(place.metonymy),
            ),
        )
        if place.lat is not None and place.lon is not None and not place.metonymy and place.kind not in AREAS:
            connection.execute(
                "INSERT INTO points VALUES (?, ?, ?, ?, ?)",
                (made.lastrowid, place.lat, place.lat, place.lon, place.lon),
            )


def _quantity(connection: sqlite3.Connection, quantity: Quantity, claims: list[int], text: str) -> None:
    connection.executemany(
        "INSERT INTO quantities (claim, words, value, value_max, unit, approximate) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                claim,
                quantity.span.of(text),
                quantity.value,
                quantity.value_max,
                quantity.unit,
                int(quantity.approximate),
            )
            for claim in claims
        ],
    )
