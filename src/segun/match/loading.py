"""The reports of a ledger as matching sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from segun.ledger.ledger import Ledger
from segun.match.told import Told


def told(ledger: Ledger) -> Iterator[Told]:
    """Yield every report of a ledger after what people decided, in the order in which they came.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT r.key, c.name, c.key FROM reports r JOIN claims c ON c.analysis = r.analysis ORDER BY r.id"
        ).fetchall()
    keys: dict[str, dict[str, str]] = {}
    for report, name, key in rows:
        keys.setdefault(report, {})[name] = key
    for stored in ledger.reports():
        outlet = ledger.outlets.of_name(stored.outlet) if stored.outlet else None
        yield Told(stored.key, ledger.analysis(stored), keys.get(stored.key, {}), outlet.owner if outlet else None)


def state(ledger: Ledger) -> str:
    """Return a digest of all that a trace is made from: it changes when a trace would be out of date."""
    digest = hashlib.sha256()
    with ledger.reading() as connection:
        for row in connection.execute("SELECT report_id, key, analysis FROM reports ORDER BY id"):
            digest.update(repr(tuple(row)).encode())
        for row in connection.execute("SELECT id FROM decisions ORDER BY number"):
            digest.update(repr(tuple(row)).encode())
        for row in connection.execute("SELECT object FROM outlets WHERE given ORDER BY id"):
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
