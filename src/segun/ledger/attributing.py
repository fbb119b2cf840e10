"""The source that a correction names: which of an analysis' sources it is, and where the text names it.

The reviewer's own words win: a source that the program calls otherwise is another one, unless the words are a part of
its name or its acronym. Where a correction does not say where the source is named, its words are looked for in the
text: *Greenterra* in the sentence of the cue, else the last time before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from segun.ledger.words import fold
from segun.model import Analysis, Claim, Relay, Source, Span, Spans, wording

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[.!?…][\"”»’')\]]*\s|[\r\n]")
"""Where a sentence ends."""


def attributed(
    analysis: Analysis, given: Mapping[str, Any] | None, before: Relay | None, claim: Claim, number: int
) -> tuple[Analysis, Relay | None]:
    """Return the relay that a correction names, and the analysis with its source; ``None`` for the report itself.

    Args:
        analysis: of the report.
        given: the source as the correction has it.
        before: the relay in whose place it comes.
        claim: what is corrected.
        number: of the decision, for the id of a source that the analysis has not met.
    """
    if given is None:
        return analysis, None
    relay = before or Relay(None, (), (), "adjunct")
    spans = spans_of(given["spans"]) if "spans" in given else _where(analysis, given, before, claim)
    wanted = fold(given["name"])
    source = next((each for each in analysis.sources if _means(each, wanted)), None)
    if source is None:
        taken = {each.id for each in analysis.sources}
        id = next(name for count in range(1, len(taken) + 2) if (name := f"d{number}.{count}") not in taken)
        source = Source(id, given["name"], given.get("kind", "person"), ())
        analysis = replace(analysis, sources=(*analysis.sources, source))
    kept = before is not None and before.source == source.id and before.source_spans == spans
    if not kept:  # a pronoun that stays is no mention
        analysis = _mentioned(analysis, source.id, spans)
    return analysis, replace(
        relay,
        source=source.id,
        source_spans=spans,
        cue_spans=spans_of(given["cue_spans"]) if "cue_spans" in given else relay.cue_spans,
        how=given.get("how", relay.how),
    )


def located(analysis: Analysis, claim: Claim, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a correction whose sources say where the text names them, wherever it does.

    Args:
        analysis: of the report.
        claim: what is corrected, or what is added.
        body: the fields that it sets.
    """
    made = dict(body)
    if body.get("source") is not None:
        made["source"] = _told(analysis, body["source"], claim.relays[-1] if claim.relays else None, claim)
    if "relays" in body:
        made["relays"] = [_told(analysis, each, relay_of(analysis, claim, each), claim) for each in body["relays"]]
    return made


def unlocated(body: Mapping[str, Any]) -> list[str]:
    """Return the names in a correction whose words the text does not hold, nor anybody said where else they are.

    Somebody unnamed needs no words: *se informó*, with a source of the kind ``unnamed``. Decisions of other kinds have
    no such names; a merge holds a source by its key.
    """
    given = [each for each in (body.get("source"), *body.get("relays", ())) if isinstance(each, Mapping)]
    return [str(each["name"]) for each in given if not each.get("spans") and each.get("kind") != "unnamed"]


def relay_of(analysis: Analysis, claim: Claim, given: Mapping[str, Any]) -> Relay | None:
    """Return the relay of a claim that has the name of a source in a correction."""
    return next((each for each in claim.relays if _is_called(analysis, each, fold(given["name"]))), None)


def named_at(text: str, name: str, claim: Spans, cue: Spans) -> Spans:
    """Return where a text names a source: the nearest place, or nothing.

    Those in the sentence of the cue come first, then those before it, then those behind it, and last those within
    the claim's own words; a place that has the name as it is written comes before one with other accents or capitals.

    Args:
        text: the report's.
        name: the source's, as a reviewer writes it.
        claim: the claim's words.
        cue: the words that attribute it; empty for none.
    """
    around = cue or claim
    if not around or not name.split():
        return ()
    begin, end = min(around).start, max(span.end for span in around)

    def far(place: Span) -> tuple[bool, int, bool, int]:
        before = place.end <= begin
        between = text[place.end : begin] if before else text[end : place.start]
        rank = (1 if before else 2) if _BREAK.search(between) else 0
        written = place.of(text).split() == name.split()
        return any(place.touches(each) for each in claim), rank, not written, len(between)

    return tuple(sorted(_places(text, name), key=far)[:1])


def _places(text: str, name: str) -> Iterator[Span]:
    """Yield where words stand in a text, whatever their accents and capitals."""
    folds = str.maketrans({each: (fold(each, marked=False) or each)[0] for each in {*text, *name}})
    words = r"\s+".join(re.escape(word) for word in name.translate(folds).split())
    for found in re.finditer(rf"(?<!\w){words}(?!\w)", text.translate(folds)):
        yield Span(*found.span())


def _told(analysis: Analysis, given: Mapping[str, Any], before: Relay | None, claim: Claim) -> dict[str, Any]:
    if "spans" in given:
        return dict(given)
    found = _where(analysis, given, before, claim)
    return {**given, **({"spans": [list(span) for span in found]} if found else {})}


def _where(analysis: Analysis, given: Mapping[str, Any], before: Relay | None, claim: Claim) -> Spans:
    """Return where a source is named: where it was, if it keeps its name, else where the text has its words."""
    name = str(given["name"])
    if before is not None and before.source_spans and _is_called(analysis, before, fold(name)):
        return before.source_spans
    cue = spans_of(given["cue_spans"]) if "cue_spans" in given else before.cue_spans if before else ()
    return named_at(analysis.report.text, name, claim.spans, cue)


def _is_called(analysis: Analysis, relay: Relay, wanted: str) -> bool:
    """Whether a relay's source has this name, or these are the words by which the text names it there."""
    if relay.source is None:
        return False
    words = wording(analysis.report.text, relay.source_spans, " ")
    return wanted in (fold(analysis.source(relay.source).name), fold(words))


def _means(source: Source, wanted: str) -> bool:
    """Whether a name, folded, means a source by its own name, a part of that, or an acronym."""
    if fold(source.name) == wanted:
        return True
    whole = set(_WORD.findall(fold(source.name)))
    return any(
        fold(each) == wanted and (each.isupper() or set(_WORD.findall(wanted)) <= whole) for each in source.aliases
    )


def _mentioned(analysis: Analysis, id: str, spans: Spans) -> Analysis:
    """Return the analysis in which these words name this source and no other."""
    text = analysis.report.text

    def settled(source: Source) -> Source:
        if source.id == id:
            return replace(source, mentions=tuple(sorted({*source.mentions, *spans})))
        left = tuple(each for each in source.mentions if each not in spans)
        if left == source.mentions or not left:
            return source
        gone = {fold(span.of(text)) for span in spans} - {fold(span.of(text)) for span in left}
        return replace(source, mentions=left, aliases=tuple(a for a in source.aliases if fold(a) not in gone))

    return replace(analysis, sources=tuple(settled(each) for each in analysis.sources))


def spans_of(pairs: Any) -> Spans:
    """Return spans of pairs of numbers, as decisions hold them."""
    return tuple(Span(int(start), int(end)) for start, end in pairs)
