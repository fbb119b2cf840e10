"""Places of several reports on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from segun.cli.terminal import console_on, counted
from segun.view import words
from segun.view.found import itself
from segun.view.placed import Placed
from segun.view.spots import Spot
from segun.view.visible import one_line

_VOICES = 4


def print_placed(places: Iterable[Placed]) -> None:
    """Write a line for each: its name, what is known of where it lies, how many claims name it, who asserts them."""
    console = console_on()
    for each in places:
        console.print(_line(each), soft_wrap=not console.is_terminal)


def _line(each: Placed) -> Text:
    spot = each.spot
    facts = [spot.country if spot.country and spot.kind != "country" else "", _known(spot)]
    facts.append(f"disputed: {spot.disputed}" if spot.disputed else "")
    about = "".join(f", {one_line(fact)}" for fact in facts if fact)
    shown = [f"{one_line(name) if name else itself()} {many:,}" for name, many in each.voices.most_common(_VOICES)]
    more = f" and {len(each.voices) - _VOICES:,} more" if len(each.voices) > _VOICES else ""
    told = f" · {counted(each.claims, 'claim')} in {counted(each.reports, 'report')}: {', '.join(shown)}{more}"
    return Text.assemble((one_line(spot.name), "bold"), (about, "dim"), told)


def _known(spot: Spot) -> str:
    if spot.where == "point" and spot.disc is not None:
        return f"{spot.disc.lat:.3f} {spot.disc.lon:.3f}"
    if spot.where == "metonymy":
        return "for those who sit there"
    if spot.where == "nowhere":
        return "not found"
    return f"somewhere in {spot.area}" if spot.where == "inside" else words.place_kind(spot.kind)
