"""A claim that a reviewer adds: whether it can be, and which key it gets."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from segun.ledger.corrections import check
from segun.ledger.errors import DecisionError
from segun.ledger.packing import key
from segun.model import Span
from segun.outlets.names import key as form_of


def checked(connection: sqlite3.Connection, text: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a claim that is added holds, with its key under ``claim``; its source has become its relays.

    Args:
        connection: an open ledger.
        text: the row of the text that holds its words.
        body: the fields of a correction, spans among them.

    Raises:
        DecisionError: it lacks words, a field cannot be, or the ledger has this very claim.
    """
    words, text_id = connection.execute("SELECT text, sha256 FROM texts WHERE id = ?", (text,)).fetchone()
    made = {field: value for field, value in body.items() if field != "source"}
    if not made.get("spans"):
        raise DecisionError("A claim needs words.", "Give its spans as [[start, end], …].")
    if "source" in body:
        if "relays" in body:
            raise DecisionError("source and relays cannot both be set.", "Give the whole chain as relays.")
        check({"source": body["source"]}, len(words))
        made["relays"] = [] if body["source"] is None else [body["source"]]
    check(made, len(words))
    spans = tuple(Span(int(start), int(end)) for start, end in made["spans"])
    if not any(span.of(words).strip() for span in spans):
        raise DecisionError("These spans hold no words.", "Give spans that hold the words of the claim.")
    number, relays = 1, [form_of(str(each["name"])) for each in made.get("relays", ())]
    while (met := _relays(connection, text, key(text_id, spans, number))) is not None:
        if met == relays:
            raise DecisionError(
                f"The ledger has this claim: {key(text_id, spans, number)}.",
                "Correct it or, where it was rejected, undo the rejection.",
            )
        number += 1
    return {**made, "claim": key(text_id, spans, number)}


def _relays(connection: sqlite3.Connection, text: int, claim: str) -> list[str] | None:
    """Return the names of a claim's relays, as sources are told apart, ``None`` where the text has no such claim."""
    row = connection.execute(
        "SELECT c.id FROM claims c JOIN analyses a ON a.id = c.analysis WHERE c.key = ? AND a.text = ?", (claim, text)
    ).fetchone()
    if row is None:
        return None
    names = "SELECT n.name FROM relays l LEFT JOIN names n ON n.id = l.name WHERE l.claim = ? ORDER BY l.level"
    return [form_of(name or "") for (name,) in connection.execute(names, row)]
