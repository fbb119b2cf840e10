"""The ledger of one report as it is shown: claims in text order under their chain of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from segun.model import Analysis, Claim, Place, Quantity, Span, Time, wording
from segun.tongue import gettext as _
from segun.view.visible import excerpt
from segun.view.voices import Chain, Voice, chain, in_text_order, voices
from segun.view.words import figure

_CONTENT = 900
_DETAIL = 240

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as the report words it and as a figure."""

    words: str
    figure: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim as a row of the ledger."""

    claim: Claim
    content: str
    """The content on one line, its middle left out where it is very long."""
    chain: Chain
    """Empty where the report itself asserts it."""
    condition: str | None
    amounts: tuple[Amount, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    attributed: Chain | None
    """For a headline in the report's own voice: the chain to which the body attributes the same content."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring claims, in text order, that came through the same chain."""

    chain: Chain
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are of each sort."""

    claims: int
    attributed: int
    own: int
    continued: int
    nested: int
    """Claims with at least two voices between the reader and the content."""
    sources: int
    """Sources that at least one claim relies on; nobody named is none."""


def groups(analysis: Analysis) -> tuple[Group, ...]:
    """Return the claims in text order, those of the same chain that follow each other under one heading."""
    known = voices(analysis)
    found: list[tuple[Chain, list[Entry]]] = []
    for entry in _entries(analysis, known):
        if found and found[-1][0] == entry.chain:
            found[-1][1].append(entry)
        else:
            found.append((entry.chain, [entry]))
    return tuple(Group(mouths, tuple(entries)) for mouths, entries in found)


def counts(analysis: Analysis) -> Counts:
    """Count the claims of each sort."""
    known = voices(analysis)
    claims = analysis.claims
    attributed = sum(1 for claim in claims if claim.relays)
    return Counts(
        claims=len(claims),
        attributed=attributed,
        own=len(claims) - attributed,
        continued=sum(1 for claim in claims if claim.continued),
        nested=sum(1 for claim in claims if len(chain(claim, known)) > 1),
        sources=sum(1 for source in known if source is not None),
    )


def _entries(analysis: Analysis, known: Mapping[str | None, Voice]) -> list[Entry]:
    text = analysis.report.text
    chains = {claim.id: chain(claim, known) for claim in analysis.claims}
    amounts = _grouped((quantity.claims, _amount(text, quantity)) for quantity in analysis.quantities)
    times = _grouped((time.claims, _glossed(text, time.span, _when(time))) for time in analysis.times)
    places = _grouped((place.claims, _glossed(text, place.span, _where(place))) for place in analysis.places)
    return [
        Entry(
            claim=claim,
            content=excerpt(wording(text, claim.spans), _CONTENT),
            chain=chains[claim.id],
            condition=excerpt(claim.condition.of(text), _DETAIL) if claim.condition else None,
            amounts=amounts.get(claim.id, ()),
            times=times.get(claim.id, ()),
            places=places.get(claim.id, ()),
            attributed=chains.get(claim.attributed_by) if claim.attributed_by and not claim.relays else None,
        )
        for claim in in_text_order(analysis)
    ]


def _grouped(pairs: Iterable[tuple[tuple[str, ...], Shown]]) -> dict[str, tuple[Shown, ...]]:
    found: dict[str, tuple[Shown, ...]] = {}
    for claims, shown in pairs:
        for claim in claims:
            found[claim] = (*found.get(claim, ()), shown)
    return found


def _amount(text: str, quantity: Quantity) -> Amount:
    words = excerpt(quantity.span.of(text), _DETAIL)
    return Amount(words, figure(quantity, words))


def _when(time: Time) -> str | None:
    return _("%(date)s, said then", date=time.value or _("date open")) if time.relates_to == "saying" else time.value


def _where(place: Place) -> str | None:
    if place.metonymy:
        return _("those who sit in %(place)s", place=place.name) if place.name else _("those who sit there")
    if place.name is None and place.inside is not None:
        return _("somewhere in %(area)s", area=place.inside.name)
    return place.name


def _glossed(text: str, span: Span, gloss: str | None) -> str:
    words = excerpt(span.of(text), _DETAIL)
    return f"{words} ({excerpt(gloss, _DETAIL)})" if gloss and gloss != words else words
