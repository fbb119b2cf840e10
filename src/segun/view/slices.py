"""The text cut at every boundary of a span: flat slices, so that crossing spans cannot break a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from segun.model import Analysis, Claim, Span

_PARAGRAPH = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w")
_NEAR = 60
_OPENING = frozenset("\"'“”„«»‘‚‹—–¿¡(")


@dataclass(frozen=True, slots=True)
class Label:
    """Says before a slice whose words follow."""

    claim: str
    first: bool
    """Whether the claim begins here; otherwise it goes on after an interruption or in a new paragraph."""
    shown: bool
    """Whether it is needed: not where an inner claim's label names the same chain, nor for the report's own voice."""
    near: bool = False
    """Whether the words of its only source stand right before it, so that the label need not repeat them."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of text over which nothing begins or ends."""

    span: Span
    claims: tuple[str, ...] = ()
    """Ids of the claims whose content it belongs to, from the outermost to the innermost."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that these words name as the one who asserts or relays something."""
    cue: bool = False
    quoted: bool = False
    """Whether the words stand in the report as somebody's own: direct speech or a wording in quotation marks."""
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with its slices, which cover it without a gap."""

    span: Span
    slices: tuple[Slice, ...]
    headline: bool = False


def paragraphs(analysis: Analysis) -> tuple[Paragraph, ...]:
    """Cut the text at line ends and at all boundaries of contents, sources, cues and quoted wording.

    Every character but line ends lies in exactly one slice.
    """
    text = analysis.report.text
    claims = {claim.id: claim for claim in analysis.claims}
    lines = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
    headlines = [span for claim in analysis.claims if claim.headline for span in claim.spans]
    cut = _by_line(lines, _cut(analysis, lines))
    begun: set[str] = set()
    return tuple(
        Paragraph(line, tuple(_labelled(text, slices, claims, begun)), any(line.holds(span) for span in headlines))
        for line, slices in zip(lines, cut, strict=True)
    )


_Layer = tuple[str, str]
"""What a span stands for: ``claim``, ``source``, ``cue`` or ``quoted``, with the id of its claim or source."""


def _layers(analysis: Analysis) -> Iterator[tuple[Span, _Layer]]:
    size = len(analysis.report.text)
    for claim in analysis.claims:
        laid: list[tuple[Iterable[Span], _Layer]] = [(claim.spans, ("claim", claim.id))]
        laid.append((claim.spans if claim.quotation == "direct" else claim.quoted_wording, ("quoted", "")))
        for relay in claim.relays:
            if relay.source is not None:
                laid.append((relay.source_spans, ("source", relay.source)))
            laid.append((relay.cue_spans, ("cue", "")))
        for spans, layer in laid:
            for span in spans:
                clipped = Span(max(span.start, 0), min(span.end, size))
                if clipped.start < clipped.end:
                    yield clipped, layer


def _cut(analysis: Analysis, lines: Iterable[Span]) -> Iterator[Slice]:
    """Sweep over the text and give a slice between any two neighbouring boundaries, line ends included."""
    text = analysis.report.text
    depth = {claim.id: (len(claim.relays), -_length(claim), at) for at, claim in enumerate(analysis.claims)}
    starts: dict[int, list[_Layer]] = {}
    ends: dict[int, list[_Layer]] = {}
    bounds = {bound for line in lines for bound in line}
    for span, layer in _layers(analysis):
        starts.setdefault(span.start, []).append(layer)
        ends.setdefault(span.end, []).append(layer)
        bounds.update(span)
        if layer[0] == "claim" and span.start and text[span.start - 1] in _OPENING:
            bounds.add(span.start - 1)
    active: Counter[_Layer] = Counter()
    ordered = sorted(bounds)
    for start, end in pairwise(ordered):
        for layer in ends.get(start, ()):
            active[layer] -= 1
            if not active[layer]:
                del active[layer]
        active.update(starts.get(start, ()))
        yield Slice(
            span=Span(start, end),
            claims=tuple(sorted((id for what, id in active if what == "claim"), key=depth.__getitem__)),
            sources=tuple(sorted(id for what, id in active if what == "source")),
            cue=("cue", "") in active,
            quoted=("quoted", "") in active,
        )


def _by_line(lines: list[Span], slices: Iterable[Slice]) -> list[list[Slice]]:
    found: list[list[Slice]] = [[] for _ in lines]
    at = 0
    for slice in slices:
        while at < len(lines) and lines[at].end <= slice.span.start:
            at += 1
        if at < len(lines) and lines[at].holds(slice.span):
            found[at].append(slice)
    return found


def _labelled(text: str, slices: list[Slice], claims: Mapping[str, Claim], begun: set[str]) -> Iterator[Slice]:
    """Put a label before each slice at which another voice begins to speak; ``begun`` is kept up to date."""
    labelled = list(slices)
    speaking: str | None = None
    for at, slice in enumerate(slices):
        inner = slice.claims[-1] if slice.claims else None
        fresh = [id for id in slice.claims if id not in begun]
        begun.update(fresh)
        says_something = _WORD.search(text, *slice.span) is not None
        labels = [
            Label(id, first=True, shown=_needed(claims[id], claims[inner or id]), near=_near(claims[id], slice.span))
            for id in fresh
        ]
        if inner is not None and inner not in fresh and inner != speaking and says_something:
            labels.append(Label(inner, first=False, shown=bool(claims[inner].relays)))
        if says_something or fresh:
            speaking = inner
        if labels:
            before = _before_quote(text, slices, at)
            labelled[before] = replace(labelled[before], labels=labelled[before].labels + tuple(labels))
    yield from labelled


def _needed(claim: Claim, inner: Claim) -> bool:
    if not claim.relays:
        return False
    if claim is inner:
        return True
    outer_chain = [relay.source for relay in claim.relays]
    return outer_chain != [relay.source for relay in inner.relays][: len(outer_chain)]


def _near(claim: Claim, content: Span) -> bool:
    if len(claim.relays) != 1 or claim.relays[0].how == "continued" or claim.relays[0].source is None:
        return False
    return any(0 <= content.start - span.end <= _NEAR for span in claim.relays[0].source_spans)


def _before_quote(text: str, slices: list[Slice], at: int) -> int:
    """Return the index of the slice before which a label stands: the quotation mark that opens slice ``at``."""
    if at and slices[at - 1].span.end - slices[at - 1].span.start == 1 and slices[at - 1].span.of(text) in _OPENING:
        return at - 1
    return at


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.spans)
