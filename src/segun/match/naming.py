"""Names among a report's words: where one goes on, and whether it is only what something else is of."""

from __future__ import annotations

from segun import lang
from segun.match.told import Told

_WHOSE = 4
"""Words behind an office among which it is told whose it is: *of the Upper Valley*."""


def joined(told: Told, at: int) -> bool:
    """Whether only a blank stands between a word and the next one."""
    return told.text[told.spans[at].end : told.spans[at + 1].start] == " "


def written_large(told: Told, at: int) -> bool:
    """Whether a word is written with a capital."""
    return told.spans[at].of(told.text)[:1].isupper()


def whole_name(told: Told, start: int, end: int) -> str:
    """Return the name that begins with some words, with whose it is: of *the Ministry* that *of Ports of Orvane*.

    Args:
        told: the report.
        start: the index of the first word.
        end: the index behind the last one that is known to be of it.
    """
    behind = end
    while behind < len(told.words) and behind - end < _WHOSE and joined(told, behind - 1):
        if written_large(told, behind):
            end = behind + 1
        elif told.words[behind] not in told.match.whose:
            break
        behind += 1
    return told.text[told.spans[start].start : told.spans[end - 1].end]


def of_something(told: Told, words: str, form: str) -> bool:
    """Whether a name first stands behind *of*, *for*, *in* among some words: what these tell is not its word.

    Args:
        told: the report.
        words: as names are compared, with a blank at either end.
        form: the name's, which is among them.
    """
    before = words.partition(f" {form} ")[0].split()
    determiners = lang.grammar(told.language).words["determiners"]
    while before and before[-1] in determiners:
        before.pop()
    return bool(before) and before[-1] in told.match.whose - determiners
