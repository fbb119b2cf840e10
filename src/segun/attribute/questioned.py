"""Questions without marks of speech, and who asks them right behind: *¿Quién pagará la obra? preguntó Ana Gil*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, sources
from segun.attribute.cues import cue_span, how, pronominal
from segun.attribute.draft import Draft, Mention, covered
from segun.attribute.extent import predicate
from segun.attribute.runs import phrase_frames
from segun.lang.lexicon import Frame, Grammar

_LED = 8
"""Words from a question to the cue behind it at the most: *Why? the mayor of Faro asked*."""
_STOPS = frozenset({".", "!", "?", "…", ";", ":", ","})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A cue behind a question."""

    cue: Word
    frame: Frame
    source: Mention


def questioned(paragraph: Paragraph, grammar: Grammar) -> Iterator[tuple[int, Draft]]:
    """Yield, for each question with who asks it in the same breath, the place of its cue and what that attributes.

    What goes on in small letters behind a question mark is no sentence of its own, whatever the parser says.
    """
    words = paragraph.words
    for mark in words[1:-1]:
        after = words[mark.i + 1]
        if mark.norm != "?" or not after.text[:1].islower() or paragraph.quotation_at(mark.start) is not None:
            continue
        asked = _asked(paragraph, after, grammar)
        first = _opens(paragraph, mark)
        span = covered(paragraph, first, mark.i)
        if asked is None or span is None:
            continue
        finite = next((word for word in words[first : mark.i] if word.finite), None)
        head = predicate(paragraph, finite) if finite is not None else None
        yield (
            asked.cue.i,
            Draft(
                paragraph.index,
                asked.cue.start,
                (cue_span(paragraph, asked.cue, grammar),),
                asked.source,
                [span],
                how(asked.source, grammar),
                asked.frame,
                "parenthetical",
                head=head,
            ),
        )


def _opens(paragraph: Paragraph, mark: Word) -> int:
    """Return the first word of a question: behind the mark that opens it, or its sentence's."""
    words = paragraph.words
    first = paragraph.sentence_of(mark).first
    opened = (word.i for word in reversed(words[first : mark.i]) if word.norm == "¿")
    return next(opened, first)


def _asked(paragraph: Paragraph, after: Word, grammar: Grammar) -> _Asked | None:
    """Return the cue of what goes on behind a question, with its subject before it or behind."""
    words = paragraph.words
    for word in words[after.i : after.i + _LED]:
        if word.norm in _STOPS:
            return None
        frame = _frame(paragraph, word, grammar)
        if frame is None:
            if word.finite and word.pos in {"VERB", "AUX"}:
                return None
            continue
        leads = all(each.norm in grammar.words["clitics"] for each in words[after.i : word.i])
        source = _source(paragraph, word, grammar, leads=leads)
        if source is None or (frame.act != "ask" and not (leads and source.kind == "noun")):
            return None
        return _Asked(word, frame, source)
    return None


def _frame(paragraph: Paragraph, word: Word, grammar: Grammar) -> Frame | None:
    """Return the frame by which a word asks, or says, what stands before it."""
    if word.pos not in {"VERB", "AUX"} and word.norm not in grammar.forms:
        return None
    if word.dep in {"aux", "aux:pass", "cop"}:
        return None
    frames = (*phrase_frames(paragraph, word, grammar), *grammar.frames(word.norm, word.lemma))
    asks = (frame for frame in frames if frame.act == "ask" and "clause" in frame.takes)
    says = (frame for frame in frames if frame.act == "assert" and "quote" in frame.takes)
    return next(asks, None) or next(says, None)


def _source(paragraph: Paragraph, cue: Word, grammar: Grammar, *, leads: bool) -> Mention | None:
    """Return who asks: whoever stands behind a cue that begins, or its subject before it."""
    last = paragraph.sentence_of(cue).last
    behind = beside.following(paragraph, cue, grammar, last) if leads else None
    if behind is not None and behind.speaks:
        return behind
    if cue.pos not in {"VERB", "AUX"}:
        return None
    return sources.who(paragraph, cue, grammar, impersonal=not pronominal(cue, grammar))
