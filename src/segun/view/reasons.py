"""Why a place or date was chosen, in the language that is spoken: analyses and ledgers keep it in English sentences.

Every sentence that they may hold is listed here with its places; one that is not listed is shown as it stands.
"""

from __future__ import annotations

import re
from functools import cache

from segun.tongue import ENGLISH, gettext, language, marked
from segun.tongue.dates import figure

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
    marked("the same matter, another number; likeness %(score)s"),
    marked("the same matter, another toll; likeness %(score)s"),
    marked("the same matter, another time; likeness %(score)s"),
    marked("the same matter, another place; likeness %(score)s"),
    marked("the same matter, another polarity; likeness %(score)s"),
    # of what counts as the same claim: traits and their weights
    marked("likeness %(score)s"),
    marked("clock %(weight)s"),
    marked("contained %(weight)s"),
    marked("context %(weight)s"),
    marked("count %(weight)s"),
    marked("day %(weight)s"),
    marked("meaning %(weight)s"),
    marked("names %(weight)s"),
    marked("no figures %(weight)s"),
    marked("other figures %(weight)s"),
    marked("other language %(weight)s"),
    marked("overlap %(weight)s"),
    marked("shared %(weight)s"),
    marked("source %(weight)s"),
    marked("toll %(weight)s"),
    marked("mutual %(weight)s"),
    marked("best %(weight)s"),
    marked("margin %(weight)s"),
    marked("margin of the other %(weight)s"),
)
_FIGURES = frozenset({"count", "score", "share", "size", "weight", "year"})
"""Places in which a figure stands, and nothing else."""
_PLACE = re.compile(r"%\\\((\w+)\\\)s")


def reason(sentence: str) -> str:
    """Return a sentence of an analysis or a ledger as it is shown."""
    if language() == ENGLISH:
        return sentence
    for message, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            places = found.groupdict()
            return gettext(
                message, **{name: figure(each) if name in _FIGURES else each for name, each in places.items()}
            )
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the sentences, those first that say most, with what recognises them."""
    ordered = sorted(_SENTENCES, key=len, reverse=True)
    return tuple((each, re.compile(_PLACE.sub(_group, re.escape(each)), re.DOTALL)) for each in ordered)


def _group(place: re.Match[str]) -> str:
    return rf"(?P<{place[1]}>[+-]?\d[\d.]*%?)" if place[1] in _FIGURES else f"(?P<{place[1]}>.+)"
