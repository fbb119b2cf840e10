"""What a ledger hands out: rows as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from segun.model import SourceKind


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report in a ledger, without its text."""

    row: int
    report_id: str
    key: str
    text_id: str
    place: str | None
    version: int
    """Counted from 1 among the reports of its place."""
    outlet: str | None
    published: str | None
    title: str | None
    language: str | None
    added: str
    claims: int
    sightings: int


@dataclass(frozen=True, slots=True)
class Link:
    """One relay of a found claim."""

    source: str | None
    """The source's key; ``None`` where the wording names nobody."""
    name: str | None
    """As the ledger calls it."""
    cue: str
    how: str


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in a ledger, as one report carries it."""

    key: str
    report: str
    """The report's key."""
    outlet: str | None
    published: str | None
    language: str | None
    content: str
    relays: tuple[Link, ...]
    """From the one nearest to the reader to the one who asserts it; none where the report itself does."""
    factuality: str
    speech_act: str
    quotation: str
    confidence: float
    review: str
    condition: str | None
    headline: bool
    times: tuple[str, ...]
    """TIMEX3 values; the words where there is none."""
    places: tuple[str, ...]
    row: int
    carried: int | None = None
    """How many reports carry what it says, by the last trace; ``None`` where it was not traced."""
    origins: int | None = None
    """How many independent origins it has; the least of its groups that several reports carry, or of all."""

    @property
    def said_by(self) -> tuple[str, ...]:
        """The names of its relays' sources."""
        return tuple(link.name or "nobody named" for link in self.relays)


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source in a ledger."""

    row: int
    key: str
    name: str
    kind: SourceKind
    names: tuple[str, ...]
    """Every name that reports give it."""
    claims: int
    """That it asserts."""
    relayed: int
    """That it relays."""
    reports: int
    grade: str | None = None
    """Its Admiralty grade, where somebody gave one: A to F."""
    stands_for: str | None = None
    """The state that speaks where it is named so, ISO 3166-1 alpha-2: *Moscú*, *el Kremlin*."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words that two versions of a report have or have not in common."""

    kind: str
    """``same``, ``gone``, ``new``."""
    words: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, or a report that could not be analysed, in one run."""

    place: str
    problem: str
    remedy: str


Row = tuple[Any, ...]
