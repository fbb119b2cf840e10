"""The part of a ledger's interface that takes people's decisions and lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from segun.ledger import chain, concurring, finding, judging, reviewing
from segun.ledger.opened import Opened, now
from segun.ledger.records import StoredReport
from segun.ledger.reviewing import Wanted
from segun.model import Decision, DecisionKind


class Deciding(Opened):
    """A ledger on which people decide."""

    def decide(
        self,
        kind: DecisionKind,
        target: str,
        body: Mapping[str, Any],
        *,
        by: str,
        why: str = "",
        seen: int | None = None,
    ) -> Decision:
        """Take a decision; it is appended, and what is asked shows it at once.

        Args:
            kind: what it does.
            target: a claim's key, a source's key or name, a report's key; for ``undo`` a decision's number.
            body: what it sets, as docs/ledger.md lists.
            by: who decides.
            why: in their words.
            seen: the number of the last decision that they have seen, 0 for none; ``None`` asks for no check.

        Raises:
            NotInLedgerError: there is no such target.
            ConflictError: somebody decided on the same claim or source after ``seen``; nothing is written.
            DecisionError: it cannot be taken.
        """
        return self.decide_together([(kind, target, body)], by=by, why=why, seen=seen)[0]

    def decide_together(
        self, wanted: Iterable[Wanted], *, by: str, why: str = "", seen: int | None = None
    ) -> list[Decision]:
        """Take several decisions in one transaction, at one moment: all of them, or none.

        Args:
            wanted: kind, target and body of each, as :meth:`decide` takes them.
            by: who decides.
            why: in their words, kept with each.
            seen: as :meth:`decide` takes it.

        Raises:
            NotInLedgerError: there is no such target.
            ConflictError: somebody decided on the same after ``seen``.
            DecisionError: one cannot be taken.
        """
        with self._writing() as connection:
            at, unseen = now(), concurring.unseen(connection, seen)
            return [
                reviewing.decide(connection, *each, self.outlets, by=by, why=why, at=at, unseen=unseen)
                for each in wanted
            ]

    def undo_together(
        self, numbers: Iterable[int], *, by: str, why: str = "", seen: int | None = None
    ) -> list[Decision]:
        """Undo several decisions in one transaction, the newest first: all of them, or none.

        Raises:
            NotInLedgerError: there is no such decision.
            ConflictError: somebody decided on the same after ``seen``.
            DecisionError: one is undone already, or cannot be undone.
        """
        newest_first = sorted(set(numbers), reverse=True)
        return self.decide_together([("undo", str(each), {}) for each in newest_first], by=by, why=why, seen=seen)

    def decisions(self) -> list[Decision]:
        """Return all decisions in their order."""
        with self._telling() as connection:
            return chain.every(connection)

    def decisions_on(self, report: StoredReport, *, sources: bool = False) -> list[Decision]:
        """Return the decisions on a report and its claims, in their order.

        Args:
            report: it.
            sources: whether those on the sources that it names come too.
        """
        with self._telling() as connection:
            text = connection.execute("SELECT text FROM reports WHERE id = ?", (report.row,)).fetchone()[0]
            found = chain.on_text(connection, text)
            if sources:
                found += chain.on_targets(connection, finding.source_keys(connection, report.row))
        return sorted(found, key=lambda each: each.number)

    def until(self, moment: str) -> int:
        """Return the number of the last decision at or before a moment in ISO 8601, UTC; for :meth:`analysis`."""
        with self._telling() as connection:
            return chain.until(connection, moment)

    def judgements(self) -> judging.Judgements:
        """Return what people decided of pairs of claims and of reports."""
        with self._telling() as connection:
            return judging.judgements(connection)
