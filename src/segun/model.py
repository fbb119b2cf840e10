"""The records that every step passes on: a report, its sources, its claims and their anchors.

All records are frozen. Every :class:`Span` is half-open, in Unicode code points of ``Report.text``, the text as it
was read. The module imports nothing of segun's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

SourceKind = Literal["person", "organisation", "document", "group", "place", "unnamed"]
How = Literal["said", "adjunct", "continued", "document"]
Quotation = Literal["direct", "indirect", "mixed", "none"]
Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"]
SpeechAct = Literal[
    "assert", "deny", "promise", "order", "request", "threaten", "stipulate", "evaluate", "ask", "predict"
]
Polarity = Literal["+", "-"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["continent", "region", "country", "adm1", "adm2", "town", "site"]
"""A region is an informal one (Donbass, Sahel); a site is what lies in a town or has a name of its own (an airport)."""
AREAS: frozenset[PlaceKind] = frozenset({"continent", "region", "country", "adm1", "adm2"})
"""Kinds of places whose point is only their middle, and not where something happened."""


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a report's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def wording(text: str, spans: Iterable[Span], gap: str = " … ") -> str:
    """Return the words that ``spans`` cover in ``text``, joined by ``gap`` where something lies between them."""
    return gap.join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class Input:
    """How a report was read."""

    sha256: str
    """SHA-256 of the bytes as they came, in hex."""
    decoder: str
    """The encoding that turned bytes into characters, or the format that carries its own."""
    extractor: str
    """What took the text out of its container: ``text``, ``html``, ``pdf``, ``docx``, ``jsonl``."""
    mended: bool = False
    """Whether mojibake was mended."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that the text credits outside its claims: *(EFE)*, *con información de …*."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One text as it was read, at its place and time.

    Metadata is taken only where the input gives it; ``published`` is never guessed from the clock.
    """

    key: str
    """The file's name without its ending, or the id that a JSONL line gave; unique within one output."""
    text: str
    language: str | None = None
    """BCP 47; ``None`` until it is given or found."""
    published: str | None = None
    """ISO 8601 date, or date-time with zone."""
    retrieved: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credits: tuple[Credit, ...] = ()
    location: str | None = None
    """Path or URL that it was read from."""
    input: Input | None = None

    @property
    def text_id(self) -> str:
        """SHA-256 of the text in UTF-8, in hex: equal texts share one analysis."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """What tells this text at this place and time from the same text elsewhere: a short hex digest."""
        where = "\0".join(part or "" for part in (self.text_id, self.outlet, self.location, self.published))
        return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Source:
    """A person, organisation, document or group, or somebody unnamed, that asserts something."""

    id: str
    name: str
    """The fullest name that the report gives."""
    kind: SourceKind
    mentions: Spans
    aliases: tuple[str, ...] = ()
    stands_for: str | None = None
    """The state that speaks where it is named so, ISO 3166-1 alpha-2: ``RU`` for *Moscú*, *el Kremlin*, *Rusia*."""


@dataclass(frozen=True, slots=True)
class Relay:
    """One source and cue between the reader and the content."""

    source: str | None
    """An id in the analysis' sources; ``None`` where the wording names nobody (*se informó*)."""
    source_spans: Spans
    cue_spans: Spans
    how: How


@dataclass(frozen=True, slots=True)
class Argument:
    """A dependent of a proposition's predicate; ``role`` is its Universal Dependencies relation."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate (a lemma) with its arguments and polarity."""

    predicate: str
    spans: Spans
    polarity: Polarity
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A content with its relays, from the one nearest to the reader to the one who asserts it.

    Without relays, the report itself asserts it.
    """

    id: str
    spans: Spans
    relays: tuple[Relay, ...]
    quotation: Quotation
    factuality: Factuality
    speech_act: SpeechAct
    confidence: float
    """How likely both content and innermost source are right, 0 to 1."""
    quoted_wording: Spans = ()
    condition: Span | None = None
    parent: str | None = None
    """The claim within which this one is nested."""
    propositions: tuple[Proposition, ...] = ()
    headline: bool = False
    """Whether the claim stands in the report's headline."""
    attributed_by: str | None = None
    """For a headline in the report's own voice: the claim of the body that attributes the same content."""
    rule: str = ""
    """The construction by which it was found, for inspection; no part of the contract."""

    @property
    def continued(self) -> bool:
        """Whether nothing in this sentence attributes it and an earlier attribution carries on."""
        return bool(self.relays) and self.relays[-1].how == "continued"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that an open time may have, and why: *2025-04-28, published two days later*."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value, ``XXXX-04-28`` where the year is unknown."""

    span: Span
    type: TimeType
    value: str | None
    claims: tuple[str, ...] = ()
    """The claims that it dates."""
    relates_to: Literal["event", "saying"] | None = None
    """Whether it tells when something happened or when somebody said so."""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """The smallest area known to contain a place that has no point of its own."""

    name: str
    country: str | None
    gazetteer_id: str | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another entry of the gazetteer that a place's name may mean, and why it was not taken."""

    name: str
    country: str | None
    gazetteer_id: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the report names; without coordinates where only the area around it is known."""

    span: Span
    name: str | None
    """The gazetteer's name; ``None`` where no entry fits."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    lat: float | None
    """Degrees north."""
    lon: float | None
    """Degrees east."""
    inside: Area | None
    confidence: float
    claims: tuple[str, ...] = ()
    gazetteer_id: str | None = None
    kind: PlaceKind | None = None
    metonymy: bool = False
    """Whether the name stands for those who sit there (*Moscú dijo*), and is no place where something happened."""
    disputed: str | None = None
    """Who disputes it, in a few words, where states disagree whose it is."""
    alternatives: tuple[Alternative, ...] = ()
    why: str = ""
    """What decided for this entry, in a few words."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``value_max`` is set for a range."""

    span: Span
    value: float | None
    unit: str | None
    value_max: float | None = None
    approximate: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Ordered stages: *desde … pasando a … luego … finalmente*."""

    steps: Spans
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Two claims of which the text says that what the one tells came before what the other tells."""

    before: str
    after: str
    """Ids of claims."""
    cue: Span
    """The words that say so: *después*, *cuando estuvieron listos*, *luego*."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Somebody owes something, under a condition or none: *if X is attacked, Y shall help*."""

    claim: str
    duty: Span
    """What is owed: the clause that lays it down."""
    debtor: Spans = ()
    creditor: Spans = ()
    """Empty where the text names none."""
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysed report: what ``contract/report.schema.json`` describes."""

    report: Report
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    orders: tuple[Order, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    _by_id: dict[str, Source] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update((source.id, source) for source in self.sources)

    def source(self, id: str) -> Source:
        """Return the source with this id.

        Raises:
            KeyError: no source has it.
        """
        return self._by_id[id]


DecisionKind = Literal[
    "accept",
    "reject",
    "correct",
    "add",
    "merge",
    "split",
    "note",
    "verdict",
    "grade",
    "undo",
    "forget",
    "rename",
    "same",
    "different",
    "derived",
    "independent",
]
Derived = Literal["copy", "edit", "rewrite", "translation", "relay"]
"""How a report has something from another one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody said of a claim, a source or a report; appended to a ledger, never overwritten."""

    number: int
    """Its place in the ledger's chain, counted from 1."""
    id: str
    """SHA-256 over the one before it and itself, in hex: what chains it."""
    kind: DecisionKind
    target: str
    """The key of a claim or source, the id of a report, or the number of a decision."""
    body: Mapping[str, Any] | None
    """What it sets, by field; ``None`` once it has been forgotten."""
    by: str
    at: str
    """ISO 8601 date-time in UTC."""
    why: str | None
    """``None`` where nothing was said, or once it has been forgotten."""
    undone: bool = False
    """Whether a later decision undid it."""
