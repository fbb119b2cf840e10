"""What of a statement is denied: told clause by clause, since a sentence may deny one thing and assert another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segun.match.statements import Said
from segun.match.told import Told
from segun.model import Span

_OPENING = 8
"""Words at a statement's beginning in which a negation denies it."""
_RIGHT_BEFORE = 2
"""Words before a statement of which one that denies denies it."""
_CONTRARY = (
    ("fail", "works"),
    ("close", "open"),
    ("evening", "morning"),
    ("fire", "intact"),
    ("damage", "intact"),
    ("ruin", "intact"),
)
"""Concepts of which a thing is one or the other."""
_OVER = (("missing", "find"), ("missing", "rescue"), ("missing", "alive"), ("trapped", "rescue"), ("trapped", "alive"))
"""Concepts of how people are and of what puts an end to it."""
_BARE = 4
"""Letters up to which a predicate is taken to mean little by itself: *hubo*, *did*."""
_OBJECT = 4
"""Words behind a predicate that are denied with it, up to the next article: *denied having used mortars*."""
_MARK = re.compile(r"[,;:.!?…—–]")


def denies(said: Said) -> bool:
    """Whether a statement denies: its claim does by its cue, or its first words do."""
    if _twice(said):
        return False
    told = said.told
    inside = told.within(said.spans[0])
    return told.denied(inside[:_OPENING]) or _by_cue(said) or _before(said)


def states(said: Said) -> frozenset[str]:
    """Return the concepts that a statement asserts of a thing and that have a contrary: *out of order*."""
    ends = {concept for pair in (*_CONTRARY, *_OVER) for concept in pair}
    meant = (concept for span in said.spans for _, _, concept in said.told.meant(said.told.within(span)))
    return frozenset(ends.intersection(meant))


def contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two statements assert contrary states: one *out of order*, the other *working*."""
    for pair in _CONTRARY:
        ours, theirs = one.intersection(pair), other.intersection(pair)
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return True
    return False


def over(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one tells how people are, the other that it is over: *two are missing*, *the missing two were found*."""
    return any(state in one & other and (end in one) != (end in other) for state, end in _OVER)


def told_how(said: Said) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indexes of a statement's words that are denied, and of those that are asserted.

    A denial denies what follows it in its clause; what stands before it there, what the clause is about, is neither.
    """
    told = said.told
    denied: set[int] = set()
    asserted: set[int] = set()
    outside, twice = _by_cue(said) or _before(said), _twice(said)
    for span in said.spans:
        for clause in _clauses(told, told.within(span)):
            if twice:
                asserted.update(clause)
                continue
            if outside:
                denied.update(clause)
                continue
            at = _denial(told, clause)
            denied.update(clause[at:])
            if at == len(clause):
                asserted.update(clause[:at])
    return frozenset(denied), frozenset(asserted)


def pith(said: Said, denied: frozenset[int]) -> frozenset[int]:
    """Return those of a statement's denied words that are denied themselves, and not told along with it.

    Who denies that *a faulty valve caused the leak* does not deny the leak: what an article takes for known is only
    told along.
    """
    told = said.told
    found: set[int] = set()
    for span in said.spans:
        for clause in _clauses(told, told.within(span)):
            here = [at for at in clause if at in denied]
            at = next((at for at in here if any(each.touches(told.spans[at]) for each in told.predicates)), None)
            if at is None or told.words[at] in told.match.idle or len(told.words[at]) <= _BARE:
                found.update(here)  # there are no foreigners at the base
                continue
            found.update(each for each in here if each <= at)
            for each in range(at + 1, min(at + 1 + _OBJECT, clause.stop)):
                if told.words[each] in told.match.whose:
                    break
                found.add(each)
    return frozenset(found)


def _denial(told: Told, clause: range) -> int:
    """Return how many words of a clause stand before its first denial; all where it has none."""
    for number, at in enumerate(clause):
        if told.denied(range(at, at + 1)):
            return number
    return len(clause)


def _twice(said: Said) -> bool:
    """Whether a cue denies what a statement denies, so that it is asserted: *denied that nobody was hurt*."""
    return said.claim.speech_act == "deny" and said.claim.factuality == "CT+" and not said.around


def _by_cue(said: Said) -> bool:
    return said.claim.speech_act == "deny" and not said.around


def _before(said: Said) -> bool:
    """Whether what stands right before a statement denies it, though its cue is another: *denied that*."""
    told, first = said.told, said.told.within(said.spans[0]).start
    sentence = told.sentence_of(said.spans[0]).start
    return told.denied(range(max(sentence, first - _RIGHT_BEFORE), first))


def _clauses(told: Told, inside: range) -> Iterator[range]:
    """Yield some words in stretches that end at a mark or before a conjunction."""
    start = inside.start
    for at in inside[1:]:
        before, word = told.spans[at - 1], told.spans[at]
        parted = _MARK.search(told.text, before.end, word.start) is not None
        if parted or told.match.joins.match(told.text, before.end, Span(word.start, word.end).end + 1):
            yield range(start, at)
            start = at
    if start < inside.stop:
        yield range(start, inside.stop)
