"""The formats that a ledger can be written in, and read back from: one module each, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Protocol, cast

from segun.errors import SegunError
from segun.ledger.ledger import Ledger
from segun.model import Analysis, Decision
from segun.tongue import marked

Write = Callable[..., Sequence[str] | None]
"""Writes one analysis with the decisions on it; may return the keys of claims on which people decided in vain."""


class Module(Protocol):
    """What every format's module has."""

    DROPS: str
    """What the format cannot hold."""
    BINARY: bool
    """Whether its file is opened in bytes."""

    def writing(self, out: IO[Any], /) -> AbstractContextManager[Write]:
        """Open the format on a file; gives what writes one analysis with the decisions on it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    module: str
    ending: str
    """Of its files, with the dot."""
    summary: str
    extra: str | None = None
    """What has to be installed beside segun: ``pip install 'segun[extra]'``."""
    reads: bool = False
    """Whether it can be read back."""
    traces: bool = False
    """Whether what writes it takes what the last trace found, too."""

    def write(self, write: Write, analysis: Analysis, decisions: Sequence[Decision], ledger: Ledger) -> Sequence[str]:
        """Write one analysis of a ledger, with all that the format takes.

        Args:
            write: what the format's module gives.
            analysis: after what people decided.
            decisions: those on it.
            ledger: where it is from.

        Returns:
            The keys of claims on which people decided in vain.
        """
        if self.traces:
            from segun.export.lineage import lineage

            return write(analysis, decisions, lineage(ledger, analysis.report.key)) or ()
        return write(analysis, decisions) or ()

    def load(self) -> Module:
        """Return the format's module."""
        return cast("Module", import_module(f"segun.export.{self.module}"))

    def reading(self, stream: IO[Any]) -> Iterator[Analysis]:
        """Yield the analyses in a file of this format.

        Raises:
            SegunError: it cannot be read back, or is no such file.
        """
        if not self.reads:
            raise SegunError(f"{self.name} cannot be read back.", f"Give one of {', '.join(readable())}.")
        for found in cast("Any", self.load()).reading(stream):
            yield found[0] if isinstance(found, tuple) else found  # JSONL gives decisions along


FORMATS: tuple[Format, ...] = (
    Format(
        "jsonl",
        "jsonl",
        ".jsonl",
        marked("one JSON object a report, as `segun report --json` prints it"),
        reads=True,
        traces=True,
    ),
    Format("gold", "gold", ".jsonl", marked("what people decided of claims, for `segun evaluate` and `segun train`")),
    Format("parquet", "parquet", ".parquet", marked("one row a claim, for DuckDB, Polars and pandas"), traces=True),
    Format("csv", "acled", ".csv", marked("one row a dated or placed claim, with ACLED's columns"), traces=True),
    Format("geojson", "geojson", ".geojson", marked("one feature for each place that a claim names"), traces=True),
    Format(
        "webannotation",
        "webannotation",
        ".jsonld",
        marked("W3C Web Annotation with PROV-O, as JSON-LD"),
        reads=True,
        traces=True,
    ),
    Format(
        "followthemoney", "followthemoney", ".ftm.json", marked("FollowTheMoney entities, for OpenAleph"), traces=True
    ),
    Format("stix", "stix", ".stix.json", marked("a STIX 2.1 bundle, for threat intelligence platforms"), traces=True),
    Format("cas", "cas", ".zip", marked("UIMA CAS as XMI, for INCEpTION"), "cas", reads=True),
    Format("cas-json", "cas_json", ".zip", marked("UIMA CAS as JSON, for INCEpTION"), "cas", reads=True),
)


def format_of(name: str) -> Format:
    """Return the format of this name.

    Raises:
        SegunError: there is none.
    """
    for each in FORMATS:
        if each.name == name:
            return each
    raise SegunError(f"There is no format {name!r}.", f"Give one of {', '.join(each.name for each in FORMATS)}.")


def readable() -> tuple[str, ...]:
    """Return the names of the formats that can be read back."""
    return tuple(each.name for each in FORMATS if each.reads)
