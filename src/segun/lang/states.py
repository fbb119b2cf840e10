"""Which state a name speaks for: *Moscú*, *el Kremlin*, *Rusia*, *la parte rusa* are one, kept as they are said."""

from __future__ import annotations

import re
from functools import lru_cache

from segun import lang
from segun.lang.concepts import COUNTRY, Concepts
from segun.lang.folding import fold

_WORD = re.compile(r"\w+(?:[.-]\w+)*")


@lru_cache(maxsize=20_000)
def state_of(name: str, language: str) -> str | None:
    """Return the state that speaks where a source is called so, by the name alone.

    A state is named by its own name, by the seat from which it speaks, or as its government. An office of it (*the
    Russian army*, *the Ministry of Defence*) is a source of its own and stands for no state.

    Args:
        name: of a source, as a report gives it.
        language: of the report, BCP 47 without its parts; one without data knows none.

    Returns:
        ISO 3166-1 alpha-2, ``EU`` for the Union; ``None`` where the name means no state, or more than one.
    """
    return _read(name, language)[0]


def states_called(name: str) -> frozenset[str]:
    """Return the states whose own name a word or two are in some language: *Rusia*, but neither *Moscow* nor *ruso*."""
    read = (_read(name, language) for language in lang.supported())
    return frozenset(state for state, own in read if state is not None and own)


def states_of(name: str) -> frozenset[str]:
    """Return the states that a name may stand for, in whatever language it is."""
    return frozenset(state for each in lang.supported() if (state := state_of(name, each)) is not None)


def _read(name: str, language: str) -> tuple[str | None, bool]:
    """Return the state that a name stands for, and whether it is the state's own name."""
    if language not in lang.supported():
        return None, False
    known = lang.placewords(language)
    tokens = _WORD.findall(name)
    words = [fold(token) for token in tokens]
    while words and words[0] in known.articles:
        del words[0], tokens[0]
    capital = any(token[0].isupper() for token in tokens)
    if capital and (seat := known.seats.get(" ".join(words))):
        return seat, False
    held: set[int] = set()
    countries: set[str] = set()
    for start, end, concept in Concepts.load(language).found(words):
        if concept.startswith(COUNTRY):
            held.update(range(start, end))
            countries.add(concept.removeprefix(COUNTRY).upper())
    rest = {word for at, word in enumerate(words) if at not in held} - known.of - known.articles
    if len(countries) != 1 or not rest <= known.governments:
        return None, False
    if not rest and not (capital and known.demonyms.keys().isdisjoint(words)):  # the Russians are no state
        return None, False
    return countries.pop(), not rest
