"""Claims found in a ledger on a terminal: a sentence each, behind the claim's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from segun.ledger.records import Found
from segun.view import found as worded

if TYPE_CHECKING:
    from rich.console import Console

_GAP = 2


def print_claim(found: Found, console: Console) -> None:
    """Write a claim to ``console``.

    On a terminal it is wrapped, what follows the key indented behind it; elsewhere it takes one line, for grep and
    head. No control or direction character of a report gets out, and nothing in it is read as markup.
    """
    key = Text(found.key, "cyan")
    said = _said(found)
    about = Text(" · ".join(_about(found)), "dim")
    if not console.is_terminal:
        console.file.write(f"{key}{' ' * _GAP}{said} · {about}\n")  # console.print takes ten times as long
        return
    indent = len(found.key) + _GAP
    lines = [
        *said.wrap(console, max(console.width - indent, 20)),
        *about.wrap(console, max(console.width - indent, 20)),
    ]
    for at, line in enumerate(lines):
        line.rstrip()
        margin = (key, " " * _GAP) if at == 0 else (" " * indent,)
        console.print(Text.assemble(*margin, line), soft_wrap=True)


def speakers(found: Found) -> Text:
    """Return who asserts a claim and via whom, the one who asserts it in bold."""
    names = worded.speakers(found)
    if not names:
        return Text(worded.itself(), "dim bold")
    return Text.assemble((names[0], "bold"), *(worded.BACK + name for name in names[1:]))


def _said(found: Found) -> Text:
    return Text.assemble(speakers(found), (f" {worded.firmness(found)}: ", "dim"), worded.content(found))


def _about(found: Found) -> list[str]:
    told = (worded.when(found), worded.where(found), worded.origin(found), *worded.remarks(found))
    return [part for part in told if part]
