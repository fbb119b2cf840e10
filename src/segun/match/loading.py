"""The reports of a ledger as matching sees them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from segun.ledger import chain, keeping
from segun.ledger.judging import Judgements
from segun.ledger.ledger import Ledger
from segun.ledger.packing import as_object, pack


def rows(ledger: Ledger, wanted: Iterable[tuple[str, str]], *, owners: bool = False) -> Iterator[dict[str, Any]]:
    """Yield what a worker needs to know of some reports, after what people decided.

    Args:
        ledger: where they are.
        wanted: their keys, each with the story that it is traced with.
        owners: whether outlets of one owner count as one.
    """
    with ledger.reading() as connection:
        decided = _decided(connection)
    for key, story in wanted:
        with ledger.reading() as connection:
            row, text, analysis, packed = connection.execute(
                "SELECT r.id, r.text, r.analysis, a.object FROM reports r JOIN analyses a ON a.id = r.analysis "
                "WHERE r.key = ?",
                (key,),
            ).fetchone()
            report, claims = keeping.report_of(connection, row), _claims(connection, analysis)
        if text in decided:
            found = ledger.analysis(key)
            report, packed = found.report, pack(found, found.report, "").object
        yield {
            "report": key,
            "story": story,
            "about": json.dumps(as_object(report), ensure_ascii=False),
            "packed": packed,
            "claims": json.dumps(claims),
            "owner": owner(ledger, report.outlet) if owners else None,
            "problem": None,
        }


def owner(ledger: Ledger, outlet: str | None) -> str | None:
    """Return who owns an outlet, where the ledger's list of outlets says so."""
    known = ledger.outlets.of_name(outlet) if outlet else None
    return known.owner if known else None


def states(ledger: Ledger, decided: Judgements, *, owners: bool = False) -> dict[str, str]:
    """Return for each report, by its key, a digest of all that its part in a trace depends on.

    Args:
        ledger: where they are.
        decided: what people decided of pairs.
        owners: whether outlets of one owner count as one.
    """
    pairs: dict[str, list[str]] = defaultdict(list)
    with ledger.reading() as connection:
        for kind in ("same", "different"):
            for pair in getattr(decided, kind):
                for claim in pair:
                    for report in _carrying(connection, claim):
                        pairs[report].append(f"{kind} {sorted(pair)}")
        for pair in decided.independent:
            for report in pair:
                pairs[report].append(f"independent {sorted(pair)}")
        for ends, how in decided.derived.items():
            for report in ends:
                pairs[report].append(f"derived {ends} {how}")
        numbers = {
            text: [each.number for each in chain.in_force(chain.on_text(connection, text))]
            for text in _decided(connection)
        }
        stored = connection.execute("SELECT key, report_id, analysis, text, outlet FROM reports ORDER BY id").fetchall()
    found = {}
    owned = {outlet: owner(ledger, outlet) for outlet in {row[4] for row in stored}} if owners else {}
    for key, report_id, analysis, text, outlet in stored:
        state = [report_id, analysis, owned.get(outlet), numbers.get(text, []), sorted(pairs.get(key, []))]
        found[key] = hashlib.sha256(json.dumps(state).encode()).hexdigest()[:16]
    return found


def joined(ledger: Ledger, decided: Judgements) -> Iterator[tuple[str, str]]:
    """Yield pairs of reports that people decided on, which are looked at together."""
    yield from sorted(decided.derived)
    with ledger.reading() as connection:
        for pair in sorted(sorted(each) for each in decided.same):
            first = [report for claim in pair for report in _carrying(connection, claim)]
            yield from ((first[0], other) for other in first[1:])


def _carrying(connection: sqlite3.Connection, claim: str) -> list[str]:
    rows = connection.execute(
        "SELECT r.key FROM claims c JOIN reports r ON r.analysis = c.analysis WHERE c.key = ? ORDER BY r.id", (claim,)
    )
    return [row[0] for row in rows]


def _decided(connection: sqlite3.Connection) -> set[int]:
    """Return the texts that people took decisions on."""
    return {row[0] for row in connection.execute("SELECT DISTINCT text FROM contents WHERE text IS NOT NULL")}


def _claims(connection: sqlite3.Connection, analysis: int) -> dict[str, str]:
    """Return the key of each claim of an analysis, by its id."""
    return dict(connection.execute("SELECT name, key FROM claims WHERE analysis = ?", (analysis,)).fetchall())
