"""What the last trace says of a report and its claims, as an export carries it.

How many reports carry a claim, how many independent origins it has, and what the report has from others.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from segun.ledger.ledger import Ledger
from segun.match import store
from segun.match.objects import derivation_object
from segun.match.records import Derivation

_OF_REPORT = """
    SELECT m.claim, g.id, g.carrying, g.independent,
        json_extract(g.object, '$.origins'), json_extract(g.object, '$.sentence')
    FROM members m JOIN groups g ON g.id = m."group" WHERE m.report = ?
    ORDER BY m.claim, g.carrying > 1, g.independent DESC, g.carrying, g.id
"""


@dataclass(frozen=True, slots=True)
class Echo:
    """What was found of a claim; of one that says several things, of the part with the fewest origins.

    A part that only this report has does not count where several reports carry another.
    """

    group: str
    carried: int
    """How many reports carry it."""
    origins: int
    """How many independent origins it has."""
    names: tuple[str, ...]
    """Who they are."""
    sentence: str


@dataclass(frozen=True, slots=True)
class End:
    """A report at the other end of a derivation, as formats name it that have a name for each report."""

    id: str
    published: str | None


def other_end(each: Derivation, report: str) -> str:
    """Return the key of the report at the other end of a derivation of this one."""
    return each.parent if each.report == report else each.report


@dataclass(frozen=True, slots=True)
class Lineage:
    """What was found of a report."""

    claims: Mapping[str, Echo] = field(default_factory=dict)
    """By the claim's key."""
    derived: tuple[Derivation, ...] = ()
    """What it has from others; of pairs of which the direction is unknown, what it is related to."""

    ends: Mapping[str, End] = field(default_factory=dict)
    """The reports that it derives from or is related to, by their keys."""

    def other(self, each: Derivation, report: str) -> End | None:
        """Return the report at the other end of a derivation of this one, ``None`` where the ledger has it no more."""
        return self.ends.get(other_end(each, report))

    def lost(self, claim: str) -> list[str]:
        """Return how a claim's attribution changed on the way here, by its key."""
        kinds = (loss.kind for each in self.derived for loss in each.losses if loss.after.claim == claim)
        return list(dict.fromkeys(kinds))


NONE = Lineage()
"""Of a report of which no trace tells."""


def lineage(ledger: Ledger, report: str) -> Lineage:
    """Return what the last trace of a ledger says of a report, by its key; :data:`NONE` where there was none."""
    with ledger.reading() as connection:
        rows = connection.execute(_OF_REPORT, (report,)).fetchall()
    claims = {
        claim: Echo(group, carried, origins, tuple(each["source"] for each in json.loads(written)), sentence)
        for claim, group, carried, origins, written, sentence in rows
    }
    found = store.derivations_of(ledger, report)
    derived = tuple(each for each in found if each.report == report or not each.known)
    if not claims and not derived:
        return NONE
    return Lineage(claims, derived, _ends(ledger, {key for each in derived for key in (each.report, each.parent)}))


def _ends(ledger: Ledger, keys: Collection[str]) -> dict[str, End]:
    with ledger.reading() as connection:
        rows = connection.execute(
            "SELECT key, report_id, published FROM reports WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(keys)),),
        ).fetchall()
    return {key: End(id, published) for key, id, published in rows}


def as_object(found: Lineage) -> dict[str, Any]:
    """Return it as dicts, lists, strings and numbers."""
    return {
        "claims": {
            key: {
                "group": each.group,
                "carried": each.carried,
                "origins": each.origins,
                "origin_names": list(each.names),
                "sentence": each.sentence,
            }
            for key, each in found.claims.items()
        },
        "derivations": [derivation_object(each) for each in found.derived],
    }
