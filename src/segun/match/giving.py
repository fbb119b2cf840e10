"""Who gives a figure, as the words behind it say: *the 47 minutes that the commission admits to*, *given by police*."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from segun import lang
from segun.match.told import Told
from segun.match.who import INSTITUTIONS
from segun.model import Span
from segun.outlets.names import key as form_of

_BEHIND = 12
"""Words behind a figure among which it is said who gives it."""
_NOUN = 4
"""Words between a figure and what opens who gives it."""
_BESIDE = 6
"""Words between that, who gives it, and the verb by which they do."""
_MARK = re.compile(r"[,;:.!?…—–()]")


class Giving:
    """Finds who gives a figure.

    Args:
        names: whom something is attributed to, as names are compared.
        acronyms: theirs.
        known: whether something is attributed to an office of a concept.
    """

    def __init__(self, names: Collection[str], acronyms: Collection[str], known: Callable[[str], bool]) -> None:
        self._names = names
        self._acronyms = acronyms
        self._known = known

    def of(self, told: Told, figure: Span) -> tuple[int, int] | None:
        """Return where the one is named who gives a figure: the indexes of the first word and past the last."""
        inside = _behind(told, figure)
        opening = _opening(told, inside)
        named = self._named(told, inside)
        return next((each for each in named if _given_by(told, inside, opening, *each)), None)

    def _named(self, told: Told, inside: range) -> Iterator[tuple[int, int]]:
        """Yield where offices, bodies and sources are named among some words."""
        determiners = lang.grammar(told.language).words["determiners"]
        for start, end, concept in told.meant(inside):
            definite = told.words[start - 1] in determiners or told.named(start, inside)
            if self._known(concept) or (concept in INSTITUTIONS and definite):
                yield start, end
        for at in (at for at in inside if told.words[at] not in determiners):
            if told.words[at] in told.match.bodies and told.words[at - 1] in determiners:
                yield at, at + 1
            for end in range(inside.stop, at, -1):
                written = told.text[told.spans[at].start : told.spans[end - 1].end]
                if form_of(written) in self._names or written in self._acronyms:
                    yield at, end
                    break


def _behind(told: Told, figure: Span) -> range:
    """Return the indexes of the words behind a figure, to the end of their clause."""
    start = told.within(figure).stop
    stop = min(start + _BEHIND, len(told.words))
    for at in range(start, stop):
        before, word = told.spans[at - 1], told.spans[at]
        parted = _MARK.search(told.text, before.end, word.start)
        if parted or told.match.joins.match(told.text, before.end, word.end + 1):
            return range(start, at)
    return range(start, stop)


def _opening(told: Told, inside: range) -> int | None:
    """Return where it begins to be told who gives a figure: *that*, *which*, *by*."""
    words = lang.grammar(told.language).words
    opens = words["relatives"] | words["question-words"] | words["agents"]
    return next((at for at in inside[: _NOUN + 1] if told.words[at] in opens), None)


def _given_by(told: Told, inside: range, opening: int | None, start: int, end: int) -> bool:
    """Whether a name among the words behind a figure is who gives it.

    Args:
        told: the report.
        inside: those words.
        opening: the index of the one that opens who gives it.
        start: the index of the name's first word.
        end: the index behind its last one.
    """
    if any(told.words[at] in told.match.comparing for at in range(inside.start, start)):
        return False  # three more than the police count
    grammar = lang.grammar(told.language)
    counting = {at for at in inside if told.words[at] in told.match.counting}
    if opening is None or start < opening:  # the 47 minutes the commission admits to
        return start - 1 > inside.start and told.words[start - 1] in grammar.words["determiners"] and end in counting
    if start - opening > _BESIDE:
        return False
    verbs = counting | {at for at in inside if told.words[at] in grammar.forms}
    if told.words[opening] in grammar.words["agents"]:
        return opening - 1 in verbs
    saying = opening - 1 in verbs  # said that: what is said follows
    return not saying and any(opening < at <= start + _BESIDE for at in verbs)
