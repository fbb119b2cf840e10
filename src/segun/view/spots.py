"""The places that claims name, each once: what is known of where it lies, and all that is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from segun.model import AREAS, Analysis, Place, PlaceKind, wording
from segun.view.projection import Disc
from segun.view.reasons import reason
from segun.view.visible import excerpt
from segun.view.voices import Chain, Voice, chain, voices

_CONTENT, _NAME, _WHY = 140, 80, 160

AreaOf = Callable[[str], tuple[float, float, float] | None]
"""Gives the middle (degrees north and east) and the radius in kilometres of an area of the gazetteer, by its id."""
Where = Literal["point", "area", "inside", "metonymy", "nowhere"]
"""What is known: a point; a whole area is meant; no more than the area around it; those who sit there; nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that is tied to a place."""

    claim: str
    content: str
    chain: Chain


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer, or a name that it does not hold, with all that is claimed of it."""

    name: str
    country: str | None
    kind: PlaceKind | None
    where: Where
    words: tuple[str, ...]
    """What the report calls it, where that is not the name."""
    area: str | None
    """The name of the area that is meant or that contains it."""
    area_key: str | None
    disc: Disc | None
    """The point or that area; its radius is 0 where none is known."""
    disputed: str | None
    why: str
    others: tuple[str, ...]
    """What else the name may mean, and why it was not taken."""
    said: tuple[Said, ...]

    @property
    def voices(self) -> tuple[Voice | None, ...]:
        """The innermost sources in their order; ``None`` stands for the report itself, which comes last."""
        return in_order(each.chain[-1] if each.chain else None for each in self.said)


def in_order(voices: Iterable[Voice | None]) -> tuple[Voice | None, ...]:
    """Return each voice once by its number, then nobody named, then ``None``, the report itself."""
    return tuple(sorted(set(voices), key=lambda voice: voice.number or 1_000_000 if voice else 2_000_000))


def spots(analysis: Analysis, area: AreaOf | None = None) -> tuple[Spot, ...]:
    """Return the places that claims name in the order of the text, mentions of the same one together.

    Args:
        analysis: what was found; a place of no claim is passed over.
        area: gives middle and radius of an area. Without it an area has at most a middle.
    """
    known = voices(analysis)
    grouped: dict[tuple[Where, str], list[Place]] = {}
    for place in sorted(analysis.places, key=lambda place: place.span):
        if place.claims:
            where = _where(place)
            grouped.setdefault((where, _key(analysis, place, where)), []).append(place)
    return tuple(_spot(analysis, where, mentions, known, area) for (where, _), mentions in grouped.items())


def _where(place: Place) -> Where:
    if place.metonymy:
        return "metonymy"
    if place.kind in AREAS:
        return "area"
    if place.lat is not None and place.lon is not None:
        return "point"
    if place.inside is not None:
        return "inside"
    return "area" if place.country is not None else "nowhere"


def _key(analysis: Analysis, place: Place, where: Where) -> str:
    if where in ("inside", "nowhere") and place.gazetteer_id is None:
        return f"{place.span.of(analysis.report.text).casefold()} in {place.inside and place.inside.name}"
    return place.gazetteer_id or f"{place.name} {place.country} {place.lat} {place.lon}"


def _spot(
    analysis: Analysis, where: Where, mentions: list[Place], known: Mapping[str | None, Voice], area: AreaOf | None
) -> Spot:
    place = mentions[0]
    words = [excerpt(each.span.of(analysis.report.text), _NAME) for each in mentions]
    name = excerpt(place.name, _NAME) if place.name else words[0]
    around = place.inside if where == "inside" else None
    area_name = (around.name if around else name) if where in ("inside", "area") else None
    area_id = around.gazetteer_id if around else place.gazetteer_id
    return Spot(
        name=name,
        country=place.country or (around.country if around else None),
        kind=place.kind,
        where=where,
        words=tuple(word for word in dict.fromkeys(words) if word != name),
        area=area_name and excerpt(area_name, _NAME),
        area_key=(area_id or area_name) if area_name else None,
        disc=_disc(place, where, area_id, area),
        disputed=next((excerpt(each.disputed, _WHY) for each in mentions if each.disputed), None),
        why=excerpt(reason(place.why), _WHY),
        others=tuple(
            dict.fromkeys(
                excerpt(f"{', '.join(filter(None, (other.name, other.country)))}: {reason(other.why)}", _WHY)
                for other in place.alternatives
            )
        ),
        said=_said(analysis, mentions, known),
    )


def _disc(place: Place, where: Where, area_id: str | None, area: AreaOf | None) -> Disc | None:
    if where in ("area", "inside"):
        found = area(area_id) if area is not None and area_id is not None else None
        if found is not None:
            return Disc(*found)
    # The point of an area says where its name is written; a mere point inside it would be a guess.
    if where in ("area", "point") and place.lat is not None and place.lon is not None:
        return Disc(place.lat, place.lon)
    return None


def _said(analysis: Analysis, mentions: list[Place], known: Mapping[str | None, Voice]) -> tuple[Said, ...]:
    """Return the claims in the order of the analysis; one that only wraps another of them is left out."""
    named = {id for place in mentions for id in place.claims}
    wrapping = {claim.parent for claim in analysis.claims if claim.id in named}
    return tuple(
        Said(claim.id, excerpt(wording(analysis.report.text, claim.spans), _CONTENT), chain(claim, known))
        for claim in analysis.claims
        if claim.id in named and claim.id not in wrapping
    )
