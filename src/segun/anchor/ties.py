"""Ties times and places to the claims that they date and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from segun.anchor.time import Tense
from segun.annotate.words import Paragraph, Word
from segun.frame.holding import Holding
from segun.lang.lexicon import Grammar
from segun.model import Claim, Place, Span, Time

ARTICLE = 4
"""Characters that an article and its space may have."""
_TENSES: dict[str, Tense] = {"Past": "past", "Imp": "past", "Pres": "present", "Fut": "future"}


class Verbs:
    """The verbs that govern stretches of a parsed report."""

    def __init__(self, paragraphs: Sequence[Paragraph], grammar: Grammar) -> None:
        self._paragraphs = paragraphs
        self._grammar = grammar
        self._starts = [paragraph.span.start for paragraph in paragraphs]
        self._word_starts: dict[int, list[int]] = {}

    def _paragraph(self, span: Span) -> Paragraph | None:
        at = bisect_right(self._starts, span.start) - 1
        return self._paragraphs[at] if at >= 0 and self._paragraphs[at].span.holds(span) else None

    def _inside(self, paragraph: Paragraph, span: Span) -> list[Word]:
        """Return the words that share a character with a stretch of the paragraph."""
        key = paragraph.span.start
        if key not in self._word_starts:
            self._word_starts[key] = [word.start for word in paragraph.words]
        starts = self._word_starts[key]
        first = max(0, bisect_right(starts, span.start) - 1)
        return [w for w in paragraph.words[first : bisect_left(starts, span.end)] if span.start < w.end]

    def words_above(self, span: Span) -> list[Word]:
        """Return the words above a stretch, from its own uppermost word to the nearest verb, that verb included."""
        paragraph = self._paragraph(span)
        inside = self._inside(paragraph, span) if paragraph else []
        if paragraph is None or not inside:
            return []
        own = {w.i for w in inside}
        word = next((w for w in inside if w.head not in own), inside[0])
        path = [word]
        while word.head != word.i and word.pos not in {"VERB", "AUX"} and len(path) < len(paragraph.words):
            word = paragraph.head(word)
            path.append(word)
        return path

    def acts(self, span: Span, agents: Container[str]) -> bool:
        """Whether a stretch is a verb's subject, or a passive's agent: *firmado por Moscú y Seúl*.

        Args:
            span: the stretch.
            agents: what stands before a passive's agent, folded: *por*.
        """
        path = self.words_above(span)
        paragraph = self._paragraph(span)
        if not path or paragraph is None:
            return False
        word = path[0]
        while word.dep == "conj" and word.head != word.i:
            word = paragraph.head(word)
        if word.dep.startswith("nsubj"):
            return True
        passive = paragraph.head(word).feats.get("VerbForm") == "Part"
        return passive and any(case.norm in agents for case in paragraph.children(word, "case"))

    def tense(self, span: Span) -> Tense | None:
        """Return the tense of the verb that governs a stretch; ``None`` where none does or its form does not tell."""
        path = self.words_above(span)
        paragraph = self._paragraph(span)
        if not path or paragraph is None or path[-1].pos not in {"VERB", "AUX"}:
            return None
        verb = path[-1]
        forms = [verb, *paragraph.children(verb, "aux", "cop")]
        if any(w.norm in self._grammar.words["future-auxiliaries"] for w in forms):
            return "future"
        finite = [w for w in forms if w.finite and w.feats.get("Tense")]
        if not finite:
            return "past" if verb.feats.get("Tense") == "Past" else None
        perfect = finite[0] is not verb and verb.feats.get("VerbForm") == "Part"
        return "past" if perfect and finite[0].pos == "AUX" else _TENSES.get(finite[0].feats["Tense"])


def date_claims(times: Sequence[Time], claims: Sequence[Claim], verbs: Verbs) -> tuple[Time, ...]:
    """Tie each time to the claims that it dates, and tell whether it dates what happened or when it was said.

    A time that hangs on the cue of a claim dates the saying; else it dates what the innermost claims around it tell.
    """
    contents = Holding(claims)
    cues = Holding(claims, lambda claim: claim.relays[-1].cue_spans if claim.relays else ())
    return tuple(_dated(time, contents, cues, verbs) for time in times)


def _dated(time: Time, contents: Holding, cues: Holding, verbs: Verbs) -> Time:
    above = verbs.words_above(time.span)
    around = contents.around(time.span)
    held = {claim.id for claim in around}
    said = tuple(c.id for c in cues.touching(above[-1].span) if c.id not in held) if above else ()
    if said:
        return replace(time, claims=said, relates_to="saying")
    parents = {c.parent for c in around}
    inner = tuple(c.id for c in around if c.id not in parents)
    return replace(time, claims=inner, relates_to="event" if inner else None)


def place_claims(places: Sequence[Place], claims: Sequence[Claim], acts: Callable[[Span], bool]) -> tuple[Place, ...]:
    """Tie each place to the claims whose content names it, and mark names that stand for those who sit there.

    Args:
        places: the report's places.
        claims: its claims.
        acts: tells whether a stretch is the subject of a verb.
    """
    contents = Holding(claims)
    speakers = Holding(claims, lambda claim: tuple(s for relay in claim.relays for s in relay.source_spans))
    found = []
    for place in places:
        seat = place.metonymy or (
            place.kind in {"country", "adm1", "town"}
            and (_speaks(place.span, speakers) or (place.kind != "adm1" and acts(place.span)))
        )
        tied = tuple(claim.id for claim in contents.around(place.span))
        found.append(replace(place, claims=tied, metonymy=seat))
    return tuple(found)


def _speaks(place: Span, speakers: Holding) -> bool:
    """Whether a source is named by the place alone, an article aside."""
    return any(
        source.holds(place) and source.end == place.end and place.start - source.start <= ARTICLE
        for claim in speakers.around(place)
        for relay in claim.relays
        for source in relay.source_spans
    )
