"""What is compared: each report's claims, cut where one says several things, with what each part is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from segun.match.cutting import LEAST, figured, figures_in, parts, sentences, trimmed, undated
from segun.match.figures import TOLL, Clock, Count, Day, clocks, counts, days
from segun.match.records import Statement
from segun.match.told import Told
from segun.match.who import HOUSES, who
from segun.model import Claim, Relay, Span, Spans, wording
from segun.outlets.names import key as form_of

_BYLINE = re.compile(r"[^|\n]{2,60}(\|[^|\n]{2,60})+")  # Litoral | Puerto Alsina
_PLACED = re.compile(r"[^\W\d_][^\n()]{1,50}\([^()\n]{2,40}\)\W*")  # CORRAN, May 14 (Northgate)
_WORD = re.compile(r"\w+")
_KNOWN = "known"
"""The rule by which a claim of what somebody knows was found."""
_OPENING = 6
"""Words among which the subject of a statement is looked for."""
_MOSTLY = 0.5
"""Share of a claim from which one within it stands for it."""
_LONG = 7
"""Words from which what stands between claims states something of its own."""
_FEW = 7
"""Words under which a statement is shown with who says it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what it is about; spans and figures point into its report's text."""

    id: str
    told: Told = field(repr=False, compare=False)
    claim: Claim
    spans: Spans
    text: str
    counts: tuple[Count, ...] = ()
    clocks: tuple[Clock, ...] = ()
    days: tuple[Day, ...] = ()
    around: bool = False
    """Whether the words stand around the claim, with its cue, and not within it."""

    @property
    def report(self) -> str:
        """The key of its report."""
        return self.told.key

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The names of its relays' sources, outermost first."""
        return tuple(_called(self.told, relay) for relay in self.claim.relays)

    @property
    def source_forms(self) -> tuple[str | None, ...]:
        """The same without what spellings of a name may differ in."""
        return tuple(name and form_of(name) for name in self.sources)

    @property
    def figures(self) -> tuple[Span, ...]:
        """Where its counts and clock times stand."""
        return (*(each.span for each in self.counts), *(each.span for each in self.clocks))

    @property
    def speaking(self) -> frozenset[int]:
        """The indexes of its words that name who speaks."""
        spans = [span for relay in self.claim.relays for span in (*relay.source_spans, *relay.cue_spans)]
        inside = self.told.within(self.spans[0])
        if inside and self.bare and self.claim.rule != _KNOWN:  # Mayor Olmedilla speaks of …
            last = self.told.spans[inside[:_OPENING][-1]].end
            opening = Span(self.spans[0].start, last)
            named = (source for source in self.told.analysis.sources if source.kind in {"person", "organisation"})
            spans.extend(span for source in named for span in source.mentions if opening.holds(span))
        return frozenset(at for span in spans for at in self.told.within(span))

    @property
    def content(self) -> str:
        """Its words without those that name who speaks."""
        if not self.around:
            return self.text
        words = (at for span in self.spans for at in self.told.within(span) if at not in self.speaking)
        return " ".join(self.told.spans[at].of(self.told.text) for at in words)

    def whos(self) -> list[tuple[str, str, str | None]]:
        """Return the names of its relays' sources with the language and each one's state; for :func:`who`."""
        found = []
        for relay in self.claim.relays:
            if relay.source:
                source = self.told.analysis.source(relay.source)
                name = _called(self.told, relay) or source.name
                found.append((name, self.told.language, source.stands_for))
        return found

    @property
    def claim_key(self) -> str:
        """The key of its claim in the ledger."""
        return self.told.keys.get(self.claim.id, f"{self.told.key}/{self.claim.id}")

    @property
    def record(self) -> Statement:
        """The same as it is handed out."""
        spans = self._shown
        text = wording(self.told.text, spans)
        return Statement(self.report, self.claim_key, spans, text, self.sources, self.claim.factuality)

    @property
    def _shown(self) -> Spans:
        """Where it stands; a few words (*19 confirmed cases*) with who says them where that is right beside them."""
        inside = [at for span in self.spans for at in self.told.within(span)]
        if self.around or not self.claim.relays or len(inside) >= _FEW:
            return self.spans
        relay, start = self.claim.relays[-1], self.spans[0].start
        for span in sorted((*relay.source_spans, *relay.cue_spans), reverse=True):
            if span.end <= start and len(self.told.within(Span(span.end, start))) < LEAST:
                start = span.start
        return (Span(start, self.spans[0].end), *self.spans[1:])

    @property
    def opening_form(self) -> str:
        """Its first words as names are compared."""
        inside = self.told.within(self.spans[0])
        return form_of(" ".join(self.told.spans[at].of(self.told.text) for at in inside[:_OPENING]))

    @property
    def bare(self) -> bool:
        """Whether the report itself asserts it."""
        return not self.claim.relays


def _called(told: Told, relay: Relay) -> str | None:
    """Return what a relay's source is called: its name, or its words here where they are another's name.

    So are they where they name an office, and no other mention of the source gives it any.
    """
    if not relay.source:
        return None
    source = told.analysis.source(relay.source)
    here = wording(told.text, relay.source_spans)
    ours, theirs = who(here, told.language), who(source.name, told.language)
    if ours.names:
        return here if ours.names.isdisjoint(theirs.names) else source.name or None
    office = ours.offices & HOUSES and not ours.indefinite and theirs.names and not theirs.offices
    others = (each.of(told.text) for each in source.mentions if each not in relay.source_spans)
    given = office and any(ours.offices & who(other, told.language).offices for other in others)
    return here if office and not given else source.name or None


def statements(told: Told) -> list[Said]:
    """Return the statements of a report in reading order."""
    found: list[Said] = []
    claims = [_known(told, each) for each in told.analysis.claims if not _only_holds(told, each)]
    for claim in claims:
        for number, spans in enumerate(parts(told, claim)):
            if _BYLINE.fullmatch(wording(told.text, spans)) or _PLACED.fullmatch(wording(told.text, spans)):
                continue
            if (claim.headline or _whole_line(told, spans)) and not any(
                figures_in(told, span) or _tells(told, told.within(span)) for span in spans
            ):
                continue  # it names a matter, or somebody, and says nothing of it
            said = _said(told, claim, f"{claim.id}.{number}", spans)
            if said is not None:
                found.extend(_by_figure(said))
    found.extend(_around(told, claims))
    return sorted(_once(found), key=lambda said: (said.spans, said.id))


def _once(found: list[Said]) -> list[Said]:
    """Return the statements without those that only say what a deeper one within them says."""
    kept: list[Said] = []
    for said in found:
        if any(other.spans == said.spans and other.sources == said.sources and _alike(said, other) for other in kept):
            continue
        inner = [
            other
            for other in found
            if other is not said
            and len(other.claim.relays) > len(said.claim.relays)
            and _covered(said.spans, other.spans) >= _MOSTLY
            and set(said.figures) <= set(other.figures)
        ]
        if not inner:
            kept.append(said)
    return kept


def _alike(said: Said, other: Said) -> bool:
    """Whether two statements in the same words tell the same figures."""
    return (said.counts, said.clocks, said.days) == (other.counts, other.clocks, other.days)


def _by_figure(said: Said) -> list[Said]:
    """Return a statement that counts one thing twice as one for each number: *raised it from 40 to 65*."""
    for count in said.counts:
        same = [other for other in said.counts if other.of & count.of and not other.agrees(count)]
        if same and not count.of & TOLL:
            first, *rest = (count, *same)
            others = tuple(each for each in said.counts if each not in (count, *same))
            split = [replace(said, id=f"{said.id}/{at}", counts=(each, *others)) for at, each in enumerate(rest, 1)]
            return [replace(said, counts=(first, *others)), *split]
    return [said]


def _covered(spans: Spans, by: Spans) -> float:
    size = sum(span.end - span.start for span in spans)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in by) / max(1, size)


def _said(told: Told, claim: Claim, name: str, spans: Spans, *, around: bool = False) -> Said | None:
    spans = tuple(span for span in spans if span.end > span.start)
    text = wording(told.text, spans)
    numbers = tuple(each for span in spans for each in counts(told, span))
    if len(_WORD.findall(text)) < (LEAST - 1 if numbers else LEAST):
        return None
    return Said(
        id=f"{told.key}/{name}",
        told=told,
        claim=claim,
        spans=spans,
        text=text,
        counts=numbers,
        clocks=tuple(each for span in spans for each in clocks(told, span)),
        days=tuple(each for span in spans for each in days(told, span)),
        around=around,
    )


def _only_holds(told: Told, claim: Claim) -> bool:
    """Whether nearly all of a claim are claims nested in it, or all are these and who says them."""
    within = [other for other in told.analysis.claims if other.parent == claim.id]
    inner = tuple(span for other in within for span in other.spans)
    if not inner or _covered(claim.spans, inner) > _MOSTLY:
        return bool(inner)
    saying = [span for other in within for span in (*other.relays[-1].source_spans, *other.relays[-1].cue_spans)]
    words = (at for span in claim.spans for at in told.within(span))
    left = (at for at in words if not any(each.holds(told.spans[at]) for each in (*inner, *saying)))
    return all(told.words[at] in told.match.idle for at in left)


def _known(told: Told, claim: Claim) -> Claim:
    """Return a claim of what somebody knows as one of who tells so: *the authorities had known that …*."""
    if not claim.relays or claim.quotation != "indirect":
        return claim
    knowing = claim.relays[-1]
    said = {told.words[at] for span in knowing.cue_spans for at in told.within(span)}
    if said.isdisjoint(told.match.knowing) or not knowing.source_spans:
        return claim
    start = min(span.start for span in (*knowing.source_spans, *claim.spans))
    return replace(claim, rule=_KNOWN, relays=claim.relays[:-1], spans=(Span(start, claim.spans[-1].end),))


def _whole_line(told: Told, spans: Spans) -> bool:
    """Whether some spans are all of a line: a byline, a subheading."""
    start, end = spans[0].start, spans[-1].end
    return told.text[:start].rpartition("\n")[2].strip() == "" and told.text[end:].partition("\n")[0].strip(" .") == ""


def _tells(told: Told, inside: range) -> bool:
    """Whether a predicate stands among some words."""
    spans = [told.spans[at] for at in inside]
    return any(each.touches(word) for each in told.predicates for word in spans)


def _around(told: Told, claims: Sequence[Claim]) -> Iterator[Said]:
    """Yield what stands with a claim's cue, outside every claim, and tells something: *he put it at 03:15*."""
    taken = sorted(span for claim in claims for span in claim.spans)
    cues = [span for claim in claims for relay in claim.relays for span in (*relay.cue_spans, *relay.source_spans)]
    at = 0
    for whole in sentences(told.text, Span(0, len(told.text))):
        sentence = undated(told.text, whole)
        inside = [span for span in taken if span.start < sentence.end and sentence.start < span.end]
        if not inside:
            continue
        free = [part for span in _free(sentence, inside) for part in figured(told, span)]
        owner = next(c for c in claims if any(s.start < sentence.end and sentence.start < s.end for s in c.spans))
        for span in free:
            size = len(told.within(span))
            figures = [each for each in figures_in(told, span) if not any(named.holds(each) for named in cues)]
            denied = size > LEAST and told.denied(told.within(span)[:-1])
            tells = denied or (size >= _LONG and not any(cue.touches(span) for cue in cues))
            span = trimmed(told.text, span)  # noqa: PLW2901 - the marks around it say nothing
            if owner.relays and (figures or tells):
                said = _said(told, owner, f"{owner.id}.a{at}", (span,), around=True)
                at += 1
                if said is not None:
                    yield said


def _free(whole: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start = whole.start
    for span in sorted(taken):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < whole.end:
        yield Span(start, whole.end)
