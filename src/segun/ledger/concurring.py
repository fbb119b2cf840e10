"""Reviewers who decide at the same time: whether a decision overlooks one that its reviewer has not seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from segun.ledger import chain
from segun.ledger.errors import ConflictError
from segun.model import Decision

_NEVER = frozenset({"note", *chain.ON_PAIRS, "forget"})
"""Kinds that leave what a reviewer sees of a claim or source as it is."""


def unseen(connection: sqlite3.Connection, seen: int | None) -> list[Decision]:
    """Return the decisions that stand after one that a reviewer has seen, and change what was there by then.

    Args:
        connection: an open ledger.
        seen: the number of the last decision that the reviewer has seen, 0 for none; ``None`` asks for no check.
    """
    if seen is None:
        return []
    found = chain.between(connection, seen, chain.last(connection))
    return [
        each for each in found if not each.undone and not (each.kind == "undo" and int(each.target) > seen)
    ]  # what was decided and undone after it is as it was


def check(
    connection: sqlite3.Connection, kind: str, target: str, body: Mapping[str, Any], later: Sequence[Decision]
) -> None:
    """Find out whether a decision overlooks one that its reviewer has not seen.

    Args:
        connection: an open ledger.
        kind: of the decision.
        target: its target, as the chain names it.
        body: what it sets, as the chain holds it.
        later: as :func:`unseen` gives them.

    Raises:
        ConflictError: some of them are on the same claim or source.
    """
    if not later or kind in _NEVER:
        return
    own = set(_touched(kind, target, body))
    met = []
    for each in later:
        about = chain.undone_by(connection, each)[-1]
        if about.kind not in _NEVER and own & set(_touched(about.kind, about.target, about.body or {})):
            met.append(each)
    if met:
        raise ConflictError(met)


def _touched(kind: str, target: str, body: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of the claims or sources that a decision changes, and for an added claim its words."""
    if kind == "add":
        yield f"{target} {body.get('spans')}"
        target = str(body.get("claim"))
    yield target
    for field in ("source", "into"):
        if isinstance(body.get(field), str):
            yield str(body[field])
