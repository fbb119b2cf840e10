"""Ties times and places to the claims that they date and place."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import Literal

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Grammar
from segun.model import Claim, Place, Span, Time

Tense = Literal["past", "future", "present"]
_TENSES: dict[str, Tense] = {"Past": "past", "Imp": "past", "Pres": "present", "Fut": "future"}


class Verbs:
    """The verbs that govern stretches of a parsed report."""

    def __init__(self, paragraphs: Sequence[Paragraph], grammar: Grammar) -> None:
        self._paragraphs = paragraphs
        self._grammar = grammar

    def words_above(self, span: Span) -> list[Word]:
        """Return the words above a stretch, from its own uppermost word to the nearest verb, that verb included."""
        paragraph = next((p for p in self._paragraphs if p.span.holds(span)), None)
        inside = [w for w in paragraph.words if w.start < span.end and span.start < w.end] if paragraph else []
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
        if not path:
            return False
        word = path[0]
        paragraph = next(p for p in self._paragraphs if p.span.holds(span))
        while word.dep == "conj" and word.head != word.i:
            word = paragraph.head(word)
        if word.dep.startswith("nsubj"):
            return True
        passive = paragraph.head(word).feats.get("VerbForm") == "Part"
        return passive and any(case.norm in agents for case in paragraph.children(word, "case"))

    def tense(self, span: Span) -> Tense | None:
        """Return the tense of the verb that governs a stretch; ``None`` where none does or its form does not tell."""
        path = self.words_above(span)
        if not path or path[-1].pos not in {"VERB", "AUX"}:
            return None
        paragraph = next(p for p in self._paragraphs if p.span.holds(span))
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
    return tuple(_dated(time, claims, verbs) for time in times)


def _dated(time: Time, claims: Sequence[Claim], verbs: Verbs) -> Time:
    above = [w.span for w in verbs.words_above(time.span)[-1:]]
    around = [c for c in claims if any(s.holds(time.span) for s in c.spans)]
    said = [
        c
        for c in claims
        if c not in around and c.relays and any(cue.touches(word) for cue in c.relays[-1].cue_spans for word in above)
    ]
    if said:
        return replace(time, claims=tuple(c.id for c in said), relates_to="saying")
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
    speaking = [span for c in claims for relay in c.relays for span in relay.source_spans]
    found = []
    for place in places:
        seat = place.metonymy or (
            place.kind in {"country", "adm1", "town"}
            and (any(_is(place.span, span) for span in speaking) or (place.kind != "adm1" and acts(place.span)))
        )
        tied = tuple(c.id for c in claims if any(s.holds(place.span) for s in c.spans))
        found.append(replace(place, claims=tied, metonymy=seat))
    return tuple(found)


def _is(place: Span, source: Span) -> bool:
    """Whether a source is named by the place alone, an article aside."""
    return source.holds(place) and source.end == place.end and place.start - source.start <= 4
