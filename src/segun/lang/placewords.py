"""How a language names places, as its ``places.toml`` has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from segun.model import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A language's words around the names of places; all of them folded, runs of words joined by single spaces."""

    locative: frozenset[str]
    """What stands before a place where something is: *en*, *cerca de*."""
    of: frozenset[str]
    articles: frozenset[str]
    inside_names: frozenset[str]
    """Small words that may stand inside a name: *Atizapán de Zaragoza*."""
    joiners: frozenset[str]
    directions: frozenset[str]
    institutions: frozenset[str]
    """Heads that make a name an institution's: *Universidad de X*, *X University*."""
    authorities: frozenset[str]
    """Those among them that act where they sit: *X Police Department*."""
    roles: frozenset[str]
    persons: frozenset[str]
    streets: frozenset[str]
    """Words that make a name a street's: *calle X*, *X Avenue*."""
    no_places: frozenset[str]
    before: Mapping[str, PlaceKind]
    """Type words that stand before a name: *provincia de*."""
    after: Mapping[str, PlaceKind]
    """Type words that stand behind it: *County*."""
    demonyms: Mapping[str, str]
    """From each form to its country: *rusas* to ``RU``."""
    governments: frozenset[str]
    """Nouns that with a state's name or demonym mean the state as it speaks: *el Gobierno ruso*, *the Russian side*."""
    seats: Mapping[str, str]
    """From each seat from which a state speaks, its capital or a palace, to its country: *kremlin* to ``RU``."""
    longest: int
    """Words in the longest run of ``locative`` and ``before``."""


def read_placewords(data: Mapping[str, Any]) -> PlaceWords:
    """Build a language's place words from its table.

    Raises:
        KeyError: the table lacks what every language must have.
        ValueError: it names a kind of place that there is not.
    """
    before: dict[str, PlaceKind] = {}
    after: dict[str, PlaceKind] = {}
    for kind, words in data["types"].items():
        if kind not in get_args(PlaceKind):
            raise ValueError(f"places.toml: {kind!r} is no kind of place")
        before.update(dict.fromkeys(words["before"], kind))
        after.update(dict.fromkeys(words["after"], kind))
    locative = frozenset(data["locative"])
    return PlaceWords(
        locative=locative,
        of=frozenset(data["of"]),
        articles=frozenset(data["articles"]),
        inside_names=frozenset(data["inside-names"]),
        joiners=frozenset(data["joiners"]),
        directions=frozenset(data["directions"]),
        institutions=frozenset(data["institutions"]),
        authorities=frozenset(data["authorities"]),
        roles=frozenset(data["roles"]),
        persons=frozenset(data["persons"]),
        streets=frozenset(data["streets"]),
        no_places=frozenset(data["no-places"]),
        before=before,
        after=after,
        demonyms=_demonyms(data["demonyms"], data["endings"]),
        governments=frozenset(data.get("governments", ())),
        seats={seat: country for country, seats in data.get("seats", {}).items() for seat in seats},
        longest=max(len(run.split()) for run in (*locative, *before)),
    )


def _demonyms(words: Mapping[str, list[str]], endings: Mapping[str, list[str]]) -> dict[str, str]:
    """Spell out every form; the longest ending that fits a word gives its forms."""
    longest_first = sorted(endings, key=len, reverse=True)
    forms: dict[str, str] = {}
    for country, stems in words.items():
        for word in stems:
            ending = next(e for e in longest_first if word.endswith(e))
            stem = word.removesuffix(ending)
            forms.update((stem + form, country) for form in endings[ending])
    return forms
