"""Chains of stages told with words of order: *desde … pasando a … luego … finalmente*; *first … then … finally*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from segun.annotate.words import Paragraph, Word
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar, Runs
from segun.lang.process import Stages
from segun.model import Span

Kind = Literal["first", "then", "last", "passing", "through"]
_BREAKS = frozenset(',;:—–-("«»“”')
_ENDS = frozenset(".!?…")
_PHRASE_ENDS = frozenset(",;:—–(")


@dataclass(frozen=True, slots=True)
class Marker:
    """A word of order in a paragraph: words ``[at, end)``."""

    paragraph: Paragraph
    at: int
    end: int
    kind: Kind
    sentence: int
    """Counted through the report."""
    initial: bool
    """Whether it opens its clause."""
    listing: bool
    """Whether it only ranks what is listed."""

    @property
    def span(self) -> Span:
        """Where it stands in the report's text."""
        words = self.paragraph.words
        return Span(words[self.at].start, words[self.end - 1].end)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step, and the words that give it its place; an opening step may have none."""

    span: Span
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Stages in their order, two or more."""

    stages: tuple[Stage, ...]
    temporal: bool
    """Whether its words tell time, and do not only rank what is listed."""


def chains(paragraphs: Sequence[Paragraph], grammar: Grammar, stages: Stages) -> Iterator[Chain]:
    """Yield the chains of stages in a report, in order.

    Args:
        paragraphs: the parsed paragraphs.
        grammar: the language.
        stages: its words of order.
    """
    held: list[Marker] = []
    for marker in _markers(paragraphs, grammar, stages):
        if held and (marker.kind == "first" or held[-1].kind == "last" or marker.sentence - held[-1].sentence > 1):
            yield from _chain(held, paragraphs, grammar, stages)
            held = []
        if held and _follows_at_once(held[-1], marker, grammar):
            continue
        held.append(marker)
    yield from _chain(held, paragraphs, grammar, stages)


def _follows_at_once(one: Marker, other: Marker, grammar: Grammar) -> bool:
    """Whether nothing but commas and conjunctions stands between two markers: *y luego, por último*."""
    if one.paragraph is not other.paragraph:
        return False
    between = one.paragraph.words[one.end : other.at]
    return all(_is_break(word) or word.norm in grammar.words["coordinators"] for word in between)


def _markers(paragraphs: Sequence[Paragraph], grammar: Grammar, stages: Stages) -> Iterator[Marker]:
    before = 0
    wordings = (stages.passing, stages.first, stages.last, stages.then, stages.through, stages.punctuated)
    opening = frozenset[str]().union(*wordings)
    for paragraph in paragraphs:
        at = 0
        while at < len(paragraph.words):
            kind, size = _kind(paragraph, at, stages) if paragraph.words[at].norm in opening else (None, 0)
            initial = kind is not None and opens_clause(paragraph, at, grammar)
            if kind is None or not _is_marker(paragraph, at, size, kind, stages, initial=initial):
                at += 1
                continue
            listing = matching(paragraph, at, stages.listing) == size
            yield Marker(paragraph, at, at + size, kind, before + paragraph.words[at].sentence, initial, listing)
            at += size
        before += len(paragraph.sentences)


def _kind(paragraph: Paragraph, at: int, stages: Stages) -> tuple[Kind | None, int]:
    """Return what the longest wording at a word is, and its length in words."""
    best: tuple[Kind | None, int] = (None, 0)
    wordings: tuple[tuple[Kind, Runs], ...] = (
        ("passing", stages.passing),
        ("first", stages.first),
        ("last", stages.last),
        ("then", stages.then),
        ("through", stages.through),
    )
    norm = paragraph.words[at].norm
    for kind, runs in wordings:
        size = matching(paragraph, at, runs) if norm in runs else 0
        if size > best[1]:
            best = (kind, size)
    pointed = matching(paragraph, at, stages.punctuated)
    if pointed >= best[1] and pointed:
        after = paragraph.words[at + pointed].norm if at + pointed < len(paragraph.words) else ""
        return ("then", pointed) if after in {",", ":"} else (None, 0)
    return best


def opens_clause(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether a word stands at the beginning of a sentence, after a break, or after a conjunction."""
    word = paragraph.words[at]
    if at == 0 or paragraph.sentence_of(word).first == at:
        return True
    before = paragraph.words[at - 1]
    return _is_break(before) or before.text in _ENDS or before.norm in grammar.words["coordinators"]


def _is_break(word: Word) -> bool:
    return word.text in _BREAKS or word.norm == '"'


def _is_marker(paragraph: Paragraph, at: int, size: int, kind: Kind, stages: Stages, *, initial: bool) -> bool:
    if kind in {"passing", "through"}:
        return True
    words = paragraph.words
    after = words[at + size].norm if at + size < len(words) else ""
    if after in stages.not_before and not (kind == "last" and size == 1):
        return False
    if size > 1:
        return initial
    word = words[at]
    if word.dep == "amod" and word.head == at + 1 and word.pos == "ADJ":
        return False
    if initial:
        return True
    adverb = word.dep in {"advmod", "obl"} and word.pos == "ADV" and words[word.head].pos in {"VERB", "AUX"}
    return adverb and words[at - 1].norm not in stages.not_after


def _chain(held: list[Marker], paragraphs: Sequence[Paragraph], grammar: Grammar, stages: Stages) -> Iterator[Chain]:
    steps = [_step(marker, _next_in_sentence(held, at), grammar, stages) for at, marker in enumerate(held)]
    told = [Stage(step, marker.span) for step, marker in zip(steps, held, strict=True) if step is not None]
    ordering = [marker for marker in held if marker.kind in {"then", "last", "passing"}]
    if not ordering or not told:
        return
    if held[0].kind != "first":
        opening, by_words = _opening(held[0], paragraphs, grammar, stages)
        if not by_words and (len(ordering) < 2 or held[0].kind == "through"):
            return
        told = [*(Stage(span, None) for span in opening), *told]
    if len(told) > 1:
        yield Chain(tuple(told), any(m.kind in {"then", "passing"} and not m.listing for m in held))


def _next_in_sentence(held: list[Marker], at: int) -> Marker | None:
    following = held[at + 1] if at + 1 < len(held) else None
    return following if following is not None and following.sentence == held[at].sentence else None


def _step(marker: Marker, following: Marker | None, grammar: Grammar, stages: Stages) -> Span | None:
    """Return what a marker's stage tells, up to the next one or the sentence's end."""
    paragraph, words = marker.paragraph, marker.paragraph.words
    last = paragraph.sentence_of(words[marker.at]).last
    last = next((at for at in range(marker.end + 1, last) if words[at].text in _ENDS), last)
    if following is not None and following.at <= last:
        last = (following.at if following.initial else clause_start(paragraph, marker.end, following.at, grammar)) - 1
    first = marker.end
    if not marker.initial and words[marker.at].head < marker.at:  # the verb stands before its word of order
        first = clause_start(paragraph, paragraph.sentence_of(words[marker.at]).first, marker.at, grammar)
    return _phrase_or_clause(paragraph, first, last, grammar, stages)


def _phrase_or_clause(paragraph: Paragraph, first: int, last: int, grammar: Grammar, stages: Stages) -> Span | None:
    words = paragraph.words
    first, last = _trimmed(words, first, last, grammar)
    if first > last:
        return None
    led = words[first].norm in stages.goals and words[first].pos in {"ADP", "PART"}
    if led or not any(word.finite for word in words[first : last + 1]):
        while words[first].pos in {"ADP", "PART"} and first < last:
            first += 1
        ends = (at - 1 for at in range(first + 1, last + 1) if words[at].text in _PHRASE_ENDS)
        first, last = _trimmed(words, first, next(ends, last), grammar)
    return Span(words[first].start, words[last].end) if first <= last else None


def _trimmed(words: list[Word], first: int, last: int, grammar: Grammar) -> tuple[int, int]:
    loose = grammar.words["coordinators"]
    while first <= last and (words[first].pos == "PUNCT" or _is_break(words[first]) or words[first].norm in loose):
        first += 1
    while last >= first and (words[last].pos == "PUNCT" or _is_break(words[last]) or words[last].norm in loose):
        last -= 1
    return first, last


def clause_start(paragraph: Paragraph, first: int, at: int, grammar: Grammar) -> int:
    """Return the first word of the clause that holds the word at ``at``, not before ``first``."""
    words = paragraph.words
    found = first
    for word in words[first:at]:
        that = word.norm in grammar.words["complementizers"] and word.pos == "SCONJ"
        if _is_break(word) or that or (word.norm in grammar.words["coordinators"] and word.pos == "CCONJ"):
            found = word.i + 1
    return found


def _opening(
    marker: Marker, paragraphs: Sequence[Paragraph], grammar: Grammar, stages: Stages
) -> tuple[list[Span], bool]:
    """Return the stages before the first marker of a chain, and whether a word of their own opens them."""
    paragraph, words = marker.paragraph, marker.paragraph.words
    first = paragraph.sentence_of(words[marker.at]).first
    if _trimmed(words, first, marker.at - 1, grammar)[1] < first:
        return _sentence_before(marker, paragraphs, grammar), False
    nominal = not any(word.finite for word in words[marker.end : marker.end + 3])
    origin = _origin(words, first, marker.at, stages) if nominal else None
    if origin is not None:
        sure = words[origin - 1].norm in stages.verb_origins
        goals = (at for at in range(origin + 1, marker.at) if words[at].norm in stages.goals)
        goal = next((at for at in goals if sure or _is_goal(words, at, origin)), None)
        parts = [(origin, marker.at - 1)] if goal is None else [(origin, goal - 1), (goal + 1, marker.at - 1)]
        spans = [_phrase_or_clause(paragraph, begin, end, grammar, stages) for begin, end in parts]
        return [span for span in spans if span is not None], True
    begin = _last_clause(paragraph, first, marker.at, grammar)
    if marker.kind == "passing" or (marker.end < len(words) and words[marker.end].norm in stages.goals):
        finite = [word.i for word in words[first : marker.at] if word.finite]
        led = [at for at in range(first, marker.at) if words[at].norm in stages.goals and words[at].pos == "ADP"]
        begin = led[-1] + 1 if led and marker.kind != "passing" else (finite[-1] + 1 if finite else first)
    span = _phrase_or_clause(paragraph, begin, marker.at - 1, grammar, stages)
    return ([span] if span is not None else []), False


def _last_clause(paragraph: Paragraph, first: int, end: int, grammar: Grammar) -> int:
    """Return where the last clause with a finite verb begins that ends before ``end``."""
    verbs = [word.i for word in paragraph.words[first:end] if word.finite]
    breaks = [w.i for w in paragraph.words[first : verbs[-1]] if _is_break(w) or _conjoins(w, grammar)] if verbs else []
    return breaks[-1] + 1 if breaks else first


def _conjoins(word: Word, grammar: Grammar) -> bool:
    return word.norm in grammar.words["complementizers"] and word.pos == "SCONJ"


def _sentence_before(marker: Marker, paragraphs: Sequence[Paragraph], grammar: Grammar) -> list[Span]:
    paragraph = marker.paragraph
    number = paragraph.words[marker.at].sentence
    if number == 0:
        if paragraph.index == 0 or not paragraphs[paragraph.index - 1].sentences:
            return []
        paragraph = paragraphs[paragraph.index - 1]
        number = len(paragraph.sentences)
        if paragraph.headline:
            return []
    sentence = paragraph.sentences[number - 1]
    first, last = _trimmed(paragraph.words, sentence.first, sentence.last, grammar)
    return [Span(paragraph.words[first].start, paragraph.words[last].end)] if first <= last else []


def _origin(words: list[Word], first: int, end: int, stages: Stages) -> int | None:
    """Return the first word after the one that opens a chain in its clause: *desde*, *from*."""
    for at in range(end - 2, first - 1, -1):
        if words[at].finite:
            return at + 2 if words[at + 1].norm in stages.verb_origins else None
        if words[at].norm in stages.origins:
            return at + 1
        if words[at].pos == "VERB" and words[at + 1].norm in stages.verb_origins:
            return at + 2
    return None


def _is_goal(words: list[Word], at: int, origin: int) -> bool:
    """Whether a preposition leads to the second stage, and belongs to none of the first one's nouns."""
    governed = words[words[at].head]
    return not (governed.dep == "nmod" and origin <= governed.head < at)
