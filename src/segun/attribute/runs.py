"""Sequences of words out of a language's data, found in a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Frame, Grammar, Runs


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
    rests = grammar.rests(verb.norm, verb.lemma)
    return max((_behind(paragraph, verb, rest, grammar) for rest, _ in rests), default=0)


def phrase_frames(paragraph: Paragraph, verb: Word, grammar: Grammar) -> tuple[Frame, ...]:
    """Return the frames of a cue of several words: *… y está seguro de que*."""
    rests = grammar.rests(verb.norm, verb.lemma)
    return tuple(frame for rest, frame in rests if _behind(paragraph, verb, rest, grammar))


def _behind(paragraph: Paragraph, verb: Word, rest: Runs, grammar: Grammar) -> int:
    """Return how many words behind a verb the rest of its phrase takes, one of degree within it: *está muy seguro*."""
    found = matching(paragraph, verb.i + 1, rest)
    after = paragraph.words[verb.i + 1 : verb.i + 2]
    if found or not any(word.norm in grammar.words["degrees"] for word in after):
        return found
    further = matching(paragraph, verb.i + 2, rest)
    return further + 1 if further else 0
