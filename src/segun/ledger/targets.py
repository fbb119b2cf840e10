"""What decisions are about, by the keys that they name: a claim's words, a report's title, a source's name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

TargetKind = Literal["claim", "report", "source"]
_NAMED = """
    SELECT 'claim', c.key, c.content, c.key, r.language, coalesce(r.outlet, r.key)
    FROM claims c JOIN reports r ON r.analysis = c.analysis
    WHERE c.key IN (SELECT value FROM json_each(?1)) GROUP BY c.key
    UNION ALL
    SELECT 'report', report_id, coalesce(title, key), key, language, outlet FROM reports
    WHERE report_id IN (SELECT value FROM json_each(?1))
    UNION ALL
    SELECT 'source', key, coalesce(shown, name), key, NULL, NULL FROM sources
    WHERE key IN (SELECT value FROM json_each(?1))
"""


@dataclass(frozen=True, slots=True)
class Target:
    """A claim, report or source of the ledger."""

    kind: TargetKind
    words: str
    key: str
    language: str | None
    outlet: str | None
    """Of a claim or report; a report's key where a claim's report has none."""


def named(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Target]:
    """Return what some keys of claims and sources and ids of reports mean; what is no longer there is left out.

    Args:
        connection: an open ledger.
        keys: as decisions name their targets.
    """
    rows = connection.execute(_NAMED, (json.dumps(sorted(set(keys))),))
    return {named: Target(kind, *about) for kind, named, *about in rows}
