"""What a word that a user gives may mean in a ledger: a claim, a report, a source."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass

from segun.ledger.errors import LedgerError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.questions import claim_keys
from segun.ledger.records import StoredReport, StoredSource
from segun.ledger.words import fold
from segun.view.visible import excerpt

_KEY = 12
"""Digits of a claim's key."""
_FEWEST = 4
"""Digits of a key's beginning below which a word is rather a name."""
_LISTED = 12
_NAME = 80


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """The key of a claim."""

    key: str


Meaning = ClaimKey | StoredReport | StoredSource


def meaning(ledger: Ledger, connection: sqlite3.Connection, word: str) -> Meaning:
    """Return the one thing that a word means.

    A whole key, id, place or name wins over a key's beginning and over words of a name.

    Args:
        ledger: where it is looked for.
        connection: the same ledger, opened for questions.
        word: a claim's key or its beginning; a report's key, id or place; a source's key, name or words of it.

    Raises:
        NotInLedgerError: it means nothing.
        LedgerError: it may mean several things, which are listed.
    """
    whole = _whole(ledger, connection, word)
    found = whole or _parts(ledger, connection, word)
    if not found:
        raise NotInLedgerError(
            f"Nothing in the ledger is called {word!r}.",
            "`segun show LEDGER --reports` lists the reports, `segun sources LEDGER` the sources, and `segun find "
            "LEDGER` shows claims with their keys.",
        )
    if len(found) > 1:
        listed = "".join(f"\n  {_told(each)}" for each in found[:_LISTED])
        more = f"\n  and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise LedgerError(f"{word!r} may mean several things:{listed}{more}\n", "Give what stands first in its line.")
    return found[0]


def _whole(ledger: Ledger, connection: sqlite3.Connection, word: str) -> list[Meaning]:
    found: list[Meaning] = []
    if len(word) == _KEY:
        found += map(ClaimKey, claim_keys(connection, word))
    with suppress(NotInLedgerError):
        found.append(ledger.report(word))
    wanted = fold(word.strip())
    found += [each for each in _sources(ledger, word) if wanted in map(fold, (each.key, each.name, *each.names))]
    return found


def _parts(ledger: Ledger, connection: sqlite3.Connection, word: str) -> list[Meaning]:
    found: list[Meaning] = list(_sources(ledger, word))
    if len(word) >= _FEWEST:
        found += map(ClaimKey, claim_keys(connection, word, _LISTED + 1))
    return found


def _sources(ledger: Ledger, word: str) -> list[StoredSource]:
    try:
        return list(ledger.sources(ledger.named(word)))
    except NotInLedgerError:
        return []


def _told(each: Meaning) -> str:
    if isinstance(each, ClaimKey):
        return f"{each.key}  claim"
    if isinstance(each, StoredReport):
        return f"{each.report_id}  report {excerpt(each.key, _NAME)}"
    return f"{each.key}  source {excerpt(each.name, _NAME)}"
