"""Words that change beside a name that is put into a sentence: *a el alcalde*, *al alcalde*; *y Irene*, *e Irene*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from segun.tongue import pgettext

_GOES_ON = "…"


def joined(sentence: str) -> str:
    """Return a sentence of the language that is spoken as it is written there, once names are in its places.

    Args:
        sentence: with names as they stand within a sentence, *el alcalde* and not *El alcalde*; *El Faro* is a title.
    """
    # Translators: words that change beside each other, as in "a el > al; y I… > e I…"; "none" where none do
    for pattern, together in _changes(pgettext("words that change beside each other", "none")):
        sentence = pattern.sub(together, sentence)
    return sentence


@cache
def _changes(told: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_entries(told))


def _entries(told: str) -> Iterator[tuple[re.Pattern[str], str]]:
    for entry in (each for each in told.split(";") if ">" in each):
        apart, together = (part.strip() for part in entry.split(">"))
        end = "" if apart.endswith(_GOES_ON) else r"(?!\w)"
        yield re.compile(rf"(?<!\w){re.escape(apart.removesuffix(_GOES_ON))}{end}"), together.removesuffix(_GOES_ON)
