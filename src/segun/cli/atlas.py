"""The gazetteer as the commands use it: opened on first need, and done without where it cannot be had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from segun.gazetteer import Gazetteer
    from segun.view.map import Town


@dataclass
class Atlas:
    """Opens the gazetteer when it is first asked for, and gives the maps their ground."""

    @cached_property
    def gazetteer(self) -> Gazetteer | None:
        """The gazetteer, built now where it never was; ``None``, and a word on stderr, where it cannot be."""
        from segun.gazetteer import open_or_build
        from segun.gazetteer.errors import GazetteerError

        try:
            return open_or_build()
        except GazetteerError as error:
            click.echo(f"segun: {error} Until then no places are told.", err=True)
            return None

    def towns(self, south: float, west: float, north: float, east: float, limit: int) -> Sequence[Town]:
        """Return the most populous towns of a box, in degrees."""
        from segun.view.map import Town

        if self.gazetteer is None:
            return ()
        found = self.gazetteer.towns((south, west, north, east), limit)
        return tuple(Town(t.name, t.lat, t.lon, t.population) for t in found if t.lat is not None and t.lon is not None)

    def area(self, gazetteer_id: str) -> tuple[float, float, float] | None:
        """Return the middle of an area, in degrees, and how far it reaches from there, in kilometres."""
        if self.gazetteer is None:
            return None
        try:
            entry = self.gazetteer.entry(gazetteer_id)
        except KeyError:
            return None
        return None if entry.lat is None or entry.lon is None else (entry.lat, entry.lon, entry.radius_km)
