"""What tracing a ledger finds: groups of statements that say the same, derivations between reports, and links.

All records are frozen. Reports are named by their key, claims by theirs. Every :class:`~segun.model.Span` points into
the text of the report that is named beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from segun.model import Derived, Factuality, Span, Spans

LinkKind = Literal["contradicts", "revises"]
LinkOf = Literal["number", "time", "place", "polarity"]
PassageKind = Literal["taken", "quoted", "boilerplate"]
"""Words taken over; words that both quote; words that the outlet always writes, or that everybody does."""
LossKind = Literal["lost", "strengthened", "named", "headline"]
"""Attribution lost; a conditional made a fact; somebody unnamed made somebody named; a headline bare of its body's
attribution."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one report says in a claim, or in a part of it that stands alone; one place where a group's words stand."""

    report: str
    claim: str
    spans: Spans
    text: str
    sources: tuple[str | None, ...] = ()
    """Who stands between the reader and the statement, outermost first; ``None`` for somebody unnamed."""
    factuality: Factuality = "CT+"


@dataclass(frozen=True, slots=True)
class Member:
    """A statement in a group, and where it comes from as far as can be told."""

    statement: Statement
    origin: str | None
    """The ultimate source; ``None`` where it cannot be told."""
    why: tuple[str, ...] = ()
    """What made it a member, in words: the statement that it is most like, and what the two have in common."""
    weighed: tuple[str, ...] = ()
    """The features that counted, each with what it added to the log-odds, strongest first."""


@dataclass(frozen=True, slots=True)
class Origin:
    """An ultimate source of a group, and the reports that go back to it."""

    source: str
    reports: tuple[str, ...]
    first: str | None = None
    """When the earliest of these reports was published, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one or more reports that assert the same."""

    id: str
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    independent_origins: int
    origin_unknown: tuple[str, ...]
    """Reports whose lineage cannot be told."""
    sentence: str
    """What a person can quote."""
    unestablished: tuple[tuple[str, str], ...] = ()
    """Pairs of origins of which it cannot be told whether they are independent."""
    circular: tuple[str, ...] = ()
    """Those of the reports of unknown lineage whose outlets cite each other in a circle."""

    @property
    def carrying(self) -> int:
        """How many reports carry the claim."""
        return len({each.statement.report for each in self.members})


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text and the stretch of the other that it was taken over as."""

    a: Span
    b: Span
    same: float
    """Share of the words that the two have in common, 0 to 1."""
    kind: PassageKind = "taken"


@dataclass(frozen=True, slots=True)
class Loss:
    """A statement whose attribution got lost or strengthened between two reports, or within one."""

    kind: LossKind
    before: Statement
    after: Statement


@dataclass(frozen=True, slots=True)
class Derivation:
    """A report that has something from another one."""

    report: str
    parent: str
    how: Derived
    known: bool
    """Whether the direction is; if not, the two are only related."""
    confidence: float
    evidence: tuple[str, ...]
    losses: tuple[Loss, ...] = ()
    circular: bool = False
    """Whether the parent's own lineage leads back to the report's outlet."""
    passages: tuple[Passage, ...] = ()
    """What both have word for word, ``a`` in the parent, ``b`` in the report."""

    @property
    def laundered(self) -> bool:
        """Whether the report lost the attribution of something, or made it certain or somebody's by name.

        A report that credits its parent (a relay, a citation in a circle) leaves its readers a way back: of it only
        what it lost counts. ``losses`` has all.
        """
        credits = self.how == "relay" or self.circular
        return any(loss.kind == "lost" or not credits for loss in self.losses)


@dataclass(frozen=True, slots=True)
class Link:
    """Two groups that cannot both be right, or of which one is a later figure of the other's source."""

    a: str
    """Of a revision: the later one."""
    b: str
    kind: LinkKind
    what: LinkOf | None
    why: str = ""
    said: tuple[Statement, ...] = ()
    """The two statements that conflict, that of ``a`` and that of ``b``."""


@dataclass(frozen=True, slots=True)
class Trace:
    """All that was found in a ledger."""

    groups: tuple[Group, ...]
    derivations: tuple[Derivation, ...]
    links: tuple[Link, ...]
    headlines: tuple[Loss, ...] = ()
    """Headlines that assert what their own text only attributes."""
