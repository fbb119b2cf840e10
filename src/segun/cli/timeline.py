"""When and where, on a terminal: a line for each dated claim and for each place, below the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from segun.cli.ledger import HUES
from segun.model import Analysis
from segun.view import words
from segun.view.map import map_of
from segun.view.spots import Spot
from segun.view.timeline import Mark, Open, timeline
from segun.view.visible import one_line
from segun.view.voices import Chain, Voice

if TYPE_CHECKING:
    from rich.console import Console

_LONGEST = 16
"""Lines of one kind; what is more is counted."""
_DATE, _NARROW_DATE = 22, 16


def print_timeline(analysis: Analysis, console: Console) -> None:
    """Write when and where what is claimed, a line each, cut to the console's width; nothing where nothing is known.

    No control or direction character of the report reaches the terminal, and nothing in it is read as markup.
    """
    when = timeline(analysis)
    width = min(
        max((cell_len(value) for value in _values(analysis)), default=0),
        _DATE if console.width >= 60 else _NARROW_DATE,
    )
    lines = [_dated(moment.value, mark, width) for moment in when.moments for mark in moment.marks]
    _section("When", lines, console)
    open_lines = [line for each in when.open for line in _open(each, width)]
    _section("Date open", open_lines, console)
    found = map_of(analysis)
    placed = [*found.shown, *found.beyond]
    placed.sort(key=lambda spot: -len(spot.said))
    _section("Where", [_placed(spot) for spot in (*placed, *found.metonyms, *found.unknown)], console)


def _values(analysis: Analysis) -> Iterable[str]:
    when = timeline(analysis)
    yield from (moment.value for moment in when.moments)
    yield from (each.value or "?" for each in when.open)


def _section(title: str, lines: list[Text], console: Console) -> None:
    if not lines:
        return
    console.print()
    console.print(Text(title, "bold"), soft_wrap=True, highlight=False)
    for line in lines[:_LONGEST]:
        line.truncate(max(console.width, 20), overflow="ellipsis")
        line.rstrip()
        console.print(line, soft_wrap=True, highlight=False)
    if len(lines) > _LONGEST:
        rest = f"… and {len(lines) - _LONGEST} more; --html shows all"
        console.print(Text(rest[: max(console.width, 20)], "dim"), soft_wrap=True, highlight=False)


def _dated(value: str, mark: Mark, width: int) -> Text:
    line = Text("  ") + Text(set_cell_size(one_line(value), width)) + Text("  ")
    line += _chain(mark.chain) + Text(": ")
    if mark.relates == "saying":
        line += Text("(said then) ", "dim")
    return line + Text(mark.content, "" if mark.chain else "dim")


def _open(each: Open, width: int) -> Iterable[Text]:
    for mark in each.marks:
        yield _dated(each.value or "?", mark, width)
    for guess in each.candidates:
        yield Text(" " * (width + 4)) + Text(f"perhaps {guess.label}: {guess.why}", "dim")


def _placed(spot: Spot) -> Text:
    line = Text("  ") + Text(spot.name, "bold" if spot.where == "point" else "")
    facts = [one_line(spot.country) if spot.country and spot.kind != "country" else "", _known(spot)]
    facts.append(f"disputed: {spot.disputed}" if spot.disputed else "")
    line += Text("".join(f", {fact}" for fact in facts if fact), "dim")
    line += Text(f" · {words.plural(len(spot.said), 'claim')}: ", "dim")
    return line + Text(", ").join(_voice(voice) for voice in spot.voices)


def _known(spot: Spot) -> str:
    if spot.where == "metonymy":
        return "for those who sit there"
    if spot.where == "nowhere":
        return "not found"
    if spot.where == "inside":
        return f"somewhere in {spot.area}"
    return words.place_kind(spot.kind) if spot.where == "area" else ""


def _chain(chain: Chain) -> Text:
    return Text(" → ").join(_voice(voice) for voice in chain) if chain else _voice(None)


def _voice(voice: Voice | None) -> Text:
    if voice is None:
        return Text("the report itself", "dim")
    return Text(one_line(voice.short), HUES[(voice.number - 1) % len(HUES)] if voice.number else "dim")
