"""Words that several reports quote alike: one document, or one speech, whatever each report calls it.

*The statement of Nucleor* and *the company's statement* are one origin where both are quoted with the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from segun.match.statements import Said
from segun.match.unnamed import unnamed_to
from segun.match.who import who

_LEAST = 8
"""Words that two people do not happen to say alike."""


def of_one_voice(group: Sequence[Said], found: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the ultimate sources of a group's statements, those of the same quoted words as one.

    Args:
        group: statements that assert the same.
        found: the ultimate source of each, by its id.
    """
    quoted = [
        (said, words)
        for said in group
        if said.claim.quotation == "direct" and found[said.id] is not None and len(words := _words(said)) >= _LEAST
    ]
    voices: list[set[str]] = []
    """The sources that are one."""
    for at, (said, words) in enumerate(quoted):
        for other, theirs in quoted[:at]:
            one, another = found[said.id], found[other.id]
            if one and another and one != another and other.report != said.report and _held(words, theirs):
                _join(voices, one, another)
    used = Counter(found.values())
    called = {each: max(sorted(voice), key=lambda name: _fullness(name, used)) for voice in voices for each in voice}
    return {key: called.get(origin or "", origin) for key, origin in found.items()}


def _words(said: Said) -> list[str]:
    return [said.told.words[at] for span in said.spans for at in said.told.within(span)]


def _held(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of the shorter of two quotations stand in the longer one."""
    a, b = f" {' '.join(one)} ", f" {' '.join(other)} "
    return a in b or b in a


def _join(voices: list[set[str]], one: str, other: str) -> None:
    met = [voice for voice in voices if one in voice or other in voice]
    voices[:] = [voice for voice in voices if voice not in met]
    voices.append({one, other}.union(*met))


def _fullness(name: str, used: Mapping[str | None, int]) -> tuple[bool, int, int]:
    """Return what a voice's name is chosen by: whether it says who it is, how much it says, how often it is used."""
    return (unnamed_to(name) is None, who(name, "").told, used[name])
