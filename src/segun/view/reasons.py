"""Why a place or date was chosen, in the language that is spoken: analyses and ledgers keep it in English sentences.

Every sentence that they may hold is listed here with its places; one that is not listed is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from segun.match.telling import whom
from segun.tongue import gettext, marked
from segun.tongue.dates import figure
from segun.tongue.joining import joined


class Published(Protocol):
    """A report of which it is known who published it."""

    @property
    def outlet(self) -> str | None:
        """Who did; ``None`` where that is unknown."""


_SENTENCES = (
    # of places
    marked("no entry of the gazetteer has this name"),
    marked("%(place)s is far from all else that the report names"),
    marked("far from all else"),
    marked("less near or less populous"),
    marked("only spelt alike"),
    marked("the only entry of this name"),
    marked("the only name spelt like it"),
    marked("fits best by size and by what else the report names"),
    marked("the text adds %(place)s"),
    # of dates
    marked("the text names %(year)s"),
    marked("the text names %(year)s, and the weekday agrees"),
    # of derivations
    marked("decided by people"),
    marked("credits %(outlet)s in its byline or dateline"),
    marked("names %(outlet)s as a source"),
    marked("same outlet, %(outlet)s"),
    marked("each credits the other, or they do so by way of others"),
    marked("%(share)s of its words stand in %(report)s"),
    marked("both quote the same words, which tells nothing"),
    marked("they share standing lines, which tell nothing"),
    marked("%(count)s of its %(size)s statements are in %(report)s"),
    # of links
    marked("a later figure of %(source)s"),
    marked("a later time of %(source)s"),
    marked("a later place of %(source)s"),
    marked("the same matter, another number; likeness %(score)s"),
    marked("the same matter, another toll; likeness %(score)s"),
    marked("the same matter, another time; likeness %(score)s"),
    marked("the same matter, another place; likeness %(score)s"),
    marked("the same matter, another polarity; likeness %(score)s"),
    # of what counts as the same claim
    marked("most like %(report)s, likeness %(score)s"),
    marked("figures in common: %(words)s"),
    marked("hours in common: %(words)s"),
    marked("days in common: %(words)s"),
    marked("places in common: %(words)s"),
    marked("names in common: %(words)s"),
    marked("words in common: %(words)s"),
    marked("wording %(score)s"),
)
_FIGURES = frozenset({"count", "score", "share", "size", "year"})
"""Places in which a figure stands, and nothing else."""
_PLACE = re.compile(r"%\\\((\w+)\\\)s")


def reason(sentence: str, about: Mapping[str, Published] | None = None) -> str:
    """Return a sentence of an analysis or a ledger as it is shown.

    Args:
        sentence: it.
        about: reports by their keys; one that the sentence names is shown by its outlet.
    """
    for message, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            values = {name: _shown(name, each, about or {}) for name, each in found.groupdict().items()}
            return joined(gettext(message, **values)) if "source" in values else gettext(message, **values)
    return sentence


def _shown(name: str, value: str, about: Mapping[str, Published]) -> str:
    if name in _FIGURES:
        return figure(value)
    if name == "source":
        return whom(value)
    known = about.get(value) if name == "report" else None
    return known.outlet if known and known.outlet else value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the sentences, those first that say most, with what recognises them."""
    ordered = sorted(_SENTENCES, key=len, reverse=True)
    return tuple((each, re.compile(_PLACE.sub(_group, re.escape(each)), re.DOTALL)) for each in ordered)


def _group(place: re.Match[str]) -> str:
    return rf"(?P<{place[1]}>[+-]?\d[\d.]*%?)" if place[1] in _FIGURES else f"(?P<{place[1]}>.+)"
