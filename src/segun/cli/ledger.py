"""The ledger of one report on a terminal: claims in text order under their chain of sources."""

from __future__ import annotations

from itertools import chain as joined
from typing import TYPE_CHECKING

from rich.text import Text

from segun.model import Analysis, Report
from segun.view import words
from segun.view.ledger import Counts, Entry, counts, groups
from segun.view.visible import one_line
from segun.view.voices import Chain

if TYPE_CHECKING:
    from rich.console import Console

HUES = ("blue", "yellow", "green", "magenta", "cyan", "red")
_INDENT = 4


def print_ledger(analysis: Analysis, console: Console) -> None:
    """Write the ledger to ``console``, wrapped to its width and in colour where it has colours.

    No control or direction character of the report reaches the terminal, and nothing in it is read as markup.
    """
    _heading(analysis.report, console)
    for group in groups(analysis):
        console.print()
        _write(_chain(group.chain), console, 0)
        for entry in group.entries:
            _entry(entry, console)
    console.print()
    _write(Text(_tally(counts(analysis)), "dim"), console, 0)


def _heading(report: Report, console: Console) -> None:
    _write(Text(one_line(report.title or report.key), "bold"), console, 0)
    facts = [report.outlet, words.date(report.published), words.language(report.language)]
    facts.append(f"by {report.byline}" if report.byline else None)
    credited = ", ".join(dict.fromkeys(credit.name for credit in report.credits))
    facts.append(f"credits {credited}" if credited else None)
    _write(Text(" · ".join(one_line(fact) for fact in facts if fact), "dim"), console, 0)


def _chain(chain: Chain) -> Text:
    if not chain:
        return Text("The report itself", "dim bold")
    parts = []
    for voice in chain:
        hue = HUES[(voice.number - 1) % len(HUES)] if voice.number else "dim"
        parts.append(Text(one_line(voice.name), f"bold {hue}" if voice is chain[-1] else hue))
    return Text(" → ").join(parts)


def _entry(entry: Entry, console: Console) -> None:
    claim = entry.claim
    content = f"“{entry.content}”" if claim.quotation == "direct" else entry.content
    shown = Text(content, "" if entry.chain else "dim")
    _write(shown, console, _INDENT, first="  ↳ " if claim.continued else "")
    details = _details(entry)
    if details:
        _write(Text(" · ".join(details), "dim"), console, _INDENT + 2)
    if entry.attributed is not None:
        note = Text("The headline asserts this itself; the body attributes it to ", "italic")
        _write(note + (_chain(entry.attributed) if entry.attributed else Text("nobody")), console, _INDENT + 2)


def _details(entry: Entry) -> list[str]:
    """Return what is worth saying beside the content: nothing for a plain, certain assertion."""
    claim = entry.claim
    found = []
    if claim.speech_act != "assert":
        found.append(words.speech_act(claim))
    if entry.chain and claim.factuality != "CT+":
        firm = words.factuality(claim)
        found.append(claim.factuality if firm == "denied" else f"{firm} ({claim.factuality})")
    if claim.quotation == "mixed":
        found.append("partly word for word")
    if entry.condition:
        found.append(f"on condition: {entry.condition}")
    found.extend(f"{amount.words} {amount.figure}".rstrip() for amount in entry.amounts)
    found.extend(joined(entry.times, entry.places))
    if words.unsure(claim):
        found.append(f"unsure, {claim.confidence:.0%}")
    return found


def _tally(counted: Counts) -> str:
    if not counted.claims:
        return "No claims were found."
    sources = words.plural(counted.sources, "source")
    parts = [f"{words.plural(counted.claims, 'claim')}: {counted.attributed} attributed, to {sources}"]
    parts.append(f"{counted.nested} nested")
    parts.append(f"{counted.continued} continued")
    parts.append(f"{counted.own} in the report’s own voice")
    return ", ".join(parts)


def _write(text: Text, console: Console, indent: int, first: str = "") -> None:
    """Print ``text`` wrapped, all lines indented alike; ``first`` stands in the indent of the first line.

    Lines carry no trailing blanks, so that a pipe gets clean text.
    """
    width = max(console.width - indent, 20)
    for at, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        margin = first.ljust(indent) if at == 0 else " " * indent
        console.print(Text(margin) + line, soft_wrap=True, highlight=False)
