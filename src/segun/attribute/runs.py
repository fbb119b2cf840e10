"""Sequences of words out of a language's data, found in a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Frame, Grammar, Runs

_TIME = 3
"""Words of an expression of time within a cue at the most: *este lunes*."""
_BETWEEN = 6
"""Words within a cue behind which a conjunction follows at the most."""


def matching(paragraph: Paragraph, at: int, runs: Runs) -> int:
    """Return how many words of the longest of ``runs`` stand at ``at``; 0 for none.

    A name is no such sequence: *vecinos de Boca del Río*, *en Vista Alegre*.
    """
    words = paragraph.words
    known = runs.get(words[at].norm) if at < len(words) else None
    if known is None:
        return 0
    following = words[at + 1].norm if at + 1 < len(words) else ""
    for run in known:
        size = len(run)
        if size == 1:
            return size
        here = words[at : at + size]
        if run[1] == following and run == tuple(word.norm for word in here):
            name = not here[0].text[0].isupper() and any(word.text[0].isupper() for word in here[1:])
            return 0 if name else size
    return 0


def runs_in(paragraph: Paragraph, words: Iterable[Word], runs: Runs) -> Iterator[tuple[Word, int]]:
    """Yield the words at which one of ``runs`` begins, with how many words its longest has there."""
    for word in words:
        if word.norm in runs:
            size = matching(paragraph, word.i, runs)
            if size:
                yield word, size


def phrase_length(paragraph: Paragraph, verb: Word, grammar: Grammar) -> int:
    """Return how many words after the verb belong to a cue of several words: *dio a conocer que*."""
    return max((size for size, _ in _behind(paragraph, verb, grammar)), default=0)


def phrase_frames(paragraph: Paragraph, verb: Word, grammar: Grammar) -> tuple[Frame, ...]:
    """Return the frames of a cue of several words: *… y está seguro de que*."""
    return tuple(frame for _, frame in _behind(paragraph, verb, grammar))


def _behind(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Iterator[tuple[int, Frame]]:
    """Yield how many words behind a verb its phrases take, one of degree within them, with the frames of each.

    *está seguro de que*, *está muy seguro de que*.
    """
    rests = grammar.rests(verb.norm, verb.lemma)
    at = verb.i + 1
    if not rests or at >= len(paragraph.words):
        return
    after = paragraph.words[at].norm
    degree = after in grammar.words["degrees"]
    for rest, frame in rests:
        size = matching(paragraph, at, rest) if after in rest else 0
        if not size and degree:
            further = matching(paragraph, at + 1, rest)
            size = further + 1 if further else 0
        if not size and after in rest:
            size = _parted(paragraph, at, rest, grammar)
        if size:
            yield size, frame


def _parted(paragraph: Paragraph, at: int, rest: Runs, grammar: Grammar) -> int:
    """Return how many words a phrase takes that others part from its last word: *dio cuenta este lunes de que*.

    They tell when, or, where a conjunction follows, where or before whom: *se mostró convencido ante Gil de que*.
    """
    words, times = paragraph.words, grammar.words["time-heads.words"]
    for run in rest[words[at].norm]:
        last = at + len(run) - 1
        if len(run) == 1 or run[:-1] != tuple(word.norm for word in words[at:last]):
            continue
        for end in range(last + 1, min(last + _BETWEEN + 1, len(words) - 1)):
            if words[end].norm != run[-1] or any(word.finite or word.pos == "PUNCT" for word in words[last:end]):
                continue
            when = end <= last + _TIME and not times.isdisjoint({words[end - 1].norm, words[end - 1].lemma})
            if when or words[end + 1].norm in grammar.words["complementizers"]:
                return end + 1 - at
    return 0
