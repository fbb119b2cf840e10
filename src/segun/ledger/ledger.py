"""The ledger as the rest of segun and its users see it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from segun.ledger import (
    chain,
    checking,
    file,
    finding,
    forgetting,
    keeping,
    naming,
    selection,
)
from segun.ledger.corrections import Corrected, corrected
from segun.ledger.deciding import Deciding
from segun.ledger.errors import NotInLedgerError
from segun.ledger.keeping import Kept, State
from segun.ledger.opened import now
from segun.ledger.packing import Packed, pack, unpack
from segun.ledger.records import Change, Failure, Found, StoredReport, StoredSource
from segun.ledger.selection import ALL, Selection
from segun.model import Analysis, Decision, Report
from segun.outlets import Outlet


class Ledger(Deciding):
    """An open ledger; one process may write while others read.

    Args:
        path: the file.
        create: whether to make one where there is none.
        readonly: whether nothing will be written.

    Raises:
        LedgerError: it cannot be opened, here and in every method where the file or its disk fails.
    """

    # what comes in

    def begin(self, command: str, program: str) -> int:
        """Begin a run and return its number.

        Args:
            command: what the user asked for.
            program: version and settings of what analyses.
        """
        with self._writing() as connection:
            made = connection.execute(
                "INSERT INTO runs (command, program, started) VALUES (?, ?, ?)", (command, program, now())
            )
        return int(made.lastrowid or 0)

    def end(self, run: int) -> None:
        """Write down that a run came to its end."""
        with self._writing() as connection:
            connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (now(), run))

    def fail(self, run: int, failures: Iterable[Failure]) -> None:
        """Write down what a run could not read or analyse."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT INTO failures VALUES (?, ?, ?, ?)",
                [
                    (
                        run,
                        *(part.encode("utf-8", "replace").decode() for part in (each.place, each.problem, each.remedy)),
                    )
                    for each in failures
                ],
            )

    def state(self, report: Report, program: str) -> State:
        """Return what the ledger has of a report, before it is analysed."""
        with self._telling() as connection:
            return keeping.state(connection, report, program)

    def keep(self, batch: Sequence[Packed | Report], program: str, run: int) -> list[Kept]:
        """Put reports in, all in one transaction; when it returns they are on the disk.

        Args:
            batch: reports with their analyses; a report alone where its :meth:`state` was not ``new``.
            program: what made the analyses.
            run: the run that met them.
        """
        at = now()
        with self._writing() as connection:
            before = naming.newest(connection)
            kept = [keeping.keep(connection, each, program, self.outlets, run, at) for each in batch]
            if naming.newest(connection) != before and chain.on_sources(connection):
                naming.settle(connection)  # new names of sources that people merged or split
            return kept

    def add(self, analysis: Analysis, *, report: Report | None = None, program: str = "unknown") -> Kept:
        """Put one analysed report in.

        Args:
            analysis: what came of it.
            report: the report as it was read; by default the analysis' own.
            program: what made the analysis.
        """
        run = self.begin("add", program)
        kept = self.keep([pack(analysis, report or analysis.report, program)], program, run)[0]
        self.end(run)
        return kept

    def take(self, analyses: Iterable[Analysis], program: str, run: int) -> Iterator[Kept]:
        """Put analysed reports in, each on the disk when it is yielded."""
        for analysis in analyses:
            yield self.keep([pack(analysis, analysis.report, program)], program, run)[0]

    def outdated(self, program: str) -> Iterator[Report]:
        """Yield a report for each analysis in force that another program made, as it was read; imports stay."""
        with self._telling() as connection:
            rows = connection.execute(
                "SELECT min(r.id), a.circumstances FROM reports r JOIN analyses a ON a.id = r.analysis "
                "WHERE a.program <> ? AND a.program NOT LIKE 'import %' GROUP BY a.id ORDER BY a.id",
                (program,),
            ).fetchall()
            for row, about in rows:
                yield replace(keeping.report_of(connection, row), language=json.loads(about)[0])

    def count_outdated(self, program: str) -> int:
        """Return how many reports :meth:`outdated` would yield."""
        asked = (
            "SELECT count(DISTINCT a.id) FROM reports r JOIN analyses a ON a.id = r.analysis "
            "WHERE a.program <> ? AND a.program NOT LIKE 'import %'"
        )
        with self._telling() as connection:
            return int(connection.execute(asked, (program,)).fetchone()[0])

    def renew(self, packed: Packed) -> bool:
        """Put a newer analysis of a report in force; the old one stays.

        Returns:
            Whether anything changed.
        """
        with self._writing() as connection:
            return keeping.renew(connection, packed, self.outlets, now())

    def load_outlets(self, outlets: Iterable[Outlet]) -> int:
        """Take in the user's list of outlets, and tell by it whose every report is; sources keep their entries.

        Returns:
            How many.
        """
        with self._writing() as connection:
            count = len([keeping.put_outlet(connection, outlet, given=True) for outlet in outlets])
            self.__dict__.pop("outlets", None)
            keeping.relink(connection, self.outlets)
        return count

    def outlets_met(self) -> list[tuple[Outlet, int]]:
        """Return the outlets of its reports, with how many reports each has."""
        with self._telling() as connection:
            rows = connection.execute(
                "SELECT o.object, count(*) FROM reports r JOIN outlets o ON o.id = r.outlet_id GROUP BY o.id"
            ).fetchall()
        return [(Outlet.of(json.loads(written)), count) for written, count in rows]

    # what is asked

    def find(self, wanted: Selection = ALL, *, limit: int | None = None, skip: int = 0) -> Iterator[Found]:
        """Yield claims, one for each report that carries it, read as they are asked for."""
        with self._telling() as connection:
            yield from finding.claims(connection, wanted, limit=limit, skip=skip)

    def count(self, wanted: Selection = ALL) -> int:
        """Return how many claims :meth:`find` would yield."""
        with self._telling() as connection:
            return selection.count(connection, wanted)

    def named(self, term: str) -> tuple[int, ...]:
        """Return the rows of the sources that a key, a name or words of a name mean, for a :class:`Selection`.

        Raises:
            NotInLedgerError: none.
        """
        with self._telling() as connection:
            return finding.named(connection, term)

    def reports(self) -> Iterator[StoredReport]:
        """Yield the reports in the order in which they came."""
        with self._telling() as connection:
            yield from finding.reports(connection)

    def count_reports(self) -> int:
        """Return how many reports there are."""
        with self._telling() as connection:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])

    def report(self, name: str) -> StoredReport:
        """Return the report with this key, id or place.

        Raises:
            NotInLedgerError: there is none.
        """
        with self._telling() as connection:
            return finding.report(connection, name)

    def versions(self, report: StoredReport) -> list[StoredReport]:
        """Return all reports that were met at a report's place, the first one first."""
        with self._telling() as connection:
            if report.place is None:
                return [report]
            found = finding.reports(connection, "WHERE r.place = ?", (report.place,))
            return sorted(found, key=lambda each: each.version)

    def changes(self, before: StoredReport, after: StoredReport) -> list[Change]:
        """Return what changed in the words from one report to another."""
        with self._telling() as connection:
            old, new = (keeping.report_of(connection, each.row).text for each in (before, after))
        return finding.difference(old, new)

    def analysis(self, report: StoredReport | str, *, until: int | None = None) -> Analysis:
        """Return a report's analysis after what people decided.

        Args:
            report: it, or its key.
            until: the number of the last decision that counts; ``None`` for all, 0 for what the program found.

        Raises:
            NotInLedgerError: there is no such report.
        """
        return self.corrected(report, until=until).without_rejected()

    def corrected(self, report: StoredReport | str, *, until: int | None = None) -> Corrected:
        """Return a report's analysis after what people decided, with what they rejected, and every claim's key.

        Args:
            report: it, or its key.
            until: the number of the last decision that counts; ``None`` for all, 0 for what the program found.

        Raises:
            NotInLedgerError: there is no such report.
        """
        stored = self.report(report) if isinstance(report, str) else report
        with self._telling() as connection:
            text, written = connection.execute(
                "SELECT r.text, a.object FROM reports r JOIN analyses a ON a.id = r.analysis WHERE r.id = ?",
                (stored.row,),
            ).fetchone()
            found = unpack(written, keeping.report_of(connection, stored.row))
            decisions = chain.in_force(chain.on_text(connection, text, until=until))
        return corrected(found, decisions)

    def analyses(self) -> Iterator[tuple[Analysis, list[Decision]]]:
        """Yield every report's analysis after what people decided, with the decisions on it and its sources."""
        for stored in self.reports():
            yield self.analysis(stored), self.decisions_on(stored, sources=True)

    def earlier(self, report: StoredReport) -> list[tuple[str, str, Analysis]]:
        """Return every analysis that the ledger has of a report: who made it, when, and what it found."""
        with self._telling() as connection:
            rows = connection.execute(
                "SELECT a.program, a.made, a.object FROM analyses a JOIN reports r ON r.text = a.text "
                "JOIN analyses b ON b.id = r.analysis WHERE r.id = ? AND a.circumstances = b.circumstances "
                "ORDER BY a.id",
                (report.row,),
            ).fetchall()
            record = keeping.report_of(connection, report.row)
        return [(program, made, unpack(written, record)) for program, made, written in rows]

    def sources(self, rows: Iterable[int] | None = None) -> Iterator[StoredSource]:
        """Yield the sources, those that assert most first; with ``rows`` only these."""
        with self._telling() as connection:
            yield from finding.sources(connection, rows)

    # what must go, and what must hold

    def would_forget(self, target: str, *, everywhere: bool = False) -> list[StoredReport]:
        """Return the reports that :meth:`forget` would remove.

        Args:
            target: a report's key or id; else a source's key or name.
            everywhere: whether other reports with the same text go too.

        Raises:
            NotInLedgerError: there is no such report or source.
        """
        with self._telling() as connection:
            try:
                found = finding.report(connection, target)
            except NotInLedgerError:
                rows = [
                    row for source in finding.named(connection, target) for row in forgetting.naming(connection, source)
                ]
            else:
                same = "SELECT b.id FROM reports a JOIN reports b ON b.text = a.text WHERE a.id = ?"
                rows = [row[0] for row in connection.execute(same, (found.row,))] if everywhere else [found.row]
            marks = ", ".join("?" * len(rows))
            return list(finding.reports(connection, f"WHERE r.id IN ({marks})", tuple(rows)))

    def forget(self, target: str, *, by: str, why: str, everywhere: bool = False) -> forgetting.Forgotten:
        """Remove a report, or every report that names a source, with all that was drawn from it.

        Raises:
            NotInLedgerError: there is no such report or source.
        """
        rows = [each.row for each in self.would_forget(target, everywhere=everywhere)]
        with self._writing() as connection:
            try:
                address = finding.report(connection, target).report_id
            except NotInLedgerError:
                address = next(finding.sources(connection, finding.named(connection, target))).key
            gone = forgetting.forget(connection, rows, address, by=by, why=why, at=now())
        with self._telling() as connection:
            forgetting.scrub(connection)
        return gone

    def faults(self) -> list[str]:
        """Return what is wrong with the file, its tables and its chain of decisions; empty where all is well."""
        with self._telling() as connection:
            return [*file.faults(connection), *chain.faults(connection)]

    def stale(self) -> list[str]:
        """Return which reports' claims are not what analyses and decisions make of them; writers wait meanwhile."""
        with self._telling() as connection:
            return checking.stale(connection, self.outlets)
