"""Who speaks without a name: *a worker*, *fuentes del Gobierno*, *officials*; and who has one, or holds an office.

Whom a place or a body is told of has no name: *a docker at Lindemar*, *un trabajador de Marazul*.
"""

from __future__ import annotations

from functools import lru_cache

from segun import lang
from segun.lang.concepts import Concepts
from segun.lang.folding import fold
from segun.match.statements import Said
from segun.match.who import HOUSES, who
from segun.match.words import word_spans
from segun.model import SourceKind
from segun.outlets.names import key as form_of

_PEOPLE = frozenset({"person", "group"})
_HELD_BY_ONE = frozenset({"director", "governor", "mayor", "minister", "president", "prime_minister"})
"""Concepts of offices by which it is known who speaks: *the minister*."""


def nameless(said: Said) -> bool:
    """Whether nothing tells who asserts a statement that somebody asserts."""
    kind, name = _innermost(said)
    return bool(said.claim.relays) and (name is None or _nameless(name, said.told.language, kind))


def named(said: Said) -> bool:
    """Whether it is told which person asserts a statement: by a name of their own, or as holding an office."""
    kind, name = _innermost(said)
    if name is None or kind != "person" or _nameless(name, said.told.language, kind):
        return False
    return bool(own_names(name, said.told.language) or who(name, said.told.language).offices & _HELD_BY_ONE)


def named_in(said: Said, other: Said) -> bool:
    """Whether the one who asserts a statement is named, by all of that name, in the report of another."""
    name = _innermost(said)[1]
    names = own_names(name, said.told.language) if name else frozenset()
    return bool(names) and names <= other.told.forms


def _innermost(said: Said) -> tuple[SourceKind | None, str | None]:
    relay = said.claim.relays[-1] if said.claim.relays else None
    if relay is None or relay.source is None:
        return None, None
    return said.told.analysis.source(relay.source).kind, said.sources[-1]


@lru_cache(maxsize=10_000)
def _nameless(name: str, language: str, kind: SourceKind | None) -> bool:
    names = own_names(name, language)
    if kind == "unnamed" and names == {form_of(name)}:
        return True  # Officials said
    if who(name, language).speaks or names:
        return False
    if kind == "unnamed":
        return True
    match = lang.matchwords(language)
    words = [fold(span.of(name)) for span in word_spans(name)]
    if not words or words[0] in match.whose or words[0] in match.own:
        return False  # the worker was told of before
    behind = next((at for at, word in enumerate(words) if word in match.whose), len(words))
    bodies = {concept for start, _, concept in Concepts.load(language).found(words) if start < behind}
    if bodies & HOUSES:
        return False
    return kind in _PEOPLE or words[0] in match.ones


@lru_cache(maxsize=10_000)
def own_names(name: str, language: str) -> frozenset[str]:
    """Return the proper names of a source that are not those of what it is of.

    Of *a worker at Orvane, Ada Linnet* they are hers.
    """
    known, match = who(name, language), lang.matchwords(language)
    spans = word_spans(name)
    found, behind = set(), False
    for at, span in enumerate(spans):
        word = fold(span.of(name))
        joined = at > 0 and not name[spans[at - 1].end : span.start].strip()
        behind = (behind and joined) or (at > 0 and (word in match.whose or word in match.places))
        follows = at + 1 < len(spans) and name[span.end : spans[at + 1].start] == " "
        small = follows and spans[at + 1].of(name)[:1].islower()
        before = small and (
            at == 0 or fold(spans[at + 1].of(name)) not in match.whose
        )  # a Nucleor worker, Varios vecinos
        if form_of(span.of(name)) in known.names and not behind and not before:
            found.add(form_of(span.of(name)))
    return frozenset(found)
