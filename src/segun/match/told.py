"""A report as matching sees it: its analysis, who published it, when, and what its words mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from itertools import pairwise

from anyascii import anyascii

from segun import lang
from segun.lang.concepts import Concepts
from segun.lang.folding import fold
from segun.lang.matchwords import MatchWords
from segun.ledger.words import stem
from segun.match.who import HOUSES, who
from segun.match.words import word_spans
from segun.model import Analysis, Span
from segun.outlets.names import key as form_of
from segun.prepare.quotations import quotations

_PHRASE = 8
"""Words among which a phrase that begins with a denial and denies nothing is looked for."""

_THINGS = ("things", "matters", "cargo", "places")
_UNCOUNTED = ("attributes", "bodies", "countries", "doing", "movement", "qualities")
"""Sections of concepts."""


@dataclass(frozen=True, eq=False)
class Told:
    """One report of a ledger."""

    key: str
    analysis: Analysis
    keys: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The ledger's key of each claim, by its id."""
    owner: str | None = None
    """Who owns the outlet, where the user's list of outlets says that owners count as one."""

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.analysis.report.text

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.analysis.report.outlet

    @cached_property
    def outlet_form(self) -> str | None:
        """The outlet's name without what spellings of it may differ in."""
        return form_of(self.outlet) if self.outlet else None

    @cached_property
    def institution(self) -> bool:
        """Whether who published it is an office, a company or its press office: a source that speaks for itself."""
        known = who(self.outlet, self.language) if self.outlet else None
        return known is not None and bool(known.speaks or known.offices & HOUSES)

    @cached_property
    def language(self) -> str:
        """BCP 47 without its parts, empty where it is unknown."""
        return (self.analysis.report.language or "").partition("-")[0]

    @cached_property
    def published(self) -> float | None:
        """Seconds since 1970, or ``None`` where no date was given; a time without a zone is taken as UTC."""
        try:
            when = datetime.fromisoformat(self.analysis.report.published or "")
        except ValueError:
            return None
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()

    @property
    def rank(self) -> tuple[float, str]:
        """What reports are sorted by: time, then key; those without a time come last."""
        return (float("inf") if self.published is None else self.published, self.key)

    @cached_property
    def match(self) -> MatchWords:
        """What its language parts, denies and passes over with."""
        return lang.matchwords(self.language)

    @cached_property
    def spans(self) -> list[Span]:
        """Where its words stand."""
        return word_spans(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return [fold(span.of(self.text)) for span in self.spans]

    @cached_property
    def meanings(self) -> list[tuple[int, int, str]]:
        """The concepts that its words name: index of the first word, index behind the last one, id of the concept.

        A word that any statement holds (*para*) names none only because it has the stem of one (*paro*).
        """
        known, idle = Concepts.load(self.language), self.match.idle
        return [
            each
            for each in known.found(self.words)
            if each[1] - each[0] > 1 or (word := self.words[each[0]]) not in idle or word in known.exact
        ]

    @property
    def measures(self) -> frozenset[str]:
        """The concepts that are measures: *kilometre*."""
        return Concepts.load(self.language).of("measures")

    @property
    def describing(self) -> frozenset[str]:
        """The concepts that are told of a thing and are none: *new*, *official*."""
        return Concepts.load(self.language).of("attributes")

    @property
    def things(self) -> frozenset[str]:
        """The concepts that are things and places: *train*, *room*."""
        return _of_sections(self.language, _THINGS)

    @property
    def uncounted(self) -> frozenset[str]:
        """The concepts that a number hardly ever counts: what is done, offices, countries, what is told of a thing."""
        return _of_sections(self.language, _UNCOUNTED)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words as names are compared."""
        return frozenset(form_of(span.of(self.text)) for span in self.spans)

    @cached_property
    def written(self) -> str:
        """All of it as names are compared."""
        return f" {form_of(self.text)} "

    @cached_property
    def small(self) -> frozenset[str]:
        """Its words that are somewhere written small, as names are compared."""
        return frozenset(form_of(word) for span in self.spans if (word := span.of(self.text))[:1].islower())

    @cached_property
    def predicates(self) -> list[Span]:
        """Where the predicates of its claims' propositions stand, in order."""
        claims = self.analysis.claims
        return sorted({span for claim in claims for each in claim.propositions for span in each.spans})

    @cached_property
    def quoted(self) -> list[Span]:
        """Where it gives somebody's words, word for word."""
        return [span for claim in self.analysis.claims if claim.quotation == "direct" for span in claim.spans]

    @cached_property
    def marked(self) -> list[Span]:
        """Where what it gives word for word stands, and all else that stands in quotation marks, in order."""
        starts = [0, *(at + 1 for at, letter in enumerate(self.text) if letter == "\n"), len(self.text) + 1]
        lines = [Span(start, end - 1) for start, end in pairwise(starts) if end - 1 > start]
        found: list[Span] = []
        for span in sorted([*self.quoted, *(each.outer for line in lines for each in quotations(self.text, line))]):
            if found and span.start <= found[-1].end:
                found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
            else:
                found.append(span)
        return found

    @cached_property
    def last_line(self) -> Span:
        """Where its last line stands that holds more than blanks."""
        end = len(self.text.rstrip())
        return Span(self.text.rfind("\n", 0, end) + 1, end)

    def within(self, span: Span) -> range:
        """Return the indexes of the words that begin within a stretch."""
        starts = self._starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def meant(self, inside: range) -> list[tuple[int, int, str]]:
        """Return the concepts among some of its words."""
        first = bisect_left(self._meaning_starts, inside.start)
        found = []
        for meaning in self.meanings[first:]:
            if meaning[0] >= inside.stop:
                break
            found.append(meaning)
        return found

    def denied(self, inside: range) -> bool:
        """Whether some of its words deny a clause: *no*, *ningún*, but not *with no*, *sin*, *nothing but*."""
        return any(
            self.words[at] in self.match.denials
            and not (at and self.words[at - 1] in self.match.with_)
            and not self.match.affirming.match(" ".join(self.words[at : at + _PHRASE]))
            for at in inside
        )

    def sentence_of(self, span: Span) -> range:
        """Return the indexes of the words from the beginning of the sentence that a stretch begins in to its end."""
        first = max(self.text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! ", ".\u00a0"))
        return self.within(Span(max(0, first + 1), span.end))

    def named(self, at: int, inside: range) -> bool:
        """Whether a word of a stretch is written as a name: with a capital, which its place alone does not explain.

        Args:
            at: the word's index.
            inside: the stretch; its first word is a name where the report writes it with a capital elsewhere too.
        """
        capital = self.spans[at].of(self.text)[:1].isupper()
        return capital and (at > inside.start or self.words[at] in self._capitals)

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""
        return stem(word, self.language)

    def name_of(self, word: str) -> str:
        """Return what the spellings of a word of a name share."""
        return anyascii(word).lower()

    @cached_property
    def _capitals(self) -> frozenset[str]:
        found = set()
        for at, span in enumerate(self.spans):
            before = self.text[max(0, span.start - 2) : span.start]
            if at and span.of(self.text)[:1].isupper() and before[-1:] in " (" and before[:1] not in '.!?:\n"»”':
                found.add(self.words[at])
        return frozenset(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _meaning_starts(self) -> list[int]:
        return [meaning[0] for meaning in self.meanings]


@cache
def _of_sections(language: str, sections: tuple[str, ...]) -> frozenset[str]:
    known = Concepts.load(language)
    return frozenset[str]().union(*(known.of(section) for section in sections))
