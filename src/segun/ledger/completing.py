"""What a decision says without its reviewer's writing it down: where the text names a source, whose words are nobody's.

A correction gets the words that name its source, so that it can be learnt from; a rejected attribution gets the words
that then are the report's own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from segun.ledger import chain, keeping
from segun.ledger.attributing import located, spans_of
from segun.ledger.corrections import Corrected, corrected
from segun.ledger.packing import unpack
from segun.model import Claim


def on_claim(
    connection: sqlite3.Connection, kind: str, key: str, text: int, body: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the body of a decision on a claim with what goes without saying.

    Args:
        connection: an open ledger.
        kind: of the decision.
        key: the claim's.
        text: the row of its text.
        body: as the reviewer gives it, checked.
    """
    sources = kind == "correct" and ("source" in body or "relays" in body)
    if not sources and (kind != "reject" or "own_voice" in body):
        return body
    for found in _analyses(connection, text):
        claim = next((each for each in found.analysis.claims if found.keys[each.id] == key), None)
        if claim is None:
            continue
        if sources:
            return located(found.analysis, claim, body)
        return {**body, "own_voice": [list(span) for span in claim.spans]} if claim.relays else body
    return body


def added(connection: sqlite3.Connection, text: int, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the body of a decision that adds a claim, with where the text names its sources.

    Args:
        connection: an open ledger.
        text: the row of the text.
        body: as the reviewer gives it, checked.
    """
    found = next(_analyses(connection, text), None)
    if found is None or not body.get("relays"):
        return body
    claim = Claim("", spans_of(body["spans"]), (), "none", "CT+", "assert", 1.0)
    return located(found.analysis, claim, body)


def _analyses(connection: sqlite3.Connection, text: int) -> Iterator[Corrected]:
    """Yield the analyses in force of a text, after what people decided."""
    rows = connection.execute(
        "SELECT min(r.id), a.object FROM reports r JOIN analyses a ON a.id = r.analysis WHERE r.text = ? "
        "GROUP BY a.id ORDER BY 1",
        (text,),
    ).fetchall()
    decisions = chain.in_force(chain.on_text(connection, text))
    for row, written in rows:
        yield corrected(unpack(written, keeping.report_of(connection, row)), decisions)
