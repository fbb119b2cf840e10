"""What is compared: each report's claims, cut where one holds several figures, with what each is about.

A claim may say several things at once (*the agency first gave 40 and raised it to 65*). It is cut at the marks and
conjunctions between its figures, and only there, so that each part stands for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from segun.match.figures import PEOPLE, TOLL, Clock, Count, Day, clocks, counts, days
from segun.match.records import Statement
from segun.match.told import Told
from segun.match.who import who
from segun.model import Claim, Relay, Span, Spans, wording
from segun.outlets.names import key as form_of

_SENTENCE = re.compile(r"(?<=[.!?…])[\"»”']?\s+(?=[\"«“¿¡(A-ZÁÉÍÓÚÑ0-9])|\n+")
_MARK = re.compile(r"[;:]\s|\s[—–-]\s")
_COMMA = re.compile(r",\s")
_COLON = re.compile(r"[;:]\s+(?=\S)")
_DATELINE = re.compile(
    r"[^\W\d_][^\n]{1,60}?\([^()\n]{2,40}\)\s*\.?\s*[-–—]+\s+"  # Járkov (Ucrania), 18 jun (Meridia).-
    r"|[^\W\d_a-z][^\W\d_a-z]{2,}[^\n.]{0,40}?\.?\s[-–—]\s(?:[^\W\d_][\w.]*\s?){0,2}?\.?\s?(?=[^\W\d_a-z])"
)
_BYLINE = re.compile(r"[^|\n]{2,60}(\|[^|\n]{2,60})+")  # Litoral | Puerto Alsina
_PLACED = re.compile(r"[^\W\d_][^\n()]{1,50}\([^()\n]{2,40}\)\W*")  # CORRAN, May 14 (Northgate)
_WORD = re.compile(r"\w+")
_KEPT = "@#$€£¥%)]\"»”'’"
_KNOWN = "known"
"""The rule by which a claim of what somebody knows was found."""
_OPENING = 6
"""Words among which the subject of a statement is looked for."""
_MOSTLY = 0.5
"""Share of a claim from which one within it stands for it."""
_LONG = 7
"""Words from which what stands between claims states something of its own."""
_NEXT = 4
"""Words behind a number among which the counted are named."""
_LEAST = 3
"""Words under which a stretch states nothing."""


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
        """Return the names of its relays' sources with the language and, of a place, the country; for :func:`who`."""
        found = []
        for relay in self.claim.relays:
            if relay.source:
                source = self.told.analysis.source(relay.source)
                found.append(
                    (
                        _called(self.told, relay) or source.name,
                        self.told.language,
                        self.told.seat(relay.source_spans or source.mentions),
                    )
                )
        return found

    @property
    def claim_key(self) -> str:
        """The key of its claim in the ledger."""
        return self.told.keys.get(self.claim.id, f"{self.told.key}/{self.claim.id}")

    @property
    def record(self) -> Statement:
        """The same as it is handed out."""
        return Statement(self.report, self.claim_key, self.spans, self.text, self.sources, self.claim.factuality)

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
    """Return what a relay's source is called: its name, or its words here where they are another's name."""
    if not relay.source:
        return None
    name = told.analysis.source(relay.source).name
    here = wording(told.text, relay.source_spans)
    ours, theirs = who(here, told.language).names, who(name, told.language).names
    return here if ours and ours.isdisjoint(theirs) else name or None


def statements(told: Told) -> list[Said]:
    """Return the statements of a report in reading order."""
    found: list[Said] = []
    claims = [_known(told, each) for each in told.analysis.claims if not _only_holds(told, each)]
    for claim in claims:
        for number, spans in enumerate(_parts(told, claim)):
            if _BYLINE.fullmatch(wording(told.text, spans)) or _PLACED.fullmatch(wording(told.text, spans)):
                continue
            if (claim.headline or _whole_line(told, spans)) and not any(
                _figures(told, span) or _tells(told, told.within(span)) for span in spans
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
    if len(_WORD.findall(text)) < (_LEAST - 1 if numbers else _LEAST):
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


def _parts(told: Told, claim: Claim) -> Iterator[Spans]:
    """Yield the spans of the parts of a claim."""
    pieces = [piece for span in claim.spans for piece in _sentences(told.text, _undated(told.text, span))]
    if len(pieces) > 1 and sum(bool(_figures(told, piece)) for piece in pieces) < 2 and len(claim.spans) > 1:
        yield tuple(_undated(told.text, span) for span in claim.spans)
        return
    for piece in pieces:
        yield from ((part,) for part in _cut(told, piece))


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for mark in _SENTENCE.finditer(text, span.start, span.end):
        yield Span(start, mark.start())
        start = mark.end()
    if start < span.end:
        yield Span(start, span.end)


def _undated(text: str, span: Span) -> Span:
    """Return a stretch without the dateline that opens it."""
    if span.start and text[span.start - 1] != "\n":
        return span
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found and found.end() < span.end else span


def _figures(told: Told, span: Span) -> list[Span]:
    found = {each.span for each in counts(told, span)} | {each.span for each in clocks(told, span)}
    return sorted(found)


def _cut(told: Told, span: Span) -> list[Span]:
    """Return a stretch cut between its figures, each time at the strongest mark between two of them."""
    figures = _figures(told, span)
    numbers = {each.span for each in counts(told, span)}
    tolls = {each.span for each in counts(told, span) if each.of & TOLL}
    cuts: list[int] = []
    for before, after in pairwise(figures):
        if before.end > after.start or (before in tolls and after in tolls):
            continue
        alike = (before in numbers) == (after in numbers)  # an hour and a number are parted by more than a comma
        for marks in (_MARK, _COMMA, told.match.joins) if alike else (_MARK, told.match.joins):
            places = [found.start() for found in marks.finditer(told.text, before.end, after.start)]
            if places:
                cuts.append(places[-1])
                break
    cuts.extend(_contrasts(told, span))
    cuts.extend(_dated(told, span))
    cuts.extend(_turns(told, span))
    edges = sorted({span.start, *cuts, span.end})
    return [_trimmed(told.text, Span(start, end)) for start, end in pairwise(edges) if end > start]


def _contrasts(told: Told, span: Span) -> Iterator[int]:
    """Yield where a stretch turns: behind a colon, and where what is denied meets what is not."""
    for mark in _COLON.finditer(told.text, span.start, span.end):
        before, after = Span(span.start, mark.start()), Span(mark.end(), span.end)
        long = min(len(told.within(before)), len(told.within(after))) >= _LEAST
        if long and (told.text[mark.start()] == ":" or (_figures(told, before) and _figures(told, after))):
            yield mark.end()
    for mark in _COMMA.finditer(told.text, span.start, span.end):
        after = Span(mark.end(), span.end)
        first, rest = told.within(Span(span.start, mark.start())), told.within(after)
        if len(first) > _LEAST and told.denied(first) and not told.denied(rest) and counts(told, after):
            yield mark.end()
            return


def _turns(told: Told, span: Span) -> Iterator[int]:
    """Yield where a denial is joined to what is none: *all were brought down | and that none reached the depot*."""
    for mark in told.match.turns.finditer(told.text, span.start, span.end):
        before = told.within(Span(span.start, mark.start()))
        after = told.within(Span(mark.end(), span.end))
        if min(len(before), len(after)) >= _LEAST and told.denied(after[:_LEAST]) and not told.denied(before):
            yield mark.start()


def _whole_line(told: Told, spans: Spans) -> bool:
    """Whether some spans are all of a line: a byline, a subheading."""
    start, end = spans[0].start, spans[-1].end
    return told.text[:start].rpartition("\n")[2].strip() == "" and told.text[end:].partition("\n")[0].strip(" .") == ""


def _tells(told: Told, inside: range) -> bool:
    """Whether a predicate stands among some words."""
    spans = [told.spans[at] for at in inside]
    return any(each.touches(word) for each in told.predicates for word in spans)


def _dated(told: Told, span: Span) -> Iterator[int]:
    """Yield where people that are counted are then dated: *the 40 army specialists | arrived on 3 September*."""
    exact = [day.span for day in days(told, span) if day.exact]
    for count in counts(told, span):
        if count.of & PEOPLE and not count.of & TOLL and any(day.start > count.span.end for day in exact):
            after = told.within(Span(count.span.end, span.end))[:_NEXT]
            named = [end for _, end, concept in told.meant(after) if concept in count.of]
            if named:
                end = told.spans[named[0] - 1].end
                first = min(day.start for day in exact if day.start > count.span.end)
                yield next((each.start for each in told.predicates if end < each.start < first), end)


def _around(told: Told, claims: Sequence[Claim]) -> Iterator[Said]:
    """Yield what stands with a claim's cue, outside every claim, and tells something: *he put it at 03:15*."""
    taken = sorted(span for claim in claims for span in claim.spans)
    cues = [span for claim in claims for relay in claim.relays for span in (*relay.cue_spans, *relay.source_spans)]
    at = 0
    for sentence in _sentences(told.text, Span(0, len(told.text))):
        inside = [span for span in taken if span.start < sentence.end and sentence.start < span.end]
        if not inside:
            continue
        free = list(_free(sentence, inside))
        owner = next(c for c in claims if any(s.start < sentence.end and sentence.start < s.end for s in c.spans))
        for span in free:
            size = len(told.within(span))
            figures = [each for each in _figures(told, span) if not any(named.holds(each) for named in cues)]
            denied = size > _LEAST and told.denied(told.within(span)[:-1])
            tells = denied or (size >= _LONG and not any(cue.touches(span) for cue in cues))
            span = _trimmed(told.text, span)  # noqa: PLW2901 - the marks around it say nothing
            if owner.relays and (figures or tells):
                said = _said(told, owner, f"{owner.id}.a{at}", (span,), around=True)
                at += 1
                if said is not None:
                    yield said


def _trimmed(text: str, span: Span) -> Span:
    """Return a stretch without the marks and blanks that begin and end it."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in _KEPT):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in _KEPT):
        end -= 1
    return Span(start, end)


def _free(whole: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start = whole.start
    for span in sorted(taken):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < whole.end:
        yield Span(start, whole.end)
