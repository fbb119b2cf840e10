"""Where over several reports: every place once, with how many claims and reports name it and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from segun.model import Analysis
from segun.view.spots import Spot, spots


@dataclass(slots=True)
class Placed:
    """A place with what several reports claim of it."""

    spot: Spot
    """As the first of the reports has it."""
    claims: int = 0
    reports: int = 0
    voices: Counter[str | None] = field(default_factory=Counter)
    """Claims by their innermost source; ``None`` stands for the reports themselves."""


def placed(analyses: Iterable[Analysis]) -> list[Placed]:
    """Return the places that claims name, those of most claims first; what is not known of one is kept apart.

    A text that several reports share counts its claims once for each of them.
    """
    found: dict[tuple[object, ...], Placed] = {}
    for analysis in analyses:
        for spot in spots(analysis):
            at = spot.disc and (round(spot.disc.lat, 2), round(spot.disc.lon, 2))
            known = found.setdefault((spot.where, spot.name, spot.country, spot.area, at), Placed(spot))
            known.reports += 1
            known.claims += len(spot.said)
            known.voices.update(each.chain[-1].short if each.chain else None for each in spot.said)
    return sorted(found.values(), key=lambda each: (-each.claims, each.spot.name))
