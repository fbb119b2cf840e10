"""What a worker does with one input or report, and what it hands back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from segun.errors import ReadError, SegunError, own_fault
from segun.ledger.ledger import Ledger
from segun.ledger.packing import Packed, pack
from segun.ledger.records import Failure
from segun.model import Analysis, Report
from segun.read import Overrides, read
from segun.settings import CarryOn

if TYPE_CHECKING:
    from segun.gazetteer import Gazetteer

Done = Packed | Report | Failure
"""A report with its analysis, a report whose text's analysis the ledger has, or why there is none."""


@dataclass(frozen=True, slots=True)
class Method:
    """How reports are analysed."""

    carry_on: CarryOn = "cautious"
    models: tuple[tuple[str, str], ...] = ()
    """spaCy models to use instead of the usual ones, by language code."""
    places: bool = True
    weights: Path | None = None
    """The user's own weights of the second opinion."""

    @property
    def program(self) -> str:
        """The method as a ledger writes it beside what it found."""
        from segun import __version__

        models = [f"model.{code}={name}" for code, name in self.models]
        places = [] if self.places else ["places=no"]
        weights = [f"weights={_digest(self.weights)}"] if self.weights is not None else []
        return " ".join([f"segun {__version__}", f"continue={self.carry_on}", *models, *places, *weights])


def _digest(path: Path) -> str:
    """Return what tells one file of weights from another; an unreadable one is told when it is used."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else path.name


@dataclass
class Analyst:
    """Reads and analyses; models and gazetteer are loaded with the first report that needs them."""

    ledger: Path
    method: Method
    overrides: Overrides

    def file(self, name: str) -> Iterator[Done]:
        """Yield what came of each report in a file; those that the ledger has are not analysed."""
        for item in read([name], self.overrides):
            if isinstance(item, ReadError):
                yield failure(item.location, item)
            else:
                yield self.report(at_its_place(item))

    def report(self, report: Report) -> Done:
        """Return what came of a report."""
        try:
            if self._known.state(report, self.method.program) != "new":
                return report
            return self.again(report)
        except SegunError as error:
            return failure(report.location or report.key, error)

    def again(self, report: Report) -> Done:
        """Return what came of a report, whether the ledger has an analysis of it or not."""
        try:
            return pack(self._analysis(report), report, self.method.program)
        except SegunError as error:
            return failure(report.location or report.key, error)
        except Exception as error:  # noqa: BLE001 - one report on which segun itself fails must not cost the others
            return failure(report.location or report.key, own_fault(error, "run `segun report` on it"))

    def _analysis(self, report: Report) -> Analysis:
        from segun.attribute.judging import judge
        from segun.pipeline import analyze

        return analyze(
            report,
            carry_on=self.method.carry_on,
            models=dict(self.method.models),
            gazetteer=self._gazetteer,
            judge=judge(self.method.weights),
        )

    @cached_property
    def _known(self) -> Ledger:
        return Ledger(self.ledger, readonly=True)

    @cached_property
    def _gazetteer(self) -> Gazetteer | None:
        from segun.gazetteer import open_or_build

        return open_or_build() if self.method.places else None


def failure(place: str, error: SegunError) -> Failure:
    """Return an error as a ledger keeps it."""
    return Failure(place, error.problem, error.remedy)


def at_its_place(report: Report) -> Report:
    """Return the report with an absolute path, so that it is the same report from whatever folder it is added."""
    place = report.location
    if place is None or "://" in place:
        return report
    return replace(report, location=str(Path(place).absolute()))
